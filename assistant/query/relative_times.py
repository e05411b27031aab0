"""Times said from today's point of view, resolved with the date given (linguistic table)."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from assistant.model import Expansion, Understanding
from assistant.query.readings import Reading
from assistant.query.tokens import find_phrases, has_accents, tokens_of

_WEIGHT = 0.5
_FIRST_HALF = 6
_TERMS: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = (
    # (from year, month), (first, last year of the term); several run at once
    ((2011, 1), (2011, 2016)),
    ((2012, 3), (2012, 2017)),
    ((2015, 1), (2015, 2020)),
    ((2016, 1), (2016, 2021)),
    ((2017, 3), (2017, 2022)),
    ((2020, 6), (2020, 2025)),
    ((2021, 1), (2021, 2026)),
    ((2022, 3), (2022, 2027)),
    ((2025, 7), (2025, 2030)),
    ((2026, 6), (2026, 2031)),
)
"""Congress terms of the Union (centre, provinces) and of the Party, from when each is the running one."""
_TERM_YEARS = 5

_SPANS = ("năm trước", "năm qua", "năm tới", "năm sau", "năm vừa qua", "năm vừa rồi", "tháng tới", "tháng trước")
"""After a number these are a stretch of time and no single year or month."""

Resolved: TypeAlias = tuple[str, tuple[str, ...]]
"""The meaning shown, and the words to search for."""


def relative_times(text: str, today: date) -> list[Reading]:
    """Words such as "năm ngoái" and "nhiệm kỳ này" as the years, quarters and terms they are on ``today``."""
    tokens = tokens_of(text)
    found = []
    for match in find_phrases(tokens, _PHRASES, accented=has_accents(text)):
        counted = match.first > 0 and tokens[match.first - 1].text.isdigit()
        if counted and match.phrase.endswith(_SPANS):
            continue
        meaning, words = _PHRASES[match.phrase](today)
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        expansions = tuple(Expansion(word, _WEIGHT) for word in words)
        found.append(Reading(Understanding("relative_time", text[start:end], meaning), start, end, expansions))
    return found


def _year(offset: int) -> Callable[[date], Resolved]:
    return lambda today: (str(today.year + offset), (f"năm {today.year + offset}",))


def _quarter(offset: int) -> Callable[[date], Resolved]:
    def resolve(today: date) -> Resolved:
        year, index = divmod(today.year * 4 + (today.month - 1) // 3 + offset, 4)
        roman = ("I", "II", "III", "IV")[index]
        return f"{year}-Q{index + 1}", (f"quý {roman} năm {year}", f"quý {roman}/{year}", f"quý {index + 1} năm {year}")

    return resolve


def _month(offset: int) -> Callable[[date], Resolved]:
    def resolve(today: date) -> Resolved:
        year, index = divmod(today.year * 12 + today.month - 1 + offset, 12)
        return f"{year}-{index + 1:02}", (f"tháng {index + 1} năm {year}", f"tháng {index + 1:02}/{year}")

    return resolve


def _last_half(today: date) -> Resolved:
    """The half-year that ended last: what a report of "the last 6 months" covers."""
    if today.month > _FIRST_HALF:
        return f"{today.year}-H1", (f"6 tháng đầu năm {today.year}",)
    return f"{today.year - 1}-H2", (f"6 tháng cuối năm {today.year - 1}",)


def _term(steps_back: int) -> Callable[[date], Resolved]:
    def resolve(today: date) -> Resolved:
        spans = list(_running(date(today.year - steps_back * _TERM_YEARS, today.month, 1)))
        return " / ".join(f"{first}-{last}" for first, last in spans), tuple(
            f"nhiệm kỳ {first}-{last}" for first, last in spans
        )

    return resolve


def _running(day: date) -> Iterator[tuple[int, int]]:
    """Terms begun by ``day`` whose last year is still to come."""
    return (span for since, span in reversed(_TERMS) if since <= (day.year, day.month) and span[1] > day.year)


_PHRASES: dict[str, Callable[[date], Resolved]] = {
    "năm nay": _year(0),
    "năm này": _year(0),
    "năm ngoái": _year(-1),
    "năm trước": _year(-1),
    "năm vừa rồi": _year(-1),
    "năm vừa qua": _year(-1),
    "năm qua": _year(-1),
    "năm kia": _year(-2),
    "năm tới": _year(1),
    "năm sau": _year(1),
    "quý này": _quarter(0),
    "quý trước": _quarter(-1),
    "quý vừa rồi": _quarter(-1),
    "quý vừa qua": _quarter(-1),
    "quý tới": _quarter(1),
    "tháng này": _month(0),
    "tháng trước": _month(-1),
    "tháng vừa rồi": _month(-1),
    "tháng vừa qua": _month(-1),
    "tháng tới": _month(1),
    "6 tháng vừa rồi": _last_half,
    "6 tháng vừa qua": _last_half,
    "6 tháng qua": _last_half,
    "sáu tháng vừa rồi": _last_half,
    "sáu tháng vừa qua": _last_half,
    "nhiệm kỳ này": _term(0),
    "nhiệm kỳ hiện nay": _term(0),
    "nhiệm kỳ trước": _term(1),
    "nhiệm kỳ vừa qua": _term(1),
}
