"""Numbers of official papers (số/ký hiệu) in their four written forms, with one key: a linguistic table."""

import re
from dataclasses import dataclass
from enum import StrEnum

TYPE_LETTERS = (
    "NQ|QĐ|QyĐ|QC|CT|KL|TB|TC|HD|CTr|CTHĐ|CTPH|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CV|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB|TT|NĐ|"
    "L|PL|VBHN|TTLT|NQLT|QCPH|TTh|SY|SL|TrS"
)
"""Decree 30/2020, annex III, and the Party's instruction on form; alternatives of a regular expression."""


class Family(StrEnum):
    """How a number is put together."""

    LEGAL = "legal"
    """30/2020/NĐ-CP, 202/2025/QH15."""
    PARTY = "party"
    """21-CT/TW."""
    ADMINISTRATIVE = "administrative"
    """09/BC-BTV."""
    LETTER = "letter"
    """05/BNV-VP: an official letter carries no letters for its kind."""


_UNACCENTED = re.compile(r"(?<=/)[NQ]D(?![A-ZĐ])")
"""ND-CP and QD-TTg, typed without accents."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number found at [start, end)."""

    family: Family
    number: str
    """As written, leading zeros included."""
    year: int | None
    type: str | None
    """NĐ, CT, BC …, QH15 where a law is numbered by its National Assembly; None for a letter."""
    agency: str | None
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """Without spaces and leading zeros, hyphens alike, in capitals: "9/BC-BTV"."""
        bare = re.sub(r"\s", "", self.text).replace("–", "-").lstrip("0")
        return _UNACCENTED.sub(lambda found: found[0][:-1] + "Đ", bare.upper())


_PATTERNS: tuple[tuple[Family, re.Pattern[str]], ...] = (
    (
        Family.LEGAL,
        re.compile(
            r"(?<![\w/.])(?P<so>\d{1,4})\s?/\s?(?P<nam>(?:19|20)\d{2})\s?/\s?"
            r"(?P<loai>N[ĐD]|NQ|TT|TTLT|Q[ĐD]|CT|PL|L|QH\d{1,2}|UBTVQH\d{1,2})"
            r"(?:\s?[-/]\s?(?P<cq>[A-ZĐ][A-ZĐa-zđ]*\d{0,2}(?:\s?-\s?[A-ZĐ]+)*))?(?!\w)"
        ),
    ),
    (
        Family.PARTY,
        re.compile(
            rf"(?<![\w/.])(?P<so>\d{{1,5}})\s?[-–]\s?(?P<loai>{TYPE_LETTERS})\s?/\s?(?P<cq>[A-ZĐ][A-ZĐ]{{1,11}})(?!\w)"
        ),
    ),
    (
        Family.ADMINISTRATIVE,
        re.compile(
            rf"(?<![\w/.,])(?P<so>\d{{1,5}}[a-z]?)\s?/\s?(?P<loai>{TYPE_LETTERS})\s?[-–]\s?"
            r"(?P<cq>[A-ZĐ][A-ZĐa-z]{1,11}(?:\s?[-–.]\s?[A-ZĐ][A-ZĐa-z0-9]{0,9})*)(?!\w)"
        ),
    ),
    (
        Family.LETTER,
        re.compile(
            rf"(?<![\w/.,])(?P<so>\d{{1,5}})\s?/\s?(?P<cq>(?!(?:{TYPE_LETTERS})\s?[-–])[A-ZĐ][A-ZĐ]{{1,11}})"
            r"(?:\s?[-–]\s?(?P<dv>[A-ZĐ][A-ZĐa-z]{1,9}))?(?!\w)"
        ),
    ),
)
"""Tried in this order; what one has taken the next does not see."""


def document_numbers(text: str) -> list[DocumentNumber]:
    """Every number of NFC ``text``, in order of appearance."""
    taken: list[DocumentNumber] = []
    for family, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in taken):
                taken.append(_found(family, match))
    return sorted(taken, key=lambda one: one.start)


def _found(family: Family, match: re.Match[str]) -> DocumentNumber:
    groups = match.groupdict()
    year = groups.get("nam")
    start, end = match.span()
    return DocumentNumber(
        family,
        groups["so"],
        int(year) if year else None,
        groups.get("loai"),
        groups.get("cq"),
        start,
        end,
        match.group(),
    )
