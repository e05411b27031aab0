"""A stretch of letters found again among the letters of a page, torn, reordered or misread as they may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

CONTEXT = 60
"""Letters before and after that tell one occurrence from another."""

_LEAST_PIECE = 5
"""Letters that agree by chance are fewer: among 3,000 letters of a page four often do."""
_SURE_PIECE = 12
"""Shorter pieces count only about where they would stand if nothing were moved."""
_SHIFT = 80
"""Letters that a short piece may be moved: a line of the neighbouring cell."""
_ANCHOR = 8
_REACH = 600
"""Letters around the anchor in which the other pieces are looked for: cells of a row can be drawn far apart."""
_ROUNDS = 80
_MISREAD = 2
"""Letters on the page for one of the stretch that was read as something else; more are a neighbouring cell."""
_EDGE = 8
"""Letters at either end that are taken on trust."""


@dataclass(frozen=True, slots=True)
class Found:
    """Runs [start, end) of the page's letters in the order of the stretch, and how much of it they are."""

    runs: tuple[tuple[int, int], ...]
    share: float
    """0 to 1; 1 when it stands there letter by letter."""


NOTHING = Found((), 0.0)


def find_letters(wanted: str, page: str, before: str = "", after: str = "") -> Found:
    """Where ``wanted`` stands in ``page``; of several places the one whose surroundings agree best.

    :param before: letters that precede it in the text it is from; ``after`` those that follow.
    """
    if not wanted or not page:
        return NOTHING
    exact = _occurrences(wanted, page)
    if exact:
        best = max(exact, key=lambda start: _agreement(start, len(wanted), page, before, after))
        return Found(((best, best + len(wanted)),), 1.0)
    return _in_pieces(wanted, page)


def _occurrences(wanted: str, page: str) -> list[int]:
    found = []
    start = page.find(wanted)
    while start >= 0:
        found.append(start)
        start = page.find(wanted, start + 1)
    return found


def _agreement(start: int, length: int, page: str, before: str, after: str) -> int:
    """Letters that agree on both sides, nearest first."""
    head, tail = page[max(0, start - CONTEXT) : start], page[start + length : start + length + CONTEXT]
    return _common(reversed(before), reversed(head)) + _common(iter(after), iter(tail))


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _in_pieces(wanted: str, page: str) -> Found:
    """Longest piece first, the others near it; then what lies between two pieces."""
    anchor = SequenceMatcher(None, wanted, page, autojunk=False).find_longest_match()
    if anchor.size < min(_ANCHOR, len(wanted)):
        return NOTHING
    first = max(0, anchor.b - anchor.a - _REACH)
    window = page[first : anchor.b - anchor.a + len(wanted) + _REACH]
    pieces = sorted(_pieces(wanted, window))
    share = sum(size for _, _, size in pieces) / len(wanted)
    runs = _runs(pieces)
    runs[0] = (max(0, runs[0][0] - min(_EDGE, pieces[0][0])), runs[0][1])
    missing = len(wanted) - pieces[-1][0] - pieces[-1][2]
    runs[-1] = (runs[-1][0], min(len(window), runs[-1][1] + min(_EDGE, missing)))
    return Found(tuple((first + start, first + end) for start, end in runs), share)


def _pieces(wanted: str, window: str) -> list[tuple[int, int, int]]:
    """(place in wanted, place in window, letters) of pieces that overlap in neither; at least one."""
    left, right = list(wanted), list(window)
    found: list[tuple[int, int, int]] = []
    for _ in range(_ROUNDS):
        # what is taken can match nothing any more: two letters that no text has
        match = SequenceMatcher(None, "".join(left), "".join(right), autojunk=False).find_longest_match()
        if match.size < _LEAST_PIECE and found:
            break
        if not found or match.size >= _SURE_PIECE or _is_near(match.a, match.b, found):
            found.append((match.a, match.b, match.size))
            left[match.a : match.a + match.size] = "\0" * match.size
        right[match.b : match.b + match.size] = "\1" * match.size
    return found


def _is_near(at: int, place: int, found: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a piece stands about as far from the nearest one already found as it does in the stretch."""
    other, other_place, _ = min(found, key=lambda piece: abs(piece[0] - at))
    return abs((place - other_place) - (at - other)) <= _SHIFT


def _runs(pieces: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Places in the window; two pieces with misread letters between them as one."""
    runs: list[tuple[int, int]] = []
    wanted_end = 0
    for at, start, size in pieces:
        gap = start - runs[-1][1] if runs else -1
        if 0 <= gap <= _MISREAD * (at - wanted_end):
            runs[-1] = (runs[-1][0], start + size)
        else:
            runs.append((start, start + size))
        wanted_end = at + size
    return runs
