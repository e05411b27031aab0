"""Every example and every control of the facts about numbers and days, as written there."""

import re
from pathlib import Path

import pytest

from ingest.card.days import days_in
from ingest.card.periods import periods_in
from ingest.document_numbers import Family, document_numbers

FAMILIES = dict(zip(("QPPL", "Đảng", "hành chính", "công văn"), Family, strict=True))


@pytest.fixture
def facts(shared: Path) -> str:
    return (shared / "domain.md").read_text(encoding="utf-8")


def test_every_number_is_of_its_family(facts: str) -> None:
    line = facts[facts.index("Ví dụ (đều là dữ liệu kiểm thử hồi quy)") :].split("\n\n", maxsplit=1)[0]
    checked = 0
    for examples, family in (part.split("→") for part in line.split("·")):
        for example in re.findall("`([^`]+)`", examples):
            found = [(one.text, one.family) for one in document_numbers(f"theo Số: {example}, ngày")]
            assert found == [(example, FAMILIES[family.strip().rstrip(".")])]
            checked += 1
    assert checked >= 35


def test_every_control_is_no_number_and_no_day(facts: str) -> None:
    line = next(line for line in facts.splitlines() if "chuỗi đối chứng" in line)
    controls = re.findall('"([^"]+)"', line[line.index("đối chứng") :])
    assert len(controls) >= 9
    for control in controls:
        assert document_numbers(control) == [], control
        assert days_in(control) == [], control


def test_every_form_of_a_day_is_read_day_before_month(facts: str) -> None:
    assert _days(facts, "Chữ") == ["2021-11-29"]
    assert _days(facts, "Số") == ["2021-11-29", "2020-03-05", "2025-07-01"]
    assert _days(facts, "Có giờ") == ["2019-03-15", "2022-12-14", "2022-03-10"]
    assert _days(facts, "Ngày lễ viết d/m") == []
    assert _days(facts, "Thiếu năm") == []


def test_every_form_of_a_period_is_read(facts: str) -> None:
    assert _periods(facts, "Tháng") == {"2019-06-01/2019-06-30", "2017-12-01/2017-12-31"}
    assert _periods(facts, "Quý") == {"2023-04-01/2023-06-30", "2024-07-01/2024-09-30"}
    assert _periods(facts, "Nửa năm", year=2023) == {
        "2023-01-01/2023-06-30",
        "2023-07-01/2023-12-31",
        "2023-01-01/2023-09-30",
    }
    assert _periods(facts, "Nhiệm kỳ / giai đoạn") == {
        "2016-01-01/2021-12-31",
        "2017-01-01/2022-12-31",
        "2013-01-01/2017-12-31",
    }
    assert _periods(facts, "Khóa / lần thứ") == set()


def _row(facts: str, name: str) -> list[str]:
    """The examples of a row of table 1.4."""
    table = facts[facts.index("### 1.4.") :].split("```", maxsplit=1)[0]
    line = next(line for line in table.splitlines() if line.startswith(f"| {name} |"))
    return [example.strip() for example in line.split("|")[2].split(";")]


def _days(facts: str, name: str) -> list[str]:
    return [day for example in _row(facts, name) for _, _, day in days_in(example)]


def _periods(facts: str, name: str, year: int | None = None) -> set[str]:
    return {one.value for example in _row(facts, name) for one in periods_in(example, year)}
