import io
import zipfile
from datetime import date, datetime

import openpyxl
import pptx
import pytest
from openpyxl.styles import Font
from pptx.util import Cm

from ingest.documents import BlockKind, RawDocument
from ingest.errors import DamagedFileError, EncryptedFileError, FileTooLargeError
from ingest.loaders.number_formats import is_moment_format, shown_moment, shown_number
from ingest.loaders.registry import parse
from ingest.loaders.sheet_xml import check_unpacked
from tests.ingest.legacy_writing import written
from tests.ingest.loaders.ole_files import compound_file


def text_of(raw: RawDocument) -> str:
    return "\f".join(page.text for page in raw.pages)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.5, "#,##0.0", "1.234,5"), (1234567, "#,##0", "1.234.567"), (1234567, "General", "1234567"),
        (0.881, "0.0%", "88,1%"), (-1234.5, "#,##0.00;(#,##0.00)", "(1.234,50)"), (0, '0;-0;"-"', "-"),
        (300000, '#,##0" đồng"', "300.000 đồng"), (3.2e9, '#,##0.0,,"tr"', "3.200,0tr"), (0.1 + 0.2, None, "0,3"),
        (5, '"Số "0', "Số 5"), (3, "[Red]0.00", "3,00"), (-0.01, "0.0", "0,0"), (1.5, "# ?/?", "1,5"),
        (312, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "312"),
        (0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_a_vietnamese_reader_sees_them(value: float, code: str | None, shown: str) -> None:
    assert shown_number(value, code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [("dd/mm/yyyy", "08/03/2024"), ("m/d/yyyy", "08/03/2024"), ("mm/yyyy", "03/2024"), ("h:mm", "09:05"),
     ("[$-42A]dd mmmm yyyy;@", "08/03/2024"), ("d/m/yy h:mm:ss", "08/03/2024 09:05:00"), (None, "08/03/2024 09:05")],
)  # fmt: skip
def test_dates_are_written_day_first(code: str | None, shown: str) -> None:
    assert shown_moment(datetime(2024, 3, 8, 9, 5), code) == shown
    assert is_moment_format(code) == (code is not None)


def test_xlsx_rows_name_their_columns() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Quý I"
    for row in (
        ["KẾT QUẢ PHÁT TRIỂN HỘI VIÊN"], ["(Kèm theo báo cáo)"], [],
        ["STT", "Đơn vị", "Hội viên", None, "Ngày báo cáo"], [None, None, "Kết nạp mới", "Tỷ lệ", None],
        ["A", "B", 1, 2, 3],
        [1, "Huyện A", 1312, 0.95, date(2024, 3, 8)], [2, "Huyện B", 289, 0.881, date(2024, 3, 9)],
        [], ["Người lập biểu", None, None, "Chủ tịch"],
    ):  # fmt: skip
        sheet.append(row)
    for merged in ("A1:E1", "C4:D4", "A4:A5", "B4:B5", "E4:E5"):
        sheet.merge_cells(merged)
    for row in (7, 8):
        sheet.cell(row, 3).number_format, sheet.cell(row, 4).number_format = "#,##0", "0.0%"
    raw = parse(saved(book), "a.xlsx", ".xlsx")
    assert text_of(raw) == (
        "Quý I\n\nKẾT QUẢ PHÁT TRIỂN HỘI VIÊN\n\n(Kèm theo báo cáo)\n\n"
        "1. Huyện A — Hội viên – Kết nạp mới: 1.312; Hội viên – Tỷ lệ: 95,0%; Ngày báo cáo: 08/03/2024\n"
        "2. Huyện B — Hội viên – Kết nạp mới: 289; Hội viên – Tỷ lệ: 88,1%; Ngày báo cáo: 09/03/2024\n"
        "Người lập biểu | Chủ tịch"
    )
    assert raw.declared.title == "KẾT QUẢ PHÁT TRIỂN HỘI VIÊN"
    assert raw.pages[0].spans[0].kind is BlockKind.HEADING


def test_xlsx_header_of_words_only_is_known_by_its_bold_letters() -> None:
    book = openpyxl.Workbook()
    for row in (["Họ tên", "Chức vụ"], ["Nguyễn Thị Lan", "Chủ tịch"], ["Trần Thị Mai", "Phó Chủ tịch"]):
        book.active.append(row)
    plain = parse(saved(book), "a.xlsx", ".xlsx")
    assert text_of(plain).splitlines()[1] == "Nguyễn Thị Lan | Chủ tịch"
    for cell in book.active[1]:
        cell.font = Font(bold=True)
    assert text_of(parse(saved(book), "a.xlsx", ".xlsx")).splitlines() == [
        "Nguyễn Thị Lan — Chức vụ: Chủ tịch",
        "Trần Thị Mai — Chức vụ: Phó Chủ tịch",
    ]


def test_xlsx_in_an_old_font_is_decoded() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = written("tổng hợp kết quả vận động hội viên", "tcvn3")
    book.active["A1"].font = Font(name=".VnTime")
    raw = parse(saved(book), "a.xlsx", ".xlsx")
    assert (text_of(raw), raw.encoding) == ("tổng hợp kết quả vận động hội viên", "tcvn3")


def test_xlsx_says_what_it_left_out() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Đơn vị", "Tổng"])
    book.active.append(["Huyện A", "=1+1"])
    book.create_sheet("Ẩn").append(["bí mật nghề bếp"])
    book["Ẩn"].sheet_state = "hidden"
    raw = parse(saved(book), "a.xlsx", ".xlsx")
    assert "bếp" not in text_of(raw)
    assert {(note.code, dict(note.details).get("count")) for note in raw.notes} == {
        ("hidden_sheets", None), ("formulas_without_values", 1),
    }  # fmt: skip


def long_sheet(rows: int) -> bytes:
    """A workbook of one column, written without openpyxl, which would take a minute."""
    book = openpyxl.Workbook()
    book.active.append(["x"])
    body = "".join(map('<row r="{0}"><c r="A{0}"><v>{0}</v></c></row>'.format, range(1, rows + 1)))
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:A{rows}"/><sheetData>{body}</sheetData></worksheet>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            is_sheet = info.filename == "xl/worksheets/sheet1.xml"
            new.writestr(info, xml if is_sheet else old.read(info), compresslevel=1)
    return target.getvalue()


def test_sheet_of_a_million_rows_is_cut_and_says_so() -> None:
    raw = parse(long_sheet(1_000_000), "a.xlsx", ".xlsx")
    (note,) = raw.notes
    assert (note.code, dict(note.details)) == ("sheet_cut", {"sheet": "Sheet", "rows": 20_000, "total": 1_000_000})
    assert text_of(raw).endswith("\n20000")


def test_damaged_locked_and_swelling_workbooks_are_refused() -> None:
    whole = saved(openpyxl.Workbook())
    with pytest.raises(DamagedFileError, match="damaged_file"):
        parse(whole[: len(whole) // 2], "a.xlsx", ".xlsx")
    with pytest.raises(EncryptedFileError, match="encrypted_file"):
        parse(compound_file({"EncryptedPackage": b"x"}), "a.xlsx", ".xlsx")
    with zipfile.ZipFile(io.BytesIO(whole)) as archive, pytest.raises(FileTooLargeError, match="file_too_large"):
        check_unpacked(archive, 10)


@pytest.mark.parametrize(
    "data",
    [
        "STT;Đơn vị;Hội viên\n1;Huyện A;1.312\n2;Huyện B;289,5\n".encode("utf-8-sig"),
        "STT\tĐơn vị\tHội viên\n1\tHuyện A\t1.312\n2\tHuyện B\t289,5\n".encode("utf-16"),
        'STT,Đơn vị,Hội viên\n1,Huyện A,1.312\n2,Huyện B,"289,5"\n'.encode(),
        "sep=|\nSTT|Đơn vị|Hội viên\n1|Huyện A|1.312\n2|Huyện B|289,5\n".encode(),
    ],
)
def test_csv_with_any_separator_names_its_columns(data: bytes) -> None:
    assert text_of(parse(data, "a.csv", ".csv")) == "1. Huyện A — Hội viên: 1.312\n2. Huyện B — Hội viên: 289,5"


def test_csv_of_words_takes_its_first_row_for_the_names() -> None:
    raw = parse("Họ tên,Chức vụ\nLan,Chủ tịch\nMai,\n".encode(), "a.csv", ".csv")
    assert text_of(raw) == "Lan — Chức vụ: Chủ tịch\nMai"


def test_csv_in_tcvn3_is_decoded() -> None:
    lines = "đơn vị;hội viên nòng cốt được kết nạp\nxã vùng cao;312\nphường đồng tiến;289\n"
    raw = parse(written(lines, "tcvn3").encode("latin-1"), "a.csv", ".csv")
    assert raw.encoding == "tcvn3"
    assert text_of(raw).splitlines()[0] == "xã vùng cao — hội viên nòng cốt được kết nạp: 312"


def presentation() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Kết quả sáu tháng"
    box = slide.shapes.add_textbox(Cm(1), Cm(5), Cm(10), Cm(2))
    box.text_frame.text = "Kết nạp 312 hội viên"
    run = box.text_frame.add_paragraph().add_run()
    run.text, run.font.name = written("vận động nguồn lực", "vni"), "VNI-Times"
    table = slide.shapes.add_table(3, 2, Cm(1), Cm(9), Cm(10), Cm(3)).table
    for row, cells in enumerate([("Đơn vị", "Hội viên"), ("Huyện A", "312"), ("Huyện B", "289")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    slide.notes_slide.notes_text_frame.text = "Nhắc cảm ơn đơn vị đăng cai"
    hidden = deck.slides.add_slide(deck.slide_layouts[5])
    hidden.shapes.title.text = "Trang ẩn"
    hidden.element.set("show", "0")
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def test_pptx_is_a_page_per_slide_with_title_tables_and_notes() -> None:
    raw = parse(presentation(), "a.pptx", ".pptx")
    assert text_of(raw) == (
        "Kết quả sáu tháng\n\nKết nạp 312 hội viên\n\nvận động nguồn lực\n\n"
        "Huyện A — Hội viên: 312\nHuyện B — Hội viên: 289\n\nNhắc cảm ơn đơn vị đăng cai"
    )
    with pytest.raises(DamagedFileError, match="damaged_file"):
        parse(presentation()[:9000], "a.pptx", ".pptx")
