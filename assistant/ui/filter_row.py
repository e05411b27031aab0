"""The row of filters: years, unit, type, with choices from what the store holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import gradio as gr

from assistant.ui_texts_vi import chat as texts
from vectorstore.hits import Filters
from vectorstore.records import Facets

ANY_YEAR = 0
"""Value of "all years" in the year lists."""


FilterValue: TypeAlias = int | list[str] | None
"""A year, or the chosen names; None where Gradio sends nothing."""


@dataclass(frozen=True, slots=True)
class FilterRow:
    """The components, in the order their values reach a handler."""

    year_from: gr.Dropdown
    year_to: gr.Dropdown
    units: gr.Dropdown
    types: gr.Dropdown
    clear: gr.Button
    row: gr.Accordion

    @property
    def inputs(self) -> list[Any]:
        """The four fields, for a handler's inputs or outputs."""
        return [self.year_from, self.year_to, self.units, self.types]


def build_filter_row() -> FilterRow:
    """The collapsible row; choices are filled in by ``choices``."""
    with gr.Accordion(texts.FILTERS, open=False, elem_id="tl-filters") as row, gr.Row():
        years = [(texts.ANY, ANY_YEAR)]
        year_from = gr.Dropdown(years, value=ANY_YEAR, label=texts.YEAR_FROM, min_width=145, scale=1, filterable=False)
        year_to = gr.Dropdown(years, value=ANY_YEAR, label=texts.YEAR_TO, min_width=145, scale=1, filterable=False)
        units = gr.Dropdown([], value=[], label=texts.UNIT, multiselect=True, min_width=220, scale=3)
        types = gr.Dropdown([], value=[], label=texts.TYPE, multiselect=True, min_width=180, scale=2)
        clear = gr.Button(texts.CLEAR_FILTERS, size="sm", scale=0, min_width=90, elem_classes="tl-clear-filters")
    return FilterRow(year_from, year_to, units, types, clear, row)


def chosen_filters(values: Sequence[FilterValue]) -> Filters:
    """The values of the row (year from, year to, units, types); years in the wrong order are swapped."""
    first, last, units, types = values
    year_from, year_to = _year(first), _year(last)
    if year_from and year_to and year_from > year_to:
        year_from, year_to = year_to, year_from
    return Filters(year_from=year_from, year_to=year_to, units=_names(units), types=_names(types))


def _year(value: FilterValue) -> int | None:
    return value if isinstance(value, int) and value != ANY_YEAR else None


def _names(value: FilterValue) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def filters_text(filters: Filters) -> str:
    """The filters in words; empty when nothing is restricted."""
    first, last = filters.year_from, filters.year_to
    years = ""
    if first and first == last:
        years = texts.YEARS_ONE.format(year=first)
    elif first and last:
        years = texts.YEARS_BOTH.format(first=first, last=last)
    elif first or last:
        years = texts.YEARS_FROM.format(first=first) if first else texts.YEARS_TO.format(last=last)
    return "; ".join(part for part in (years, ", ".join(filters.units), ", ".join(filters.types)) if part)


def year_choices(facets: Facets) -> list[tuple[str, int]]:
    """All years, newest first, after "all"."""
    return [(texts.ANY, ANY_YEAR), *((f"{year} ({count})", year) for year, count in facets.years)]


def value_choices(values: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """Values with their number of documents."""
    return [(f"{value} ({count})", value) for value, count in values]
