"""Numbers of a sentence against those of its sources: value, what is counted, how it is rounded."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.grounding.bare_measures import is_bare
from assistant.grounding.compared import MARGIN, Compared
from assistant.grounding.equal_values import (
    PERCENT_TOLERANCE,
    in_base,
    is_article,
    is_equal,
    is_rounded,
    measures,
)
from assistant.grounding.number_words import ALIKE, MEASURES, UNITS, Rounding
from assistant.grounding.quantities import Quantity, digit_values, magnitude_keys
from assistant.grounding.reading import Kind, Reading, Token
from assistant.grounding.weights import is_filler
from assistant.grounding.word_keys import loose_key
from assistant.verdicts import Difference, DifferenceKind

_ORDINAL = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_BEHIND_ORDINAL = re.compile(r"[.)]\s")
_NAMING = frozenset({"dieu", "khoan", "diem", "thu"})
"""Labels after which a number never counts what follows it."""
_VAGUE = frozenset({"hang", "vai", "may", "nhieu"})
_UNIT_REACH = 5
_PERCENT_WORDS = ["phan", "tram"]
_LEAST_JOIN = 1.0
"""Four of the words beside two numbers are the same."""
_WORDY_FIT = 0.45
"""A small number in words may be idiom; it must stand where the source has another before it counts."""
_PERSONS = frozenset({"người", "em", "cháu", "chị", "bà", "ông", "anh"})
_UP = frozenset({Rounding.ABOVE, Rounding.AT_LEAST})
_DOWN = frozenset({Rounding.BELOW, Rounding.AT_MOST})


def number_differences(compared: Compared) -> Iterator[Difference]:
    """What is wrong with the numbers of the sentence, in order; a list ordinal at its beginning does not count."""
    ordinal = _ORDINAL.match(compared.stated.text)
    for at, token in compared.of_kind(Kind.NUMBER):
        if ordinal and token.end <= ordinal.end():
            continue
        found = _difference(compared, at, token)
        if found is not None:
            yield found
    yield from _loose_differences(compared)
    if not compared.stated.accented:
        yield from _unaccented_words(compared)


def _difference(compared: Compared, at: int, token: Token) -> Difference | None:
    stated = _quantity(token)
    equals = [
        there
        for there, one in enumerate(compared.source.tokens)
        if is_equal(stated, one) and not is_article(stated, one)
    ]
    if not equals:
        if _is_elsewhere(compared, stated) and not _is_replaced(compared, at):
            return None
        return _recomputed(compared, at, stated) or _missing(compared, at, stated)
    faults = {there: _fault(compared, at, there) for there in equals}
    places = {there: compared.place(at, at + 1, there, there + 1) for there in equals}
    good = max((places[there] for there in equals if faults[there] is None), default=None)
    faulty = [there for there in equals if faults[there] is not None]
    nearest = max(faulty, key=lambda there: places[there], default=None)
    if nearest is not None and good is None and _is_share(compared, stated):
        return None
    if nearest is not None and (good is None or _takes_over(compared, at, nearest, good)):
        return _spanned(compared, faults[nearest] or DifferenceKind.NUMBER, at, nearest)
    rival = None if good is None else _rival(compared, at, stated, good)
    return None if rival is None else compared.difference(DifferenceKind.NUMBER, (at, at + 1), (rival, rival + 1))


def _takes_over(compared: Compared, at: int, there: int, good: float) -> bool:
    """Whether a number of the source that does not fit stands where the stated one was taken from."""
    return (
        compared.joins(at, at + 1, there, there + 1) > 0
        and compared.place(at, at + 1, there, there + 1) > good + MARGIN
    )


def _spanned(compared: Compared, kind: DifferenceKind, at: int, there: int) -> Difference:
    """With the word before it that rounds it or the words after it that say what it counts."""
    before, after = (2, 0) if kind is DifferenceKind.ROUNDING else (0, 2)

    def widened(tokens: tuple[Token, ...], index: int) -> tuple[int, int]:
        first, last = index, index + 1
        while first > max(0, index - before) and tokens[first - 1].phrase == tokens[index].phrase:
            first -= 1
        while last < min(len(tokens), index + 1 + after) and tokens[last].phrase == tokens[index].phrase:
            last += 1
        return first, last

    return compared.difference(kind, widened(compared.stated.tokens, at), widened(compared.source.tokens, there))


def _quantity(token: Token) -> Quantity:
    assert token.quantity is not None
    return token.quantity


def _is_elsewhere(compared: Compared, stated: Quantity) -> bool:
    """Whether the document's card states it, or two numbers of the source give it as a percentage."""
    if any(is_equal(stated, token) for token in compared.card.tokens) or stated.value in compared.years:
        return True
    if stated.label in _NAMING and any(_is_named_alike(stated, token) for token in compared.earlier):
        return True
    return _is_share(compared, stated)


