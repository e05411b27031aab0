"""Taking out of an HTML tree what its reader never sees or never reads."""

import re

from bs4 import BeautifulSoup
from bs4.element import Comment, Declaration, Doctype, ProcessingInstruction, Tag

# fmt: off
_NEVER_TEXT = [
    "script", "style", "noscript", "template", "head", "link", "meta", "object", "embed", "applet", "iframe",
    "canvas", "svg", "math", "audio", "video", "map", "select", "option", "button", "input", "textarea",
    "datalist", "progress", "meter", "dialog", "nav",
]
# fmt: on
"""``form`` is not here: pages made with ASP.NET are one form from top to bottom."""

_FRAME_TAGS = ("header", "footer", "aside")
"""Site furniture outside an article, part of the text inside one."""

_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FRAME_MIN_HEADING = ("h1", "h2")


def prune(soup: BeautifulSoup) -> None:
    """Remove scripts, forms' controls, hidden elements, comments and the site's frame, in place."""
    for node in soup.find_all(
        string=lambda text: isinstance(text, Comment | Declaration | Doctype | ProcessingInstruction)
    ):
        node.extract()
    for tag in soup.find_all(_NEVER_TEXT):
        _drop(tag)
    for tag in soup.find_all(_is_hidden):
        _drop(tag)
    for tag in soup.find_all(_is_frame):
        _drop(tag)


def _drop(tag: Tag) -> None:
    if not tag.decomposed:
        tag.decompose()


def _is_hidden(tag: Tag) -> bool:
    style = tag.get("style")
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or (isinstance(style, str) and bool(_HIDDEN_STYLE.search(style)))
    )


def _is_frame(tag: Tag) -> bool:
    if tag.name in {"html", "body"}:
        return False
    if tag.get("role") in _FRAME_ROLES:
        return True
    if tag.name not in _FRAME_TAGS or tag.find_parent(["article", "main"]) is not None:
        return False
    # a page without <article> may put its own title into <header>
    return tag.name != "header" or tag.find(_FRAME_MIN_HEADING) is None
