"""Which parts of an HTML tree its reader never sees or never reads."""

import re

from bs4.element import NavigableString, PageElement, Tag

# fmt: off
_NEVER_TEXT = frozenset({
    "script", "style", "noscript", "template", "head", "link", "meta", "object", "embed", "applet", "iframe",
    "canvas", "svg", "math", "audio", "video", "map", "select", "option", "button", "input", "textarea", "datalist",
    "progress", "meter", "dialog", "nav",
})
# fmt: on
"""``form`` is not here: pages made with ASP.NET are one form from top to bottom."""

_FRAME_TAGS = frozenset({"header", "footer", "aside"})
"""Site furniture outside an article, part of the text inside one."""

_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
    r"|font-size\s*:\s*0*(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)|font-size\s*:\s*0?1(?:\.\d+)?px"
    r"|(?<![\w-])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))"
    r"|(?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{4,}px",
    re.IGNORECASE,
)
"""Also letters of no size, without colour, or moved off the page: put there for machines."""
_WHITE = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))", re.IGNORECASE
)
_BACKGROUND = re.compile(
    r"background(?:-color|-image)?\s*:\s*(?!(?:#fff(?:fff)?|white|transparent|none)\b)", re.IGNORECASE
)


def is_unread(tag: Tag) -> bool:
    """Whether to pass over an element with all it holds: scripts, controls, hidden parts, the site's frame."""
    return tag.name in _NEVER_TEXT or _is_hidden(tag) or _is_frame(tag)


def visible_text(node: PageElement) -> str:
    """Text of a string node; empty for comments, scripts and declarations, which are subclasses of it."""
    return str(node) if type(node) is NavigableString else ""


def _is_hidden(tag: Tag) -> bool:
    if not tag.attrs:
        return False
    style = tag.get("style")
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or (isinstance(style, str) and bool(_HIDDEN_STYLE.search(style)))
        or _is_white_on_white(tag)
    )


def _is_white_on_white(tag: Tag) -> bool:
    """White letters where neither the element nor one around it says that it has a background."""
    colour = f"color:{tag['color']}" if tag.name == "font" and tag.get("color") else str(tag.get("style") or "")
    if not _WHITE.search(colour):
        return False
    around = [tag, *tag.parents]
    return not any(
        one.get("bgcolor") or one.get("class") or _BACKGROUND.search(str(one.get("style") or "")) for one in around
    )


def _is_frame(tag: Tag) -> bool:
    if tag.name in {"html", "body"}:
        return False
    if tag.get("role") in _FRAME_ROLES:
        return True
    if tag.name not in _FRAME_TAGS or tag.find_parent(["article", "main"]) is not None:
        return False
    # a page without <article> may put its own title into <header>
    return tag.name != "header" or tag.find(["h1", "h2"]) is None
