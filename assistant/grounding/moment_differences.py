"""Days, periods and papers' numbers of a sentence against those of its sources."""

import re
from collections.abc import Iterator
from dataclasses import fields

from assistant.grounding.compared import MARGIN, Compared
from assistant.grounding.moments import Moment, short_years
from assistant.grounding.reading import Kind, Token
from assistant.query.document_numbers import document_numbers
from assistant.verdicts import Difference, DifferenceKind
from ingest.text.folding import fold

_LEAST_LIKE = 0.05
"""Of the words around two times that must be the same where none is directly beside them."""
_LEAST_JOIN = 1.0
"""Four of the words beside two times are the same."""
_NOW = re.compile(r"\bnam\s+(?:nay|do|ay)\b")
"""A year named before."""
_ROW_REACH = 4
"""Tokens within which a day may lend its month to one before it: "ngày 5 và 6/3"."""


def moment_differences(compared: Compared) -> Iterator[Difference]:
    """Times that no source gives, or gives in another's place; a year may come from the documents' dates."""
    for at, token in compared.of_kind(Kind.MOMENT):
        stated = _moment(token)
        good = [there for there in _moments(compared) if _agrees(compared, stated, there)]
        if good:
            best = max(compared.place(at, at + 1, there, there + 1) for there in good)
            rival = _rival(compared, at, stated, best)
            if rival is not None:
                yield compared.difference(DifferenceKind.DATE, (at, at + 1), (rival, rival + 1))
        elif not _is_elsewhere(compared, stated) or (
            _is_replaced(compared, at, stated) and not _is_own_day(compared, stated)
        ):
            nearest = _nearest(compared, at, stated)
            there = None if nearest is None else (nearest, nearest + 1)
            yield compared.difference(DifferenceKind.DATE, (at, at + 1), there)


def paper_differences(compared: Compared) -> Iterator[Difference]:
    """Numbers of papers that neither a source nor what stands before it names."""
    named = {token.key for token in [*compared.source.tokens, *compared.card.tokens]}
    for at, token in compared.of_kind(Kind.PAPER):
        if token.key in named or any(token.key == f"p:{fold(one.key)}" for one in document_numbers(compared.before)):
            continue
        places = [there for there, one in enumerate(compared.source.tokens) if one.kind is Kind.PAPER]
        nearest = max(places, key=lambda there: compared.like(at, at + 1, there, there + 1), default=None)
        span = None if nearest is None else (nearest, nearest + 1)
        yield compared.difference(DifferenceKind.DOCUMENT_NUMBER, (at, at + 1), span)


def _moment(token: Token) -> Moment:
    assert token.moment is not None
    return token.moment


def _moments(compared: Compared) -> list[int]:
    return [there for there, token in enumerate(compared.source.tokens) if token.kind is Kind.MOMENT]


def _agrees(compared: Compared, stated: Moment, there: int) -> bool:
    """Whether a source's time says all that is stated, its document's year and a row's month included."""
    found = _moment(compared.source.tokens[there])
    for name, value in stated.stated().items():
        other = getattr(found, name)
        if other == value or (name == "day" and _in_row(compared, there, int(value))):
            continue
        if name == "year" and other is None and (value in compared.years or value in _years(compared)):
            continue
        return False
    return True


def _in_row(compared: Compared, there: int, day: int) -> bool:
    row = compared.source.tokens[max(0, there - _ROW_REACH) : there]
    clause = compared.source.tokens[there].clause
    numbers = (one.quantity for one in row if one.quantity is not None and one.clause == clause)
    return any(one.value == day and one.unit in {"", "ngày"} for one in numbers)


def _years(compared: Compared) -> set[int]:
    return {one.moment.year for one in compared.source.tokens if one.moment is not None and one.moment.year}


