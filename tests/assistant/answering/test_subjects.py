"""What a question for documents wants mentioned, and the ways to say it."""

from assistant.answering.sentences import Sentence, sentences_of
from assistant.answering.subjects import subjects, with_short_forms
from assistant.model import Hit
from assistant.query.question import read_question
from vectorstore.hits import Passage


def ways(text: str) -> set[str]:
    return {" ".join(part for run in way for part in run) for way in subjects(read_question(text))}


def sentence(text: str) -> Sentence:
    passage = Passage("c", "d", 0, "a.txt", None, None, None, None, None, 1, 0, len(text), text, (), frozenset(),
                      "text/plain")  # fmt: skip
    return sentences_of([Hit(1, passage, 1.0, 1, None)])[0]


def test_a_short_form_behind_its_words_says_nothing_new() -> None:
    assert ways("Những bài nào đề cập tới hợp tác xã (HTX)?") == {"hop tac xa"}


def test_a_short_form_is_written_out_in_the_question_and_in_sentences() -> None:
    assert ways("Văn bản nào nhắc đến HTX?") == {"hop tac xa"}
    assert "hop" in with_short_forms(sentence("Tỉnh Sao Mai có thêm ba HTX do phụ nữ quản lý."))


def test_either_of_two_things_will_do() -> None:
    said = ways("Các văn bản nào nói về việc trao hoặc xét tặng Kỷ niệm chương?")
    assert "trao ky niem chuong" in said
    assert "xet tang ky niem chuong" in said


def test_one_thing_is_said_one_way() -> None:
    assert ways("Những văn bản nào nhắc đến chương trình Áo ấm?") == {"chuong trinh ao am"}


def test_what_the_papers_say_of_a_subject_is_asked_of_each() -> None:
    assert ways("Các văn bản nói gì về chương trình Áo ấm?") == {"chuong trinh ao am"}
    assert ways("cac tai lieu noi nhu the nao ve chuong trinh ao am") == {"chuong trinh ao am"}
