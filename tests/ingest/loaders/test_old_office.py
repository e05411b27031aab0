import io

import pytest
import xlwt

from ingest.chunking import chunk_document
from ingest.documents import BlockKind, RawDocument
from ingest.errors import DamagedFileError, EncryptedFileError, StateSecretError
from ingest.loaders.registry import parse
from ingest.settings import ChunkingSettings
from ingest.structure import structure
from tests.ingest.legacy_writing import written
from tests.ingest.loaders.ole_files import compound_file, doc_file, ppt_file

PLAIN = "Times New Roman"


def text_of(raw: RawDocument) -> str:
    return "\f".join(page.text for page in raw.pages)


@pytest.mark.parametrize("wide", [False, True])
def test_doc_is_read_run_by_run_with_its_fonts(wide: bool) -> None:
    runs = [
        (written("báo cáo kết quả\r", "tcvn3"), ".VnTimeH"),
        (written("Hội vận động được ", "tcvn3"), ".VnTime"),
        (written("nguồn lực\r", "vni"), "VNI-Times"),
        ("(c\xf3 340 h\xe9c vi\xean)\r", ".VnTime"),
    ]
    raw = parse(doc_file(runs, [".VnTimeH", ".VnTime", "VNI-Times"], wide=wide), "a.doc", ".doc")
    assert text_of(raw) == "BÁO CÁO KẾT QUẢ\n\nHội vận động được nguồn lực\n\n(cú 340 hộc viờn)"
    assert raw.encoding == "tcvn3+vni"


def test_doc_in_unicode_stays_as_it_is() -> None:
    runs = [("Hội LHPN huyện Bình An ® – họp thường kỳ\r", PLAIN)]
    raw = parse(doc_file(runs, [PLAIN], wide=True), "a.doc", ".doc")
    assert (text_of(raw), raw.encoding, raw.encoding_confidence) == (
        "Hội LHPN huyện Bình An ® – họp thường kỳ",
        "unicode",
        1.0,
    )


def test_doc_table_is_a_line_per_row_and_fields_show_their_results() -> None:
    rows = "Đơn vị\x07Hội viên\x07\x07Huyện A\x07312\x07\x07Huyện B\x07289\x07\x07"
    text = f"Danh sách\r{rows}Trang \x13 PAGE \x142\x15 hết\r"
    raw = parse(doc_file([(text, PLAIN)], [PLAIN], wide=True), "a.doc", ".doc")
    assert text_of(raw) == "Danh sách\n\nĐơn vị | Hội viên\n\nHuyện A | 312\nHuyện B | 289\n\nTrang 2 hết"
    kinds = [span.kind for span in raw.pages[0].spans]
    assert kinds == [BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW]


def test_rows_of_an_old_table_stand_under_the_names_of_their_columns_and_what_follows_does_not() -> None:
    rows = "Đơn vị\x07Hội viên\x07\x07A\x07B\x07\x07Huyện A\x07312\x07\x07Huyện B\x07289\x07\x07"
    body = f"Danh sách\r{rows}Các đơn vị khác chưa gửi báo cáo về Hội tỉnh.\r"
    document = structure(parse(doc_file([(body, PLAIN)], [PLAIN], wide=True), "a.doc", ".doc"))
    chunks = chunk_document(document, ChunkingSettings(target_chars=40, max_chars=60))
    paths = {chunk.text.split("\n")[-1]: chunk.heading_path for chunk in chunks}
    assert paths["Huyện B | 289"][-1] == "Đơn vị | Hội viên"
    assert paths["Các đơn vị khác chưa gửi báo cáo về Hội tỉnh."] == ()


@pytest.mark.parametrize("name", ["a.doc", "a.rtf"])
def test_running_heads_of_old_files_are_looked_at_for_secrecy_and_not_stored(name: str) -> None:
    if name == "a.doc":
        data = doc_file([("Báo cáo\r", PLAIN), ("TUYỆT MẬT\r", PLAIN)], [PLAIN], wide=True, heads=10)
    else:
        data = rtf(r"{\header\pard\f2 TUY\u7878?T M\u7852?T\par}\pard\f2 B\'e1o c\'e1o\par")
    raw = parse(data, name, name[1:])
    assert text_of(raw) == "Báo cáo"
    assert raw.aside[-1] == "TUYỆT MẬT"
    with pytest.raises(StateSecretError, match="state_secret"):
        structure(raw)


