"""From blocks to chunks: by structure, within a budget, never inside a sentence, never across pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from ingest.documents import Block, BlockKind, Chunk, Document, Flag, chunk_id_of
from ingest.settings import ChunkingSettings
from ingest.text.lines import STOPS, ends_with
from ingest.text.markers import find_marker
from ingest.text.sentences import split_sentences

_MAX_HEADING_CHARS = 200
_SMALL_SHARE = 0.5
"""A chunk below this share of the target goes on into the next section instead of ending at its heading."""
_CLAUSE = re.compile(r";\s+")
_STICKY = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.DATELINE})
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that is never cut further."""

    start: int
    end: int
    path: tuple[str, ...]
    flags: frozenset[Flag]
    sticky: bool
    """Belongs to what follows: a heading, a title, a lead-in."""
    opens: bool
    """A heading: a good place for a chunk to begin."""


def chunk_document(document: Document, settings: ChunkingSettings) -> tuple[Chunk, ...]:
    """Cut a document into chunks that cover every character outside boilerplate exactly once.

    A chunk stays below ``settings.max_chars`` unless one sentence without a semicolon is longer.
    """
    texts = {page.number: page.text for page in document.pages}
    chunks: list[Chunk] = []
    path: list[tuple[int, str]] = []
    for page, group in groupby(document.blocks, key=lambda block: block.page):
        text = texts[page]
        for run in _runs(text, list(group)):
            pieces = list(_pieces(text, run, path, settings))
            for packed in _pack(pieces, settings):
                chunks.append(_chunk(document, len(chunks), page, text, packed))
    return tuple(chunks)


def _chunk(document: Document, ordinal: int, page: int, text: str, pieces: Sequence[_Piece]) -> Chunk:
    start, end = pieces[0].start, pieces[-1].end
    content = [piece.path for piece in pieces if not piece.opens] or [pieces[-1].path]
    return Chunk(
        chunk_id=chunk_id_of(document.document_id, page, start, end),
        document_id=document.document_id,
        ordinal=ordinal,
        page=page,
        char_start=start,
        char_end=end,
        text=text[start:end],
        heading_path=_shared(content),
        flags=frozenset(flag for piece in pieces for flag in piece.flags),
    )


