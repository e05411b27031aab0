"""How wide words are set, and where they break: rules and balanced lines need it."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from assistant.reports.word.letter_widths import BOLD_BY_WIDTH, REGULAR_BY_WIDTH

_HORN = "\u031b"
_UNKNOWN_WIDTH = 556
"""Thousandths of the size, for a letter that is not in the tables: about the mean of them."""
_LEADS = re.compile(r"\b(?:năm|tháng|quý|ngày|số)$", re.IGNORECASE)
_STEP_PT = 2
ROOM = 1.02
"""A paragraph as wide as its widest line gets this much more: its letters may be a little wider elsewhere."""
_SLACK = 1.02
"""Other fonts and printers differ by a percent or so; a line that just fits must still fit."""


def width_pt(text: str, size_pt: float, *, bold: bool = False) -> float:
    """Width of one line of text, in points."""
    widths = _widths(bold)
    return sum(widths.get(_plain(letter), _UNKNOWN_WIDTH) for letter in unicodedata.normalize("NFC", text)) * (
        size_pt / 1000
    )


def broken(text: str, limit_pt: float, size_pt: float, *, bold: bool = False) -> list[str]:
    """The lines that words are set on when each takes as many as fit."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_pt(longer, size_pt, bold=bold) <= limit_pt:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(text: str, limit_pt: float, size_pt: float, *, bold: bool = False) -> list[str]:
    """As few lines as fit, the widest of them as narrow as it can be without parting "năm" from its number."""
    limit = limit_pt / _SLACK
    fewest = len(broken(text, limit, size_pt, bold=bold))
    narrow, wide = 0.0, limit
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        lines = broken(text, middle, size_pt, bold=bold)
        fits = all(width_pt(line, size_pt, bold=bold) <= middle for line in lines)
        narrow, wide = (narrow, middle) if fits and len(lines) <= fewest else (middle, wide)
    widths = [wide + step * _STEP_PT for step in range(int((limit - wide) / _STEP_PT) + 1)]
    layouts = [broken(text, width, size_pt, bold=bold) for width in widths]
    return next((lines for lines in layouts if _reads_well(lines, size_pt, bold=bold)), layouts[0])


def _reads_well(lines: list[str], size_pt: float, *, bold: bool) -> bool:
    """Whether no number is parted from its word, and no word moves up where a line has a little more room."""
    widest = max((width_pt(line, size_pt, bold=bold) for line in lines), default=0.0)
    return not _parts_number(lines) and broken(" ".join(lines), widest * ROOM * ROOM, size_pt, bold=bold) == lines


def _parts_number(lines: list[str]) -> bool:
    return any(_LEADS.search(line) and after[0].isdigit() for line, after in pairwise(lines))


@cache
def _widths(bold: bool) -> dict[str, int]:
    table = BOLD_BY_WIDTH if bold else REGULAR_BY_WIDTH
    return {letter: width for width, letters in table.items() for letter in letters}


@cache
def _plain(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
