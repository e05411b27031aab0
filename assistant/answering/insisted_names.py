"""Names, figures and Roman numerals a question insists on, a slip of the pen allowed (linguistic table)."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answering.evidence import pairs
from assistant.query.question import Question
from assistant.query.tokens import has_accents
from ingest.text.syllables import is_syllable

_ROMAN = re.compile(r"[IVXLC]+")
_NUMBERED = frozenset(str.split("khoa lan thu quy ky chuong phan muc the loai cap dieu"))
"""Words before a Roman numeral."""
_FUZZY_FROM = 4
"""Letters from which on a foreign word may be misspelt."""
_TWO_SLIPS_FROM = 7
_OLDEST_YEAR, _LATEST_YEAR = 1000, 2100
_PLACE_NOUNS = frozenset(str.split("tinh huyen quan phuong xa thon ban"))
_LOW_PLACES = frozenset(str.split("huyen phuong thon"))
_NOT_ONE_PLACE = frozenset(str.split("cap cac toan trong nhieu moi nhung hai ba mot so bao may"))
_GROUPS = frozenset({"cum", "vung", "mien", "khu"})
_REGIONS = frozenset(
    {("trung", "du"), ("tay", "bac"), ("dong", "bac"), ("tay", "nguyen"), ("song", "hong"), ("cuu", "long"),
     ("nam", "bo"), ("trung", "bo"), ("duyen", "hai"), ("bien", "gioi")}
)  # fmt: skip


def names_of(question: Question) -> tuple[tuple[str, ...], ...]:
    """Names of the question, its regions, and what stands after a word for a kind of place."""
    return tuple(dict.fromkeys([*question.provinces, *question.names, *_led(question), *_regions(question)]))


def place_absent(question: Question, held_pairs: frozenset[str], held: frozenset[str]) -> bool:
    """Whether a province, district or commune of the question is not there at all."""
    places = [*question.provinces, *_led(question)]
    return any(not share_found(name, held_pairs, held) for name in places)


def _led(question: Question) -> Iterator[tuple[str, ...]]:
    """Two words behind a word for a kind of place, where they are a name."""
    tokens = question.tokens
    accented = has_accents(question.text)
    for at in range(len(tokens) - 2):
        before = tokens[at - 1].folded if at else ""
        words = tokens[at + 1 : at + 3]
        if tokens[at].folded not in _PLACE_NOUNS or before in _NOT_ONE_PLACE or before.isdigit():
            continue
        capital = all(one.text[0].isupper() for one in words)
        if capital or (not accented and all(question.content[at + 1 : at + 3]) and tokens[at].folded in _LOW_PLACES):
            yield tuple(one.folded for one in words)


def _regions(question: Question) -> Iterator[tuple[str, str]]:
    """Regions, of which only the first word has a capital, or none behind "cụm" or "vùng"."""
    for at, (left, right) in enumerate(itertools.pairwise(question.tokens)):
        before = question.tokens[at - 1].folded if at else ""
        if (left.folded, right.folded) in _REGIONS and (left.text[0].isupper() or before in _GROUPS):
            yield left.folded, right.folded


def share_absent(names: Sequence[tuple[str, ...]], held_pairs: Iterable[str], held: Iterable[str]) -> float:
    """How little of the name least found is among the folded syllables and pairs held."""
    known_pairs, known = frozenset(held_pairs), frozenset(held)
    return max((1 - share_found(name, known_pairs, known) for name in names), default=0.0)


def share_found(name: tuple[str, ...], held_pairs: frozenset[str], held: frozenset[str]) -> float:
    """Share of a name that is there: a Vietnamese syllable beside its neighbour, a foreign word by itself."""
    joined = list(pairs(name))
    there = [
        _is_there(part, held)
        if len(name) == 1 or not is_syllable(part)
        else any(pair in held_pairs for pair in joined[max(0, at - 1) : at + 1])
        for at, part in enumerate(name)
    ]
    return sum(there) / len(there)


def _is_there(part: str, held: frozenset[str]) -> bool:
    if part in held:
        return True
    if len(part) < _FUZZY_FROM or is_syllable(part):
        return False
    slips = 1 + (len(part) >= _TWO_SLIPS_FROM)
    return any(one[:1] == part[0] and abs(len(one) - len(part)) <= slips and _near(one, part, slips) for one in held)


def _near(left: str, right: str, slips: int) -> bool:
    """Whether at most ``slips`` letters were added, left out, exchanged or swapped with the next (Damerau)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, 1):
        following = [at]
        for to, other in enumerate(right, 1):
            cost = min(row[to] + 1, following[-1] + 1, row[to - 1] + (letter != other))
            if before and to > 1 and letter == right[to - 2] and left[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1] <= slips


def figures_of(question: Question) -> Iterator[str]:
    """Digits and Roman numerals, years aside."""
    for at, token in enumerate(question.tokens):
        if token.text.isdigit():
            if not (len(token.text) == 4 and _OLDEST_YEAR <= int(token.text) <= _LATEST_YEAR):  # noqa: PLR2004
                yield plain(token.text)
        elif _ROMAN.fullmatch(token.text):
            before = question.tokens[at - 1].folded if at else ""
            if len(token.text) > 1 or before in _NUMBERED:
                yield token.folded


def plain(part: str) -> str:
    """A number without the noughts before it; other syllables as they are."""
    return part.lstrip("0") or part if part.isdigit() else part
