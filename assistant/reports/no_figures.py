"""Numbers that count nothing: in names and slogans, dates, ages, ordinals, telephone numbers."""

import re
from decimal import Decimal

from assistant.grounding.quantities import Quantity
from assistant.grounding.reading import Kind, Reading
from assistant.reports.counted import MONEY, PERCENT
from assistant.reports.figure_words import (
    ARTICLES,
    ATTRIBUTE_VERBS,
    ATTRIBUTES,
    BELOW,
    COLLECTIVE,
    COUNTING_LEADS,
    DAY_WORDS,
    EACH,
    HOLIDAYS,
    NAME_WORDS,
    NUMBERED_PLACES,
    NUMBERED_THINGS,
    OPEN_LABELS,
    ORDINALS,
    ORGANISES,
    QUALIFIER_UNITS,
    SLOGAN_MOST,
    SLOGAN_WORDS,
    STRUCTURE_MOST,
    STRUCTURE_WORDS,
    THRESHOLDS,
    UNIT_PHRASES,
    WORK_DAYS,
    YEAR,
    YEAR_LEADS,
    WordTable,
)
from ingest.text.folding import fold

_ORDINAL = re.compile(r"\s*[-–•*+]?\s*\(?(?:\d{1,2}|\d{1,2}(?:\.\d{1,2}){1,3})\s*(?:[.)/:]|[-–]\s)(?!\d)\s*")
_PHONE = re.compile(r"(?:\+?84|0)\d{8,10}")
_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»\n]{1,160})[”\"»’]")
_SHORT = re.compile(r"[A-ZĐ]{2,5}")
"""HV, CLB, HTX: short for what is counted."""
_GLUED = re.compile(r"(?:[A-Za-zĐđ]\s?[-–]\s?|[A-ZĐ][A-Za-z]*)$")
_NAME_LIST = re.compile(r"\s*(?:,|;|/|và|-|–)\s*")
_AMONG = re.compile(r"\(\s*trong\s+đó\s[^()\d]{2,40}$", re.IGNORECASE)
_DASHES = frozenset("-–")
_OPENING = frozenset('“"«‘')
_LIKELY_PLAIN = 4
"""Digits up to which a number after "đề án" is its number."""
_NAMES, _SLOGANS, _STRUCTURES = WordTable(NAME_WORDS), WordTable(SLOGAN_WORDS), WordTable(STRUCTURE_WORDS)
_ATTRIBUTES, _ATTRIBUTE_VERBS = WordTable(ATTRIBUTES), WordTable(ATTRIBUTE_VERBS)
_THRESHOLDS, _BELOW = WordTable(THRESHOLDS), WordTable([BELOW])
_ARTICLES, _LEADS, _WORK_DAYS = WordTable(ARTICLES), WordTable(COUNTING_LEADS), WordTable(WORK_DAYS)
_PLACES, _EACH, _COLLECTIVE = WordTable(NUMBERED_PLACES), WordTable(EACH), WordTable(COLLECTIVE)
_YEAR, _YEAR_LEADS = YEAR, WordTable(YEAR_LEADS)
_LIMIT_REACH = 3
"""Words from a number to what makes it a limit: "3 sao trở lên", "18 tuổi trở lên"."""
_ORDINALS, _DAYS = WordTable(ORDINALS), WordTable(DAY_WORDS)
_DAY_REACH = 4
_DAYS_OF_MONTH, _MONTHS = 31, 12
_UNITS = WordTable(UNIT_PHRASES)
_ORGANISES = WordTable(ORGANISES)
_PLACE_DIGITS = 4
_NUMBERED = frozenset(map(fold, NUMBERED_THINGS))
_OPEN = frozenset(map(fold, OPEN_LABELS))


