"""The elements of WordprocessingML this package writes, as lxml trees; text loses what XML forbids.

Lengths: twips are twentieths of a point. Standard: ECMA-376, part 1, chapter 17.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from lxml import etree

from ingest.text.xml_legal import legal_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES = {"w": W, "r": R}
_BREAKS = re.compile(r"(\t|\r\n|\r|\n)")

Element: TypeAlias = Any
"""An lxml element; lxml comes without types."""


def qualified(name: str) -> str:
    """``w:p`` in Clark's notation."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def element(name: str, attributes: Mapping[str, str | int] | None = None, children: Iterable[Element] = ()) -> Element:
    """One element; an attribute without prefix belongs to ``w``."""
    made = etree.Element(qualified(name), nsmap=_NAMESPACES)
    for key, value in (attributes or {}).items():
        made.set(qualified(key if ":" in key else f"w:{key}"), legal_xml(str(value)))
    made.extend(children)
    return made


def value(name: str, content: str | int) -> Element:
    """``<w:name w:val="content"/>``."""
    return element(name, {"val": content})


def run(text: str, *properties: Element) -> Element:
    """A run; tabs and line ends become their elements."""
    made = element("w:r")
    if properties:
        made.append(element("w:rPr", None, properties))
    for piece in _BREAKS.split(legal_xml(text)):
        if piece == "\t":
            made.append(element("w:tab"))
        elif piece in ("\n", "\r", "\r\n"):
            made.append(element("w:br"))
        elif piece:
            made.append(_text(piece))
    return made


def _text(piece: str) -> Element:
    made = element("w:t")
    made.text = piece
    made.set(_XML_SPACE, "preserve")
    return made


def paragraph(style: str, runs: Iterable[Element] = (), *properties: Element) -> Element:
    """A paragraph of a named style; ``properties`` stand in the order of CT_PPr, after the style."""
    return element("w:p", None, [element("w:pPr", None, [value("w:pStyle", style), *properties]), *runs])


def keep_with_next(one: Element) -> None:
    """Never end a page with this paragraph."""
    properties = one.find(qualified("w:pPr"))
    place = 1 if properties[0].tag == qualified("w:pStyle") else 0
    properties.insert(place, element("w:keepNext"))


def field(instruction: str, shown: str, *properties: Element) -> list[Element]:
    """The runs of a field such as PAGE, with what it shows until it is computed."""
    return [
        _with_properties(element("w:r", None, [element("w:fldChar", {"fldCharType": "begin"})]), properties),
        _with_properties(element("w:r", None, [_instruction(instruction)]), properties),
        _with_properties(element("w:r", None, [element("w:fldChar", {"fldCharType": "separate"})]), properties),
        _with_properties(run(shown), properties),
        _with_properties(element("w:r", None, [element("w:fldChar", {"fldCharType": "end"})]), properties),
    ]


def _instruction(text: str) -> Element:
    made = element("w:instrText")
    made.text = f" {text} "
    made.set(_XML_SPACE, "preserve")
    return made


def _with_properties(made: Element, properties: Iterable[Element]) -> Element:
    copies = [copy_of(one) for one in properties]
    if copies:
        made.insert(0, element("w:rPr", None, copies))
    return made


def copy_of(one: Element) -> Element:
    """An element belongs to one place; a copy can stand in another."""
    return etree.fromstring(etree.tostring(one, with_tail=False))


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # type: ignore[no-any-return]


def twips_of_mm(length_mm: float) -> int:
    """Millimetres in twips."""
    return round(length_mm * 1440 / 25.4)


def twips_of_pt(length_pt: float) -> int:
    """Points in twips."""
    return round(length_pt * 20)


def half_points(size_pt: float) -> int:
    """Font sizes are stored in half points."""
    return round(size_pt * 2)
