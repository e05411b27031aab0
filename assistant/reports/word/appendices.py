"""Appendices: the table of indicators, and the table of sources where they do not stand in notes."""

from collections.abc import Iterator, Sequence
from typing import Any

from assistant.reports.model import IndicatorRow, ReportDraft
from assistant.reports.word.elements import Element, element, paragraph, run, twips_of_mm, value
from assistant.reports.word.head_values import HeadValues, number_line
from assistant.reports.word.headings import roman
from assistant.reports.word.links import source_link
from assistant.reports.word.note_parts import hyperlink
from assistant.reports.word.notes import SourceNotes, source_bookmark, source_name
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.profile import Profile
from assistant.reports.word.tables import bordered_table, table_row
from assistant.reports.word.texts_vi import (
    APPENDIX,
    ENCLOSED,
    ENCLOSED_PLAIN,
    INDICATOR_COLUMNS,
    MISSING,
    NOT_SOURCED,
    ONLY_APPENDIX,
    SOURCE_COLUMNS,
)

_INDICATOR_SHARES = (0.07, 0.39, 0.13, 0.13, 0.15, 0.13)
_SOURCE_SHARES = (0.08, 0.36, 0.56)
_FIRST_BOOKMARK = 1000
"""Bookmarks of a template have small ids."""


def appendix_title(number: int, of: int, title: str, profile: Profile) -> Iterator[Element]:
    """The label "Phụ lục I" and its name; without a number where it is the only one."""
    label = APPENDIX.format(number=roman(number)) if of > 1 or number > 1 else ONLY_APPENDIX
    if label.lower() not in title.lower() or of > 1:
        yield paragraph("AppendixLabel", [run(label)])
    yield paragraph("AppendixTitle", [run(title.upper() if profile.styles.appendix_title.upper else title)])


def enclosed_with(draft: ReportDraft, values: HeadValues, profile: Profile) -> Element:
    """Which paper the appendix belongs to."""
    name = draft.type_name.capitalize()
    number = number_line(values, profile)
    number = number[:1].lower() + number[1:].replace(":", "")
    blanks = {"type": name, "number": number, "date": values.date, "unit": draft.request.unit}
    text = (ENCLOSED_PLAIN if values.plain or values.letter else ENCLOSED).format_map(blanks)
    return paragraph("AppendixNote", [run(text)], element("w:spacing", {"before": 0, "after": 120}))


def indicator_table(
    rows: Sequence[IndicatorRow], width_mm: float, notes: SourceNotes, options: ExportOptions
) -> Element:
    """Plan, result and rate of every indicator; a result carries the mark of its source."""
    widths = _widths(_INDICATOR_SHARES, width_mm)
    return bordered_table(
        widths,
        INDICATOR_COLUMNS,
        [
            table_row(widths, [[one] for one in _indicator_cells(place, row, notes, options)])
            for place, row in enumerate(rows, start=1)
        ],
    )


def _indicator_cells(place: int, row: IndicatorRow, notes: SourceNotes, options: ExportOptions) -> list[Element]:
    result = [run(row.result)] if row.result else [run(MISSING, value("w:highlight", "yellow"))]
    if row.citation is not None:
        result += notes.marks([row.citation])
    elif row.result and options.mark_unsourced:
        result += [run(" "), run(NOT_SOURCED, value("w:highlight", "cyan"))]
    return [
        paragraph("TableNumber", [run(str(place))]),
        paragraph("TableText", [run(row.label)]),
        paragraph("TableNumber", [run(row.unit_of_measure)]),
        paragraph("TableNumber", [run(row.plan)]),
        paragraph("TableNumber", result),
        paragraph("TableNumber", [run(row.rate)]),
    ]


def source_table(notes: SourceNotes, width_mm: float, base_address: str, part: Any) -> Element:  # noqa: ANN401
    """Every cited place with its own words; the marks in the text lead here, the names lead to the source.

    :param part: of the package, that the links belong to.
    """
    widths = _widths(_SOURCE_SHARES, width_mm)
    rows = []
    for number, citation in enumerate(notes.citations, start=1):
        link = hyperlink(part, source_link(citation, base_address), source_name(citation))
        mark = {"id": _FIRST_BOOKMARK + number}
        start = element("w:bookmarkStart", {**mark, "name": source_bookmark(number)})
        cells = [
            paragraph("TableNumber", [start, run(f"[{number}]"), element("w:bookmarkEnd", mark)]),
            paragraph("TableText", link),
            paragraph("TableText", [run(" ".join(citation.quote.split()))]),
        ]
        rows.append(table_row(widths, [[one] for one in cells]))
    return bordered_table(widths, SOURCE_COLUMNS, rows)


def _widths(shares: Sequence[float], width_mm: float) -> list[int]:
    whole = twips_of_mm(width_mm)
    widths = [round(whole * share) for share in shares]
    widths[1] += whole - sum(widths)
    return widths
