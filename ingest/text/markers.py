"""Marks that open a heading or a list item: a linguistic table of Vietnamese document numbering.

Depth orders the marks from the outside in: part, chapter, section, article, I., 1., 1.1, a), -, +.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ingest.text.letters import UPPER


class MarkerKind(StrEnum):
    """How a line announces its place in the document."""

    NAMED = "named"
    """Part, chapter, section, article, appendix: always a heading when short."""
    MARKDOWN = "markdown"
    ROMAN = "roman"
    NUMBER = "number"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark found at the start of a line; the line's own words begin at ``end``."""

    kind: MarkerKind
    depth: int
    """1 is the outermost."""
    end: int


PART, CHAPTER, SECTION, SUBSECTION, ARTICLE, CAPITALS, ROMAN, NUMBER = range(1, 9)
_NUMBER_LEVELS = 5
LETTER, DASH, PLUS = range(NUMBER + _NUMBER_LEVELS, NUMBER + _NUMBER_LEVELS + 3)

_NAMED_DEPTH = {
    "phần": PART,
    "phụ lục": PART,
    "chương": CHAPTER,
    "mục": SECTION,
    "tiểu mục": SUBSECTION,
    "điều": ARTICLE,
}
_MARKER = re.compile(
    r"""(?:
      (?P<markdown>\#{1,6})[ \t]+(?=\S)
    | (?P<named>(?i:phần|phụ[ ]lục|chương|tiểu[ ]mục|mục|[đð]iều))[ ]
      (?:thứ[ ]\w+|[IVXLC]+|\d{1,4}[a-zđ]?)(?![\w/.,]\w)[.:]?(?:[ \t]|$)
    | (?P<roman>[IVX]{1,7})(?:[.)/:]|[ ]?[-–])(?=[ \t]|["""
    + UPPER
    + r"""]|$)
    | (?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?:[.)/:]|[ ]?[-–](?=[ ](?!\d)))(?=[ \t]|["""
    + UPPER
    + r"""]|$)
    | (?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})(?=[ \t]+["""
    + UPPER
    + r"""])
    | (?P<letter>[a-zđ]{1,2}(?=\))|[a-zđ](?=[./][ \t]))[)./]
    | (?P<capital>[A-HĐ])(?:[.)](?=[ \t]+\S)|[ ]?[-–](?=[ ]))
    | (?P<plus>\+[ \t]*(?=[^\W\d_])|[*○◦▪‣][ \t]+)
    | (?P<bullet>[-–—•●·■□➢✓»>][ \t]+|[-–—•●](?=[^\W\d_“"]))
    )""",
    re.VERBOSE,
)
_REACH = 40
"""Characters; no mark is as long."""
_ANY_START = re.compile(r"[#IVX\d+*○◦▪‣\-–—•●·■□➢✓»>A-HĐ]|[a-zđ]{1,2}[).\/]|(?i:ph|ch|ti|m|[đð])")


def find_marker(line: str) -> Marker | None:
    """The mark that opens ``line`` (no leading spaces), or None."""
    return _find(line[:_REACH]) if _ANY_START.match(line) else None


@lru_cache(maxsize=4096)
def _find(beginning: str) -> Marker | None:
    """Cached: every stage asks again about the same few lines."""
    match = _MARKER.match(beginning)
    if match is None:
        return None
    kind, depth = _kind_and_depth(match)
    return Marker(kind, depth, match.end())


def _kind_and_depth(match: re.Match[str]) -> tuple[MarkerKind, int]:
    group = str(match.lastgroup)
    found = match.group(group)
    if group == "markdown":
        return MarkerKind.MARKDOWN, len(found)
    if group == "named":
        return MarkerKind.NAMED, _NAMED_DEPTH[found.lower().replace("ð", "đ")]
    if group in ("number", "dotted"):
        return MarkerKind.NUMBER, NUMBER + found.count(".")
    fixed = {
        "roman": (MarkerKind.ROMAN, ROMAN),
        "capital": (MarkerKind.ROMAN, CAPITALS),
        "letter": (MarkerKind.LETTER, LETTER),
        "plus": (MarkerKind.BULLET, PLUS),
        "bullet": (MarkerKind.BULLET, DASH),
    }
    return fixed[group]
