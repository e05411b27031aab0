"""More files made to hang, swell, crash or escape: packages, mails, pictures, tables and encodings."""

import base64
import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from tests.benchmarks.office_files import docx_file, text_file, xlsx_file
from tests.benchmarks.raw_files import one_page, pdf, png, replaced, zipped

_MIB = 2**20
_SHEET = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
_WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def shared_formulas(_: random.Random) -> bytes:
    first = '<row r="1"><c r="A1"><f t="shared" ref="A1:A1000000" si="0">A2+1</f><v>2</v></c></row>'
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f t="shared" si="0"/><v>2</v></c></row>' for n in range(2, 1_000_001))
    return _sheet(first + rows)


def formulas_in_a_circle(_: random.Random) -> bytes:
    return _sheet("".join(f'<row r="{n}"><c r="A{n}"><f>A{n % 9 + 1}</f></c></row>' for n in range(1, 10)))


def merged_to_the_end(_: random.Random) -> bytes:
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>chu</t></is></c></row>'
    return _sheet(sheet, "<mergeCells><mergeCell ref='A1:XFD1048576'/><mergeCell ref='A1:XFD1048576'/></mergeCells>")


def laughs_in_a_sheet(_: random.Random) -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;&f;</t></is></c></row>'
    sheet = f"{head}<worksheet {_SHEET}><sheetData>{rows}</sheetData></worksheet>"
    return replaced(xlsx_file(["Chữ"]), "xl/worksheets/sheet1.xml", lambda _xml: sheet.encode())


def outside_relations(_: random.Random) -> bytes:
    names = ("file:///etc/passwd", "http://127.0.0.1:9/x.dotm", "\\\\127.0.0.1\\x\\y.dotm", "../../../../etc/passwd")
    links = "".join(
        f'<Relationship Id="x{n}" Type="{_RELATIONS}/{kind}" Target="{name}" TargetMode="External"/>'
        for n, (name, kind) in enumerate(
            (name, kind) for name in names for kind in ("image", "attachedTemplate", "oleObject", "subDocument")
        )
    )
    return replaced(
        docx_file(["Chữ ở ngoài"]),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", links.encode() + b"</Relationships>"),
    )


