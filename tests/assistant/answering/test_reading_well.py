"""Quotations that can be read by themselves: rows as sentences, days with years; what a refusal searched."""

from dataclasses import replace

import pytest

from assistant.answer_marks import MARK, released
from assistant.answering.checking import with_checks
from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.quoting import Quoted, Quoting, running_text
from assistant.model import Answer, Hit, SearchResult
from assistant.ports import Finished
from assistant.query import understand
from assistant.verdicts import Verdict
from tests.assistant.answering.made import idf, likeness
from vectorstore.hits import Passage

TABLE = (
    "Huyện Sao Mai — hội viên mới: 312; hộ nghèo được giúp: 45; mái ấm: 9\n"
    "Huyện Long Hạ — hội viên mới: 208; hộ nghèo được giúp: 61; mái ấm: 4\n"
    "1. Huyện Suối Hoa — chỉ tiêu: 95%"
)
NEWS = "Sáng 29/11, Hội LHPN huyện Sao Mai khai mạc hội thi nấu ăn với 120 thí sinh tham dự."


def passage(text: str, title: str, date: str | None = None) -> Passage:
    return Passage(
        "chunk", "document", 0, "a.txt", title, date, int(date[:4]) if date else None, "Hội LHPN huyện Sao Mai", "Tin",
        1, 0, len(text), text, (), frozenset(), "text/plain",
    )  # fmt: skip


def ask(question: str, *passages: Passage) -> Answer:
    query = understand(question)
    hits = tuple(Hit(rank, one, 1.0 / rank, rank, rank) for rank, one in enumerate(passages, 1))
    *_, last = ExtractiveAnswerer(idf, likeness).stream(query, SearchResult(query, hits, {}))
    assert isinstance(last, Finished)
    return with_checks(last.answer, idf)


@pytest.mark.parametrize(
    "question", ["Huyện Sao Mai có bao nhiêu hội viên mới?", "huyen sao mai co bao nhieu hoi vien moi"]
)
def test_a_row_is_answered_as_a_sentence_and_quoted_as_it_stands(question: str) -> None:
    answer = ask(question, passage(TABLE, "Biểu tổng hợp kết quả các huyện"))
    assert answer.text.startswith("Hội viên mới của Huyện Sao Mai là 312. [1]")
    assert answer.citations[0].quote == TABLE.split("\n", maxsplit=1)[0]
    assert answer.checks[0].verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("district", ["Sao Mai", "Long Hạ"])
def test_rows_of_others_are_not_told_where_one_is_named(district: str) -> None:
    table = TABLE.split("\n1.", maxsplit=1)[0]
    answer = ask(f"Huyện {district} giúp bao nhiêu hộ nghèo?", passage(table, table.split("\n", maxsplit=1)[0]))
    (citation,) = answer.citations
    assert answer.text.startswith(f"Hộ nghèo được giúp của Huyện {district} là ")
    assert citation.quote.startswith(f"Huyện {district} — ")


def test_a_row_of_one_column_is_read_without_being_named() -> None:
    answer = ask("Huyện Suối Hoa đạt bao nhiêu phần trăm chỉ tiêu?", passage(TABLE, "Biểu tổng hợp"))
    assert "Chỉ tiêu của Huyện Suối Hoa là 95%." in answer.text


def test_a_day_without_its_year_is_resolved_from_the_document_and_said_so() -> None:
    answer = ask("Hội thi nấu ăn của huyện Sao Mai khai mạc ngày nào?", passage(NEWS, "Hội thi nấu ăn", "2021-11-30"))
    quoted, note = answer.text.split("\n")
    assert quoted == f"{NEWS} [1]"
    assert note == "Ghi chú: “29/11” là ngày 29/11/2021, tính theo ngày của văn bản “Hội thi nấu ăn” (30/11/2021)."
    assert len(answer.checks) == 1


def test_a_day_of_the_year_before_belongs_to_it() -> None:
    answer = ask("Hội thi nấu ăn khai mạc ngày nào?", passage(NEWS, "Hội thi nấu ăn", "2022-01-04"))
    assert "29/11/2021" in answer.text


@pytest.mark.parametrize("date", [None, "2021", "2021-06-01"])
def test_nothing_is_said_where_the_year_is_not_certain(date: str | None) -> None:
    found = replace(passage(NEWS, "Hội thi nấu ăn", None), date=date)
    assert "Ghi chú" not in ask("Hội thi nấu ăn khai mạc ngày nào?", found).text


def test_a_sentence_that_names_a_year_needs_no_note() -> None:
    text = NEWS.replace("hội thi nấu ăn", "hội thi nấu ăn năm 2021")
    assert "Ghi chú" not in ask("Hội thi nấu ăn khai mạc ngày nào?", passage(text, "Hội thi", "2021-11-30")).text


def test_a_refusal_names_the_years_types_and_units_that_were_searched() -> None:
    other = replace(
        passage("Hội trao 5 suất quà cho hội viên.", "Tin", "2019-02-01"),
        document_id="other", unit="Hội LHPN xã Bãi Mây", type="Báo cáo",
    )  # fmt: skip
    answer = ask("Huyện Sao Mai có bao nhiêu tàu cá?", passage(NEWS, "Hội thi nấu ăn", "2021-11-30"), other)
    assert answer.abstained
    assert "Đã tìm trong 2 văn bản gần câu hỏi nhất (năm 2019–2021; " in answer.text
    for name in ("Tin", "Báo cáo", "Hội LHPN huyện Sao Mai", "Hội LHPN xã Bãi Mây"):
        assert name in answer.text.split(").")[0]


TASKS = (
    "Nhiệm vụ trọng tâm 6 tháng cuối năm của Hội LHPN huyện Sao Mai:\n"
    "{0}Tổ chức hội thi nấu ăn cho hội viên. Hội thi nấu ăn theo [7] có 12 đội.\n"
    "{1}Trao 30 suất quà Tết cho hội viên nghèo.\n"
    "Hội LHPN huyện Sao Mai tổng kết nhiệm vụ vào tháng 12.\n"
)


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("a) ", "b) "), ("- ", "- "), ("+ ", "+ "), ("* ", "* ")])
def test_items_of_a_list_begin_lines_with_their_own_marks(marks: tuple[str, str]) -> None:
    source = passage(TASKS.format(*marks), "Kế hoạch")
    starts = [
        source.text.index(word)
        for word in (f"{marks[0]}Tổ", "Hội thi", f"{marks[1]}Trao", "Hội LHPN huyện Sao Mai tổng")
    ]
    ends = [source.text.index(".", start + 3) + 1 for start in starts]
    lines = list(running_text([Quoted(source, start, end) for start, end in zip(starts, ends, strict=True)]))
    assert ["".join(part if isinstance(part, str) else released(part.words) for part in line) for line in lines] == [
        f"{marks[0]}Tổ chức hội thi nấu ăn cho hội viên. Hội thi nấu ăn theo [7] có 12 đội.",
        f"{marks[1]}Trao 30 suất quà Tết cho hội viên nghèo.",
        "Hội LHPN huyện Sao Mai tổng kết nhiệm vụ vào tháng 12.",
    ]


def test_a_number_in_brackets_of_a_document_cites_nothing() -> None:
    quoting = Quoting()
    line = quoting.line((Quoted(passage("Hội thi theo [1] có 12 đội.", "Kế hoạch"), 0, 27),))
    assert MARK.findall(line) == ["1"]
    assert released(line) == "Hội thi theo [1] có 12 đội. [1]"
