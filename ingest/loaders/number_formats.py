"""Numbers and dates of spreadsheets as a Vietnamese reader sees them: 1.234,5 and 08/03/2024.

Source: ECMA-376 part 1, 18.8.31 (number formats).
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

_GENERAL = frozenset({"", "general", "@"})
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_PLACES = re.compile(r"[0#?]")
_NUMBER = re.compile(r"[0#?][0#?,.]*[0#?]|[0#?]")
_SIGNIFICANT = 11
"""Digits Excel shows of a number without a format."""
_MAX_PLACES = 15
_HUGE = 1e21


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format code: what stands around the number and how the number is written."""

    before: str
    after: str
    places: int
    grouped: bool
    scale: int
    percent: bool
    has_number: bool
    general: bool
    blank_zero: bool = False
    """Only places that a zero leaves empty."""


def shown_number(value: float, code: str | None) -> str:
    """A number under its format code; formats nobody uses for reports (fractions, exponents) count as General."""
    sections = _sections(code or "")
    negative = value < 0
    section = sections[0]
    if negative and len(sections) > 1:
        section, value, negative = sections[1], -value, False
    elif value == 0 and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        section = sections[2]
    if section.general:
        return section.before + _general(value) + section.after
    if not section.has_number or (value == 0 and section.blank_zero):
        return (section.before + section.after).strip()
    scaled = abs(value) * (100 if section.percent else 1) / 1000**section.scale
    written = _grouped(f"{scaled:.{section.places}f}", section.grouped)
    sign = "-" if negative and written.strip("0,.") else ""
    return f"{section.before}{sign}{written}{'%' if section.percent else ''}{section.after}".strip()


def shown_moment(value: datetime | date | time, code: str | None) -> str:
    """A date or time: day first, only the parts its format shows."""
    letters = _date_letters(code or "")
    day, clock = _day(value, letters), _clock(value, letters)
    return " ".join(part for part in (day, clock) if part) or str(value)


def is_moment_format(code: str | None) -> bool:
    """Whether numbers under this code are dates or times."""
    return bool(_date_letters((code or "").split(";")[0])) and not _ELAPSED.search(code or "")


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    return tuple(_section(part) for part in code.split(";")[:3])


def _section(code: str) -> _Section:
    general = code.strip().lower() in _GENERAL
    cleaned = _LITERAL.sub(_kept_literal, code)
    if not general and re.search("general", cleaned, re.IGNORECASE):
        before, _, after = re.sub("general", "\0", cleaned, flags=re.IGNORECASE).partition("\0")
        return _Section(_plain(before), _plain(after), 0, False, 0, False, True, True)
    match = _NUMBER.search(cleaned)
    odd = "E+" in code or "E-" in code or "/" in cleaned
    if general or (match is not None and odd):
        return _Section("", "", 0, False, 0, False, True, True)
    if match is None:
        return _Section(_plain(cleaned), "", 0, False, 0, False, False, False)
    end = match.end()
    scale = 0
    while cleaned[end : end + 1] == ",":
        end, scale = end + 1, scale + 1
    whole, _, fraction = match.group().partition(".")
    rest = _NUMBER.sub("", cleaned[end:])
    return _Section(
        before=_plain(cleaned[: match.start()]),
        after=_plain(rest.replace("%", "")),
        places=min(len(_PLACES.findall(fraction)), _MAX_PLACES),
        grouped="," in whole,
        scale=scale,
        percent="%" in cleaned,
        has_number=True,
        general=False,
        blank_zero=not set(match.group()) - set("?"),
    )


def _kept_literal(match: re.Match[str]) -> str:
    """Words in quotes are shown; colours, conditions, padding and fill are not. Letters hide from later patterns."""
    kept = match.group(1) if match.group(1) is not None else match.group(2) or ""
    return "".join(_SHIELDS.get(char, char) for char in kept)


_SHIELDS = {char: chr(0xE000 + ord(char)) for char in "0#?,.%/EeGg"}
_UNSHIELDED = {ord(shield): char for char, shield in _SHIELDS.items()}


def _plain(text: str) -> str:
    return text.translate(_UNSHIELDED)


def _general(value: float) -> str:
    if value == int(value) and abs(value) < _HUGE:
        return str(int(value))
    text = f"{value:.{_SIGNIFICANT}g}"
    if "e" in text:
        text = f"{value:.{_MAX_PLACES}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _grouped(digits: str, grouped: bool) -> str:
    whole, _, fraction = digits.partition(".")
    if grouped:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{fraction}" if fraction else whole


@lru_cache(maxsize=1024)
def _date_letters(code: str) -> frozenset[str]:
    """Which of d m y h s a format shows; ``m`` beside hours or seconds is minutes and written ``n``."""
    if code.strip().lower() in _GENERAL:
        return frozenset()
    bare = _LITERAL.sub("", code.split(";", maxsplit=1)[0])
    if _PLACES.search(bare.replace("0", "")) and not _DATE_LETTER.search(bare):
        return frozenset()
    letters = [letter.lower() for letter in _DATE_LETTER.findall(bare)]
    found: set[str] = set()
    for place, letter in enumerate(letters):
        near = [other for other in letters[max(0, place - 2) : place + 3] if other != "m"]
        minutes = letter == "m" and near and all(other in "hs" for other in near)
        found.add("n" if minutes else letter)
    return frozenset(found)


def _day(value: datetime | date | time, letters: frozenset[str]) -> str:
    if isinstance(value, time):
        return ""
    wanted = letters & {"d", "m", "y"}
    if not letters:
        wanted = frozenset("dmy")
    parts = [f"{value.day:02}" if "d" in wanted else "", f"{value.month:02}" if "m" in wanted else ""]
    return "/".join([part for part in parts if part] + ([f"{value.year:04}"] if "y" in wanted else []))


def _clock(value: datetime | date | time, letters: frozenset[str]) -> str:
    if not isinstance(value, datetime | time):
        return ""
    if not letters & {"h", "n", "s"}:
        timed = isinstance(value, time) or (not letters and (value.hour or value.minute))
        return f"{value.hour:02}:{value.minute:02}" if timed else ""
    return f"{value.hour:02}:{value.minute:02}" + (f":{value.second:02}" if "s" in letters else "")
