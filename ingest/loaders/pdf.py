"""PDF through pypdf: the text layer, page by page."""

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ingest.documents import Metadata
from ingest.errors import DamagedFileError, EncryptedPdfError, FileTooLargeError, NoTextLayerError
from ingest.loaders.declared import confirmed_title
from ingest.loaders.extracted import Extracted
from ingest.loaders.pdf_layout import PageLayout, read_layout
from ingest.loaders.pdf_pages import pdf_pages
from ingest.loaders.pdf_reader import open_pdf
from ingest.loaders.signatures import has_pdf_header
from ingest.page_progress import pages_read

_MAX_TEXT_CHARS = 50 * 2**20
"""A small file can unfold to endless text; pypdf bounds the work per stream, this bounds the sum."""


def read_pdf(data: bytes) -> Extracted:
    """Pages in order: paragraphs re-joined, ruled tables row by row, page furniture hinted as boilerplate.

    :raises EncryptedPdfError: If it does not open with the empty password, or needs a cipher we lack.
    :raises NoPagesError: If it has no page.
    :raises NoTextLayerError: If no page holds a letter or a digit.
    :raises DamagedFileError: If pypdf cannot read it.
    :raises FileTooLargeError: If the text in it is beyond all measure.
    """
    if not has_pdf_header(data):
        raise DamagedFileError(problem="no_pdf_header")
    try:
        with open_pdf(data) as reader:
            layouts = _layouts(reader)
            title = reader.metadata.title if reader.metadata else None
    except (FileNotDecryptedError, DependencyError) as error:
        raise EncryptedPdfError from error
    except PyPdfError as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    if not any(char.isalnum() for layout in layouts for fragment in layout.fragments for char in fragment.text):
        raise NoTextLayerError(pages=len(layouts))
    pages = pdf_pages(layouts)
    lines = pages[0].text.split("\n") + pages[-1].text.split("\n")
    return Extracted(pages=pages, declared=Metadata(title=confirmed_title(title, lines)))


def _layouts(reader: pypdf.PdfReader) -> list[PageLayout]:
    layouts: list[PageLayout] = []
    total, pages = 0, len(reader.pages)
    pages_read(0, pages)
    for page in reader.pages:
        layout = read_layout(page)
        total += sum(len(fragment.text) for fragment in layout.fragments)
        if total > _MAX_TEXT_CHARS:
            raise FileTooLargeError(size_mb=total // 2**20, limit_mb=_MAX_TEXT_CHARS // 2**20)
        layouts.append(layout)
        pages_read(len(layouts), pages)
    return layouts
