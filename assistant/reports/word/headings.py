"""The number in front of a heading: Roman, Arabic, or the letters of the Vietnamese alphabet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.reports.model import DraftSection
from assistant.reports.word.profile import HeadingStyle

_ALPHABET = tuple("abcdđeghiklmnopqrstuvxy")
"""Points of an article: decree 30/2020/NĐ-CP, appendix I."""
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section with its place among the headings."""

    section: DraftSection
    ordinals: tuple[int, ...]
    """1-based number on every level down to its own; empty without a heading."""


def numbered_sections(sections: Iterable[DraftSection]) -> list[NumberedSection]:
    """Count the headings level by level; a level that was jumped over counts as 1."""
    counts: list[int] = []
    found = []
    for section in sections:
        if section.level <= 0 or not section.title.strip():
            found.append(NumberedSection(section, ()))
            continue
        counts = [*counts[: section.level], *[0] * (section.level - len(counts))]
        counts = [max(count, 1) for count in counts[:-1]] + [counts[-1] + 1]
        found.append(NumberedSection(section, tuple(counts)))
    return found


def heading_text(numbered: NumberedSection, styles: Sequence[HeadingStyle]) -> str:
    """The heading as it is printed, with its number."""
    style = heading_style(numbered, styles)
    title = numbered.section.title.strip()
    return f"{_label(numbered.ordinals, style)} {title.upper() if style.upper else title}"


def heading_style(numbered: NumberedSection, styles: Sequence[HeadingStyle]) -> HeadingStyle:
    """Of its level; the deepest where the profile has fewer."""
    return styles[min(len(numbered.ordinals), len(styles)) - 1]


def ordinals_of(path: str) -> tuple[int, ...]:
    """``II.1`` or ``2.1`` as (2, 1); empty where it is no such path."""
    steps = [step.strip().upper() for step in path.strip().strip(".").split(".")]
    numbers = [int(step) if step.isascii() and step.isdigit() else _ROMAN_NUMBERS.get(step, 0) for step in steps]
    return tuple(numbers) if all(numbers) else ()


def roman(number: int) -> str:
    """1 as I, 4 as IV."""
    text = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


def letter(number: int) -> str:
    """1 as a, 5 as đ; after y comes aa."""
    round_, place = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[place] * (round_ + 1)


def _label(ordinals: Sequence[int], style: HeadingStyle) -> str:
    own = ordinals[-1]
    above = ".".join(map(str, ordinals[1:-1])) or str(ordinals[0])
    return style.label.format(roman=roman(own), arabic=own, letter=letter(own), parent=above)


_ROMAN_NUMBERS = {roman(number): number for number in range(1, 100)}
"""Sections of a paper are fewer."""
