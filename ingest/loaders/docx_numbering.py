"""Automatic numbers of Word ("I.", "1.", "a)"): they are not in the text, yet documents cite themselves by them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.loaders.docx_text import integer_at, value_at

BULLET = "-"
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET = 26
_MAX_NUMBER = 3000


@dataclass(frozen=True, slots=True)
class NumberingRef:
    """The list a paragraph or style belongs to, as Word names it."""

    num_id: int
    level: int


@dataclass(frozen=True, slots=True)
class _Level:
    number_format: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, in the order they are asked for."""

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[int, dict[int, _Level]] = {}
        self._abstract_of: dict[int, int] = {}
        self._counters: dict[int, dict[int, int]] = {}
        self._pending_starts: dict[int, dict[int, int]] = {}
        root = _numbering_root(document)
        if root is not None:
            self._read(root)

    def label(self, reference: NumberingRef) -> str:
        """The printed number of the next paragraph of this list, ``-`` for a bullet, empty if there is none."""
        abstract = self._abstract_of.get(reference.num_id)
        levels = self._levels.get(abstract, {}) if abstract is not None else {}
        level = levels.get(reference.level)
        if abstract is None or level is None:
            return ""
        counters = self._counters.setdefault(abstract, {})
        starts = self._pending_starts.get(reference.num_id, {})
        if reference.level in starts:
            counters[reference.level] = starts.pop(reference.level)
        else:
            counters[reference.level] = counters.get(reference.level, level.start - 1) + 1
        for deeper in [deeper for deeper in counters if deeper > reference.level]:
            del counters[deeper]
        if level.number_format == "bullet":
            return BULLET
        return self._fill(level, levels, counters)

    def _fill(self, level: _Level, levels: dict[int, _Level], counters: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            shown = levels.get(index, level)
            return _formatted(shown.number_format, counters.get(index, shown.start))

        return _PLACEHOLDER.sub(number, level.text).strip()

    def _read(self, root: BaseOxmlElement) -> None:
        for abstract in root.findall(qn("w:abstractNum")):
            identifier = _attribute(abstract, "w:abstractNumId")
            levels = {_attribute(level, "w:ilvl"): _level(level) for level in abstract.findall(qn("w:lvl"))}
            if identifier is not None:
                self._levels[identifier] = {index: level for index, level in levels.items() if index is not None}
        for num in root.findall(qn("w:num")):
            num_id, abstract_id = _attribute(num, "w:numId"), integer_at(num, "w:abstractNumId")
            if num_id is None or abstract_id is None:
                continue
            self._abstract_of[num_id] = abstract_id
            overrides = {
                _attribute(override, "w:ilvl"): integer_at(override, "w:startOverride")
                for override in num.findall(qn("w:lvlOverride"))
            }
            self._pending_starts[num_id] = {
                level: start for level, start in overrides.items() if level is not None and start is not None
            }


def numbering_ref(properties: BaseOxmlElement | None) -> NumberingRef | None:
    """The list named in ``w:pPr``; ``num_id`` 0 means that numbering is switched off there."""
    if properties is None:
        return None
    num_id = integer_at(properties, "w:numPr", "w:numId")
    if num_id is None:
        return None
    return NumberingRef(num_id, integer_at(properties, "w:numPr", "w:ilvl") or 0)


def _numbering_root(document: WordDocument) -> BaseOxmlElement | None:
    # document.part.numbering_part would create one where there is none, and fail at it
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            element = getattr(relation.target_part, "element", None)
            return element if isinstance(element, BaseOxmlElement) else None
    return None


def _level(element: BaseOxmlElement) -> _Level:
    start = integer_at(element, "w:start")
    return _Level(
        number_format=value_at(element, "w:numFmt") or "decimal",
        text=value_at(element, "w:lvlText") or "",
        start=1 if start is None else start,
    )


def _attribute(element: BaseOxmlElement, name: str) -> int | None:
    value = element.get(qn(name))
    return int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() else None


def _formatted(number_format: str, number: int) -> str:
    return _FORMATS.get(number_format, str)(number)


def _roman(number: int) -> str:
    if not 0 < number < _MAX_NUMBER:
        return str(number)
    letters = ""
    for value, numeral in _ROMAN:
        letters += numeral * (number // value)
        number %= value
    return letters


def _letter(number: int) -> str:
    """Word doubles the letter after z: y, z, aa, bb."""
    if not 0 < number < _MAX_NUMBER:
        return str(number)
    return chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "none": lambda _number: "",
}
