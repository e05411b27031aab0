"""Whether a text carries the stamp of a state secret; what is not sure is left to a person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.sensitive import marks

HEAD_LINES = 25
"""Lines with text at the start of a document in which a stamp is looked for."""
_PAGE_HEAD_LINES = 10
"""On later pages: files of several papers bound together."""
_LETTERHEAD_REACH = 8
"""Lines around a motto or a number, wherever it stands: a later paper of the same file."""
_GOODS_REACH = 4
_MANY_CELLS = 3
_HEAD_CHARS = 4_000
_SHORT_CHARS = 60
_CELLS = re.compile(r"\s\|\s|\t|\s{3,}")


class Secrecy(StrEnum):
    """What is to be done with a file."""

    CLEAR = "clear"
    UNSURE = "unsure"
    """Held back until a person says that it is no secret."""
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gravest finding of a text: the mark, where it stands, and how sure that is."""

    secrecy: Secrecy = Secrecy.CLEAR
    mark: str = ""
    page: int = 0
    """1-based."""
    line: int = 0
    """1-based among the lines with text of that page."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line of a page, with what decides about a mark in it."""

    lines: Sequence[str]
    index: int
    official: bool
    """Near a motto or a number of a paper."""


def judge(pages: Sequence[str]) -> Verdict:
    """The verdict over a document's pages of text, first page first."""
    unsure = Verdict()
    for number, text in enumerate(pages, 1):
        if not _is_worth_reading(text):
            continue
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        for spot in _spots(lines, first=number == 1):
            secrecy, mark = _finding(spot)
            if secrecy is Secrecy.SECRET:
                return Verdict(secrecy, mark, number, spot.index + 1)
            if secrecy is Secrecy.UNSURE and unsure.secrecy is Secrecy.CLEAR:
                unsure = Verdict(secrecy, mark, number, spot.index + 1)
    return unsure


def is_internal(pages: Sequence[str]) -> bool:
    """Whether the head of a document says that it is for internal circulation."""
    for number, text in enumerate(pages, 1):
        lines = [line.strip() for line in text[:_HEAD_CHARS].split("\n") if line.strip()]
        head = lines[: HEAD_LINES if number == 1 else _PAGE_HEAD_LINES]
        if any(map(_says_internal, head)):
            return True
    return False


def _says_internal(line: str) -> bool:
    if any(words in line for words in marks.INTERNAL_WORDS) and marks.INTERNAL.search(line):
        return True
    return len(line) <= _SHORT_CHARS and marks.INTERNAL_LINE.fullmatch(line) is not None


def judge_aside(lines: Sequence[str]) -> Verdict:
    """The verdict over lines that stand beside the text: running heads, stamps laid over a page."""
    return judge(["\n".join(lines[start : start + HEAD_LINES]) for start in range(0, len(lines), HEAD_LINES)])


def _is_worth_reading(text: str) -> bool:
    """Whether anything like a mark is in the head, or a mark in capitals anywhere: most texts need no more."""
    return any(mark in text for mark in marks.IN_CAPITALS) or any(map(_may_be, text[:_HEAD_CHARS].split("\n")))


def _may_be(line: str) -> bool:
    """Only a short line, or a short cell of a row, can be a stamp; a grade in a longer one follows its label."""
    return (len(line) <= _SHORT_CHARS or _may_be_labelled(line)) and bool(marks.MAY_BE.search(line))


def _may_be_labelled(line: str) -> bool:
    return any(sign in line for sign in marks.LABEL_SIGNS) and marks.LABELLED.search(line) is not None


def _spots(lines: Sequence[str], *, first: bool) -> Iterator[_Spot]:
    head = HEAD_LINES if first else _PAGE_HEAD_LINES
    for index, line in enumerate(lines):
        if not _may_be(line):
            continue
        near = lines[max(0, index - _LETTERHEAD_REACH) : index + _LETTERHEAD_REACH + 1]
        official = any(marks.LETTERHEAD.search(one) for one in near)
        if official or index < head:
            yield _Spot(lines, index, official)


def _finding(spot: _Spot) -> tuple[Secrecy, str]:
    line = spot.lines[spot.index]
    cells = [cell for cell in _CELLS.split(line) if cell.strip()]
    for cell in dict.fromkeys((line, *cells)):
        found = _in_cell(cell, spot, alone=cell is line or len(cells) == 1)
        if found is not None:
            return found
    mentioned = marks.MENTIONED.search(line)
    return (Secrecy.UNSURE, marks.level_of(mentioned)) if mentioned else (Secrecy.CLEAR, "")


def _in_cell(cell: str, spot: _Spot, *, alone: bool) -> tuple[Secrecy, str] | None:
    """What one line, or one cell of a row, says; None if it is no mark."""
    if match := marks.DECLARED.fullmatch(cell) or marks.OTHER_STAMP.fullmatch(cell):
        return Secrecy.SECRET, marks.level_of(match)
    if match := marks.STAMP.fullmatch(cell):
        level = marks.level_of(match)
        sure = alone or level != marks.SECRET or _beside_letterhead(cell, spot)
        return (Secrecy.SECRET, level) if sure else _in_row(level, spot)
    if match := marks.STAMP_ANY_CASE.fullmatch(cell) or marks.OTHER_STAMP_ANY_CASE.fullmatch(cell):
        return _in_small_letters(marks.level_of(match), spot, alone=alone)
    if marks.MISREAD.fullmatch(cell):
        return Secrecy.SECRET if spot.official else Secrecy.UNSURE, cell.strip()
    if spot.official and alone and marks.MISREAD_SHORT.fullmatch(cell):
        return Secrecy.UNSURE, cell.strip()
    return None


def _in_row(level: str, spot: _Spot) -> tuple[Secrecy, str] | None:
    """The lowest grade in capitals among other cells: goods, or a head laid out as a table."""
    cells = _CELLS.split(spot.lines[spot.index])
    is_list = len(cells) >= _MANY_CELLS or any(char.isdigit() for char in spot.lines[spot.index])
    return None if is_list or _among_goods(spot) else (Secrecy.UNSURE, level)


def _in_small_letters(level: str, spot: _Spot, *, alone: bool) -> tuple[Secrecy, str] | None:
    if level == marks.SECRET and (not alone or _among_goods(spot)):
        return None
    sure = spot.official and level in (marks.TOP_SECRET, marks.ABSOLUTE_SECRET)
    return Secrecy.SECRET if sure else Secrecy.UNSURE, level


def _beside_letterhead(cell: str, spot: _Spot) -> bool:
    others = [one for one in _CELLS.split(spot.lines[spot.index]) if one is not cell]
    return any(marks.LETTERHEAD.search(one) for one in others)


def _among_goods(spot: _Spot) -> bool:
    near = spot.lines[max(0, spot.index - _GOODS_REACH) : spot.index + _GOODS_REACH + 1]
    return not spot.official and any(marks.GOODS.search(line) for line in near)
