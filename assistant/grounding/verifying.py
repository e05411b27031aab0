"""Checks one sentence against the stretches it cites: numbers, times, names, negation, wording. Pure; no model."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.grounding.body_differences import body_differences
from assistant.grounding.compared import Compared, compare
from assistant.grounding.moment_differences import moment_differences, paper_differences
from assistant.grounding.name_differences import name_differences
from assistant.grounding.number_differences import number_differences
from assistant.grounding.office_differences import office_differences
from assistant.grounding.polarity_differences import polarity_differences
from assistant.grounding.reading import Kind
from assistant.grounding.weights import weight
from assistant.verdicts import Difference, DifferenceKind, Verdict, Verification

LEAST_SUPPORT = 0.55
"""Share of the sentence's weight that must stand in the sources before it counts as said there."""
LEAST_SIMILARITY = 0.8
"""Cosine above which a sentence in other words is still taken for the same statement."""
_PARAPHRASE_SUPPORT = 0.35
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FACTS = frozenset({Kind.MOMENT, Kind.NUMBER})
_CONTRARY = frozenset({DifferenceKind.NEGATION, DifferenceKind.OPPOSITE})


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the cited words."""

    card: str = ""
    """The documents' titles, units and dates, as text: what they say counts as said."""
    before: str = ""
    """What stands before the cited words in their document: names and times that they take up."""
    dates: tuple[str, ...] = ()
    """ISO 8601 days of the documents: the year of a "Sáng 29/11"."""
    idf: Callable[[str], float] | None = None
    similarity: Callable[[str, str], float] | None = None
    """Cosine of two texts by an embedding model, -1 to 1."""


def verify(sentence: str, spans: Sequence[str], context: Context | None = None) -> Verification:
    """Whether the cited spans say what the sentence says.

    A sentence without a letter or digit is supported by anything; without spans nothing is supported.
    """
    context = context or Context()
    source = "\n".join(spans)
    return verify_compared(compare_in(sentence, source, context), context)


def compare_in(sentence: str, source: str, context: Context) -> Compared:
    """A sentence and its sources aligned, with what the context knows."""
    years = frozenset(int(year) for date in context.dates for year in _YEAR.findall(date))
    return replace(compare(sentence, source, context.card, years, context.idf), before=context.before)


def verify_compared(compared: Compared, context: Context) -> Verification:
    """The verdict on a sentence that was aligned with its sources already."""
    sentence, source = compared.stated.text, compared.source.text
    if not compared.stated.tokens:
        return Verification(Verdict.SUPPORTED)
    differences = _differences(compared)
    support = support_of(compared, differences)
    if not _is_about(sentence, source, support, context):
        wording = Difference(DifferenceKind.WORDING, sentence, "", 0, len(sentence))
        return Verification(Verdict.NOT_SUPPORTED, (*differences, wording), support)
    return Verification(_verdict(differences), differences, support)


def support_of(compared: Compared, differences: Sequence[Difference] | None = None) -> float:
    """Share of the sentence's weight that the sources or the card hold, 0 to 1.

    A number or time in another notation is held when it is not among the differences.
    """
    wrong = {at for one in differences or () for at in range(one.start, one.end)}
    held = wanted = 0.0
    keys = {token.key for token in [*compared.source.tokens, *compared.card.tokens]}
    for at, token in enumerate(compared.stated.tokens):
        worth = weight(token, compared.idf)
        wanted += worth
        is_held = token.kind in _FACTS and differences is not None and token.start not in wrong
        if token.key in keys or compared.alignment.source_of[at] is not None or is_held:
            held += worth
    return held / wanted if wanted else 1.0


def _is_about(sentence: str, source: str, support: float, context: Context) -> bool:
    if support >= LEAST_SUPPORT:
        return True
    if context.similarity is None or support < _PARAPHRASE_SUPPORT:
        return False
    return context.similarity(sentence, source) >= LEAST_SIMILARITY


def _differences(compared: Compared) -> tuple[Difference, ...]:
    found = [
        *number_differences(compared),
        *moment_differences(compared),
        *paper_differences(compared),
        *_named(compared),
        *polarity_differences(compared),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end)))


def _named(compared: Compared) -> Iterator[Difference]:
    """Offices and institutions with their whole names; then other names."""
    whole = [*office_differences(compared), *body_differences(compared)]
    yield from whole
    for one in name_differences(compared):
        if not any(one.start < other.end and other.start < one.end for other in whole):
            yield one


def _verdict(differences: Sequence[Difference]) -> Verdict:
    if not differences:
        return Verdict.SUPPORTED
    if any(one.kind in _CONTRARY for one in differences):
        return Verdict.CONTRADICTED
    return Verdict.DIFFERS if any(one.source for one in differences) else Verdict.NOT_SUPPORTED
