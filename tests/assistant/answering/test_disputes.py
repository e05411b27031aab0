"""Documents that give different figures: both are shown with their dates, whoever writes the answer."""

from dataclasses import replace

import pytest

from assistant.answering.checking import with_checks
from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.generative import ModelAnswerer
from assistant.llm.chat_model import open_chat_model
from assistant.llm.settings import LlmSettings
from assistant.model import Answer, AnswerWarning, Hit, SearchResult, WarningCode
from assistant.ports import Answerer, Finished, TextDelta
from assistant.query import understand
from assistant.verdicts import Verdict
from tests.assistant.answering.made import idf, likeness
from tests.llm_server import Asked, Reply, ScriptedLlmServer
from vectorstore.hits import Passage, Successor

QUESTION = "Năm 2021 huyện Sao Mai giúp bao nhiêu hộ nghèo?"
REPORT = "Năm 2021, các cấp Hội huyện Sao Mai lập 48 mô hình thu gom rác, giúp 1.250 hộ nghèo bằng nhiều hình thức."
NEWS = "Hội LHPN huyện Sao Mai đã giúp 1.205 hộ nghèo bằng nhiều hình thức trong năm 2021."


def passage(name: str, text: str, title: str, date: str | None, newer: Successor | None = None) -> Passage:
    return Passage(
        f"chunk-{name}", name, 0, f"{name}.txt", title, date, int(date[:4]) if date else None, None, None, 1, 50,
        50 + len(text), text, (), frozenset(), "text/plain", replaced_by=newer,
    )  # fmt: skip


OLD = passage("bao-cao", REPORT, "Hội LHPN huyện Sao Mai tổng kết năm 2021", "2021-12-20")
NEW = passage("tin", NEWS, "Huyện Sao Mai chăm lo hộ nghèo", "2022-01-05")


def found(*passages: Passage) -> SearchResult:
    hits = tuple(Hit(rank, one, 1.0 / rank, rank, rank) for rank, one in enumerate(passages, 1))
    return SearchResult(understand(QUESTION), hits, {})


def answered(answerer: Answerer, result: SearchResult) -> tuple[Answer, str]:
    *deltas, last = answerer.stream(result.query, result)
    assert isinstance(last, Finished)
    return last.answer, "".join(one.text for one in deltas if isinstance(one, TextDelta))


def conflict(answer: Answer) -> AnswerWarning | None:
    return next((one for one in answer.warnings if one.code is WarningCode.CONFLICTING_SOURCES), None)


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_both_figures_are_shown_the_newest_first_each_cited(order: tuple[Passage, Passage]) -> None:
    answer, streamed = answered(ExtractiveAnswerer(idf, likeness), found(*order))
    lines = answer.text.split("\n")
    assert "khác nhau" in lines[0]
    assert lines[1].startswith("- Huyện Sao Mai chăm lo hộ nghèo (05/01/2022): “")
    assert lines[2].startswith("- Hội LHPN huyện Sao Mai tổng kết năm 2021 (20/12/2021): “")
    assert ("1.205" in lines[1], "1.250" in lines[2]) == (True, True)
    assert [one.document_id for one in answer.citations] == ["tin", "bao-cao"]
    assert streamed == answer.text


def test_warning_names_both_values_and_days() -> None:
    warning = conflict(answered(ExtractiveAnswerer(idf, likeness), found(OLD, NEW))[0])
    assert warning is not None
    assert (warning.details["newer_value"], warning.details["older_value"]) == ("1.205", "1.250")
    assert "05/01/2022" in str(warning.details["newer_date"])


@pytest.mark.parametrize("newer", [NEW, replace(NEW, date=None)])
def test_quotations_of_both_are_supported(newer: Passage) -> None:
    answer = with_checks(answered(ExtractiveAnswerer(idf, likeness), found(OLD, newer))[0], idf)
    assert {check.verdict for check in answer.checks} == {Verdict.SUPPORTED}
    assert len(answer.checks) == 2


