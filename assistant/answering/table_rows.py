"""The row of a table read as a sentence: "Huyện A — hội viên mới: 312" says that the new members of Huyện A are 312.

Rows are stored as ``ingest.loaders.tables`` writes them; what is quoted and cited stays the row itself.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.answering.cutting import Piece
from assistant.answering.quoting import Quoted, quoted
from assistant.messages_vi.answering import ANSWERING
from assistant.query.question import Question
from vectorstore.hits import Passage
from vectorstore.terms import syllables

_ROW = re.compile(r"(?:\d{1,3}\.\s+|[IVX]{1,5}\.\s+)?(?P<label>[^\n]{1,120}?) — (?P<fields>[^\n]+)")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIELD = re.compile(r"(?P<column>[^:;]{2,120}): (?P<value>[^;]+)")
_SHOWN_WHOLE = 3
"""A row of so few columns is read out whole where the question names none of them."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row at [start, end) of its passage's text."""

    start: int
    end: int
    label: str
    fields: tuple[tuple[str, str], ...]
    """Column and value."""

    def named(self, wanted: Collection[str]) -> int:
        """How many of the syllables stand in its name or in a column's."""
        names = [self.label, *(column for column, _ in self.fields)]
        return len(set(wanted) & {part for name in names for part in syllables(name)})


def as_read(piece: Piece, question: Question) -> Quoted:
    """A piece as it is shown: the row of a table by the columns that are asked for, anything else as it stands."""
    sentence = piece.ranked.sentence
    rows = _rows(sentence.hit.passage.text, sentence.start, sentence.end)
    if not rows:
        return quoted(piece)
    content = {token.folded for token, matters in zip(question.tokens, question.content, strict=True) if matters}
    # rows of much the same length are taken for one wrapped sentence
    row = max(rows, key=lambda one: one.named(content))
    return _as_sentence(sentence.hit.passage, row, content)


def rows_asked(shown: Sequence[Quoted], question: Question) -> list[Quoted]:
    """What is shown without rows of other things than the one the question names, and with the row it does name."""
    kept: list[Quoted] = []
    for one in shown:
        wanted = _rows_named(one, question)
        kept += [one] if wanted is None else wanted
    return list({one.key: one for one in kept}.values())


def _rows_named(one: Quoted, question: Question) -> list[Quoted] | None:
    """In the place of a row those of its table that the question names; None where it is none, or names none."""
    text = one.passage.text
    own = _rows(text, one.start, one.end)
    if len(own) != 1:
        return None
    columns = [column for column, _ in own[0].fields]
    asked = tuple(token.folded for token in question.tokens)
    lines = (_rows(text, line.start(), line.end()) for line in _LINE.finditer(text))
    table = [row for found in lines for row in found if [column for column, _ in row.fields] == columns]
    named = [row for row in table if _is_named(row, asked)]
    if not named:
        return None
    if any((row.start, row.end) == (own[0].start, own[0].end) for row in named):
        return [one]
    content = {token.folded for token, matters in zip(question.tokens, question.content, strict=True) if matters}
    return [_as_sentence(one.passage, row, content) for row in named]


def _is_named(row: _Row, asked: tuple[str, ...]) -> bool:
    label = tuple(syllables(row.label))
    return bool(label) and any(asked[at : at + len(label)] == label for at in range(len(asked) - len(label) + 1))


def _as_sentence(passage: Passage, row: _Row, content: Collection[str]) -> Quoted:
    chosen = _asked(row, content)
    return Quoted(passage, row.start, row.end, shown=_said(row.label, chosen) if chosen else "")


def _rows(text: str, start: int, end: int) -> list[_Row]:
    """The rows of a stretch; none where a line of it is no row."""
    rows: list[_Row] = []
    for line in _LINE.finditer(text, start, end):
        written = line.group().rstrip()
        match = _ROW.fullmatch(written)
        fields = _fields(match["fields"]) if match else []
        if match is None or not fields:
            return []
        rows.append(
            _Row(line.start(), line.start() + len(line.group().rstrip()), match["label"].strip(), tuple(fields))
        )
    return rows


def _fields(text: str) -> list[tuple[str, str]]:
    """Column and value; nothing where some part of the row has no column."""
    matches = [_FIELD.fullmatch(part.strip()) for part in text.rstrip(". ").split(";")]
    if not all(matches):
        return []
    return [(match["column"].strip(), match["value"].strip()) for match in matches if match]


def _asked(row: _Row, content: Collection[str]) -> list[tuple[str, str]]:
    """The columns that share most with what the question says beside the row's own name."""
    wanted = set(content) - set(syllables(row.label))
    shares = [len(wanted & set(syllables(column))) for column, _ in row.fields]
    best = max(shares)
    if not best:
        return list(row.fields) if len(row.fields) <= _SHOWN_WHOLE else []
    return [field for field, share in zip(row.fields, shares, strict=True) if share == best]


def _said(label: str, fields: Sequence[tuple[str, str]]) -> str:
    if len(fields) == 1:
        column, value = fields[0]
        said = ANSWERING["row_value"].format(column=column[:1].upper() + column[1:], label=label, value=value)
    else:
        values = "; ".join(ANSWERING["row_field"].format(column=column, value=value) for column, value in fields)
        said = ANSWERING["row_values"].format(label=label, fields=values)
    return said
