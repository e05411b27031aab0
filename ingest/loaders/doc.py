"""Word 97-2003 files (.doc): olefile opens the container, the text is read by [MS-DOC]; older ones as bare text."""

import struct
from collections.abc import Iterable

from ingest.documents import BlockKind, RawPage
from ingest.errors import DamagedFileError
from ingest.loaders.doc_text import WORD_97, DocParagraph, DocText
from ingest.loaders.extracted import Extracted
from ingest.loaders.flow import FlowCell, FlowItem, FlowParagraph, FlowTable, lay_out
from ingest.loaders.ole import open_ole, stream
from ingest.text.encoding import eight_bit_text
from ingest.text.run_decoding import decode_lines

_OLD_HEADER_BYTES = 0x38
_CELL_END = "\x07"
_CONTROLS = {code: None for code in (*range(9), *range(14, 32))} | {7: "\n", 11: "\n", 12: "\n", 13: "\n", 30: "-"}


def read_doc(data: bytes) -> Extracted:
    """One page: paragraphs by style, tables row by row, notes and text boxes at the end.

    :raises DamagedFileError: If it is not a readable Word file.
    :raises EncryptedFileError: If it needs a password.
    """
    with open_ole(data) as ole:
        document = stream(ole, "WordDocument")
        tables = stream(ole, "0Table"), stream(ole, "1Table")
    if len(document) < len(b"1234"):
        raise DamagedFileError(problem="no_text_stream")
    if struct.unpack_from("<H", document, 2)[0] < WORD_97:
        return _before_97(document)
    try:
        return lay_out(list(_items(DocText(document, tables).paragraphs())))
    except (struct.error, IndexError, ValueError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error


def doc_heads(data: bytes) -> list[str]:
    """Lines of the running heads and feet, which ``read_doc`` leaves out; none are looked for before Word 97.

    :raises DamagedFileError, EncryptedFileError: as there.
    """
    with open_ole(data) as ole:
        document = stream(ole, "WordDocument")
        tables = stream(ole, "0Table"), stream(ole, "1Table")
    try:
        if struct.unpack_from("<H", document, 2)[0] < WORD_97:
            return []
        heads = [FlowParagraph(one.runs) for one in DocText(document, tables).heads()]
    except (struct.error, IndexError, ValueError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    return [line for page in lay_out(heads).pages for line in page.text.split("\n") if line.strip()]


def _items(paragraphs: Iterable[DocParagraph]) -> Iterable[FlowItem]:
    table = FlowTable()
    row: list[FlowCell] = []
    cell = FlowCell()
    for paragraph in paragraphs:
        flowing = FlowParagraph(paragraph.runs, BlockKind.HEADING if paragraph.level else None, paragraph.level)
        look = paragraph.look
        if not look.in_table and paragraph.end != _CELL_END:
            if table.rows:
                yield table
                table, row, cell = FlowTable(), [], FlowCell()
            yield flowing
        elif look.row_end and paragraph.end == _CELL_END:
            table.rows.append(_placed(row, look.edges, look.merged))
            row, cell = [], FlowCell()
        else:
            cell.paragraphs.append(flowing)
            if paragraph.end == _CELL_END:
                row.append(cell)
                cell = FlowCell()
    if row or cell.paragraphs:
        table.rows.append([*row, cell])
    if table.rows:
        yield table


def _placed(row: list[FlowCell], edges: tuple[int, ...], merged: tuple[bool, ...]) -> list[FlowCell]:
    """Give the cells of a finished row the edges its end mark tells."""
    if len(edges) == len(row) + 1:
        for index, cell in enumerate(row):
            cell.left, cell.right = edges[index], edges[index + 1]
            cell.from_above = index < len(merged) and merged[index]
    else:
        for index, cell in enumerate(row):
            cell.left, cell.right = index * 1000, (index + 1) * 1000
    return row


def _before_97(document: bytes) -> Extracted:
    """Word 6 and 95 keep their text in one piece of bytes; fonts are not looked up."""
    if len(document) < _OLD_HEADER_BYTES:
        raise DamagedFileError(problem="header")
    (start,) = struct.unpack_from("<I", document, 0x18)
    (count,) = struct.unpack_from("<I", document, 0x34)
    text, verdict = decode_lines(eight_bit_text(document[start : start + count]).translate(_CONTROLS))
    return Extracted((RawPage(1, text),), encoding=verdict.encoding, encoding_confidence=verdict.confidence)
