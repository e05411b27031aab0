import io
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import NameObject, StreamObject
from reportlab.pdfgen.canvas import Canvas

from ingest.documents import BlockKind
from ingest.errors import DamagedFileError, EncryptedPdfError, NoPagesError, NoTextLayerError
from ingest.loaders.pdf import read_pdf
from ingest.loaders.pdf_furniture import running_lines
from ingest.loaders.pdf_layout import Fragment
from ingest.loaders.pdf_lines import PrintedLine, paragraphs
from ingest.loaders.pdf_rules import Rule, RuleCollector
from ingest.loaders.pdf_tables import cells_of, find_grids
from tests.ingest.loaders.pdf_files import (
    FONT_FILE,
    drawn,
    encrypted,
    image_only,
    lines_at,
    lines_down,
    use_font,
    written,
)

SAMPLES = Path(__file__).parents[3] / "assistant" / "samples"
ONE_PAGE = drawn([lines_down("Ke hoach cong tac Hoi", "Noi dung thu nhat")])

needs_font = pytest.mark.skipif(not FONT_FILE.is_file(), reason="fonts-liberation2 is not installed")


def test_sample_reads_page_by_page_with_its_table() -> None:
    extracted = read_pdf((SAMPLES / "mau-05-ke-hoach-chuyen-doi-so-2024.pdf").read_bytes())
    assert [page.number for page in extracted.pages] == [1, 2, 3]
    first, second = extracted.pages[0].text, extracted.pages[1].text
    assert "Cập nhật dữ liệu của ít nhất 90% hội viên vào phần mềm quản lý hội viên trước ngày 30/9/2024." in first
    assert "nhiệm kỳ 2021 - 2026;" in first
    row = "2. Mở 03 lớp bồi dưỡng cán bộ Hội chủ chốt — Chủ trì: Ban Tổ chức; Phối hợp: Trường Chính trị tỉnh; "
    assert any(row + "Thời hạn: 30/4/2024" in page.text for page in extracted.pages)
    (number,) = [span for span in extracted.pages[1].spans if span.kind is BlockKind.BOILERPLATE]
    assert second[number.start : number.end] == "2"


@needs_font
def test_letters_survive_in_a_pdf_with_an_embedded_font() -> None:
    text = "Đồng chí Lò Thị Xoan được tặng Kỷ niệm chương; uỷ ban, hoà giải, ưu tú, ngữ nghĩa."
    assert read_pdf(drawn([lines_down(text)])).pages[0].text == text


def test_encrypted_pdf_is_refused() -> None:
    with pytest.raises(EncryptedPdfError, match="encrypted_pdf"):
        read_pdf(encrypted(ONE_PAGE, "bi mat"))


def test_pdf_locked_against_changes_only_is_read() -> None:
    assert "Noi dung thu nhat" in read_pdf(encrypted(ONE_PAGE, "")).pages[0].text


def test_pdf_without_pages_is_refused() -> None:
    with pytest.raises(NoPagesError, match="no_pages"):
        read_pdf(written(pypdf.PdfWriter()))


def test_pdf_without_text_layer_is_refused_with_its_page_count() -> None:
    with pytest.raises(NoTextLayerError, match="no_text_layer") as caught:
        read_pdf(drawn([image_only, image_only]))
    assert caught.value.details == {"pages": 2}


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing more", ONE_PAGE[: len(ONE_PAGE) // 3], b"rubbish"])
def test_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises((DamagedFileError, NoPagesError), match=r"damaged_file|no_pages"):
        read_pdf(data)


def test_short_filter_names_of_old_producers_are_understood() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(ONE_PAGE))
    stream = writer.pages[0]["/Contents"].get_object()
    assert isinstance(stream, StreamObject)
    plain = stream.get_data()
    stream = StreamObject()
    stream.set_data(plain)
    packed = stream.flate_encode()
    packed[NameObject("/Filter")] = NameObject("/Fl")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(packed)
    assert "Noi dung thu nhat" in read_pdf(written(writer)).pages[0].text


def test_title_of_the_container_is_taken_only_if_the_page_says_it() -> None:
    def page(title: str) -> bytes:
        def draw(canvas: Canvas) -> None:
            canvas.setTitle(title)
            lines_down("Ke hoach cong tac Hoi", "Noi dung thu nhat")(canvas)

        return drawn([draw])

    assert read_pdf(page("Ke hoach cong tac Hoi")).declared.title == "Ke hoach cong tac Hoi"
    assert read_pdf(page("Microsoft Word - ban nhap cuoi.doc")).declared.title is None


def test_repeated_heads_and_page_numbers_are_hinted_as_boilerplate() -> None:
    pages = [lines_down("Hoi LHPN tinh Son Ha", "Mo dau " + "xyz"[:number], str(number)) for number in (1, 2, 3)]
    for page in read_pdf(drawn(pages)).pages:
        marked = [page.text[span.start : span.end] for span in page.spans if span.kind is BlockKind.BOILERPLATE]
        assert marked == ["Hoi LHPN tinh Son Ha", str(page.number)]


def test_figures_at_the_edge_of_a_single_page_stay_text() -> None:
    assert running_lines([["2024", "Noi dung"]]) == [frozenset()]


