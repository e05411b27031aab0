"""Recognising menus and breadcrumbs that a page did not mark as ``<nav>``."""

import re

from bs4.element import Tag

_CRUMBS = re.compile(r"bread-?crumb", re.IGNORECASE)
_LISTS = frozenset({"ul", "ol", "menu"})
_MIN_LINKS = 3
_MIN_LINK_SHARE = 0.9
_MAX_MEAN_LINK_WORDS = 6
"""Menu entries are short; titles of attached documents and of other articles are longer."""


def is_menu(tag: Tag) -> bool:
    """Whether the element only leads elsewhere: a breadcrumb, or a list made of short links."""
    if any(_CRUMBS.search(name) for name in _names(tag)):
        return True
    if tag.name not in _LISTS:
        return False
    links = tag.find_all("a", href=True)
    if len(links) < _MIN_LINKS:
        return False
    link_texts = [link.get_text(" ").split() for link in links]
    words = sum(len(text) for text in link_texts)
    if words == 0 or words > _MAX_MEAN_LINK_WORDS * len(links):
        return False
    return words >= _MIN_LINK_SHARE * len(tag.get_text(" ").split())


def _names(tag: Tag) -> list[str]:
    classes = tag.get("class")
    identifier = tag.get("id")
    names = list(classes) if isinstance(classes, list) else []
    return [*names, identifier] if isinstance(identifier, str) else names
