"""Which lines of a web copy are its frame and not its text; content is never given up for cleanliness."""

import re
from collections.abc import Sequence

from ingest.boilerplate_labels import (
    CONTROLS,
    COUNTERS,
    CRUMBS,
    FOOTER,
    LONE_CONTROLS,
    RELATED_HEADS,
    TAIL_LABELS,
    VISIT,
    VISITS,
    WIDGETS,
)
from ingest.documents import BlockKind
from ingest.text.lines import STOPS, Line, ends_with

MAX_CHARS = 160
"""Longer lines are content."""
_MAX_MENU_WORDS = 8
_MAX_HEADLINE_WORDS = 30
_MIN_TAIL_LABELS = 2
"""A single side-box name at the end may be the author's own last heading."""
_NO_LETTERS = re.compile(r"[\W_]+|\W*\d{18,}\W*")
_CONTROL_ROW = re.compile(
    r"(?:(?:"
    + "|".join(re.escape(label) for label in sorted(CONTROLS, key=len, reverse=True))
    + r")(?:[\s|•·/,:»\-–]+|$)){2,}"
)
_CONTROL_STARTS = frozenset(label[0] for label in CONTROLS)
_BRACKETS = "[]()<>«»‹›: "
_DATED = re.compile(r"[(\[]?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^)\]]{0,12}[)\]]?\s*$")


def boilerplate_lines(lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that belong to the page around the text: menus, counters, widgets, tails.

    Lines a loader has marked as boilerplate are included.
    """
    keys = [_key(line.text) if len(line.text) <= MAX_CHARS else "" for line in lines]
    found = {
        index
        for index, (line, key) in enumerate(zip(lines, keys, strict=True))
        if line.hint is BlockKind.BOILERPLATE or (key and _is_frame(key))
    }
    if not lines:
        return found
    found |= _tail(lines, keys, found)
    if found:
        found |= _related_lists(lines, keys, found)
        found |= _counters(keys, found)
    return found


def _key(text: str) -> str:
    return " ".join(text.split()).lower()


def _is_frame(key: str) -> bool:
    """Boilerplate wherever it stands."""
    if _NO_LETTERS.fullmatch(key):
        return True
    return (
        key.strip(_BRACKETS) in LONE_CONTROLS
        or RELATED_HEADS.fullmatch(key) is not None
        or WIDGETS.fullmatch(key) is not None
        or (VISIT in key and VISITS.fullmatch(key) is not None)
        or (_may_be_crumbs(key) and CRUMBS.fullmatch(key) is not None)
        or (key[0] in _CONTROL_STARTS and _CONTROL_ROW.fullmatch(key) is not None)
    )


def _may_be_crumbs(key: str) -> bool:
    return key.startswith(("trang", "home")) or "»" in key or "›" in key or " > " in key


def _tail(lines: Sequence[Line], keys: Sequence[str], found: set[int]) -> set[int]:
    """The boxes after the article: the longest run at the end made of frames, box names and short capitals."""
    start = len(lines)
    while start and (start - 1 in found or _may_be_in_tail(lines[start - 1], keys[start - 1])):
        start -= 1
    zone = range(start, len(lines))
    sure = [index for index in zone if index in found or keys[index] in TAIL_LABELS]
    framed = any(index in found for index in sure)
    if not sure or (not framed and len(sure) < _MIN_TAIL_LABELS):
        return set()
    return set(range(sure[0], len(lines)))


def _may_be_in_tail(line: Line, key: str) -> bool:
    if not key:
        return False
    if key in TAIL_LABELS or COUNTERS.fullmatch(key) or FOOTER.fullmatch(key):
        return True
    return line.text.isupper() and len(line.text.split()) <= _MAX_MENU_WORDS and not ends_with(line.text, STOPS)


def _related_lists(lines: Sequence[Line], keys: Sequence[str], found: set[int]) -> set[int]:
    """Titles of other articles under "related news": dated ones, or all that follows when nothing else does."""
    related: set[int] = set()
    seen_to = 0
    for head in sorted(found):
        if head < seen_to or not RELATED_HEADS.fullmatch(keys[head]):
            continue
        run: list[int] = []
        for index in range(head + 1, len(lines)):
            if index not in found and not _is_headline(lines[index]):
                break
            run.append(index)
        seen_to = head + len(run)
        if head + len(run) + 1 == len(lines):
            related.update(run)
        else:
            related.update(index for index in run if _DATED.search(lines[index].text))
    return related


def _is_headline(line: Line) -> bool:
    text = line.text
    if _DATED.search(text):
        return True
    return len(text.split()) <= _MAX_HEADLINE_WORDS and not ends_with(text, STOPS)


def _counters(keys: Sequence[str], found: set[int]) -> set[int]:
    """Counter lines next to boilerplate, spreading from line to line."""
    known = set(found)
    for order in (range(1, len(keys)), range(len(keys) - 2, -1, -1)):
        for index in order:
            if index not in known and index - order.step in known and COUNTERS.fullmatch(keys[index]):
                known.add(index)
    return known
