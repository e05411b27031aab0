from datetime import date
from pathlib import Path

import pytest

from assistant.errors import MissingExtraError
from assistant.model import AbstainReason, Turn
from assistant.ports import Finished, TextDelta
from assistant.services import open_services
from assistant.settings import load_settings
from vectorstore.errors import ModelUnavailableError
from vectorstore.hits import Filters

STORY = "Hội LHPN huyện Bình An tổng kết năm 2024\n\n12/12/2024\nCác cấp Hội đã giúp 312 hộ nghèo làm nhà ở.\n"


def test_an_empty_store_says_so_instead_of_searching(tmp_path: Path) -> None:
    with open_services(load_settings(tmp_path, environment={})) as services:
        answer = services.ask("Năm 2024 giúp bao nhiêu hộ nghèo?")
    assert (answer.abstained, answer.reason) == (True, AbstainReason.EMPTY_STORE)


def test_a_filter_that_keeps_nothing_is_no_empty_store(tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(STORY, encoding="utf-8")
    with open_services(load_settings(tmp_path / "kho", environment={})) as services:
        list(services.ingest([tmp_path / "tin.txt"]))
        answer = services.ask("giúp bao nhiêu hộ nghèo", filters=Filters(year_to=1990))
    assert answer.abstained
    assert answer.reason is not AbstainReason.EMPTY_STORE


def test_the_stream_ends_with_the_answer_exactly_once(tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(STORY, encoding="utf-8")
    with open_services(load_settings(tmp_path / "kho", environment={})) as services:
        list(services.ingest([tmp_path / "tin.txt"]))
        events = list(services.ask_stream("Năm 2024 huyện Bình An giúp bao nhiêu hộ nghèo?"))
    assert [isinstance(event, Finished) for event in events].count(True) == 1
    assert isinstance(events[-1], Finished)
    assert "312" in events[-1].answer.text
    assert "total" in events[-1].answer.timings_ms


def test_a_missing_embedding_model_is_named_before_anything_is_written(tmp_path: Path) -> None:
    environment = {"ASSISTANT_EMBEDDING_MODEL": str(tmp_path / "khong-co")}
    with (
        pytest.raises(ModelUnavailableError, match="khong-co"),
        open_services(load_settings(tmp_path / "kho", environment=environment)),
    ):
        pass
    assert not (tmp_path / "kho").exists()


def test_an_unknown_language_model_provider_stops_the_start(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, environment={"ASSISTANT_LLM": "anthropic:x"})
    with pytest.raises(MissingExtraError, match="langchain-anthropic"), open_services(settings):
        pass


@pytest.mark.parametrize("text", ["xin chào", "Cảm ơn em", "bạn là ai", "cho biết thêm", "kho có bao nhiêu tài liệu"])
def test_small_talk_gets_a_courteous_reply_that_cites_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "tin.txt").write_text(STORY, encoding="utf-8")
    with open_services(load_settings(tmp_path / "kho", environment={})) as services:
        list(services.ingest([tmp_path / "tin.txt"]))
        *deltas, last = services.ask_stream(text)
        assert isinstance(last, Finished)
        assert (last.answer.abstained, last.answer.reason) == (True, AbstainReason.SMALL_TALK)
        assert (last.answer.citations, last.answer.nearest, last.answer.warnings) == ((), (), ())
        assert "Không tìm thấy" not in last.answer.text
        assert deltas == [TextDelta(last.answer.text)]


def test_a_follow_up_looks_past_small_talk(tmp_path: Path) -> None:
    with open_services(load_settings(tmp_path, environment={})) as services:
        history = [
            Turn("Năm 2020 huyện Bình An giúp bao nhiêu hộ nghèo?", "312 hộ. [1]"),
            Turn("cảm ơn", "Không có gì."),
        ]
        answer = services.ask("còn năm 2021 thì sao?", history=history)
        more = services.ask("cho biết thêm", history=history)
    assert answer.completed_question == "Năm 2021 huyện Bình An giúp bao nhiêu hộ nghèo?"
    assert "“Năm 2020 huyện Bình An giúp bao nhiêu hộ nghèo?”" in more.text


def test_the_day_is_told_by_the_clock(tmp_path: Path) -> None:
    with open_services(load_settings(tmp_path, environment={})) as services:
        services._today = lambda: date(2024, 3, 8)
        assert "thứ Sáu, ngày 08/03/2024" in services.ask("hôm nay thứ mấy").text
