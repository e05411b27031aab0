"""Appendices: the table of indicators, and the table of sources where they do not stand in notes."""

from collections.abc import Iterator, Sequence
from typing import Any

from assistant.model import Citation
from assistant.reports.model import IndicatorRow, ReportDraft
from assistant.reports.word.elements import Element, element, paragraph, run, value
from assistant.reports.word.head_values import HeadValues, number_line
from assistant.reports.word.headings import roman
from assistant.reports.word.links import source_link
from assistant.reports.word.note_parts import hyperlink
from assistant.reports.word.notes import SourceNotes, source_bookmark, source_name
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.profile import Profile
from assistant.reports.word.tables import TableLook, bordered_table, table_row
from assistant.reports.word.texts_vi import (
    APPENDIX,
    ENCLOSED,
    ENCLOSED_PLAIN,
    INDICATOR_COLUMNS,
    MISSING,
    NOT_SOURCED,
    SOURCE_COLUMNS,
)

_INDICATOR_SHARES = (0.07, 0.35, 0.12, 0.14, 0.2, 0.12)
_SOURCE_SHARES = (0.08, 0.36, 0.56)
_FIRST_BOOKMARK = 1000
"""Bookmarks of a template have small ids."""


def appendix_title(number: int, title: str, profile: Profile) -> Iterator[Element]:
    """The label "Phụ lục I" and its name."""
    yield paragraph("AppendixLabel", [run(APPENDIX.format(number=roman(number)))])
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
    rows: Sequence[IndicatorRow], width: int, look: TableLook, notes: SourceNotes, options: ExportOptions
) -> Element:
    """Plan, result and rate of every indicator; results and targets carry the marks of their sources.

    :param width: twips.
    """
    widths = _widths(_INDICATOR_SHARES, width)
    return bordered_table(
        widths,
        [look.head(name) for name in INDICATOR_COLUMNS],
        [
            table_row(
                widths,
                [[one] for one in _indicator_cells(place, row, look, _plan(row, notes), _result(row, notes, options))],
            )
            for place, row in enumerate(rows, start=1)
        ],
    )


def _plan(row: IndicatorRow, notes: SourceNotes) -> list[Element]:
    marks = notes.marks([row.plan_citation]) if row.plan_citation is not None else []
    return [run(row.plan), *marks]


def _result(row: IndicatorRow, notes: SourceNotes, options: ExportOptions) -> list[Element]:
    if not row.result:
        return [run(MISSING, value("w:highlight", "yellow"))]
    result = [run(row.result)]
    if row.citation is not None:
        result += notes.marks([row.citation])
    elif options.mark_unsourced:
        result += [run(" "), run(NOT_SOURCED, value("w:highlight", "cyan"))]
    return result


def _indicator_cells(
    place: int, row: IndicatorRow, look: TableLook, plan: list[Element], result: list[Element]
) -> list[Element]:
    return [
        look.number([run(str(place))]),
        look.text([run(row.label[:1].upper() + row.label[1:])]),
        look.number([run(row.unit_of_measure)]),
        look.number(plan),
        look.number(result),
        look.number([run(row.rate)]),
    ]


def source_table(
    citations: Sequence[Citation],
    width: int,
    look: TableLook,
    base_address: str,
    part: Any,  # noqa: ANN401  python-docx is untyped
) -> Element:
    """Every cited place with its own words; the marks in the text lead here, the names lead to the source.

    :param width: twips.
    :param part: of the package, that the links belong to.
    """
    widths = _widths(_SOURCE_SHARES, width)
    rows = []
    for number, citation in enumerate(citations, start=1):
        link = hyperlink(part, source_link(citation, base_address), source_name(citation))
        mark = {"id": _FIRST_BOOKMARK + number}
        start = element("w:bookmarkStart", {**mark, "name": source_bookmark(number)})
        cells = [
            look.number([start, run(f"[{number}]"), element("w:bookmarkEnd", mark)]),
            look.text(link),
            look.text([run(" ".join(citation.quote.split()))]),
        ]
        rows.append(table_row(widths, [[one] for one in cells]))
    return bordered_table(widths, [look.head(name) for name in SOURCE_COLUMNS], rows)


def _widths(shares: Sequence[float], whole: int) -> list[int]:
    widths = [round(whole * share) for share in shares]
    widths[1] += whole - sum(widths)
    return widths
