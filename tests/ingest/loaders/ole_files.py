"""Writing OLE2 compound files and Office 97 content by hand, as small as readers accept them."""

import itertools
import struct
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, "bytes | Tree"]
_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_MINI_CUTOFF = 4096


def compound_file(tree: Tree) -> bytes:
    """A compound file with the given streams; nested mappings are storages. Streams are padded past the mini cutoff."""
    entries: list[tuple[str, int, int, int, int, int]] = [("Root Entry", 5, _NONE, _NONE, _END, 0)]
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        first = len(sectors)
        chunks = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        for index, chunk in enumerate(chunks):
            sectors.append(chunk)
            fat.append(first + index + 1 if index + 1 < len(chunks) else _END)
        return first

    def add(children: Tree) -> int:
        """Children as a chain of right siblings; returns the first."""
        numbers = []
        for name, content in sorted(children.items(), key=lambda item: (len(item[0]), item[0].upper())):
            numbers.append(len(entries))
            entries.append((name, 0, _NONE, _NONE, 0, 0))
            if isinstance(content, bytes):
                padded = content.ljust(_MINI_CUTOFF, b"\0")
                entries[numbers[-1]] = (name, 2, _NONE, _NONE, put(padded), len(padded))
            else:
                entries[numbers[-1]] = (name, 1, _NONE, add(content), 0, 0)
        for number, following in itertools.pairwise(numbers):
            name, kind, _, child, start, size = entries[number]
            entries[number] = (name, kind, following, child, start, size)
        return numbers[0] if numbers else _NONE

    root_child = add(tree)
    entries[0] = ("Root Entry", 5, _NONE, root_child, _END, 0)
    directory = b"".join(_entry(*entry) for entry in entries)
    directory_start = put(directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0"))
    fat_sectors = 1
    while fat_sectors * 128 < len(sectors) + fat_sectors:
        fat_sectors += 1
    fat_start = len(sectors)
    fat += [_FAT] * fat_sectors
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * _SECTOR, b"\xff")
    sectors += [table[at : at + _SECTOR] for at in range(0, len(table), _SECTOR)]
    difat = [fat_start + index for index in range(fat_sectors)] + [_FREE] * (109 - fat_sectors)
    kept = (0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, directory_start, 0, _MINI_CUTOFF, _END, 0, _END, 0)
    header = struct.pack("<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 16, *kept)
    return header + struct.pack("<109I", *difat) + b"".join(sectors)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, _NONE, right, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)


