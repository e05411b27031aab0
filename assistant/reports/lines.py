"""The sentences and table rows of a stored document, each with the headings above it (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.model import Citation
from ingest.documents import Block, BlockKind, Flag, Page
from ingest.text.sentences import split_sentences
from vectorstore.hits import Successor
from vectorstore.records import DocumentRecord

_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
_TOLD = frozenset({
    BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CAPTION
})  # fmt: skip
_LONGEST_HEADING = 200
_LIKE_HEADING = re.compile(
    r"(?P<sign>(?:phần|mục|chương)\s+(?:thứ\s+\w+|[IVX\d]{1,4})|[IVX]{1,5}[.)/-]|\d{1,2}(?P<deep>(?:\.\d{1,2})*)[.)/-]?|[a-zđ][.)/])"
    r"\s*(?P<words>[^\W\d_][^;\n]{3,110})",
    re.IGNORECASE,
)
"""A numbered line that stands among listed ones and names what follows: "3. Nhiệm vụ năm 2026"."""
_ENDS = (".", ";", "!", "?", ",", "”", '"', "…")
_COUNTS = re.compile(r"\d\s*(?:%|(?!tháng|năm|quý|ngày)[^\W\d])", re.IGNORECASE)
_LIKE_LEVEL = 100
"""Below any level of a real heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters [start, end) of a page: one sentence, or one row of a table."""

    page: int
    start: int
    end: int
    text: str
    kind: BlockKind
    block: int
    """Position of its block in the document; sentences of one paragraph share it."""
    headings: tuple[str, ...]
    flags: frozenset[Flag]


def lines_of(pages: Sequence[Page], blocks: Sequence[Block]) -> Iterator[Line]:
    """Everything a document says outside boilerplate, in order."""
    texts = {page.number: page.text for page in pages}
    path: list[tuple[int, str]] = []
    for number, block in enumerate(blocks):
        text = texts[block.page]
        if block.kind is BlockKind.HEADING:
            _enter(path, block.level or 1, text[block.char_start : block.char_end])
        elif block.kind in _LISTED:
            _enter_like(path, text[block.char_start : block.char_end])
        if block.kind not in _TOLD:
            continue
        whole = block.kind is BlockKind.TABLE_ROW
        spans = [_trimmed(text, block)] if whole else split_sentences(text, block.char_start, block.char_end)
        names = tuple(name for _, name in path)
        for start, end in spans:
            if start < end:
                yield Line(block.page, start, end, text[start:end], block.kind, number, names, block.flags)


def _enter(path: list[tuple[int, str]], level: int, heading: str) -> None:
    while path and path[-1][0] >= level:
        path.pop()
    path.append((level, " ".join(heading.split())[:_LONGEST_HEADING]))


def _enter_like(path: list[tuple[int, str]], text: str) -> None:
    """A line numbered and worded as a heading takes the place of the last one numbered so."""
    text = text.strip()
    match = _LIKE_HEADING.fullmatch(text)
    if match is None or text.endswith(_ENDS) or ":" in text.rstrip(":") or _COUNTS.search(match["words"]):
        return
    sign = _sign(text)
    alike = next((at for at, (_, heading) in enumerate(path) if _sign(heading) == sign), None)
    level = path[alike][0] if alike is not None else max(_LIKE_LEVEL, path[-1][0] + 1 if path else 0)
    _enter(path, level, text)


def _sign(heading: str) -> str:
    """How a heading is numbered: "1" and "12" alike, "1.1", "I", "a"; empty where it is not."""
    match = _LIKE_HEADING.match(heading)
    if match is None:
        return ""
    sign = match["sign"].lower()
    if sign[0].isdigit():
        return "1" + ".1" * match["deep"].count(".")
    return sign.split()[0] if " " in sign else "a" if len(sign) > 1 and sign[0] not in "ivx" else "i"


def _trimmed(text: str, block: Block) -> tuple[int, int]:
    part = text[block.char_start : block.char_end]
    start = block.char_start + len(part) - len(part.lstrip())
    return start, block.char_start + len(part.rstrip())


def cite_line(
    record: DocumentRecord, line: Line, span: tuple[int, int], number: str | None, newer: Successor | None
) -> Citation:
    """A citation of characters [start, end) of the line's text."""
    start, end = span
    metadata = record.metadata
    return Citation(
        n=0,
        document_id=record.document_id,
        source=record.source,
        title=metadata.title,
        page=line.page,
        char_start=line.start + start,
        char_end=line.start + end,
        quote=line.text[start:end],
        date=metadata.date,
        unit=metadata.unit,
        type=metadata.type,
        heading_path=line.headings,
        flags=line.flags | (record.flags & {Flag.SAMPLE, Flag.INTERNAL}),
        media_type=record.media_type,
        number=number,
        replaced_by=newer,
    )
