import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from ingest.documents import BlockKind, RawPage
from ingest.errors import DamagedFileError, FileTooLargeError
from ingest.loaders import docx as loader
from ingest.loaders.docx import read_docx

SAMPLES = Path(__file__).parents[3] / "assistant" / "samples"


def read(document: WordDocument) -> RawPage:
    buffer = io.BytesIO()
    document.save(buffer)
    (page,) = read_docx(buffer.getvalue()).pages
    return page


def of_kind(page: RawPage, kind: BlockKind) -> list[str]:
    return [page.text[span.start : span.end] for span in page.spans if span.kind is kind]


def blocks(page: RawPage) -> list[str]:
    return [line for line in page.text.split("\n") if line]


def test_sample_reads_letterhead_headings_and_table() -> None:
    (page,) = read_docx((SAMPLES / "mau-04-bao-cao-6-thang-2024.docx").read_bytes()).pages
    lines = blocks(page)
    assert lines[1:4] == ["HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ HỘI LHPN TỈNH SƠN HÀ", "Số: 47/BC-BTV"]
    assert "I. ĐẶC ĐIỂM TÌNH HÌNH" in of_kind(page, BlockKind.HEADING)
    assert of_kind(page, BlockKind.TABLE_ROW)[0] == (
        "1. Huyện Bình An — Hội viên mới: 312; Hộ thoát nghèo, cận nghèo: 41; "
        "Mái ấm tình thương: 3; Trẻ được đỡ đầu: 126"
    )
    assert lines[-1] == "Đinh Thị Thu Thảo"


def test_heading_levels_come_from_styles() -> None:
    document = docx.Document()
    document.add_heading("Báo cáo", 0)
    document.add_heading("Kết quả", 1)
    document.add_heading("Công tác tuyên truyền", 2)
    page = read(document)
    assert [(span.kind, span.level) for span in page.spans] == [
        (BlockKind.TITLE, None),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]


def test_merged_cells_are_not_repeated() -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    rows = [("Đơn vị", "Hội viên", ""), ("", "mới", "tổng"), ("Khu vực vùng cao", "", ""), ("Huyện A", "312", "4.120")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(2, 2))
    for row in table.rows[:2]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    assert of_kind(read(document), BlockKind.TABLE_ROW) == [
        "Khu vực vùng cao",
        "Huyện A — Hội viên – mới: 312; Hội viên – tổng: 4.120",
    ]


def test_row_label_merged_downwards_stands_in_every_row() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    rows = [("Cụm", "Đơn vị", "Số hội viên"), ("Cụm 1", "Xã A", "120"), ("", "Xã B", "95")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert of_kind(read(document), BlockKind.TABLE_ROW) == [
        "Cụm 1 — Đơn vị: Xã A; Số hội viên: 120",
        "Cụm 1 — Đơn vị: Xã B; Số hội viên: 95",
    ]


def test_automatic_numbers_and_bullets_are_written_out() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
            '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
            "</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in [
        ("Tình hình", 0),
        ("Thuận lợi", 1),
        ("Khó khăn", 1),
        ("vốn", 2),
        ("Kết quả", 0),
        ("Hội viên", 1),
    ]:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>')
        )
    document.add_paragraph("gạch đầu dòng", style="List Bullet")
    page = read(document)
    assert blocks(page) == [
        "I. Tình hình",
        "I.1. Thuận lợi",
        "I.2. Khó khăn",
        "a) vốn",
        "II. Kết quả",
        "II.1. Hội viên",
        "- gạch đầu dòng",
    ]
    assert of_kind(page, BlockKind.LIST_ITEM) == ["- gạch đầu dòng"]


def test_tracked_changes_and_content_controls_read_as_the_final_text() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Kết nạp ")._p
    run = "<w:r><w:t>{}</w:t></w:r>"
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1">{run.format("312")}</w:ins>'))
    deleted = "<w:r><w:delText>300</w:delText></w:r>"
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")} w:id="2">{deleted}</w:del>'))
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"))
    paragraph.append(parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{run.format(' hội viên')}</w:sdtContent></w:sdt>"))
    body = document.element.body
    inner = f"<w:p>{run.format('Trong khung nhập liệu')}</w:p>"
    body.insert(1, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"))
    assert blocks(read(document)) == ["Kết nạp 312 hội viên", "Trong khung nhập liệu"]


def test_text_box_is_read_once_where_it_is_anchored() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Đoạn chính")._p
    box = "<w:txbxContent><w:p><w:r><w:t>Ảnh: hội nghị tổng kết</w:t></w:r></w:p></w:txbxContent>"
    paragraph.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.add_paragraph("Đoạn sau")
    assert blocks(read(document)) == ["Đoạn chính", "Ảnh: hội nghị tổng kết", "Đoạn sau"]


def test_header_and_footer_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Tiêu đề trang"
    document.sections[0].footer.paragraphs[0].text = "Chân trang"
    document.add_paragraph("Nội dung")
    assert blocks(read(document)) == ["Nội dung"]


def test_damaged_word_files_are_refused() -> None:
    whole = (SAMPLES / "mau-06-thong-bao-ket-luan-quy-2-2024.docx").read_bytes()
    with pytest.raises(DamagedFileError, match="damaged_file"):
        read_docx(whole[: len(whole) // 2])
    emptied = io.BytesIO()
    with zipfile.ZipFile(emptied, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    with pytest.raises(DamagedFileError, match="damaged_file"):
        read_docx(emptied.getvalue())


def test_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "_MAX_UNPACKED_BYTES", 2**20)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 2**21)
    with pytest.raises(FileTooLargeError, match="file_too_large"):
        read_docx(bomb.getvalue())


def test_declared_title_counts_only_if_the_text_says_it() -> None:
    document = docx.Document()
    document.core_properties.title = "Kế hoạch công tác Hội năm 2024"
    document.add_paragraph("KẾ HOẠCH CÔNG TÁC HỘI NĂM 2024")
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_docx(buffer.getvalue()).declared.title == "Kế hoạch công tác Hội năm 2024"
