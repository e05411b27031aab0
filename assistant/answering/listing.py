"""Questions for documents ("những văn bản nào nhắc đến …"): one mentioning sentence from each."""

import dataclasses
import itertools
from collections.abc import Sequence

from assistant.answering.cutting import Piece, cut, opening_of
from assistant.answering.evidence import Evidence, pairs
from assistant.answering.features import Measure
from assistant.answering.question_terms import Terms, share
from assistant.answering.ranking import Ranked, score_of
from assistant.answering.sentences import Sentence, sentences_of
from assistant.answering.subjects import Subject, subjects, with_short_forms
from assistant.messages_vi.answering import ANSWERING
from assistant.ports import InverseDocumentFrequency, Opening
from assistant.query.question import Asked, Question
from vectorstore.hits import Passage
from vectorstore.terms import syllables

MAX_DOCUMENTS = 8
LISTED_PASSAGES = 100
"""Passages looked through where documents are asked for: the more, the fewer are missed."""
QUOTE_CHARS = 180
LEAD_CHARS = 200
_LEAD_SYLLABLES = 8
_COVERED = 0.7
_PAIRS_COVERED = 0.3
_FIGURE_WORTH = 3.0


def mentions(question: Question, idf: InverseDocumentFrequency, evidence: Evidence) -> tuple[tuple[Piece, ...], int]:
    """The best mentioning clause of the documents that mention the subject, best document first, and how many do."""
    ways = [_terms(subject, question, idf) for subject in subjects(question)]
    if not ways:
        return (), 0
    terms = ways[0]
    ask = next(ask for ask in question.asks if ask.kind is Asked.DOCUMENTS)
    measure = Measure(question, terms, ask)
    best: dict[str, Ranked] = {}
    for sentence, context in zip(evidence.sentences, evidence.contexts, strict=True):
        if not _mentions(sentence, question, ways):
            continue
        features = measure(sentence, context)
        ranked = Ranked(sentence, context, features, score_of(features), 0.0)
        document_id = sentence.hit.passage.document_id
        if document_id not in best or ranked.score > best[document_id].score:
            best[document_id] = ranked
    chosen = sorted(best.values(), key=lambda item: (item.sentence.hit.rank, item.sentence.start))[:MAX_DOCUMENTS]
    return tuple(cut(question, terms, ask, ranked, QUOTE_CHARS) for ranked in chosen), len(best)


def documents_head(count: int, shown: int, *, whole: bool) -> str:
    """How many documents mention it, as far as that is known: whether every passage that may was looked at."""
    kind = "documents_at_least" if not whole else "documents_found" if count == shown else "documents_shown"
    return ANSWERING[kind].format(count=count, shown=shown)


def _terms(subject: Subject, question: Question, idf: InverseDocumentFrequency) -> Terms:
    said = [part for run in subject for part in run]
    unigrams = {part: _worth(part, idf) for part in said}
    # "Đề án 938, 939": the figure may stand behind others of its kind
    names = [f"{left}_{right}" for run in subject for left, right in itertools.pairwise(run) if not _is_figure(right)]
    bigrams = {name: idf(name) for name in names}
    typed = frozenset(token.folded for token in question.tokens)
    masses = sum(unigrams.values()) or 1.0, sum(bigrams.values()) or 1.0
    return Terms(unigrams, bigrams, tuple(itertools.pairwise(said)), typed, *masses)


def _is_figure(part: str) -> bool:
    return part.isdigit() and len(part) > 1


def _worth(part: str, idf: InverseDocumentFrequency) -> float:
    """A figure is what tells one subject from another ("5 không, 3 sạch", "số 223")."""
    return idf(part) * (_FIGURE_WORTH if part.isdigit() else 1.0)


def _mentions(sentence: Sentence, question: Question, terms: Sequence[Terms]) -> bool:
    """A quoted phrase must stand there word for word; any other subject must be nearly all there, one way to say it."""
    if question.quoted:
        return all(_contains(sentence.syllables, phrase) for phrase in question.quoted)
    parts = with_short_forms(sentence)
    held, beside = set(parts), set(pairs(parts))
    return any(_is_there(one, held, beside) for one in terms)


def _is_there(terms: Terms, held: set[str], beside: set[str]) -> bool:
    if not terms.unigrams:
        return False
    words = share(terms.unigrams, terms.unigram_mass, held)
    together = share(terms.bigrams, terms.bigram_mass, beside) if terms.bigrams else 1.0
    return words >= _COVERED and together >= _PAIRS_COVERED


def _contains(parts: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(parts[at : at + size]) == tuple(phrase) for at in range(len(parts) - size + 1))


def lead_of(piece: Piece, evidence: Evidence, opening: Opening) -> Piece | None:
    """The beginning of the first full sentence of the piece's document, which says what the document is about.

    None where that is the piece itself, or where the document has none.
    """
    ranked = piece.ranked
    passage = ranked.sentence.hit.passage
    hits = {hit.passage.chunk_id: hit for hit in evidence.hits if _begins(hit.passage, passage.document_id)}
    first = opening(passage.document_id)
    if first is not None and first.chunk_id not in hits:
        hits[first.chunk_id] = dataclasses.replace(ranked.sentence.hit, passage=first)
    title = tuple(syllables(passage.title or ""))
    for one in sorted(sentences_of(tuple(hits.values())), key=lambda sentence: sentence.key):
        full = len(one.syllables) >= _LEAD_SYLLABLES and one.text.rstrip()[-1:] in {".", "…"} and one.syllables != title
        if full:
            lead = opening_of(Ranked(one, ranked.context, ranked.features, 0.0, 0.0), LEAD_CHARS)
            return None if one.key == ranked.sentence.key else lead
    return None


def _begins(passage: Passage, document_id: str) -> bool:
    return passage.document_id == document_id and passage.ordinal <= 1
