"""Words and lines with their places on a page, whoever found them: PDFium in a text layer, Tesseract on an image."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.loaders.pdf_layout import Fragment, PageLayout
from ingest.loaders.pdf_rules import Rule


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and its box, from the upper left corner of the page, in pixels or points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of words in reading order; never empty."""

    words: tuple[PlacedWord, ...]

    @property
    def text(self) -> str:
        """Its words, one space between two."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Left edge of its leftmost word; the other edges likewise."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Right edge."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)


def layout_of(lines: Sequence[PlacedLine], rules: Sequence[Rule], *, height: float, scale: float) -> PageLayout:
    """The lines as a page of a PDF: a fragment for each word, so that tables and paragraphs are found as there.

    :param rules: In points, from the lower left corner.
    :param height: Of the page, in the unit of the words.
    :param scale: Points per unit of the words.
    """
    fragments: list[Fragment] = []
    for line in lines:
        size = (line.bottom - line.top) * scale
        y = (height - line.bottom) * scale
        fragments += (Fragment(word.text + " ", word.left * scale, y, size) for word in line.words[:-1])
        last = line.words[-1]
        fragments.append(Fragment(last.text + "\n", last.left * scale, y, size))
    return PageLayout(fragments, list(rules))
