"""Paragraphs and tables formatted as the place in the office's file that they are put in."""

from collections.abc import Iterable, Sequence

from assistant.reports.word.elements import Element, copy_of, element, qualified, run, value
from assistant.reports.word.headings import NumberedSection, heading_style
from assistant.reports.word.profile import Profile
from assistant.reports.word.run_order import ordered_properties

_NOT_COPIED = ("w:sectPr", "w:pPrChange", "w:rPr", "w:framePr")
_NOT_COPIED_RUN = ("w:rPrChange", "w:ins", "w:del")


class TemplateSetting:
    """Copies paragraph and run formatting of the placeholder; headings add what the profile gives their level."""

    def __init__(self, paragraph: Element, profile: Profile) -> None:
        self._paragraph = _properties(paragraph.find(qualified("w:pPr")), _NOT_COPIED)
        self._run = _properties(_first_run_properties(paragraph), _NOT_COPIED_RUN)
        self._profile = profile

    def heading(self, numbered: NumberedSection, runs: Sequence[Element]) -> Element:
        """As the text around it, bold or italic as the profile's headings of this level are."""
        style = heading_style(numbered, self._profile.headings)
        emphasis = [element("w:b")] * style.bold + [element("w:i")] * style.italic
        return element("w:p", None, [self._paragraph_properties(element("w:keepNext")), *self._set(runs, *emphasis)])

    def body(self, runs: Sequence[Element], *, basis: bool = False) -> Element:
        """As the placeholder's own paragraph."""
        emphasis = [element("w:i")] if basis else []
        return element("w:p", None, [self._paragraph_properties(), *self._set(runs, *emphasis)])

    def head(self, text: str) -> Element:
        """Of a table: bold, in the middle."""
        return self._in_table("center", [run(text)], element("w:b"))

    def text(self, runs: Iterable[Element]) -> Element:
        """Of a table, from the left."""
        return self._in_table("left", runs)

    def number(self, runs: Iterable[Element]) -> Element:
        """Of a table, in the middle."""
        return self._in_table("center", runs)

    def _in_table(self, align: str, runs: Iterable[Element], *emphasis: Element) -> Element:
        style = [copy_of(one) for one in self._paragraph if one.tag == qualified("w:pStyle")]
        spacing = element("w:spacing", {"before": 40, "after": 40})
        indent = element("w:ind", {"left": 0, "right": 0, "firstLine": 0})
        properties = element("w:pPr", None, [*style, spacing, indent, value("w:jc", align)])
        return element("w:p", None, [properties, *self._set(runs, *emphasis)])

    def _set(self, runs: Iterable[Element], *emphasis: Element) -> list[Element]:
        """Runs as the placeholder is formatted; their own highlight or raising goes before, emphasis before all."""
        written = list(runs)
        for one in written:
            for inner in one.iter(qualified("w:r")):
                properties = inner.find(qualified("w:rPr"))
                own = [] if properties is None else list(properties)
                merged = {new.tag: new for new in (*map(copy_of, self._run), *own, *map(copy_of, emphasis))}
                if properties is not None:
                    inner.remove(properties)
                if merged:
                    inner.insert(0, element("w:rPr", None, ordered_properties(merged.values())))
        return written

    def _paragraph_properties(self, *first: Element) -> Element:
        copies = {one.tag: copy_of(one) for one in self._paragraph}
        added = [one for one in first if one.tag not in copies]
        style = copies.pop(qualified("w:pStyle"), None)
        return element("w:pPr", None, [*([] if style is None else [style]), *added, *copies.values()])


def _properties(found: Element | None, without: Sequence[str]) -> list[Element]:
    left_out = {qualified(name) for name in without}
    return [] if found is None else [copy_of(one) for one in found if one.tag not in left_out]


def _first_run_properties(paragraph: Element) -> Element | None:
    """Of the run in which the first brace stands."""
    for one in paragraph.iter(qualified("w:r")):
        if "{" in "".join(text.text or "" for text in one.findall(qualified("w:t"))):
            return one.find(qualified("w:rPr"))
    return None
