"""Files made to hang, swell, crash or escape: one function a trick, named for it."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.benchmarks.hostile_containers import CONTAINERS
from tests.benchmarks.office_files import docx_file, eml_file, paragraphs, pdf_file, text_file, xlsx_file
from tests.benchmarks.raw_files import one_page, pdf, png, replaced, zipped

DEEP = 1_000_000
_MIB = 2**20


def nested_tags(_: random.Random) -> bytes:
    return b"<html><body>" + b"<div>" * DEEP + "chữ".encode()


def nested_mixed_tags(chance: random.Random) -> bytes:
    tags = b"".join(chance.choice((b"<b>", b"<table><tr><td>", b"<ul><li>", b"<span>")) for _ in range(DEEP // 4))
    return b"<!doctype html><html><body>" + tags + "chữ".encode()


def endless_attribute(_: random.Random) -> bytes:
    return b"<html><body><p title='" + b"a " * 5 * _MIB


def nested_groups(_: random.Random) -> bytes:
    return b"{\\rtf1\\ansi " + b"{" * DEEP + b"chu"


def false_binary_length(_: random.Random) -> bytes:
    return b"{\\rtf1\\ansi\\bin99999999999 abc\\par chu}"


def nested_json(_: random.Random) -> bytes:
    return b'{"id": "a", "title": "b", "text": ' + b"[" * DEEP


def one_endless_line(_: random.Random) -> bytes:
    return b"a " * 5 * _MIB


def one_endless_word(_: random.Random) -> bytes:
    return b"a" * 10 * _MIB


def dots_and_digits(_: random.Random) -> bytes:
    return ("1.2.3.4.5.6.7.8.9." * 60_000 + " 1/1/1/1/1/" * 60_000).encode()


def brackets_and_dashes(_: random.Random) -> bytes:
    return ("((((-–- - - " * 200_000).encode()


def endless_lines(_: random.Random) -> bytes:
    return "Điều 1.\n- a)\n".encode() * 200_000


def nested_markdown(_: random.Random) -> bytes:
    return b">" * 300_000 + b" chu\n" + b"| a " * 300_000 + b"\n" + b"|---" * 300_000


def bomb_archive(_: random.Random) -> bytes:
    return zipped({"bao-cao.txt": b"\0" * 300 * _MIB})


def bomb_of_bombs(_: random.Random) -> bytes:
    data = zipped({f"{n}.txt": b"a" * 20 * _MIB for n in range(5)})
    for _level in range(6):
        data = zipped({f"{n}.zip": data for n in range(8)})
    return data


def bomb_in_word(_: random.Random) -> bytes:
    return replaced(
        docx_file(["Chữ"]), "word/document.xml", lambda xml: xml.replace(b"</w:body>", b" " * 400 * _MIB + b"</w:body>")
    )


def laughs_in_word(_: random.Random) -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    name = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    body = f"<w:document {name}><w:body><w:p><w:r><w:t>&a11;&f;</w:t></w:r></w:p></w:body></w:document>"
    return replaced(docx_file(["Chữ"]), "word/document.xml", lambda _xml: (head + body).encode())


def deep_word(_: random.Random) -> bytes:
    nest = b"<w:sdt><w:sdtContent>" * 100_000
    return replaced(docx_file(["Chữ"]), "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + nest))


def wide_sheet(_: random.Random) -> bytes:
    cell = '<row r="{0}"><c r="XFD{0}" t="inlineStr"><is><t>chu</t></is></c></row>'
    rows = "".join(cell.format(row) for row in range(1, 1_048_576, 7))
    name = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
    sheet = f"<worksheet {name}><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData></worksheet>"
    return replaced(xlsx_file(["Chữ"]), "xl/worksheets/sheet1.xml", lambda _xml: sheet.encode())


def escaping_names(_: random.Random) -> bytes:
    names = (
        "../../thoat.txt",
        "/tmp/thoat.txt",
        "..\\..\\thoat.txt",
        "C:\\thoat.txt",
        "a/../../../thoat.txt",
        "con.txt:x",
        "x" * 5_000,
    )
    return zipped({name: text_file([f"Thoát ra ngoài {name[:20]}."]) for name in names})


def escaping_links(_: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("lien-ket.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("lien-ket.txt/x.txt", "Qua liên kết.")
    return buffer.getvalue()


def many_members(_: random.Random) -> bytes:
    return zipped({f"{n}.txt": b"" for n in range(30_000)})


def overlapping_members(_: random.Random) -> bytes:
    """Every entry of the directory points to the same stretch of the file."""
    data = zipped({f"{n:03d}.txt": b"a" * _MIB for n in range(20)})
    return data.replace(struct.pack("<L", data.find(b"PK\x03\x04", 4)), struct.pack("<L", 0))


def nested_mails(_: random.Random) -> bytes:
    head = b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n'
    return b"From: a@b.example\r\nSubject: x\r\n" + b"".join(head % (n, n) for n in range(20_000)) + b"\r\nchu"


def endless_header(_: random.Random) -> bytes:
    return b"From: a@b.example\r\nSubject: " + b"=?utf-8?q?a?= " * 500_000 + b"\r\n\r\nchu"


def mail_of_lines(chance: random.Random) -> bytes:
    return eml_file(paragraphs(chance, 5)).replace(b"--=", b"--=" * 1_000)


def huge_image(chance: random.Random) -> bytes:
    return png(60_000, 60_000, chance.choice((b"", zlib.compress(b"\0" * _MIB))))


def true_huge_image(_: random.Random) -> bytes:
    """18,000 by 18,000 white dots of one bit in 40 KB."""
    return png(18_000, 18_000, zlib.compress((b"\0" + b"\xff" * 2_250) * 18_000, 9))


def huge_tiff(_: random.Random) -> bytes:
    tags = (
        (256, 4, 1, 200_000),
        (257, 4, 1, 200_000),
        (258, 3, 1, 1),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (279, 4, 1, 2**31),
    )
    directory = (
        struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHLL", *tag) for tag in tags) + struct.pack("<L", 8)
    )
    return b"II*\0" + struct.pack("<L", 8) + directory


def pages_in_a_circle(_: random.Random) -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 3 0 R>>",
            3: b"<</Type/Pages/Kids[2 0 R]/Count 9>>",
        }
    )


def endless_pages(_: random.Random) -> bytes:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[" + b"3 0 R " * 200_000 + b"]/Count 200000>>",
    }
    return pdf(objects | {3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"})


def false_count(_: random.Random) -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 99999999>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        }
    )


def deep_page_tree(_: random.Random) -> bytes:
    tree = {n: b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(2, 20_000)}
    return pdf({1: b"<</Type/Catalog/Pages 2 0 R>>"} | tree)


def form_draws_itself(_: random.Random) -> bytes:
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 12>>"
        b"stream\n/F Do /F Do \nendstream"
    )
    return pdf(one_page(b"<</Length 5>>stream\n/F Do\nendstream", b"/XObject<</F 4 0 R>>") | {4: form})


def nested_arrays(_: random.Random) -> bytes:
    return pdf({1: b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * DEEP + b">>", 2: b"<</Type/Pages/Kids[]/Count 0>>"})


def nested_arrays_on_a_page(_: random.Random) -> bytes:
    content = b"BT " + b"[" * DEEP + b"(chu)" + b"] TJ ET"
    return pdf(one_page(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)))


def bomb_on_a_page(_: random.Random) -> bytes:
    data = zlib.compress(b" " * 300 * _MIB, 9)
    for _level in range(2):
        data = zlib.compress(data, 9)
    return pdf(
        one_page(
            b"<</Length %d/Filter[/FlateDecode/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(data), data)
        )
    )


def endless_text_on_a_page(_: random.Random) -> bytes:
    data = zlib.compress(b"BT /F1 9 Tf 1 0 0 1 9 9 Tm " + b"(chu) Tj " * 3_000_000 + b"ET", 9)
    font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    return pdf(one_page(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data), font))


def cross_references_in_a_circle(_: random.Random) -> bytes:
    data = pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"})
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    return data.replace(b"/Size", b"/Prev %d/Size" % start)


def length_refers_to_itself(_: random.Random) -> bytes:
    return pdf(one_page(b"<</Length 3 0 R>>stream\nBT (chu) Tj ET\nendstream"))


def huge_image_on_a_page(_: random.Random) -> bytes:
    data = zlib.compress(b"\0" * 200 * _MIB, 9)
    image = (
        b"<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    )
    content = b"600 0 0 800 0 0 cm /I Do"
    page = one_page(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content), b"/XObject<</I 4 0 R>>")
    return pdf(page | {4: image % (len(data), data)})


def huge_page(_: random.Random) -> bytes:
    return pdf_file(["Chữ"], 1).replace(b"595.2756 841.8898", b"99999999 99999999")


def chained_sectors(_: random.Random) -> bytes:
    """An OLE2 file whose allocation table and directory run in circles."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, 1, 1, 0, 0) + struct.pack("<L", 0) * 109
    table = struct.pack("<L", 0) + struct.pack("<L", 1) * 127
    name = "WordDocument".encode("utf-16-le").ljust(64, b"\0")
    entry = name + struct.pack("<HBBLLL", 26, 2, 1, 0, 0, 0) + b"\0" * 36 + struct.pack("<LQ", 1, 2**31)
    return header.ljust(512, b"\0") + table + entry * 4


