"""The claims of a checked draft as an Excel list."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.citation_text import reference
from assistant.claim_texts_vi import DECISION_LABELS, KIND_LABELS, PAIR, VERDICT_LABELS, note_sentence
from assistant.claims.export_texts_vi import SHEET_COLUMNS, SHEET_TITLE
from assistant.claims.model import CheckedDraft, ClaimCheck
from ingest.text.xml_legal import legal_xml

_WIDTHS = (6, 60, 14, 18, 34, 40, 40, 60, 14)
_FORMULA_SIGNS = ("=", "+", "-", "@")
_MOST_CHARS = 32_767
"""Of a cell; Excel refuses the file otherwise."""


def claim_sheet(checked: CheckedDraft) -> bytes:
    """An .xlsx: a row per claim with verdict, differences, remarks, evidence and decision; all cells are text."""
    # openpyxl takes a fifth of a second to import
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET_TITLE
    for row, cells in enumerate([SHEET_COLUMNS, *map(_cells, checked.checks)], start=1):
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(row, column)
            _write(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cells(check: ClaimCheck) -> Sequence[str | int]:
    claim = check.claim
    return (
        claim.n,
        " ".join(claim.text.split()),
        KIND_LABELS[claim.kind.value],
        VERDICT_LABELS[check.verdict.value],
        "\n".join(PAIR.format(draft=one.stated, source=one.source or "…") for one in check.differences),
        "\n".join(note_sentence(note.code.value, note.details) for note in check.notes),
        "\n".join(_references(check)),
        "\n".join(f"“{' '.join(citation.quote.split())}”" for citation in check.evidence),
        DECISION_LABELS[check.decision.value] if check.decision else "",
    )


def _references(check: ClaimCheck) -> Iterator[str]:
    for citation in check.evidence:
        yield f"[{citation.n}] {reference(citation)}"


def _write(cell: Any, value: str | int) -> None:  # noqa: ANN401  openpyxl is untyped
    """Text stays text: Excel computes what begins with =, and takes +, - and @ for it when the cell is edited."""
    if isinstance(value, int):
        cell.value = value
        return
    text = legal_xml(value)[:_MOST_CHARS]
    if not text:
        return
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.lstrip().startswith(_FORMULA_SIGNS)
