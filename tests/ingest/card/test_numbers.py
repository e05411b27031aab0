import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.card.numbers import number_key, own_number, plain_number, type_in, type_of_blank


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 09/BC-BTV", "09/BC-BTV"),
        ("Số : 09 /BC - BTV", "09/BC-BTV"),
        ("Số 05-NQ/ĐU", "05-NQ/ĐU"),
        ("Số: 12/2023/QĐ-UBND", "12/2023/QĐ-UBND"),
        ("SỐ:    99/ 1998/TT-BTC", "99/1998/TT-BTC"),
        ("Luật số: 77/2024/QH15", "77/2024/QH15"),
        ("Số: 06/BNV-VP", "06/BNV-VP"),
        ("07/CTr-BTV", "07/CTr-BTV"),
    ],
)
def test_own_number_is_read_without_its_spaces(line: str, number: str) -> None:
    place = own_number(line)
    assert place is not None
    assert plain_number(line[slice(*place)]) == number


@pytest.mark.parametrize(
    "line",
    [
        "Số:      /BC-BTV",
        "Số: ....../CV-HPN",
        "Số lượng: 45 hội viên",
        "Số 12, đường Hoa Mai",
        "Số: 45",
        "7/7 tỉnh đạt",
        "số 8/3",
    ],
)
def test_blanks_and_counts_are_no_number(line: str) -> None:
    assert own_number(line) is None


def test_every_example_of_the_facts_is_an_own_number(shared: Path) -> None:
    facts = (shared / "domain.md").read_text(encoding="utf-8")
    line = facts[facts.index("Ví dụ (đều là dữ liệu kiểm thử hồi quy)") :].split("\n\n")[0]
    for example in re.findall("`([^`]+)`", line):
        place = own_number(f"Số: {example}")
        assert place is not None, example
        assert plain_number(f"Số: {example}"[slice(*place)]) == plain_number(example)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("45/BC-BTV", "Báo cáo"),
        ("05-NQ/ĐU", "Nghị quyết"),
        ("30/2020/NĐ-CP", "Nghị định"),
        ("1234/ĐCT-TG", "Công văn"),
        ("18/TB-MTTQ-BTT", "Thông báo"),
    ],
)
def test_type_in_the_number(number: str, kind: str) -> None:
    assert type_in(number) == kind


def test_form_with_a_blank_number_still_names_its_type() -> None:
    assert type_of_blank("Số:      /KH-BTV") == "Kế hoạch"


@given(st.from_regex(r"0{0,2}[1-9]\d{0,3} ?/ ?(BC|KH|QĐ) ?[-–] ?(BTV|HPN)", fullmatch=True))
def test_key_ignores_spaces_zeros_and_dashes(number: str) -> None:
    assert number_key(number) == number_key(plain_number(number)) == number_key(number_key(number))
