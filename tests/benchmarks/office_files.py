"""Files of an office, written by seed: every format, some empty, cut short, twice or of no known kind."""

import email.message
import io
import json
import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
import pptx

from tests.ingest.loaders.pdf_files import drawn, lines_down

PLACES = ("Bình An", "Thạch Lâm", "Đồi Mây", "Suối Trong", "Gò Sen", "Bến Đò", "Nà Hoa", "Phú Mộc")
DEEDS = (
    "giúp {n} hộ nghèo làm nhà ở",
    "vận động {n} triệu đồng cho quỹ học bổng",
    "mở {n} lớp tập huấn cho cán bộ chi hội",
    "trao {n} suất quà cho trẻ mồ côi",
    "thành lập {n} tổ hợp tác sản xuất do phụ nữ làm chủ",
    "tuyên truyền cho {n} lượt hội viên về chuyển đổi số",
)


def paragraphs(chance: random.Random, count: int) -> list[str]:
    """A heading line, then sentences of invented units with invented figures."""
    place, year = chance.choice(PLACES), chance.randint(2005, 2024)
    lines = [f"Hội LHPN huyện {place}: báo cáo số {chance.randint(1, 9_999)} năm {year}"]
    for _ in range(count):
        deeds = [chance.choice(DEEDS).format(n=chance.randint(2, 990)) for _ in range(3)]
        lines.append(f"Các cấp Hội xã {chance.choice(PLACES)} đã {deeds[0]}, {deeds[1]} và {deeds[2]}.")
    return lines


def text_file(lines: Sequence[str]) -> bytes:
    return "\n\n".join(lines).encode()


def markdown_file(lines: Sequence[str]) -> bytes:
    return ("# " + "\n\n".join(lines)).encode()


def html_file(lines: Sequence[str]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    return (
        f"<!doctype html><html><head><meta charset=utf-8></head><body><h1>{lines[0]}</h1>{body}</body></html>".encode()
    )


def docx_file(lines: Sequence[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Xã", "Hội viên mới"
    table.cell(1, 0).text, table.cell(1, 1).text = lines[0][:30], "312"
    return _saved(document.save)


def xlsx_file(lines: Sequence[str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Xã", "Nội dung", "Số lượng"])
    for number, line in enumerate(lines):
        sheet.append([PLACES[number % len(PLACES)], line, number])
    return _saved(book.save)


def pptx_file(lines: Sequence[str]) -> bytes:
    deck = pptx.Presentation()
    for line in lines[:6]:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = lines[0], line
    return _saved(deck.save)


def pdf_file(lines: Sequence[str], pages: int = 2) -> bytes:
    return drawn([lines_down(*[line[:95] for line in lines]) for _ in range(pages)])


def rtf_file(lines: Sequence[str]) -> bytes:
    body = "\\par\n".join("".join(char if char.isascii() else f"\\u{ord(char)}?" for char in line) for line in lines)
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0 " + body + "}").encode("ascii")


def eml_file(lines: Sequence[str]) -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = "hoi@binhan.example", "tinh@hoi.example", lines[0]
    message.set_content("\n\n".join(lines))
    message.add_attachment(docx_file([*lines, "Tệp kèm theo thư."]), "application", "octet-stream", filename="kem.docx")
    return bytes(message)


def jsonl_file(lines: Sequence[str]) -> bytes:
    records = [{"id": f"{lines[0]}-{n}", "title": lines[0], "text": line} for n, line in enumerate(lines)]
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def zip_file(lines: Sequence[str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bao-cao/mot.txt", text_file([*lines, "Tệp thứ nhất."]))
        archive.writestr("bao-cao/hai.html", html_file([*lines, "Tệp thứ hai."]))
    return buffer.getvalue()


KINDS: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".txt": text_file,
    ".md": markdown_file,
    ".html": html_file,
    ".docx": docx_file,
    ".xlsx": xlsx_file,
    ".pptx": pptx_file,
    ".pdf": pdf_file,
    ".rtf": rtf_file,
    ".eml": eml_file,
    ".jsonl": jsonl_file,
    ".zip": zip_file,
}


def mixed_files(folder: Path, count: int, seed: int) -> list[Path]:
    """That many files of all kinds; one in ten is empty, cut short, a copy, or nothing anybody reads."""
    chance = random.Random(seed)
    made: list[Path] = []
    for number in range(count):
        suffix = list(KINDS)[number % len(KINDS)]
        data = KINDS[suffix](paragraphs(chance, chance.randint(3, 25)))
        fate = chance.random()
        if fate < 0.02:
            data = b""
        elif fate < 0.05:
            data = data[: chance.randint(1, len(data))]
        elif fate < 0.08 and made:
            twin = chance.choice(made)
            suffix, data = twin.suffix, twin.read_bytes()
        elif fate < 0.10:
            suffix, data = ".bin", chance.randbytes(2_000)
        path = folder / f"{number:05d}{suffix}"
        path.write_bytes(data)
        made.append(path)
    return made


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()
