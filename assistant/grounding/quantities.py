"""Reads a number out of lexemes: figures with their multipliers, and number words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from assistant.grounding.lexemes import Lexeme
from assistant.grounding.number_words import (
    BEFORE,
    BOUNDS,
    DIGITS,
    HALF,
    HUNDRED,
    LABELS,
    LATEST,
    MAGNITUDES,
    MULTIPLIERS,
    ODD,
    ONE_HALF,
    OVER,
    ROUNDING,
    TEN,
    TENS,
    UNITS,
    UNSURE_WITHOUT_ACCENTS,
    Rounding,
)
from assistant.grounding.numbers import readings
from assistant.grounding.word_keys import exact_key, loose_key

_LONGEST_UNIT = 4
_LARGEST_HUNDRED = 1000
_TAIL = 100
_TEN = 10
_BOUND_REACH = 5
_HALF = Decimal(50)
_MISTAKABLE = frozenset({"mot", "nam", "tu", "lam", "nham"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as read; ``values`` are its possible readings, the likeliest first."""

    values: tuple[Decimal, ...]
    digits: str
    """As written without its multipliers: "1,2" of "1,2 tỷ"."""
    multiplier: str = ""
    in_words: bool = False
    unit: str = ""
    """What is counted, in one name; empty where the word after it is no known unit."""
    label: str = ""
    """The word before it that it belongs to: khoản 2."""
    rounding: Rounding | None = None

    @property
    def value(self) -> Decimal:
        """The likeliest reading."""
        return self.values[0]


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """The number that lexemes [first, last) make."""

    first: int
    last: int
    values: tuple[Decimal, ...]
    digits: str
    multiplier: str
    in_words: bool


@cache
def _keys(word: str, accented: bool) -> str:
    return exact_key(word) if accented else loose_key(word)


@cache
def _table(accented: bool) -> dict[str, int]:
    return {_keys(word, accented): value for word, value in DIGITS.items()}


@cache
def _multipliers(accented: bool) -> dict[str, int]:
    return {_keys(word, accented): value for word, value in MULTIPLIERS.items()}


def _key(lexeme: Lexeme, accented: bool) -> str:
    return lexeme.exact if accented else lexeme.loose


def read_number(row: Sequence[Lexeme], at: int, *, accented: bool) -> FoundNumber | None:
    """The number that begins at a lexeme, with its multipliers; None where none begins there."""
    if row[at].is_figure:
        values = _figure(row[at].text)
        if values is None:
            return None
        return _multiplied(row, FoundNumber(at, at + 1, values, row[at].text, "", False), accented)
    if not accented or (row[at].text[0].isupper() and not _opens(row, at)):
        return None
    if _is_half(row, at):
        return FoundNumber(at, at + 2, (_HALF,), str(_HALF), "", True)
    spelt = _spelt(row, at)
    return None if spelt is None else _multiplied(row, spelt, accented)


def _is_half(row: Sequence[Lexeme], at: int) -> bool:
    """Một nửa is 50 of a hundred."""
    return [one.exact for one in row[at : at + 2]] == [exact_key(word) for word in ONE_HALF]


def _opens(row: Sequence[Lexeme], at: int) -> bool:
    """Whether a capital may only be the beginning of a sentence."""
    first = at == 0 or row[at - 1].clause != row[at].clause
    return first and at + 1 < len(row) and row[at + 1].text[0].islower()


def _figure(written: str) -> tuple[Decimal, ...] | None:
    digits = "".join(char for char in written if char.isdecimal() or char in ".,")
    found = readings(digits)
    if not found:
        return None
    decimals = sorted(map(Decimal, found), reverse=True)  # 1,500 is likelier 1500 than 1.5 only if the source agrees
    if "," in digits and len(decimals) > 1:
        decimals.reverse()
    return tuple(decimals)


