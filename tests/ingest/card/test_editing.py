from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.card.editing import kept_form
from ingest.card.values import CardField


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (CardField.DATE, "5/3/2024", "2024-03-05"),
        (CardField.DATE, "2024-03-05", "2024-03-05"),
        (CardField.PERIOD, "01/01/2024 - 30/06/2024", "2024-01-01/2024-06-30"),
        (CardField.PERIOD, "2024-01-01/2024-06-30", "2024-01-01/2024-06-30"),
        (CardField.PERIOD, "năm 2024", "2024-01-01/2024-12-31"),
        (CardField.NUMBER, "Số: 45 /BC - BTV", "45/BC-BTV"),
        (CardField.TITLE, "  Về   việc  A ", "Về việc A"),
        (CardField.SIGNER, "   ", None),
    ],
)
def test_typed_values_are_brought_to_one_form(field: CardField, typed: str, kept: str | None) -> None:
    assert kept_form(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (CardField.DATE, "32/13/2024"),
        (CardField.DATE, "hôm qua"),
        (CardField.PERIOD, "30/06/2024 - 01/01/2024"),
        (CardField.PERIOD, "quý một"),
        (CardField.NUMBER, "không số"),
        (CardField.TITLE, "x" * 501),
    ],
)
def test_what_is_no_value_is_refused(field: CardField, typed: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        kept_form(field, typed)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_kept_days_stay_as_they_are(day: date) -> None:
    assert kept_form(CardField.DATE, day.isoformat()) == day.isoformat() == kept_form(CardField.DATE, f"{day:%d/%m/%Y}")
