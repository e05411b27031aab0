import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assistant.claims.claim_sheet import claim_sheet
from assistant.claims.model import Claim, ClaimCheck, ClaimKind, ClaimPlace, ClaimVerdict
from tests.assistant.claims.made_checks import check, checked, differing, draft_of

SENTENCE = "Năm 2023, các cấp Hội giúp 12.262 hộ thoát nghèo."


def test_a_row_holds_verdict_differences_evidence_and_decision() -> None:
    draft = draft_of(SENTENCE)
    book = load_workbook(
        io.BytesIO(claim_sheet(checked(draft, differing(draft, 1, SENTENCE, "12.262 hộ", "12.226 hộ"))))
    )
    rows = list(book.active.values)
    assert rows[0][:4] == ("Số", "Câu trong bản nháp", "Loại", "Kết luận")
    assert rows[1] == (
        1,
        SENTENCE,
        "số liệu",
        "sai khác",
        "12.262 hộ ↔ 12.226 hộ",
        "Tính lại từ “3.562/5.000” được 71,2 %, bản nháp ghi “75 %”.",
        "[1] Báo cáo số 45/BC-BTV ngày 05/12/2023, tr. 3",
        "“Năm 2023, Hội giúp 12.226 hộ thoát nghèo.”",
        "Sẽ sửa",
    )


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5 hộ", "@SUM(A1)", ' =HYPERLINK("http://x")'])
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    draft = draft_of(text)
    book = load_workbook(io.BytesIO(claim_sheet(checked(draft, check(draft, 1, text, ClaimVerdict.NOT_FOUND)))))
    cell = book.active["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text.strip(), "s", True)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_list_that_opens_without_formulas(text: str) -> None:
    claim = Claim(1, text, 0, len(text), ClaimKind.EVENT, ClaimPlace(0))
    data = claim_sheet(checked(draft_of(text), ClaimCheck(claim, ClaimVerdict.NOT_FOUND)))
    cells = [cell for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.data_type == "s" for cell in cells if isinstance(cell.value, str))
