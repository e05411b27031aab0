"""Days quoted without a year, resolved from the day of the document and stated as such (linguistic table)."""

import datetime
from collections.abc import Iterator, Sequence

from assistant.answering.naming import title_of
from assistant.answering.quoting import Line, Quoted
from assistant.answering.vietnamese_date import vietnamese_date
from assistant.grounding.moments import moments
from assistant.messages_vi.answering import ANSWERING
from assistant.query.tokens import find_phrases, tokens_of

_FARTHEST_DAYS = 120
"""A day further from its document's than this may be of either year; then nothing is said."""
_YEARS: dict[str, int] = {"năm nay": 0, "năm ngoái": -1}
"""Years said from the document's point of view; "năm qua" may be either."""


def date_notes(shown: Sequence[Quoted]) -> Iterator[Line]:
    """A line for each day and year that the quotations only name in part, every one once."""
    said: set[str] = set()
    for quoted in shown:
        for note in _notes(quoted):
            if note not in said:
                said.add(note)
                yield (note,)


def _notes(quoted: Quoted) -> Iterator[str]:
    day = _day(quoted.passage.date)
    text = quoted.passage.text[quoted.start : quoted.end]
    found = moments(text)
    if day is None or any(one.moment.year for one in found):
        return
    known = {"document": title_of(quoted.passage), "date": vietnamese_date(quoted.passage.date)}
    for one in found:
        if one.moment.day and one.moment.month:
            resolved = _nearest(one.moment.day, one.moment.month, day)
            if resolved is not None:
                written = text[one.start : one.end]
                yield ANSWERING["dated_day"].format(written=written, day=resolved.strftime("%d/%m/%Y"), **known)
    for match in find_phrases(tokens_of(text), _YEARS, accented=True):
        yield ANSWERING["dated_year"].format(written=match.phrase, year=day.year + _YEARS[match.phrase], **known)


def _nearest(day: int, month: int, document: datetime.date) -> datetime.date | None:
    """The day in the year that puts it nearest to the document."""
    candidates = []
    for year in (document.year - 1, document.year, document.year + 1):
        try:
            candidates.append(datetime.date(year, month, day))
        except ValueError:
            continue
    nearest = min(candidates, key=lambda one: abs(one - document), default=None)
    if nearest is None or abs(nearest - document).days > _FARTHEST_DAYS:
        return None
    return nearest


def _day(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date or "")
    except ValueError:
        return None
