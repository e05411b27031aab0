"""Excel 97-2003 workbooks (.xls) through xlrd: values as displayed, fonts run by run."""

import io
import struct
from collections.abc import Iterator
from typing import Any

import xlrd

from ingest.documents import Note
from ingest.errors import DamagedFileError, EncryptedFileError
from ingest.loaders.extracted import Extracted
from ingest.loaders.number_formats import is_moment_format, shown_moment, shown_number
from ingest.loaders.workbook import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Sheet, SheetCell, Span, laid_out
from ingest.text.encoding_choice import Run

_BOLD_WEIGHT = 600
_FAILURES = (xlrd.XLRDError, xlrd.compdoc.CompDocError, ValueError, IndexError, KeyError, TypeError, AssertionError,
             AttributeError, OverflowError, struct.error)  # fmt: skip


def read_xls(data: bytes) -> Extracted:
    """One page per sheet; the names of columns stand above their rows as they do in the file.

    :raises DamagedFileError: If it is not a readable workbook.
    :raises EncryptedFileError: If it needs a password.
    """
    try:
        # xlrd reports oddities of the file on this stream
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO(), on_demand=True)
        reader = _Reader(book)
        sheets = list(reader.sheets())
    except _FAILURES as error:
        if "encrypted" in str(error):
            raise EncryptedFileError from error
        raise DamagedFileError(problem=type(error).__name__) from error
    return laid_out(sheets, reader.notes, labelled=False)


class _Reader:
    # xlrd has no type hints
    def __init__(self, book: Any) -> None:  # noqa: ANN401
        self._book = book
        self._cells = 0
        self.notes: list[Note] = []

    def sheets(self) -> Iterator[Sheet]:
        for index in range(self._book.nsheets):
            sheet = self._book.sheet_by_index(index)
            yield self._sheet(sheet)
            self._book.unload_sheet(index)

    def _sheet(self, sheet: Any) -> Sheet:  # noqa: ANN401
        merged = [Span(*area) for area in sheet.merged_cells]
        read = Sheet([Run(sheet.name)], merged=merged)
        for number in range(min(sheet.nrows, MAX_ROWS)):
            if self._cells > MAX_CELLS:
                break
            row = {
                column: cell
                for column in range(min(sheet.row_len(number), MAX_COLUMNS))
                if (cell := self._cell(sheet, number, column)) is not None
            }
            if row:
                read.rows[number] = row
                self._cells += len(row)
        if sheet.nrows > MAX_ROWS or self._cells > MAX_CELLS:
            kept = max(read.rows, default=-1) + 1
            self.notes.append(Note("sheet_cut", (("sheet", sheet.name), ("rows", kept), ("total", sheet.nrows))))
        return read

    def _cell(self, sheet: Any, number: int, column: int) -> SheetCell | None:  # noqa: ANN401
        cell = sheet.cell(number, column)
        look = self._book.xf_list[cell.xf_index]
        font = self._book.font_list[look.font_index]
        bold = bool(font.weight >= _BOLD_WEIGHT)
        if cell.ctype == xlrd.XL_CELL_TEXT:
            runs = tuple(self._runs(cell.value, sheet.rich_text_runlist_map.get((number, column)), font.name))
            return SheetCell(runs, bold) if cell.value.strip() else None
        text = self._shown(cell, look)
        return SheetCell((Run(text, font.name),), bold) if text else None

    def _runs(self, text: str, changes: list[tuple[int, int]] | None, font: str) -> Iterator[Run]:
        start = 0
        for offset, index in changes or ():
            if offset > start:
                yield Run(text[start:offset], font)
            font = self._book.font_list[index].name
            start = offset
        if start < len(text):
            yield Run(text[start:], font)

    def _shown(self, cell: Any, look: Any) -> str:  # noqa: ANN401
        known = self._book.format_map.get(look.format_key)
        code = known.format_str if known is not None else None
        if cell.ctype == xlrd.XL_CELL_DATE or (cell.ctype == xlrd.XL_CELL_NUMBER and is_moment_format(code)):
            try:
                return shown_moment(xlrd.xldate_as_datetime(cell.value, self._book.datemode), code)
            except (xlrd.XLDateError, ValueError, OverflowError):
                return shown_number(cell.value, None)
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            return shown_number(cell.value, code)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        return ""
