"""The evidence of one question taken apart once: its sentences and what surrounds each of them."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.sentences import Sentence, sentences_of
from assistant.model import Hit
from assistant.query.periods import years
from vectorstore.hits import Passage
from vectorstore.terms import syllables

_HEADINGS = 1_000
"""Remembered: some questions' worth."""
LIST_ITEM = re.compile(r"\s*(?:[-–—+*•]|(?:\d{1,2}|[a-zđ])[.)])\s")
"""How the item of a list begins."""


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """Everything the evidence holds of one document."""

    syllables: frozenset[str]
    pairs: frozenset[str]
    years: frozenset[int]
    """Named in the text or in the identity card."""
    card: frozenset[str]
    """Pairs of the title and the unit: what the whole document is about."""
    card_syllables: frozenset[str]
    card_years: frozenset[int]
    """Named in the title: the whole document speaks of them."""


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a sentence: the one before it, what introduces its list, the headings above, its document."""

    near: frozenset[str]
    near_pairs: frozenset[str]
    document: DocumentEvidence
    years: frozenset[int]
    """Years the sentence speaks of: its own, else those named last before it, else those of the document's date."""


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
        said = [part for one in before if one.hit is sentence.hit for part in (*one.syllables, "")]
        near = [*said, "", *_above(sentence.hit.passage)]
        document = documents[sentence.hit.passage.document_id]
        contexts.append(Context(frozenset(near), frozenset(pairs(near)), document, in_force[index]))
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
        document_id = sentences[index].hit.passage.document_id
        own = frozenset(years(sentences[index].text))
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


def _documents(hits: Sequence[Hit]) -> dict[str, DocumentEvidence]:
    texts: dict[str, list[str]] = defaultdict(list)
    card_years: dict[str, set[int]] = defaultdict(set)
    cards: dict[str, list[str]] = {}
    titles: dict[str, set[str]] = defaultdict(set)
    for hit in hits:
        passage = hit.passage
        texts[passage.document_id] += [passage.text, passage.title or "", passage.unit or "", *passage.heading_path]
        card_years[passage.document_id] |= _card_years(passage)
        cards[passage.document_id] = syllables(f"{passage.title or ''} / {passage.unit or ''} / {passage.date or ''}")
        titles[passage.document_id].add(passage.title or "")
    return {key: _document(parts, card_years[key], cards[key], titles[key]) for key, parts in texts.items()}


def _document(texts: Sequence[str], card_years: set[int], card: Sequence[str], titles: set[str]) -> DocumentEvidence:
    # every passage of a document brings its title
    texts = list(dict.fromkeys(texts))
    parts = [syllables(text) for text in texts]
    return DocumentEvidence(
        frozenset(part for some in parts for part in some),
        frozenset(pair for some in parts for pair in pairs(some)),
        frozenset(card_years | {year for text in texts for year in years(text)}),
        frozenset(pairs(card)),
        frozenset(card),
        frozenset(year for title in titles for year in years(title)),
    )
