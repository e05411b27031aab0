"""Questions with the sentences of their evidence, measured: what the answer models are fitted on and judged by."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.composing import RankedAsk
from assistant.answering.evidence import Evidence, gather
from assistant.answering.meaning import likeness_by
from assistant.answering.question_terms import Terms, terms_of
from assistant.answering.ranking import Measured, in_order, measure_sentences
from assistant.evaluation.matching import contains
from assistant.evaluation.questions import PASSAGE, EvalQuestion
from assistant.model import Hit, SearchResult
from assistant.ports import Likeness
from assistant.query import understand
from assistant.query.places import PROVINCES
from assistant.query.question import Ask, Question, read_question
from assistant.retrieval.hybrid import HybridRetriever
from assistant.retrieval.reranking import bundled_reranker
from ingest.text.sentences import split_sentences
from vectorstore.embedder_loading import load_embedder
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.store import Store

EVIDENCE = 24
ELSEWHERE = 120
"""Questions of a set asked of each other store."""
_BY_CHANCE = 3
"""Characters of an answer that stands in many sentences without answering."""
_NEAREST = 8
_NAME = re.compile(r"(?<=\s)[A-ZĐ][a-zA-Z]{3,}(?: [A-Z][a-zA-Z]+)*")
_YEAR = re.compile(r"(?<![\d-])(?:1\d|20)\d\d(?![\d-])")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A store and the questions it answers; a set without questions is only asked those of others."""

    name: str
    store: Store
    questions: tuple[EvalQuestion, ...]
    weight: float
    kin: frozenset[str] = frozenset()
    """Sets whose documents may well answer these questions too."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question to one store; ``tag`` names how it was made."""

    tag: str
    asked: EvalQuestion
    question: Question
    terms: Terms
    measured: tuple[tuple[Ask, tuple[Measured, ...]], ...]
    """For each thing asked."""
    answered: bool
    weight: float

    @property
    def group(self) -> str:
        """Examples of one group are fitted or judged together: a passage, or a question of a small set."""
        return self.asked.sources[0] if self.asked.kind == PASSAGE else self.asked.id

    @property
    def sentences(self) -> tuple[Measured, ...]:
        """Those for the first thing asked."""
        return self.measured[0][1]

    def ranked(self) -> list[RankedAsk]:
        """By the weights as they are now."""
        return [RankedAsk(ask, in_order(sentences)) for ask, sentences in self.measured]

    def gold(self) -> list[bool]:
        """Per sentence: the right document, and as many of the facts as any sentence has."""
        facts = self.asked.key_facts or self.asked.answers
        counts = [
            sum(contains(one.sentence.text, fact) for fact in facts)
            if one.sentence.hit.passage.source in self.asked.sources
            else 0
            for one in self.sentences
        ]
        best = max(counts, default=0)
        return [bool(best) and count == best for count in counts]


def examples(sets: Sequence[QuestionSet]) -> Iterator[Example]:
    """Questions with and without an answer in the evidence."""
    likeness = bundled_likeness()
    for one in sets:
        for question in one.questions:
            answered = question.answerable
            kind, share = ("answerable", 1.0) if answered else ("unanswerable", 1.5)
            yield from _example(f"{one.name} {kind}", one, question, likeness, answered=answered, share=share)
        for question in [question for question in one.questions if question.kind == PASSAGE][::4]:
            yield from _example(
                f"{one.name} document removed", one, question, likeness, without=question.sources, share=0.5
            )
        for question in [question for question in one.questions if question.answerable and question.kind != "multi"]:
            # a passage without the sentence that answers often still says enough of the answer to be shown
            share = 0.15 if question.kind == PASSAGE else 0.5
            yield from _example(f"{one.name} answer removed", one, question, likeness, answerless=True, share=share)
        yield from _changed(one, likeness)
        for other in sets:
            if other.store is not one.store and other.name not in one.kin:
                yield from _elsewhere(one, other, likeness)


def _changed(one: QuestionSet, likeness: Likeness) -> Iterator[Example]:
    """Questions with a name, year or province exchanged."""
    asked = [question for question in one.questions if question.answerable and question.kind != "multi"]
    for how, change in (("name", _other_name), ("year", _other_year), ("province", _other_province)):
        for question in asked:
            changed = change(question.question)
            if changed:
                yield from _example(f"{one.name} {how} changed", one, question, likeness, text=changed, share=0.5)


