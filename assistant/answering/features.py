"""How well a sentence answers a question, as a few numbers in [0, 1] that mean something by themselves."""

import math
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from assistant.answering.answer_spans import (
    DEPUTY,
    Span,
    answer_spans,
    provinces_in,
    says_nothing_new,
    tells_share,
)
from assistant.answering.counted_kinds import counts_kind
from assistant.answering.evidence import Context, covers, read_label
from assistant.answering.question_terms import Terms
from assistant.answering.sentences import Sentence
from assistant.answering.sought import WINDOW, DocumentShare, Sought
from assistant.query.question import Ask, Asked, Question

_CLOSE = 8
_UNIT_REACH = 5
"""Syllables after a number within which the thing counted is named."""
_LONG = 60.0
"""Syllables; a sentence of this length counts as long."""
_MUCH_NEWS = 20
_MAX_SPANS = 40


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What the ranking looks at."""

    unigrams: float
    """Share of the question's idf mass in the sentence, syllables."""
    bigrams: float
    skips: float
    """Share of the question's successive content words that stand near each other here, in order."""
    context_unigrams: float
    """As unigrams, with the sentence before and the headings added."""
    context_bigrams: float
    document_unigrams: float
    """As unigrams, over all evidence of the document."""
    document_bigrams: float
    rest_unigrams: float
    """As unigrams, but only of what the document's title and unit do not say already."""
    rest_bigrams: float
    tight: float
    """The most of the question found in one stretch of 28 syllables."""
    passage_score: float
    passage_first: float
    """1 / rank of the passage."""
    number: float
    """A number was asked for and one stands here that the question does not name; likewise the next three."""
    person: float
    date: float
    place: float
    local: float
    """The most of the question that stands around one such possible answer."""
    local_rest: float
    """As local, of what the document's card does not say already, within 8 syllables."""
    unit: float
    """How much of the noun counted stands beside a number."""
    governed: float
    """The best product of the two for one number: it counts the right thing, in the right company."""
    focus: float
    """How much of the noun asked about is in the sentence."""
    period: float
    """The question names a time and the sentence speaks of it."""
    period_clash: float
    """The question names a time and the sentence speaks of another."""
    names: float
    """Share of the question's proper names in the sentence, its context included; 1 if it has none."""
    document_names: float
    province: float
    """Share of the question's provinces in the sentence or on the document's card; 1 if it names none."""
    province_clash: float
    """The question names provinces, the sentence names only others."""
    role_clash: float
    """The question asks for a head (chủ tịch), the sentence knows only a deputy (phó chủ tịch)."""
    news: float
    """How much the sentence says that the question does not."""
    long: float
    restates: float
    """It is the document's title, and counts nothing of what was asked."""
    meaning: float = 0.0
    """Cosine with the question. This and what follows is measured by a closer look, of the best sentences only."""
    meaning_best: float = 0.0
    """… over the highest of these sentences."""
    triples: float = 0.0
    """Share of the question's successions of three words, function words included."""
    exact_pairs: float = 0.0
    """Share of its successions of two words by rarity, letters with the accents as typed."""
    exact_skips: float = 0.0
    """Share of its successive content words near each other in order, likewise."""
    new_names: float = 0.0
    """How many capitalised words stand here that the question does not have."""
    new_names_thing: float = 0.0
    """… where a thing was asked for; likewise the next."""
    new_names_person: float = 0.0
    new_numbers: float = 0.0
    new_numbers_thing: float = 0.0
    enumerated: float = 0.0
    """How many things stand beside each other here, where an enumeration was asked for."""

    def vector(self) -> tuple[float, ...]:
        """The values in the order of ``FEATURE_NAMES``."""
        return tuple(float(getattr(self, name)) for name in FEATURE_NAMES)


FEATURE_NAMES: tuple[str, ...] = tuple(item.name for item in fields(SentenceFeatures))


class Measure:
    """Measures sentences against one thing asked; what depends only on the question or the document is done once."""

    def __init__(self, question: Question, terms: Terms, ask: Ask) -> None:
        self._question = question
        self._terms = terms
        self._ask = ask
        self._sought = Sought(question, terms, ask)
        self._by_document: dict[str, DocumentShare] = {}

    @property
    def terms(self) -> Terms:
        """What is looked for."""
        return self._terms

    def __call__(self, sentence: Sentence, context: Context) -> SentenceFeatures:
        """The features of one sentence."""
        document_id = sentence.hit.passage.document_id
        if document_id not in self._by_document:
            self._by_document[document_id] = self._sought.document_share(context.document)
        return _features(self._question, self._sought, self._ask, sentence, context, self._by_document[document_id])


