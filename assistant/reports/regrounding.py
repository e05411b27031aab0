"""What a sentence rests on once a person has written it: verified against its sources, or marked as the person's."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.grounding.support import coverage
from assistant.grounding.verifying import Context, verify
from assistant.model import Citation
from assistant.ports import InverseDocumentFrequency
from assistant.reports.gaps import is_gap
from assistant.reports.model import DraftSentence, Fact, SentenceKind
from assistant.verdicts import Verdict, Verification

SENTENCE_CHARS = 4_000
_TRIED = 4
"""Facts a sentence is looked for in when those it rested on do not say it."""
_LEAST_MATCH = 0.6
"""Support another fact must give before it is cited; as where a model's sentences are checked."""


def typed(text: str) -> str:
    """What a person typed as one sentence: NFC, one line, well-formed, not endless."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFC", whole).split())[:SENTENCE_CHARS]


def rewritten(
    sentence: DraftSentence, text: str, facts: Sequence[Fact], idf: InverseDocumentFrequency | None = None
) -> DraftSentence:
    """The sentence with other words.

    Its own sources are asked first, then the likeliest of the ticked ``facts``; where none says it, it becomes the
    person's own (PERSON, no citations), still knowing the facts it was made of.
    """
    text = typed(text)
    if text == sentence.text:
        return sentence
    if is_gap(text):
        return replace(sentence, text=text, kind=SentenceKind.MISSING, citations=(), fact_ids=())
    for citations, fact_ids in _candidates(sentence, text, facts):
        found = verified(text, citations, idf)
        own = bool(set(fact_ids) & set(sentence.fact_ids)) or citations == sentence.citations
        if found.verdict is Verdict.SUPPORTED and (own or found.support >= _LEAST_MATCH):
            return replace(
                sentence, text=text, kind=SentenceKind.SOURCED, citations=tuple(citations), fact_ids=tuple(fact_ids)
            )
    return replace(sentence, text=text, kind=SentenceKind.PERSON, citations=())


def verified(
    text: str, citations: Sequence[Citation], idf: InverseDocumentFrequency | None = None
) -> Verification:  # fmt: skip
    """Whether the cited places say it, their documents' titles, numbers and days being known."""
    context = Context(
        card="\n".join(filter(None, map(_card, citations))),
        dates=tuple(one.date for one in citations if one.date),
        idf=idf,
    )
    return verify(text, [one.quote for one in citations], context)


def sources_of(sentence: DraftSentence, facts: Sequence[Fact]) -> tuple[Citation, ...]:
    """What it cites; for a sentence of a person's what the facts cite that it was made of, every place once."""
    if sentence.citations:
        return sentence.citations
    known = set(sentence.fact_ids)
    places: dict[tuple[str, int, int, int], Citation] = {}
    for one in (fact.citation for fact in facts if fact.fact_id in known):
        if one is not None:
            places.setdefault((one.document_id, one.page, one.char_start, one.char_end), one)
    return tuple(places.values())


def _candidates(
    sentence: DraftSentence, text: str, facts: Sequence[Fact]
) -> Iterator[tuple[tuple[Citation, ...], tuple[str, ...]]]:
    own = sources_of(sentence, facts)
    if own:
        yield own, sentence.fact_ids
    others = [one for one in facts if one.ticked and one.citation is not None and one.fact_id not in sentence.fact_ids]
    ranked = sorted(others, key=lambda one: -coverage(text, one.citation.quote if one.citation else ""))[:_TRIED]
    for one in ranked:
        assert one.citation is not None
        yield (one.citation,), (one.fact_id,)
        if own and one.citation not in own:
            yield (*own, one.citation), (*sentence.fact_ids, one.fact_id)


def _card(citation: Citation) -> str:
    day = "/".join(reversed(citation.date.split("-"))) if citation.date else ""
    parts = (citation.title, citation.unit, citation.type, citation.number, day, *citation.heading_path)
    return "\n".join(part for part in parts if part)
