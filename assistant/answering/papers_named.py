"""Evidence of the papers that a question names by their day: "(tin 31/07/2023)"."""

import re
from collections.abc import Sequence

from assistant.model import Hit
from assistant.query.question import Question

_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")


def of_papers_named(question: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits of papers of such a day; all of them where none is named, or none of that day was found."""
    days = set(question.paper_days)
    if not days:
        return hits
    named = {hit.passage.document_id for hit in hits if is_of_day(hit, days)}
    return tuple(hit for hit in hits if hit.passage.document_id in named) or hits


def is_of_day(hit: Hit, days: set[str]) -> bool:
    """Whether the paper's card or the passage has one of the days, ISO dates."""
    said = (f"{year}-{int(month):02}-{int(day):02}" for day, month, year in _DAY.findall(hit.passage.text))
    return hit.passage.date in days or not days.isdisjoint(said)
