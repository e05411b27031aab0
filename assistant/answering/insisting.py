"""What a question insists on (names, figures, offices, accents, what is counted), and whether the evidence has it.

A linguistic table of offices and of words for money; everything folded, so accents typed or not make no difference
but where accents are the point.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from assistant.answering.answer_spans import DEPUTY, HEADS, PROVINCE_NAMES, Span, answer_spans
from assistant.answering.evidence import DocumentEvidence, pairs
from assistant.answering.features import Terms
from assistant.answering.ranking import Ranked
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked, Question
from assistant.query.tokens import has_accents
from ingest.text.folding import fold
from ingest.text.syllables import is_syllable

_OFFICES = frozenset(
    {*HEADS, ("hieu", "truong"), ("bo", "truong"), ("thu", "tuong"), ("truong", "phong"), ("vien", "truong"),
     ("tong", "thong"), ("truong", "thon"), ("thu", "truong"), ("doi", "truong"), ("hoi", "truong")}
)  # fmt: skip
_NOT_AN_OFFICE_AFTER = frozenset({"ban"})
""" "Ban Bí thư" is a body."""
_MONEY_ASKED = frozenset(
    {"kinh_phi", "so_tien", "nhieu_tien", "muc_luong", "luong_toi", "tri_gia", "ngan_sach", "bao_tien", "gia_vang",
     "muc_phat", "phat_tien", "hoc_phi", "le_phi", "phu_cap", "tro_cap", "von_vay", "gia_tri", "thu_nhap"}
)  # fmt: skip
_MONEY = frozenset({"dong", "trieu", "ty", "ti", "usd", "euro", "la", "bang", "nghin", "ngan", "vnd", "lan", "luong"})
_MONEY_REACH = 3
_ROMAN = re.compile(r"[IVXLC]+")
_NUMBERED = frozenset(str.split("khoa lan thu quy ky chuong phan muc the loai cap dieu"))
"""Words before a Roman numeral."""
_WHOLE_PLACES = PROVINCE_NAMES | {("viet", "nam"), ("trung", "uong")}
_PERSON_REACH = 12
"""Syllables after an office within which its holder is named."""
_UNIT_REACH = 10
_COMPANY = 12
_BESIDE = 4
_HALF = 0.5
_TYPED = frozenset({Asked.NUMBER, Asked.PERSON, Asked.DATE, Asked.PLACE})
_FUZZY_FROM = 4
"""Letters from which on a foreign word may be misspelt."""
_TWO_SLIPS_FROM = 7
_OLDEST_YEAR, _LATEST_YEAR = 1000, 2100
_WORD = re.compile(r"[^\W_]+")
_PERSON = Ask(Asked.PERSON, (), 0, 0)


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
    """A person was asked for by an office, and the document names nobody who holds it there."""
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
    words = _Words(question, terms, same)
    whole = words.missing(words.document)
    close = words.missing_near(best.sentence, best.context.near)
    names = _names(question)
    figures = frozenset(_figures(question))
    held = frozenset(_plain(part) for part in document.syllables)
    held_near = frozenset(_plain(part) for part in near)
    near_pairs = best.context.near_pairs | set(pairs(best.sentence.syllables))
    money = ask.kind is Asked.NUMBER and not _MONEY_ASKED.isdisjoint(_all_pairs(question))
    counted = ask.kind is Asked.NUMBER and bool(ask.focus)
    return InsistedFeatures(
        accents_missing=sum(whole),
        accents_missing_near=sum(close),
        accents_rarest_missing=max(whole, default=0.0),
        accents_rarest_missing_near=max(close, default=0.0),
        accents_company_missing=words.company_missing(best.sentence, ask),
        accents_company_missing_beside=min(words.company_missing(one, ask) for one in same[:_BESIDE]),
        name_absent=_absent(names, document.pairs, document.syllables),
        name_absent_near=_absent(names, near_pairs, near),
        figure_absent=float(not figures <= held),
        figure_absent_near=float(not figures <= held_near),
        office_unfilled=float(ask.kind is Asked.PERSON and _unfilled(question, same, document)),
        money_missing=float(money and not _has_money(best.sentence)),
        money_missing_document=float(money and not any(map(_has_money, same))),
        counted_company_missing=counted and words.counted_company_missing(best.sentence, ask),
        unit_phrase_missing=counted * (1 - _unit_phrase(ask, terms, best.sentence)),
        unit_phrase_missing_document=counted * (1 - max(_unit_phrase(ask, terms, one) for one in same)),
        doubt_missing=1 - best.probability,
    )


def missing_names(question: Question, document: DocumentEvidence) -> list[tuple[str, ...]]:
    """Names of the question, folded, that the document has not, a slip of the pen allowed."""
    return [name for name in _names(question) if _found(name, document.pairs, document.syllables) < 1]


def missing_figures(question: Question, document: DocumentEvidence) -> list[str]:
    """Figures and Roman numerals of the question, years aside, that the document has not."""
    held = frozenset(map(_plain, document.syllables))
    return [figure for figure in _figures(question) if figure not in held]


def office_asked(question: Question) -> tuple[int, int] | None:
    """Tokens [first, last) of the office the question names first, its "phó" included."""
    for last, (*_, deputy) in _offices([token.folded for token in question.tokens]):
        return last - 2 - deputy, last
    return None


class _Words:
    """The content words of a question, accents as typed, with their share of its weight."""

    def __init__(self, question: Question, terms: Terms, sentences: Sequence[Sentence]) -> None:
        self._accented = has_accents(question.text)
        self._terms = terms
        self._weights: dict[tuple[str, str], float] = {}
        for token, matters in zip(question.tokens, question.content, strict=True):
            if matters and token.folded in terms.unigrams:
                share = terms.unigrams[token.folded] / terms.unigram_mass
                self._weights[(token.folded, self._key(token.text))] = share
        self.document = self._held(sentences)
        title = sentences[0].hit.passage.title or ""
        self.document |= {self._key(word) for word in _WORD.findall(title)}

    def missing(self, held: set[str]) -> list[float]:
        """Shares of the words that are not there."""
        return [share for (_, key), share in self._weights.items() if key not in held]

    def missing_near(self, sentence: Sentence, near: frozenset[str]) -> list[float]:
        """Likewise of the sentence and, for words the document has with these accents, what is around it."""
        own = self._held([sentence])
        return [
            share
            for (folded, key), share in self._weights.items()
            if key not in own and not (folded in near and key in self.document)
        ]

    def company_missing(self, sentence: Sentence, ask: Ask) -> float:
        """How little of the words stands around the possible answer of the sentence that has most of them."""
        spans = [
            (first, last)
            for first, last in answer_spans(sentence, ask)
            if not set(sentence.syllables[first:last]) <= self._terms.typed
        ]
        return self._company(sentence, spans, default=float(ask.kind in _TYPED))

    def counted_company_missing(self, sentence: Sentence, ask: Ask) -> float:
        """Likewise of numbers behind which at least half of what is counted stands."""
        spans = [span for span, phrase in _unit_phrases(ask, self._terms, sentence) if phrase >= _HALF]
        return self._company(sentence, spans, default=1.0)

    def _company(self, sentence: Sentence, spans: Sequence[Span], default: float) -> float:
        keys = [self._key(sentence.text[start:end]) for start, end in sentence.places]
        missing = [sum(self.missing(set(keys[max(0, first - _COMPANY) : last + _COMPANY]))) for first, last in spans]
        return min(missing, default=default)

    def _held(self, sentences: Iterable[Sentence]) -> set[str]:
        if not self._accented:
            return {part for sentence in sentences for part in sentence.syllables}
        words = {sentence.text[start:end] for sentence in sentences for start, end in sentence.places}
        return set(map(self._key, words))

    def _key(self, word: str) -> str:
        return _accent_key(word) if self._accented else fold(word)


@lru_cache(maxsize=50_000)
def _accent_key(word: str) -> str:
    """The syllable in lower case with its tone at the end, wherever it was placed: hòa and hoà are one."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(str(_TONES.index(char) + 1) for char in decomposed if char in _TONES)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES)) + tones


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _names(question: Question) -> tuple[tuple[str, ...], ...]:
    """Names of the question, and what stands after a word for a kind of place."""
    tokens = question.tokens
    accented = has_accents(question.text)
    found = [*question.provinces, *question.names]
    for at in range(len(tokens) - 2):
        before = tokens[at - 1].folded if at else ""
        words = tokens[at + 1 : at + 3]
        if tokens[at].folded not in _PLACE_NOUNS or before in _NOT_ONE_PLACE or before.isdigit():
            continue
        capital = all(one.text[0].isupper() for one in words)
        if capital or (not accented and all(question.content[at + 1 : at + 3]) and tokens[at].folded in _LOW_PLACES):
            found.append(tuple(one.folded for one in words))
    return tuple(dict.fromkeys(found))


