"""Documents laid out by a browser, as PDF with a text layer or as scan, with the true place of every sentence.

The browser lays out once; the same layout is measured (``Range.getClientRects``) and printed, so the places are exact.
"""

import base64
import io
import json
import math
import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageFilter
from playwright.sync_api import Page, sync_playwright

from ingest.loaders.pdfium import open_pdfium
from ingest.text.sentences import split_sentences

WIDTH, HEIGHT = 794, 1123
"""A4 in CSS pixels."""
SCAN_DPI = 200
PAGES = 2

FONTS = ("Liberation Serif", "Liberation Sans", "DejaVu Serif", "Be Vietnam Pro")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document looks; every document another."""

    font: str
    size_px: float
    line_height: float
    columns: int
    justified: bool
    table: bool


Shape: TypeAlias = tuple[tuple[float, float], ...]
"""Corners (x, y) in fractions of the page from its upper left corner."""


@dataclass(frozen=True, slots=True)
class TrueSentence:
    """A sentence and the corners of its lines on its page (1-based)."""

    text: str
    page: int
    lines: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file with what is known about it."""

    name: str
    scan: bool
    pdf: bytes
    sentences: tuple[TrueSentence, ...]


_VIETNAMESE = "U+0102-0103,U+0110-0111,U+01A0-01B0,U+0300-0323,U+1EA0-1EF9"


_TASKS = (
    "Tập huấn kỹ năng điều hành cho chi hội trưởng các thôn bản vùng cao",
    "Rà soát hộ nghèo do phụ nữ làm chủ và lập danh sách nhận giúp đỡ",
    "Trao sinh kế, cây giống và con giống cho hội viên khó khăn",
)


