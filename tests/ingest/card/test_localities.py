import pytest

from ingest.card.localities import province_named, provinces_of
from ingest.provinces import MERGED, present_name
from ingest.units import PROVINCES


@pytest.mark.parametrize(
    ("name", "day", "old", "new"),
    [
        ("Bắc Giang", "2022-12-12", "Bắc Giang", "Bắc Ninh"),
        ("Bắc Giang", None, "Bắc Giang", "Bắc Ninh"),
        ("Phú Thọ", "2024-01-01", "Phú Thọ", "Phú Thọ"),
        ("Phú Thọ", "2025-07-01", None, "Phú Thọ"),
        ("Phú Thọ", None, None, "Phú Thọ"),
        ("Sơn La", None, "Sơn La", "Sơn La"),
        ("Thừa Thiên Huế", "2020-05-05", "Thừa Thiên Huế", "Huế"),
    ],
)
def test_old_and_new_province(name: str, day: str | None, old: str | None, new: str) -> None:
    found = provinces_of(name, day)
    assert (found.old, found.new) == (old, new)


def test_sixty_three_provinces_became_thirty_four() -> None:
    assert len({present_name(name) for name in PROVINCES}) == 34
    assert all(part in PROVINCES for parts in MERGED.values() for part in parts)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BAN THƯỜNG VỤ HỘI LHPN TỈNH ĐẮC LẮC", "Đắk Lắk"),
        ("Hội LHPN tỉnh Khánh Hoà trân trọng", "Khánh Hòa"),
        ("tỉnh Bắc Giang và tỉnh Sơn La", None),
        ("tại Hòa Bình", None),
        ("các tỉnh phía Bắc", None),
    ],
)
def test_the_only_province_a_text_names(text: str, name: str | None) -> None:
    found = province_named(text)
    assert (found[0] if found else None) == name
