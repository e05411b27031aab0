"""Pages read from images: their words in offsets of the stored text, and the flags their text carries."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.documents import Block, Flag, Page, RawPage, WordBox
from ingest.text.normalise import Normalised

LOW_CONFIDENCE = 0.92
"""Mean confidence of a page: above, Tesseract 5.3 has up to 6 % of its words wrong, below more than a tenth
(``python -m tests.benchmarks.ocr_confidence``); clean pages have 0.95 and 1 %."""


def stored_page(page: RawPage, clean: Normalised) -> Page:
    """The page as it is stored, with the words of its image where they stand in its cleaned text."""
    return Page(page.number, clean.text, tuple(_stored_words(page.words, clean)), page.ocr_confidence)


def flagged(blocks: Iterable[Block], pages: Iterable[RawPage]) -> Iterator[Block]:
    """The blocks, those of scanned pages with the flags of their page."""
    flags = {page.number: found for page in pages if (found := _flags(page))}
    for block in blocks:
        added = flags.get(block.page)
        yield replace(block, flags=block.flags | added) if added else block


def unread_flags(pages: Iterable[RawPage]) -> frozenset[Flag]:
    """The flag of a document with pages that could not be read."""
    return frozenset({Flag.UNREAD_PAGES}) if any(page.unread for page in pages) else frozenset()


def _flags(page: RawPage) -> frozenset[Flag]:
    if page.ocr_confidence is None:
        return frozenset()
    if page.ocr_confidence < LOW_CONFIDENCE:
        return frozenset({Flag.OCR, Flag.LOW_CONFIDENCE})
    return frozenset({Flag.OCR})


def _stored_words(words: Iterable[WordBox], clean: Normalised) -> Iterator[WordBox]:
    for word in words:
        start, end = clean.offsets.to_stored(word.start, word.end)
        if start < end:
            yield replace(word, start=start, end=end)
