"""Lines cut where two columns stood side by side: a linguistic table of what always stands in a column of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.mottos import mottos_in
from ingest.text.lines import Line

PARTY_MOTTO = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM(?!\s+(?:TỈNH|HUYỆN|XÃ|THÀNH))")
_GAPS = ("  ", "\t", "|")
"""Rows without these need no search; most have none."""
_NUMBER_LABEL = re.compile(r"(?<!\w)S\s?ố\s*:")
_WIDE = re.compile(r"\s{3,}|\s*\t\s*|\s+\|\s+|\s*\|$")
_TWO = re.compile(r"  +")
_GOES_ON = re.compile(r"/\s?(?=[\dA-ZĐ])|(?:tháng|năm)(?!\w)", re.IGNORECASE)
_IS_OPEN = re.compile(r"(?:(?<!\w)số\s*:?|(?<!\w)ngày|tháng|(?<!\w)năm)$", re.IGNORECASE)
_SPECKS_BEFORE, _SPECKS_BEHIND = "._—ˆ~^`'‘’°=", "&ˆ~^`'’°_="
_SPECKS = re.compile(rf"^[{re.escape(_SPECKS_BEFORE)}]{{1,2}}\s+(?=\w)|\s+[{re.escape(_SPECKS_BEHIND)}]{{1,2}}$")
"""Dirt on the paper that a scan takes for marks."""
_SPACED_OUT = re.compile(r"(?:[^\W\d_]\s+){3,}[^\W\d_]\W*")
"""``B Á O   C Á O``: one heading, no columns."""
_MIN_WORDS = 2
_HEAD_CHARS = 250


@dataclass(frozen=True, slots=True)
class Segment:
    """One column's part of a line."""

    line: int
    """Position among the lines of the document."""
    column: int
    columns: int
    """How many the line has."""
    page: int
    """1-based number of the page."""
    start: int
    end: int
    text: str
    """As stored, without the spaces around it."""


def segments_of(lines: Sequence[Line], indexes: Sequence[int], numbers: Sequence[int]) -> list[Segment]:
    """The lines of ``indexes`` in columns; ``numbers`` holds the page number for each page position of a line."""
    return [segment for index in indexes for segment in _columns(index, lines[index], numbers)]


def _columns(index: int, line: Line, numbers: Sequence[int]) -> Iterator[Segment]:
    for row_start, row_end in _rows(line.text) if "\n" in line.text else [(0, len(line.text))]:
        parts = list(_parts(line.text, row_start, row_end))
        for column, (start, end) in enumerate(parts):
            yield Segment(
                index,
                column,
                len(parts),
                numbers[line.page],
                line.start + start,
                line.start + end,
                line.text[start:end],
            )


def _rows(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    row = text[start:end]
    inner = _cuts(row) if end - start <= _HEAD_CHARS else []
    for left, right in pairwise([start, *(start + cut for cut in sorted(inner)), end]):
        piece = text[left:right]
        bare = _without_specks(piece.strip(" \t|"))
        if bare:
            at = left + piece.index(bare)
            yield at, at + len(bare)


def _cuts(row: str) -> list[int]:
    """Places where a column may end or begin; none in most rows, which are looked at by the thousand."""
    gapped = any(gap in row for gap in _GAPS)
    labelled = ":" in row
    spans = mottos_in(row)
    if "ĐẢNG" in row and (party := PARTY_MOTTO.search(row)):
        spans.append(party.span())
    if not (gapped or labelled or spans) or _SPACED_OUT.fullmatch(row):
        return []
    spans += [match.span() for match in _gaps(row)] if gapped else []
    labels = [label.start() for label in _NUMBER_LABEL.finditer(row)] if labelled else []
    return [*(at for span in spans for at in span), *labels]


def _without_specks(piece: str) -> str:
    """The pattern is tried only where its first or last character stands."""
    may_be_dirty = piece[:1] in _SPECKS_BEFORE or piece[-1:] in _SPECKS_BEHIND
    return _SPECKS.sub("", piece) if piece and may_be_dirty else piece


def _is_inside(left: str, right: str) -> bool:
    """Whether a gap only spaces out a number or a day: ``Số:     45   /BC-BTV``, ``ngày  14   tháng  7``."""
    return _GOES_ON.match(right) is not None or _IS_OPEN.search(left) is not None


def _gaps(row: str) -> list[re.Match[str]]:
    wide = [one for one in _WIDE.finditer(row) if not _is_inside(row[: one.start()], row[one.end() :])]
    if wide:
        return wide
    narrow = list(_TWO.finditer(row))
    if len(narrow) != 1 or _is_inside(row[: narrow[0].start()], row[narrow[0].end() :]):
        return []
    left, right = row[: narrow[0].start()], row[narrow[0].end() :]
    whole = min(len(left.split()), len(right.split())) >= _MIN_WORDS and not left.endswith((":", ",", "-", "/"))
    return narrow if whole else []
