"""Negations and opposites: where the sentence says the contrary of its sources."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from assistant.grounding.compared import Compared
from assistant.grounding.polarity import (
    CHANGES,
    ENDING,
    LACKING,
    NEGATIONS,
    NOT_NEGATING_AFTER,
    NOT_NEGATING_BEFORE,
    OPPOSITES,
    UNACCENTED_NEGATIONS,
)
from assistant.grounding.reading import Kind, Reading, Token
from assistant.grounding.word_keys import exact_key, loose_key
from assistant.verdicts import Difference, DifferenceKind

_DIRECTIONS = frozenset({"ra", "vao", "len", "xuong"})
_TURN_REACH = 8
_FACTS = frozenset({Kind.MOMENT, Kind.NUMBER})
_REACH = 4
"""Words between a negation and the word by which it is found again in the other text."""


@cache
def _negations(accented: bool) -> frozenset[str]:
    return frozenset(map(exact_key, NEGATIONS)) if accented else UNACCENTED_NEGATIONS


@cache
def _exempt(accented: bool) -> tuple[frozenset[str], frozenset[str]]:
    key = exact_key if accented else loose_key
    return frozenset(map(key, NOT_NEGATING_BEFORE)), frozenset(map(key, NOT_NEGATING_AFTER))


def is_negation(reading: Reading, at: int) -> bool:
    """Whether the token negates what follows it."""
    tokens = reading.tokens
    if tokens[at].kind is not Kind.WORD or _word(reading, tokens[at]) not in _negations(reading.accented):
        return False
    before, after = _exempt(reading.accented)
    follows = at + 1 < len(tokens) and tokens[at + 1].phrase == tokens[at].phrase
    if not follows or _word(reading, tokens[at + 1]) in before:
        return False
    return not (at and tokens[at - 1].clause == tokens[at].clause and _word(reading, tokens[at - 1]) in after)


def _word(reading: Reading, token: Token) -> str:
    return token.exact if reading.accented else token.key


def polarity_differences(compared: Compared) -> Iterator[Difference]:
    """A negation added, one left out, and a word in the place of its opposite."""
    yield from _added(compared)
    yield from _dropped(compared)
    opposites = list(_opposites(compared))
    yield from opposites
    if not opposites:
        yield from _turned(compared)


def _added(compared: Compared) -> Iterator[Difference]:
    source_of = compared.alignment.source_of
    for at in range(len(compared.stated.tokens)):
        if not is_negation(compared.stated, at):
            continue
        partner = source_of[at]
        anchor = _anchor(source_of, at, compared.stated.tokens)
        if anchor is None:
            if partner is None and not _negates_anywhere(compared.source):
                yield compared.difference(DifferenceKind.NEGATION, (at, at + 1), None)
            continue
        place, there = anchor
        if partner is not None and 0 < there - partner <= _REACH + 1 and is_negation(compared.source, partner):
            continue
        if _lacks(compared, there):
            continue
        low, high = min(there, partner or there), there
        if not compared.stated.accented and _is_homograph(compared, at, place, there):
            continue
        if place > at and not _negates(compared.source, max(0, there - (place - at) - 1), there):
            shown = _widened(compared.stated.tokens, at, place + 1)
            yield compared.difference(
                DifferenceKind.NEGATION, shown, (max(0, low), high + 1) if partner else (there, there + 1)
            )
        elif place < at and not _negates(compared.source, there, there + (at - place) + 2):
            yield compared.difference(DifferenceKind.NEGATION, (place, at + 1), (there, there + 1))


def _lacks(compared: Compared, there: int) -> bool:
    """Whether the source says with a word of its own, which the sentence has not, that there is none: còn thiếu."""
    words = frozenset(map(exact_key if compared.source.accented else loose_key, LACKING))
    near = compared.source.tokens[max(0, there - _REACH) : there]
    return not _negates(compared.source, there - _REACH, there) and any(
        _word(compared.source, one) in words and compared.same(one) not in compared.said for one in near
    )


def _is_homograph(compared: Compared, at: int, place: int, there: int) -> bool:
    """Whether the source has the same letters with other accents there: "chua" for chữa, "chang" for chặng."""
    near = compared.source.tokens[max(0, there - abs(place - at) - 1) : there + abs(place - at) + 2]
    key = compared.stated.tokens[at].key
    partner = compared.alignment.source_of[at]
    if partner is not None and abs(partner - there) <= _REACH and not is_negation(compared.source, partner):
        return True
    return any(one.key == key for one in near)


def _anchor(partners: Sequence[int | None], at: int, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The nearest word of the clause after a negation, else before it, that the other text has, and its place there."""
    order = [*range(at + 1, min(len(tokens), at + 1 + _REACH)), *range(at - 1, max(-1, at - 1 - _REACH), -1)]
    for place in order:
        there = partners[place]
        if there is not None and tokens[place].clause == tokens[at].clause:
            return place, there
    return None