def _shared(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings all of a chunk stands under."""
    names = takewhile(lambda level: len(set(level)) == 1, zip(*paths, strict=False))
    return tuple(level[0] for level in names)


def _runs(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Stretches of a page that may share a chunk: unbroken by boilerplate, damaged paragraphs apart from sound ones."""
    run: list[Block] = []
    run_damaged = False
    for paragraph in _paragraphs(text, blocks):
        damaged = any(block.flags for block in paragraph)
        if run and (damaged != run_damaged or paragraph[0].kind is BlockKind.BOILERPLATE):
            held = _held_back(run) if paragraph[0].kind is not BlockKind.BOILERPLATE else []
            if len(held) < len(run):
                yield run[: len(run) - len(held)]
            run = held
        if paragraph[0].kind is BlockKind.BOILERPLATE:
            continue
        run += paragraph
        run_damaged = damaged
    if run:
        yield run


def _held_back(run: Sequence[Block]) -> list[Block]:
    """The headings at the end of a run, which go with the paragraph that follows."""
    count = 0
    while count < len(run) and run[len(run) - 1 - count].kind is BlockKind.HEADING:
        count += 1
    return list(run[len(run) - count :])


def _paragraphs(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks of one paragraph together: structure cuts a paragraph where its damage begins."""
    paragraph: list[Block] = []
    for block in blocks:
        joined = paragraph and block.kind is paragraph[-1].kind and block.flags != paragraph[-1].flags
        if joined and "\n" not in text[paragraph[-1].char_end : block.char_start]:
            paragraph.append(block)
            continue
        if paragraph:
            yield paragraph
        paragraph = [block]
    if paragraph:
        yield paragraph


def _pieces(
    text: str, blocks: Sequence[Block], path: list[tuple[int, str]], settings: ChunkingSettings
) -> Iterator[_Piece]:
    """Blocks in order, cut where they are too long; a lead-in and its list are one piece when they fit."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is BlockKind.HEADING:
            _enter(path, block, text)
        names = tuple(name for _, name in path)
        size = _group_size(text, blocks, at, settings.max_chars)
        last = blocks[at + size - 1]
        flags = frozenset(flag for member in blocks[at : at + size] for flag in member.flags)
        leads = size == 1 and block.kind is not BlockKind.TABLE_ROW and _leads_in(text, blocks, at)
        sticky = block.kind in _STICKY or leads
        spans = [(block.char_start, last.char_end)]
        if size == 1 and block.char_end - block.char_start > settings.max_chars:
            spans = _cut(text, block.char_start, block.char_end, settings)
        for number, (start, end) in enumerate(spans, start=1):
            is_last = number == len(spans)
            yield _Piece(start, end, names, flags, sticky and is_last, block.kind is BlockKind.HEADING)
        at += size


def _enter(path: list[tuple[int, str]], heading: Block, text: str) -> None:
    level = heading.level or 1
    while path and path[-1][0] >= level:
        path.pop()
    name = " ".join(text[heading.char_start : heading.char_end].split()).lstrip("# ")
    path.append((level, name[:_MAX_HEADING_CHARS]))


def _depth(text: str, block: Block) -> int:
    """How deep a block stands in a list; 0 for a paragraph."""
    if block.kind is BlockKind.TABLE_ROW:
        return 1
    if block.kind is not BlockKind.LIST_ITEM:
        return 0
    marker = find_marker(text[block.char_start : min(block.char_end, block.char_start + 12)])
    return marker.depth if marker else 1


def _leads_in(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether a block announces the list or the table after it: it ends with a colon, or is a table's name or a row."""
    if at + 1 >= len(blocks) or blocks[at + 1].kind not in _LISTED:
        return False
    if blocks[at + 1].kind is BlockKind.TABLE_ROW and blocks[at].kind is not BlockKind.LIST_ITEM:
        return blocks[at].kind is BlockKind.TABLE_ROW or not ends_with(
            text[blocks[at].char_start : blocks[at].char_end], STOPS
        )
    return text[blocks[at].char_end - 1] == ":" and _depth(text, blocks[at + 1]) > _depth(text, blocks[at])


def _group_size(text: str, blocks: Sequence[Block], at: int, max_chars: int) -> int:
    """How many blocks from ``at`` are one lead-in with its list, if all of them fit into one chunk; else 1."""
    first = blocks[at]
    if first.kind is BlockKind.HEADING or not _leads_in(text, blocks, at):
        return 1
    depth = 0 if first.kind is BlockKind.TABLE_ROW else _depth(text, first)
    end = at + 1
    while end < len(blocks) and blocks[end].kind in _LISTED and _depth(text, blocks[end]) > depth:
        if blocks[end].char_end - first.char_start > max_chars:
            return 1
        end += 1
    return end - at


def _cut(text: str, start: int, end: int, settings: ChunkingSettings) -> list[tuple[int, int]]:
    """A long block in parts of whole sentences, of about equal length."""
    units = [
        part
        for sentence in split_sentences(text, start, end)
        for part in _cut_sentence(text, *sentence, settings.max_chars)
    ]
    parts = -(-(end - start) // settings.target_chars)
    goal = min(settings.max_chars, (end - start) / parts)
    spans = [units[0]]
    for unit in units[1:]:
        length = spans[-1][1] - spans[-1][0]
        grown = unit[1] - spans[-1][0]
        if grown <= settings.max_chars and (length < goal * _SMALL_SHARE or grown - goal <= goal - length):
            spans[-1] = (spans[-1][0], unit[1])
        else:
            spans.append(unit)
    return spans


def _cut_sentence(text: str, start: int, end: int, max_chars: int) -> list[tuple[int, int]]:
    """A sentence whole, or cut after semicolons when it exceeds the budget."""
    if end - start <= max_chars:
        return [(start, end)]
    cuts = [match.start() + 1 for match in _CLAUSE.finditer(text, start, end)]
    parts: list[tuple[int, int]] = []
    for cut in [*cuts, end]:
        begin = start
        while text[begin].isspace():
            begin += 1
        if parts and cut - parts[-1][0] <= max_chars:
            parts[-1] = (parts[-1][0], cut)
        else:
            parts.append((begin, cut))
        start = cut
    return parts


def _pack(pieces: Sequence[_Piece], settings: ChunkingSettings) -> list[list[_Piece]]:
    """Fill chunks up to the target; sections start new ones; what belongs to the following text moves with it."""
    if not pieces or pieces[-1].end - pieces[0].start <= settings.max_chars:
        return [list(pieces)] if pieces else []
    packed: list[list[_Piece]] = [[]]
    for piece in pieces:
        current = packed[-1]
        if current and not _fits(current, piece, settings):
            moved = _sticky_tail(current)
            if moved and len(moved) < len(current) and piece.end - moved[0].start <= settings.max_chars:
                packed[-1] = current[: len(current) - len(moved)]
                packed.append([*moved, piece])
            elif len(moved) == len(current) and piece.end - current[0].start <= settings.max_chars:
                current.append(piece)
            else:
                packed.append([piece])
            continue
        current.append(piece)
    return _merge_last(packed, settings)


def _fits(current: Sequence[_Piece], piece: _Piece, settings: ChunkingSettings) -> bool:
    length = current[-1].end - current[0].start
    grown = piece.end - current[0].start
    if piece.opens and not current[-1].sticky and length >= settings.target_chars * _SMALL_SHARE:
        return False
    if grown <= settings.target_chars:
        return True
    return length < settings.target_chars * _SMALL_SHARE and grown <= settings.max_chars


def _sticky_tail(current: Sequence[_Piece]) -> list[_Piece]:
    count = 0
    while count < len(current) and current[len(current) - 1 - count].sticky:
        count += 1
    return list(current[len(current) - count :])


def _merge_last(packed: list[list[_Piece]], settings: ChunkingSettings) -> list[list[_Piece]]:
    """A short remainder joins the chunk before it."""
    if len(packed) > 1:
        last, before = packed[-1], packed[-2]
        small = last[-1].end - last[0].start < settings.target_chars * _SMALL_SHARE
        if small and not last[0].opens and last[-1].end - before[0].start <= settings.max_chars:
            packed[-2:] = [[*before, *last]]
    return packed
