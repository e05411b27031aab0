"""The sentences and table rows of a stored document, each with the headings above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.model import Citation
from ingest.documents import Block, BlockKind, Flag, Page
from ingest.text.sentences import split_sentences
from vectorstore.hits import Successor
from vectorstore.records import DocumentRecord

_TOLD = frozenset({
    BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CAPTION
})  # fmt: skip
_LONGEST_HEADING = 200


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
            _enter(path, block, text)
        if block.kind not in _TOLD:
            continue
        whole = block.kind is BlockKind.TABLE_ROW
        spans = [_trimmed(text, block)] if whole else split_sentences(text, block.char_start, block.char_end)
        names = tuple(name for _, name in path)
        for start, end in spans:
            if start < end:
                yield Line(block.page, start, end, text[start:end], block.kind, number, names, block.flags)


def _enter(path: list[tuple[int, str]], heading: Block, text: str) -> None:
    level = heading.level or 1
    while path and path[-1][0] >= level:
        path.pop()
    path.append((level, " ".join(text[heading.char_start : heading.char_end].split())[:_LONGEST_HEADING]))


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
