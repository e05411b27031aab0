"""An answer put together of fixed words and quotations, which are numbered in the order they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from assistant.answering.cutting import Piece
from assistant.answering.passage_citation import cite
from assistant.model import Citation
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
        quoted = f"{self.before}{words}{self.after}"
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
    """Sentences of one document run on; another document begins a line."""
    line: list[str | Quoted] = []
    document = ""
    for one in shown:
        document_id = one.passage.document_id
        if line and document_id != document:
            yield tuple(line)
            line = []
        line += [" "] if line else []
        line.append(one)
        document = document_id
    if line:
        yield tuple(line)