def _is_named_alike(stated: Quantity, token: Token) -> bool:
    found = token.quantity
    return found is not None and found.label == stated.label and found.value == stated.value


def _is_replaced(compared: Compared, at: int) -> bool:
    """Whether the source has another number between the very words that stand around the stated one."""
    return any(
        token.kind is Kind.NUMBER
        and not _is_said(compared, _quantity(token))
        and compared.joins(at, at + 1, there, there + 1) >= _LEAST_JOIN
        for there, token in enumerate(compared.source.tokens)
    )


def _is_share(compared: Compared, stated: Quantity) -> bool:
    """Whether two numbers of the source give the stated percentage."""
    return stated.unit == "%" and any(agrees(stated.value, *parts) for parts in shares(compared.source))


def shares(reading: Reading) -> Iterator[tuple[Decimal, Decimal]]:
    """Part and whole of every share a text writes as such (3.562/5.000)."""
    for first, second in pairwise(reading.tokens):
        written = reading.text[first.end : second.start].strip()
        if first.kind is second.kind is Kind.NUMBER and written == "/" and _quantity(second).value:
            yield _quantity(first).value, _quantity(second).value


def agrees(percent: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether a percentage is that of two numbers; papers round it or cut it off, so a point is allowed."""
    return abs(part / whole * 100 - percent) <= PERCENT_TOLERANCE


def _recomputed(compared: Compared, at: int, stated: Quantity) -> Difference | None:
    """A percentage no source gives, beside the two numbers it is said to be of."""
    parts = list(shares(compared.stated)) if stated.unit == "%" else []
    if len(parts) != 1:
        return None
    part, whole = parts[0]
    found = compared.difference(DifferenceKind.PERCENT, (at, at + 1), None)
    percent = f"{part / whole * 100:.1f}%".replace(".", ",")
    return replace(found, source=percent)


def _missing(compared: Compared, at: int, stated: Quantity) -> Difference | None:
    """No source has the value: what it has in its place, if anything."""
    if _names(compared.stated, at) and not any(
        _names(compared.source, there) and compared.source.tokens[there - 1].key == compared.stated.tokens[at - 1].key
        for there in range(1, len(compared.source.tokens))
    ):
        return None
    numbers = [
        there
        for there in range(len(compared.source.tokens))
        if _may_be_meant(compared, stated, there)
        and _is_comparable(compared, at, there)
        and not _is_told(compared, at, there)
    ]
    scored = [(_fit(compared, at, there), there) for there in numbers]
    fit, nearest = max(scored, default=(0.0, -1))
    if stated.in_words and not stated.multiplier and fit < _WORDY_FIT:
        return None
    if nearest < 0:
        return compared.difference(DifferenceKind.NUMBER, (at, at + 1), None)
    found = _quantity(compared.source.tokens[nearest])
    other_scale = found.digits == stated.digits and (found.multiplier, found.unit) != (stated.multiplier, stated.unit)
    kind = DifferenceKind.UNIT if other_scale else DifferenceKind.NUMBER
    return compared.difference(kind, (at, at + 1), (nearest, nearest + 1))


def _names(reading: Reading, at: int) -> bool:
    """Whether a number hangs by a hyphen on a word: Hwasong-12."""
    start = reading.tokens[at].start
    return start > 1 and reading.text[start - 1] in "-–" and reading.text[start - 2].isalpha()


def _may_be_meant(compared: Compared, stated: Quantity, there: int) -> bool:
    """Whether a number of the source may stand for the stated one: no ordinal of a list, an article only by another."""
    token = compared.source.tokens[there]
    if token.kind is not Kind.NUMBER:
        return False
    found = _quantity(token)
    if _NAMING & {stated.label, found.label} and found.label != stated.label:
        return False
    before, after = compared.source.text[: token.start].rstrip(" ("), compared.source.text[token.end : token.end + 2]
    return not ((not before or before.endswith("\n")) and _BEHIND_ORDINAL.match(after))


def _is_told(compared: Compared, at: int, there: int) -> bool:
    """Whether a number of the source is aligned with the same number elsewhere in the sentence."""
    partner = compared.alignment.stated_at[there]
    same = partner is not None and compared.stated.tokens[partner].key == compared.source.tokens[there].key
    return same and partner != at


def _is_comparable(compared: Compared, at: int, there: int) -> bool:
    """Whether a number of the source says how much of the same: its unit, its digits, or the words beside it."""
    stated, found = _quantity(compared.stated.tokens[at]), _quantity(compared.source.tokens[there])
    if stated.digits == found.digits or compared.joins(at, at + 1, there, there + 1) >= _LEAST_JOIN:
        return True
    if stated.unit and found.unit:
        return stated.unit == found.unit or measures(stated, found) or _are_alike(stated.unit, found.unit)
    if stated.unit or found.unit:
        return _share_unit_words(compared, at, there)
    if stated.label or found.label:
        return stated.label == found.label
    mine, theirs = (_words_after(one.tokens, place) for one, place in ((compared.stated, at), (compared.source, there)))
    return mine[:1] == theirs[:1] or not (mine and theirs)


def _share_unit_words(compared: Compared, at: int, there: int) -> bool:
    """Whether the words that say what a number counts stand beside the number of the source too."""
    mine = set(_words_after(compared.stated.tokens, at))
    clause = compared.source.tokens[there].clause
    near = compared.source.tokens[max(0, there - _UNIT_REACH) : there + 1 + _UNIT_REACH]
    theirs = {one.key for one in near if one.clause == clause}
    return not mine.isdisjoint(theirs)


def _are_alike(one: str, other: str) -> bool:
    return any({one, other} <= group for group in ALIKE)


def _fit(compared: Compared, at: int, there: int) -> float:
    """How well a number of the source may be the one meant."""
    stated, found = _quantity(compared.stated.tokens[at]), _quantity(compared.source.tokens[there])
    same_unit = bool(stated.unit) and stated.unit == found.unit
    return compared.like(at, at + 1, there, there + 1) + 0.25 * same_unit - 0.3 * _is_said(compared, found)


def _is_said(compared: Compared, found: Quantity) -> bool:
    return any(not set(_quantity(one).values).isdisjoint(found.values) for _, one in compared.of_kind(Kind.NUMBER))


def _rival(compared: Compared, at: int, stated: Quantity, good: float) -> int | None:
    """A number the sentence does not give, in whose place it gives one that the source has elsewhere."""
    best: tuple[float, int] | None = None
    if _is_share(compared, stated):
        return None
    for there, token in enumerate(compared.source.tokens):
        if token.kind is not Kind.NUMBER or compared.alignment.stated_at[there] is not None or is_equal(stated, token):
            continue
        if _fault(compared, at, there) in {DifferenceKind.UNIT, DifferenceKind.NUMBER}:
            continue
        fit = compared.place(at, at + 1, there, there + 1)
        if _takes_over(compared, at, there, good) and (best is None or fit > best[0]):
            best = fit, there
    return None if best is None else best[1]


def _fault(compared: Compared, at: int, there: int) -> DifferenceKind | None:
    """What is wrong with taking a number of the source for the stated one; None when nothing is."""
    token = compared.source.tokens[there]
    if token.kind is not Kind.NUMBER:
        return None
    stated, found = _quantity(compared.stated.tokens[at]), _quantity(token)
    if stated.label and found.label and stated.label != found.label:
        return DifferenceKind.NUMBER
    counts = stated.label not in _NAMING and (not stated.label or bool(stated.unit and found.unit))
    if counts and _other_unit(compared, at, there, stated, found):
        return DifferenceKind.UNIT
    return DifferenceKind.ROUNDING if _other_rounding(stated, found) else None


def _other_rounding(stated: Quantity, found: Quantity) -> bool:
    mine, other = stated.rounding, found.rounding
    if mine is other or (Rounding.ABOUT in {mine, other} and mine is not None):
        return False
    if mine is None or other is None:
        return not (mine is not None and is_rounded(stated, found))
    return not ({mine, other} <= _UP or {mine, other} <= _DOWN)


def _other_unit(compared: Compared, at: int, there: int, stated: Quantity, found: Quantity) -> bool:
    if measures(stated, found):
        return in_base(stated) != in_base(found)
    if stated.unit and found.unit:
        return stated.unit != found.unit and not (
            _are_alike(stated.unit, found.unit) or _goes_on_with(compared, there, stated.unit)
        )
    if stated.unit in _PERSONS or found.unit in _PERSONS:
        return False
    if not found.unit and is_bare(compared, there, stated.unit):
        return True
    mine = _words_after(compared.stated.tokens, at)[: 1 if stated.unit else None]
    around = {one.key for one in compared.source.tokens[max(0, there - _UNIT_REACH) : there + 1 + _UNIT_REACH]}
    return bool(mine) and bool(_words_after(compared.source.tokens, there)) and around.isdisjoint(mine)


def _goes_on_with(compared: Compared, there: int, unit: str) -> bool:
    """Whether the words behind a number of the source end in a unit: 120 trường hợp bệnh nhân."""
    tokens = compared.source.tokens
    behind = [one.key for one in tokens[there + 1 : there + 1 + _UNIT_REACH] if one.phrase == tokens[there].phrase]
    words = [loose_key(word) for word in unit.split()]
    return any(behind[place : place + len(words)] == words for place in range(len(behind)))


def _words_after(tokens: tuple[Token, ...], at: int) -> list[str]:
    """Words that say what a number counts: those of its phrase directly after it, up to the first filler."""
    words: list[str] = []
    for token in tokens[at + 1 : at + 5]:
        if token.phrase != tokens[at].phrase or token.kind not in {Kind.WORD, Kind.NUMBER}:
            break
        if token.kind is Kind.NUMBER:
            continue
        if is_filler(token.key):
            break
        words.append(token.key)
    return ["%", *words[2:]] if words[:2] == _PERCENT_WORDS else words[:3]


def _loose_differences(compared: Compared) -> Iterator[Difference]:
    """Numbers without figures: XIII for XII, khoản b for khoản a, hàng trăm for hàng chục."""
    tokens, source_of = compared.stated.tokens, compared.alignment.source_of
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WORD or source_of[at] is not None or not _counts(compared, at):
            continue
        if token.key in compared.known or token.exact in compared.known:
            continue
        if token.key.startswith("r:") and any(one.key == f"n:{token.key[2:]}" for one in compared.source.tokens):
            continue
        before, after = compared.alignment.before(at), compared.alignment.after(at)
        place = before + 1 if before is not None else after - 1 if after is not None else -1
        there = (place, place + 1) if 0 <= place < len(compared.source.tokens) else None
        yield compared.difference(DifferenceKind.NUMBER, (at, at + 1), there)


def _unaccented_words(compared: Compared) -> Iterator[Difference]:
    """A digit's word typed without accents exactly where the source has another small number: bon for hai."""
    tokens, source_of = compared.stated.tokens, compared.alignment.source_of
    for at in range(1, len(tokens) - 1):
        value = digit_values().get(tokens[at].key)
        left, right = source_of[at - 1], source_of[at + 1]
        if value is None or source_of[at] is not None or left is None or right != left + 2:
            continue
        found = compared.source.tokens[left + 1].quantity
        if found is not None and not found.multiplier and found.value != value:
            yield compared.difference(DifferenceKind.NUMBER, (at, at + 1), (left + 1, left + 2))


def _counts(compared: Compared, at: int) -> bool:
    token = compared.stated.tokens[at]
    before = compared.stated.tokens[at - 1].key if at else ""
    if token.key.startswith("r:"):
        return True
    if before in _VAGUE and (token.exact if compared.stated.accented else token.key) in magnitude_keys(
        compared.stated.accented
    ):
        return True
    if before == "diem" and len(token.key) == 1:
        return True
    if token.exact in MEASURES or token.exact in UNITS:
        return False
    if token.exact.count(".") > 1:  # a version: 7.1.1
        return token.exact[0].isdigit()
    return any(char.isdigit() for char in token.exact) and any(char.isalpha() for char in token.key)
