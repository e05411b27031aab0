"""Which passages a statement rests on, and whether they say it: every sentence of an answer is checked here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.packing import PackedPassage
from assistant.grounding.support import coverage
from assistant.grounding.verifying import Context, verify
from assistant.model import Answer, Citation
from assistant.ports import InverseDocumentFrequency
from assistant.verdicts import DifferenceKind, SentenceCheck, Verdict, Verification
from vectorstore.terms import syllables

_TRIED = 3
"""Passages a statement is looked for in when those it names do not say it."""
_LEAST_MATCH = 0.6
"""Support a passage must give before it is cited in the model's stead."""
_MARKS = re.compile(r"(?:\s*\[\d{1,4}\])+")
_NUMBER = re.compile(r"\d+")
_LIST_SIGN = re.compile(r"^\s*(?:[-–*•+]|\d{1,2}[.)])\s+")
_ENTRY = re.compile(r"^\s*-\s.{1,600}?: “(?P<quote>.+)$")
"""An entry of a list of documents: what stands before the quotation are words of ours."""
_QUOTE_ENDS = '“”"… \n'


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on a statement and the passages it was found to rest on; none where it is not supported."""

    ids: tuple[str, ...]
    verification: Verification

    @property
    def holds(self) -> bool:
        """Whether the statement may be shown."""
        return self.verification.verdict is Verdict.SUPPORTED


class StatementChecker:
    """Checks the statements of one reply against the passages the model was given."""

    def __init__(self, passages: Sequence[PackedPassage], idf: InverseDocumentFrequency | None = None) -> None:
        self._passages = {one.id: one for one in passages}
        self._idf = idf

    def check(self, words: str, ids: Sequence[str]) -> Checked:
        """Against the passages it names first; then against the likeliest others, alone and together with them."""
        named = self._verify(words, ids) if ids else None
        if named is not None and named.verdict is Verdict.SUPPORTED:
            return Checked(tuple(ids), named)
        for extra in self._likeliest(words, ids):
            alone = self._verify(words, [extra])
            if alone.verdict is Verdict.SUPPORTED and alone.support >= _LEAST_MATCH:
                return Checked((extra,), alone)
            named = named or alone
            if ids:
                together = self._verify(words, [*ids, extra])
                if together.verdict is Verdict.SUPPORTED:
                    return Checked((*ids, extra), together)
        return Checked((), named or verify(words, []))

    def check_heading(self, words: str) -> Checked:
        """A line that only announces a list: what it states must stand somewhere, its wording is free."""
        found = self._verify(words, list(self._passages))
        stated = tuple(one for one in found.differences if one.kind is not DifferenceKind.WORDING)
        verdict = found.verdict if stated else Verdict.SUPPORTED
        return Checked((), replace(found, verdict=verdict, differences=stated))

    def _likeliest(self, words: str, ids: Sequence[str]) -> list[str]:
        others = [one for one in self._passages.values() if one.id not in ids]
        others.sort(key=lambda one: -coverage(words, one.text))
        return [one.id for one in others[:_TRIED]]

    def _verify(self, words: str, ids: Sequence[str]) -> Verification:
        passages = [self._passages[name] for name in ids]
        context = Context(
            card="\n".join(one.card for one in passages),
            dates=tuple(one.passage.date for one in passages if one.passage.date),
            idf=self._idf,
        )
        return verify(words, [one.text for one in passages], context)


def with_checks(answer: Answer, idf: InverseDocumentFrequency | None = None) -> Answer:
    """The answer with a verdict on each sentence that cites something, unless it already has them."""
    if answer.checks or answer.abstained:
        return answer
    return replace(answer, checks=tuple(checks_of(answer.text, answer.citations, idf)))


def checks_of(
    text: str, citations: Sequence[Citation], idf: InverseDocumentFrequency | None = None, start: int = 0
) -> Iterator[SentenceCheck]:
    """A verdict on each sentence of an answer's text from ``start`` on that cites something."""
    cited = {one.n: one for one in citations}
    for marks in _MARKS.finditer(text, start):
        while start < marks.start() and text[start].isspace():
            start += 1
        words = text[start : marks.start()]
        numbers = tuple(int(one) for one in _NUMBER.findall(marks.group()) if int(one) in cited)
        stop = marks.end()
        while stop < len(text) and text[stop] in '.”"':
            stop += 1
        if numbers and syllables(words):
            yield _check(words, (start, stop), [cited[n] for n in numbers], idf)
        start = stop


def _check(
    text: str, span: tuple[int, int], citations: Sequence[Citation], idf: InverseDocumentFrequency | None
) -> SentenceCheck:
    context = Context(
        card="\n".join(_card(one) for one in citations),
        dates=tuple(one.date for one in citations if one.date),
        idf=idf,
    )
    last = text.rsplit("\n", 1)[-1]
    entry = _ENTRY.match(last)
    words = (entry["quote"] if entry else _LIST_SIGN.sub("", last)).strip(_QUOTE_ENDS)
    found = verify(words, [one.quote for one in citations], context)
    numbers = tuple(one.n for one in citations)
    start = span[0] + len(text) - len(last)
    return SentenceCheck(words, start, span[1], numbers, found.verdict, found.differences)


def _card(citation: Citation) -> str:
    day = "/".join(reversed(citation.date.split("-"))) if citation.date else ""
    parts = (
        citation.title,
        citation.source,
        citation.unit,
        citation.type,
        citation.number,
        day,
        *citation.heading_path,
    )
    return "\n".join(part for part in parts if part)