def test_a_replaced_document_is_said_so() -> None:
    newer = Successor("tin", "tin.txt", "Báo cáo sửa đổi", "Báo cáo", "15/BC-BTV", "2022-01-05", "replaces")
    answer, _ = answered(ExtractiveAnswerer(idf, likeness), found(replace(OLD, replaced_by=newer), NEW))
    assert "(20/12/2021) – đã được thay thế bằng Báo cáo số 15/BC-BTV ngày 05/01/2022: “" in answer.text


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        (NEWS.replace("Sao Mai", "Long Hạ"), "Huyện Long Hạ chăm lo hộ nghèo", "2022-01-05"),
        (NEWS.replace("trong năm 2021", "trong năm 2020"), "Huyện Sao Mai chăm lo hộ nghèo", "2021-01-05"),
        (NEWS.replace("trong năm 2021", "trong 6 tháng đầu năm 2021"), "Huyện Sao Mai chăm lo", "2021-07-05"),
        (NEWS.replace("1.205", "1.250"), "Huyện Sao Mai chăm lo hộ nghèo", "2022-01-05"),
        (NEWS.replace("giúp 1.205 hộ nghèo", "tặng quà 1.205 trẻ mồ côi"), "Huyện Sao Mai chăm lo", "2022-01-05"),
    ],
)
def test_another_place_time_or_thing_is_no_contradiction(text: str, title: str, date: str) -> None:
    answer, _ = answered(ExtractiveAnswerer(idf, likeness), found(OLD, passage("tin", text, title, date)))
    assert conflict(answer) is None


def test_a_model_that_follows_one_document_does_not_hide_the_other() -> None:
    def script(asked: Asked) -> Reply:
        chosen = next(name for name, text in asked.passages if "1.250" in text)
        return Reply(f"Năm 2021, các cấp Hội huyện Sao Mai giúp 1.250 hộ nghèo bằng nhiều hình thức [{chosen}].")

    with ScriptedLlmServer(script) as server:
        settings = LlmSettings("openai:scripted", base_url=server.base_url, max_retries=0)
        chat = open_chat_model(settings)
        answerer = ModelAnswerer(chat, settings, ExtractiveAnswerer(idf, likeness), idf=idf)
        answer, streamed = answered(answerer, found(OLD, NEW))
    written, _, rest = answer.text.partition("\n")
    assert "1.250" in written
    assert "1.205" in rest
    assert streamed == answer.text
    assert conflict(answer) is not None
    assert {one.document_id for one in answer.citations} == {"bao-cao", "tin"}
    assert {check.verdict for check in answer.checks} == {Verdict.SUPPORTED}


HELD = "Ngày 20/10/2023, Hội LHPN huyện Sao Mai tổ chức Đại hội điểm phụ nữ cấp cơ sở tại xã Hồ Sen."


def asked_when(newer: str, date: str = "2023-11-02", question: str = "") -> Answer:
    query = understand(question or "Đại hội điểm phụ nữ cấp cơ sở huyện Sao Mai tổ chức ngày nào?")
    papers = (
        passage("cu", HELD, "Huyện Sao Mai đại hội điểm", "2023-10-25"),
        passage("moi", newer, "Sao Mai tổng kết đại hội", date),
    )
    hits = tuple(Hit(rank, one, 1.0 / rank, rank, rank) for rank, one in enumerate(papers, 1))
    return answered(ExtractiveAnswerer(idf, likeness), SearchResult(query, hits, {}))[0]


def test_an_event_on_two_days_is_shown_on_both() -> None:
    answer = asked_when("Ngày 21/10/2023, Hội LHPN huyện Sao Mai tổ chức Đại hội điểm phụ nữ cấp cơ sở tại xã Hồ Sen.")
    warning = conflict(answer)
    assert warning is not None
    assert "21/10/2023" in str(warning.details["newer_value"])
    assert "20/10/2023" in str(warning.details["older_value"])
    assert {one.document_id for one in answer.citations} == {"cu", "moi"}


@pytest.mark.parametrize(
    "newer",
    [
        "Ngày 20 tháng 10 năm 2023, Hội LHPN huyện Sao Mai tổ chức Đại hội điểm phụ nữ cấp cơ sở tại xã Hồ Sen.",
        "Ngày 21/10/2022, Hội LHPN huyện Sao Mai tổ chức Đại hội điểm phụ nữ cấp cơ sở tại xã Hồ Sen.",
        "Ngày 21/10/2023, Hội LHPN huyện Tây Sơn tổ chức Đại hội điểm phụ nữ cấp cơ sở tại xã Hồ Sen.",
        "Ngày 21/10/2023, Hội LHPN huyện Sao Mai tổ chức lớp tập huấn khởi nghiệp cho phụ nữ xã Hồ Sen.",
    ],
)
def test_another_year_body_or_event_is_no_contradiction(newer: str) -> None:
    assert conflict(asked_when(newer)) is None


def test_days_are_compared_only_where_a_day_is_asked_for() -> None:
    newer = "Ngày 21/10/2023, Hội LHPN huyện Sao Mai tổ chức Đại hội điểm phụ nữ cấp cơ sở tại xã Hồ Sen."
    assert conflict(asked_when(newer, question="Đại hội điểm phụ nữ cấp cơ sở huyện Sao Mai tổ chức ở đâu?")) is None
