"""The organisation a report is about: how it is typed, named and found again (linguistic table)."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.grounding.word_keys import exact_key, is_accented, loose_key
from assistant.query.provinces import places
from ingest.card.localities import province_alone
from ingest.provinces import MERGED, MERGED_ON, has_grown, is_gone, present_name
from ingest.text.folding import fold
from ingest.units import CENTRAL, PROVINCES, place_in, units_in

_CITIES = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh", "Huế"})
_LEVEL = re.compile(r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\s+")
_UNION = re.compile(r"(?:ban thuong vu\s+)?(?:h?lhpn|hoi\s+(?:lhpn|lien\s+hiep\s+phu\s+nu|phu\s+nu|pn)|hoi)\s+")
_LOWER = re.compile(r"(?:huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s")
_CENTRAL = re.compile(r"(?:tw|trung uong|viet nam)")
_TOWN = re.compile(
    rf"(?<!\w)(?:thành\s+phố|tp\.?|thanh\s+pho)\s+(?P<name>{'|'.join(sorted(PROVINCES, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
_CLOSE = 0.55
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A Union organisation."""

    name: str
    """Uniform: "Hội LHPN tỉnh Thanh Hóa"."""
    place: str
    """Level and name: "tỉnh Thanh Hóa"; empty for the whole country."""
    province: str | None = None
    """Where the unit is that of a province of the tables."""

    @property
    def bare(self) -> str:
        """The folded name of the place without its level: "thanh hoa"."""
        return bare_place(self.place)

    @property
    def is_provincial(self) -> bool:
        """Whether it is that of a province or city, known or not; those below have a level word of their own."""
        return self.place.startswith("tỉnh ") or self.province is not None

    @property
    def is_central(self) -> bool:
        """Whether it is that of the country."""
        return self.name == CENTRAL

    def matches(self, name: str) -> bool:
        """Whether a unit's name is this one's, in another spelling."""
        found = units_in(name)
        other = found[-1] if found else name
        if _is_town(place_in(other)):
            return fold(other) == fold(self.name)
        if self.province is not None and not _LOWER.match(place_in(other)):
            return province_alone(place_in(other)) == self.province
        return fold(other) == fold(self.name)


def bare_place(place: str) -> str:
    """A folded place name without its level."""
    return _LEVEL.sub("", fold(place), count=1).replace(" - ", " ")


def read_unit(typed: str, known: Sequence[str] = ()) -> Unit | None:
    """The unit a person typed; None where it is neither a province's nor one of ``known``.

    :param known: Names of units of the store.
    """
    text = " ".join(typed.split())
    named = units_in(text)
    if CENTRAL in named[-1:]:
        return Unit(CENTRAL, "")
    by_store = _among(text, known)
    below = _below_province(text, named)
    if below is not None:
        return by_store or below
    province = _province(text) if not re.search(r"(?:huyen|quan|thi xa|xa|phuong)\s", fold(text)) else None
    if province is not None:
        level = "thành phố" if province in _CITIES else "tỉnh"
        return Unit(f"Hội LHPN {level} {province}", f"{level} {province}", province)
    central = Unit(CENTRAL, "") if not named and _CENTRAL.search(fold(text)) else None
    return by_store or central


def _below_province(text: str, named: Sequence[str]) -> Unit | None:
    """A district, commune or town as it is named in full."""
    if named and _LOWER.match(place_in(named[-1])):
        return Unit(named[-1], place_in(named[-1]))
    town = _TOWN.search(text)
    return Unit(f"Hội LHPN {_town(town)}", _town(town)) if town and _is_town(town.group()) else None


def _is_town(place: str) -> bool:
    """Whether a place is a town that has its province's name: "thành phố Thanh Hóa"."""
    match = _TOWN.fullmatch(place.strip())
    name = province_alone(match["name"]) if match else None
    return name is not None and name not in _CITIES


def _town(match: re.Match[str]) -> str:
    return f"thành phố {province_alone(match['name'])}"


def nearest(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """Units of the store spelled most like what was typed; the first ones where none is."""
    names = list(dict.fromkeys(known))
    by_bare = {_key(name): name for name in names}
    close = difflib.get_close_matches(_key(typed), by_bare, _NEAREST, _CLOSE)
    return tuple(by_bare[one] for one in close) or tuple(names[:_NEAREST])


def other_sense(unit: Unit, last_day: str) -> tuple[str, ...]:
    """Provinces that since the mergers are one with the unit's, for a period that ends on a day; none before them.

    Of a province that is gone: the one it belongs to now.
    """
    if unit.province is None or last_day < MERGED_ON.isoformat():
        return ()
    if is_gone(unit.province):
        return (present_name(unit.province),)
    return MERGED.get(unit.province, ())


def same_borders(unit: Unit, document_day: str | None, last_day: str) -> bool:
    """Whether a document of a day means by the unit's name the same province as the end of a period does."""
    if unit.province is None or not has_grown(unit.province) or document_day is None:
        return True
    merged = MERGED_ON.isoformat()
    return (document_day >= merged) == (last_day >= merged)


def _province(text: str) -> str | None:
    found = [province_alone(part) for part in (_UNION.sub("", fold_keep(text)), text)]
    if any(found):
        return next(one for one in found if one)
    names = {reading.chip.meaning.split(" (")[0] for reading in places(text)}
    names = {name for name in names if " / " not in name}
    return names.pop() if len(names) == 1 else None


def fold_keep(text: str) -> str:
    """The text without the words for the Union at its start, accents kept."""
    match = _UNION.match(fold(text))
    return text[match.end() :] if match else text


def _among(text: str, known: Sequence[str]) -> Unit | None:
    wanted = _key(text)
    levelled = fold(place_in(units_in(text)[-1])) if units_in(text) else fold(fold_keep(text)).strip()
    exact = [name for name in known if fold(place_in(name)) == levelled]
    # another level is another unit: huyện Sơn Hà is not tỉnh Sơn Hà
    alike = exact or [name for name in known if _key(name) == wanted and not _LEVEL.match(levelled)]
    alike = [name for name in alike if _same_letters(text, name)]
    if len({fold(name) for name in alike}) != 1:
        return None
    return Unit(alike[0], place_in(alike[0]), province_alone(place_in(alike[0])))


def _same_letters(typed: str, name: str) -> bool:
    """Whether words typed with accents have those of the name: Sơn Hạ is not Sơn Hà; without accents any will do."""
    known = {loose_key(word): exact_key(word) for word in name.split()}
    return all(
        known.get(loose_key(word), exact_key(word)) == exact_key(word) for word in typed.split() if is_accented(word)
    )


def _key(text: str) -> str:
    folded = fold(text)
    match = _UNION.match(folded)
    return bare_place(folded[match.end() :] if match else folded)
