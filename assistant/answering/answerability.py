"""Whether the evidence answers at all: a probability over interpretable measurements.

What is missing weighs more in a document of an office, one whose card tells its type or unit: a question about it is
asked in its own words, and a wrong figure from it does the most harm. So every measurement has a second weight there.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

from assistant.answering.answer_spans import PRECISE
from assistant.answering.evidence import DocumentEvidence, covers, pairs
from assistant.answering.insisted_contacts import contact_missing
from assistant.answering.insisted_counts import counted_elsewhere
from assistant.answering.insisted_deeds import deed_missing
from assistant.answering.insisted_names import place_absent
from assistant.answering.insisted_persons import person_missing_by_name, reason_missing, role_of_another
from assistant.answering.insisted_places import where_missing
from assistant.answering.insisted_titles import failure_missing, title_missing
from assistant.answering.insisting import INSISTED_NAMES, InsistedFeatures, insisted
from assistant.answering.papers_named import is_of_day
from assistant.answering.question_terms import Terms, share
from assistant.answering.ranking import Ranked, is_official
from assistant.answering.weights import ANSWERABLE_INTERCEPT, ANSWERABLE_WEIGHTS
from assistant.query.question import Ask, Asked, Question
from ingest.document_types import NEWS_ITEM

_TYPED = (Asked.NUMBER, Asked.PERSON, Asked.DATE, Asked.PLACE)
_NEAR_TOP = 3


@dataclass(frozen=True, slots=True)
class WordingFeatures:
    """Measured on the best sentence for one thing asked; all in [0, 1]."""

    unigrams: float
    bigrams: float
    skips: float
    tight: float
    context_unigrams: float
    context_bigrams: float
    document_unigrams: float
    document_bigrams: float
    rest_unigrams: float
    rest_bigrams: float
    best_bigrams: float
    """The most any of the three best sentences has."""
    meaning: float
    """Cosine of the best sentence with the question."""
    best_meaning: float
    """The most any of the three best sentences has; likewise the next."""
    best_triples: float
    exact_pairs: float
    best_exact_pairs: float
    number_missing: float
    """A number was asked for and the best sentence has none of its own; likewise the next three."""
    person_missing: float
    date_missing: float
    place_missing: float
    precise_missing: float
    """A day, a province, a telephone number, … was asked for by that word, and no sentence of the document has one.

    Likewise where a figure, a person, a day or a place of one year was asked for, and the best sentence of an office's
    document speaks of another year: of 28 such questions over the five example documents one had an answer; where a
    place was asked for and it tells none; where a deed was, and no sentence has its word. Everywhere, where what is
    counted stands in another item of its list, and where a province, district or commune is not there at all.
    """
    role_clash: float
    """The best sentence knows only a deputy of the one asked for."""
    company_missing: float
    """A number, person, day or place was asked for: how little of the question stands around any in the document."""
    close_company_missing: float
    """As company_missing, of what the document's card does not say, close by."""
    unit_missing: float
    """A number of something was asked for and no number in the best sentence counts that."""
    unit_missing_document: float
    """… no number in the evidence of its document."""
    governed_missing: float
    """… none that counts it in the right company."""
    focus_missing: float
    """How much of the noun asked about is missing in the sentence."""
    focus_missing_document: float
    period_unknown: float
    """The document never names a year of the question."""
    period_clash: float
    """The best sentence speaks of another time."""
    names_missing: float
    names_missing_near: float
    province_missing: float
    """A province of the question is missing in the evidence of the document."""
    province_clash: float
    """The best sentence names only other provinces, and the document's card names none of the question."""
    rarest_missing: float
    """The largest share of the question's weight that one word has which the document lacks."""
    rarest_missing_near: float
    """… which the sentence, the one before and the headings lack."""
    rest_rarest_missing: float
    """As rarest_missing, of the words that the document's card does not say."""
    rest_pair_missing: float
    """The share of such pairs that the document lacks altogether."""
    pair_missing: float
    """The largest share one pair of neighbouring words has which the document lacks."""

    def vector(self) -> tuple[float, ...]:
        """The values in the order of ``_WORDING_NAMES``."""
        return tuple(float(getattr(self, name)) for name in _WORDING_NAMES)


