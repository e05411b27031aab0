"""Periods and congress numbers of a question with the other ways papers write them (linguistic table)."""

import re
from collections.abc import Iterator

from assistant.model import Expansion, Understanding
from assistant.query.periods import periods
from assistant.query.readings import Reading
from ingest.text.folding import fold

_WEIGHT = 0.4
_ROMAN_QUARTERS = ("I", "II", "III", "IV")
_COUNT_WORDS = {"3": "ba", "6": "sáu", "9": "chín"}
_HALVES = {"H1": ("6", "đầu"), "H2": ("6", "cuối"), "9T": ("9", "đầu"), "3T": ("3", "đầu")}
_MEANING = re.compile(r"(?:(?P<year>\d{4})-)?(?:Q(?P<quarter>[1-4])|(?P<part>H1|H2|9T|3T))")
_TERM = re.compile(r"(?P<head>khoa|lan\s+thu)\s+(?P<number>[ivxl]+|\d{1,2})(?!\w)")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_LARGEST = 39


def period_readings(text: str) -> list[Reading]:
    """Years, quarters, parts of a year, terms; "khóa XII" and "lần thứ XII" with their number in the other script."""
    found: list[Reading] = []
    for chip in periods(text):
        start = text.find(chip.text)
        expansions = tuple(Expansion(form, _WEIGHT) for form in _forms(chip.meaning))
        found.append(Reading(chip, start, start + len(chip.text), expansions))
    return [*found, *_congresses(text)]


def _forms(meaning: str) -> Iterator[str]:
    match = _MEANING.fullmatch(meaning)
    if match is None:
        return
    year = f" năm {match['year']}" if match["year"] else ""
    if match["quarter"]:
        number = match["quarter"]
        for written in (_ROMAN_QUARTERS[int(number) - 1], number):
            yield f"quý {written}{year}"
            if match["year"]:
                yield f"quý {written}/{match['year']}"
        return
    months, which = _HALVES[match["part"]]
    for written in (months, f"0{months}", _COUNT_WORDS[months]):
        yield f"{written} tháng {which}{year or ' năm'}"


def _congresses(text: str) -> Iterator[Reading]:
    for match in _TERM.finditer(fold(text)):
        typed = match["number"]
        number = int(typed) if typed.isdigit() else from_roman(typed)
        if not number or number > _LARGEST:
            continue
        start, end = match.span()
        head = text[start : match.start("number")].strip()
        others = (to_roman(number),) if typed.isdigit() else (str(number),)
        expansions = tuple(Expansion(f"{head} {other}", _WEIGHT) for other in others)
        yield Reading(Understanding("term", text[start:end], f"{head} {to_roman(number)}"), start, end, expansions)


def to_roman(number: int) -> str:
    """1 to 39, as congresses are numbered."""
    tens, units = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def from_roman(text: str) -> int:
    """The value of lower-case Roman digits up to 39; 0 where they are not a number."""
    match = _ROMAN.fullmatch(text)
    if match is None:
        return 0
    units = {"ix": 9, "iv": 4}.get(match.group(2))
    if units is None:
        units = 5 * match.group(2).startswith("v") + match.group(2).count("i")
    return 10 * len(match.group(1)) + units
