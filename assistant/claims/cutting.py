"""A draft cut into claims: sentences of its paragraphs, rows of its tables, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.claims.kinds import kind_of
from assistant.claims.model import Claim, ClaimKind, ClaimPlace, Draft, DraftPart, NotChecked
from assistant.claims.plans import opens_plans, says_it_is_done
from assistant.claims.rows import cells_of, is_rendered, row_statement
from assistant.claims.wording import is_recipient, opens_addressees, why_not_checked
from ingest.documents import BlockKind
from ingest.text.sentences import split_sentences

_LIST_SIGN = re.compile(r"^\s*(?:[-–—*•+]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])\s+")
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.DATELINE, BlockKind.BYLINE})


@dataclass(slots=True)
class _State:
    """What the parts before leave open."""

    alone: bool = False
    """A single line is what is to be checked, whatever it looks like."""
    n: int = 0
    table: int = -1
    row: int = 0
    in_table: bool = False
    addressed: bool = False
    planned: bool = False
    header: list[str] = field(default_factory=list)


def claims_of(draft: Draft) -> tuple[Claim, ...]:
    """Everything the draft says, in order; what is not to be checked carries the reason."""
    state = _State(alone=len(draft.parts) == 1)
    return tuple(claim for at, part in enumerate(draft.parts) for claim in _of_part(draft, at, part, state))


def _of_part(draft: Draft, at: int, part: DraftPart, state: _State) -> Iterator[Claim]:
    text = draft.text[part.char_start : part.char_end]
    if part.kind is BlockKind.BOILERPLATE or not any(char.isalnum() for char in text):
        return
    if part.kind is BlockKind.TABLE_ROW or _opens_table(draft, at):
        yield from _row(draft, at, part, state)
        return
    state.in_table = False
    state.addressed = opens_addressees(text) or (state.addressed and is_recipient(text))
    if part.kind in _HEADINGS:
        state.planned = opens_plans(text)
    for start, end in split_sentences(draft.text, part.char_start, part.char_end):
        sentence = draft.text[start:end]
        if any(char.isalnum() for char in sentence):
            state.n += 1
            yield _claim(state, sentence, (start, end), ClaimPlace(at, part.page_at(start)), part.kind)


def _opens_table(draft: Draft, at: int) -> bool:
    """Whether a line directly above a table is its first row, taken for a title because it comes first."""
    following = draft.parts[at + 1] if at + 1 < len(draft.parts) else None
    if following is None or following.kind is not BlockKind.TABLE_ROW:
        return False
    part = draft.parts[at]
    line, below = (draft.text[one.char_start : one.char_end] for one in (part, following))
    if is_rendered(line) and is_rendered(below):
        return True
    cells = cells_of(line)
    return len(cells) > 1 and len(cells) == len(cells_of(below))


def _claim(state: _State, text: str, span: tuple[int, int], where: ClaimPlace, kind: BlockKind) -> Claim:
    said = " ".join(_LIST_SIGN.sub("", text, count=1).split())
    reason = why_not_checked(said, heading=kind in _HEADINGS and not state.alone)
    if reason is None and state.planned and kind not in _HEADINGS and not says_it_is_done(said):
        reason = NotChecked.PLAN
    if state.addressed:
        reason = NotChecked.ADDRESSEES
    return Claim(state.n, text, *span, kind_of(said), where, said if said != text else "", reason)


def _row(draft: Draft, at: int, part: DraftPart, state: _State) -> Iterator[Claim]:
    if not state.in_table:
        state.table, state.row, state.in_table, state.header = state.table + 1, 0, True, []
    text = draft.text[part.char_start : part.char_end]
    statement, state.header, is_header = row_statement(text, state.header)
    where = ClaimPlace(at, part.page, state.table, state.row)
    state.row += 1
    state.n += 1
    reason = NotChecked.HEADING if is_header else None
    yield Claim(
        state.n,
        text,
        part.char_start,
        part.char_end,
        ClaimKind.TABLE_ROW,
        where,
        statement if statement != text else "",
        reason,
    )