_WORDING_NAMES: tuple[str, ...] = tuple(item.name for item in fields(WordingFeatures))
_PLAIN_NAMES = (*_WORDING_NAMES, *INSISTED_NAMES)
OFFICIAL = "official"
"""Name of the measurement that is 1 in a document of an office, and before the point the others there."""
ANSWERABILITY_NAMES: tuple[str, ...] = (*_PLAIN_NAMES, *(f"{OFFICIAL}.{name}" for name in _PLAIN_NAMES), OFFICIAL)


@dataclass(frozen=True, slots=True)
class AnswerabilityFeatures:
    """What the decision to refuse looks at."""

    wording: WordingFeatures
    insisted: InsistedFeatures
    official: bool
    """The best sentence stands in a document whose type or unit is known."""

    def vector(self) -> tuple[float, ...]:
        """The values in the order of ``ANSWERABILITY_NAMES``."""
        plain = (*self.wording.vector(), *self.insisted.vector())
        official = float(self.official)
        return (*plain, *(official * value for value in plain), official)


def answerability(question: Question, terms: Terms, ask: Ask, ranked: Sequence[Ranked]) -> AnswerabilityFeatures:
    """Measure the best sentence of a non-empty ranking, and the other sentences of its document."""
    return AnswerabilityFeatures(
        _wording(question, terms, ask, ranked),
        insisted(question, terms, ask, ranked),
        official=is_official(ranked[0]),
    )


def _wording(question: Question, terms: Terms, ask: Ask, ranked: Sequence[Ranked]) -> WordingFeatures:
    best = ranked[0]
    top, document = best.features, best.context.document
    rest = terms.without(document)
    near = best.context.near | set(best.sentence.syllables)
    same = [item.features for item in ranked if item.context.document is document]
    typed = {kind: float(ask.kind is kind) for kind in _TYPED}
    counted = float(ask.kind is Asked.NUMBER and bool(ask.focus))
    document_focus = [part not in document.syllables for part in ask.focus]
    return WordingFeatures(
        unigrams=top.unigrams,
        bigrams=top.bigrams,
        skips=top.skips,
        tight=top.tight,
        context_unigrams=top.context_unigrams,
        context_bigrams=top.context_bigrams,
        document_unigrams=top.document_unigrams,
        document_bigrams=top.document_bigrams,
        rest_unigrams=top.rest_unigrams,
        rest_bigrams=top.rest_bigrams,
        best_bigrams=max(item.features.bigrams for item in ranked[:_NEAR_TOP]),
        meaning=top.meaning,
        best_meaning=max(item.features.meaning for item in ranked[:_NEAR_TOP]),
        best_triples=max(item.features.triples for item in ranked[:_NEAR_TOP]),
        exact_pairs=top.exact_pairs,
        best_exact_pairs=max(item.features.exact_pairs for item in ranked[:_NEAR_TOP]),
        number_missing=typed[Asked.NUMBER] * (1 - top.number),
        person_missing=typed[Asked.PERSON] * (1 - top.person),
        date_missing=typed[Asked.DATE] * (1 - top.date),
        place_missing=typed[Asked.PLACE] * (1 - top.place),
        precise_missing=float(_form_missing(question, terms, ask, ranked)),
        role_clash=top.role_clash,
        company_missing=sum(typed.values()) * (1 - max(item.local for item in same)),
        close_company_missing=sum(typed.values()) * (1 - max(item.local_rest for item in same)),
        unit_missing=counted * (1 - top.unit),
        unit_missing_document=counted * (1 - max(item.unit for item in same)),
        governed_missing=counted * (1 - max(item.governed for item in same)),
        focus_missing=(1 - top.focus) * bool(ask.focus),
        focus_missing_document=sum(document_focus) / len(document_focus) if document_focus else 0.0,
        period_unknown=_period_unknown(question, document),
        period_clash=top.period_clash,
        names_missing=1 - top.document_names,
        names_missing_near=1 - top.names,
        province_missing=_province_missing(question, document),
        province_clash=top.province_clash * (1 - top.province),
        rarest_missing=_rarest(terms.unigrams, terms.unigram_mass, document.syllables),
        rarest_missing_near=_rarest(terms.unigrams, terms.unigram_mass, near),
        rest_rarest_missing=_rarest(rest.unigrams, rest.unigram_mass, document.syllables),
        rest_pair_missing=1 - share(rest.bigrams, rest.bigram_mass, document.pairs) if rest.bigrams else 0.0,
        pair_missing=_rarest(terms.bigrams, terms.bigram_mass, document.pairs),
    )


