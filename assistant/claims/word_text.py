"""The text of a Word file as letters that can be searched, each known by the run it stands in.

Only letters and digits count, without accents: what was read from the file and what stands in it may differ in
spaces, automatic numbers and the place of tone marks.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ingest.text.folding import fold

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT, RUN, PARAGRAPH, ROW, BOX = f"{_W}t", f"{_W}r", f"{_W}p", f"{_W}tr", f"{_W}txbxContent"

Element: TypeAlias = Any
"""An lxml element; lxml comes without types."""


@dataclass(frozen=True, slots=True)
class Place:
    """A letter: which text element, and which character of it."""

    text: int
    offset: int


@dataclass(slots=True)
class WordText:
    """All letters of a file in order."""

    key: str
    elements: list[Element]
    """The text elements, in order."""
    starts: list[int]
    """Where in ``key`` the letters of each begin."""
    written: list[str]
    """The text of each as it was read: the elements themselves may be cut afterwards."""
    offsets: list[int]
    """For each letter of ``key``, its character in its element."""
    rows: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    """Of every table row without rows in it: first and end of its letters in ``key``, and its cells' keys."""

    def place(self, position: int) -> Place:
        """The letter at a position of ``key``."""
        number = bisect_right(self.starts, position) - 1
        # elements without letters share their start with the next one; the last of them has the letter
        return Place(number, self.offsets[position])

    def with_signs(self, place: Place, signs: str, step: int) -> Place:
        """The place moved over the signs that stand beside it, as far as they do; spaces may stand between.

        :param signs: what follows with ``step`` 1, what precedes, last first, with -1.
        """
        for sign in signs:
            following = self._beside(place, step)
            if following is None or self.written[following.text][following.offset] != sign:
                break
            place = following
        return place

    def _beside(self, place: Place, step: int) -> Place | None:
        """The next character of the same paragraph that is no space."""
        number, offset = place.text, place.offset + step
        paragraph = next(self.elements[number].iterancestors(PARAGRAPH), None)
        while True:
            written = self.written[number]
            while 0 <= offset < len(written):
                if not written[offset].isspace():
                    return Place(number, offset)
                offset += step
            number += step
            if not 0 <= number < len(self.elements):
                return None
            if next(self.elements[number].iterancestors(PARAGRAPH), None) is not paragraph:
                return None
            offset = 0 if step > 0 else len(self.written[number]) - 1


def signs_around(text: str) -> tuple[str, str]:
    """The signs before the first letter of a text, nearest first, and those behind its last; without spaces."""
    letters = [offset for offset, char in enumerate(text) if char.isalnum()]
    if not letters:
        return "", ""
    before, after = text[: letters[0]], text[letters[-1] + 1 :]
    return "".join(before.split())[::-1], "".join(after.split())


def key_of(text: str) -> str:
    """Letters and digits only, small and without accents."""
    return "".join(letter for letter, _ in _letters(text))


def word_text(body: Element, decoded: Callable[[Element], str] | None = None) -> WordText:
    """Read the body of a document; text that was deleted with tracking is not in it.

    :param decoded: the Unicode text of a text element, for files in an old encoding.
    """
    elements, starts, pieces, offsets = [], [], [], []
    length = 0
    where: dict[Element, tuple[int, int]] = {}
    for one in body.iter(TEXT):
        if any(above.tag == _FALLBACK for above in one.iterancestors()):
            continue  # the same words again, for programs that cannot draw the shape
        written = one.text or ""
        letters = list(_letters(written)) if decoded is None else _aligned(decoded(one), written)
        elements.append(one)
        starts.append(length)
        pieces += [letter for letter, _ in letters]
        offsets += [offset for _, offset in letters]
        where[one] = (length, length + len(letters))
        length += len(letters)
    found = WordText("".join(pieces), elements, starts, [one.text or "" for one in elements], offsets)
    found.rows = list(_rows(body, where, found.key))
    return found


def _rows(body: Element, where: dict[Element, tuple[int, int]], key: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for row in body.iter(ROW):
        spans = [where[one] for one in row.iter(TEXT) if one in where]
        if not spans or next(row.iterdescendants(ROW), None) is not None:
            continue
        cells = []
        for cell in row.iterchildren(f"{_W}tc"):
            cells.append("".join(key[slice(*where[one])] for one in cell.iter(TEXT) if one in where))
        if any(cells):
            yield spans[0][0], spans[-1][1], tuple(cell for cell in cells if cell)


def _aligned(text: str, written: str) -> list[tuple[str, int]]:
    """Letters of the decoded text at the characters they were written with; some encodings take two for one."""
    stretch = len(written) / max(len(text), 1)
    return [(letter, min(int(offset * stretch), len(written) - 1)) for letter, offset in _letters(text)]


def _letters(text: str) -> Iterator[tuple[str, int]]:
    for offset, char in enumerate(text):
        letter = fold(char)
        if letter.isalnum():
            yield letter, offset