SHAPES: dict[str, tuple[tuple[str, ...], Callable[[random.Random], bytes]]] = {
    shape.__name__: (suffixes, shape)
    for suffixes, shapes in [
        *CONTAINERS.items(),
        *{
            (".html", ".txt"): (nested_tags, nested_mixed_tags, endless_attribute),
            (".rtf", ".doc"): (nested_groups, false_binary_length),
            (".jsonl",): (nested_json,),
            (".txt", ".md", ".csv", ".jsonl"): (
                one_endless_line,
                one_endless_word,
                dots_and_digits,
                brackets_and_dashes,
                endless_lines,
                nested_markdown,
            ),
            (".zip", ".docx"): (
                bomb_archive,
                bomb_of_bombs,
                escaping_names,
                escaping_links,
                many_members,
                overlapping_members,
            ),
            (".docx",): (bomb_in_word, laughs_in_word, deep_word),
            (".xlsx",): (wide_sheet,),
            (".eml",): (nested_mails, endless_header, mail_of_lines),
            (".png",): (huge_image, true_huge_image),
            (".tif",): (huge_tiff,),
            (".doc", ".xls", ".ppt", ".msg"): (chained_sectors,),
            (".pdf",): (
                pages_in_a_circle,
                endless_pages,
                false_count,
                deep_page_tree,
                form_draws_itself,
                nested_arrays,
                nested_arrays_on_a_page,
                bomb_on_a_page,
                endless_text_on_a_page,
                cross_references_in_a_circle,
                length_refers_to_itself,
                huge_image_on_a_page,
                huge_page,
            ),
        }.items(),
    ]
    for shape in shapes
}
"""By name: the extensions a trick goes under, and the trick."""
