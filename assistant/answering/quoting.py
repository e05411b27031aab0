"""An answer put together of fixed words and quotations, which are numbered in the order they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from assistant.answer_marks import held, is_item
from assistant.answering.cutting import Piece
from assistant.answering.passage_citation import cite
from assistant.model import Citation
from ingest.text.lines import STOPS, ends_with
from ingest.text.markers import find_marker
from vectorstore.hits import Passage


@dataclass(frozen=True, slots=True)
class Quoted:
    """Characters [start, end) of a passage as they are shown."""

    passage: Passage
    start: int
    end: int
    before: str = ""
    """Stands where words of the sentence before it were left out; likewise ``after``."""
    after: str = ""
    marked: bool = False
    """Whether it stands in quotation marks."""
    shown: str = ""
    """What is read instead of the exact words, made of nothing but them: the row of a table as a sentence."""

    @property
    def key(self) -> tuple[str, int, int, int]:
        """The same place has the same key."""
        start = self.passage.char_start
        return self.passage.document_id, self.passage.page, start + self.start, start + self.end

    @property
    def words(self) -> str:
        """On one line."""
        words = self.shown or " ".join(self.passage.text[self.start : self.end].split())
        quoted = f"{self.before}{held(words)}{self.after}"
        return f"“{quoted}”" if self.marked else quoted


Line: TypeAlias = tuple[str | Quoted, ...]


@dataclass(slots=True)
class Quoting:
    """Numbers quotations; the same place keeps its number."""

    citations: list[Citation] = field(default_factory=list)

    def line(self, line: Line) -> str:
        """The text of a line, a marker behind each quotation."""
        return "".join(part if isinstance(part, str) else f"{part.words} [{self._number(part)}]" for part in line)

    def _number(self, quoted: Quoted) -> int:
        for one in self.citations:
            if (one.document_id, one.page, one.char_start, one.char_end) == quoted.key:
                return one.n
        self.citations.append(cite(quoted.passage, len(self.citations) + 1, quoted.start, quoted.end))
        return len(self.citations)


def quoted(piece: Piece, *, marked: bool = False) -> Quoted:
    """A piece with dots where its sentence goes on."""
    before, after = "… " if piece.cut_front else "", " …" if piece.cut_back else ""
    return Quoted(piece.ranked.sentence.hit.passage, piece.start, piece.end, before, after, marked)


def running_text(shown: Sequence[Quoted]) -> Iterator[Line]:
    """Sentences of one document run on; another document, an item of a list and what follows a heading begin a line."""
    line: list[Quoted] = []
    for one in shown:
        if line and _begins_line(line, one):
            yield _spaced(line)
            line = []
        line.append(one)
    if line:
        yield _spaced(line)


def _spaced(line: Sequence[Quoted]) -> Line:
    return tuple(part for one in line for part in (" ", one))[1:]


def _begins_line(line: Sequence[Quoted], one: Quoted) -> bool:
    """Whether a quotation stands on a line of its own after those of ``line``."""
    if one.passage.document_id != line[-1].passage.document_id or _is_item(one):
        return True
    ended = line[-1].after or ends_with(line[-1].words, STOPS)
    return (_is_item(line[0]) or not ended) and not _goes_on(line[-1], one)


def _is_item(quoted: Quoted) -> bool:
    """Whether it begins as an item of a list, an article or a section does."""
    return not quoted.before and (is_item(quoted.words) or find_marker(quoted.words) is not None)


def _goes_on(before: Quoted, after: Quoted) -> bool:
    """Whether a quotation stands in the same line of its document as the one before it."""
    if before.passage.chunk_id != after.passage.chunk_id:
        return False
    return "\n" not in before.passage.text[before.end : after.start]
