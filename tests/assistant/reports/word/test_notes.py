"""Where a figure comes from stands behind it: footnotes, endnotes or an appendix, read back out of the file."""

import re

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reports.model import DraftSection, DraftSentence, SentenceKind
from assistant.reports.word.exporting import export
from assistant.reports.word.options import ExportOptions, NoteStyle
from assistant.reports.word.profile_files import load_profile
from tests.assistant.reports.word.made_draft import body, citation, small_draft, sourced
from tests.assistant.reports.word.reading_back import note_texts, noted_texts, opened, part

HOI = load_profile("HOI")
FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
BASE = "http://may-chu:7860/"


def body_paragraphs(data: bytes) -> list[str]:
    return [one.text for one in opened(data).paragraphs]


@pytest.mark.parametrize(("style", "kind"), [(NoteStyle.FOOTNOTES, "footnote"), (NoteStyle.ENDNOTES, "endnote")])
def test_every_figure_stands_in_the_quote_of_its_note(style: NoteStyle, kind: str) -> None:
    data = export(small_draft(), HOI, ExportOptions(style))
    found = noted_texts(data, kind)
    assert len(found) == 8
    for one in found:
        quotes = " ".join(re.findall(r"“(.*)”", "\n".join(one.notes)))
        assert [figure for figure in FIGURE.findall(one.text) if figure not in quotes] == []
    said = " ".join(one.text for one in found)
    for sentence in (
        line for section in small_draft().sections for one in section.paragraphs for line in one.sentences
    ):
        if sentence.kind is SentenceKind.SOURCED:
            assert sentence.text.rstrip(".;") in said


def test_a_note_names_document_section_page_and_quote() -> None:
    first = note_texts(export(small_draft(), HOI))["1"]
    assert first.strip().startswith("Báo cáo số 1/BC-BTV ngày 15/06/2023, mục II.1, tr. 2: “Toàn tỉnh kết nạp mới")


def test_doubtful_sources_say_so_in_their_note() -> None:
    assert "(đọc từ ảnh quét)" in note_texts(export(small_draft(), HOI))["2"]


def test_links_lead_to_the_place_in_the_application() -> None:
    data = export(small_draft(), HOI, ExportOptions(base_address=BASE))
    targets = [one.get("Target") for one in part(data, "word/_rels/footnotes.xml.rels")]
    quote = "Toàn tỉnh kết nạp mới 3.562/5.000 hội viên, đạt 71% kế hoạch năm."
    assert f"http://may-chu:7860/nguon/0000000000000001?trang=2&tu=10&den={10 + len(quote)}" in targets


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "may-chu", "file:///etc/passwd", "http://[x"])
def test_without_a_web_address_there_are_no_links(address: str) -> None:
    data = export(small_draft(), HOI, ExportOptions(base_address=address))
    assert part(data, "word/footnotes.xml").find(f".//{qn('w:hyperlink')}") is None


def test_neighbouring_marks_are_separated() -> None:
    paragraph = next(one for one in opened(export(small_draft(), HOI)).paragraphs if one.text.startswith("Toàn tỉnh"))
    raised = [run.text for run in paragraph.runs if run.font.superscript]
    assert raised == ["", ", ", "", ""]


def test_word_finds_the_separators_it_wants() -> None:
    data = export(small_draft(), HOI)
    types = {one.get(qn("w:id")): one.get(qn("w:type")) for one in part(data, "word/footnotes.xml")}
    assert (types["-1"], types["0"], types["1"]) == ("separator", "continuationSeparator", None)
    declared = part(data, "word/settings.xml").find(qn("w:footnotePr"))
    assert [one.get(qn("w:id")) for one in declared.findall(qn("w:footnote"))] == ["-1", "0"]


def test_endnotes_are_numbered_in_figures() -> None:
    data = export(small_draft(), HOI, ExportOptions(NoteStyle.ENDNOTES))
    declared = part(data, "word/settings.xml").find(qn("w:endnotePr"))
    assert declared.find(qn("w:numFmt")).get(qn("w:val")) == "decimal"


