import pytest

from assistant.ui.filter_row import ANY_YEAR, chosen_filters, filters_text, value_choices, year_choices
from vectorstore.hits import Filters
from vectorstore.records import Facets


def test_nothing_chosen_restricts_nothing() -> None:
    filters = chosen_filters((ANY_YEAR, ANY_YEAR, [], None))
    assert not filters
    assert filters_text(filters) == ""


def test_years_in_the_wrong_order_are_swapped() -> None:
    assert chosen_filters((2023, 2019, [], [])) == Filters(year_from=2019, year_to=2023)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(year_from=2019, year_to=2021), "năm 2019–2021"),
        (Filters(year_from=2019), "từ năm 2019"),
        (Filters(year_from=2020, year_to=2020), "năm 2020"),
        (Filters(year_to=2021, units=("Hội A", "Hội B")), "đến năm 2021; Hội A, Hội B"),
        (Filters(types=("Báo cáo",)), "Báo cáo"),
    ],
)
def test_filters_are_said_in_words(filters: Filters, expected: str) -> None:
    assert filters_text(filters) == expected


def test_choices_carry_counts_and_plain_values() -> None:
    assert year_choices(Facets(years=((2024, 3),))) == [("Tất cả", ANY_YEAR), ("2024 (3)", 2024)]
    assert value_choices([("Hội LHPN xã Đồi Mây", 2)]) == [("Hội LHPN xã Đồi Mây (2)", "Hội LHPN xã Đồi Mây")]
