"""Placeholders such as {{tieu_de}} in the paragraphs of a Word file, also where Word split them over runs."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.reports.word.elements import Element, copy_of, element, qualified
from ingest.text.xml_legal import legal_xml

_WHOLE = re.compile(r"\{\{([^{}\n]{1,80})\}\}")
_BROKEN = re.compile(r"\{\{[^{}\n]{0,30}|[^{}\n]{0,30}\}\}")
_SEPARATORS = re.compile(r"[\s\-_]+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT, _PARAGRAPH = qualified("w:t"), qualified("w:p")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder of a paragraph; ``start`` and ``end`` count characters of its text, braces included."""

    name: str
    """Without accents, in small letters: tieu_de."""
    argument: str
    """What stands behind a colon: II.1."""
    start: int
    end: int
    written: str
    """As the office wrote it, without braces."""


def placeholders(paragraph: Element) -> list[Placeholder]:
    """The placeholders of a paragraph, in order."""
    return [_placeholder(found) for found in _WHOLE.finditer(paragraph_text(paragraph))]


def broken_placeholders(paragraph: Element) -> list[str]:
    """What looks like a placeholder whose other half is missing."""
    rest = _WHOLE.sub(" ", paragraph_text(paragraph))
    return [found[0].strip() for found in _BROKEN.finditer(rest)]


def paragraph_text(paragraph: Element) -> str:
    """The text of a paragraph's own runs, without that of text boxes anchored in it."""
    return "".join(one.text or "" for one in _texts(paragraph))


def fill(paragraph: Element, start: int, end: int, text: str) -> None:
    """Put ``text`` in the place of characters [start, end), in the formatting of the first of them."""
    offset, rest = 0, text
    for one in list(_texts(paragraph)):
        content = one.text or ""
        left, right = max(start - offset, 0), min(end - offset, len(content))
        offset += len(content)
        if left >= right:
            continue
        _write(one, content[:left] + rest + content[right:])
        rest = ""


def folded_name(written: str) -> str:
    """``Tiêu đề`` as tieu_de."""
    letters = unicodedata.normalize("NFD", written.strip().lower().replace("đ", "d"))
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return _SEPARATORS.sub("_", plain).strip("_")


def _placeholder(found: re.Match[str]) -> Placeholder:
    name, _, argument = found[1].partition(":")
    return Placeholder(folded_name(name), argument.strip(), found.start(), found.end(), found[1].strip())


def _texts(paragraph: Element) -> Iterator[Element]:
    for one in paragraph.iter(_TEXT):
        if next(one.iterancestors(_PARAGRAPH)) is paragraph:
            yield one


def _write(one: Element, text: str) -> None:
    first, *further = legal_xml(text).split("\n")
    one.text = first
    one.set(_SPACE, "preserve")
    after = one
    for line in further:
        for new in (element("w:br"), copy_of(one)):
            after.addnext(new)
            after = new
        after.text = line
