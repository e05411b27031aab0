"""Word files (.docx) through python-docx: body text in order; running heads, notes and pictures are left out."""

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.documents import BlockKind, Metadata
from ingest.errors import DamagedFileError, FileTooLargeError
from ingest.loaders.declared import confirmed_title
from ingest.loaders.docx_letters import DocxLetters
from ingest.loaders.docx_numbering import BULLET, Numbering
from ingest.loaders.docx_styles import Styles
from ingest.loaders.docx_tables import grid_of, plain_cell_text
from ingest.loaders.docx_text import block_elements, elements_through, is_table, text_boxes
from ingest.loaders.extracted import Extracted, PageBuilder
from ingest.loaders.office_variants import as_plain_kind
from ingest.loaders.tables import is_layout, render_rows

_MAX_UNPACKED_BYTES = 600 * 2**20
"""A few KB of zip can unpack to many GB."""


def read_docx(data: bytes) -> Extracted:
    """One page: headings by style, lists with their numbers, tables row by row, text boxes where they are anchored.

    :raises DamagedFileError: If it is not a readable Word file.
    :raises FileTooLargeError: If it unpacks to more than is sane.
    """
    document = _open(data)
    page = PageBuilder()
    letters = DocxLetters(document)
    _Reader(document, page, letters).blocks(document.element.body)
    built = page.build()
    title = confirmed_title(document.core_properties.title, built.text.split("\n"))
    verdict = letters.verdict()
    return Extracted((built,), Metadata(title=title), verdict.encoding, verdict.confidence)


def _open(data: bytes) -> WordDocument:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > _MAX_UNPACKED_BYTES:
            raise FileTooLargeError(size_mb=unpacked // 2**20, limit_mb=_MAX_UNPACKED_BYTES // 2**20)
        return docx.Document(io.BytesIO(as_plain_kind(data)))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error


class _Reader:
    def __init__(self, document: WordDocument, page: PageBuilder, letters: DocxLetters) -> None:
        self._page = page
        self._letters = letters
        self._styles = Styles(document)
        self._numbering = Numbering(document)

    def blocks(self, container: BaseOxmlElement) -> None:
        for element in block_elements(container):
            if is_table(element):
                self._table(element)
            else:
                self._paragraph(element)

    def _paragraph(self, paragraph: BaseOxmlElement) -> None:
        hint = self._styles.hint(paragraph)
        text, bullet = self._numbered_text(paragraph)
        self._page.add(text, hint.kind or (BlockKind.LIST_ITEM if bullet else None), hint.level)
        for box in text_boxes(paragraph):
            self.blocks(box)

    def _numbered_text(self, paragraph: BaseOxmlElement) -> tuple[str, bool]:
        """Text with its automatic number, and whether that is a bullet; an empty paragraph takes no number."""
        text = self._letters.text(paragraph).strip()
        reference = self._styles.hint(paragraph).numbering
        if not text or reference is None or reference.num_id == 0:
            return text, False
        label = self._numbering.label(reference)
        return f"{label} {text}".strip(), label == BULLET

    def _table(self, table: BaseOxmlElement) -> None:
        if is_layout(grid_of(table, plain_cell_text)):
            for row in elements_through(table, qn("w:tr")):
                for cell in elements_through(row, qn("w:tc")):
                    self.blocks(cell)
            return
        for line in render_rows(grid_of(table, self._cell_text)):
            self._page.add(line, BlockKind.TABLE_ROW)

    def _cell_text(self, cell: BaseOxmlElement) -> str:
        lines: list[str] = []
        for element in block_elements(cell):
            if is_table(element):
                lines += render_rows(grid_of(element, self._cell_text))
            else:
                lines.append(self._numbered_text(element)[0])
        return "\n".join(line for line in lines if line)