def doc_file(
    runs: Sequence[tuple[str, str]],
    fonts: Sequence[str],
    *,
    wide: bool = False,
    encrypted: bool = False,
    heads: int = 0,
) -> bytes:
    """A Word 97 file of (text, font) runs; CR ends a paragraph, BEL a cell, and BEL twice a row of a table.

    :param heads: So many characters at the end are the running head.
    """
    text = "".join(part for part, _ in runs)
    encoded = text.encode("utf-16-le") if wide else text.encode("latin-1")
    width, start = (2, 2048) if wide else (1, 2048)
    end = start + len(encoded)
    chpx_page = _page_of_runs(runs, fonts, start, width)
    papx_page = _page_of_paragraphs(text, start, width)
    first_page = -(-end // 512)
    document = bytearray((first_page + 2) * 512)
    document[start:end] = encoded
    document[first_page * 512 : first_page * 512 + 512] = chpx_page
    document[(first_page + 1) * 512 : (first_page + 2) * 512] = papx_page
    table = bytearray()

    def part(at: int, data: bytes) -> None:
        struct.pack_into("<II", document, at, len(table), len(data))
        table.extend(data)

    struct.pack_into("<HH", document, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", document, 0x0A, 0x0200 | (0x0100 if encrypted else 0))
    struct.pack_into("<3i", document, 0x4C, len(text) - heads, 0, heads)
    fc = start if wide else (start * 2) | 0x40000000
    part(0x1A2, b"\x02" + struct.pack("<I", 16) + struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, fc, 0))
    part(0xFA, struct.pack("<III", start, end, first_page))
    part(0x102, struct.pack("<III", start, end, first_page + 1))
    part(0x112, struct.pack("<HH", len(fonts), 0) + b"".join(map(_font, fonts)))
    return compound_file({"WordDocument": bytes(document), "1Table": bytes(table)})


def _font(name: str) -> bytes:
    record = b"\0" * 39 + name.encode("utf-16-le") + b"\0\0"
    return bytes([len(record)]) + record


def _page_of_runs(runs: Sequence[tuple[str, str]], fonts: Sequence[str], start: int, width: int) -> bytes:
    bounds, looks, at = [start], [], start
    for text, font in runs:
        at += len(text) * width
        bounds.append(at)
        looks.append(struct.pack("<BHHHH", 8, 0x4A4F, fonts.index(font), 0x4A51, fonts.index(font)))
    return _formatted_page(bounds, looks, 1)


def _page_of_paragraphs(text: str, start: int, width: int) -> bytes:
    bounds, looks = [start], []
    in_row = False
    for index, char in enumerate(text):
        if char not in "\r\x07":
            continue
        bounds.append(start + (index + 1) * width)
        row_end = char == "\x07" and in_row and text[index - 1 : index] == "\x07"
        sprms = b""
        if char == "\x07":
            in_row = not row_end
            sprms = struct.pack("<HB", 0x2416, 1) + (struct.pack("<HB", 0x2417, 1) if row_end else b"")
        body = struct.pack("<H", 0) + sprms
        body += b"\0" * (1 - len(body) % 2)
        looks.append(bytes([(len(body) + 1) // 2]) + body)
    return _formatted_page(bounds, looks, 13)


def _formatted_page(bounds: Sequence[int], looks: Sequence[bytes], entry: int) -> bytes:
    page = bytearray(512)
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    place = 510
    for index, look in enumerate(looks):
        place = (place - len(look)) // 2 * 2
        page[place : place + len(look)] = look
        page[4 * len(bounds) + entry * index] = place // 2
    page[511] = len(looks)
    return bytes(page)


def ppt_file(slides: Sequence[Sequence[tuple[int, str]]], font: str) -> bytes:
    """A PowerPoint 97 file; every slide is a list of (kind of text, text of one byte a letter) in one font."""
    entity = _record(0x0FB7, (font.encode("utf-16-le")).ljust(64, b"\0") + b"\0" * 4)
    listed = b""
    for number, bodies in enumerate(slides):
        listed += _record(0x03F3, struct.pack("<IIIII", 100 + number, 0, 0, 256 + number, 0))
        for kind, text in bodies:
            count = len(text) + 1
            style = struct.pack("<IHI", count, 0, 0) + struct.pack("<IIH", count, 0x10000, 0)
            listed += _record(0x0F9F, struct.pack("<I", kind)) + _record(0x0FA8, text.encode("latin-1"))
            listed += _record(0x0FA1, style)
    fonts = _record(0x03F2, _record(0x07D5, entity, container=True), container=True)
    document = _record(0x03E8, fonts + _record(0x0FF0, listed, container=True), container=True)
    directory = _record(0x1772, struct.pack("<II", (1 << 20) | 1, 0))
    edit = struct.pack("<IIIII", 0, 0, 0, len(document), 1)
    stream = document + directory + _record(0x0FF5, edit)
    user = struct.pack("<IIIII", 0, 0x0FF60000, 20, 0xE391C05F, len(document) + len(directory))
    return compound_file({"PowerPoint Document": stream, "Current User": user})


def _record(kind: int, body: bytes, *, container: bool = False) -> bytes:
    return struct.pack("<HHI", 0xF if container else 0, kind, len(body)) + body


def msg_file(subject: str, body: str, attachments: Mapping[str, bytes]) -> bytes:
    """An Outlook message with attachments, sent on 8 March 2024."""
    sent = struct.pack("<HHIQ", 0x0040, 0x0039, 0, 133_543_512_000_000_000)
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": b"\0" * 32 + sent,
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Văn phòng Hội".encode("utf-16-le"),
    }
    for number, (name, data) in enumerate(attachments.items()):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": data,
        }
    return compound_file(tree)
