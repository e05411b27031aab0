"""Made-up documents for the tests of the data folder."""

import hashlib
from pathlib import Path

from ingest.documents import Block, BlockKind, Chunk, Document, Metadata, Page, chunk_id_of, document_id_of
from vectorstore.records import Addition


def made_addition(
    source: str,
    *paragraphs: str,
    metadata: Metadata | None = None,
    collection: str = "",
    original: Path | None = None,
    record_line: int | None = None,
) -> Addition:
    """A one-page document whose paragraphs are its blocks and its chunks."""
    text = "\n".join(paragraphs)
    content_sha256 = hashlib.sha256(f"{source}\n{text}".encode()).hexdigest()
    if original is not None and record_line is None:
        content_sha256 = hashlib.sha256(original.read_bytes()).hexdigest()
    document_id = document_id_of(content_sha256)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    document = Document(
        document_id=document_id,
        content_sha256=content_sha256,
        source=source,
        media_type="text/plain",
        pages=(Page(1, text),),
        blocks=tuple(Block(BlockKind.PARAGRAPH, 1, start, end) for start, end in spans),
        metadata=metadata or Metadata(title=f"Tài liệu {source}"),
        record_line=record_line,
    )
    chunks = tuple(
        Chunk(chunk_id_of(document_id, 1, start, end), document_id, ordinal, 1, start, end, text[start:end])
        for ordinal, (start, end) in enumerate(spans)
    )
    return Addition(document, chunks, original, collection)
