"""How well a sentence answers a question, as a few numbers in [0, 1] that mean something by themselves."""

import itertools
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace

from assistant.answering.answer_spans import (
    DEPUTY,
    HEADS,
    Span,
    answer_spans,
    provinces_in,
    says_nothing_new,
    tells_share,
)
from assistant.answering.counted_kinds import counts_kind
from assistant.answering.evidence import Context, DocumentEvidence, covers, pairs
from assistant.answering.sentences import Sentence
from assistant.ports import InverseDocumentFrequency
from assistant.query.question import Ask, Asked, Question
from vectorstore.terms import syllables

_WINDOW = 14
"""Syllables on each side of a possible answer that can speak about it."""
_CLOSE = 8
_UNIT_REACH = 5
"""Syllables after a number within which the thing counted is named."""
_SKIP_REACH = 4
"""Syllables within which two neighbouring content words of the question still belong together."""
_LONG = 60.0
"""Syllables; a sentence of this length counts as long."""
_MUCH_NEWS = 20
_STEP = 7
_MAX_SPANS = 40
_FIGURE_WORTH = 2.0
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """Weighted terms of a question, or of one thing it asks."""

    unigrams: dict[str, float]
    """Folded content syllables to idf."""
    bigrams: dict[str, float]
    """Pairs of neighbouring content syllables to idf."""
    sequence: tuple[tuple[str, str], ...]
    """Content syllables that follow each other when everything else is left out."""
    typed: frozenset[str]
    """Every folded syllable of the question."""
    unigram_mass: float
    bigram_mass: float
    openers: frozenset[str] = field(init=False)
    """First syllables of the pairs."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "openers", frozenset(pair.partition("_")[0] for pair in self.bigrams))

    def without(self, document: DocumentEvidence) -> "Terms":
        """What is left to be found where the document as a whole is known to be about its title and unit."""
        unigrams = {term: weight for term, weight in self.unigrams.items() if term not in document.card_syllables}
        bigrams = {term: weight for term, weight in self.bigrams.items() if term not in document.card}
        masses = sum(unigrams.values()) or 1.0, sum(bigrams.values()) or 1.0
        return replace(self, unigrams=unigrams, bigrams=bigrams, unigram_mass=masses[0], bigram_mass=masses[1])


def terms_of(question: Question, idf: InverseDocumentFrequency, ask: Ask | None = None) -> Terms:
    """The content of a question (of one ask, if given) weighted by rarity."""
    first, last = (ask.first, ask.last) if ask else (0, len(question.tokens))
    folded = [token.folded for token in question.tokens]
    asked = [index for index in range(first, last) if question.content[index]]
    unigrams = {folded[index]: idf(folded[index]) * _worth(folded[index]) for index in asked}
    neighbours = [(left, right) for left, right in itertools.pairwise(asked) if right == left + 1]
    bigrams = {pair: idf(pair) for pair in (f"{folded[left]}_{folded[right]}" for left, right in neighbours)}
    return Terms(
        unigrams,
        bigrams,
        tuple((folded[left], folded[right]) for left, right in itertools.pairwise(asked)),
        frozenset(folded),
        sum(unigrams.values()) or 1.0,
        sum(bigrams.values()) or 1.0,
    )


def _worth(part: str) -> float:
    """A figure tells what is meant ("con số 223"); a year is told by the periods."""
    return _FIGURE_WORTH if part.isdigit() and len(part) not in {1, _YEAR_DIGITS} else 1.0


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


def share(weights: dict[str, float], mass: float, found: Collection[str]) -> float:
    """Part of the weight that is found; fastest over a set."""
    return sum([weight for term, weight in weights.items() if term in found]) / mass


class Measure:
    """Measures sentences against one thing asked; what depends only on the document is computed once."""

    def __init__(self, question: Question, terms: Terms, ask: Ask) -> None:
        self._question = question
        self._terms = terms
        self._ask = ask
        self._by_document: dict[str, _DocumentShare] = {}

    @property
    def terms(self) -> Terms:
        """What is looked for."""
        return self._terms

    def __call__(self, sentence: Sentence, context: Context) -> SentenceFeatures:
        """The features of one sentence."""
        document_id = sentence.hit.passage.document_id
        if document_id not in self._by_document:
            self._by_document[document_id] = _document_share(self._question, self._terms, context.document)
        return _features(self._question, self._terms, self._ask, sentence, context, self._by_document[document_id])


@dataclass(frozen=True, slots=True)
class _DocumentShare:
    """What all sentences of a document have in common for one question."""

    rest: Terms
    unigrams: float
    bigrams: float
    names: float
    card_province: float


def _document_share(question: Question, terms: Terms, document: DocumentEvidence) -> _DocumentShare:
    return _DocumentShare(
        rest=terms.without(document),
        unigrams=share(terms.unigrams, terms.unigram_mass, document.syllables),
        bigrams=share(terms.bigrams, terms.bigram_mass, document.pairs),
        names=_whole(question.names, document.pairs, document.syllables),
        card_province=_whole(question.provinces, document.card, ()),
    )


def _features(
    question: Question, terms: Terms, ask: Ask, sentence: Sentence, context: Context, whole: _DocumentShare
) -> SentenceFeatures:
    own, own_pairs = set(sentence.syllables), set(pairs(sentence.syllables))
    rest = whole.rest
    spans = [span for span in answer_spans(sentence, ask) if not says_nothing_new(sentence, span, terms.typed)]
    spans = spans[:_MAX_SPANS]
    has = float(bool(spans))
    local = [_mass(terms, sentence.syllables[max(0, first - _WINDOW) : last + _WINDOW]) for first, last in spans]
    local_rest = [_mass(rest, sentence.syllables[max(0, first - _CLOSE) : last + _CLOSE]) for first, last in spans]
    unit = [_unit(ask, sentence, span) for span in spans]
    period, period_clash = _period(question, context)
    province, province_clash = _province(question, sentence, own_pairs, whole)
    title = sentence.hit.passage.title
    return SentenceFeatures(
        unigrams=share(terms.unigrams, terms.unigram_mass, own),
        bigrams=share(terms.bigrams, terms.bigram_mass, own_pairs),
        skips=_skips(terms, sentence),
        context_unigrams=share(terms.unigrams, terms.unigram_mass, own | context.near),
        context_bigrams=share(terms.bigrams, terms.bigram_mass, own_pairs | context.near_pairs),
        document_unigrams=whole.unigrams,
        document_bigrams=whole.bigrams,
        rest_unigrams=share(rest.unigrams, rest.unigram_mass, own) if rest.unigrams else 1.0,
        rest_bigrams=share(rest.bigrams, rest.bigram_mass, own_pairs) if rest.bigrams else 1.0,
        tight=_tight(terms, sentence),
        passage_score=sentence.hit.score,
        passage_first=1.0 / sentence.hit.rank,
        number=has * (ask.kind is Asked.NUMBER),
        person=has * (ask.kind is Asked.PERSON),
        date=has * (ask.kind is Asked.DATE),
        place=has * (ask.kind is Asked.PLACE),
        local=max(local, default=0.0),
        local_rest=max(local_rest, default=0.0),
        unit=max(unit, default=0.0),
        governed=max((near * counts for near, counts in zip(local, unit, strict=True)), default=0.0),
        focus=_portion(ask.focus, own),
        period=period,
        period_clash=period_clash,
        names=_whole(question.names, own_pairs | context.near_pairs, own | context.near),
        document_names=whole.names,
        province=province,
        province_clash=province_clash,
        role_clash=float(_role_clash(terms, sentence)),
        news=min(1.0, sum(part not in terms.typed for part in sentence.syllables) / _MUCH_NEWS),
        long=min(1.0, math.log1p(len(sentence.syllables)) / math.log1p(_LONG)),
        restates=float(
            title is not None and tuple(syllables(title)) == sentence.syllables and max(unit, default=0.0) < 1
        ),
    )


def _portion(wanted: Sequence[object], found: Iterable[object], empty: float = 0.0) -> float:
    """Part of ``wanted`` that is found; ``empty`` if nothing is wanted."""
    held = set(found)
    return sum(item in held for item in wanted) / len(wanted) if wanted else empty


def _whole(names: Sequence[tuple[str, ...]], found_pairs: Iterable[str], found: Iterable[str]) -> float:
    """Part of the names that are there whole; 1 if there are none to find."""
    if not names:
        return 1.0
    held_pairs, held = set(found_pairs), set(found)
    whole = [set(pairs(name)) <= held_pairs if len(name) > 1 else name[0] in held for name in names]
    return sum(whole) / len(names)


def _period(question: Question, context: Context) -> tuple[float, float]:
    if not question.periods or not context.years:
        return 0.0, 0.0
    agrees = any(covers(period, context.years | context.document.card_years) for period in question.periods)
    return float(agrees), float(not agrees)


def _province(
    question: Question, sentence: Sentence, own_pairs: set[str], whole: _DocumentShare
) -> tuple[float, float]:
    if not question.provinces:
        return 1.0, 0.0
    here = _whole(question.provinces, own_pairs, ())
    clash = not here and bool(provinces_in(sentence))
    return max(here, whole.card_province), float(clash)


def _role_clash(terms: Terms, sentence: Sentence) -> bool:
    """Of the roles the question names without "phó", whether one stands in the sentence only behind "phó"."""
    if DEPUTY in terms.typed:
        return False
    parts = sentence.syllables
    for role in HEADS:
        if f"{role[0]}_{role[1]}" in terms.bigrams:
            at = [index for index in range(len(parts) - 1) if parts[index : index + 2] == role]
            if at and all(index and parts[index - 1] == DEPUTY for index in at):
                return True
    return False


def _mass(terms: Terms, parts: Sequence[str]) -> float:
    held = set(parts)
    found = share(terms.unigrams, terms.unigram_mass, held)
    if terms.openers.isdisjoint(held):
        return found / 3
    beside = {f"{left}_{right}" for left, right in itertools.pairwise(parts) if left in terms.openers}
    return (found + 2 * share(terms.bigrams, terms.bigram_mass, beside)) / 3


def _skips(terms: Terms, sentence: Sentence) -> float:
    if not terms.sequence:
        return 0.0
    places: dict[str, list[int]] = {}
    for index, part in enumerate(sentence.syllables):
        if part in terms.unigrams:
            places.setdefault(part, []).append(index)
    weight = found = 0.0
    for left, right in terms.sequence:
        worth = terms.unigrams[left] + terms.unigrams[right]
        weight += worth
        followers = places.get(right, ())
        if any(0 < after - before <= _SKIP_REACH for before in places.get(left, ()) for after in followers):
            found += worth
    return found / weight if weight else 0.0


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


def _tight(terms: Terms, sentence: Sentence) -> float:
    width = 2 * _WINDOW
    starts = range(0, max(1, len(sentence.syllables) - width + _STEP), _STEP)
    return max(_mass(terms, sentence.syllables[first : first + width]) for first in starts)
