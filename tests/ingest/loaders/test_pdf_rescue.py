import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.documents import RawPage
from ingest.errors import OcrFailedError, OcrMissingError
from ingest.loaders.pdf import read_pdf
from ingest.loaders.pdf_faults import Fault, fault_of
from ingest.loaders.pdf_layout import Fragment, PageLayout
from tests.ingest.loaders.pdf_files import FONT, FONT_FILE, drawn, lines_at, lines_down, use_font
from tests.ingest.ocr.pages import LETTER, READ, letter, needs_tesseract, program, scanned_pdf

needs_font = pytest.mark.skipif(not FONT_FILE.is_file(), reason="fonts-liberation2 is not installed")

LINES = (
    "Hội nghị biểu dương những tập thể, cá nhân tiêu biểu trong phong trào phụ nữ",
    "và triển khai nhiệm vụ trọng tâm của các cấp Hội trong những tháng cuối năm.",
)


def torn(*lines: str) -> bytes:
    """Accented letters drawn after the rest of their line, as by a producer that takes them from a second font."""

    def draw(canvas: Canvas) -> None:
        use_font(canvas)
        for row, line in enumerate(lines):
            later: list[tuple[float, str]] = []
            x = 72.0
            for char in line:
                if ord(char) >= 0x1EA0:
                    later.append((x, char))
                else:
                    canvas.drawString(x, 780 - 18 * row, char)
                x += stringWidth(char, FONT, 13)
            for place, char in later:
                canvas.drawString(place, 780 - 18 * row, char)

    return drawn([draw])


def words(page: RawPage) -> str:
    return " ".join(page.text.split())


@needs_font
def test_torn_letters_are_put_back_by_their_places() -> None:
    page = read_pdf(torn(*LINES)).pages[0]
    assert words(page) == " ".join(LINES)
    assert page.ocr_confidence is None


@needs_font
def test_letterhead_drawn_line_by_line_is_read_by_column() -> None:
    def draw(canvas: Canvas) -> None:
        use_font(canvas)
        text = canvas.beginText()
        text.setFont(FONT, 13)
        for x, y, line in LETTER:
            text.setTextOrigin(x, y)
            text.textOut(line + " ")
        canvas.drawText(text)

    page = read_pdf(drawn([draw])).pages[0]
    assert tuple(line for line in page.text.split("\n") if line) == READ


@needs_font
def test_sound_page_of_little_text_is_taken_as_it_is() -> None:
    page = read_pdf(drawn([lines_down("Nghị quyết Đại hội", "Điều 1. Thông qua báo cáo.")])).pages[0]
    assert "Điều 1. Thông qua báo cáo." in page.text
    assert (page.words, page.ocr_confidence, page.unread) == ((), None, False)


@needs_tesseract
def test_only_the_scanned_page_of_a_mixed_file_is_read_from_its_image() -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawInlineImage(letter(), 0, 0, 595, 842)
        lines_at((400, 20, "Ký bởi: Văn thư"))(canvas)

    text, scanned = read_pdf(drawn([lines_down(*LINES), scan])).pages
    assert (words(text), text.ocr_confidence, text.words) == (" ".join(LINES), None, ())
    assert READ[-1] in words(scanned)
    assert scanned.ocr_confidence is not None
    (figure,) = [word for word in scanned.words if scanned.text[word.start : word.end] == "1.234"]
    assert 0.3 < figure.left < figure.right < 0.5
    assert [text.unread, scanned.unread] == [False, False]


def test_scan_without_tesseract_is_refused_and_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OcrMissingError, match="ocr_missing") as caught:
        read_pdf(scanned_pdf([letter(72), letter(72)]))
    assert caught.value.details == {"pages": 2}
    assert caught.value.retryable


def test_mixed_file_without_tesseract_is_read_and_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    data = drawn([lines_down(*LINES), lambda canvas: canvas.drawInlineImage(letter(72), 0, 0, 595, 842)])
    assert [page.unread for page in read_pdf(data).pages] == [False, True]


def test_scan_that_cannot_be_read_is_refused_with_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(OcrFailedError, match="ocr_crashed"):
        read_pdf(scanned_pdf([letter(72)]))


def layout(text: str) -> PageLayout:
    return PageLayout([Fragment(text, 72, 700, 13)])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.ABSENT),
        (" – … ", Fault.ABSENT),
        ("Ký bởi: Văn thư 12/7/2024", Fault.SPARSE),
        (" ".join(LINES) * 5, None),
        ("The committee reports progress on all of its objectives for the year. " * 10, None),
        ("ph n ụ ữ Vi t Nam ệ h i viên ộ t nh ỉ v n đ ng ậ ộ " * 12, Fault.TORN),
        ("ch đo Đi hi ph n các cp và chun b nhân s theo tng bc " * 9, Fault.GARBLED),
        ("\ue012\ue013\ue014 \ue015\ue016 12 nam " * 40, Fault.GARBLED),
        (" ".join(LINES) * 5 + "\nHỘI LHPN TỈNH A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", Fault.MIXED),
    ],
)
def test_faults_of_a_text_layer(text: str, fault: Fault | None) -> None:
    assert fault_of(layout(unicodedata.normalize("NFC", text))) is fault