def _is_elsewhere(compared: Compared, stated: Moment) -> bool:
    """Whether the card says it, or it is only a year: that of a document, of a paper's number, or a bare figure."""
    if any(_covers(_moment(one), stated) for one in compared.card.tokens if one.kind is Kind.MOMENT):
        return True
    if _is_completed(compared, stated):
        return True
    given = stated.stated()
    numbers = {
        one.quantity.value for one in compared.source.tokens if one.quantity is not None and not one.quantity.in_words
    }
    papers = {one.paper.year for one in compared.source.tokens if one.paper is not None}
    if set(given) == {"year"}:
        if given["year"] in short_years(compared.source.text):
            return True
        return given["year"] in compared.years or given["year"] in numbers or given["year"] in papers
    if set(given) == {"hour", "minute"} and not given["minute"]:
        return any(
            one.quantity is not None and one.quantity.unit == "giờ" and one.quantity.value == given["hour"]
            for one in compared.source.tokens
        )
    return set(given) == {"month"} and given["month"] in numbers


def _is_own_day(compared: Compared, stated: Moment) -> bool:
    """Whether it is the day of the document itself: papers it names have days of their own."""
    return stated.day is not None and any(one.moment == stated for one in compared.card.tokens)


def _is_completed(compared: Compared, stated: Moment) -> bool:
    """Whether what stands before the source gives what its own time leaves open: "6 tháng đầu năm", before it 2017."""
    found = [_moment(compared.source.tokens[there]).stated() for there in _moments(compared)]
    given = stated.stated()
    sharing = [one for one in found if given.keys() & one.keys()]
    fitting = [one for one in sharing if all(given.get(name, value) == value for name, value in one.items())]
    if sharing and not fitting and not _NOW.search(fold(compared.source.text)):
        return False
    earlier = {item for one in compared.earlier if one.moment is not None for item in one.moment.stated().items()}
    return any(given.items() - one.items() <= earlier for one in fitting or [{}])


def _is_replaced(compared: Compared, at: int, stated: Moment) -> bool:
    """Whether the source has another time of this kind, which is not said, between the very words around it."""
    said = [_moment(token) for _, token in compared.of_kind(Kind.MOMENT)]
    return any(
        set(stated.stated()) <= set(found.stated())
        and not any(_covers(found, one) for one in said)
        and compared.joins(at, at + 1, there, there + 1) >= _LEAST_JOIN
        for there in _moments(compared)
        for found in [_moment(compared.source.tokens[there])]
    )


def _covers(found: Moment, stated: Moment) -> bool:
    return stated.stated().items() <= found.stated().items()


def _rival(compared: Compared, at: int, stated: Moment, good: float) -> int | None:
    """A time the sentence does not name, in whose place it names one that the source has elsewhere."""
    said = [_moment(token) for _, token in compared.of_kind(Kind.MOMENT)]
    best: tuple[float, int] | None = None
    for there in _moments(compared):
        found = _moment(compared.source.tokens[there])
        if set(found.stated()) != set(stated.stated()) or any(_covers(found, one) for one in said):
            continue
        fit = compared.place(at, at + 1, there, there + 1)
        if fit > good + MARGIN and compared.joins(at, at + 1, there, there + 1) and (best is None or fit > best[0]):
            best = fit, there
    return None if best is None else best[1]


def _nearest(compared: Compared, at: int, stated: Moment) -> int | None:
    def fit(there: int) -> float:
        found = _moment(compared.source.tokens[there])
        shared = sum(getattr(found, one.name) == getattr(stated, one.name) is not None for one in fields(Moment))
        return float(shared) + compared.like(at, at + 1, there, there + 1)

    return max((there for there in _moments(compared) if _is_comparable(compared, at, there)), key=fit, default=None)


def _is_comparable(compared: Compared, at: int, there: int) -> bool:
    """Whether a time of the source may be the one meant: the same less exactly, or the same words around it."""
    mine, theirs = (_moment(one).stated() for one in (compared.stated.tokens[at], compared.source.tokens[there]))
    shared = mine.keys() & theirs.keys()
    if shared and all(mine[name] == theirs[name] for name in shared):
        return True
    joins = compared.joins(at, at + 1, there, there + 1)
    return joins > 0 or compared.like(at, at + 1, there, there + 1) >= _LEAST_LIKE
