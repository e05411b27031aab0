"""The place a document is from, and its province before and after the mergers of 2025: a linguistic table."""

import re
from dataclasses import dataclass

from ingest.provinces import MERGED_ON, has_grown, is_gone, present_name
from ingest.text.folding import fold
from ingest.text.letters import LOWER, UPPER
from ingest.units import PROVINCES

_SPELLINGS = {
    "Bắc Cạn": "Bắc Kạn", "Đắc Lắc": "Đắk Lắk", "Đăk Lăk": "Đắk Lắk", "Đắk Lăk": "Đắk Lắk", "Đăk Nông": "Đắk Nông",
    "Đắc Nông": "Đắk Nông", "Thừa Thiên - Huế": "Thừa Thiên Huế", "Thừa Thiên – Huế": "Thừa Thiên Huế",
    "Bà Rịa Vũng Tàu": "Bà Rịa - Vũng Tàu", "Bà Rịa – Vũng Tàu": "Bà Rịa - Vũng Tàu", "Kontum": "Kon Tum",
    "Hoà Bình": "Hòa Bình", "Khánh Hoà": "Khánh Hòa", "Thanh Hoá": "Thanh Hóa", "HCM": "Hồ Chí Minh",
    "Huế": "Huế",
}  # fmt: skip
_BY_NAME = {name.lower(): name for name in PROVINCES} | {written.lower(): name for written, name in _SPELLINGS.items()}
_ANY = "|".join(re.escape(name) for name in sorted(_BY_NAME, key=len, reverse=True))
_NAMED = re.compile(rf"(?i:(?<!\w)(?:tỉnh|thành\s+phố|tp\.?)\s+(?P<name>{_ANY})(?!\w))(?!\s+[{UPPER}][{LOWER}])")
_WHOLE = re.compile(rf"(?:(?:tỉnh|thành\s+phố|tp\.?)\s*)?(?P<name>{_ANY})", re.IGNORECASE)
_PROVINCIAL_BODY = re.compile(rf"(?:TỈNH|THÀNH)\s+(?:ỦY|UỶ|ĐOÀN|HỘI)\s+(?P<name>{_ANY})(?!\w)", re.IGNORECASE)

_OPENING_PLACE = re.compile(
    rf"(?:(?:[Hh]ội viên )?[Pp]hụ nữ\s+|[Cc]hị em\s+)?"
    rf"(?P<place>(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Đđ]ặc khu|[Tt]hành phố|TP\.?)"
    rf"(?:\s+[{UPPER}][^\W\d_]*|\s+\d{{1,2}}){{1,4}})(?:\s*:|\s+(?!và\s|đến\s)[{LOWER}]{{2,}})"
)


@dataclass(frozen=True, slots=True)
class Provinces:
    """Names by the borders of before and after 1 July 2025; None where the text leaves it open."""

    old: str | None
    new: str | None


def province_named(text: str) -> tuple[str, int, int] | None:
    """The only province a text calls one (``tỉnh Bắc Giang``), with its place; None for several or none."""
    matches = [*_NAMED.finditer(text), *_PROVINCIAL_BODY.finditer(text)]
    names = {_BY_NAME[match["name"].lower()] for match in matches}
    if len(names) != 1:
        return None
    first = min(matches, key=lambda match: match.start())
    return names.pop(), first.start(), first.end()


def province_alone(text: str) -> str | None:
    """The province a text is the name of, and nothing else."""
    match = _WHOLE.fullmatch(text.strip())
    return _BY_NAME[match["name"].lower()] if match else None


def provinces_of(name: str, day: str | None) -> Provinces:
    """Old and new name; a name that has grown means the new province since the mergers, the old one before.

    Without a day such a name leaves the old province open.
    """
    new = present_name(name)
    since = day is not None and day >= MERGED_ON.isoformat()
    if is_gone(name) or not has_grown(name):
        return Provinces(name, new)
    return Provinces(name if day is not None and not since else None, new)


def opening_province(title: str) -> tuple[str, int] | None:
    """The province a headline opens with (``Thanh Hóa: …``), and where the name ends."""
    head, colon, _ = title.partition(":")
    name = province_alone(head) if colon else None
    return (name, len(head)) if name else None


def opening_place(title: str) -> tuple[str, int, int] | None:
    """Level and name of the place a headline opens with, and where: ``Xã Tân Lập: …``, ``Phụ nữ xã An Lạc ra quân``."""
    match = _OPENING_PLACE.match(title)
    if match is None:
        return None
    name = match["place"]
    return name if name.startswith("TP") else name[0].lower() + name[1:], *match.span("place")


def same_place(one: str, other: str) -> bool:
    """Whether two spellings name the same place, level words aside."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return re.sub(r"^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\s+", "", fold(text).strip())