def _multiplied(row: Sequence[Lexeme], found: FoundNumber, accented: bool) -> FoundNumber:
    """With the multipliers after it: "1,2 nghìn tỷ", "1 tỷ 200 triệu", "2 triệu rưỡi"."""
    table = _multipliers(accented)
    at, factor = found.last, 1
    words: list[str] = []
    while at < len(row) and _key(row[at], accented) in table and row[at].phrase == row[at - 1].phrase:
        if _key(row[at], accented) == _keys(HUNDRED, accented) and not words and not found.in_words:
            break
        factor *= table[_key(row[at], accented)]
        words.append(row[at].exact)
        at += 1
    readings_left = found.values[:1] if words and "," in found.digits else found.values
    values = tuple(value * factor for value in readings_left)
    if words and at < len(row) and row[at].exact == exact_key(HALF):
        return FoundNumber(
            found.first, at + 1, tuple(value + factor // 2 for value in values), found.digits, words[-1], True
        )
    rest = _rest(row, at, factor, accented) if words else None
    if rest is not None:
        summed = tuple(value + rest.values[0] for value in values)
        return FoundNumber(found.first, rest.last, summed, found.digits, words[-1], rest.in_words)
    return FoundNumber(found.first, at, values, found.digits, " ".join(words), found.in_words)


def _rest(row: Sequence[Lexeme], at: int, factor: int, accented: bool) -> FoundNumber | None:
    """The smaller part of a number that goes on behind a multiplier: 1 tỷ 200 triệu, một nghìn hai trăm."""
    if at >= len(row) or row[at].phrase != row[at - 1].phrase:
        return None
    rest = read_number(row, at, accented=accented)
    if rest is None or not 0 < rest.values[0] < factor:
        return None
    whole = rest.in_words and rest.values[0] >= _TAIL
    return rest if rest.multiplier or whole else None


@cache
def _spelling() -> dict[str, str]:
    """What a word does in a number in words, by its key: ten, tens, hundred, odd."""
    table = {exact_key(word): "tens" for word in TENS} | {exact_key(word): "odd" for word in ODD}
    return table | {exact_key(TEN): "ten", exact_key(HUNDRED): "hundred"}


@cache
def _only_inside() -> frozenset[str]:
    """Digits that no number begins with."""
    return frozenset(map(exact_key, ("tư", "lăm", "mốt", "nhăm")))


@cache
def _five() -> str:
    return exact_key("năm")


def _spelt(row: Sequence[Lexeme], at: int) -> FoundNumber | None:
    """A number in words below a thousand: "hai mươi lăm", "một trăm linh hai", "mười"."""
    digits, roles = _table(True), _spelling()
    if row[at].exact not in digits and roles.get(row[at].exact) != "ten":
        return None
    total, current, index = 0, None, at
    while index < len(row) and row[index].phrase == row[at].phrase:
        word = row[index].exact
        role, used = roles.get(word, ""), index > at
        if role == "ten" and current in {None, 0}:
            total, current = total + 10, 0
        elif role == "tens" and current is not None and used:
            total, current = total + current * 10, 0
        elif role == "hundred" and current is not None and used:
            total, current = total + current * 100, 0
        elif word in digits and current in {None, 0} and _may_follow(row, index, used, total):
            current = digits[word]
        elif not (role == "odd" and total >= _TAIL):
            break
        index += 1
    value = total + (current or 0)
    if index == at or not value:
        return None
    return FoundNumber(at, index, (Decimal(value),), " ".join(one.text for one in row[at:index]), "", True)


def _may_follow(row: Sequence[Lexeme], index: int, used: bool, total: int) -> bool:
    """Whether a digit word may stand here: năm and tư only inside a number or before what is counted."""
    roles = _spelling()
    tens = index + 1 < len(row) and roles.get(row[index + 1].exact) == "tens"
    if used and roles.get(row[index - 1].exact) == "odd":
        return True
    if row[index].exact == _five() and not tens and (not used or total):
        if used or index + 1 >= len(row) or row[index + 1].phrase != row[index].phrase:  # "chủ đề năm; tổ chức"
            return False
        return unit_at(row, index + 1, accented=True)[0] not in {"", "tháng", "ngày"}
    return used or row[index].exact not in _only_inside()


@cache
def _units(accented: bool) -> dict[tuple[str, ...], str]:
    return {tuple(_keys(word, accented) for word in name.split()): unit for name, unit in UNITS.items()}


def unit_at(row: Sequence[Lexeme], at: int, *, accented: bool) -> tuple[str, int]:
    """The unit whose name begins at a lexeme and the number of its words; ("", 0) where none does."""
    table = _units(accented)
    for size in range(min(_LONGEST_UNIT, len(row) - at), 0, -1):
        name = tuple(_key(one, accented) for one in row[at : at + size])
        if name in table:
            return table[name], size
    return "", 0


@cache
def _roundings(accented: bool) -> dict[tuple[str, ...], Rounding]:
    sure = {name: kind for name, kind in ROUNDING.items() if accented or name not in UNSURE_WITHOUT_ACCENTS}
    return {tuple(_keys(word, accented) for word in name.split()): kind for name, kind in sure.items()}


def rounding_before(row: Sequence[Lexeme], at: int, *, accented: bool) -> Rounding | None:
    """How the words directly before a number round it; "bảy trên chín" is a share."""
    if at and row[at - 1].phrase != row[at].phrase:
        return None
    if at > 1 and _key(row[at - 1], accented) in _over(accented) and _ends_number(row, at - 2, accented):
        return None
    for size in range(min(3, at), 0, -1):
        name = tuple(_key(one, accented) for one in row[at - size : at])
        if name in _roundings(accented):
            return _roundings(accented)[name]
    return None


@cache
def _over(accented: bool) -> frozenset[str]:
    return frozenset(_keys(word, accented) for word in OVER)


def _ends_number(row: Sequence[Lexeme], at: int, accented: bool) -> bool:
    """Whether a bare number stands there: what it counts would come between it and "trên"."""
    sure = row[at].is_figure or (_key(row[at], accented) in _table(accented) and row[at].loose not in _MISTAKABLE)
    return sure and row[at].phrase == row[at + 1].phrase


@cache
def _bounds(accented: bool) -> dict[tuple[str, ...], Rounding]:
    return {tuple(_keys(word, accented) for word in name.split()): kind for name, kind in BOUNDS.items()}


def bound_after(row: Sequence[Lexeme], at: int, *, accented: bool) -> Rounding | None:
    """Whether the words behind a number make it the least or the most: 5 tỷ đồng trở lên."""
    for first in range(at, min(at + _BOUND_REACH, len(row) - 1)):
        if row[first].phrase != row[at - 1].phrase or row[first].is_figure:
            return None
        name = _key(row[first], accented), _key(row[first + 1], accented)
        if name in _bounds(accented) and row[first + 1].phrase == row[first].phrase:
            return _bounds(accented)[name]
    return None


def is_ahead(row: Sequence[Lexeme], first: int, last: int, *, accented: bool) -> bool:
    """Whether "chậm nhất là" before and "trước" behind a number make it the least: 30 ngày trước thời điểm."""
    late = [_key(one, accented) for one in row[max(0, first - 3) : first]]
    wanted = [_keys(word, accented) for word in LATEST]
    said = any(late[at : at + 2] == wanted for at in range(len(late)))
    behind = [_key(one, accented) for one in row[last : last + 3] if one.phrase == row[last - 1].phrase]
    return said and _keys(BEFORE, accented) in behind


@cache
def _labels(accented: bool) -> frozenset[str]:
    return frozenset(_keys(word, accented) for word in LABELS)


def label_before(row: Sequence[Lexeme], at: int, *, accented: bool) -> str:
    """The word before a number when it is one that names a row of things; loose key, or nothing."""
    if at and row[at - 1].phrase == row[at].phrase and _key(row[at - 1], accented) in _labels(accented):
        return row[at - 1].loose
    return ""


@cache
def digit_values() -> dict[str, int]:
    """Words for one to ten that are unmistakable without accents, with their values."""
    return {key: value for key, value in _table(False).items() if key not in _MISTAKABLE} | {loose_key(TEN): _TEN}


@cache
def magnitude_keys(accented: bool) -> frozenset[str]:
    """Keys of chục, trăm, nghìn and the like."""
    return frozenset(_keys(word, accented) for word in MAGNITUDES)