def test_ruled_table_is_read_by_rows() -> None:
    def draw(canvas: Canvas) -> None:
        use_font(canvas)
        canvas.grid([72, 150, 250, 350], [700, 660, 640, 620])
        for x, y, text in [
            (76, 685, "Don vi"),
            (154, 685, "Hoi vien"),
            (154, 668, "moi"),
            (254, 685, "Ty le"),
            (76, 645, "Huyen A"),
            (154, 645, "312"),
            (254, 645, "95%"),
            (76, 625, "Huyen B"),
            (154, 625, "287"),
            (254, 625, "91%"),
        ]:
            canvas.drawString(x, y, text)
        lines_at((72, 740, "Bang so lieu sau day"), (72, 590, "Het bang"))(canvas)

    page = read_pdf(drawn([draw])).pages[0]
    rows = [page.text[span.start : span.end] for span in page.spans if span.kind is BlockKind.TABLE_ROW]
    assert rows == ["Huyen A — Hoi vien moi: 312; Ty le: 95%", "Huyen B — Hoi vien moi: 287; Ty le: 91%"]
    assert {"Bang so lieu sau day", "Het bang"} <= set(page.text.split("\n"))


def test_merged_fields_of_a_ruled_table_are_one_cell() -> None:
    rules = [Rule(0, y, 300, y) for y in (0, 80, 100)] + [Rule(100, 40, 300, 40)]
    rules += [Rule(x, 0, x, 100) for x in (0, 100, 300)] + [Rule(200, 0, 200, 80)]
    (grid,) = find_grids(rules)
    places = [(10, 90, "Cụm"), (110, 90, "Hội viên"), (10, 45, "Cụm 1"), (110, 60, "A"), (110, 10, "B"), (210, 10, "9")]
    cells = cells_of(grid, [Fragment(text, x, y, 12) for x, y, text in places])
    assert [[cell.text for cell in row] for row in cells] == [
        ["Cụm", "Hội viên", "Hội viên"],
        ["Cụm 1", "A", ""],
        ["Cụm 1", "B", "9"],
    ]
    assert (cells[0][2].from_left, cells[2][0].from_above, cells[1][0].from_above) == (True, True, False)


def test_what_is_only_clipped_or_filled_is_no_rule() -> None:
    collector = RuleCollector()
    unit = (1, 0, 0, 1, 0, 0)
    for operator, operands in [(b"re", (0, 0, 500, 700)), (b"W", ()), (b"n", ()), (b"re", (0, 0, 90, 90)), (b"f", ())]:
        collector.take(operator, operands, unit)
    assert collector.rules == []
    for operator, operands in [(b"re", (0, 0, 90, 0.5)), (b"f", ()), (b"m", (0, 0)), (b"l", (0, 50)), (b"S", ())]:
        collector.take(operator, operands, unit)
    assert collector.rules == [Rule(0, 0, 90, 0.5), Rule(0, 0, 0, 50)]


def test_frame_round_the_text_is_no_table() -> None:
    assert find_grids([Rule(0, 0, 300, 0), Rule(0, 400, 300, 400), Rule(0, 0, 0, 400), Rule(300, 0, 300, 400)]) == []


def printed(*lines: tuple[float, float, str]) -> list[PrintedLine]:
    return [PrintedLine(text, x, y, 13.0) for x, y, text in lines]


FULL = "Các cấp Hội trong tỉnh đã tổ chức nhiều hoạt động thiết thực, hướng về cơ sở,"


def test_paragraphs_join_full_lines_and_start_anew_at_an_indent() -> None:
    lines = printed(
        (108, 700, FULL), (72, 682, FULL), (72, 664, "được cấp ủy ghi nhận."), (108, 646, FULL), (72, 628, "hết.")
    )
    assert paragraphs(lines) == [f"{FULL} {FULL} được cấp ủy ghi nhận.", f"{FULL} hết."]


@pytest.mark.parametrize("start", ["- mục một", "a) nội dung", "2. Nhiệm vụ", "Điều 3. Tổ chức", "Căn cứ Luật"])
def test_paragraphs_do_not_swallow_what_starts_a_block(start: str) -> None:
    lines = printed((72, 700, FULL), (72, 682, FULL), (72, 664, start))
    assert paragraphs(lines)[-1] == start


def test_paragraphs_keep_a_range_of_years_together() -> None:
    first = FULL.removesuffix(" hướng về cơ sở,") + " giai đoạn 2021"
    assert paragraphs(printed((72, 700, first), (72, 682, "- 2026 đạt kết quả tốt."))) == [
        f"{first} - 2026 đạt kết quả tốt."
    ]


def test_paragraphs_keep_a_centred_title_of_two_lines_together() -> None:
    title = "Kết quả công tác Hội và phong trào phụ nữ sáu tháng đầu năm, phương hướng,"
    tail = "nhiệm vụ sáu tháng cuối năm"
    x = 72 + (len(title) - len(tail)) * 13 * 0.23
    assert paragraphs(printed((72, 700, title), (x, 682, tail))) == [f"{title} {tail}"]
