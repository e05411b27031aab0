"""The sentences of the evidence: what an extractive answer is made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model import Hit
from ingest.text.folding import fold
from ingest.text.sentences import split_sentences

_WORD = re.compile(r"[^\W_]+")
_MIN_SYLLABLES = 3


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


def sentences_of(hits: Sequence[Hit]) -> list[Sentence]:
    """Every sentence of the passages once, best passage first, in reading order within a passage."""
    seen: set[tuple[str, int, int, int]] = set()
    found: list[Sentence] = []
    for hit in hits:
        folded = fold(hit.passage.text)
        for ordinal, place in enumerate(split_sentences(hit.passage.text)):
            sentence = _sentence(hit, place, folded[slice(*place)], ordinal)
            if _says_something(sentence) and sentence.key not in seen:
                seen.add(sentence.key)
                found.append(sentence)
    return found


def _says_something(sentence: Sentence) -> bool:
    """Not a bare date, time or number."""
    return sum(not part.isdigit() for part in sentence.syllables) >= _MIN_SYLLABLES


def sentence_at(hit: Hit, start: int, end: int, ordinal: int) -> Sentence:
    """The stretch [start, end) of a passage as a Sentence."""
    return _sentence(hit, (start, end), fold(hit.passage.text[start:end]), ordinal)


def _sentence(hit: Hit, place: tuple[int, int], folded: str, ordinal: int) -> Sentence:
    start, end = place
    return Sentence(
        hit,
        start,
        end,
        hit.passage.text[start:end],
        tuple(_WORD.findall(folded)),
        tuple([match.span() for match in _WORD.finditer(folded)]),
        ordinal,
    )
