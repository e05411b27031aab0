"""The pages of a document as one draft: a sentence that a page end cuts is one sentence again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.claims.model import Draft, DraftPart
from ingest.documents import Block, BlockKind, Document, Page
from ingest.text.lines import continues, wrap_width

_FOLIO = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")
_GAP, _JOINT = "\n\n", " "
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page with its blocks, and whether its last sentence goes on overleaf."""

    page: Page
    blocks: Sequence[Block]
    """Without page numbers and running heads where a sentence crosses them."""
    start: int
    end: int
    """Characters [start, end) of the page are the draft's."""
    goes_on: bool


def draft_of(document: Document) -> Draft:
    """The pages of a document as one text, its blocks as parts; a paragraph that goes on overleaf is one part."""
    pieces: list[str] = []
    parts: list[DraftPart] = []
    at, joined = 0, False
    for sheet in _sheets(document):
        if pieces:
            pieces.append(_JOINT if joined else _GAP)
            at += len(pieces[-1])
        for block in sheet.blocks:
            start, end = at + block.char_start - sheet.start, at + block.char_end - sheet.start
            if joined:
                parts[-1] = replace(parts[-1], char_end=end, turns=(*parts[-1].turns, start))
                joined = False
            else:
                parts.append(DraftPart(start, end, block.kind, block.page))
        pieces.append(sheet.page.text[sheet.start : sheet.end])
        at += len(pieces[-1])
        joined = sheet.goes_on
    text = "".join(pieces)
    return Draft(text, tuple(parts), document.source, document.media_type, document.encoding, document.notes)


def _sheets(document: Document) -> Iterator[_Sheet]:
    blocks: dict[int, list[Block]] = {}
    for block in document.blocks:
        blocks.setdefault(block.page, []).append(block)
    came_on = False
    for page, following in zip(document.pages, [*document.pages[1:], None], strict=True):
        own = blocks.get(page.number, [])
        body = _body(page, own)
        goes_on = following is not None and _goes_on(
            (page, body), (following, _body(following, blocks.get(following.number, [])))
        )
        start, end = body[0].char_start if came_on else 0, body[-1].char_end if goes_on else len(page.text)
        yield _Sheet(page, [one for one in own if start <= one.char_start and one.char_end <= end], start, end, goes_on)
        came_on = goes_on


def _body(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """Without running heads and page numbers."""
    return [one for one in blocks if one.kind is not BlockKind.BOILERPLATE and not _FOLIO.fullmatch(_text(page, one))]


def _goes_on(left: tuple[Page, list[Block]], right: tuple[Page, list[Block]]) -> bool:
    """Whether the last paragraph of a page is left open and the next page goes on with it."""
    (page, body), (following, after) = left, right
    if not body or not after or {body[-1].kind, after[0].kind} - _RUNNING:
        return False
    lines = [line.strip() for one in body for line in _text(page, one).split("\n")]
    first = _text(following, after[0]).split("\n", 1)[0].strip()
    return continues(lines[-1], first, gap=1, width=wrap_width([len(line) for line in lines]))


def _text(page: Page, block: Block) -> str:
    return page.text[block.char_start : block.char_end]
