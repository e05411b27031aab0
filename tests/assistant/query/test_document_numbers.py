import re
from pathlib import Path

import pytest

from assistant.query.document_numbers import Family, PartialNumber, document_numbers
from assistant.query.loose_numbers import numbers, partial_numbers

FAMILIES = dict(zip(("QPPL", "Đảng", "hành chính", "công văn"), Family, strict=True))


@pytest.mark.parametrize(
    ("text", "family", "key"),
    [
        ("31/2019/NĐ-CP", Family.LEGAL, "31/2019/NĐ-CP"),
        ("005/2011/TT-BNV", Family.LEGAL, "5/2011/TT-BNV"),
        ("77/2024/QH15", Family.LEGAL, "77/2024/QH15"),
        ("22-CT/TW", Family.PARTY, "22-CT/TW"),
        ("89 – CV/UBKT", Family.PARTY, "89-CV/UBKT"),
        ("09 /BC - BTV", Family.ADMINISTRATIVE, "9/BC-BTV"),
        ("19/KH-MTTQ-BTT", Family.ADMINISTRATIVE, "19/KH-MTTQ-BTT"),
        ("06/BNV-VP", Family.LETTER, "6/BNV-VP"),
    ],
)
def test_numbers_are_found_and_compared_by_key(text: str, family: Family, key: str) -> None:
    (found,) = document_numbers(f"Căn cứ số {text}, ngày 3/4/2020")
    assert (found.family, found.key, found.text) == (family, key, text)


def test_every_example_of_the_facts_has_its_family(shared: Path) -> None:
    facts = (shared / "domain.md").read_text(encoding="utf-8")
    line = facts[facts.index("Ví dụ (đều là dữ liệu kiểm thử hồi quy)") :].split("\n\n")[0]
    groups = [part.split("→") for part in line.split("·")]
    checked = 0
    for examples, family in groups:
        for example in re.findall("`([^`]+)`", examples):
            (found,) = document_numbers(f"theo {example}, ngày")
            assert (found.text, found.family) == (example, FAMILIES[family.strip().rstrip(".")])
            checked += 1
    assert checked >= 35


@pytest.mark.parametrize(
    "text",
    [
        "8/8 tỉnh",
        "1.384/1.384 lượt",
        "608/1.000",
        "06/14 đơn vị",
        "02/09 hợp tác xã",
        "8/3, 20/10",
        "nhiệm kỳ 2015-2020",
        "COVID - 19",
        "báo cáo 6 tháng đầu năm 2022",
        "kế hoạch 5 năm",
        "báo cáo tháng 6/2022",
        "báo cáo 20/10",
        "đội thắng đã 38 lần",
        "chương trình 2,5 tỷ",
    ],
)
def test_counts_dates_and_terms_are_no_numbers_of_papers(text: str) -> None:
    assert document_numbers(text) == []
    assert partial_numbers(text) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("chi thi 22 noi gi", PartialNumber(22, ("CT",))),
        ("Chỉ thị số 22 nói gì", PartialNumber(22, ("CT",))),
        ("nd31 2019 quy định gì", PartialNumber(31, ("NĐ",), 2019)),
        ("nghi dinh 31/2019 quy dinh gi", PartialNumber(31, ("NĐ",), 2019)),
        ("nghi quyet 77", PartialNumber(77, ("NQ",))),
        ("đề án 901 thế nào", PartialNumber(901, ("QĐ", "ĐA"))),
        ("bc 46", PartialNumber(46, ("BC",))),
        ("46/bc-btv nói gì", PartialNumber(46, ("BC",))),
        ("31/2019/nd-cp", PartialNumber(31, ("NĐ",), 2019)),
    ],
)
def test_loose_forms_are_read(typed: str, expected: PartialNumber) -> None:
    ((_, _, found),) = partial_numbers(typed)
    assert found == expected


@pytest.mark.parametrize(
    ("partial", "number", "agrees"),
    [
        (PartialNumber(22, ("CT",)), "22-CT/TW", True),
        (PartialNumber(22, ("CT",)), "22-NQ/TW", False),
        (PartialNumber(9, ("BC",)), "09/BC-BTV", True),
        (PartialNumber(77, ("NQ",)), "77/2024/QH15", True),
        (PartialNumber(77, ("NQ",), 2023), "77/2024/QH15", False),
        (PartialNumber(7), "77/2024/QH15", False),
    ],
)
def test_a_loose_number_matches_what_it_may_mean(partial: PartialNumber, number: str, agrees: bool) -> None:
    (full,) = document_numbers(number)
    assert partial.matches(full) is agrees


def test_the_year_not_said_comes_from_the_store() -> None:
    (reading,) = numbers("nghị quyết 77", lambda term: int(term == "77_2024"))
    assert "77/2024/NQ" in {one.text for one in reading.expansions}
    (alone,) = numbers("nghị quyết 77")
    assert not any("2024" in one.text for one in alone.expansions)


def test_a_full_number_is_also_asked_for_with_its_zero() -> None:
    (reading,) = numbers("kết quả nêu tại 9/BC-BTV")
    assert {"09/BC-BTV", "báo cáo số 9"} <= {one.text for one in reading.expansions}
