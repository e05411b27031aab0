"""What pypdf draws on a page: fragments of text and ruled lines, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.loaders.pdf_lines import PrintedLine
from ingest.loaders.pdf_rules import Rule, RuleCollector, transform

if TYPE_CHECKING:
    from pypdf import PageObject  # readers of other formats need not wait for it


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text as pypdf hands it out; the pieces of a page concatenate to its text."""

    text: str
    x: float
    y: float
    size: float
    font: str = ""
    """Name of its font, where that was asked for."""


@dataclass(slots=True)
class PageLayout:
    """Fragments in the order they are drawn, and the rules."""

    fragments: list[Fragment] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def read_layout(page: "PageObject") -> PageLayout:
    """Extract one page.

    :raises pypdf.errors.PyPdfError: If the page cannot be read.
    """
    layout = PageLayout()
    collector = RuleCollector()

    # pypdf passes lists of its own number types; float() is all that is needed of them
    def on_text(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:  # noqa: ANN401
        x, y = transform(cm, float(tm[4]), float(tm[5]))
        scale = abs(float(tm[3]) * float(cm[3])) or 1.0
        layout.fragments.append(Fragment(_storable(text), x, y, float(size) * scale, _name_of(font)))

    def on_operator(operator: bytes, operands: Any, cm: Any, _tm: Any) -> None:  # noqa: ANN401
        collector.take(operator, operands, cm)

    page.extract_text(visitor_text=on_text, visitor_operand_before=on_operator)
    layout.rules = collector.rules
    return layout


def printed_lines(fragments: Sequence[Fragment]) -> list[PrintedLine]:
    """Lines of the fragments' text; a line stands where its first visible fragment does."""
    lines: list[PrintedLine] = []
    parts: list[str] = []
    place: Fragment | None = None
    for fragment in fragments:
        for index, part in enumerate(fragment.text.split("\n")):
            if index:
                lines.append(_line(parts, place))
                parts, place = [], None
            parts.append(part)
            if place is None and part.strip():
                place = fragment
    lines.append(_line(parts, place))
    return [line for line in lines if line.text]


def _line(parts: list[str], place: Fragment | None) -> PrintedLine:
    text = " ".join("".join(parts).split())
    return PrintedLine(text, place.x, place.y, place.size) if place else PrintedLine(text)


def _name_of(font: Any) -> str:  # noqa: ANN401  a dictionary of pypdf, or None
    """The font's name without the slash; empty where the file does not say it."""
    name = font.get("/BaseFont") if font else None
    return str(name)[1:] if name else ""


def _storable(text: str) -> str:
    """A lone surrogate out of a broken font map cannot be stored as UTF-8."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
