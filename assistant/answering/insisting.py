"""What a question insists on (names, figures, offices, accents, what is counted), and whether the evidence has it.

Everything is folded, so accents typed or not make no difference but where accents are the point.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from assistant.answering.evidence import DocumentEvidence, pairs
from assistant.answering.insisted_counts import asks_for_money, counted_share, has_money
from assistant.answering.insisted_names import figures_of, names_of, plain, share_absent, share_found
from assistant.answering.insisted_offices import office_missing, office_unfilled
from assistant.answering.insisted_words import QuestionWords
from assistant.answering.question_terms import Terms
from assistant.answering.ranking import Ranked
from assistant.query.question import Ask, Asked, Question

_BESIDE = 4


@dataclass(frozen=True, slots=True)
class InsistedFeatures:
    """Of the best sentence; all in [0, 1], the more the worse."""

    accents_missing: float
    """Share of the question's weight whose words, with the accents as typed, the document lacks."""
    accents_missing_near: float
    """… the sentence, the one before and the headings lack."""
    accents_rarest_missing: float
    """The largest share of the weight that one such word has; likewise near."""
    accents_rarest_missing_near: float
    accents_company_missing: float
    """A number, person, day or place was asked for: how little of the question stands around the best one here."""
    name_absent: float
    """How little of the name least found is in the document, a slip of the pen allowed."""
    name_absent_near: float
    figure_absent: float
    """A figure of the question, years aside, is nowhere in the document."""
    figure_absent_near: float
    office_unfilled: float
    """A person was asked for by an office and the document names nobody who holds it there, or never names it."""
    money_missing: float
    """Money was asked for and the sentence has no sum."""
    money_missing_document: float
    accents_company_missing_beside: float
    """… in any of the best few sentences of its document."""
    counted_company_missing: float
    """A number of something was asked for: how little of the question stands around a number that counts it."""
    unit_phrase_missing: float
    """How little of what is counted stands behind any number of the sentence."""
    unit_phrase_missing_document: float
    doubt_missing: float
    """What the best sentence leaves of the belief to others."""

    def vector(self) -> tuple[float, ...]:
        """The values in the order of ``INSISTED_NAMES``."""
        return tuple(float(getattr(self, name)) for name in INSISTED_NAMES)


INSISTED_NAMES: tuple[str, ...] = tuple(item.name for item in fields(InsistedFeatures))


def insisted(question: Question, terms: Terms, ask: Ask, ranked: Sequence[Ranked]) -> InsistedFeatures:
    """Measure the best sentence of a non-empty ranking, and the other sentences of its document."""
    best = ranked[0]
    document = best.context.document
    same = [one.sentence for one in ranked if one.context.document is document]
    near = best.context.near | set(best.sentence.syllables)
    words = QuestionWords(question, terms, same)
    whole = words.missing(words.document)
    close = words.missing_near(best.sentence, best.context.near)
    names = names_of(question)
    figures = frozenset(figures_of(question))
    held = frozenset(plain(part) for part in document.syllables)
    held_near = frozenset(plain(part) for part in near)
    near_pairs = best.context.near_pairs | set(pairs(best.sentence.syllables))
    money = ask.kind is Asked.NUMBER and asks_for_money(question)
    counted = ask.kind is Asked.NUMBER and bool(ask.focus)
    return InsistedFeatures(
        accents_missing=sum(whole),
        accents_missing_near=sum(close),
        accents_rarest_missing=max(whole, default=0.0),
        accents_rarest_missing_near=max(close, default=0.0),
        accents_company_missing=words.company_missing(best.sentence, ask),
        accents_company_missing_beside=min(words.company_missing(one, ask) for one in same[:_BESIDE]),
        name_absent=share_absent(names, document.pairs, document.syllables),
        name_absent_near=share_absent(names, near_pairs, near),
        figure_absent=float(not figures <= held),
        figure_absent_near=float(not figures <= held_near),
        office_unfilled=float(
            (ask.kind is Asked.PERSON and office_unfilled(question, same, document))
            or office_missing(question, document)
        ),
        money_missing=float(money and not has_money(best.sentence)),
        money_missing_document=float(money and not any(map(has_money, same))),
        counted_company_missing=counted and words.counted_company_missing(best.sentence, ask),
        unit_phrase_missing=counted * (1 - counted_share(ask, terms, best.sentence)),
        unit_phrase_missing_document=counted * (1 - max(counted_share(ask, terms, one) for one in same)),
        doubt_missing=1 - best.probability,
    )


def missing_names(question: Question, document: DocumentEvidence) -> list[tuple[str, ...]]:
    """Names of the question, folded, that the document has not, a slip of the pen allowed."""
    return [name for name in names_of(question) if share_found(name, document.pairs, document.syllables) < 1]


def missing_figures(question: Question, document: DocumentEvidence) -> list[str]:
    """Figures and Roman numerals of the question, years aside, that the document has not."""
    held = frozenset(map(plain, document.syllables))
    return [figure for figure in figures_of(question) if figure not in held]
