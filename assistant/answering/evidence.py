"""The evidence of one question taken apart once: its sentences and what surrounds each of them."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.answering.sentences import PassageReading, Sentence, read_passage, sentences_of
from assistant.model import Hit
from assistant.query.periods import years
from vectorstore.hits import Passage
from vectorstore.terms import syllables

_HEADINGS = 1_000
"""Remembered: some questions' worth."""
LIST_ITEM = re.compile(r"\s*(?:[-–—+*•]|(?:\d{1,2}|[a-zđ])[.)])\s")
"""How the item of a list begins."""


@dataclass(frozen=True)
class DocumentEvidence:
    """Everything the evidence holds of one document; not slotted, for what few questions need is made when needed."""

    runs: tuple[tuple[str, ...], ...]
    """Folded syllables of each passage, title, unit and heading."""
    years: frozenset[int]
    """Named in the text or in the identity card."""
    card: frozenset[str]
    """Pairs of the title and the unit: what the whole document is about."""
    card_syllables: frozenset[str]
    card_years: frozenset[int]
    """Named in the title: the whole document speaks of them."""

    @cached_property
    def syllables(self) -> frozenset[str]:
        """All of them."""
        return frozenset(itertools.chain.from_iterable(self.runs))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Neighbouring syllables, joined."""
        return frozenset(itertools.chain.from_iterable(map(pairs, self.runs)))


@dataclass(frozen=True)
class Context:
    """What surrounds a sentence: the one before it, what introduces its list, the headings above, its document."""

    runs: tuple[tuple[str, ...], ...]
    """Folded syllables of each."""
    document: DocumentEvidence
    years: frozenset[int]
    """Years the sentence speaks of: its own, else those named last before it, else those of the document's date."""

    @cached_property
    def near(self) -> frozenset[str]:
        """Every syllable around the sentence; of few sentences this is asked."""
        return frozenset(itertools.chain.from_iterable(self.runs))

    @cached_property
    def near_pairs(self) -> frozenset[str]:
        """Neighbouring ones, joined."""
        return frozenset(itertools.chain.from_iterable(map(pairs, self.runs)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sentences, best passage first, each with its context at the same index."""

    hits: tuple[Hit, ...]
    sentences: tuple[Sentence, ...]
    contexts: tuple[Context, ...]
    documents: dict[str, DocumentEvidence]


def pairs(parts: Sequence[str]) -> Iterable[str]:
    """Neighbouring syllables joined the way the lexical index joins them."""
    return map("_".join, itertools.pairwise(parts))


def gather(hits: Sequence[Hit]) -> Evidence:
    """Take the hits apart; the cost grows with their text, nothing else."""
    sentences = sentences_of(hits)
    documents = _documents(hits)
    contexts = []
    in_force, lead_ins = _years_in_force(sentences, hits), _lead_ins(sentences)
    for index, sentence in enumerate(sentences):
        before = [sentences[at] for at in {index - 1, lead_ins[index]} if at >= 0]
        runs = (*(one.syllables for one in before if one.hit is sentence.hit), _above(sentence.hit.passage))
        contexts.append(Context(runs, documents[sentence.hit.passage.document_id], in_force[index]))
    return Evidence(tuple(hits), tuple(sentences), tuple(contexts), documents)


def speaks_of(document: DocumentEvidence, names: Iterable[tuple[str, ...]]) -> bool:
    """Whether the document has every name, its syllables side by side."""
    return all(set(pairs(name)) <= document.pairs if len(name) > 1 else name[0] in document.syllables for name in names)


def covers(period: tuple[int, int], named: Iterable[int]) -> bool:
    """Whether years speak of a period: one within it; of its two ends alone both, for terms meet at them."""
    first, last = period
    found = {year for year in named if first <= year <= last}
    return bool(found) and (first == last or bool(found - {first, last}) or found == {first, last} or last - first == 1)


def _lead_ins(sentences: Sequence[Sentence]) -> list[int]:
    """Per sentence the index of the line that introduces the list it is an item of ("nổi bật là:"), else -1."""
    found: list[int] = []
    for index, sentence in enumerate(sentences):
        before = sentences[index - 1] if index else None
        if before is None or before.hit is not sentence.hit or not LIST_ITEM.match(sentence.text):
            found.append(-1)
        else:
            found.append(index - 1 if before.text.rstrip().endswith(":") else found[index - 1])
    return found


def _years_in_force(sentences: Sequence[Sentence], hits: Sequence[Hit]) -> list[frozenset[int]]:
    """Per sentence, walking each document in reading order."""
    current = {hit.passage.document_id: _card_years(hit.passage) for hit in hits}
    found: dict[int, frozenset[int]] = {}
    for index in sorted(range(len(sentences)), key=lambda at: sentences[at].key):
        passage = sentences[index].hit.passage
        document_id = passage.document_id
        own = frozenset(years(sentences[index].text)) if read_passage(passage.text).years else frozenset()
        current[document_id] = own or current[document_id]
        found[index] = current[document_id]
    return [found[index] for index in range(len(sentences))]


def _card_years(passage: Passage) -> frozenset[int]:
    return frozenset({*([passage.year] if passage.year else []), *years(passage.date or "")})


def _above(passage: Passage) -> tuple[str, ...]:
    return _syllables_of_headings((passage.title or "", *passage.heading_path))


@lru_cache(maxsize=_HEADINGS)
def _syllables_of_headings(headings: tuple[str, ...]) -> tuple[str, ...]:
    """All sentences of a passage stand under the same."""
    return tuple(syllables(" / ".join(headings)))


@lru_cache(maxsize=_HEADINGS)
def read_label(text: str) -> PassageReading:
    """A title, a unit or a heading: it is no passage with sentences."""
    return PassageReading(tuple(syllables(text)), frozenset(years(text)), ())


def _documents(hits: Sequence[Hit]) -> dict[str, DocumentEvidence]:
    passages: dict[str, list[Passage]] = defaultdict(list)
    for hit in hits:
        passages[hit.passage.document_id].append(hit.passage)
    return {document_id: _document(held) for document_id, held in passages.items()}


def _document(passages: Sequence[Passage]) -> DocumentEvidence:
    # every passage of a document brings its title
    labels = {label for one in passages for label in (one.title or "", one.unit or "", *one.heading_path)}
    readings = [*map(read_passage, {one.text for one in passages}), *map(read_label, labels)]
    last = passages[-1]
    card = syllables(f"{last.title or ''} / {last.unit or ''} / {last.date or ''}")
    return DocumentEvidence(
        tuple(one.syllables for one in readings),
        frozenset().union(*(one.years for one in readings), *map(_card_years, passages)),
        frozenset(pairs(card)),
        frozenset(card),
        frozenset(year for title in {one.title or "" for one in passages} for year in years(title)),
    )
