"""Rich text (.rtf): runs with their fonts, which libraries that flatten RTF throw away and old encodings need."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.documents import BlockKind
from ingest.errors import DamagedFileError
from ingest.loaders.extracted import Extracted
from ingest.loaders.flow import FlowCell, FlowItem, FlowParagraph, FlowTable, lay_out
from ingest.loaders.rtf_fonts import RtfFont, charset_text
from ingest.loaders.rtf_tokens import Token, tokens
from ingest.text.encoding_choice import Run

_UNREAD = frozenset(
    str.split(
        "colortbl info pict objdata objclass objname header headerl headerr headerf footer footerl footerr footerf"
        " fldinst nonshppict bkmkstart bkmkend xe tc rxe sp sn sv annotation atnid atnauthor atnref atntime atrfstart"
        " atrfend ftnsep ftnsepc aftnsep aftnsepc private revtbl listtable listoverridetable rsidtbl generator filetbl"
        " themedata colorschememapping datastore latentstyles xmlnstbl mmathPr factoidname docvar template keywords"
        " do pgdsctbl pnseclvl panose falt fontemb fontfile"
    )
)
_HEADS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_READ_THOUGH_OPTIONAL = frozenset({"shpinst", "shptxt", "ud", "nesttableprops"})
_LITERALS = {
    "tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "endash": "–", "emdash": "—", "emspace": " ", "enspace": " ", "qmspace": " ", "cell": "", "softline": "\n",
}  # fmt: skip
_HEADING_PREFIX = "heading "
_LEVELS = 9
_MAX_DEPTH = 10_000


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and gives back at its end."""

    destination: str = "body"
    font: int | None = None
    hidden: bool = False
    skip: int = 1
    """Characters that stand in for a Unicode one."""


@dataclass(slots=True)
class _Table:
    table: FlowTable = field(default_factory=FlowTable)
    cells: list[FlowCell] = field(default_factory=list)
    cell: FlowCell = field(default_factory=FlowCell)
    edges: list[int] = field(default_factory=list)
    merged: list[bool] = field(default_factory=list)
    next_merged: bool = False


def read_rtf(data: bytes) -> Extracted:
    """One page: paragraphs by style, tables row by row; running heads, pictures and field codes are left out.

    :raises DamagedFileError: If groups are nested beyond what any program writes.
    """
    reader = _Reader()
    for token in tokens(data.decode("latin-1")):
        reader.take(token)
    return lay_out(reader.finish())


def rtf_heads(data: bytes) -> list[str]:
    """Lines of the running heads and feet, which ``read_rtf`` leaves out.

    :raises DamagedFileError: as there.
    """
    if not any(f"\\{word}".encode() in data for word in ("header", "footer")):
        return []
    reader = _HeadReader()
    for token in tokens(data.decode("latin-1")):
        reader.take(token)
    return [line for page in lay_out(reader.finish()).pages for line in page.text.split("\n") if line.strip()]


