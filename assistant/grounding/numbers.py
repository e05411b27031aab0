"""The numbers a text states, in Vietnamese notation, so that two texts can be compared.

A number is the set of its readings: "12.226" can only be 12226, "3,5" only 3.5, "1,500" either 1.5 or 1500.
Number words ("hai mươi") are not read: prompts ask for figures as written.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)")
_THOUSANDS_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+")
_THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+")
_DECIMAL_DOT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\.(\d+)")
_DECIMAL_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+),(\d+)")
_MONTH_YEAR = re.compile(r"\d{1,2}[.,](?:19|20)\d\d")
_ORDINAL = re.compile(r"^\s*(?:[-–*•+]\s*)?\d{1,2}[.)]\s+")


def unsupported_numbers(statement: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures of a statement, as written, that stand in none of the sources; a list ordinal does not count."""
    stated: set[str] = set()
    for source in sources:
        stated.update(_values(source))
    figures = _FIGURE.findall(_ORDINAL.sub("", statement))
    return tuple(figure for figure in figures if not _supported(figure, stated))


def _supported(figure: str, stated: set[str]) -> bool:
    whole = readings(figure)
    return bool(whole & stated) or (not whole and all(readings(part) & stated for part in re.split(r"[.,]", figure)))


def _values(text: str) -> set[str]:
    values: set[str] = set()
    for figure in _FIGURE.findall(text):
        values |= readings(figure) or {_canonical(part) for part in re.split(r"[.,]", figure)}
    for group in _SPACED.findall(text):
        values.add(_canonical(re.sub(r"\D", "", group)))
    return values


def readings(figure: str) -> frozenset[str]:
    """What a run of digits, points and commas can mean; empty when it is several numbers, such as a date."""
    if figure.isdecimal():
        return frozenset({_canonical(figure)})
    if _MONTH_YEAR.fullmatch(figure):
        return frozenset()
    found: set[str] = set()
    if _THOUSANDS_DOT.fullmatch(figure):
        return frozenset({_canonical(figure.replace(".", ""))})
    if _THOUSANDS_COMMA.fullmatch(figure):
        found.add(_canonical(figure.replace(",", "")))
    for pattern in (_DECIMAL_DOT, _DECIMAL_COMMA):
        parts = pattern.fullmatch(figure)
        if parts:
            found.add(_canonical(re.sub(r"\D", "", parts[1]) + "." + parts[2]))
    return frozenset(found)


def _canonical(figure: str) -> str:
    return format(Decimal(figure).normalize(), "f")
