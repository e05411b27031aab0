"""What a question names that another can take over: places, times, papers, persons, things (linguistic table)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.followups import wording
from assistant.followups.spoken import spoken
from assistant.query.document_types import TYPE_NAMES
from assistant.query.loose_numbers import numbers
from assistant.query.person_names import FAMILY_NAMES
from assistant.query.provinces import places
from assistant.query.tokens import Token, tokens_of
from ingest.text.folding import fold

_YEAR = r"(?:19|20)\d{2}"
_TERM = spoken(rf"(?:(?:nhiệm kỳ|giai đoạn|nk|gđ)\s+)?{_YEAR}\s*[-–—]\s*{_YEAR}(?!\d)")
_PARTS = spoken(
    r"(?<!\w)(?:quý\s+(?:iii|ii|iv|i|[1-4])|(?:0?[369]|ba|sáu|chín)\s+tháng\s+(?:đầu|cuối)(?:\s+năm(?!\s*\d))?|cả năm|"
    r"tháng\s+(?:0?[1-9]|1[0-2]))(?![\w.])"
)
_ONE_YEAR = spoken(rf"(?:(?<!\w)năm\s+)?(?<![\d.\-–]){_YEAR}(?![\d\-–])")
_RELATIVE = spoken(
    r"(?<!\w)(?:năm (?:nay|ngoái|kia)|(?:quý|tháng|kỳ|nhiệm kỳ) (?:này|trước|vừa qua|vừa rồi)|(?:quý|tháng) sau)(?!\w)"
)
_PAPER_NAME = spoken(rf"(?:{'|'.join(sorted(TYPE_NAMES, key=len, reverse=True))})(?:\s+số)?\s*:?\s*$")
_QUOTED = re.compile(r"[“\"«]([^”\"»]{2,80})[”\"»]")
_HEADS = spoken(rf"(?<!\w)(?P<head>{'|'.join(wording.NAMED_HEADS)})(?!\w)")
_NUMBER_AFTER = re.compile(r"\s+\d{1,4}(?!\d)")
_STOP = re.compile(r"[,;.?:!]")
_CALLED = spoken(r"(?<!\w)(?:đồng chí|bà|ông|chị|anh|cô)\s+$")
_PART_WORDS = ("quy", "thang")
_TITLES = frozenset({"ba", "ong", "chi", "anh", "co"})
_MAX_NAME_TOKENS = 4
_MIN_NAME_TOKENS = 2
_MAX_NAMED_TOKENS = 10


class SlotKind(StrEnum):
    """What is named."""

    PLACE = "place"
    YEAR = "year"
    """A year or a term of years."""
    PART = "part"
    """Of a year: a quarter, a half, a month."""
    PAPER = "paper"
    PERSON = "person"
    THING = "thing"
    """A programme, an event, a model."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch [start, end) of a question."""

    kind: SlotKind
    start: int
    end: int
    text: str
    head: str = ""
    """Folded word it begins with, of a place its level ("huyen"), of a thing or a paper its kind; may be empty."""


def read_slots(text: str) -> tuple[Slot, ...]:
    """Everything named, left to right; the parts of one stretch overlap nowhere."""
    found: list[Slot] = []
    for reader in (_papers, _times, _places, _persons, _things):
        for slot in reader(text):
            if not any(
                slot.start < other.end and other.start < slot.end
                for other in found
                if other.kind is not slot.kind and SlotKind.THING not in (slot.kind, other.kind)
            ):
                found.append(slot)
    return tuple(sorted(found, key=lambda slot: (slot.start, slot.end)))


def of_kind(slots: Iterable[Slot], *kinds: SlotKind) -> list[Slot]:
    """Those of the kinds, in order."""
    return [slot for slot in slots if slot.kind in kinds]


def _papers(text: str) -> Iterator[Slot]:
    for reading in numbers(text):
        before = _PAPER_NAME.search(text[: reading.start])
        start = before.start() if before else reading.start
        yield _slot(SlotKind.PAPER, text, start, reading.end)


def _times(text: str) -> Iterator[Slot]:
    terms = [match.span() for match in _TERM.finditer(text)]
    for start, end in terms:
        yield _slot(SlotKind.YEAR, text, start, end)
    for match in _ONE_YEAR.finditer(text):
        if not any(start <= match.start() < end for start, end in terms):
            yield _slot(SlotKind.YEAR, text, *match.span())
    for match in _RELATIVE.finditer(text):
        is_part = fold(match.group()).startswith(_PART_WORDS)
        yield _slot(SlotKind.PART if is_part else SlotKind.YEAR, text, *match.span())
    for match in _PARTS.finditer(text):
        yield _slot(SlotKind.PART, text, *match.span())


