"""From blocks to pieces: stretches that are never cut further, with the headings they stand under."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.cutting import cut_block
from ingest.documents import COLUMN_NAMES_LEVEL, Block, BlockKind, Flag
from ingest.settings import ChunkingSettings
from ingest.text.lines import STOPS, ends_with
from ingest.text.markers import find_marker

_MAX_HEADING_CHARS = 200
_MARKER_REACH = 12
_STICKY = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.DATELINE})
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is never cut further."""

    start: int
    end: int
    path: tuple[str, ...]
    flags: frozenset[Flag]
    sticky: bool
    """Belongs to what follows: a heading, a title, a lead-in."""
    opens: bool
    """A heading: a good place for a chunk to begin."""


def pieces_of(
    text: str, blocks: Sequence[Block], path: list[tuple[int, str]], settings: ChunkingSettings
) -> Iterator[Piece]:
    """Blocks in order, cut where they are too long; a lead-in and its list are one piece when they fit."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is BlockKind.HEADING:
            _enter(path, block, text)
        elif at and _ends_table(blocks[at - 1], block):
            path[:] = [entry for entry in path if entry[0] < COLUMN_NAMES_LEVEL]
        names = tuple(name for _, name in path)
        size = _group_size(text, blocks, at, settings.max_chars)
        last = blocks[at + size - 1]
        flags = frozenset(flag for member in blocks[at : at + size] for flag in member.flags)
        leads = size == 1 and block.kind is not BlockKind.TABLE_ROW and _leads_in(text, blocks, at)
        sticky = block.kind in _STICKY or leads
        spans = [(block.char_start, last.char_end)]
        if size == 1 and block.char_end - block.char_start > settings.max_chars:
            spans = cut_block(text, block.char_start, block.char_end, settings)
        for number, (start, end) in enumerate(spans, start=1):
            is_last = number == len(spans)
            yield Piece(start, end, names, flags, sticky and is_last, block.kind is BlockKind.HEADING)
        at += size


def _ends_table(previous: Block, block: Block) -> bool:
    return previous.kind is BlockKind.TABLE_ROW and block.kind is not BlockKind.TABLE_ROW


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
    marker = find_marker(text[block.char_start : min(block.char_end, block.char_start + _MARKER_REACH)])
    return marker.depth if marker else 1


def _leads_in(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether a block announces the list or table after it: it ends with a colon, or is a table's name or a row."""
    if at + 1 >= len(blocks) or blocks[at + 1].kind not in _LISTED:
        return False
    block = blocks[at]
    if blocks[at + 1].kind is BlockKind.TABLE_ROW and block.kind is not BlockKind.LIST_ITEM:
        return block.kind is BlockKind.TABLE_ROW or not ends_with(text[block.char_start : block.char_end], STOPS)
    return text[block.char_end - 1] == ":" and _depth(text, blocks[at + 1]) > _depth(text, block)


def _group_size(text: str, blocks: Sequence[Block], at: int, max_chars: int) -> int:
    """How many blocks from ``at`` are one lead-in with its list, if all of them fit into one chunk; else 1."""
    first = blocks[at]
    if first.kind is BlockKind.HEADING or not _leads_in(text, blocks, at):
        return 1
    depth = 0 if first.kind is BlockKind.TABLE_ROW else _depth(text, first)
    end = at + 1
    kind = blocks[end].kind
    while end < len(blocks) and blocks[end].kind is kind and _depth(text, blocks[end]) > depth:
        if blocks[end].char_end - first.char_start > max_chars:
            return 1
        end += 1
    return end - at
