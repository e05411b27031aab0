from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.conversations.keeping import TITLE_CHARS, Conversations, title_of
from assistant.conversations.records import Feedback, FeedbackReason, NewTurn
from assistant.errors import UnknownConversationError
from tests.assistant.conversations.made import turn
from vectorstore.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "catalogue.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database)


def begun(conversations: Conversations, *turns: NewTurn) -> str:
    return conversations.keep("", list(enumerate(turns)))[0]


def test_a_turn_comes_back_whole(conversations: Conversations) -> None:
    made = turn()
    (kept,) = conversations.turns(begun(conversations, made))
    assert NewTurn(kept.question, kept.answer, kept.problem, kept.filters_text, kept.asked, kept.ignored) == made


def test_a_question_without_an_answer_is_kept_with_its_reason(conversations: Conversations) -> None:
    (kept,) = conversations.turns(begun(conversations, NewTurn("Hội?", None, "Đã dừng.")))
    assert (kept.answer, kept.problem) == (None, "Đã dừng.")


def test_a_turn_answered_again_takes_its_old_place(conversations: Conversations) -> None:
    conversation_id = begun(conversations, turn("Một?"), turn("Hai?"))
    conversations.judge(conversations.turns(conversation_id)[0].turn_id, Feedback(good=False))
    conversations.keep(conversation_id, [(0, turn("Một?", "Hội trao 15 suất quà. [1]"))])
    first, second = conversations.turns(conversation_id)
    assert (first.question, second.question) == ("Một?", "Hai?")
    assert first.answer is not None
    assert first.answer.text == "Hội trao 15 suất quà. [1]"
    assert first.feedback is None


def test_conversations_are_found_without_accents_in_questions_and_answers(conversations: Conversations) -> None:
    one = begun(conversations, turn("Hội xã Suối Hoa làm gì?", "Trồng 77 cây bưởi. [1]"))
    two = begun(conversations, turn("Ai ký báo cáo?", "Bà Nguyễn Thị Mận. [1]"))
    found = {search: [each.conversation_id for each in conversations.listed(search)] for search in (
        "suoi hoa", "BƯỞI", "nguyen man", "không có", "")}  # fmt: skip
    assert found == {"suoi hoa": [one], "BƯỞI": [one], "nguyen man": [two], "không có": [], "": [two, one]}


def test_the_last_one_written_to_comes_first(conversations: Conversations) -> None:
    one, two = begun(conversations, turn("Một?")), begun(conversations, turn("Hai?"))
    with conversations._database.writing() as connection:
        connection.execute("UPDATE conversations SET updated_at = '2020-01-01T00:00:00+00:00'")
    conversations.keep(one, [(1, turn("Một nữa?"))])
    assert [each.conversation_id for each in conversations.listed()] == [one, two]
    assert conversations.listed()[0].turns == 2


def test_titles_are_cut_at_a_word_and_can_be_changed(conversations: Conversations) -> None:
    long = "Hội viên " * 20
    conversation_id = begun(conversations, turn(long))
    title = conversations.conversation(conversation_id).title
    assert len(title) <= TITLE_CHARS
    assert title.endswith("viên…") or title.endswith("Hội…")
    assert conversations.rename(conversation_id, "  Quà Tết\n2022 ") == "Quà Tết 2022"
    assert conversations.rename(conversation_id, " ") == "Quà Tết 2022"
    assert [each.title for each in conversations.listed("qua tet")] == ["Quà Tết 2022"]
    assert title_of("ngắn") == "ngắn"


def test_a_deleted_conversation_comes_back_whole(conversations: Conversations) -> None:
    conversation_id = begun(conversations, turn())
    conversations.delete(conversation_id)
    assert conversations.listed() == []
    assert conversations.conversation(conversation_id).deleted
    conversations.restore(conversation_id)
    assert len(conversations.turns(conversations.listed()[0].conversation_id)) == 1


def test_a_turn_for_a_deleted_conversation_brings_it_back(conversations: Conversations) -> None:
    conversation_id = begun(conversations, turn())
    conversations.delete(conversation_id)
    conversations.keep(conversation_id, [(1, turn("Hai?"))])
    assert [each.turns for each in conversations.listed()] == [2]


def test_an_unknown_conversation_is_an_error_and_keeping_begins_a_new_one(conversations: Conversations) -> None:
    for act in (conversations.delete, conversations.restore, conversations.conversation):
        with pytest.raises(UnknownConversationError, match="khác"):
            act("khác")
    assert conversations.keep("khác", [(0, turn())])[0] != "khác"


def test_judgements_are_kept_for_review_and_can_be_taken_back(conversations: Conversations) -> None:
    conversation_id = begun(conversations, turn())
    (kept,) = conversations.turns(conversation_id)
    judged = Feedback(good=False, reasons=(FeedbackReason.WRONG_FIGURE,), note=" Phải là 15. ")
    conversations.judge(kept.turn_id, Feedback(good=True))
    conversations.judge(kept.turn_id, judged)
    conversations.judge(kept.turn_id + 7, judged)
    conversations.delete(conversation_id)
    (review,) = conversations.judged()
    assert review.feedback == replace(judged, note="Phải là 15.")
    assert (review.question, review.mode, review.sources) == (kept.question, "extractive", ("bao-cao.docx",))
    conversations.judge(kept.turn_id, None)
    assert conversations.judged() == []


def test_a_follow_up_is_kept_and_found_by_the_question_it_was_completed_to(conversations: Conversations) -> None:
    made = turn("Còn Thanh Hóa?")
    assert made.answer is not None
    answer = replace(made.answer, completed_question="Hội tỉnh Thanh Hóa trao bao nhiêu suất quà?")
    conversation_id = begun(conversations, replace(made, answer=answer))
    (kept,) = conversations.turns(conversation_id)
    conversations.judge(kept.turn_id, Feedback(good=True))
    assert conversations.judged()[0].completed == answer.completed_question
    assert [each.conversation_id for each in conversations.listed("bao nhieu suat")] == [conversation_id]


def test_a_turn_of_another_version_keeps_its_words(conversations: Conversations, database: Database) -> None:
    conversation_id = begun(conversations, turn("Hội?", "Hội trao quà. [1]"))
    with database.writing() as connection:
        connection.execute("UPDATE turns SET body = '{\"answer\": 3}'")
    (kept,) = conversations.turns(conversation_id)
    assert (kept.question, kept.answer.text if kept.answer else "") == ("Hội?", "Hội trao quà. [1]")


def test_another_question_at_a_place_of_another_window_follows_at_the_end(conversations: Conversations) -> None:
    conversation_id = begun(conversations, turn("Một?"), turn("Hai, ở cửa sổ khác?"))
    conversations.keep(conversation_id, [(1, turn("Hai, ở đây?"))])
    asked = [kept.question for kept in conversations.turns(conversation_id)]
    assert asked == ["Một?", "Hai, ở cửa sổ khác?", "Hai, ở đây?"]
