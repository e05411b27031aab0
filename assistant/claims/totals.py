"""Totals of table columns against the rows above or below them (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from assistant.claims.arithmetic import figure
from assistant.claims.model import Claim, ClaimNote, NoteCode
from assistant.claims.rows import TableRow, parsed_row
from assistant.grounding.quantities import Quantity
from assistant.grounding.reading import Kind, read
from ingest.text.folding import fold

_TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong|toan (?:tinh|huyen|xa|thanh pho|quan|thi xa|cum|nganh))\b")
_PARTS = re.compile(r"trong do\b|^[ivx]{1,4}[.\s]|^[-+]")
"""Rows that are parts or sums of others: such a table is not added up."""
_LEAST_ROWS = 2


def wrong_totals(claims: Sequence[Claim]) -> dict[int, tuple[ClaimNote, ...]]:
    """Notes by the number of the claim that is a total row."""
    found: dict[int, tuple[ClaimNote, ...]] = {}
    rows = [claim for claim in claims if claim.where.table is not None and claim.not_checked is None]
    for _, group in groupby(rows, key=lambda claim: claim.where.table):
        table = [(claim, parsed_row(claim.said)) for claim in group]
        totals = [at for at, (_, row) in enumerate(table) if _TOTAL.match(fold(row.label))]
        if len(totals) != 1 or any(_PARTS.search(fold(row.label)) for _, row in table):
            continue
        claim, total = table.pop(totals[0])
        notes = tuple(_wrong_columns(total, [row for _, row in table]))
        if notes:
            found[claim.n] = notes
    return found


def _wrong_columns(total: TableRow, rows: Sequence[TableRow]) -> Iterator[ClaimNote]:
    if len(rows) < _LEAST_ROWS:
        return
    for value in total.values:
        stated = _number(value.text)
        cells = [[one.text for one in row.values if one.column == value.column] for row in rows]
        if stated is None or not value.column or any(len(one) != 1 for one in cells):
            continue
        parts = [_number(one[0]) for one in cells]
        if any(one is None for one in parts):
            continue
        computed = sum((one for one in parts if one is not None), Decimal(0))
        if computed != stated:
            details = {"stated": value.text, "computed": figure(computed), "column": value.column}
            yield ClaimNote(NoteCode.COLUMN_TOTAL, dict(details))


def _number(text: str) -> Decimal | None:
    """The one number of a cell; a dash is nothing; None for words, shares, percentages and estimates."""
    if text.strip() in {"-", "–", "—", ""}:
        return Decimal(0)
    tokens = read(text).tokens
    if len(tokens) != 1 or tokens[0].kind is not Kind.NUMBER:
        return None
    quantity: Quantity | None = tokens[0].quantity
    return None if quantity is None or quantity.unit == "%" or quantity.rounding else quantity.value
