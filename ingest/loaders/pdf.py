"""PDF through pypdf: the text layer, page by page; a page without a sound one is read from its image."""

from dataclasses import replace

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ingest.documents import Metadata, RawPage
from ingest.errors import DamagedFileError, EncryptedPdfError, FileTooLargeError
from ingest.loaders.declared import confirmed_title
from ingest.loaders.extracted import Extracted
from ingest.loaders.pdf_encodings import PageDecoder
from ingest.loaders.pdf_layout import read_layout
from ingest.loaders.pdf_pages import pdf_pages
from ingest.loaders.pdf_reader import open_pdf
from ingest.loaders.pdf_rescue import PdfRescue, RescuedPage
from ingest.loaders.signatures import has_pdf_header
from ingest.ocr.outcome import nothing_read
from ingest.ocr.word_places import place_words
from ingest.page_progress import pages_read

_MAX_TEXT_CHARS = 50 * 2**20
"""A small file can unfold to endless text; pypdf bounds the work per stream, this bounds the sum."""


def read_pdf(data: bytes) -> Extracted:
    """Pages in order: paragraphs re-joined, ruled tables row by row, page furniture hinted as boilerplate.

    :raises EncryptedPdfError: If it does not open with the empty password, or needs a cipher we lack.
    :raises NoPagesError: If it has no page.
    :raises NoTextLayerError: If no page holds a letter or a digit, read from its image or not.
    :raises OcrMissingError: If only images could hold them, and nothing installed reads images.
    :raises OcrFailedError: If only images could hold them, and none could be read.
    :raises DamagedFileError: If pypdf cannot read it.
    :raises FileTooLargeError: If the text in it is beyond all measure.
    """
    if not has_pdf_header(data):
        raise DamagedFileError(problem="no_pdf_header")
    try:
        decoder = PageDecoder()
        with open_pdf(data) as reader, PdfRescue(data) as rescue:
            found = _read(reader, decoder, rescue)
            title = reader.metadata.title if reader.metadata else None
    except (FileNotDecryptedError, DependencyError) as error:
        raise EncryptedPdfError from error
    except PyPdfError as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    if not any(char.isalnum() for page in found for fragment in page.layout.fragments for char in fragment.text):
        raise nothing_read(page.problem for page in found)
    pages = tuple(map(_with_reading, pdf_pages([page.layout for page in found]), found))
    lines = pages[0].text.split("\n") + pages[-1].text.split("\n")
    verdict = decoder.verdict()
    return Extracted(
        pages=pages,
        declared=Metadata(title=confirmed_title(title, lines)),
        encoding=verdict.encoding if verdict else None,
        encoding_confidence=verdict.confidence if verdict else None,
    )


def _read(reader: pypdf.PdfReader, decoder: PageDecoder, rescue: PdfRescue) -> list[RescuedPage]:
    found: list[RescuedPage] = []
    total = 0
    pages_read(0, len(reader.pages))
    for number, page in enumerate(reader.pages, start=1):
        layout = read_layout(page)
        total += sum(len(fragment.text) for fragment in layout.fragments)
        if total > _MAX_TEXT_CHARS:
            raise FileTooLargeError(size_mb=total // 2**20, limit_mb=_MAX_TEXT_CHARS // 2**20)
        decoded = decoder.decoded(layout)
        found.append(rescue.best(number, decoded, may_reorder=decoded is layout))
        pages_read(number, len(reader.pages))
    return found


def _with_reading(page: RawPage, found: RescuedPage) -> RawPage:
    if found.reading is None:
        return replace(page, unread=True) if found.problem else page
    words = place_words(page.text, found.reading.words)
    return replace(page, words=words, ocr_confidence=found.reading.confidence)