def test_doc_with_a_password_cut_short_or_without_text_is_refused() -> None:
    with pytest.raises(EncryptedFileError, match="encrypted_file"):
        parse(doc_file([("x\r", PLAIN)], [PLAIN], encrypted=True), "a.doc", ".doc")
    whole = doc_file([("Hội nghị\r", PLAIN)], [PLAIN], wide=True)
    for keep in (600, 1500, 2600, len(whole) // 2):
        with pytest.raises(DamagedFileError, match="damaged_file"):
            parse(whole[:keep], "a.doc", ".doc")
    with pytest.raises(DamagedFileError, match="damaged_file"):
        parse(compound_file({"WordDocument": b"\xec\xa5\xc1\0" + b"\0" * 500}), "a.doc", ".doc")


def test_ppt_is_a_page_per_slide_with_its_title_as_heading() -> None:
    slides = [
        [(0, written("Kết quả năm", "tcvn3")), (1, written("Vận động\rGiúp đỡ hội viên", "tcvn3"))],
        [(0, written("Phương hướng", "tcvn3"))],
    ]
    raw = parse(ppt_file(slides, ".VnArial"), "a.ppt", ".ppt")
    assert [page.text for page in raw.pages] == ["Kết quả năm\n\nVận động\n\nGiúp đỡ hội viên", "Phương hướng"]
    assert [page.number for page in raw.pages] == [1, 2]
    assert raw.pages[0].spans[0].kind is BlockKind.HEADING
    assert raw.encoding == "tcvn3"


def xls_file() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Bieu 1")
    legacy, number, day = xlwt.XFStyle(), xlwt.XFStyle(), xlwt.XFStyle()
    legacy.font.name = ".VnTime"
    number.num_format_str, day.num_format_str = "#,##0.0", "d/m/yyyy"
    sheet.write_merge(0, 0, 0, 2, written("tổng hợp hội viên", "tcvn3"), legacy)
    for row, cells in enumerate(
        [("Đơn vị", "Hội viên", "Ngày"), ("Huyện A", 1312.5, 45359), ("Huyện B", 289, 45360)], 2
    ):
        for column, value in enumerate(cells):
            shown = written(value, "tcvn3") if isinstance(value, str) else value
            sheet.write(row, column, shown, legacy if isinstance(value, str) else number if column == 1 else day)
    book.add_sheet("Sheet2")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_xls_is_read_as_displayed_with_names_of_columns_once() -> None:
    raw = parse(xls_file(), "a.xls", ".xls")
    assert text_of(raw) == (
        "Bieu 1\n\ntổng hợp hội viên\n\nĐơn vị | Hội viên | Ngày\n\n"
        "Huyện A | 1.312,5 | 08/03/2024\nHuyện B | 289,0 | 09/03/2024"
    )
    assert raw.encoding == "tcvn3"
    assert raw.declared.title == "tổng hợp hội viên"
    header = raw.pages[0].spans[1]
    assert (header.kind, header.level) == (BlockKind.HEADING, 6)


def test_xls_cut_short_is_refused() -> None:
    whole = xls_file()
    for keep in (600, 3000, len(whole) - 700):
        with pytest.raises(DamagedFileError, match="damaged_file"):
            parse(whole[:keep], "a.xls", ".xls")


def rtf(body: str) -> bytes:
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 .VnTime;}{\f1\fnil\fcharset0 .VnTimeH;}"
        r"{\f2\fnil\fcharset163 Times New Roman;}{\f3\fnil VNI-Times;}}{\stylesheet{\s1 heading 1;}{\s0 Normal;}}"
        r"{\info{\title bo qua}}{\header\pard trang 1\par}"
    )
    return (head + body + "}").encode("latin-1")


def escaped(text: str) -> str:
    return "".join(f"\\'{ord(char):02x}" if ord(char) > 127 else char for char in text)


def test_rtf_is_read_run_by_run_with_its_fonts() -> None:
    body = (
        rf"\pard\s1\f1 {escaped(written('kế hoạch', 'tcvn3'))}\par\pard\f0 {escaped(written('Hội vận động', 'tcvn3'))}"
        rf" {{\f3 {escaped(written('hội viên', 'vni'))}}}\par"
        r"\f2 ph\u7909? n\u7919?\'e2n\ldblquote x\rdblquote{\*\comment ẩn}\par{\v an}{\pict 0a0b}\par"
    ).replace("ẩn", "an")
    raw = parse(rtf(body), "a.rtf", ".rtf")
    assert text_of(raw) == "KẾ HOẠCH\n\nHội vận động hội viên\n\nphụ nữân“x”"
    assert raw.pages[0].spans[0].level == 1
    assert set((raw.encoding or "").split("+")) == {"tcvn3", "vni", "unicode"}


def test_rtf_table_is_a_line_per_row() -> None:
    row = r"\trowd\cellx1000\cellx2000\intbl {}\cell {}\cell\row"
    body = row.format("Don vi", "So") + row.format("Huyen A", "312") + row.format("Huyen B", "289") + r"\pard het\par"
    assert text_of(parse(rtf(body), "a.rtf", ".rtf")) == "Don vi | So\n\nHuyen A | 312\nHuyen B | 289\n\nhet"


def test_rtf_of_endless_groups_is_refused_and_an_open_one_read() -> None:
    with pytest.raises(DamagedFileError, match="nested_groups"):
        parse(b"{\\rtf1 " + b"{" * 20_000, "a.rtf", ".rtf")
    assert text_of(parse(rb"{\rtf1 Hoi nghi {\b con mo", "a.rtf", ".rtf")) == "Hoi nghi con mo"


@pytest.mark.parametrize(
    ("name", "data", "detected"),
    [("a.doc", rtf(r"\f2 noi dung\par"), "rtf"), ("a.xls", b"<html><table><tr><td>a</td></tr></table></html>", "html"),
     ("a.doc", "Hội nghị tổng kết".encode(), "txt"), ("a.doc", xls_file(), "xls")],
)  # fmt: skip
def test_office_name_over_another_format_is_read_as_what_it_is(name: str, data: bytes, detected: str) -> None:
    (note,) = parse(data, name, name[1:]).notes
    assert (note.code, dict(note.details)["detected"]) == ("read_as", detected)
