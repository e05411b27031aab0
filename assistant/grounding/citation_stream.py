"""Cuts a model's streamed answer into statements with their citations; partial markers are held back.

Works character by character, so how the stream is cut into pieces makes no difference. Inside, a citation is one
private-use character; what leaves here are words and Cited marks, never an id as text.
"""

import re
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from assistant.grounding.citation_markers import BRACKETS, Marker, read_marker
from assistant.grounding.plain_text import plain_text
from assistant.grounding.wording import LOOSE_CITATION
from ingest.text.sentences import split_sentences

_LONGEST_MARKER = 120
_FIRST, _LAST = 0xE000, 0xF8FF
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_PEELED = re.compile(
    rf"[\[(【［（{{<〔⟦]\s*(?:[^\W\d_]+\s*){{0,3}}:?\s*({_MARK.pattern}(?:[\s,;]*{_MARK.pattern})*)\s*[\])】］）}}>〕⟧]"
)
_ORDINAL = re.compile(r"\s*(?:\d{1,2}[.)]|[-–*•+])\s*")
_SEPARATOR = re.compile(r"\s*(?:[,;]|v\u00e0)?\s*")
_OPEN, _CLOSE = chr(_FIRST), chr(_FIRST + 1)
"""Our own brackets while a statement is put together, so that none of the model's can be taken for them."""
_TIDY = (
    (re.compile(r"\[\s*\d+\s*\]"), ""),
    (re.compile(r"\s+([.,;:!?…])"), r"\1"),
    (re.compile(rf"\s*((?:{_OPEN}\d+{_CLOSE})+)\s*([.!?…]+)$"), r"\2 \1"),
    (re.compile(r"[ \t]{2,}"), " "),
)
_TO_SPACES = {code: " " for code in range(_FIRST, _LAST + 1)}


@dataclass(frozen=True, slots=True)
class Cited:
    """A place in a statement where the model cited these ids; none when it only named ids nobody gave it."""

    ids: tuple[str, ...]


Part: TypeAlias = str | Cited


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or line of the answer; ``breaks`` when a new line begins before it."""

    parts: tuple[Part, ...]
    breaks: bool = False

    @property
    def words(self) -> str:
        """The statement without its citations."""
        return "".join(part for part in self.parts if isinstance(part, str)).strip()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids cited anywhere in it, in order, each once."""
        cited = (one for part in self.parts if isinstance(part, Cited) for one in part.ids)
        return tuple(dict.fromkeys(cited))


