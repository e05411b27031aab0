"""A text as tokens that can be compared: words, numbers, times and numbers of papers."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from assistant.grounding.lexemes import Lexeme, scan
from assistant.grounding.moments import Moment, moments
from assistant.grounding.number_words import AFTER_NOON, Rounding
from assistant.grounding.quantities import (
    FoundNumber,
    Quantity,
    bound_after,
    is_ahead,
    label_before,
    read_number,
    rounding_before,
    unit_at,
)
from assistant.grounding.short_forms import Spelt, spelt_out
from assistant.grounding.word_keys import exact_key, is_accented
from assistant.query.document_numbers import DocumentNumber, document_numbers
from ingest.text.folding import fold

_ROMAN_LABELS = frozenset(str.split("khoa thu ky lan quy chuong phan muc cap hang loai vung nhom the"))
_HOUR, _NOON = "giờ", 12


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MOMENT = "moment"
    PAPER = "paper"
    """The number of an official paper."""


@dataclass(frozen=True, slots=True)
class Token:
    """One comparable piece of a text, at [start, end)."""

    kind: Kind
    key: str
    """Equal keys are aligned: without accents, numbers by value."""
    exact: str
    start: int
    end: int
    clause: int
    phrase: int
    capital: bool = False
    opens: bool = False
    """First of its clause: a capital there proves nothing."""
    quantity: Quantity | None = None
    moment: Moment | None = None
    paper: DocumentNumber | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its tokens."""

    text: str
    tokens: tuple[Token, ...]
    accented: bool

    def written(self, first: int, last: int) -> str:
        """The text of tokens [first, last)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


@lru_cache(maxsize=512)
def read(text: str, other: str = "") -> Reading:
    """Read a text; short forms that ``other`` writes out are written out as it does."""
    text = unicodedata.normalize("NFC", text)
    return _read(text, tuple(spelt_out(text, unicodedata.normalize("NFC", other))) if other else ())


@lru_cache(maxsize=512)
def _read(text: str, spelt: tuple[Spelt, ...]) -> Reading:
    """Nearly always nothing is to be written out, and a text is read once whatever it is compared with."""
    accented = is_accented(text)
    tokens: list[Token] = []
    at = clause = phrase = 0
    for start, end, token in [*_islands(text, spelt), (len(text), len(text), ())]:
        row, clause, phrase = scan(text, at, start, clause, phrase)
        tokens.extend(_tokens(row, accented))
        tokens.extend(replace(one, start=start, end=end, clause=clause, phrase=phrase) for one in token)
        at = end
    return Reading(text, tuple(_opened(tokens)), accented)


def _islands(text: str, spelt: Sequence[Spelt]) -> list[tuple[int, int, tuple[Token, ...]]]:
    """Stretches read by a reader of their own, in order: numbers of papers, times, short forms."""
    found: list[tuple[int, int, tuple[Token, ...]]] = []
    for paper in document_numbers(text):
        found.append((paper.start, paper.end, (_island(Kind.PAPER, "p:" + fold(paper.key), paper=paper),)))
    for one in moments(text):
        if _is_free(found, one.start, one.end):
            key = "t:" + ",".join(f"{name}={value}" for name, value in one.moment.stated().items())
            found.append((one.start, one.end, (_island(Kind.MOMENT, key, moment=one.moment),)))
    for short in spelt:
        if _is_free(found, short.start, short.end):
            words = tuple(
                Token(Kind.WORD, one.loose, one.exact, 0, 0, 0, 0, one.text[0].isupper()) for one in short.words
            )
            found.append((short.start, short.end, words))
    return sorted(found, key=lambda item: item[0])


def _island(kind: Kind, key: str, moment: Moment | None = None, paper: DocumentNumber | None = None) -> Token:
    return Token(kind, key, key, 0, 0, 0, 0, moment=moment, paper=paper)


def _is_free(found: Sequence[tuple[int, int, tuple[Token, ...]]], start: int, end: int) -> bool:
    return not any(first < end and start < last for first, last, _ in found)


def _tokens(row: Sequence[Lexeme], accented: bool) -> Iterator[Token]:
    index = 0
    while index < len(row):
        number = read_number(row, index, accented=accented)
        if number is not None:
            yield _number(row, number, accented)
            index = number.last
        else:
            yield _word(row, index)
            index += 1


def _number(row: Sequence[Lexeme], found: FoundNumber, accented: bool) -> Token:
    unit = ""
    after = _behind_its_words(row, found, accented)
    if after < len(row) and (after > found.last or row[after].clause == row[after - 1].clause):
        unit = unit_at(row, after, accented=accented)[0]
    rounding = rounding_before(row, found.first, accented=accented) or bound_after(row, found.last, accented=accented)
    if rounding is Rounding.AT_MOST and is_ahead(row, found.first, found.last, accented=accented):
        rounding = Rounding.AT_LEAST
    quantity = Quantity(
        _hours(row, found.values, after + 1, accented) if unit == _HOUR else found.values,
        found.digits,
        found.multiplier,
        found.in_words,
        unit,
        label_before(row, found.first, accented=accented),
        rounding,
    )
    first, last = row[found.first], row[found.last - 1]
    key = f"n:{found.values[0].normalize():f}"
    return Token(Kind.NUMBER, key, key, first.start, last.end, first.clause, first.phrase, quantity=quantity)


def _hours(row: Sequence[Lexeme], values: tuple[Decimal, ...], at: int, accented: bool) -> tuple[Decimal, ...]:
    """7 giờ tối may be told as 19 giờ."""
    word = row[at].exact if at < len(row) else ""
    noon = {exact_key(one) for one in AFTER_NOON} if accented else frozenset()
    return (*values, values[0] + _NOON) if word in noon and values[0] < _NOON else values


def _behind_its_words(row: Sequence[Lexeme], found: FoundNumber, accented: bool) -> int:
    """Where what is counted may begin: behind the number, and behind its words in brackets as laws repeat it."""
    at = found.last
    if at >= len(row) or row[at].clause != row[at - 1].clause + 1:
        return at
    again = read_number(row, at, accented=accented)
    if again is None or not again.in_words or again.values[0] != found.values[0] or again.last >= len(row):
        return at
    return again.last if row[again.last].clause == row[at].clause + 1 else at


def _word(row: Sequence[Lexeme], index: int) -> Token:
    one = row[index]
    value = _roman(row, index)
    key = f"r:{value}" if value else "%" if one.loose == "%" else one.loose
    return Token(
        Kind.WORD, key, key if value else one.exact, one.start, one.end, one.clause, one.phrase, one.text[0].isupper()
    )


def _roman(row: Sequence[Lexeme], index: int) -> int:
    """The value of a Roman numeral after a word that numbers; 0 otherwise."""
    word = row[index].text
    labelled = index > 0 and row[index - 1].loose in _ROMAN_LABELS
    if not (word.isupper() and set(word) <= set("IVXLC") and (labelled or len(word) > 2)):  # noqa: PLR2004  "VI", "XL"
        return 0
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[char] for char in word]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _opened(tokens: Sequence[Token]) -> Iterator[Token]:
    previous = -1
    for token in tokens:
        if token.clause != previous and token.capital:
            yield replace(token, opens=True)
        else:
            yield token
        previous = token.clause
