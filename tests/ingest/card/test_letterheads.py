"""Whose a paper is where the letterhead leaves the Union's place out, or names somebody below it."""

import pytest

from ingest.card.filters import completed
from ingest.card.letterhead import read_letterhead
from ingest.card.segments import segments_of
from ingest.card.values import CardField, CardValue, IdentityCard
from ingest.documents import Metadata
from ingest.text.lines import Line

LAM_AN = "Hội LHPN xã Lâm An"


def unit_of(head: str, known: str | None = None) -> str | None:
    """The unit documents with this letterhead are filtered by, the first reading of the unit being ``known``."""
    texts = [*head.split(" / "), "Số: 12/BC-BTV", "Lâm An, ngày 12 tháng 12 năm 2025", "BÁO CÁO", "Kết quả năm 2025"]
    lines = [Line(0, at * 100, at * 100 + len(text), text) for at, text in enumerate(texts)]
    issuer = read_letterhead(segments_of(lines, list(range(len(lines))), [1])).issuer
    values = (CardValue(CardField.ISSUER, issuer.value),) if issuer else ()
    return completed(Metadata(unit=known), IdentityCard(values, ())).unit


@pytest.mark.parametrize(
    "head",
    [
        "ỦY BAN MTTQ VIỆT NAM XÃ LÂM AN / BAN THƯỜNG VỤ HỘI LHPN XÃ",
        "ỦY BAN MTTQ VIỆT NAM XÃ LÂM AN / BAN THƯỜNG VỤ HỘI LHPN",
        "UBMTTQ VN XÃ LÂM AN / BCH HỘI LIÊN HIỆP PHỤ NỮ",
        "ỦY BAN MTTQ VIỆT NAM / XÃ LÂM AN / BAN THƯỜNG VỤ / HỘI LIÊN HIỆP PHỤ NỮ XÃ",
        "ĐẢNG ỦY XÃ LÂM AN / HỘI LHPN XÃ",
        "ỦY BAN MTTQ VIỆT NAM XÃ LÂM AN / BAN THƯỜNG TRỰC - HỘI LIÊN HIỆP PHỤ NỮ",
        "UBMTTQ VN XÃ LÂM AN / BAN THƯỜNG TRỰC – HỘI LHPN XÃ",
        "UBMTTQ VN XÃ LÂM AN / HỘI NÔNG DÂN XÃ - HỘI LHPN XÃ",
    ],
)
def test_a_union_named_by_its_level_is_that_of_the_place_beside_it(head: str) -> None:
    assert unit_of(head, "Hội LHPN tỉnh Bắc Giang") == LAM_AN


def test_a_partys_name_says_the_level_too() -> None:
    assert unit_of("HUYỆN ỦY ĐỒI NGHIÊM / HỘI LIÊN HIỆP PHỤ NỮ HUYỆN") == "Hội LHPN huyện Đồi Nghiêm"


def test_a_union_whose_place_nothing_names_is_not_the_one_above_it() -> None:
    assert unit_of("HỘI LHPN TỈNH BẮC GIANG / HỘI LHPN XÃ", "Hội LHPN tỉnh Bắc Giang") == "Hội LHPN xã"


def test_bodies_in_one_line_are_of_no_place_of_another_level() -> None:
    assert unit_of("HUYỆN ỦY ĐỒI NGHIÊM / HỘI NÔNG DÂN XÃ - HỘI LHPN XÃ") != "Hội LHPN huyện Đồi Nghiêm"


@pytest.mark.parametrize(
    "below",
    ["CHI HỘI PHỤ NỮ THÔN ĐỒI", "BAN CHẤP HÀNH CHI HỘI THÔN ĐỒI", "HỘI PHỤ NỮ CÔNG AN XÃ", "CÂU LẠC BỘ NỮ DOANH NHÂN"],
)
def test_an_organisation_below_a_union_speaks_for_itself(below: str) -> None:
    assert unit_of(f"HỘI LHPN XÃ LÂM AN / {below}", LAM_AN) not in (None, LAM_AN)


@pytest.mark.parametrize("office", ["VĂN PHÒNG", "BAN TUYÊN GIÁO - CHÍNH SÁCH LUẬT PHÁP"])
def test_an_office_of_a_union_speaks_for_the_union(office: str) -> None:
    assert unit_of(f"HỘI LHPN XÃ LÂM AN / {office}", LAM_AN) == LAM_AN


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("HỘI LHPN TT ĐỒI NGHIÊM", "Hội LHPN thị trấn Đồi Nghiêm"),
        ("HỘI LHPN H. TÂN PHƯỚC / HỘI LHPN P. LÂM AN", "Hội LHPN phường Lâm An"),
        ("HỘI LHPN TX. BÌNH HẠ", "Hội LHPN thị xã Bình Hạ"),
    ],
)
def test_levels_are_known_by_their_abbreviations(head: str, unit: str) -> None:
    assert unit_of(head) == unit