def test_the_appendix_lists_every_place_once_and_marks_lead_to_it() -> None:
    data = export(small_draft(), HOI, ExportOptions(NoteStyle.APPENDIX, base_address=BASE))
    table = opened(data).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Số", "Nguồn", "Trích nguyên văn"]
    assert [row[0] for row in rows[1:]] == [f"[{number}]" for number in range(1, 8)]
    assert [one for one in body_paragraphs(data) if one.upper().startswith("PHỤ LỤC")] == [
        "Phụ lục I",
        "Phụ lục II",
        "PHỤ LỤC NGUỒN SỐ LIỆU",
    ]
    document = part(data, "word/document.xml")
    anchors = {one.get(qn("w:anchor")) for one in document.iter(qn("w:hyperlink"))} - {None}
    bookmarks = {one.get(qn("w:name")) for one in document.iter(qn("w:bookmarkStart"))}
    assert anchors == bookmarks
    assert "word/footnotes.xml" not in [one.partname.lstrip("/") for one in opened(data).part.package.iter_parts()]


def test_missing_values_are_highlighted_and_a_persons_sentences_marked() -> None:
    runs = [run for one in opened(export(small_draft(), HOI)).paragraphs for run in one.runs]
    assert [run.text for run in runs if run.font.highlight_color == 7] == [
        "[CẦN BỔ SUNG: tình hình kinh tế - xã hội]",
        "[CẦN BỔ SUNG: XD01]",
    ]
    assert [run.text for run in runs if run.font.highlight_color == 3] == ["[chưa có nguồn]"]
    unmarked = export(small_draft(), HOI, ExportOptions(mark_unsourced=False))
    assert "chưa có nguồn" not in "".join(body_paragraphs(unmarked))


def test_the_indicator_table_repeats_its_head_and_shows_sources() -> None:
    data = export(small_draft(), HOI)
    table = opened(data).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kế hoạch hoặc tổng số",
        "Kết quả",
        "Tỷ lệ (%)",
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[1].cells] == ["1", "Hội viên mới", "người", "5.000", "3.562", "71"]
    assert table.rows[1].cells[4]._tc.find(f".//{qn('w:footnoteReference')}") is not None
    assert table.rows[3].cells[4].text == "[CẦN BỔ SUNG]"
    assert table.rows[4].cells[4].text == "607 [chưa có nguồn]"
    assert "Phụ lục I" in body_paragraphs(data)
    assert len(opened(data).sections) == 2


def test_the_mark_of_a_machines_draft_is_in_head_and_properties() -> None:
    data = export(small_draft(), HOI)
    document = opened(data)
    section = document.sections[0]
    for header in (section.first_page_header, section.header):
        assert header.paragraphs[0].text == "DỰ THẢO do trợ lý AI tạo"
    assert document.core_properties.comments == "DỰ THẢO do trợ lý AI tạo"
    custom = part(data, "docProps/custom.xml")
    assert "".join(custom.itertext()) == "DỰ THẢO do trợ lý AI tạo"


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_gives_a_file_that_opens(text: str, quote: str) -> None:
    sentence = DraftSentence(text, SentenceKind.SOURCED, (citation(1, quote, title=text, number=None),))
    draft = small_draft(title=text, sections=(DraftSection("I", 1, text, (body(sentence),)),), recipients=(text,))
    opened(export(draft, HOI))


def test_characters_xml_forbids_are_dropped() -> None:
    draft = small_draft(
        sections=(DraftSection("I", 1, "Kết\x00 quả", (body(sourced(1, "Có 12\x0b hộ\ud800 \ufffe.")),)),)
    )
    assert {"I. KẾT QUẢ", "Có 12 hộ ./."} <= set(body_paragraphs(export(draft, HOI)))
