"""From blocks to chunks: by structure, within a budget, never inside a sentence, never across pages."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from ingest.documents import Block, BlockKind, Chunk, Document, Flag, chunk_id_of
from ingest.packing import pack
from ingest.pieces import Piece, pieces_of
from ingest.settings import ChunkingSettings


def chunk_document(document: Document, settings: ChunkingSettings) -> tuple[Chunk, ...]:
    """Cut a document into chunks that cover every character outside boilerplate exactly once.

    A chunk stays below ``settings.max_chars`` unless one sentence without a semicolon is longer; one of
    8,000 characters is cut all the same.
    """
    texts = {page.number: page.text for page in document.pages}
    chunks: list[Chunk] = []
    path: list[tuple[int, str]] = []
    for page, group in groupby(document.blocks, key=lambda block: block.page):
        text = texts[page]
        for run in _runs(text, list(group)):
            pieces = list(pieces_of(text, run, path, settings))
            for packed in pack(pieces, settings):
                chunks.append(_chunk(document, len(chunks), page, text, packed))
    return tuple(chunks)


def _chunk(document: Document, ordinal: int, page: int, text: str, pieces: Sequence[Piece]) -> Chunk:
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
        damaged = any(Flag.GARBLED in block.flags for block in paragraph)
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