def styles_in_a_circle(_: random.Random) -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'
    styles = f"<w:styles {_WORD}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    body = "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>Chữ</w:t></w:r></w:p>"
    data = replaced(docx_file(["Chữ"]), "word/styles.xml", lambda _xml: styles.encode())
    return replaced(data, "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + body.encode()))


def nested_word_tables(_: random.Random) -> bytes:
    nest = b"<w:tbl><w:tr><w:tc>" * 3_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3_000
    return replaced(docx_file(["Chữ"]), "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + nest))


def word_of_a_million_runs(_: random.Random) -> bytes:
    runs = b"<w:p>" + b"<w:r><w:t>a</w:t></w:r>" * 1_000_000 + b"</w:p>"
    return replaced(docx_file(["Chữ"]), "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + runs))


def script_and_attachments(chance: random.Random) -> bytes:
    program = b"MZ" + chance.randbytes(1_000)
    content = b"<</Length 5>>stream\nBT ET\nendstream"
    return pdf(
        one_page(content)
        | {
            1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/Names<</EmbeddedFiles<</Names[(../../thoat.txt) 7 0 R]>>"
            b"/JavaScript<</Names[(a) 6 0 R]>>>>/AA<</WC 6 0 R>>>>",
            6: b"<</S/JavaScript/JS(while\\(1\\){app.alert\\(1\\)})/Next 6 0 R>>",
            7: b"<</Type/Filespec/F(../../thoat.txt)/EF<</F 8 0 R>>>>",
            8: b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(program), program),
        }
    )


def endless_cross_references(_: random.Random) -> bytes:
    data = pdf(one_page(b"<</Length 5>>stream\nBT ET\nendstream"))
    at = data.rindex(b"xref\n0 ", 0, data.rindex(b"startxref"))
    return data[:at] + b"xref\n0 9999999\n" + b"0000000000 00000 n \n" * 200_000 + data[data.index(b"trailer") :]


def bomb_of_objects(_: random.Random) -> bytes:
    """Object and cross-reference streams that swell to hundreds of megabytes."""
    data = zlib.compress(b"1 0 " * (50 * _MIB), 9)
    stream = b"<</Type/ObjStm/N 50000000/First 200000000/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    table = zlib.compress(b"\1\0\0\0\0\0" * (20 * _MIB), 9)
    body = b"%%PDF-1.7\n1 0 obj\n%s\nendobj\n" % (stream % (len(data), data))
    start = len(body)
    body += (
        b"2 0 obj\n<</Type/XRef/W[1 4 1]/Index[0 20971520]/Size 20971520/Root 9 0 R/Filter/FlateDecode/Length %d>>"
        b"stream\n%s\nendstream\nendobj\n" % (len(table), table)
    )
    return body + b"startxref\n%d\n%%%%EOF" % start


def fonts_in_a_circle(_: random.Random) -> bytes:
    content = b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (chu) Tj ET"
    page = one_page(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content), b"/Font<</F1 6 0 R>>")
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    ranges = b"1 begincodespacerange <00> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange"
    return pdf(page | {6: font, 7: b"<</Length %d>>stream\n%s\nendstream" % (len(ranges), ranges)})


def repeated_names(_: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for n in range(50):
            archive.writestr("trùng.txt", f"Bản thứ {n} của tệp trùng tên.")
    return buffer.getvalue()


def names_of_no_encoding(_: random.Random) -> bytes:
    names = ("aaaa.txt", "bbbb.txt", "cccc.txt", "dddd.txt")
    data = zipped({name: text_file([f"Chữ của {name}."]) for name in names})
    for name, raw in zip(names, (b"\xff\xfe\x80.xt", b"a\0b\n.tx", b"........", b"a/b/../c"), strict=True):
        data = data.replace(name.encode(), raw)
    return data


def locked_archive(_: random.Random) -> bytes:
    """Entries said to be encrypted, or packed by methods nobody has."""
    data = bytearray(zipped({f"{n}.txt": b"Chu" * 30 for n in range(4)}))
    for n, at in enumerate(_places(bytes(data), b"PK\x01\x02")):
        local = struct.unpack_from("<L", data, at + 42)[0]
        if n % 2:
            data[at + 8] |= 1
            data[local + 6] |= 1
        else:
            struct.pack_into("<H", data, at + 10, 99)
            struct.pack_into("<H", data, local + 8, 99)
    return bytes(data)


def false_sizes(_: random.Random) -> bytes:
    """Entries that say they hold four gigabytes, or nothing."""
    data = bytearray(zipped({f"{n}.txt": b"Chu " * 10_000 for n in range(4)}))
    for n, at in enumerate(_places(bytes(data), b"PK\x01\x02")):
        struct.pack_into("<L", data, at + 24, 0 if n % 2 else 2**32 - 2)
    return bytes(data)


def mails_in_mails(_: random.Random) -> bytes:
    return b"Subject: x\r\nContent-Type: message/rfc822\r\n\r\n" * 20_000 + b"Subject: y\r\n\r\nchu"


def endless_attachments(_: random.Random) -> bytes:
    part = b"--b\r\nContent-Type: text/plain; name=%d.txt\r\nContent-Disposition: attachment\r\n\r\nchu %d\r\n"
    head = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    return head + b"".join(part % (n, n) for n in range(20_000)) + b"--b--"


def escaping_attachments(_: random.Random) -> bytes:
    names = ("../../thoat.txt", "/tmp/thoat.txt", "..\\..\\thoat.txt", "=?utf-8?q?..=2f..=2fthoat.txt?=", "a" * 3_000)
    part = (
        '--b\r\nContent-Type: text/plain; charset=%s; name="%s"\r\nContent-Disposition: attachment; filename="%s"\r\n'
    )
    head = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    charsets = ("utf-8", "no-such-charset", "utf-7", "unicode_escape", "zlib_codec")
    parts = (
        part % (charset, name, name) + "\r\nThoát ra ngoài.\r\n" for name, charset in zip(names, charsets, strict=True)
    )
    return (head + "".join(parts) + "--b--").encode()


def page_in_a_page(_: random.Random) -> bytes:
    """A web page that carries itself in addresses of data, and 100,000 attributes."""
    inside = b"<p>chu</p>"
    for _level in range(12):
        inside = b"<iframe src='data:text/html;base64," + base64.b64encode(inside) + b"'></iframe>"
    attributes = b" ".join(b"a%d=1" % n for n in range(100_000))
    return b"<!doctype html><html><body><div " + attributes + b">" + inside + b"<p>Ch\xe1\xbb\xaf</p></body></html>"


def unclosed_tables(_: random.Random) -> bytes:
    return b"<html><body>" + b"<table><tr><td colspan=1000 rowspan=1000>a" * 20_000


def picture_of_ten_thousand_frames(_: random.Random) -> bytes:
    return _tiff(10_000, circle=False)


def frames_in_a_circle(_: random.Random) -> bytes:
    return _tiff(3, circle=True)


def bomb_in_a_comment(_: random.Random) -> bytes:
    """A small picture with text and colour profile of 200 MB."""
    packed = zlib.compress(b"a" * 200 * _MIB, 9)
    picture = png(9, 9, zlib.compress((b"\0" + b"\xff\xff") * 9))
    at = picture.index(b"IDAT") - 4
    chunks = b""
    for kind, body in ((b"zTXt", b"a\0\0" + packed), (b"iCCP", b"a\0\0" + packed)):
        chunks += struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))
    return picture[:at] + chunks + picture[at:]


