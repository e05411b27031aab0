"""Years, quarters, halves and terms read out of a question."""

import re

from assistant.model import Understanding
from ingest.text.folding import fold

_YEAR = r"(?:19|20)\d{2}"
_SPAN = re.compile(rf"(?:nhiem ky|giai doan|nk|gd)?\s*(?<!\d)({_YEAR})\s*[-–—]\s*({_YEAR})(?!\d)")
_QUARTER = re.compile(rf"quy\s+(i{{1,3}}|iv|[1-4])(?!\w)(?:\s?[/.,-]\s?|\s+nam\s+|\s+)?({_YEAR})?")
_PART = re.compile(rf"0?([369])\s+thang\s+(dau|cuoi)\s+(?:nam|nhiem ky)(?:\s+({_YEAR}))?")
_ONE_YEAR = re.compile(rf"(?<![\d./-])({_YEAR})(?![\d-])")
_ANY_YEAR = re.compile(rf"({_YEAR})(?!\d)(?<!\d{{5}})")
"""No digit before it; looked for last, for then a search goes from one century to the next."""
_LAW = re.compile(r"(?:luat|phap lenh|hien phap)\b[^,;.?]{0,40}$")
"""Before a year: it belongs to a law's name."""
_LAW_REACH = 48
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def periods(text: str) -> tuple[Understanding, ...]:
    """What the question says about time, as chips: year 2021, 2016-2021, 2023-Q2, 2023-H1 (9T for nine months)."""
    folded = fold(text)
    found = [_term(text, match) for match in _SPAN.finditer(folded)]
    found += [_quarter(text, match) for match in _QUARTER.finditer(folded)]
    found += [_part(text, match) for match in _PART.finditer(folded)]
    covered = [match.span() for pattern in (_SPAN, _QUARTER, _PART) for match in pattern.finditer(folded)]
    for match in _ONE_YEAR.finditer(folded):
        if not any(start <= match.start() < end for start, end in covered):
            found.append(Understanding("year", text[slice(*match.span())], match.group(1)))
    return tuple(dict.fromkeys(found))


def years(text: str) -> tuple[int, ...]:
    """Every year named, the two ends of a term included, in order of appearance."""
    return tuple(dict.fromkeys(int(year) for year in _ANY_YEAR.findall(text)))


def question_periods(text: str) -> tuple[tuple[int, int], ...]:
    """First and last year of every period the question is about; the year of a law's name is not one."""
    folded = fold(text)
    spans = [(match.span(), int(match.group(1)), int(match.group(2))) for match in _SPAN.finditer(folded)]
    found = [(first, last) for _, first, last in spans]
    for match in re.finditer(rf"(?<!\d)({_YEAR})(?!\d|/[a-z])", folded):
        inside = any(start <= match.start() < end for (start, end), _, _ in spans)
        if not inside and not _LAW.search(folded[max(0, match.start() - _LAW_REACH) : match.start()]):
            found.append((int(match.group(1)), int(match.group(1))))
    return tuple(dict.fromkeys(found))


def _term(text: str, match: re.Match[str]) -> Understanding:
    return Understanding("period", text[slice(*match.span())].strip(), f"{match.group(1)}-{match.group(2)}")


def _quarter(text: str, match: re.Match[str]) -> Understanding:
    number = _ROMAN.get(match.group(1)) or int(match.group(1))
    meaning = f"{match.group(2)}-Q{number}" if match.group(2) else f"Q{number}"
    end = match.end() if match.group(2) else match.end(1)
    return Understanding("quarter", text[match.start() : end], meaning)


def _part(text: str, match: re.Match[str]) -> Understanding:
    months, which, year = match.groups()
    part = f"{months}T" if months == "9" else ("H1" if which == "dau" else "H2")
    return Understanding("period", text[slice(*match.span())].strip(), f"{year}-{part}" if year else part)
