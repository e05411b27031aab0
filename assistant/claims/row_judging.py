"""A table's row against the rows of the store: the same name, the same columns, value by value (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.claims.candidates import Candidate
from assistant.claims.rows import RowValue, TableRow, cells_of, is_rendered, parsed_row
from assistant.grounding.reading import Kind, read
from assistant.verdicts import Difference, DifferenceKind, Verdict, Verification
from ingest.text.folding import fold

_GENERIC = re.compile(r"(?:tong(?: cong| so)?|cong|toan (?:tinh|huyen|xa|thanh pho|nganh)|khac|con lai)\b")
"""Names that rows of every table have: such a row agrees or says nothing."""


def judge_row(statement: str, candidates: Sequence[Candidate]) -> tuple[Candidate, Verification] | None:
    """The row of the store that says what this one says, else the first that says it otherwise; None without one."""
    row = parsed_row(statement)
    if not row.values or not row.label:
        return None
    otherwise: tuple[Candidate, Verification] | None = None
    for candidate in candidates:
        for line in candidate.text.split("\n"):
            differences = _differences(statement, row, line)
            if differences == ():
                return candidate, Verification(Verdict.SUPPORTED)
            if differences and otherwise is None and not _GENERIC.match(fold(row.label)):
                otherwise = candidate, Verification(Verdict.DIFFERS, differences)
    return otherwise


def may_be_told(statement: str, candidate: Candidate) -> bool:
    """Whether a sentence, no row itself, names what the row is about: then it may tell of it in words."""
    label = _key(parsed_row(statement).label)
    line = candidate.text
    return not _GENERIC.match(label) and not is_rendered(line) and len(cells_of(line)) == 1 and label in _key(line)


def _differences(statement: str, row: TableRow, line: str) -> tuple[Difference, ...] | None:
    """What differs from a line of the same name; None for another row, or one with no value of these columns."""
    pairs = _pairs(row, line)
    if not any(one.text and other for one, other in pairs):
        return None
    return tuple(_difference(statement, one, other) for one, other in pairs if other and not _equal(one.text, other))


def _pairs(row: TableRow, line: str) -> list[tuple[RowValue, str]]:
    """Values of the row, each with that of the line; where the columns have no names, in their order."""
    if is_rendered(line):
        found = parsed_row(line)
        if _key(found.label) != _key(row.label):
            return []
        there = {_key(one.column): one.text for one in found.values}
        pairs = [(one, there[_key(one.column)]) for one in row.values if _key(one.column) in there]
        return pairs if len(pairs) == len(row.values) or len(pairs) * 2 > len(row.values) else []
    cells = cells_of(line)
    names = [at for at, cell in enumerate(cells) if _key(cell) == _key(row.label)]
    if not names or len(cells) - names[0] - 1 != len(row.values):
        return []
    return list(zip(row.values, cells[names[0] + 1 :], strict=True))


def _difference(statement: str, one: RowValue, other: str) -> Difference:
    start = max(statement.find(f"{one.column}: {one.text}"), 0)
    start = max(statement.find(one.text, start + len(one.column)), 0)
    is_number = any(token.kind is Kind.NUMBER for token in read(one.text).tokens)
    kind = DifferenceKind.NUMBER if is_number else DifferenceKind.NAME
    return Difference(kind, one.text, other, start, start + len(one.text))


def _equal(one: str, other: str) -> bool:
    return _key(one) == _key(other) or (list(_numbers(one)) != [] and list(_numbers(one)) == list(_numbers(other)))


def _numbers(text: str) -> Iterator[Decimal]:
    for token in read(text).tokens:
        if token.quantity is not None:
            yield token.quantity.value


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
