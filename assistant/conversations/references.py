"""A whole conversation with one list of references: every place cited once, numbered in the order of its first use."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer_marks import MARK
from assistant.conversations.formatting import struck_in
from assistant.conversations.records import KeptTurn
from assistant.model import Answer, Citation


@dataclass(frozen=True, slots=True)
class NumberedTurn:
    """A turn whose answer carries the numbers of the whole conversation."""

    turn: KeptTurn
    text: str
    """The answer, or the sentence that says why there is none."""
    struck: frozenset[str] = frozenset()
    """Its sentences that are struck."""
    nearest: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """Turns and their common references."""

    turns: tuple[NumberedTurn, ...]
    references: tuple[Citation, ...]
    """``n`` counts from 1."""


def numbered(turns: Sequence[KeptTurn]) -> Numbered:
    """The turns with their citations renumbered through the conversation."""
    references: dict[tuple[str, int, int, int], Citation] = {}
    done = []
    for turn in turns:
        if turn.answer is None:
            done.append(NumberedTurn(turn, turn.problem))
        else:
            done.append(_turn(turn, turn.answer, references))
    return Numbered(tuple(done), tuple(references.values()))


def _turn(turn: KeptTurn, answer: Answer, references: dict[tuple[str, int, int, int], Citation]) -> NumberedTurn:
    return NumberedTurn(turn, _renumbered(answer, references), struck_in(answer), answer.nearest)


def _renumbered(answer: Answer, references: dict[tuple[str, int, int, int], Citation]) -> str:
    known = {citation.n: citation for citation in answer.citations}

    def number(match: re.Match[str]) -> str:
        citation = known.get(int(match[1]))
        return match[0] if citation is None else f"[{_number_of(citation, references)}]"

    text = MARK.sub(number, answer.text)
    for citation in answer.citations:
        _number_of(citation, references)
    return text


def _number_of(citation: Citation, references: dict[tuple[str, int, int, int], Citation]) -> int:
    place = (citation.document_id, citation.page, citation.char_start, citation.char_end)
    if place not in references:
        references[place] = replace(citation, n=len(references) + 1)
    return references[place].n
