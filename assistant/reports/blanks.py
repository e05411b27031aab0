"""Blanks in an outline's titles, headings and opening sentences, filled from the request alone."""

from assistant.reports.model import ReportRequest
from assistant.reports.periods import Period
from assistant.reports.templates import Template


def filled(pattern: str, template: Template, request: ReportRequest, unit: str, period: Period) -> str:
    """The pattern with its blanks filled; those in capitals are filled in capitals.

    :param unit: Full name of the unit.
    """
    values = {
        "unit": unit,
        "period": period.words,
        "next_period": period.next.words,
        "year": str(period.year),
        "scope": request.scope or template.scope or template.default_scope,
    }
    return pattern.format_map(values | {name.upper(): value.upper() for name, value in values.items()}).strip()