_PLACE_NOUNS = frozenset(str.split("tinh huyen quan phuong xa thon ban"))
_LOW_PLACES = frozenset(str.split("huyen phuong thon"))
_NOT_ONE_PLACE = frozenset(str.split("cap cac toan trong nhieu moi nhung hai ba mot so bao may"))


def _absent(names: Sequence[tuple[str, ...]], held_pairs: Iterable[str], held: Iterable[str]) -> float:
    known_pairs, known = frozenset(held_pairs), frozenset(held)
    return max((1 - _found(name, known_pairs, known) for name in names), default=0.0)


def _found(name: tuple[str, ...], held_pairs: frozenset[str], held: frozenset[str]) -> float:
    """Share of a name that is there: a Vietnamese syllable beside its neighbour, a foreign word by itself."""
    joined = list(pairs(name))
    there = [
        _is_there(part, held)
        if len(name) == 1 or not is_syllable(part)
        else any(pair in held_pairs for pair in joined[max(0, at - 1) : at + 1])
        for at, part in enumerate(name)
    ]
    return sum(there) / len(there)


def _is_there(part: str, held: frozenset[str]) -> bool:
    if part in held:
        return True
    if len(part) < _FUZZY_FROM or is_syllable(part):
        return False
    slips = 1 + (len(part) >= _TWO_SLIPS_FROM)
    return any(one[:1] == part[0] and abs(len(one) - len(part)) <= slips and _near(one, part, slips) for one in held)


