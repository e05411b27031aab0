"""Excel workbooks (.xlsx) through openpyxl, row by row: values as displayed, rows with the names of their columns."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException

from ingest.documents import Note
from ingest.errors import DamagedFileError
from ingest.loaders.extracted import Extracted
from ingest.loaders.number_formats import shown_moment, shown_number
from ingest.loaders.sheet_xml import MAX_UNPACKED_BYTES, SheetFacts, check_unpacked, sheet_facts
from ingest.loaders.workbook import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Sheet, SheetCell, laid_out
from ingest.text.encoding_choice import Run

_FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError,
             InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError,
             SyntaxError, OSError, EOFError, RecursionError)  # fmt: skip
_ERROR_VALUE = re.compile(r"#(?:REF|DIV/0|N/A|NAME\?|NULL|NUM|VALUE)!?")


def read_xlsx(data: bytes) -> Extracted:
    """One page per visible sheet.

    :raises DamagedFileError: If it is not a readable workbook.
    :raises FileTooLargeError: If it unpacks to more than is sane.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, warnings.catch_warnings():
            # openpyxl warns of extensions it does not know
            warnings.simplefilter("ignore")
            check_unpacked(archive, MAX_UNPACKED_BYTES)
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, rich_text=True)
            reader = _Reader(book, archive)
            sheets = list(reader.sheets())
            book.close()
    except _FAILURES as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    return laid_out(sheets, reader.notes, labelled=True)


class _Reader:
    # openpyxl has no type hints
    def __init__(self, book: Any, archive: zipfile.ZipFile) -> None:  # noqa: ANN401
        self._book = book
        self._archive = archive
        self._cells = 0
        self.notes: list[Note] = []

    def sheets(self) -> Iterator[Sheet]:
        hidden = [sheet.title for sheet in self._book.worksheets if sheet.sheet_state != "visible"]
        if hidden:
            self.notes.append(Note("hidden_sheets", (("sheets", ", ".join(hidden)),)))
        for sheet in self._book.worksheets:
            if sheet.sheet_state == "visible":
                yield self._sheet(sheet)

    def _sheet(self, sheet: Any) -> Sheet:  # noqa: ANN401
        facts = sheet_facts(self._archive, sheet._worksheet_path)
        read = Sheet([Run(sheet.title)], merged=facts.merged)
        sheet.reset_dimensions()  # files of other programs state wrong ones
        number = -1
        for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, max_row=MAX_ROWS)):
            filled = ((column, cell) for column, cell in enumerate(row) if cell.value is not None)
            shown = {column: text for column, cell in filled if (text := _shown(cell)) is not None}
            if shown:
                read.rows[number] = shown
                self._cells += len(shown)
            if self._cells > MAX_CELLS:
                break
        self._note(sheet.title, facts, number + 1)
        return read

    def _note(self, name: str, facts: SheetFacts, read: int) -> None:
        if facts.last_row > read:
            self.notes.append(Note("sheet_cut", (("sheet", name), ("rows", read), ("total", facts.last_row))))
        if facts.formulas_without_value:
            details = (("sheet", name), ("count", facts.formulas_without_value))
            self.notes.append(Note("formulas_without_values", details))


def _shown(cell: Any) -> SheetCell | None:  # noqa: ANN401
    value = cell.value
    if value is None or (isinstance(value, str) and (not value.strip() or _ERROR_VALUE.fullmatch(value))):
        return None
    font = cell.font
    name, bold = (font.name, bool(font.b)) if font is not None else (None, False)
    if isinstance(value, CellRichText):
        return SheetCell(tuple(_run(part, name) for part in value), bold)
    text = _text(value, cell.number_format)
    return SheetCell((Run(text, name),), bold) if text else None


def _run(part: Any, font: str | None) -> Run:  # noqa: ANN401
    if isinstance(part, TextBlock):
        return Run(part.text or "", part.font.rFont or font)
    return Run(str(part), font)


def _text(value: object, code: str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return shown_moment(value, code)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, int | float):
        return shown_number(value, code)
    return str(value).strip()