def _features(
    question: Question, sought: Sought, ask: Ask, sentence: Sentence, context: Context, whole: DocumentShare
) -> SentenceFeatures:
    parts, typed = sentence.syllables, sought.terms.typed
    marks = sought.vocabulary.marks(parts)
    own, near = marks.held, marks.held | sought.around(context.runs)
    words, beside, rest = sought.company.words, sought.company.pairs, whole.rest
    spans = [span for span in answer_spans(sentence, ask) if not says_nothing_new(sentence, span, typed)]
    spans = spans[:_MAX_SPANS]
    has = float(bool(spans))
    local = [sought.company.mass(marks.within(max(0, first - WINDOW), last + WINDOW)) for first, last in spans]
    local_rest = [rest.mass(marks.within(max(0, first - _CLOSE), last + _CLOSE)) for first, last in spans]
    unit = [_unit(ask, sentence, span) for span in spans]
    counts = max(unit, default=0.0)
    period, period_clash = _period(question, context)
    province, province_clash = _province(sought.provinces.share(own), sentence, whole.card_province)
    return SentenceFeatures(
        unigrams=words.share(own),
        bigrams=beside.share(own),
        skips=sought.skips(marks),
        context_unigrams=words.share(near),
        context_bigrams=beside.share(near),
        document_unigrams=whole.unigrams,
        document_bigrams=whole.bigrams,
        rest_unigrams=rest.words.share(own) if rest.words else 1.0,
        rest_bigrams=rest.pairs.share(own) if rest.pairs else 1.0,
        tight=sought.tight(marks, len(parts)),
        passage_score=sentence.hit.score,
        passage_first=1.0 / sentence.hit.rank,
        number=has * (ask.kind is Asked.NUMBER),
        person=has * (ask.kind is Asked.PERSON),
        date=has * (ask.kind is Asked.DATE),
        place=has * (ask.kind is Asked.PLACE),
        local=max(local, default=0.0),
        local_rest=max(local_rest, default=0.0),
        unit=counts,
        governed=max(map(operator.mul, local, unit), default=0.0),
        focus=sum([bit & own > 0 for bit in sought.focus]) / len(sought.focus) if sought.focus else 0.0,
        period=period,
        period_clash=period_clash,
        names=sought.names.share(near),
        document_names=whole.names,
        province=province,
        province_clash=province_clash,
        role_clash=float(_role_clash(sought.roles, parts)),
        news=min(1.0, (len(parts) - sum(map(typed.__contains__, parts))) / _MUCH_NEWS),
        long=min(1.0, math.log1p(len(parts)) / math.log1p(_LONG)),
        restates=float(counts < 1 and _is_title(sentence)),
    )


def _is_title(sentence: Sentence) -> bool:
    title = sentence.hit.passage.title
    return title is not None and read_label(title).syllables == sentence.syllables


def _portion(wanted: Sequence[object], found: Iterable[object], empty: float = 0.0) -> float:
    """Part of ``wanted`` that is found; ``empty`` if nothing is wanted."""
    held = set(found)
    return sum(item in held for item in wanted) / len(wanted) if wanted else empty


def _period(question: Question, context: Context) -> tuple[float, float]:
    if not question.periods or not context.years:
        return 0.0, 0.0
    agrees = any(covers(period, context.years | context.document.card_years) for period in question.periods)
    return float(agrees), float(not agrees)


def _province(here: float, sentence: Sentence, on_card: float) -> tuple[float, float]:
    """``here``: share of the question's provinces in the sentence; 1 if it names none."""
    return max(here, on_card), float(not here and bool(provinces_in(sentence)))


def _role_clash(roles: Iterable[tuple[str, str]], parts: tuple[str, ...]) -> bool:
    """Of the roles the question names without "phó", whether one stands in the sentence only behind "phó"."""
    for role in roles:
        at = [index for index in range(len(parts) - 1) if parts[index : index + 2] == role]
        if at and all(index and parts[index - 1] == DEPUTY for index in at):
            return True
    return False


def _unit(ask: Ask, sentence: Sentence, span: Span) -> float:
    """How far a number counts what was asked: "12 hộ nghèo", "đạt 71%", "số điểm … là 30"."""
    if ask.kind is not Asked.NUMBER:
        return 0.0
    if (share := tells_share(ask, sentence, span)) is not None:
        return float(share)
    return _counts_focus(ask, sentence, span) if ask.focus else 0.0


def _counts_focus(ask: Ask, sentence: Sentence, span: Span) -> float:
    first, last = span
    after = sentence.syllables[last : last + _UNIT_REACH]
    if counts_kind(ask.focus, sentence.syllables[first:last], after):
        return 1.0
    if ask.focus_follows:
        return _names_unit(ask.focus[:2], after)
    return _portion(ask.focus, sentence.syllables[max(0, first - 2 * _UNIT_REACH) : last + _UNIT_REACH])


def _names_unit(head: tuple[str, ...], after: tuple[str, ...]) -> float:
    """1 where the noun follows whole, half where only its first syllable does, right behind the number."""
    if head == after[: len(head)] or any(after[at : at + len(head)] == head for at in range(len(after))):
        return 1.0
    return 0.5 * (head[0] in after[:2])
