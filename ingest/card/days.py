"""Days as documents write them, broken and spaced too: a linguistic table."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.card.day_words import DAY_IN_WORDS, day_in_digits
from ingest.text.letters import LOWER, UPPER

_D, _M = r"(?P<d>[0-3lIO]? ?[\dlIO])", r"(?P<m>[01lIO]? ?[\dlIO])"
_Y = r"(?P<y>(?:[1lI] ?9|2 ?[0O]) ?[\dlIO] ?[\dlIO])"
WORDS = re.compile(
    rf"(?:[Nn]g[àa]y|NG[ÀA]Y)\s*{_D}\s*,?\s*(?:th[áa]ng|TH[ÁA]NG)\s*{_M}\s*,?\s*(?:n[ăa]m|N[ĂA]M)\s*{_Y}(?!\d)"
)
NUMERIC = re.compile(
    r"(?<![\d/.])(?P<d>0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?P<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y>(?:19|20)\d{2})(?![\d/])"
)
_NAME = r"[" + UPPER + r"][^\d\s,;:()]*"
_PLACE = (
    rf"(?:(?P<place>{_NAME}(?:\s+[^\d\s,;:()]+){{0,5}}(?:\s+\d{{1,2}})?(?=\s*,)"
    rf"|{_NAME}(?:\s+{_NAME}){{0,3}}(?=\s+[Nn]gày\s))\s*,?\s*)?"
)
_ISSUED = re.compile(
    rf"\(?{_PLACE}(?:[Nn]g[àa]y|NG[ÀA]Y)\s*(?:{_D}\s*,?\s*(?:th[áa]ng|TH[ÁA]NG)\s*{_M}\s*,?\s*(?:n[ăa]m|N[ĂA]M)\s*{_Y}"
    r"|(?P<d2>\d{1,2})\s?[/.-]\s?(?P<m2>\d{1,2})\s?[/.-]\s?(?P<y2>(?:19|20)\d{2}))\s*[.)]*"
)
_ISSUED_AT_END = re.compile(
    rf"(?P<place>[{UPPER}][^\d\s,;:]*(?:\s[{UPPER}][^\d\s,;:]*){{0,3}}(?:\s\d{{1,2}})?)\s*,\s*ngày\s*{_D}\s*tháng\s*{_M}\s*năm\s*{_Y}\s*\.?$"
)
_IN_PROSE = re.compile(
    rf"[{LOWER}]{{2}}[^/]*[,:]\s*$"
    r"|(?<!\w)(?:tại|ở|của|từ|đến|và|xã|phường|huyện|quận|tỉnh|thôn|bản|ấp|thị trấn|thành phố)\s+$"
)
"""What stands before a place that a sentence names; before that of a letterhead stand a number or another column."""
_ISSUED_IN_WORDS = re.compile(rf"\(?{_PLACE}(?i:{DAY_IN_WORDS.pattern})\s*[.)]*")

_MISREAD = str.maketrans("lIO", "110")


@dataclass(frozen=True, slots=True)
class Issue:
    """Where and when, read at [start, end)."""

    place: str | None
    day: str
    """ISO 8601."""
    start: int
    end: int


def issue_of(text: str) -> Issue | None:
    """Place and day of a text that says nothing else, or that ends with them: ``Hà Nội, ngày 05 tháng 3 năm 2020``."""
    match = _ISSUED.fullmatch(text)
    if match is None and (written := _ISSUED_IN_WORDS.fullmatch(text)) and (digits := day_in_digits(written)):
        return _issue(written, *digits)
    if match is None:
        match = _ISSUED_AT_END.search(text)
        if match is None or _IN_PROSE.search(text, 0, match.start()):
            return None
        return _issue(match, match["d"], match["m"], match["y"])
    if match["d2"]:
        return _issue(match, match["d2"], match["m2"], match["y2"])
    return _issue(match, match["d"], match["m"], match["y"])


def _issue(match: re.Match[str], day: str, month: str, year: str) -> Issue | None:
    iso = iso_of(day, month, year)
    if iso is None:
        return None
    place = match["place"].strip() if match["place"] else None
    return Issue(place, iso, match.start(), match.end())


def iso_of(day: str, month: str, year: str) -> str | None:
    """ISO 8601 of written digits, spaces between them ignored and l, I, O read as scans mean them; None if no day."""
    try:
        return date(*(int(re.sub(r"\s", "", part).translate(_MISREAD)) for part in (year, month, day))).isoformat()
    except ValueError:
        return None


def days_in(text: str) -> list[tuple[int, int, str]]:
    """[start, end) and ISO 8601 of every full day, in order."""
    found: list[tuple[int, int, str]] = []
    for pattern in (WORDS, NUMERIC):
        for match in pattern.finditer(text):
            iso = iso_of(match["d"], match["m"], match["y"])
            if iso and not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), iso))
    for match in DAY_IN_WORDS.finditer(text):
        digits = day_in_digits(match)
        iso = iso_of(*digits) if digits else None
        if iso and not any(start < match.end() and match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), iso))
    return sorted(found)