def _near(left: str, right: str, slips: int) -> bool:
    """Whether at most ``slips`` letters were added, left out, exchanged or swapped with the next (Damerau)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, 1):
        following = [at]
        for to, other in enumerate(right, 1):
            cost = min(row[to] + 1, following[-1] + 1, row[to - 1] + (letter != other))
            if before and to > 1 and letter == right[to - 2] and left[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1] <= slips


def _figures(question: Question) -> Iterator[str]:
    """Digits and Roman numerals, years aside."""
    for at, token in enumerate(question.tokens):
        if token.text.isdigit():
            if not (len(token.text) == 4 and _OLDEST_YEAR <= int(token.text) <= _LATEST_YEAR):  # noqa: PLR2004
                yield _plain(token.text)
        elif _ROMAN.fullmatch(token.text):
            before = question.tokens[at - 1].folded if at else ""
            if len(token.text) > 1 or before in _NUMBERED:
                yield token.folded


def _plain(part: str) -> str:
    return part.lstrip("0") or part if part.isdigit() else part


def _all_pairs(question: Question) -> set[str]:
    return set(pairs([token.folded for token in question.tokens]))


def _has_money(sentence: Sentence) -> bool:
    parts = sentence.syllables
    return any(
        part[0].isdigit() and not _MONEY.isdisjoint(parts[at + 1 : at + 1 + _MONEY_REACH])
        for at, part in enumerate(parts)
    ) or any(sign in sentence.text for sign in "$€£¥")


def _unit_phrase(ask: Ask, terms: Terms, sentence: Sentence) -> float:
    """The most of the noun counted that stands behind (or before, where it was asked so) one number."""
    return max((phrase for _, phrase in _unit_phrases(ask, terms, sentence)), default=0.0)


def _unit_phrases(ask: Ask, terms: Terms, sentence: Sentence) -> list[tuple[Span, float]]:
    """Numbers that the question does not name, with how much of the noun counted stands by them."""
    weights = {part: terms.unigrams.get(part, 1.0) for part in ask.focus}
    mass = sum(weights.values()) or 1.0
    found = []
    for first, last in answer_spans(sentence, ask):
        if not set(sentence.syllables[first:last]) <= terms.typed:
            begin = last if ask.focus_follows else max(0, first - _UNIT_REACH)
            by = set(sentence.syllables[begin : last + _UNIT_REACH])
            found.append(((first, last), sum(weights[part] for part in weights if part in by) / mass))
    return found


def _offices(parts: Sequence[str]) -> Iterator[tuple[int, tuple[str, str, bool]]]:
    """Places behind offices, with the office and whether a deputy's is meant."""
    for at in range(len(parts) - 1):
        office = parts[at], parts[at + 1]
        before = parts[at - 1] if at else ""
        if office in _OFFICES and before not in _NOT_AN_OFFICE_AFTER:
            yield at + 2, (*office, before == DEPUTY)


def _unfilled(question: Question, sentences: Sequence[Sentence], document: DocumentEvidence) -> bool:
    """Whether the question names an office and none of the sentences names who holds it there."""
    parts = [token.folded for token in question.tokens]
    asked = {office for _, office in _offices(parts)}
    places = _places(parts)
    return bool(asked) and not any(_fills(sentence, asked, places, document) for sentence in sentences)


def _fills(
    sentence: Sentence,
    asked: set[tuple[str, str, bool]],
    places: set[tuple[str, ...]],
    document: DocumentEvidence,
) -> bool:
    """Whether one holder of such an office is named, at the place asked for where there is one."""
    behind = [at for at, office in _offices(sentence.syllables) if office in asked]
    if not behind:
        return False
    persons = answer_spans(sentence, _PERSON)
    title = [
        sentence.syllables[at:first] if first >= at else sentence.syllables[at : at + _PERSON_REACH // 2]
        for at in behind
        for first, last in persons
        if 0 <= first - at <= _PERSON_REACH or 0 <= at - 2 - last <= 1
    ]
    return any(_is_there_asked(_places(one), places, document) for one in title)


def _is_there_asked(named_here: set[tuple[str, ...]], asked: set[tuple[str, ...]], document: DocumentEvidence) -> bool:
    """The title names a place asked for, or none where the document's card names it, or none was asked for."""
    if named_here:
        return not asked or bool(named_here & asked)
    return all(set(pairs(place)) <= document.card for place in asked)


def _places(parts: Sequence[str]) -> set[tuple[str, ...]]:
    """Provinces, and the whole country."""
    runs = {tuple(parts[at : at + size]) for size in (2, 3) for at in range(len(parts) - size + 1)}
    return runs & _WHOLE_PLACES
