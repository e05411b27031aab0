"""The order in which a run's properties must stand: CT_RPr of ECMA-376, part 1."""

from collections.abc import Iterable

from assistant.reports.word.elements import Element

_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""Children of rPr in the order of the schema; Word refuses some files that have another."""


def ordered_properties(properties: Iterable[Element]) -> list[Element]:
    """Properties of a run in the order of the schema."""

    def place(one: Element) -> int:
        name = one.tag.rpartition("}")[2]
        return _ORDER.index(name) if name in _ORDER else len(_ORDER)

    return sorted(properties, key=place)
