"""The sentences of the evidence: what an extractive answer is made of."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.model import Hit
from assistant.query.periods import years
from ingest.text.folding import fold
from ingest.text.sentences import split_sentences
from vectorstore.terms import syllables, words_in

_WORD = re.compile(r"[^\W_]+")
_MIN_SYLLABLES = 3
_PASSAGES = 200
"""Remembered, at about 50 kB each: who asks on about the same papers has them read already."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) of its passage's text; the folded syllables have their places within the sentence."""

    hit: Hit
    start: int
    end: int
    text: str
    syllables: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    ordinal: int
    """0-based position in the passage."""

    @property
    def page_start(self) -> int:
        """Where it begins in the stored page."""
        return self.hit.passage.char_start + self.start

    @property
    def key(self) -> tuple[str, int, int, int]:
        """The same sentence of overlapping passages has the same key."""
        passage = self.hit.passage
        return passage.document_id, passage.page, self.page_start, passage.char_start + self.end


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence before it is known which hit it stands in."""

    start: int
    end: int
    text: str
    syllables: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    ordinal: int


@dataclass(frozen=True, slots=True)
class PassageReading:
    """What is read of a passage whatever is asked."""

    syllables: tuple[str, ...]
    """Of the whole text, folded."""
    years: frozenset[int]
    """Named in the text."""
    stretches: tuple[_Stretch, ...]
    """Its sentences that say something."""


def sentences_of(hits: Sequence[Hit]) -> list[Sentence]:
    """Every sentence of the passages once, best passage first, in reading order within a passage."""
    seen: set[tuple[str, int, int, int]] = set()
    found: list[Sentence] = []
    for hit in hits:
        for one in read_passage(hit.passage.text).stretches:
            sentence = Sentence(hit, one.start, one.end, one.text, one.syllables, one.places, one.ordinal)
            key = sentence.key
            if key not in seen:
                seen.add(key)
                found.append(sentence)
    return found


@lru_cache(maxsize=_PASSAGES)
def read_passage(text: str) -> PassageReading:
    """Cut a text to sentences and syllables; both once, for each is needed by itself and in the other."""
    words = words_in(text)
    places = split_sentences(text)
    # a sentence ends behind a stop or a line, so no syllable stands in two
    begins = np.array([start for start, _ in places], dtype=np.int64)
    firsts = [*np.searchsorted(words.starts, begins).tolist(), len(words.parts)]
    offsets = np.repeat(begins, np.diff(firsts))
    spans = tuple(zip((words.starts - offsets).tolist(), (words.ends - offsets).tolist(), strict=True))
    parts = tuple(words.parts)
    stretches = tuple(
        _Stretch(start, end, text[start:end], parts[first:last], spans[first:last], ordinal)
        for ordinal, ((start, end), first, last) in enumerate(zip(places, firsts, firsts[1:], strict=False))
        if _says_something(parts[first:last])
    )
    whole = parts if unicodedata.is_normalized("NFC", text) else tuple(syllables(text))
    return PassageReading(whole, frozenset(years(text)), stretches)


def _says_something(parts: Sequence[str]) -> bool:
    """Not a bare date, time or number."""
    return len(parts) - sum(map(str.isdigit, parts)) >= _MIN_SYLLABLES


def sentence_at(hit: Hit, start: int, end: int, ordinal: int) -> Sentence:
    """The stretch [start, end) of a passage as a Sentence."""
    text = hit.passage.text[start:end]
    folded = fold(text)
    places = tuple([match.span() for match in _WORD.finditer(folded)])
    return Sentence(hit, start, end, text, tuple(_WORD.findall(folded)), places, ordinal)
