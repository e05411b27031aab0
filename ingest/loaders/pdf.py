"""PDF through pypdf: the text layer, page by page."""

import io

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ingest.documents import BlockKind, Metadata, RawPage
from ingest.errors import DamagedFileError, EncryptedPdfError, FileTooLargeError, NoPagesError, NoTextLayerError
from ingest.loaders.declared import confirmed_title
from ingest.loaders.extracted import Extracted, PageBuilder
from ingest.loaders.pdf_lines import paragraphs, running_lines
from ingest.loaders.signatures import has_pdf_header

_MAX_TEXT_CHARS = 50 * 2**20
"""A small file can unfold to endless text; pypdf bounds the work per stream, this bounds the sum."""


def read_pdf(data: bytes) -> Extracted:
    """Pages in order with paragraphs re-joined; page numbers and running heads are hinted as boilerplate.

    :raises EncryptedPdfError: If it does not open with the empty password, or needs a cipher we lack.
    :raises NoPagesError: If it has no page.
    :raises NoTextLayerError: If no page holds a letter or a digit.
    :raises DamagedFileError: If pypdf cannot read it.
    :raises FileTooLargeError: If the text in it is beyond all measure.
    """
    if not has_pdf_header(data):
        raise DamagedFileError(problem="no_pdf_header")
    try:
        with pypdf.PdfReader(io.BytesIO(data)) as reader:
            texts = _page_texts(reader)
            title = reader.metadata.title if reader.metadata else None
    except (FileNotDecryptedError, DependencyError) as error:
        raise EncryptedPdfError from error
    except PyPdfError as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    if not any(char.isalnum() for text in texts for char in text):
        raise NoTextLayerError(pages=len(texts))
    pages = _pages(texts)
    lines = pages[0].text.split("\n") + pages[-1].text.split("\n")
    return Extracted(pages=pages, declared=Metadata(title=confirmed_title(title, lines)))


def _page_texts(reader: pypdf.PdfReader) -> list[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncryptedPdfError
    if not len(reader.pages):
        raise NoPagesError
    texts: list[str] = []
    total = 0
    for page in reader.pages:
        text = page.extract_text()
        total += len(text)
        if total > _MAX_TEXT_CHARS:
            raise FileTooLargeError(size_mb=total // 2**20, limit_mb=_MAX_TEXT_CHARS // 2**20)
        # a lone surrogate out of a broken font map cannot be stored as UTF-8
        texts.append(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return texts


def _pages(texts: list[str]) -> tuple[RawPage, ...]:
    lined = [text.splitlines() for text in texts]
    furniture = running_lines(lined)
    return tuple(_page(number, *page) for number, page in enumerate(zip(lined, furniture, strict=True), start=1))


def _page(number: int, lines: list[str], furniture: frozenset[int]) -> RawPage:
    first = min((index for index in range(len(lines)) if index not in furniture and lines[index].strip()), default=0)
    builder = PageBuilder(number)
    for index in sorted(furniture):
        if index < first:
            builder.add(" ".join(lines[index].split()), BlockKind.BOILERPLATE)
    for paragraph in paragraphs([line for index, line in enumerate(lines) if index not in furniture]):
        builder.add(paragraph)
    for index in sorted(furniture):
        if index >= first:
            builder.add(" ".join(lines[index].split()), BlockKind.BOILERPLATE)
    return builder.build()
