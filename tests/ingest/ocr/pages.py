"""Pages drawn and laid on a scanner for the tests: invented places and people."""

import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest.loaders.pdfium import open_pdfium
from tests.ingest.loaders.pdf_files import FONT_FILE, drawn, lines_at

needs_tesseract = pytest.mark.skipif(
    not (shutil.which("tesseract") and FONT_FILE.is_file()),
    reason="tesseract-ocr, tesseract-ocr-vie or fonts-liberation2 is not installed",
)

LETTER = (
    (72, 790, "HỘI LHPN TỈNH SÔNG LAM"),
    (330, 790, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (85, 772, "BAN THƯỜNG VỤ"),
    (370, 772, "Độc lập - Tự do - Hạnh phúc"),
    (85, 748, "Số: 45/BC-BTV"),
    (340, 748, "Sông Lam, ngày 12 tháng 7 năm 2024"),
    (220, 700, "BÁO CÁO"),
    (72, 670, "Các cấp Hội đã vận động 1.234 hội viên mới, đạt 102% kế hoạch,"),
    (72, 652, "trong đó huyện An Khê kết nạp 87 hội viên."),
)
READ = (
    "HỘI LHPN TỈNH SÔNG LAM",
    "BAN THƯỜNG VỤ",
    "Số: 45/BC-BTV",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Sông Lam, ngày 12 tháng 7 năm 2024",
    "BÁO CÁO",
    "Các cấp Hội đã vận động 1.234 hội viên mới, đạt 102% kế hoạch, trong đó huyện An Khê kết nạp 87 hội viên.",
)
"""The letter in reading order, paragraph by paragraph."""


def picture(*draw: Callable[[Canvas], None], dpi: int = 200) -> list[Image.Image]:
    """The pages as a scanner would see them if they lay straight."""
    with open_pdfium(drawn(draw)) as document:
        return [document.image(number, dpi) for number in range(1, len(draw) + 1)]


def letter(dpi: int = 200) -> Image.Image:
    return picture(lines_at(*LETTER), dpi=dpi)[0]


def turned(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)


def scanned_pdf(pages: Sequence[Image.Image], dpi: int = 200) -> bytes:
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=list(pages[1:]), resolution=dpi)
    return buffer.getvalue()


def program(folder: Path, script: str) -> Path:
    """A tesseract of our own that claims to know Vietnamese and then runs the script."""
    path = folder / "tesseract"
    path.write_text(f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo vie; exit 0; fi\n{script}\n')
    path.chmod(0o755)
    return path
