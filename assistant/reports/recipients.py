"""Who a paper goes to, by the level of the unit that issues it (linguistic table)."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from assistant.errors import BadPeriodError
from assistant.reports.periods import period_named
from ingest.card.localities import province_alone
from ingest.provinces import MERGED_ON
from ingest.units import CENTRAL, place_in

RECIPIENT_BLANKS = frozenset({"superior", "party", "front", "lower", "border", "level"})
"""What a line of an outline or of a form may leave to the level of the unit."""
_BLANK = re.compile(r"\{(\w+)\}")
_LEVELS = ("thị trấn", "thành phố", "đặc khu", "thị xã", "tỉnh", "huyện", "quận", "phường", "xã")
_PROVINCIAL = frozenset({"tỉnh", "thành phố trực thuộc"})
_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
_GUARDS, _POST = "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Đồn Biên phòng trên địa bàn"
_CENTRAL = {
    "superior": "Ban Bí thư Trung ương Đảng",
    "party": "Đảng ủy MTTQ, các đoàn thể Trung ương",
    "front": "Ban Thường trực UBTW MTTQ Việt Nam",
    "lower": "Hội LHPN các tỉnh, thành phố",
    "border": "Bộ Tư lệnh Bộ đội Biên phòng",
    "level": "Trung ương",
}
_PARTIES = {
    "tỉnh": "Tỉnh ủy", "thành phố trực thuộc": "Thành ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy",
    "quận": "Quận ủy", "thị xã": "Thị ủy",
}  # fmt: skip
_BELOW_DISTRICT = {"huyện": "các xã, thị trấn", "quận": "các phường"}


def recipients_for(lines: Sequence[str], unit: str, period: str) -> tuple[str, ...]:
    """Lines with their blanks filled for a unit in a period; there are no districts since 1 July 2025.

    :param unit: Uniform name, "Hội LHPN xã Tân Lập".
    :param period: Canonical; one that is none counts as of today's levels.
    """
    words = _words(unit, has_districts=_has_districts(period))
    return tuple(_BLANK.sub(lambda blank: words.get(blank[1], blank[0]), line) for line in lines)


def _has_districts(period: str) -> bool:
    try:
        return date.fromisoformat(period_named(period).last) < MERGED_ON
    except BadPeriodError:
        return False


def _words(unit: str, *, has_districts: bool) -> Mapping[str, str]:
    if unit == CENTRAL:
        return _CENTRAL
    level = _level(place_in(unit))
    if level in _PROVINCIAL:
        return _of_province(level, has_districts=has_districts)
    if level in _DISTRICTS:
        return _of_district(level)
    return _of_commune(level, has_districts=has_districts)


def _level(place: str) -> str:
    """The word for the level; of a city that is a province's equal "thành phố trực thuộc", of no known one "tỉnh"."""
    found = next((one for one in _LEVELS if place.lower().startswith(f"{one} ")), "tỉnh")
    name = place[len(found) :].strip()
    return "thành phố trực thuộc" if found == "thành phố" and province_alone(name) else found


def _of_province(level: str, *, has_districts: bool) -> Mapping[str, str]:
    word = level.removesuffix(" trực thuộc")
    districts = "các huyện, thị xã, thành phố" if level == "tỉnh" else "các quận, huyện, thị xã"
    return {
        "superior": "Đoàn Chủ tịch TW Hội",
        "party": f"Thường trực {_PARTIES[level]}",
        "front": f"Ban Thường trực UBMTTQ Việt Nam {word}",
        "lower": f"Hội LHPN {districts if has_districts else 'các xã, phường, đặc khu'}",
        "border": f"{_GUARDS.removesuffix('tỉnh')}{word}",
        "level": word,
    }


def _of_district(level: str) -> Mapping[str, str]:
    return {
        "superior": f"Ban Thường vụ Hội LHPN {'thành phố' if level == 'quận' else 'tỉnh'}",
        "party": f"Thường trực {_PARTIES[level]}",
        "front": f"Ban Thường trực UBMTTQ Việt Nam {level}",
        "lower": f"Hội LHPN {_BELOW_DISTRICT.get(level, 'các xã, phường')}",
        "border": _POST,
        "level": level,
    }


def _of_commune(level: str, *, has_districts: bool) -> Mapping[str, str]:
    above = "cấp huyện" if level == "phường" else "huyện"
    return {
        "superior": f"Ban Thường vụ Hội LHPN {above if has_districts else 'tỉnh'}",
        "party": "Thường trực Đảng ủy",
        "front": f"Ban Thường trực UBMTTQ Việt Nam {level}",
        "lower": "Các chi hội phụ nữ",
        "border": _POST,
        "level": level,
    }
