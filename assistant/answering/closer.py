"""A closer look at the best sentences: their meaning, their wording with its accents, what they say that is new."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.answer_spans import answer_spans
from assistant.answering.features import SentenceFeatures
from assistant.answering.sentences import Sentence
from assistant.ports import InverseDocumentFrequency, Likeness
from assistant.query.question import Ask, Asked, Question
from assistant.query.tokens import has_accents

_REACH = 6
"""Syllables within which two content words of the question that follow each other still belong together."""
_MANY_NAMES = 4
_MANY_NUMBERS = 3
_MANY_ITEMS = 5
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Wording:
    """The question word by word, function words included; with its accents if it was typed with any."""

    accented: bool
    pairs: Mapping[tuple[str, str], float]
    skips: Mapping[tuple[str, str], float]
    """Content words that follow each other when everything else is left out."""
    triples: frozenset[tuple[str, str, str]]
    """Folded."""
    typed: frozenset[str]
    """Every folded syllable."""


def wording_of(question: Question, idf: InverseDocumentFrequency) -> Wording:
    """The question's successions of words, weighted by rarity."""
    accented = has_accents(question.text)
    folded = [token.folded for token in question.tokens]
    words = [token.text.lower() for token in question.tokens] if accented else folded
    content = [at for at, matters in enumerate(question.content) if matters]
    return Wording(
        accented,
        {(words[at], words[at + 1]): idf(f"{folded[at]}_{folded[at + 1]}") for at in range(len(words) - 1)},
        {
            (words[left], words[right]): idf(folded[left]) + idf(folded[right])
            for left, right in itertools.pairwise(content)
        },
        frozenset(zip(folded, folded[1:], folded[2:], strict=False)),
        frozenset(folded),
    )


class CloserLook:
    """Fills in what only the best sentences are measured for; meanings of all of them are compared at once."""

    def __init__(
        self,
        question: Question,
        ask: Ask,
        sentences: Sequence[Sentence],
        idf: InverseDocumentFrequency,
        likeness: Likeness,
    ) -> None:
        self._ask = ask
        self._enumerates = question.enumerates
        self._sentences = sentences
        self._wording = wording_of(question, idf)
        self._cosines = likeness(question.text, [sentence.text for sentence in sentences])
        self._best = max([_TINY, *self._cosines])

    def __call__(self, place: int, features: SentenceFeatures) -> SentenceFeatures:
        """The features of the sentence at ``place`` with those of the closer look."""
        sentence, cosine = self._sentences[place], self._cosines[place]
        items = items_in(sentence, self._ask) if self._enumerates else 0
        enumerated = min(1.0, items / _MANY_ITEMS)
        meaning = cosine, cosine / self._best
        return _filled(features, sentence, self._wording, self._ask, (*meaning, enumerated))


def new_names(sentence: Sentence, typed: frozenset[str]) -> int:
    """Capitalised words that the question does not have, the first word aside."""
    text = sentence.text
    capitals = [at for at, (start, _) in enumerate(sentence.places) if text[start].isupper()]
    return len([at for at in capitals if at and sentence.syllables[at] not in typed])


def items_in(sentence: Sentence, ask: Ask) -> int:
    """Things a sentence enumerates: places or persons where those are asked for, else what stands between commas."""
    if ask.kind in {Asked.PLACE, Asked.PERSON}:
        return len(answer_spans(sentence, ask))
    return sum(sentence.text.count(mark) for mark in ",;")


def new_numbers(sentence: Sentence, typed: frozenset[str]) -> int:
    """Numbers in digits that the question does not have."""
    return len([part for part in sentence.syllables if part[0].isdigit() and part not in typed])


def _filled(
    features: SentenceFeatures, sentence: Sentence, wording: Wording, ask: Ask, known: tuple[float, float, float]
) -> SentenceFeatures:
    meaning, meaning_best, enumerated = known
    parts = sentence.syllables
    words = [sentence.text[start:end].lower() for start, end in sentence.places] if wording.accented else parts
    triples = wording.triples.intersection(zip(parts, parts[1:], parts[2:], strict=False))
    names = min(1.0, new_names(sentence, wording.typed) / _MANY_NAMES)
    numbers = min(1.0, new_numbers(sentence, wording.typed) / _MANY_NUMBERS)
    return replace(
        features,
        meaning=meaning,
        meaning_best=meaning_best,
        triples=len(triples) / max(1, len(wording.triples)),
        exact_pairs=_found(wording.pairs, set(itertools.pairwise(words))),
        exact_skips=_skips(wording.skips, words),
        new_names=names,
        new_names_thing=names * (ask.kind is Asked.THING),
        new_names_person=names * (ask.kind is Asked.PERSON),
        new_numbers=numbers,
        new_numbers_thing=numbers * (ask.kind is Asked.THING),
        enumerated=enumerated,
    )


def _found(weights: Mapping[tuple[str, str], float], held: set[tuple[str, str]]) -> float:
    mass = sum(weights.values())
    return sum(weight for pair, weight in weights.items() if pair in held) / mass if mass else 0.0


def _skips(weights: Mapping[tuple[str, str], float], words: Sequence[str]) -> float:
    places: dict[str, list[int]] = {}
    sought = frozenset(itertools.chain.from_iterable(weights))
    for at, word in enumerate(words):
        if word in sought:
            places.setdefault(word, []).append(at)
    near = {
        (left, right)
        for left, right in weights
        if any(0 < after - before <= _REACH for before in places.get(left, ()) for after in places.get(right, ()))
    }
    return _found(weights, near)
