"""Sheet, margins, the page number in the top margin from the second page on, and the mark of a draft."""

from typing import Any

from assistant.reports.word.elements import Element, copy_of, element, field, paragraph, qualified, run, twips_of_mm
from assistant.reports.word.profile import Page, Profile
from assistant.reports.word.texts_vi import DRAFT_MARK

_AFTER_PAGE_SIZE = (
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
)


def section_properties(page: Page) -> Element:
    """The properties of a section on this sheet, its first page without number."""
    size = {"w": twips_of_mm(page.width_mm), "h": twips_of_mm(page.height_mm)}
    margins = {
        "top": twips_of_mm(page.top_mm),
        "right": twips_of_mm(page.right_mm),
        "bottom": twips_of_mm(page.bottom_mm),
        "left": twips_of_mm(page.left_mm),
        "header": twips_of_mm(page.header_mm),
        "footer": twips_of_mm(page.header_mm),
        "gutter": 0,
    }
    children = [element("w:pgSz", size), element("w:pgMar", margins), element("w:pgNumType", {"start": 1})]
    return element("w:sectPr", None, [*children, element("w:titlePg")])


def write_headers(document: Any, profile: Profile) -> None:  # noqa: ANN401  python-docx is untyped
    """The mark on every page; the page number in the middle of the top margin, not on the first page."""
    section = document.sections[0]
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        header.is_linked_to_previous = False
        root = header._element  # there is no public way to its XML
        for child in list(root):
            root.remove(child)
        root.append(paragraph("DraftMark", [run(DRAFT_MARK)]))
        if numbered:
            root.append(paragraph("PageNumber", field("PAGE", "2")))


def next_section(body: Element) -> None:
    """End the section here; what follows begins on a new page with numbers of its own."""
    last = body.find(qualified("w:sectPr"))
    ended = copy_of(last)
    empty = paragraph("Rule", ())
    empty.find(qualified("w:pPr")).append(ended)
    last.addprevious(empty)
    # the head of the first section goes on in the next one; its own references would only repeat it
    for reference in last.findall(qualified("w:headerReference")):
        last.remove(reference)
