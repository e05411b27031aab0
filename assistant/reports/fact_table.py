"""The fact table as an Excel file."""

from collections.abc import Sequence
from io import BytesIO

from assistant.report_texts_vi import (
    DOUBTS,
    FACT_COLUMNS,
    FACT_KINDS,
    FACT_SHEET,
    MISSING_COLUMNS,
    MISSING_SHEET,
    SPANS,
    YES,
)
from assistant.reports.indicators import Dictionary
from assistant.reports.model import Fact, Missing
from assistant.reports.templates import Template

_WIDTHS = (22, 10, 30, 14, 14, 12, 9, 12, 9, 11, 18, 12, 6, 70, 30, 7, 12, 20, 20, 12, 22)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def fact_table(facts: Sequence[Fact], missing: Sequence[Missing], template: Template, dictionary: Dictionary) -> bytes:
    """An .xlsx with a sheet of facts and one of what is missing; text never becomes a formula."""
    from openpyxl import Workbook  # noqa: PLC0415  half a second at the start of every verb
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    sheet.title = FACT_SHEET
    sheet.append(FACT_COLUMNS)
    titles = {one.section_id: one.title or one.section_id for one in template.sections}
    for fact in facts:
        sheet.append([_safe(value) for value in _row(fact, titles, dictionary)])
    other = book.create_sheet(MISSING_SHEET)
    other.append(MISSING_COLUMNS)
    for one in missing:
        other.append([_safe(value) for value in (titles.get(one.section, one.section), one.indicator or "", one.label)])
    for page in (sheet, other):
        page.freeze_panes = "A2"
        for cell in page[1]:
            cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(fact: Fact, titles: dict[str, str], dictionary: Dictionary) -> list[object]:
    one = fact.citation
    return [
        titles.get(fact.section, fact.section),
        fact.indicator or "",
        fact.label or dictionary.name(fact.indicator),
        fact.value,
        None if fact.number is None else float(fact.number),
        fact.unit_of_measure,
        YES if fact.approximate else "",
        None if fact.plan is None else float(fact.plan),
        None if fact.rate is None else float(fact.rate),
        fact.period,
        fact.place,
        SPANS[fact.span.value],
        YES if fact.ticked else "",
        fact.statement,
        one.source if one else "",
        one.page if one else None,
        (one.date or "") if one else "",
        "; ".join(dict.fromkeys(place.source for place in fact.duplicates)),
        ", ".join(fact.conflicts),
        FACT_KINDS[fact.kind.value] if fact.value else "",
        DOUBTS[fact.doubt.value],
    ]


def _safe(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets a mark before it; control characters go."""
    if not isinstance(value, str):
        return value
    clean = "".join(char for char in value if char >= " " or char in "\n")
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