def layouts(count: int) -> list[Layout]:
    """Every combination that offices produce, in a fixed order."""
    return [
        Layout(
            font=FONTS[number % len(FONTS)],
            size_px=(16, 17.33, 18.67, 15)[(number // 2) % 4],
            line_height=(1.3, 1.5, 1.2)[number % 3],
            columns=2 if number % 5 == 3 else 1,
            justified=number % 2 == 0,
            table=number % 5 == 1,
        )
        for number in range(count)
    ]


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of the installed Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-quic"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.emulate_media(media="print")
        yield page
        browser.close()


def render(page: Page, number: int, layout: Layout, texts: Sequence[str], *, scan: bool) -> Rendered:
    """Lay the texts out over two pages, then print; a scan is drawn, turned a little, blurred and compressed."""
    page.set_content(_html(layout, texts), wait_until="load")
    page.evaluate("document.fonts.ready")
    page.evaluate(_FILL_PAGES, [PAGES, HEIGHT])
    places = json.loads(page.evaluate(_MEASURE, [WIDTH, HEIGHT]))
    pdf = page.pdf(width=f"{WIDTH}px", height=f"{HEIGHT}px", print_background=True)
    sentences = tuple(
        TrueSentence(one["text"], one["page"] + 1, tuple(corners(*box) for box in one["boxes"])) for one in places
    )
    if not scan:
        return Rendered(f"van-ban-{number:02}.pdf", False, pdf, sentences)
    angle = random.Random(number).uniform(-0.8, 0.8)
    turned = tuple(
        TrueSentence(one.text, one.page, tuple(_turned(line, angle) for line in one.lines)) for one in sentences
    )
    return Rendered(f"ban-quet-{number:02}.pdf", True, _scanned(pdf, angle, number), turned)


def corners(left: float, top: float, right: float, bottom: float) -> Shape:
    """A rectangle."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _html(layout: Layout, texts: Sequence[str]) -> str:
    paragraphs = "".join(
        f"<p>{''.join(f'<span class=s>{_escaped(part)}</span> ' for part in _sentences(text))}</p>" for text in texts
    )
    rows = "".join(
        f"<tr><td>{number}</td><td>{task}</td><td>{number * 37}</td></tr>" for number, task in enumerate(_TASKS, 1)
    )
    table = f"<table><tr><th>STT</th><th>Nội dung</th><th>Số lượng</th></tr>{rows}</table>" if layout.table else ""
    font = Path(__file__).resolve().parents[2] / "assistant" / "ui" / "static" / "fonts"
    faces = "".join(
        f"@font-face{{font-family:'Be Vietnam Pro';src:url(data:font/woff2;base64,{_base64(font / name)});"
        f"unicode-range:{ranges}}}"
        for name, ranges in (
            (
                "be-vietnam-pro-vietnamese-400-normal.woff2",
                "U+0102-0103,U+0110-0111,U+01A0-01B0,U+0300-0323,U+1EA0-1EF9",
            ),
            ("be-vietnam-pro-latin-400-normal.woff2", "U+0000-00FF,U+2000-206F"),
        )
    )
    return (
        f"<meta charset=utf-8><style>{faces}@page{{size:{WIDTH}px {HEIGHT}px;margin:0}}*{{box-sizing:border-box}}"
        f"html,body{{margin:0;font:{layout.size_px}px/{layout.line_height} '{layout.font}'}}"
        f".sheet{{position:relative;width:{WIDTH}px;height:{HEIGHT}px;padding:90px 76px;"
        "break-after:page;overflow:hidden}"
        f".sheet header{{position:absolute;top:38px;left:76px;right:76px;text-align:right;font-size:13px}}"
        f".sheet footer{{position:absolute;bottom:40px;left:0;right:0;text-align:center;font-size:13px}}"
        f".flow{{height:{HEIGHT - 190}px;column-count:{layout.columns};column-gap:34px;column-fill:auto;"
        f"text-align:{'justify' if layout.justified else 'left'}}}"
        "p{margin:0 0 8px;text-indent:24px;orphans:1;widows:1}"
        "table{border-collapse:collapse;margin:0 0 10px;width:100%}"
        "td,th{border:1px solid #222;padding:3px 6px;text-align:left}</style>"
        f"<div id=source hidden>{table}{paragraphs}</div><div id=sheets></div>"
    )


_FILL_PAGES = """([pages, height]) => {
  const source = [...document.querySelectorAll('#source > *')];
  for (let number = 1; number <= pages; number += 1) {
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.innerHTML = `<header>BẢN TIN PHỤ NỮ SỐ 12</header><div class=flow></div><footer>Trang ${number}</footer>`;
    document.querySelector('#sheets').append(sheet);
    const flow = sheet.querySelector('.flow');
    while (source.length) {
      const next = source.shift();
      flow.append(next);
      if (flow.scrollHeight > flow.clientHeight + 1 || flow.scrollWidth > flow.clientWidth + 1) {
        flow.removeChild(next);
        source.unshift(next);
        break;
      }
    }
  }
  document.querySelector('#source').remove();
}"""

_MEASURE = """([width, height]) => JSON.stringify([...document.querySelectorAll('.sheet .s')].map((span) => {
  const sheet = span.closest('.sheet');
  const top = sheet.getBoundingClientRect().top, page = [...document.querySelectorAll('.sheet')].indexOf(sheet);
  const range = document.createRange();
  range.selectNodeContents(span);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1)
    .map((box) => [box.left / width, (box.top - top) / height, box.right / width, (box.bottom - top) / height]);
  return { text: span.textContent, page, boxes };
}))"""


def _sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split_sentences(text)]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def _scanned(pdf: bytes, angle: float, seed: int) -> bytes:
    noise = np.random.default_rng(seed)
    images = []
    with open_pdfium(pdf) as document:
        for number in range(1, PAGES + 1):
            image = document.image(number, SCAN_DPI)
            image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
            image = image.filter(ImageFilter.GaussianBlur(0.6))
            grains = noise.normal(0, 9, (image.height, image.width))
            grey = np.clip(np.asarray(image, dtype=np.float32) * 0.92 + 12 + grains, 0, 255).astype(np.uint8)
            packed = io.BytesIO()
            Image.fromarray(grey).save(packed, "JPEG", quality=60)
            images.append(Image.open(packed))
    made = io.BytesIO()
    images[0].save(made, "PDF", resolution=SCAN_DPI, save_all=True, append_images=images[1:])
    return made.getvalue()


def _turned(shape: Shape, angle: float) -> Shape:
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    moved = []
    for x, y in shape:
        across, down = (x - 0.5) * WIDTH, (y - 0.5) * HEIGHT
        moved.append(((across * cosine + down * sine) / WIDTH + 0.5, (down * cosine - across * sine) / HEIGHT + 0.5))
    return tuple(moved)
