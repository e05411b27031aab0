"""The conversation on the screen and the one that is kept are the same; foreign text is only text."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from assistant.conversations.records import Conversation, Feedback, FeedbackReason
from assistant.services import Services
from assistant.ui.asking import Exchanges
from assistant.ui.conversation_files import conversation_response
from assistant.ui.conversation_html import Exchange, conversation_html
from assistant.ui.conversation_state import feedback_of, judged, kept, opened
from assistant.ui.conversations_html import ListNotice, bar_html, list_html
from assistant.ui.conversations_part import ConversationActions
from assistant.ui.feedback_html import feedback_html
from assistant.ui_texts_vi import conversations as texts
from assistant.ui_texts_vi import documents as documents_texts
from tests.assistant.conversations.made import turn
from vectorstore.hits import Filters

HOSTILE = '"><img src=x onerror=alert(1)>'
AT = "2026-11-21T10:00:00+00:00"


def exchange(question: str = "Hội trao bao nhiêu suất quà?") -> Exchange:
    made = turn(question)
    return Exchange(question, made.answer, "", made.filters_text, made.asked, made.ignored)


@pytest.fixture
def actions(services: Services) -> ConversationActions:
    return ConversationActions(services, lambda exchanges: conversation_html(exchanges) or "(trống)")


def event(**values: object) -> object:
    return SimpleNamespace(**values)


def test_what_was_on_the_screen_comes_back(services: Services) -> None:
    exchanges: Exchanges = (exchange(), Exchange("Hội?", problem="Đã dừng.", asked=Filters()))
    now, numbered = kept(services, "", exchanges)
    assert opened(services, now) == numbered
    assert [replace(one, turn_id=None) for one in numbered] == list(exchanges)
    assert kept(services, now, numbered) == (now, numbered)


def test_an_exchange_answered_again_replaces_the_kept_one(services: Services) -> None:
    now, numbered = kept(services, "", (exchange("Một?"), exchange("Hai?")))
    again = replace(exchange("Một?"), filters="năm 2019")
    now, numbered = kept(services, now, (again, numbered[1]))
    assert [(one.question, one.filters) for one in opened(services, now)] == [
        ("Một?", "năm 2019"),
        ("Hai?", exchange().filters),
    ]


def test_a_question_with_broken_letters_is_kept(services: Services) -> None:
    now, _ = kept(services, "", (Exchange("Hội \ud800?", problem="Lỗi."),))
    assert opened(services, now)[0].question == "Hội ??"


def test_judgements_reach_the_kept_turn_and_only_one_that_is_there(services: Services) -> None:
    now, exchanges = kept(services, "", (exchange(),))
    good = Feedback(good=True)
    assert judged(services, exchanges, 7, good) == exchanges
    assert judged(services, (exchange(),), 0, good) == (exchange(),)
    assert judged(services, exchanges, 0, good)[0].feedback == good
    assert opened(services, now)[0].feedback == good


def test_what_the_page_sends_is_not_trusted() -> None:
    assert feedback_of(False, ["wrong_figure", "khác", 3], None) == Feedback(False, (FeedbackReason.WRONG_FIGURE,))
    assert feedback_of(True, "wrong_figure", HOSTILE) == Feedback(True, (), HOSTILE)


def test_foreign_text_is_only_text() -> None:
    hostile = Conversation(HOSTILE, HOSTILE, AT, AT, 1)
    html = list_html([hostile], now=HOSTILE, search=HOSTILE, notice=ListNotice(HOSTILE, HOSTILE)) + bar_html(hostile)
    html += list_html([], search=HOSTILE) + feedback_html(0, Feedback(False, (), HOSTILE))
    assert "<img" not in html


def test_a_conversation_is_opened_renamed_deleted_and_restored(
    services: Services, actions: ConversationActions
) -> None:
    exchanges, now, bar, listed = actions.keep("", (exchange("Quà Tết?"),), "")
    assert (f'data-conversation="{now}"' in bar, 'aria-current="true"' in listed) == (True, True)
    assert "Quà Tết?" in actions.open("", event(id=now))[1]
    assert "Tết 2022" in actions.rename(now, "", event(id=now, title="Tết 2022"))[1]
    _live, history, left, after, _bar, listed = actions.delete(now, exchanges, "", event(id=now))
    assert (history, left, after) == ("(trống)", (), "")
    assert documents_texts.UNDO in listed
    assert actions.open("", event(id=now))[3] == ""
    assert "Tết 2022" in actions.restore("", "", event(id=now))[2]
    assert texts.CONVERSATION_GONE in actions.restore("", "", event(id="khác"))[2]
    assert actions.find("không có", now).count("<li") == 0


def test_the_address_of_the_page_names_the_conversation(services: Services, actions: ConversationActions) -> None:
    _, now, *_ = actions.keep("", (exchange(),), "")
    request = SimpleNamespace(query_params={"cuoc": now})
    assert actions.load(request)[3] == now  # type: ignore[arg-type]
    assert actions.load(SimpleNamespace(query_params={"cuoc": "khác"}))[3] == ""  # type: ignore[arg-type]


def test_thumbs_show_what_was_said(services: Services, actions: ConversationActions) -> None:
    sent = event(turn="0", good=False, reasons=["incomplete"], note="Thiếu số hộ.")
    history, exchanges, now, *_ = actions.rate("", (exchange(),), "", sent)
    assert (texts.JUDGED in history, "Thiếu số hộ." in history) == (True, True)
    assert [one.note for one in (each.feedback for each in services.conversations.judged())] == ["Thiếu số hộ."]
    actions.rate(now, exchanges, "", event(turn="0", good=None, reasons=[], note=""))
    assert services.conversations.judged() == []


def test_files_are_served_under_the_title(services: Services) -> None:
    now, _ = kept(services, "", (exchange('Quà "Tết"/2022?'),))
    word = conversation_response(services, now, "docx")
    assert bytes(word.body).startswith(b"PK")
    assert 'filename="qua-tet-2022.docx"' in word.headers["content-disposition"]
    assert bytes(conversation_response(services, now, "md").body).decode().startswith('# Quà "Tết"/2022?')
    for id_, kind in ((now, "exe"), ("khác", "md")):
        assert conversation_response(services, id_, kind).status_code == 404
