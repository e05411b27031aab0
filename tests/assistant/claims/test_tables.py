"""Tables of drafts: rows with their headers, values side by side, totals."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant.claims.model import ClaimCheck, ClaimKind, ClaimVerdict, NoteCode

Check = Callable[[str | Path], list[ClaimCheck]]
HEADER = ("Huyện", "Hội viên mới", "Hộ thoát nghèo")


def pasted(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in (HEADER, *rows))


def word(path: Path, *rows: tuple[str, ...]) -> Path:
    document = docx.Document()
    table = document.add_table(len(rows) + 1, len(HEADER))
    for line, row in zip(table.rows, (HEADER, *rows), strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path


@pytest.mark.parametrize("form", ["pasted", "word"])
def test_rows_are_compared_value_by_value(check: Check, tmp_path: Path, form: str) -> None:
    rows = (("Huyện Thạch Lâm", "287", "52"), ("Huyện Nậm Khoan", "189", "63"), ("Huyện Lũng Cao", "77", "12"))
    draft = pasted(*rows) if form == "pasted" else word(tmp_path / "bang.docx", *rows)
    right, wrong, unknown = [one for one in check(draft) if one.verdict is not ClaimVerdict.NOT_CHECKABLE]
    assert {one.claim.kind for one in (right, wrong, unknown)} == {ClaimKind.TABLE_ROW}
    assert right.verdict is ClaimVerdict.SUPPORTED
    assert wrong.verdict is ClaimVerdict.DIFFERS
    assert [(one.stated, one.source) for one in wrong.differences] == [("189", "198")]
    (difference,) = wrong.differences
    assert wrong.claim.said[difference.start : difference.end] == "189"
    assert unknown.verdict is ClaimVerdict.NOT_FOUND


def test_a_total_that_is_no_sum_differs(check: Check) -> None:
    rows = (("Huyện Thạch Lâm", "287", "52"), ("Huyện Nậm Khoan", "198", "63"), ("Tổng cộng", "475", "115"))
    total = check(pasted(*rows))[-1]
    assert total.verdict is ClaimVerdict.DIFFERS
    assert [(one.stated, one.source) for one in total.differences] == [("475", "485")]
    assert [note.code for note in total.notes] == [NoteCode.COLUMN_TOTAL]


def test_a_right_total_is_no_claim_of_another_table(check: Check) -> None:
    rows = (("Huyện Thạch Lâm", "287", "52"), ("Huyện Nậm Khoan", "198", "63"), ("Tổng cộng", "485", "115"))
    assert check(pasted(*rows))[-1].verdict is ClaimVerdict.NOT_FOUND