def picture_in_hexadecimal(_: random.Random) -> bytes:
    return (
        b"{\\rtf1\\ansi {\\pict\\pngblip "
        + b"00" * 10 * _MIB
        + b"}{\\object\\objdata "
        + b"d0cf11e0" * _MIB
        + b"} chu}"
    )


def endless_skips(_: random.Random) -> bytes:
    return b"{\\rtf1\\ansi\\uc2147483647 \\u7919 chu\\uc-5 \\u7919 chu " + b"\\u-99999999999 ?" * 200_000 + b"\\par}"


def wide_table(_: random.Random) -> bytes:
    row = ",".join(f"c{n}" for n in range(100_000))
    return f"{row}\n{row}\n{row}\n".encode()


def unclosed_quotes(_: random.Random) -> bytes:
    return b'a,b\n"' + b'x""",\n' * 1_000_000


def wide_letters_without_a_mark(_: random.Random) -> bytes:
    return ("Hội Liên hiệp Phụ nữ xã Gò Sen họp ngày 05/3/2024.\n" * 200).encode("utf-16-le")


def very_wide_letters(_: random.Random) -> bytes:
    return ("Hội Liên hiệp Phụ nữ xã Gò Sen họp ngày 05/3/2024.\n" * 200).encode("utf-32-be")


def endless_accents(_: random.Random) -> bytes:
    return ("a" + "\u0301\u0323\u0302" * 500_000 + " " + "\u200b\u202e\u2066" * 300_000 + " chữ").encode()


def grounds_without_end(_: random.Random) -> bytes:
    head = "HỘI LHPN XÃ GÒ SEN\nSố: 01/QĐ-HPN\nQUYẾT ĐỊNH\nVề việc thử\n"
    line = "Căn cứ Quyết định số {0}/QĐ-BTV ngày 01/01/2020 thay thế Quyết định số {0}/QĐ-BTV, tháng 8, tháng 9 và\n"
    return (head + "".join(map(line.format, range(60_000)))).encode()


def letterhead_without_end(_: random.Random) -> bytes:
    return ("độc lập" + " " * 200 + "HỘI LHPN " * 20 + "Số: l" * 20 + "\n").encode() * 5_000


CONTAINERS: dict[tuple[str, ...], tuple[Callable[[random.Random], bytes], ...]] = {
    (".xlsx",): (shared_formulas, formulas_in_a_circle, merged_to_the_end, laughs_in_a_sheet),
    (".docx",): (outside_relations, styles_in_a_circle, nested_word_tables, word_of_a_million_runs),
    (".pdf",): (script_and_attachments, endless_cross_references, bomb_of_objects, fonts_in_a_circle),
    (".zip",): (repeated_names, names_of_no_encoding, locked_archive, false_sizes),
    (".eml",): (mails_in_mails, endless_attachments, escaping_attachments),
    (".html",): (page_in_a_page, unclosed_tables),
    (".tif",): (picture_of_ten_thousand_frames, frames_in_a_circle),
    (".png",): (bomb_in_a_comment,),
    (".rtf",): (picture_in_hexadecimal, endless_skips),
    (".csv",): (wide_table, unclosed_quotes),
    (".txt",): (
        wide_letters_without_a_mark,
        very_wide_letters,
        endless_accents,
        grounds_without_end,
        letterhead_without_end,
    ),
}
"""By the extensions they go under."""


def _sheet(rows: str, after: str = "") -> bytes:
    sheet = f"<worksheet {_SHEET}><sheetData>{rows}</sheetData>{after}</worksheet>"
    return replaced(xlsx_file(["Chữ"]), "xl/worksheets/sheet1.xml", lambda _xml: sheet.encode())


def _places(data: bytes, mark: bytes) -> list[int]:
    found, at = [], data.find(mark)
    while at >= 0:
        found.append(at)
        at = data.find(mark, at + 4)
    return found


def _tiff(frames: int, *, circle: bool) -> bytes:
    """Frames of 8 by 8 white dots, each pointing to the next."""
    out = bytearray(b"II*\0" + struct.pack("<L", 16) + b"\xff" * 8)
    tags = ((256, 8), (257, 8), (258, 1), (259, 1), (262, 1), (273, 8), (278, 8), (279, 8))
    size = 2 + len(tags) * 12 + 4
    for frame in range(frames):
        following = 16 + (frame + 1) * size
        if frame == frames - 1:
            following = 16 if circle else 0
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in tags)
        out += struct.pack("<L", following)
    return bytes(out)