class CitationStream:
    """Fed with pieces of prose, gives back whole statements; drops and counts ids that were never given."""

    def __init__(self, known_ids: Collection[str]) -> None:
        self.unknown = 0
        """Citations dropped so far because nothing of that name was given."""
        self._known = frozenset(one.lower() for one in known_ids)
        self._bare = _bare_pattern(self._known)
        self._text = ""
        self._bracket = ""
        self._marks: list[tuple[str, ...]] = []
        self._breaks = False

    def feed(self, piece: str) -> list[Statement]:
        """The statements that this piece completes."""
        done: list[Statement] = []
        for char in piece:
            self._take(char)
            if char.isspace() and not self._bracket:
                done.extend(self._complete())
        return done

    def finish(self) -> list[Statement]:
        """What is left at the end of the stream."""
        marker = read_marker(self._bracket + "]", self._known) if self._bracket else None
        self._text += self._bracket if marker is None else self._mark(marker)
        self._bracket = ""
        done = self._complete()
        rest, self._text = self._text, ""
        return [*done, *self._statement(rest)]

    def _take(self, char: str) -> None:
        if _MARK.match(char):
            return
        if char in BRACKETS:
            self._text += self._bracket
            self._bracket = char
        elif self._bracket:
            self._bracket += char
            if char == BRACKETS[self._bracket[0]]:
                self._close()
            elif char == "\n" or len(self._bracket) > _LONGEST_MARKER:
                self._text += self._bracket
                self._bracket = ""
        else:
            self._text += char

    def _close(self) -> None:
        marker = read_marker(self._bracket, self._known)
        self._text += self._bracket if marker is None else self._mark(marker)
        self._bracket = ""

    def _mark(self, marker: Marker) -> str:
        self.unknown += marker.unknown
        if len(self._marks) > _LAST - _FIRST:
            return ""
        self._marks.append(marker.ids)
        return chr(_FIRST + len(self._marks) - 1)

    def _complete(self) -> list[Statement]:
        starts = _sentence_starts(self._text.translate(_TO_SPACES))
        done: list[Statement] = []
        for start, end in zip([0, *starts[1:-1]], starts[1:], strict=False):
            done.extend(self._statement(self._text[start:end]))
        if len(starts) > 1:
            self._text = self._text[starts[-1] :]
        return done

    def _statement(self, raw: str) -> list[Statement]:
        """The statement in a stretch of text, or none when only white space and leftovers stand there."""
        breaks = self._breaks
        self._breaks = "\n" in raw[len(raw.rstrip()) :]
        text = _PEELED.sub(r"\1", plain_text(raw))
        text = self._bare.sub(lambda found: self._mark(Marker((found[1].lower(),))), text)
        text = LOOSE_CITATION.sub(lambda _: " " + self._mark(Marker((), 1)), text)
        text = re.sub(r"\s+", " ", text).strip()
        parts = tuple(self._part(piece) for piece in re.split(f"({_MARK.pattern})", text) if piece)
        statement = Statement(parts, breaks)
        if not statement.ids and not any(char.isalnum() for char in statement.words):
            self._breaks = self._breaks or breaks
            return []
        return [statement]

    def _part(self, piece: str) -> Part:
        return Cited(self._marks[ord(piece) - _FIRST]) if _MARK.fullmatch(piece) else piece


@dataclass(slots=True)
class CitationNumbers:
    """Numbers places by first use, from 1."""

    _numbers: dict[Hashable, int] = field(default_factory=dict)

    def number(self, place: Hashable) -> int:
        """The number of a place; the next free one when it is new."""
        return self._numbers.setdefault(place, len(self._numbers) + 1)


def render(parts: Sequence[Part], numbers_of: Callable[[int], Sequence[int]]) -> str:
    """The statement as shown: each citation as [n][m] after the closing full stop, as extractive answers have it.

    :param numbers_of: Index of a part to the numbers shown there; none drops the citation.
    """
    text = ""
    for index, part in enumerate(parts):
        if isinstance(part, Cited):
            marks = "".join(f"{_OPEN}{number}{_CLOSE}" for number in numbers_of(index))
            spaced = text.rstrip()
            text = spaced + (" " if spaced and not spaced.endswith(_CLOSE) else "") + marks if marks else text
        elif not _between_marks(parts, index):
            text += " " + part if text.endswith(_CLOSE) and part[:1].isalnum() else part
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text.strip())
    return text.strip().replace(_OPEN, "[").replace(_CLOSE, "]")


def _between_marks(parts: Sequence[Part], index: int) -> bool:
    """Whether a part is only what separates two citations."""
    if not 0 < index < len(parts) - 1 or isinstance(parts[index], Cited):
        return False
    return bool(
        _SEPARATOR.fullmatch(str(parts[index]))
        and isinstance(parts[index - 1], Cited)
        and isinstance(parts[index + 1], Cited)
    )


def _bare_pattern(known: Collection[str]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, known))) or r"(?!)"
    return re.compile(rf"(?<!\w)({names})(?!\w)", re.IGNORECASE)


def _sentence_starts(text: str) -> list[int]:
    """Where sentences and lines begin; a list ordinal or a bullet belongs to what follows it."""
    starts: list[int] = []
    line_start = 0
    for line in text.splitlines(keepends=True):
        previous = None
        for start, end in split_sentences(line):
            if not line[start:end].strip():
                continue
            if previous is None or not _ORDINAL.fullmatch(previous):
                starts.append(line_start + start)
            previous = line[start:end]
        line_start += len(line)
    return starts