def _negates(reading: Reading, first: int, last: int) -> bool:
    return any(is_negation(reading, at) for at in range(max(0, first), min(last, len(reading.tokens))))


def _negates_anywhere(reading: Reading) -> bool:
    return _negates(reading, 0, len(reading.tokens))


def _widened(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    return first, min(last, len(tokens))


def _dropped(compared: Compared) -> Iterator[Difference]:
    stated_at = compared.alignment.stated_at
    tokens = compared.source.tokens
    for there in range(len(tokens)):
        if not is_negation(compared.source, there) or stated_at[there] is not None:
            continue
        anchor = next(
            (
                (place, at)
                for place in range(there + 1, min(len(tokens), there + 1 + _REACH))
                if (at := stated_at[place]) is not None and tokens[place].clause == tokens[there].clause
            ),
            None,
        )
        if anchor is None or not _is_told(compared, there, anchor) or _has_its_own(compared, there, anchor[0]):
            continue
        place, at = anchor
        if not _negates(compared.stated, at - (place - there) - 1, at) and not _ends(compared.stated, at):
            yield compared.difference(DifferenceKind.NEGATION, (at, at + 1), (there, place + 1))


def _has_its_own(compared: Compared, there: int, place: int) -> bool:
    """Whether a negation of the source is about a time or figure of its own: không hề có năm 1978, nay đã vượt 5%."""
    between = zip(compared.source.tokens[there:place], compared.alignment.stated_at[there:place], strict=True)
    return any(token.kind in _FACTS and at is None for token, at in between)


def _ends(reading: Reading, at: int) -> bool:
    """Whether a word before says by itself that there is or shall be none: xóa nhà tạm, không còn nhà tạm."""
    words = frozenset(map(exact_key if reading.accented else loose_key, ENDING))
    return any(_word(reading, one) in words for one in reading.tokens[max(0, at - _REACH) : at])


def _is_told(compared: Compared, there: int, anchor: tuple[int, int]) -> bool:
    """Whether the sentence tells this very place: the words after the negation stand together, or those before too."""
    place, at = anchor
    stated_at = compared.alignment.stated_at
    together = place + 1 < len(stated_at) and stated_at[place + 1] == at + 1
    before = next((one for one in reversed(stated_at[max(0, there - 2) : there]) if one is not None), None)
    return together or (before is not None and 0 < at - before <= _REACH)


@cache
def _opposite_keys(stated: bool, source: bool) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Opposites by the word stated, each text with or without accents."""
    ours, theirs = exact_key if stated else loose_key, exact_key if source else loose_key
    table: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for pair in OPPOSITES:
        for one, other in (pair, pair[::-1]):
            table.setdefault(tuple(map(ours, one.split())), []).append(tuple(map(theirs, other.split())))
    return {key: tuple(values) for key, values in table.items()}


def _opposites(compared: Compared) -> Iterator[Difference]:
    """A word whose opposite stands between the same neighbours in the source; without accents only as a whole."""
    table = _opposite_keys(compared.stated.accented, compared.source.accented)
    yield from _halves(compared, table)
    tokens, alignment = compared.stated.tokens, compared.alignment
    negations = _negations(compared.stated.accented)
    for at in range(len(tokens)):
        if alignment.source_of[at] is not None or (at and tokens[at - 1].exact in negations):
            continue
        for size in (1, 2):
            name = tuple(one.exact for one in tokens[at : at + size])
            for opposite in table.get(name, ()):
                place = _between(compared, at, at + size, opposite)
                if place is not None and len(name) == size and _goes_with_its_verb(compared, at, place):
                    there = (place, place + len(opposite))
                    yield compared.difference(DifferenceKind.OPPOSITE, (at, at + size), there)


def _turned(compared: Compared) -> Iterator[Difference]:
    """A rise to or from a figure that the source has as a fall, whatever stands between: tăng so với mức 27,7 %."""
    tokens, source = compared.stated.tokens, compared.source.tokens
    for at, token in compared.of_kind(Kind.NUMBER):
        verb = _verb_before(compared.stated, at)
        if verb is None or token.quantity is None:
            continue
        places = [there for there, one in enumerate(source) if one.kind is Kind.NUMBER and one.key == token.key]
        verbs = [_verb_before(compared.source, there) for there in places]
        if len(places) == 1 and verbs[0] is not None and source[verbs[0]].key != tokens[verb].key:
            yield compared.difference(DifferenceKind.OPPOSITE, (verb, verb + 1), (verbs[0], verbs[0] + 1))


def _verb_before(reading: Reading, at: int) -> int | None:
    """The nearest word of rising or falling before a figure, in its phrase: at most one figure stands between."""
    between = 0
    for place in range(at - 1, max(-1, at - 1 - _TURN_REACH), -1):
        one = reading.tokens[place]
        between += one.kind is Kind.NUMBER
        if one.phrase != reading.tokens[at].phrase or between > 1:
            return None
        if _word(reading, one) in _changes(reading.accented):
            return None if place and is_negation(reading, place - 1) else place
    return None


@cache
def _changes(accented: bool) -> frozenset[str]:
    return frozenset(map(exact_key if accented else loose_key, CHANGES))


def _goes_with_its_verb(compared: Compared, at: int, place: int) -> bool:
    """Whether a word of direction stands behind the same verb: đi ra, đi vào; not: diễn ra, vào ngày."""
    if compared.stated.tokens[at].key not in _DIRECTIONS:
        return True
    return at > 0 and place > 0 and compared.alignment.source_of[at - 1] == place - 1


def _bare(key: str) -> str:
    """A key of either kind without accents: exact ones carry the tone behind the word."""
    return loose_key(unicodedata.normalize("NFC", key))


def _halves(compared: Compared, table: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]) -> Iterator[Difference]:
    """Opposites of two words that share one: tối đa, tối thiểu."""
    tokens, alignment, source = compared.stated.tokens, compared.alignment, compared.source.tokens
    for at in range(len(tokens) - 1):
        pair = tokens[at].exact, tokens[at + 1].exact
        for opposite in table.get(pair, ()):
            shared = [
                place for place in (0, 1) if len(opposite) == len(pair) and _bare(opposite[place]) == _bare(pair[place])
            ]
            there = alignment.source_of[at + shared[0]] if len(shared) == 1 else None
            if there is None or alignment.source_of[at + 1 - shared[0]] is not None:
                continue
            first = there - shared[0]
            if first >= 0 and tuple(one.exact for one in source[first : first + 2]) == opposite:
                yield compared.difference(DifferenceKind.OPPOSITE, (at, at + 2), (first, first + 2))


def _between(compared: Compared, first: int, last: int, opposite: Sequence[str]) -> int | None:
    """Where the opposite stands unmatched next to the partner of a neighbour of stated [first, last)."""
    alignment, source = compared.alignment, compared.source.tokens
    left = alignment.source_of[first - 1] if first else None
    right = alignment.source_of[last] if last < len(compared.stated.tokens) else None
    candidates = [left + 1] if left is not None else []
    candidates += [right - len(opposite)] if right is not None else []
    for place in candidates:
        stretch = source[max(0, place) : max(0, place) + len(opposite)]
        free = all(alignment.stated_at[at] is None for at in range(max(0, place), max(0, place) + len(stretch)))
        if place >= 0 and free and [one.exact for one in stretch] == list(opposite):
            return place
    return None