class NumberUse:
    """How the numbers of one text are used."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._keys = [one.exact if reading.accented else one.key for one in reading.tokens]
        self._quoted = [match.span() for match in _QUOTED.finditer(reading.text)]
        ordinal = _ORDINAL.match(reading.text)
        self._body = ordinal.end() if ordinal else 0
        self._named: set[int] = set()
        """Tokens already found to be in a name: the next of a list is one too."""

    def counts(self, first: int, last: int) -> bool:
        """Whether the number of tokens [first, last) is a figure of a report; asked from left to right."""
        token = self._reading.tokens[first]
        quantity = token.quantity
        if quantity is None or token.end <= self._body:
            return False
        rules = (self._is_in_name, self._is_quoted, self._is_label, self._is_qualifier, self._is_day, self._is_word)
        if any(rule(first, last, quantity) for rule in rules):
            return False
        if self._is_structure(first, last, quantity) or self._is_attribute(first, last):
            return False
        return self._has_noun(first, last, quantity)

    def _is_in_name(self, first: int, last: int, quantity: Quantity) -> bool:
        """A plain number after "đề án", or after such a number and a comma."""
        text, tokens = self._reading.text, self._reading.tokens
        plain = last - first == 1 and quantity.digits.isdecimal() and not quantity.multiplier
        if not plain:
            return False
        if _PHONE.fullmatch(quantity.digits) or _GLUED.search(text[: tokens[first].start]):
            return True
        counted = self._unit_of(last) not in {"", "năm", "ngày", "tháng"}
        named = bool(_NAMES.before(self._keys, first, accented=self._reading.accented))
        listed = first - 1 in self._named and _NAME_LIST.fullmatch(text[tokens[first - 1].end : tokens[first].start])
        if (named or listed) and not counted and len(quantity.digits) <= _LIKELY_PLAIN:
            self._named.add(first)
            return True
        return False

    def _is_quoted(self, first: int, _last: int, _quantity: Quantity) -> bool:
        token = self._reading.tokens[first]
        return any(start <= token.start and token.end <= end for start, end in self._quoted)

    def _is_label(self, first: int, last: int, quantity: Quantity) -> bool:
        if self._is_part_of_name(first, last, quantity):
            return True
        label = quantity.label
        if not label:
            return False
        if label in _OPEN:
            return not (quantity.multiplier or self._is_counted(last))
        if quantity.multiplier or quantity.unit == MONEY or not quantity.digits.isdecimal():
            return False  # "mỗi tháng 300.000 đồng", "xoay vòng 165 triệu đồng"
        if quantity.unit and _COLLECTIVE.before(self._keys, first, accented=self._reading.accented):
            return False
        return label in _NUMBERED or not quantity.unit

    def _is_part_of_name(self, first: int, last: int, quantity: Quantity) -> bool:
        """As in "chi hội thôn 3 giúp …"; "mỗi thôn 2 mô hình" counts."""
        accented = self._reading.accented
        if not quantity.digits.isdecimal() or len(quantity.digits) > _PLACE_DIGITS or quantity.multiplier:
            return False
        placed = _PLACES.before(self._keys, first, accented=accented)
        if self._is_counted(last) and not (placed and _ORGANISES.at(self._keys, last, accented=accented)):
            return False
        if self._is_named(first):
            return True  # "tàu Thổ Châu 09 sửa chữa"
        if not placed:
            return False
        return not _EACH.before(self._keys, first - 1, accented=accented)

    def _is_named(self, first: int) -> bool:
        """Whether a name stands right before a number and goes on with it."""
        tokens = self._reading.tokens
        if first < 2 or not tokens[first - 1].capital or tokens[first - 1].phrase != tokens[first].phrase:  # noqa: PLR2004
            return False
        return tokens[first - 2].phrase == tokens[first].phrase

    def _is_counted(self, last: int) -> bool:
        """Whether the word after a number is one of those that are counted."""
        return bool(
            self._unit_of(last)
            or (_UNITS.at(self._keys, last, accented=self._reading.accented) and self._noun_at(last))
        )

    def _is_qualifier(self, first: int, last: int, quantity: Quantity) -> bool:
        unit = self._unit_of(last)
        if unit == "ngày":
            return not _WORK_DAYS.at(self._keys, last + 1, accented=self._reading.accented)
        return unit in QUALIFIER_UNITS or self._is_limit(first, last, unit)

    def _is_limit(self, first: int, last: int, unit: str) -> bool:
        """As in "dưới 65%", "từ 70% trở lên"."""
        accented = self._reading.accented
        if any(_THRESHOLDS.at(self._keys, at, accented=accented) for at in range(last, last + _LIMIT_REACH)):
            return True
        return unit == PERCENT and bool(_BELOW.before(self._keys, first, accented=accented))

    def _unit_of(self, last: int) -> str:
        """The unit right after a number, no comma between."""
        tokens = self._reading.tokens
        final = tokens[last - 1].quantity
        follows = last < len(tokens) and (
            tokens[last].phrase == tokens[last - 1].phrase
            or self._reading.text[tokens[last - 1].end : tokens[last].start].strip() in _OPENING
        )
        return final.unit if final and follows else ""

    def _is_day(self, first: int, last: int, _quantity: Quantity) -> bool:
        """8/3 and 20/10 without a word for a day before them, the last of "ngày 22 và 23/9"."""
        if last - first == 1:
            return False
        tokens = self._reading.tokens
        day, month = tokens[first].quantity, tokens[last - 1].quantity
        dated = day and month and day.value <= _DAYS_OF_MONTH and month.value <= _MONTHS and not self._unit_of(last)
        near = range(max(0, first - _DAY_REACH), first)
        if dated and any(_DAYS.at(self._keys, at, accented=self._reading.accented) for at in near):
            return True
        written = self._reading.text[tokens[first].start : tokens[last - 1].end].replace(" ", "")
        return written in HOLIDAYS and not (tokens[last - 1].quantity and self._unit_of(last))

    def _is_word(self, first: int, last: int, quantity: Quantity) -> bool:
        """Number words that are articles or idiom: "một số", "một trong", "hai bên"; "năm" that is a year."""
        if not quantity.in_words or quantity.multiplier:
            return False
        accented = self._reading.accented
        if quantity.digits.lower() == _YEAR and _YEAR_LEADS.before(self._keys, first, accented=accented):
            return True  # "2021 là năm tổ chức Đại hội"
        if _ORDINALS.before(self._keys, first, accented=accented):
            return True  # "năm thứ hai tỉnh triển khai"
        return quantity.value == 1 or not quantity.unit or bool(_ARTICLES.at(self._keys, last, accented=accented))

    def _is_structure(self, first: int, last: int, quantity: Quantity) -> bool:
        if last - first > 1 or quantity.unit == PERCENT or quantity.multiplier:
            return False
        accented = self._reading.accented
        if quantity.value <= SLOGAN_MOST and _SLOGANS.at(self._keys, last, accented=accented):
            return True
        return quantity.value <= STRUCTURE_MOST and bool(_STRUCTURES.at(self._keys, last, accented=accented))

    def _is_attribute(self, first: int, last: int) -> bool:
        if last - first > 1:
            return False
        accented = self._reading.accented
        named = _ATTRIBUTES.at(self._keys, last, accented=accented)
        return bool(named) and bool(_ATTRIBUTE_VERBS.before(self._keys, first, accented=accented))

    def _has_noun(self, first: int, last: int, quantity: Quantity) -> bool:
        """Whether something is counted: a noun after it, or a word before it that gives a value."""
        if not quantity.value and quantity.unit == MONEY:
            return False  # "gian hàng 0 đồng"
        if self._unit_of(last) or quantity.multiplier or self._noun_at(last):
            return True
        if self._opens_range(first, last) or self._is_part(first, last):
            return True
        if last - first > 1 or quantity.value >= Decimal(1000):  # written with a thousands point
            return True
        before = self._reading.text[: self._reading.tokens[first].start].rstrip()
        return before.endswith(":") or bool(_LEADS.before(self._keys, first, accented=self._reading.accented))

    def _opens_range(self, first: int, last: int) -> bool:
        """Whether the number after a dash is measured: "200 - 500 nghìn đồng"."""
        tokens = self._reading.tokens
        if last - first > 1 or last >= len(tokens) or tokens[last].kind is not Kind.NUMBER:
            return False
        dash = self._reading.text[tokens[first].end : tokens[last].start].strip()
        return dash in _DASHES and self._unit_of(last + 1) not in {"", *QUALIFIER_UNITS}

    def _is_part(self, first: int, last: int) -> bool:
        """Whether a number tells how many of those before the brackets: "hội viên (trong đó nòng cốt 310)"."""
        text, tokens = self._reading.text, self._reading.tokens
        ends = text[tokens[last - 1].end :].lstrip()[:1] in {")", ";", ","}
        return ends and _AMONG.search(text, 0, tokens[first].start) is not None

    def _noun_at(self, at: int) -> bool:
        """Whether a word follows in the same phrase."""
        tokens = self._reading.tokens
        if at >= len(tokens) or tokens[at].kind is not Kind.WORD:
            return False
        between = self._reading.text[tokens[at - 1].end : tokens[at].start].strip()
        if between in _OPENING:
            return True
        word = self._reading.text[tokens[at].start : tokens[at].end]
        return not between and word.isalpha() and (not tokens[at].capital or _SHORT.fullmatch(word) is not None)
