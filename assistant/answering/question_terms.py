"""The words of a question that are looked for in the evidence, weighted by rarity."""

import itertools
from collections.abc import Collection
from dataclasses import dataclass, replace

from assistant.answering.evidence import DocumentEvidence
from assistant.ports import InverseDocumentFrequency
from assistant.query.question import Ask, Question

_FIGURE_WORTH = 2.0
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """Weighted terms of a question, or of one thing it asks."""

    unigrams: dict[str, float]
    """Folded content syllables to idf."""
    bigrams: dict[str, float]
    """Pairs of neighbouring content syllables to idf."""
    sequence: tuple[tuple[str, str], ...]
    """Content syllables that follow each other when everything else is left out."""
    typed: frozenset[str]
    """Every folded syllable of the question."""
    unigram_mass: float
    bigram_mass: float

    def without(self, document: DocumentEvidence) -> "Terms":
        """What is left to be found where the document as a whole is known to be about its title and unit."""
        unigrams = {term: weight for term, weight in self.unigrams.items() if term not in document.card_syllables}
        bigrams = {term: weight for term, weight in self.bigrams.items() if term not in document.card}
        masses = sum(unigrams.values()) or 1.0, sum(bigrams.values()) or 1.0
        return replace(self, unigrams=unigrams, bigrams=bigrams, unigram_mass=masses[0], bigram_mass=masses[1])


def terms_of(question: Question, idf: InverseDocumentFrequency, ask: Ask | None = None) -> Terms:
    """The content of a question (of one ask, if given) weighted by rarity."""
    first, last = (ask.first, ask.last) if ask else (0, len(question.tokens))
    folded = [token.folded for token in question.tokens]
    asked = [index for index in range(first, last) if question.content[index]]
    unigrams = {folded[index]: idf(folded[index]) * _worth(folded[index]) for index in asked}
    neighbours = [(left, right) for left, right in itertools.pairwise(asked) if right == left + 1]
    bigrams = {pair: idf(pair) for pair in (f"{folded[left]}_{folded[right]}" for left, right in neighbours)}
    return Terms(
        unigrams,
        bigrams,
        tuple((folded[left], folded[right]) for left, right in itertools.pairwise(asked)),
        frozenset(folded),
        sum(unigrams.values()) or 1.0,
        sum(bigrams.values()) or 1.0,
    )


def _worth(part: str) -> float:
    """A figure tells what is meant ("con số 223"); a year is told by the periods."""
    return _FIGURE_WORTH if part.isdigit() and len(part) not in {1, _YEAR_DIGITS} else 1.0


def share(weights: dict[str, float], mass: float, found: Collection[str]) -> float:
    """Part of the weight that is found; fastest over a set."""
    return sum([weight for term, weight in weights.items() if term in found]) / mass
