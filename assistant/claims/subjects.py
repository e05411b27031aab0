"""Whom and when a statement is about: the places and years that it, or what stands before it, names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.grounding.moments import short_years
from assistant.query.person_names import FAMILY_NAMES
from assistant.query.places import PROVINCES
from assistant.query.provinces import places
from ingest.provinces import present_name
from ingest.text.folding import fold
from ingest.text.letters import UPPER

_BEFORE_MERGERS = date(2000, 1, 1)
_LOCAL = re.compile(
    rf"(?<!\w)(?P<level>[Hh]uyện|[Qq]uận|[Tt]hị[ ]xã|[Tt]hành[ ]phố|[Xx]ã|[Pp]hường|[Tt]hị[ ]trấn|HUYỆN|QUẬN|THỊ[ ]XÃ"
    rf"|THÀNH[ ]PHỐ|XÃ|PHƯỜNG|THỊ[ ]TRẤN)\s+(?P<name>[{UPPER}]\w*(?:[ -][{UPPER}]\w*){{0,3}})"
)
_LEAST_PLACE_WORDS = 2
_DISTRICT = frozenset({"huyen", "quan", "thi xa", "thanh pho"})
_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d\d(?![\d.,]*\d)|(?<=[/.-])(?:19|20)\d\d(?![\w/])")
PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known; nothing known agrees with everything."""

    places: tuple[tuple[str, str], ...] = ()
    """Level and folded name."""
    years: frozenset[int] = frozenset()

    def or_else(self, other: "Subject") -> "Subject":
        """What it leaves open taken from another."""
        return Subject(self.places or other.places, self.years or other.years)

    def joined(self, other: "Subject") -> "Subject":
        """What either names."""
        return Subject((*self.places, *other.places), self.years | other.years)

    def is_elsewhere(self, other: "Subject") -> bool:
        """Whether both name places of the same level and none of them is the same."""
        for level in (PROVINCE, DISTRICT, COMMUNE):
            mine, theirs = ({name for kind, name in one.places if kind == level} for one in (self, other))
            if mine and theirs and mine.isdisjoint(theirs):
                return True
        return False

    def is_another_time(self, other: "Subject") -> bool:
        """Whether both name years and none of them is the same."""
        return bool(self.years and other.years and self.years.isdisjoint(other.years))


@lru_cache(maxsize=4096)
def subject_of(text: str) -> Subject:
    """The places and years a text names."""
    return Subject(tuple(dict.fromkeys(_places(text))), frozenset(map(int, _YEAR.findall(text))) | short_years(text))


def first_named(texts: Iterable[str]) -> Subject:
    """What the first of several texts names, then the next of what is still open."""
    found = Subject()
    for text in texts:
        found = found.or_else(subject_of(text))
        if found.places and found.years:
            break
    return found


def _places(text: str) -> Iterable[tuple[str, str]]:
    for reading in places(text, _BEFORE_MERGERS):
        meaning = reading.chip.meaning
        name = next((one for one in PROVINCES if meaning.startswith(one)), "")
        if name:
            yield PROVINCE, fold(present_name(name))
    for found in _LOCAL.finditer(text):
        name, level = _without_person(found["name"]), fold(found["level"])
        if name not in _province_keys():
            yield DISTRICT if level in _DISTRICT else COMMUNE, name


def _without_person(name: str) -> str:
    """The folded name of a place without the person's name behind it: xã Phú Mây Nguyễn Văn Thử."""
    words = fold(name).split()
    person = next((at for at in range(_LEAST_PLACE_WORDS, len(words)) if words[at] in _families()), len(words))
    return " ".join(words[:person])


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(map(fold, FAMILY_NAMES))


@lru_cache(maxsize=1)
def _province_keys() -> frozenset[str]:
    return frozenset(fold(name).replace(" - ", " ") for name in PROVINCES)
