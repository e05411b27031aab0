"""A page of an original as it is seen: drawn from a PDF, or the image that it is."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from ingest.errors import DamagedFileError
from ingest.loaders.pdfium import MAX_PIXELS, BoxedChar, open_pdfium

PDF = "application/pdf"
IMAGES = frozenset({"image/jpeg", "image/png", "image/tiff"})
RESOLUTIONS = (96, 144, 216, 288)
"""Dots per inch that pictures are drawn at: a page as wide as the panel, on a dense screen, zoomed."""
_LONG_SIDE_INCHES = 11.69
"""Of A4: what an image is taken to show."""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What is known of a page: its size as shown (points, or dots of an image), and the characters drawn on it."""

    width: float
    height: float
    chars: tuple[BoxedChar, ...] = ()


def can_be_drawn(media_type: str) -> bool:
    """Whether pages of such a file can be shown as pictures."""
    return media_type == PDF or media_type in IMAGES


def drawn_page(path: Path, media_type: str, number: int) -> DrawnPage | None:
    """The page, 1-based; None where it cannot be drawn."""
    try:
        if media_type == PDF:
            with open_pdfium(path) as document:
                width, height = document.size(number)
                return DrawnPage(width, height, tuple(document.boxed_chars(number))) if width and height else None
        with _frame(path, number) as image:
            return DrawnPage(*image.size)
    except (DamagedFileError, *_UNREADABLE):
        return None


def page_png(path: Path, media_type: str, number: int, dpi: int) -> bytes | None:
    """The page as PNG; None where it cannot be drawn."""
    try:
        if media_type == PDF:
            with open_pdfium(path) as document:
                return _packed(document.picture(number, dpi))
        with _frame(path, number) as image:
            longest = round(dpi * _LONG_SIDE_INCHES)
            image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            return _packed(image)
    except (DamagedFileError, *_UNREADABLE):
        return None


_UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError)
"""What Pillow raises for files that are no image, or cut short."""


@contextmanager
def _frame(path: Path, number: int) -> Iterator[Image.Image]:
    """One image of the file in colour, upright as its camera says."""
    with Image.open(path) as file:
        if file.width * file.height > 3 * MAX_PIXELS:
            raise Image.DecompressionBombError
        file.seek(number - 1)
        file.draft("RGB", (file.width, file.height))
        upright = ImageOps.exif_transpose(file)
        image = Image.new("RGB", upright.size, "white")
        whole = upright.convert("RGBA")
        image.paste(whole, mask=whole.getchannel("A"))
        yield image


def _packed(image: Image.Image) -> bytes:
    made = io.BytesIO()
    # level 1: a page of text takes 20 ms instead of 90, for a third more bytes that never leave the machine
    image.save(made, "PNG", compress_level=1)
    return made.getvalue()
