"""Markdown: headings, lists, tables, pictures and front matter; marks of emphasis and links are taken off."""

import re
from collections.abc import Iterator

from ingest.documents import BlockKind, Metadata
from ingest.loaders.declared import iso_day
from ingest.loaders.extracted import Extracted, PageBuilder
from ingest.loaders.tables import Cell, render_rows
from ingest.text.encoding import decode

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"\s*(```|~~~)")
_ATX = re.compile(r"\s{0,3}(#{1,6})\s(.*)")
_SETEXT = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S.*")
_BULLET = re.compile(r"\s*[-*+]\s+")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
# repetitions are bounded: without the closing mark each opening one would scan the rest of a long line
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^)\n]{0,500}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_MARK = re.compile(r"[\[*_`\\\n]|^\s*> ")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read_markdown(data: bytes) -> Extracted:
    """One page with hints for headings, list items, table rows and captions.

    :raises NotTextError: If the bytes are not text.
    """
    decoded = decode(data)
    text = decoded.text
    declared = Metadata()
    if match := _FRONT_MATTER.match(text):
        declared = _declared(match.group(1))
        text = text[match.end() :]
    page = PageBuilder()
    for block, kind, level in _blocks(_without_comments(text).split("\n")):
        page.add(block, kind, level)
    return Extracted(pages=(page.build(),), declared=declared, encoding=decoded.encoding)


def _declared(front_matter: str) -> Metadata:
    fields: dict[str, str] = {}
    for line in front_matter.split("\n"):
        name, colon, value = line.partition(":")
        if colon and value.strip() and not line.startswith((" ", "#", "-")):
            fields[name.strip().lower()] = value.strip().strip("\"'")
    return Metadata(
        title=fields.get("title"),
        date=iso_day(fields.get("date")),
        unit=fields.get("unit"),
        type=fields.get("type"),
        author=fields.get("author"),
        url=fields.get("url"),
    )


def _without_comments(text: str) -> str:
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = end + len("-->")
    return "".join([*kept, text[position:]])


_Block = tuple[str, BlockKind | None, int | None]


def _blocks(lines: list[str]) -> Iterator[_Block]:
    index = 0
    paragraph: list[str] = []
    while index < len(lines):
        line = lines[index]
        special = _special(lines, index, paragraph)
        if special is None and line.strip():
            paragraph.append(line)
            index += 1
            continue
        setext = special is not None and special[2]
        if paragraph and not setext:
            yield _inline("\n".join(paragraph)), None, None
        paragraph = []
        if special is None:
            index += 1
            continue
        blocks, index, _ = special
        yield from blocks
    if paragraph:
        yield _inline("\n".join(paragraph)), None, None


_Special = tuple[list[_Block], int, bool]
"""Blocks found, index of the line after them, and whether the open paragraph was taken in (setext heading)."""


def _special(lines: list[str], index: int, paragraph: list[str]) -> _Special | None:
    line = lines[index]
    if len(paragraph) == 1 and (under := _SETEXT.fullmatch(line)):
        return [(_inline(paragraph[0]), BlockKind.HEADING, 1 if under.group(1)[0] == "=" else 2)], index + 1, True
    if "|" in line and index + 1 < len(lines) and "|" in lines[index + 1] and _TABLE_RULE.fullmatch(lines[index + 1]):
        return _table(lines, index)
    if _FENCE.match(line):
        return _fence(lines, index)
    if _ITEM.fullmatch(line) and not _RULE.fullmatch(line):
        return _item(lines, index)
    block = _single_line(line)
    return None if block is None else (block, index + 1, False)


def _single_line(line: str) -> list[_Block] | None:
    if heading := _ATX.fullmatch(line):
        return [(_inline(heading.group(2).rstrip().rstrip("#").strip()), BlockKind.HEADING, len(heading.group(1)))]
    if _RULE.fullmatch(line):
        return []
    if (image := _IMAGE.fullmatch(line.strip())) and image.group(1):
        return [(_inline(image.group(1)), BlockKind.CAPTION, None)]
    return None


def _fence(lines: list[str], index: int) -> _Special:
    end = index + 1
    while end < len(lines) and not _FENCE.match(lines[end]):
        end += 1
    return [("\n".join(lines[index + 1 : end]), None, None)], end + 1, False


def _item(lines: list[str], index: int) -> _Special:
    """A list item and the indented lines that continue it."""
    end = index + 1
    while end < len(lines) and lines[end].startswith("  ") and lines[end].strip() and not _ITEM.fullmatch(lines[end]):
        end += 1
    text = " ".join(line.strip() for line in lines[index:end])
    return [(_inline(_BULLET.sub("- ", text, count=1)), BlockKind.LIST_ITEM, None)], end, False


def _table(lines: list[str], index: int) -> _Special:
    end = index + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    rows = [[Cell(text, header=True) for text in _cells(lines[index])]]
    rows += [[Cell(text) for text in _cells(line)] for line in lines[index + 2 : end]]
    return [(row, BlockKind.TABLE_ROW, None) for row in render_rows(rows)], end, False


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [_inline(cell.strip()) for cell in re.split(r"(?<!\\)\|", inner)]


def _inline(text: str) -> str:
    if not _MARK.search(text):  # most cells of a large table
        return text.strip()
    text = _IMAGE.sub(r"\1", text)
    for pattern, group in ((_LINK, r"\1"), (_STRONG, r"\2"), (_EMPHASIS, r"\1"), (_CODE, r"\1"), (_ESCAPE, r"\1")):
        text = pattern.sub(group, text)
    return "\n".join(line.strip().removeprefix("> ").rstrip("\\") for line in text.split("\n"))
