"""Whether what a sentence says is about the unit of the report or about another place (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.reports.place_words import LEVELS, UPPER, PlaceMention, is_object, other_bodies, place_mentions
from assistant.reports.table_places import is_former, is_part, is_total
from assistant.reports.units import Unit
from ingest.card.localities import province_alone
from ingest.text.folding import fold

_LEAD_CHARS = 70
_COUNTS = re.compile(r"\d+(?:[.,/]\d+)*\s+[^\W\d]")
_STOPS = re.compile(r"[,;.:()]")


@dataclass(frozen=True)
class PlaceScope:
    """Tells whose the words of one document are."""

    unit: Unit
    own_document: bool
    """Whether the document is the unit's, so that words without a place are about it."""
    shared_document: bool = False
    """Whether it is about several units of a group."""
    neighbours_document: bool = False
    """Whether it is of another body of the unit's place, to which "Hội LHPN xã" is the unit."""

    def of(self, text: str) -> "PlacedText":
        """A sentence with its places."""
        found = [one for one in place_mentions(text) if one.counts]
        if self.own_document or self.neighbours_document:
            taken = [(one.start, one.end) for one in found]
            others = [*self._unnamed(text, found), *self._others(text)]
            found += [one for one in others if not any(start <= one.start < end for start, end in taken)]
        return PlacedText(self, text, tuple(sorted(found, key=lambda one: one.start)))

    def _unnamed(self, text: str, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
        """Where a text means the unit without its name."""
        pattern = self._general if self.own_document else self._union_alone
        wider = min((one.start for one in found if one.wider), default=len(text))
        for match in pattern.finditer(text) if pattern is not None else ():
            if match.group().lower().startswith("các") and match.start() > wider:
                continue  # "Trên phạm vi cả nước, các cấp Hội …"
            if not self.own_document and is_object(text, match.start()):
                continue
            yield PlaceMention(match.start(), match.end(), "", self.unit.place, union=True)

    def _others(self, text: str) -> Iterator[PlaceMention]:
        """Organisations beside the unit; "Tỉnh Hội" is the unit itself where it is a province's."""
        level = self.unit.place.split(" ")[0] if self.unit.place else "trung"
        for one in other_bodies(text, leading=self.own_document):
            if not re.fullmatch(rf"{level}(?:\s+ương)?\s+hội", text[one.start : one.end], re.IGNORECASE):
                yield one

    @cached_property
    def _level(self) -> str:
        """The word for the unit's level, as a pattern; empty for the whole country."""
        level = self.unit.place.split(" ")[0] if self.unit.place else ""
        return {"thành": r"thành\s+phố", "thị": r"thị\s+(?:xã|trấn)", "đặc": r"đặc\s+khu"}.get(level, level)

    @cached_property
    def _union_alone(self) -> re.Pattern[str] | None:
        """The Union named by its level or not even that, in a paper of another body of the place."""
        if not self._level:
            return None
        return re.compile(
            rf"(?<!\w)(?i:(?:hội\s+(?:lhpn|liên\s+hiệp\s+phụ\s+nữ|phụ\s+nữ)|các\s+cấp\s+hội\s+phụ\s+nữ)(?:\s+{self._level})?)"
            rf"(?!\w)(?!\s+(?:{LEVELS})(?!\w))(?!\s+[{UPPER}])"
        )

    @cached_property
    def _general(self) -> re.Pattern[str] | None:
        """Words for the unit that leave its name out: "toàn tỉnh", "các cấp Hội"."""
        level = self._level
        if not level:
            return None
        return re.compile(
            rf"(?<!\w)(?i:(?:toàn|trong|tại|ở)\s+{level}|địa\s+bàn\s+{level}|các\s+cấp\s+hội|hội\s+(?:lhpn|phụ\s+nữ)\s+{level})"
            rf"(?!\w)(?!\s+[{UPPER}])"
        )

    def is_own(self, mention: PlaceMention) -> bool:
        """Whether a place is the unit's."""
        if mention.wider or self.unit.is_central:
            return mention.wider and self.unit.is_central
        if self.unit.province is not None:
            whole = mention.level in {"", "tỉnh"} or self.unit.place.startswith(mention.level + " ")
            return whole and (
                province_alone(mention.name) == self.unit.province or fold(mention.name) == fold(self.unit.place)
            )
        named = f"{mention.level} {mention.name}".strip()
        return fold(named) == fold(self.unit.place) or fold(mention.name) == fold(self.unit.place)

    def speaks_for(self, mention: PlaceMention) -> bool:
        """Whether a mention makes the words after it the unit's: in other documents only its Union does.

        In one about several units it is enough that a sentence opens there: "Tại Tây Ninh, …".
        """
        opens = self.shared_document and mention.located and mention.start <= _LEAD_CHARS
        return self.is_own(mention) and (self.own_document or mention.union or opens)

    def row_is_own(self, name: str, *, among_places: bool) -> bool | None:
        """Whether a table row or column of that name is about the unit; None where the name is no place.

        :param among_places: Whether the table shares figures out: a bare name is a place too then.
        """
        if is_total(name):
            return True
        if among_places and is_former(name):
            return False
        mentions = place_mentions(name)
        if mentions:
            return all(self.is_own(one) for one in mentions)
        if among_places:
            return fold(name) == self.unit.bare
        return False if is_part(name) else None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A sentence with the places in it that what it says happens at."""

    scope: PlaceScope
    text: str
    mentions: tuple[PlaceMention, ...]

    @property
    def topic(self) -> PlaceMention | None:
        """The place the sentence opens with: those after it go on about it."""
        first = next(iter(self.mentions), None)
        if first is None or first.start > _LEAD_CHARS:
            return None
        return first

    def whose(self, start: int, end: int, context: bool) -> bool:
        """Whether [start, end) is about the unit.

        :param context: Whether the words before the sentence are.
        """
        mention = self._in_brackets(start) or self._after(start, end) or self._before(start)
        return context if mention is None else self.scope.speaks_for(mention)

    def place(self, start: int, end: int) -> str:
        """The place as the sentence names it; empty where it does not."""
        mention = self._after(start, end) or self._before(start)
        return "" if mention is None or mention.wider else f"{mention.level} {mention.name}".strip()

    def _in_brackets(self, start: int) -> PlaceMention | None:
        """The place inside the brackets around, or the one they follow: "huyện A (12 mô hình)"."""
        opened = self.text.rfind("(", 0, start)
        if opened < 0 or ")" in self.text[opened:start]:
            return None
        inside = [one for one in self.mentions if opened < one.start < start]
        before = [one for one in self.mentions if 0 <= opened - one.end <= 1]
        return next(iter((*inside[-1:], *before)), None)

    def _after(self, start: int, end: int) -> PlaceMention | None:
        """A place in the same clause right after: "12 mô hình tại huyện A"."""
        for one in self.mentions:
            if one.start >= end:
                between = self.text[end : one.start]
                near = not _STOPS.search(between)
                return one if near and not any(char.isdigit() for char in between) else None
        return None

    def _before(self, start: int) -> PlaceMention | None:
        """The last one before in the same part of the sentence, else the one the sentence opens with."""
        part = self.text.rfind(";", 0, start) + 1
        outside = [one for one in self.mentions if one.end <= start and not self._is_bracketed(one)]
        near = [one for one in outside if one.start >= part]
        if near:
            return near[-1]
        if not outside:  # "Chị Na (xã A) được hỗ trợ 20 triệu đồng"
            known = (one for one in self.mentions if one.end <= start and one.start <= _LEAD_CHARS)
            return next((one for one in known if not self._is_breakdown(one)), None)
        return self.topic if self.topic in outside else None

    def _is_breakdown(self, mention: PlaceMention) -> bool:
        """Whether the brackets around a place share out a figure: "02 cháu (buôn Ciết 01 cháu, thôn 8 01 cháu)"."""
        opened = self.text.rfind("(", 0, mention.start)
        closed = self.text.find(")", mention.end)
        return (
            any(char.isdigit() for char in self.text[:opened])
            and _COUNTS.search(self.text, mention.end, closed) is not None
        )

    def _is_bracketed(self, mention: PlaceMention) -> bool:
        opened = self.text.rfind("(", 0, mention.start)
        return opened >= 0 and ")" not in self.text[opened : mention.start]
