"""Walking an HTML tree into blocks; no recursion, because hostile pages nest thousands deep."""

import re
from collections.abc import Iterator

from bs4.element import PageElement, Tag

from ingest.documents import BlockKind
from ingest.loaders.extracted import PageBuilder
from ingest.loaders.html_menus import is_menu
from ingest.loaders.html_tables import grid_of
from ingest.loaders.html_visibility import is_unread, visible_text
from ingest.loaders.tables import is_layout, render_rows

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_CAPTION_TAGS = frozenset({"figcaption", "caption"})
_CAPTION_CLASS = re.compile(r"(?:^|[-_])captions?(?:$|[-_])|^(?:chu-?thich|image-?desc|photo-?desc)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MIN_ALT_WORDS = 4
_MAX_CAPTION_WORDS = 60
_MAX_START_DIGITS = 4
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp)\b", re.IGNORECASE)


_Hint = tuple[BlockKind | None, int | None]
_NO_HINT: _Hint = (None, None)


class HtmlBlocks:
    """Feeds a page builder with the blocks of a tree, in the order of reading."""

    def __init__(self, page: PageBuilder) -> None:
        self._page = page
        self._line: list[str] = []
        self._open: list[_Hint] = [_NO_HINT]
        self._marker = ""
        self._list_counters: list[int | None] = []
        self._alts: list[str] = []
        self._seen_text: set[str] = set()
        self._holders: set[int] = set()

    def walk(self, root: Tag) -> None:
        """Add every block below ``root``."""
        self._holders = _holding_tables(root)
        stack: list[tuple[Tag, Iterator[PageElement], bool]] = [(root, iter(root.contents), False)]
        while stack:
            tag, children, is_block = stack[-1]
            node = next(children, None)
            if node is None:
                stack.pop()
                if is_block:
                    self._leave(tag)
            elif not isinstance(node, Tag):
                self._line.append(_SPACE.sub(" ", visible_text(node)))
            elif not self._take_whole(node):
                stack.append((node, iter(node.contents), self._enter(node)))
        self._flush()
        self._flush_alts()

    def _take_whole(self, tag: Tag) -> bool:
        """Deal with an element that is not walked into: line breaks, pictures, data tables, what nobody reads."""
        if tag.name == "br":
            self._line.append("\n")
        elif tag.name == "img":
            self._note_alt(tag)
        elif not is_unread(tag):
            return tag.name == "table" and self._data_table(tag)
        return True

    def _enter(self, tag: Tag) -> bool:
        """Open an element; True if it is a block, which ends what came before it."""
        outer = self._open[-1]
        is_caption = outer[0] is not BlockKind.CAPTION and self._is_caption(tag)
        if tag.name not in _BLOCKS and not is_caption:
            return False
        self._flush()
        in_list = bool(self._list_counters)
        self._open.append((BlockKind.CAPTION, None) if is_caption else _hint_of(tag, outer, in_list=in_list))
        if tag.name in _LISTS:
            self._list_counters.append(_start(tag) if tag.name == "ol" else None)
        if tag.name == "li":
            self._marker = self._next_marker()
        return True

    def _leave(self, tag: Tag) -> None:
        self._flush()
        self._open.pop()
        if tag.name in _LISTS:
            self._list_counters.pop()
        elif tag.name == "li":
            self._marker = ""
        elif tag.name == "figure":
            self._flush_alts()

    def _flush(self) -> None:
        """Hand the collected line over as one block."""
        text = "\n".join(part.strip() for part in "".join(self._line).split("\n")).strip()
        self._line.clear()
        if not text:
            return
        kind, level = self._open[-1]
        self._seen_text.add(_key(text))
        if kind is BlockKind.CAPTION:
            self._alts.clear()
        self._flush_alts()
        self._page.add(self._marker + text, kind, level)
        self._marker = ""

    def _next_marker(self) -> str:
        if not self._list_counters or self._list_counters[-1] is None:
            return "- "
        self._list_counters[-1] += 1
        return f"{self._list_counters[-1]}. "

    def _data_table(self, table: Tag) -> bool:
        """Render a table of data whole; False leaves a layout table to be walked like any other block."""
        if id(table) in self._holders:
            return False
        rows = grid_of(table)
        if is_layout(rows):
            return False
        self._flush()
        if (caption := table.find("caption")) is not None:
            self._page.add(" ".join(caption.get_text(" ").split()), BlockKind.CAPTION)
        for line in render_rows(rows):
            self._page.add(line, BlockKind.TABLE_ROW)
        return True

    def _is_caption(self, tag: Tag) -> bool:
        if tag.name in _CAPTION_TAGS or _has_caption_class(tag):
            return True
        return tag.name == "table" and id(tag) not in self._holders and _frames_picture(tag)

    def _note_alt(self, image: Tag) -> None:
        alt = image.get("alt")
        text = " ".join(alt.split()) if isinstance(alt, str) else ""
        if len(text.split()) >= _MIN_ALT_WORDS and not _FILE_NAME.search(text):
            self._alts.append(text)

    def _flush_alts(self) -> None:
        """A picture's description stands in for a caption unless the page says the same in print."""
        for alt in self._alts:
            if _key(alt) not in self._seen_text:
                self._seen_text.add(_key(alt))
                self._page.add(alt, BlockKind.CAPTION)
        self._alts.clear()


def _hint_of(tag: Tag, outer: _Hint, *, in_list: bool) -> _Hint:
    """What a block is; a ``<p>`` or ``<div>`` in a caption or a list item is still that."""
    if outer[0] is BlockKind.BOILERPLATE or (not in_list and is_menu(tag)):
        return BlockKind.BOILERPLATE, None
    if tag.name in _HEADINGS:
        return BlockKind.HEADING, _HEADINGS[tag.name]
    return (BlockKind.LIST_ITEM, None) if tag.name == "li" else outer


def _holding_tables(root: Tag) -> set[int]:
    """Identities of the tables that hold tables; asked of each of them in turn, nested ones would take for ever."""
    outer = (table.find_parent("table") for table in root.find_all("table"))
    return {id(table) for table in outer if table is not None}


def _has_caption_class(tag: Tag) -> bool:
    names = tag.get("class")
    if tag.name in {"figure", "table", "body", "html"} or not isinstance(names, list):
        return False
    return any(_CAPTION_CLASS.search(name) for name in names) and tag.find(["img", "p", "h1", "h2", "h3"]) is None


def _frames_picture(table: Tag) -> bool:
    """A table of one column that holds a picture: the old way to set a caption under it."""
    if table.find("img") is None:
        return False
    single = all(len(row.find_all(["td", "th"], recursive=False)) <= 1 for row in table.find_all("tr"))
    return single and len(table.get_text(" ").split()) <= _MAX_CAPTION_WORDS


def _start(tag: Tag) -> int:
    value = tag.get("start")
    return int(value) - 1 if isinstance(value, str) and value.isdecimal() and len(value) <= _MAX_START_DIGITS else 0


def _key(text: str) -> str:
    return _SPACE.sub(" ", text).strip().rstrip(".").casefold()