def _elsewhere(one: QuestionSet, other: QuestionSet, likeness: Likeness) -> Iterator[Example]:
    """Questions asked of a store that cannot answer them."""
    for question in one.questions[:: max(1, len(one.questions) // ELSEWHERE)]:
        asked = replace(one, store=other.store)
        yield from _example(f"{one.name} of {other.name}", asked, question, likeness, share=0.5)


def bundled_likeness() -> Likeness:
    """As the product compares meanings."""
    embedder = load_embedder()
    assert isinstance(embedder, StaticEmbedder)
    return likeness_by(embedder)


def _example(
    tag: str,
    one: QuestionSet,
    asked: EvalQuestion,
    likeness: Likeness,
    *,
    answered: bool = False,
    text: str | None = None,
    without: Sequence[str] = (),
    answerless: bool = False,
    share: float = 1.0,
) -> Iterator[Example]:
    question, result = evidence_for(one.store, text or asked.question, without)
    evidence = gather(_answerless(result.hits, asked) if answerless else result.hits)
    if not evidence.sentences or question.wants_documents:
        return
    if (without or answerless) and _still_there(evidence, asked):
        return
    idf = one.store.idf
    measured = [
        (ask, tuple(_worth_keeping(measure_sentences(question, evidence, idf, ask, likeness)))) for ask in question.asks
    ]
    yield Example(tag, asked, question, terms_of(question, idf), tuple(measured), answered, one.weight * share)


def _worth_keeping(measured: Sequence[Measured]) -> list[Measured]:
    """Those looked at closer, and all of the documents of the best: 4,000 questions must fit into the memory."""
    best = {one.sentence.hit.passage.document_id for one in in_order(measured)[:_NEAREST]}
    return [one for one in measured if one.closer or one.sentence.hit.passage.document_id in best]


def evidence_for(store: Store, text: str, without: Sequence[str] = ()) -> tuple[Question, SearchResult]:
    """The question as read and its evidence, documents named in ``without`` left out."""
    query = understand(text)
    found = HybridRetriever(store, reranker=bundled_reranker(store)).search(query, 2 * EVIDENCE)
    hits = [hit for hit in found.hits if hit.passage.source not in without][:EVIDENCE]
    # without the best document the scores of the legs would be over those of the next
    top = hits[0].score if without and hits and hits[0].score > 0 else 1.0
    renumbered = tuple(replace(hit, rank=rank, score=hit.score / top) for rank, hit in enumerate(hits, 1))
    return read_question(query.reading or query.search_text), SearchResult(query, renumbered, {})


def _answerless(hits: Sequence[Hit], asked: EvalQuestion) -> list[Hit]:
    """The hits without the sentences that hold an answer, in the documents that answer."""
    return [replace(hit, passage=replace(hit.passage, text=_without_facts(hit, asked))) for hit in hits]


def _without_facts(hit: Hit, asked: EvalQuestion) -> str:
    text = hit.passage.text
    if hit.passage.source not in asked.sources:
        return text
    facts = asked.key_facts or asked.answers
    for start, end in reversed(list(split_sentences(text))):
        if any(contains(text[start:end], fact) for fact in facts):
            text = text[:start] + text[end:]
    return text


def _still_there(evidence: Evidence, asked: EvalQuestion) -> bool:
    """Whether some other document, or the title, holds an answer too long to stand there by chance."""
    facts = [fact for fact in asked.key_facts or asked.answers if len(fact) > _BY_CHANCE]
    texts = [text for hit in evidence.hits[:_NEAREST] for text in (hit.passage.text, hit.passage.title or "")]
    return any(contains(text, fact) for text in texts for fact in facts)


def _other_name(text: str) -> str | None:
    found = _NAME.findall(text)
    return text.replace(random.choice(found), random.choice(["Nakamura", "Oppenheim", "Kowalski"])) if found else None


def _other_year(text: str) -> str | None:
    found = _YEAR.findall(text)
    if not found or re.search("luật", text, re.IGNORECASE):
        return None
    return text.replace(found[0], str(int(found[0]) + random.choice([-13, -9, -7, 6])))


def _other_province(text: str) -> str | None:
    found = [name for name in PROVINCES if name in text]
    for name in found:
        text = text.replace(name, random.choice(["Cà Mau", "Bạc Liêu", "Bến Tre", "Bình Định"]))
    return text if found else None
