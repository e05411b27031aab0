"""What was understood travels with results and answers, and can be taken away again."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.contract import answer_json, search_json
from assistant.model import Answer, Mode, Query, SearchResult, Turn
from assistant.ports import AnswerEvent, Finished
from assistant.services import Services
from assistant.settings import load_settings
from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings


class Echo:
    """Answers with the question it was given."""

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        yield Finished(Answer(query.text, query.text, False, Mode.EXTRACTIVE))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_store(StoreSettings(tmp_path / "data"), HashingEmbedder(64)) as store:
        store.add_many([made_addition("a", "Hội Phụ nữ xã An Bình có 12 hội viên mới năm 2025.")])
        yield Services(load_settings(tmp_path / "data"), store, Echo(), today=lambda: date(2026, 5, 1))


def test_an_answer_says_what_was_understood_and_names_the_question_as_typed(services: Services) -> None:
    answer = answer_json(services.ask("hooji vieen năm ngoái"))
    assert answer["question"] == "hooji vieen năm ngoái"
    assert answer["answer"] == "hội viên năm ngoái"
    assert {"kind": "relative_time", "text": "năm ngoái", "meaning": "2025"} in answer["understood"]


def test_what_is_taken_away_is_neither_shown_nor_used(services: Services) -> None:
    ignore = frozenset({"typing:hooji", "relative_time:năm ngoái"})
    answer = services.ask("hooji vieen năm ngoái", ignore=ignore)
    assert [chip.text for chip in answer.understood] == ["vieen"]
    assert answer.text == "hooji viên năm ngoái"
    found = search_json(services.search("hooji vieen năm ngoái", ignore=ignore))
    assert [chip["text"] for chip in found["understood"]] == ["vieen"]


def test_a_follow_up_is_answered_as_the_conversation_completes_it(services: Services) -> None:
    before = Turn("Năm 2025 xã An Bình có bao nhiêu hội viên mới?", "Có 12 hội viên mới [1].")
    answer = answer_json(services.ask("conf xã Tân Lập thif sao", history=[before]))
    assert answer["question"] == "conf xã Tân Lập thif sao"
    assert answer["completed_question"] == "Năm 2025 xã Tân Lập có bao nhiêu hội viên mới?"
    assert answer["answer"] == answer["completed_question"]


def test_a_question_that_stands_by_itself_is_answered_as_typed(services: Services) -> None:
    before = Turn("Năm 2025 xã An Bình có bao nhiêu hội viên mới?", "Có 12 hội viên mới [1].")
    answer = services.ask("Năm 2024 xã Tân Lập có mấy chi hội?", history=[before])
    assert (answer.question, answer.completed_question) == ("Năm 2024 xã Tân Lập có mấy chi hội?", None)