def _places(text: str) -> Iterator[Slot]:
    tokens = tokens_of(text)
    taken: list[tuple[int, int]] = []
    for match in wording.ADMIN_WORD.finditer(text):
        end = _name_end(text, tokens, match.end())
        if end > match.end():
            taken.append((match.start(), end))
            yield Slot(SlotKind.PLACE, match.start(), end, text[match.start() : end], _level(match.group()))
    for reading in places(text):
        if not any(start <= reading.start < end for start, end in taken):
            yield Slot(SlotKind.PLACE, reading.start, reading.end, text[reading.start : reading.end], "tinh")


def _level(word: str) -> str:
    level = fold(word).split()[0].rstrip(".")
    return "tinh" if level in {"thanh", "tp", "tinh"} else level


def _name_end(text: str, tokens: tuple[Token, ...], start: int) -> int:
    """Where the name that begins at ``start`` ends: capitals, a number, or two syllables of a text without capitals."""
    following = [token for token in tokens if token.start >= start][:_MAX_NAME_TOKENS]
    if not following or following[0].start != start:
        return start
    if following[0].text.isdigit():
        return following[0].end
    capitals = any(token.text[0].isupper() for token in tokens[1:])
    end = start
    for count, token in enumerate(following):
        if text[end : token.start].strip() or (count and text[end : token.start] != " "):
            break
        fits = token.text[0].isupper() if capitals else count < _MIN_NAME_TOKENS and not _ends_name(text, token)
        if not fits:
            break
        end = token.end
    return end


def _ends_name(text: str, token: Token) -> bool:
    """A word that follows names; "bao" only where it is that of "bao nhiêu"."""
    if token.folded == "bao":
        return fold(text[token.end :]).lstrip().startswith("nhieu")
    return token.folded in wording.NAME_ENDS


def _persons(text: str) -> Iterator[Slot]:
    tokens = tokens_of(text)
    index = 0
    while index < len(tokens):
        last = index
        while last < len(tokens) and tokens[last].text[0].isupper() and _joined(text, tokens, index, last):
            last += 1
        run = tokens[index:last]
        if run and fold(run[0].text) in _TITLES:
            run = run[1:]
        if _MIN_NAME_TOKENS <= len(run) <= _MAX_NAME_TOKENS and run[0].text.capitalize() in FAMILY_NAMES:
            called = _CALLED.search(text[: run[0].start])
            start = called.start() if called else run[0].start
            yield _slot(SlotKind.PERSON, text, start, run[-1].end)
        index = max(last, index + 1)


def _joined(text: str, tokens: tuple[Token, ...], first: int, at: int) -> bool:
    return at == first or text[tokens[at - 1].end : tokens[at].start] == " "


def _things(text: str) -> Iterator[Slot]:
    for match in _HEADS.finditer(text):
        quoted = _QUOTED.match(text, match.end() + 1)
        number = _NUMBER_AFTER.match(text, match.end())
        end = quoted.end() if quoted else number.end() if number else _phrase_end(text, match.end())
        if end > match.end():
            yield Slot(SlotKind.THING, match.start(), end, text[match.start() : end], fold(match["head"]))


def _phrase_end(text: str, start: int) -> int:
    """A thing without a name of its own goes on to the verb, the place or the interrogative."""
    end = start
    for count, token in enumerate(token for token in tokens_of(text) if token.start >= start):
        if count == _MAX_NAMED_TOKENS or token.folded in wording.NAME_ENDS or _STOP.search(text, end, token.start):
            break
        end = token.end
    return end


def _slot(kind: SlotKind, text: str, start: int, end: int) -> Slot:
    return Slot(kind, start, end, text[start:end], fold(text[start:end]).split(" ")[0])


_COMMON = frozenset(
    str.split(
        "tinh huyen xa phuong thi thanh quan cum ba ong chi anh co dong nam nhiem giai dac thon ban ap buon quy trong"
    )
)


def lowered_start(text: str) -> str:
    """For the middle of a sentence: a title, a level or a time loses its capital, a proper name keeps it."""
    first = text.split(" ", maxsplit=1)[0]
    return text[:1].lower() + text[1:] if fold(first) in _COMMON else text