class _Reader:
    def __init__(self) -> None:
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, RtfFont] = {}
        self._default_font: int | None = None
        self._styles: dict[int, int] = {}
        self._items: list[FlowItem] = []
        self._runs: list[Run] = []
        self._parts: list[str] = []
        self._parts_font: str | None = None
        self._level: int | None = None
        self._in_table = False
        self._grid = _Table()
        self._to_skip = 0
        self._optional = False
        self._font_entry: int | None = None
        self._style_entry: int | None = None
        self._name: list[str] = []
        self._bytes: list[str] = []
        self._bytes_font = -1
        self._words: dict[str, Callable[[int | None], None]] = {
            "f": self._font, "deff": self._default, "v": self._hide, "deleted": self._hide, "plain": self._plain,
            "uc": self._uc, "u": self._unicode, "fcharset": self._charset, "s": self._style, "pard": self._pard,
            "outlinelevel": self._outline, "intbl": self._intbl, "par": self._par, "sect": self._par,
            "page": self._par, "cell": self._cell, "nestcell": self._nested_cell, "row": self._row,
            "trowd": self._row_begins, "cellx": self._edge, "clvmrg": self._merged, "nestrow": self._nested_cell,
        }  # fmt: skip

    def take(self, token: Token) -> None:
        if token.brace:
            self._brace(token.brace)
        elif token.text:
            self._text(token.text)
        elif token.word == "*":
            self._optional = True
        elif token.word:
            self._word(token.word, token.number)

    def finish(self) -> list[FlowItem]:
        self._end_paragraph()
        self._end_table()
        return self._items

    def _brace(self, brace: str) -> None:
        self._optional = False
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= _MAX_DEPTH:
                raise DamagedFileError(problem="nested_groups")
            self._stack.append(self._state)
        elif self._stack:
            self._end_name()
            left, self._state = self._state.destination, self._stack.pop()
            if left == "footnote" and self._state.destination != "footnote":
                self._end_bytes()
                self._append(" ", RtfFont())

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if word in ("fonttbl", "stylesheet", "footnote"):
            self._state = replace(self._state, destination=word)
        elif word in _UNREAD or (optional and word not in _READ_THOUGH_OPTIONAL):
            self._state = replace(self._state, destination="unread")
        elif word in _LITERALS and self._state.destination in ("body", "footnote"):
            if word == "cell":
                self._cell(None)
            else:
                self._add(_LITERALS[word])
        elif word in self._words:
            self._words[word](number)

    def _text(self, text: str) -> None:
        if self._to_skip:
            dropped = min(self._to_skip, len(text))
            self._to_skip -= dropped
            text = text[dropped:]
        if not text:
            return
        if self._state.destination in ("fonttbl", "stylesheet"):
            self._name.append(text)
            if text.endswith(";"):
                self._end_name()
            return
        if not self._state.hidden and self._state.destination in ("body", "footnote"):
            if self._bytes_font != self._current_font():
                self._end_bytes()
                self._bytes_font = self._current_font()
            self._bytes.append(text)

    def _add(self, text: str) -> None:
        if text and not self._state.hidden and self._state.destination in ("body", "footnote"):
            self._end_bytes()
            self._append(text, self._fonts.get(self._current_font(), RtfFont()))

    def _end_bytes(self) -> None:
        """Bytes are decoded in one go: some code pages take two for a character."""
        if self._bytes:
            font = self._fonts.get(self._bytes_font, RtfFont())
            self._append(charset_text("".join(self._bytes), font), font)
            self._bytes.clear()

    def _append(self, text: str, font: RtfFont) -> None:
        if self._parts_font != font.name:
            self._end_run()
            self._parts_font = font.name
        self._parts.append(text)

    def _end_run(self) -> None:
        """A run is joined once: a paragraph may hold a hundred thousand characters written one by one."""
        if self._parts:
            self._runs.append(Run("".join(self._parts), self._parts_font))
            self._parts.clear()

    def _current_font(self) -> int:
        font = self._state.font if self._state.font is not None else self._default_font
        return -1 if font is None else font

    def _end_name(self) -> None:
        """A font or a style of the tables at the top is named."""
        name = "".join(self._name).rstrip(";").strip()
        self._name.clear()
        if not name:
            return
        if self._state.destination == "fonttbl" and self._font_entry is not None:
            known = self._fonts.get(self._font_entry, RtfFont())
            self._fonts[self._font_entry] = replace(known, name=known.name or name)
        elif self._state.destination == "stylesheet" and name.lower().startswith(_HEADING_PREFIX):
            level = name[len(_HEADING_PREFIX) :].split(";")[0].strip()
            if self._style_entry is not None and level.isascii() and level.isdecimal() and 0 < int(level) <= _LEVELS:
                self._styles[self._style_entry] = int(level)

    # -- control words

    def _font(self, number: int | None) -> None:
        if self._state.destination == "fonttbl":
            self._font_entry = number
        self._state = replace(self._state, font=number)

    def _default(self, number: int | None) -> None:
        self._default_font = number

    def _charset(self, number: int | None) -> None:
        if self._state.destination == "fonttbl" and self._font_entry is not None:
            known = self._fonts.get(self._font_entry, RtfFont())
            self._fonts[self._font_entry] = replace(known, charset=number or 0)

    def _hide(self, number: int | None) -> None:
        self._state = replace(self._state, hidden=number != 0)

    def _plain(self, _: int | None) -> None:
        self._state = replace(self._state, font=None, hidden=False)

    def _uc(self, number: int | None) -> None:
        self._state = replace(self._state, skip=max(number or 0, 0))

    def _unicode(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        self._to_skip = self._state.skip
        self._add(chr(code))

    def _style(self, number: int | None) -> None:
        if self._state.destination == "stylesheet":
            self._style_entry = number
        elif self._state.destination == "body":
            self._level = self._styles.get(-1 if number is None else number)

    def _outline(self, number: int | None) -> None:
        if self._state.destination == "body" and number is not None and 0 <= number < _LEVELS:
            self._level = number + 1

    def _pard(self, _: int | None) -> None:
        if self._state.destination == "body":
            self._level, self._in_table = None, False

    def _intbl(self, _: int | None) -> None:
        self._in_table = True

    def _par(self, _: int | None) -> None:
        if self._state.destination == "body":
            self._end_paragraph()
        elif self._state.destination == "footnote":
            self._add(" ")

    def _cell(self, _: int | None) -> None:
        self._in_table = True
        self._end_paragraph()
        self._grid.cells.append(self._grid.cell)
        self._grid.cell = FlowCell()

    def _nested_cell(self, _: int | None) -> None:
        self._end_paragraph()

    def _row_begins(self, _: int | None) -> None:
        self._grid.edges, self._grid.merged, self._grid.next_merged = [], [], False

    def _merged(self, _: int | None) -> None:
        self._grid.next_merged = True

    def _edge(self, number: int | None) -> None:
        self._grid.edges.append(number or 0)
        self._grid.merged.append(self._grid.next_merged)
        self._grid.next_merged = False

    def _row(self, _: int | None) -> None:
        grid = self._grid
        for index, cell in enumerate(grid.cells):
            known = len(grid.edges) == len(grid.cells)
            cell.right = grid.edges[index] if known else (index + 1) * 1000
            cell.left = (grid.edges[index - 1] if index else min(0, cell.right)) if known else index * 1000
            cell.from_above = known and grid.merged[index]
        if grid.cells:
            grid.table.rows.append(grid.cells)
        grid.cells = []

    def _end_paragraph(self) -> None:
        self._end_bytes()
        self._end_run()
        paragraph = FlowParagraph(_paired(self._runs), BlockKind.HEADING if self._level else None, self._level)
        self._runs = []
        if self._in_table:
            self._grid.cell.paragraphs.append(paragraph)
        else:
            self._end_table()
            self._items.append(paragraph)

    def _end_table(self) -> None:
        if self._grid.cells or self._grid.cell.paragraphs:
            self._grid.cells.append(self._grid.cell)
            self._grid.cell = FlowCell()
            self._row(None)
        if self._grid.table.rows:
            self._items.append(self._grid.table)
            self._grid.table = FlowTable()


class _HeadReader(_Reader):
    """Reads the running heads and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._state = _State(destination="beside")

    def _word(self, word: str, number: int | None) -> None:
        if word in _HEADS:
            self._optional = False
            self._state = replace(self._state, destination="body")
        elif word != "cell" or self._state.destination == "body":
            super()._word(word, number)

    def _brace(self, brace: str) -> None:
        inside = self._state.destination == "body"
        super()._brace(brace)
        if inside and self._state.destination != "body":
            self._end_paragraph()


def _paired(runs: list[Run]) -> list[Run]:
    """Halves of characters beyond the first plane put together; a half alone is lost."""
    return [Run(run.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), run.font) for run in runs]
