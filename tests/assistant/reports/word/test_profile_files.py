from pathlib import Path

import pytest

from assistant.errors import BadProfileError, UnknownProfileError
from assistant.messages_vi.sentences import error_text
from assistant.reports.word.profile_files import load_profile, parse_profile, profile_names

OWN = "extends: HOI\nname: XA\norgan: HPN\n"


def test_four_profiles_come_along() -> None:
    assert profile_names() == ("DANG", "HOI", "MTTQ", "ND30")
    assert [load_profile(name).name for name in profile_names()] == ["DANG", "HOI", "MTTQ", "ND30"]


@pytest.mark.parametrize(
    ("added", "line", "problem"),
    [
        ("mau_chu: đỏ\n", 4, "không có mục nào tên như vậy"),
        ("bullet: '-'\npage: {width_mm: 210, height_mm: 297, top_mm: 2, bottom_mm: 20, left_mm: 30}\n", 5, "nhỏ quá"),
        ("headings:\n  - {label: '{roman}.', size_pt: 14}\n  - {label: '{so}.', size_pt: 14}\n", 6, "“so”"),
        ("headings:\n  - label: '{roman}.'\n    bold: true\n", 5, "thiếu mục này"),
        ("organ: BTV\n", 4, "organ"),
        ("closing: [\n", 5, ""),
        ("title: &a Một\nbullet: *a\n", 5, "YAML"),
    ],
)
def test_a_mistake_is_refused_with_line_and_reason(added: str, line: int, problem: str) -> None:
    with pytest.raises(BadProfileError, match="bad_profile") as caught:
        parse_profile("XA", OWN + added)
    assert caught.value.details["line"] == line
    assert problem in error_text(caught.value)


@pytest.mark.parametrize("text", ["", "- một\n", "chỉ là chữ\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(BadProfileError, match=r"not_mapping|empty"):
        parse_profile("XA", text)


def test_the_offices_own_file_goes_before_the_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "HOI.yaml").write_text("extends: HOI\norgan: HLHPN\n", encoding="utf-8")
    assert load_profile("HOI", tmp_path).organ == "HLHPN"
    assert load_profile("HOI", tmp_path).headings == load_profile("HOI").headings


def test_an_unknown_name_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "XA.yaml").write_text(OWN, encoding="utf-8")
    with pytest.raises(UnknownProfileError, match="QH") as caught:
        load_profile("QH", tmp_path)
    assert caught.value.details["known"] == "DANG, HOI, MTTQ, ND30, XA"


def test_profiles_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "A.yaml").write_text("extends: B\n", encoding="utf-8")
    (tmp_path / "B.yaml").write_text("extends: A\n", encoding="utf-8")
    with pytest.raises(BadProfileError, match="extends"):
        load_profile("A", tmp_path)
