"""Finds the sentences of a passage that a statement rests on, by the terms and numbers they share."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.grounding.numbers import unsupported_numbers
from ingest.text.sentences import split_sentences
from vectorstore.terms import bigrams, syllables

_LONGEST_WINDOW = 3
_PRICE_OF_A_SENTENCE = 0.08
"""Share of the statement a further sentence must add to be worth quoting."""
_PRICE_OF_A_NUMBER = 0.25
"""A window without a number the statement gives is hardly its source."""
_LEAST_SHARE = 0.15
"""Below this the passage shares only filler words with the statement."""


@dataclass(frozen=True, slots=True)
class Support:
    """Characters [start, end) of a passage, and the share of the statement's terms found there, 0 to 1."""

    start: int
    end: int
    share: float


def best_support(statement: str, passage: str) -> Support:
    """The one to three neighbouring sentences that cover most of the statement.

    The whole passage, with its share, where no sentence stands out.
    """
    wanted = _terms(statement)
    spans = [span for span in split_sentences(passage) if passage[span[0] : span[1]].strip()]
    if not wanted or not spans:
        return Support(0, len(passage), 0.0)
    windows = [
        (spans[first][0], spans[last - 1][1], last - first)
        for first, last in itertools.combinations(range(len(spans) + 1), 2)
        if last - first <= _LONGEST_WINDOW
    ]
    worth, start, end = max(
        ((_worth(statement, wanted, passage[start:end], size), -start, -end) for start, end, size in windows)
    )
    found = Support(-start, -end, coverage(statement, passage[-start:-end]))
    return found if worth > 0 and found.share >= _LEAST_SHARE else Support(0, len(passage), found.share)


def coverage(statement: str, text: str) -> float:
    """Share of the statement's terms that stand in the text, 0 to 1; accents and case do not count."""
    wanted = _terms(statement)
    return len(wanted & _terms(text)) / len(wanted) if wanted else 0.0


def best_passage(statement: str, passages: Sequence[str], least_share: float) -> int | None:
    """Index of the passage whose best sentences cover the statement and state all its numbers; None if none does."""
    found: list[tuple[float, int]] = []
    for index, passage in enumerate(passages):
        support = best_support(statement, passage)
        if support.share >= least_share and not unsupported_numbers(statement, [passage[support.start : support.end]]):
            found.append((support.share, -index))
    return -max(found)[1] if found else None


def _worth(statement: str, wanted: frozenset[str], window: str, sentences: int) -> float:
    share = len(wanted & _terms(window)) / len(wanted)
    missing = len(unsupported_numbers(statement, [window]))
    return share - _PRICE_OF_A_SENTENCE * (sentences - 1) - _PRICE_OF_A_NUMBER * missing


def _terms(text: str) -> frozenset[str]:
    parts = syllables(text)
    return frozenset([*parts, *bigrams(parts)])
