"""Figures of a claim against the columns of a row: a figure of another year than the claim names is another figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.grounding.reading import Kind, read
from assistant.verdicts import Difference, DifferenceKind, Verdict, Verification

_FIELD = re.compile(r"(?:^|[:;] )(?P<column>[^:;]*?) là (?P<value>[^;]+)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Column:
    """A value of the row and the years its column is of."""

    years: frozenset[int]
    written: str
    values: frozenset[Decimal]


def with_columns(found: Verification, statement: str, told: str) -> Verification:
    """The verification, with figures that the row has only for years the claim does not name among the differences."""
    columns = list(_columns(told))
    years = frozenset(map(int, _YEAR.findall(statement)))
    if not years or not any(one.years for one in columns):
        return found
    more = [
        one
        for one in _misplaced(statement, years, columns)
        if not any(one.start < other.end and other.start < one.end for other in found.differences)
    ]
    if not more:
        return found
    verdict = Verdict.DIFFERS if found.verdict is Verdict.SUPPORTED else found.verdict
    return replace(found, verdict=verdict, differences=(*found.differences, *more))


def _columns(told: str) -> Iterator[_Column]:
    for field in _FIELD.finditer(told):
        years = frozenset(map(int, _YEAR.findall(field["column"])))
        yield _Column(years, field["value"].strip(), _values(field["value"]))


def _values(text: str) -> frozenset[Decimal]:
    return frozenset(one.quantity.value for one in read(text).tokens if one.quantity is not None)


def _misplaced(statement: str, years: frozenset[int], columns: list[_Column]) -> Iterator[Difference]:
    """Figures that stand only under other years, where a column of a named year has another."""
    for token in read(statement).tokens:
        if token.kind is not Kind.NUMBER or token.quantity is None:
            continue
        holding = [one for one in columns if token.quantity.value in one.values]
        if not holding or any(not one.years or one.years & years for one in holding):
            continue
        right = next((one.written for one in columns if one.years & years), None)
        if right is not None:
            written = statement[token.start : token.end]
            yield Difference(DifferenceKind.NUMBER, written, right, token.start, token.end)