def _form_missing(question: Question, terms: Terms, ask: Ask, ranked: Sequence[Ranked]) -> bool:
    """What ``WordingFeatures.precise_missing`` says."""
    best = ranked[0]
    same = [one for one in ranked if one.context.document is best.context.document]
    if question.paper_days and best.sentence.hit.passage.date and not _is_of_a_day_named(question, same):
        return True
    if _is_precise(ask) and not any(one.features.date or one.features.place for one in same):
        return True
    sentences = [one.sentence for one in same]
    if contact_missing(question, ask, sentences) or counted_elsewhere(ask, terms, best.sentence):
        return True
    if place_absent(question, best.context.document.pairs, best.context.document.syllables):
        return True
    if not is_official(best):
        return False
    other_year = ask.kind in _TYPED and best.features.period_clash > 0 and not _asks_for_a_term(ask)
    return (
        other_year
        or where_missing(ask, best.sentence, terms.typed)
        or deed_missing(question, ask, sentences)
        or title_missing(question, ask, sentences)
        or failure_missing(question, ask, best.sentence)
        or reason_missing(ask, best.sentence)
        or role_of_another(question, best.sentence)
        or (_is_news(best) and person_missing_by_name(question, ask, best.sentence))
    )


def _is_news(best: Ranked) -> bool:
    return best.sentence.hit.passage.type == NEWS_ITEM


def _is_of_a_day_named(question: Question, same: Sequence[Ranked]) -> bool:
    days = set(question.paper_days)
    return any(is_of_day(one.sentence.hit, days) for one in same)


def _is_precise(ask: Ask) -> bool:
    return ask.kind in {Asked.DATE, Asked.PLACE} and bool(ask.words) and ask.words[0] in PRECISE


def _asks_for_a_term(ask: Ask) -> bool:
    """Whether it is "thuộc nhiệm kỳ nào": a term of several years need not name the year in the question."""
    return ask.kind is Asked.DATE and ask.words[:1] in {("nhiem",), ("giai",)}


def _period_unknown(question: Question, document: DocumentEvidence) -> float:
    unknown = [not covers(period, document.years) for period in question.periods]
    return sum(unknown) / len(unknown) if unknown else 0.0


def _province_missing(question: Question, document: DocumentEvidence) -> float:
    missing = [not set(pairs(name)) <= document.pairs for name in question.provinces]
    return sum(missing) / len(missing) if missing else 0.0


def _rarest(weights: dict[str, float], mass: float, held: frozenset[str] | set[str]) -> float:
    return max((weight / mass for term, weight in weights.items() if term not in held), default=0.0)


def probability_answered(features: AnswerabilityFeatures) -> float:
    """The fitted logistic model's probability that the evidence answers.

    0 where a day, a year, a province or a telephone number was asked for by that word and its document names none:
    of 445 answered questions of XQuAD-vi and ALQAC none lacked it.
    """
    if features.wording.precise_missing:
        return 0.0
    logit = ANSWERABLE_INTERCEPT + sum(
        ANSWERABLE_WEIGHTS[name] * value for name, value in zip(ANSWERABILITY_NAMES, features.vector(), strict=True)
    )
    return 1 / (1 + math.exp(-logit))
