"""What a question asks for: kinds of answer wanted, the noun asked about, names and years it insists on."""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.query.names import capital_names, provinces_named, quoted_phrases
from assistant.query.paper_references import paper_days, without_papers
from assistant.query.periods import question_periods
from assistant.query.person_names import FAMILY_NAMES
from assistant.query.tokens import PhraseMatch, Token, find_phrases, has_accents, tokens_of
from assistant.query.wording import (
    AMOUNTS,
    APPROXIMATORS,
    ASKS_DATE,
    ASKS_DOCUMENTS,
    ASKS_MANNER,
    ASKS_NUMBER,
    ASKS_PERSON,
    ASKS_PLACE,
    ASKS_REASON,
    ASKS_THING,
    ENUMERATING,
    FUNCTION_WORDS,
    FUNCTION_WORDS_ONLY_ACCENTED,
    NOT_WHERE_AFTER,
    NOT_WHERE_BEFORE,
    OFFICES,
    PLURAL,
    REGIONS_WITH_AND,
    TAKING_VERBS,
    TITLES,
    YES_NO_ENDS,
)
from ingest.text.folding import fold

_QUESTIONS = 64
"""Remembered: whoever searches, answers or warns reads the same question again."""
_FOCUS_SYLLABLES = 4
_FROM, _TO, _UNIT_BETWEEN = "tu", frozenset({"den", "toi"}), 3
"""Around the two ends of a stretch asked for, with at most two syllables of a unit behind the first."""
_INTRODUCING = r"(?:(?:trong|vào|của|trong[ ]nam|vao|cua)[ ])?(?:năm|nam|số|so)"
"""Words that stand before a year or a number and nothing without it."""
TIME_KINDS = frozenset({"year", "period", "quarter", "relative_time"})
"""Kinds of chips that restrict an answer to a time."""


class Asked(StrEnum):
    """The kind of thing that would answer."""

    NUMBER = "number"
    PERSON = "person"
    DATE = "date"
    PLACE = "place"
    THING = "thing"
    REASON = "reason"
    MANNER = "manner"
    DOCUMENTS = "documents"
    OTHER = "other"


_LEXICON: tuple[tuple[Asked, tuple[str, ...]], ...] = (
    (Asked.DOCUMENTS, ASKS_DOCUMENTS),
    (Asked.DATE, ASKS_DATE),
    (Asked.PERSON, ASKS_PERSON),
    (Asked.PLACE, ASKS_PLACE),
    (Asked.NUMBER, ASKS_NUMBER),
    (Asked.REASON, ASKS_REASON),
    (Asked.MANNER, ASKS_MANNER),
    (Asked.THING, ASKS_THING),
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for; ``first`` to ``last`` are the tokens that belong to it."""

    kind: Asked
    focus: tuple[str, ...]
    """Folded syllables of the noun asked about: "mo hinh" of "bao nhiêu mô hình"; may be empty."""
    first: int
    last: int
    words: tuple[str, ...] = ()
    """The interrogative itself, folded: "bao nhieu", "ngay nao"."""
    focus_follows: bool = True
    """Whether the focus stands after the interrogative ("bao nhiêu hộ") or before it ("số tiền là bao nhiêu")."""


@dataclass(frozen=True, slots=True)
class Question:
    """The reading of one question; folded syllables throughout, so accents typed or not make no difference."""

    text: str
    tokens: tuple[Token, ...]
    """Their places are in ``text``."""
    content: tuple[bool, ...]
    """Per token: whether it is about the subject (not a function word or interrogative)."""
    asks: tuple[Ask, ...]
    """At least one."""
    periods: tuple[tuple[int, int], ...]
    """Years and terms the question is about, first and last year; not the year in a law's name."""
    provinces: tuple[tuple[str, ...], ...]
    """Provinces named, each as folded syllables."""
    names: tuple[tuple[str, ...], ...]
    """Other proper names, likewise."""
    quoted: tuple[tuple[str, ...], ...]
    """Phrases in quotation marks, as folded syllables."""

    plural: bool
    """Whether several things are asked for at once: "những … nào", "hai cụm", "so sánh"."""
    enumerates: bool = False
    """Whether the answer is an enumeration: "gồm những tỉnh nào", "kể tên"."""
    paper_days: tuple[str, ...] = ()
    """Days of papers it names, ISO dates: "(tin 31/07/2023)"; they say where to look, not what for."""

    @property
    def wants_documents(self) -> bool:
        """Whether the answer is a list of documents."""
        return any(ask.kind is Asked.DOCUMENTS for ask in self.asks)


def read_question(text: str, ignored: Collection[str] = frozenset()) -> Question:
    """Read a question; pure, never fails. Without an interrogative the one ask is OTHER.

    ``ignored`` holds readings the asker took away, as ``kind:text``: such a time restricts nothing, such a
    province is a name like others.
    """
    return _read_question(text, frozenset(ignored))


@lru_cache(maxsize=_QUESTIONS)
def _read_question(text: str, ignored: frozenset[str]) -> Question:
    tokens = tokens_of(text)
    accented = has_accents(text)
    found = list(_stretches_whole(tokens, _interrogatives(tokens, accented)))
    functions = _function_tokens(tokens, accented)
    interrogative = {index for _, match in found for index in range(match.first, match.last)}
    timeless = without_papers(_without_times(text, ignored))
    content = tuple(
        index not in interrogative
        and index not in functions
        and len(token.folded) + token.text.isdigit() > 1
        and not timeless[token.start].isspace()
        for index, token in enumerate(tokens)
    )
    provinces = tuple(name for name in dict.fromkeys(provinces_named(tokens, accented)) if not _is_off(name, ignored))
    return Question(
        text,
        tokens,
        content,
        _asks(text, tokens, content, found),
        question_periods(timeless),
        provinces,
        tuple(name for name in dict.fromkeys(capital_names(text, tokens, interrogative)) if name not in provinces),
        quoted_phrases(text),
        any(True for _ in find_phrases(tokens, PLURAL, accented=accented)),
        any(True for _ in find_phrases(tokens, ENUMERATING, accented=accented)),
        paper_days(text),
    )


def _without_times(text: str, ignored: Collection[str]) -> str:
    """The text with the times taken away blanked out; places in it stay."""
    for key in ignored:
        kind, _, typed = key.partition(":")
        if kind in TIME_KINDS and typed:
            text = text.replace(typed, " " * len(typed))
    return text


def without_taken_away(text: str, ignored: Collection[str]) -> str:
    """The question without the times and numbers of papers that the asker took away, for whoever reads its words."""
    for key in ignored:
        kind, _, typed = key.partition(":")
        if typed and kind in TIME_KINDS | {"document_number"}:
            text = re.sub(rf"(?i:(?:{_INTRODUCING})\s+)?(?<!\w){re.escape(typed)}(?!\w)", " ", text)
    flat = re.sub(r"\s+([?.!,;])", r"\1", " ".join(text.split())).lstrip(" ,;")
    return flat[:1].upper() + flat[1:]


def _is_off(name: tuple[str, ...], ignored: Collection[str]) -> bool:
    return any(key.startswith("place:") and tuple(fold(key[len("place:") :]).split()) == name for key in ignored)


def _interrogatives(tokens: tuple[Token, ...], accented: bool) -> list[tuple[Asked, PhraseMatch]]:
    """Interrogative phrases left to right; the longer reading of a place wins ("năm nào" over "nào")."""
    kinds = {phrase: kind for kind, phrases in reversed(_LEXICON) for phrase in phrases}
    found = find_phrases(tokens, kinds, accented=accented)
    read = [_corrected(tokens, kinds[match.phrase], match, accented=accented) for match in found]
    return [
        (kind, match)
        for kind, match in read
        if not _asks_whether(tokens, match, accented=accented) and (accented or not _is_no_where(tokens, match))
    ]


def _corrected(
    tokens: tuple[Token, ...], kind: Asked, match: PhraseMatch, *, accented: bool
) -> tuple[Asked, PhraseMatch]:
    """Without accents "Việt Nam nào" ends like "năm nào"; a theme's name is no person's, and "với ai" may be a body."""
    words = tokens[match.first].folded, tokens[max(0, match.first - 1)].folded
    if kind is Asked.DATE and words == ("nam", "viet"):
        return Asked.THING, PhraseMatch(match.first + 1, match.last, match.phrase)
    if kind is Asked.PERSON and words[0] == "ten":
        before = tokens[: match.first]
        return (kind if any(find_phrases(before, OFFICES, accented=accented)) else Asked.THING), match
    if kind is Asked.PERSON and (words == ("ai", "voi") or _is_named_before(tokens, match)):
        return Asked.THING, match
    return kind, match


def _is_named_before(tokens: tuple[Token, ...], match: PhraseMatch) -> bool:
    """Whether it is "Nguyễn Thị A là ai": the person is known, the office is asked for."""
    before = tokens[: match.first]
    if len(before) < 3 or before[-1].folded != "la" or tokens[match.first].folded != "ai":  # noqa: PLR2004
        return False
    run = [token.text for token in itertools.takewhile(lambda token: token.text[0].isupper(), reversed(before[:-1]))]
    if run and fold(run[-1]) in TITLES:
        run = run[:-1]
        return len(run) > 1 and run[-1] in FAMILY_NAMES
    ahead = before[: len(before) - 1 - len(run)]
    by_itself = not ahead or ahead[-1].folded in TITLES
    return by_itself and len(run) > 1 and run[-1] in FAMILY_NAMES


def _is_no_where(tokens: tuple[Token, ...], match: PhraseMatch) -> bool:
    """Typed without accents "thang dau nam" is "tháng đầu năm" and "me do dau" is "mẹ đỡ đầu": neither asks where."""
    if tokens[match.last - 1].folded != "dau":
        return False
    before = tokens[match.first - 1].folded if match.first else ""
    after = tokens[match.last].folded if match.last < len(tokens) else ""
    return before in NOT_WHERE_AFTER or after in NOT_WHERE_BEFORE


def _asks_whether(tokens: tuple[Token, ...], match: PhraseMatch, *, accented: bool) -> bool:
    """Whether it is "có tỉnh nào … không", that asks whether there is one."""
    ends = [one for one in find_phrases(tokens, YES_NO_ENDS, accented=accented) if one.last == len(tokens)]
    return bool(ends) and bool(match.first) and tokens[match.first - 1].folded == "co" and match.last <= ends[0].first


def _function_tokens(tokens: tuple[Token, ...], accented: bool) -> set[int]:
    words = FUNCTION_WORDS + FUNCTION_WORDS_ONLY_ACCENTED if accented else FUNCTION_WORDS
    found = {match.first for match in find_phrases(tokens, words, accented=accented)}
    # "chị" alone is how one speaks of a person, "chị em" are women
    return {at for at in found if [token.folded for token in tokens[at : at + 2]] != ["chi", "em"]}


def _asks(
    text: str, tokens: tuple[Token, ...], content: tuple[bool, ...], found: list[tuple[Asked, PhraseMatch]]
) -> tuple[Ask, ...]:
    if not found:
        return (Ask(Asked.OTHER, (), 0, len(tokens)),)
    bounds = [
        0,
        *(_boundary(text, tokens, left, right) for (_, left), (_, right) in itertools.pairwise(found)),
    ]
    asks: list[Ask] = []
    for (kind, match), first, last in zip(found, bounds, [*bounds[1:], len(tokens)], strict=True):
        if first == last or (asks and kind is Asked.THING and not any(content[first:last])):
            continue
        focus, follows = _focus(kind, match, tokens, content, (first, last))
        words = tuple(token.folded for token in tokens[match.last - _length(match) : match.last])
        asks.append(Ask(kind, focus, first, last, words, follows))
    return tuple(asks) or (Ask(Asked.OTHER, (), 0, len(tokens)),)


def _length(match: PhraseMatch) -> int:
    """Tokens of the interrogative; a stretch has one at each end."""
    return min(len(match.phrase.split()), match.last - match.first)


def _stretches_whole(
    tokens: tuple[Token, ...], found: list[tuple[Asked, PhraseMatch]]
) -> Iterator[tuple[Asked, PhraseMatch]]:
    """A stretch, "từ bao nhiêu đến bao nhiêu", is one thing: both ends stand in one answer."""
    held: tuple[Asked, PhraseMatch] | None = None
    for kind, match in found:
        if held and held[0] is kind and _is_stretch(tokens, held[1], match):
            held = kind, PhraseMatch(held[1].first - 1, match.last, match.phrase)
            continue
        if held:
            yield held
        held = kind, match
    if held:
        yield held


def _is_stretch(tokens: tuple[Token, ...], left: PhraseMatch, right: PhraseMatch) -> bool:
    """Whether nothing but a unit stands between "từ bao nhiêu" and "đến bao nhiêu"."""
    before = tokens[left.first - 1].folded if left.first else ""
    between = right.first - left.last
    return before == _FROM and 1 <= between <= _UNIT_BETWEEN and tokens[right.first - 1].folded in _TO


def inside_a_region(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "và" at a token belongs to a region's own name: "Trung du và miền núi"."""
    around = tokens[max(0, at - 1) : at + 2]
    return (around[0].folded, around[-1].folded) in REGIONS_WITH_AND


def _boundary(text: str, tokens: tuple[Token, ...], left: PhraseMatch, right: PhraseMatch) -> int:
    """Where the second thing asked begins: at "và" or a punctuation mark between the two, else at itself."""
    for index in range(right.first - 1, left.last - 2, -1):
        if tokens[index].folded == "va" and not inside_a_region(tokens, index):
            return index + 1
        end = tokens[index].end
        gap = text[end : tokens[index + 1].start] if index + 1 < len(tokens) else ""
        bracketed = text.count("(", 0, end) > text.count(")", 0, end)
        if not bracketed and any(mark in gap for mark in ",;.?"):
            return index + 1
    return right.first


def _focus(
    kind: Asked, match: PhraseMatch, tokens: tuple[Token, ...], content: tuple[bool, ...], bounds: tuple[int, int]
) -> tuple[tuple[str, ...], bool]:
    """The noun beside the interrogative, and whether it follows: after "bao nhiêu", before "nào" and "gì"."""
    about = [one.first for one in find_phrases(tokens, APPROXIMATORS, accented=True) if one.last == match.first]
    before = _run(tokens, content, range(min([match.first, *about]) - 1, bounds[0] - 1, -1))[::-1]
    if kind is Asked.NUMBER:
        after = _counted(_run(tokens, content, range(match.last, bounds[1])))
        return (after, True) if after else (_counted(before or _ahead(tokens, content, bounds[0], match)), False)
    if kind is Asked.THING and not before and match.first and tokens[match.first - 1].folded == "la":
        before = _counted(_ahead(tokens, content, bounds[0], match))
    return (_noun(before), False) if kind in {Asked.THING, Asked.PERSON} else ((), False)


def _noun(before: tuple[str, ...]) -> tuple[str, ...]:
    """What stands behind a verb that takes what is asked for: "Hòa giữ chức vụ" of "giữ chức vụ gì"."""
    verbs = [at for at, word in enumerate(before[:-1]) if word in TAKING_VERBS]
    return before[verbs[-1] + 1 :] if verbs else before


def _ahead(tokens: tuple[Token, ...], content: tuple[bool, ...], first: int, match: PhraseMatch) -> tuple[str, ...]:
    """What begins the ask, words for "the number of" passed over: "Tổng số hộ nghèo … là bao nhiêu"."""
    first = next((at for at in range(first, match.first) if content[at]), first)
    folded = [token.folded for token in tokens[first : match.first]]
    return _run(tokens, content, range(first + _amount(folded), match.first))


def _counted(focus: tuple[str, ...]) -> tuple[str, ...]:
    """Without the words for "the number of" and the year behind, where more is said than those."""
    years = [at for at, word in enumerate(focus) if at and word.isdigit() and focus[at - 1] == "nam"]
    return focus[_amount(focus) : years[0] - 1 if years and years[0] - 1 > _amount(focus) else None]


def _amount(words: Sequence[str]) -> int:
    """How many words at the beginning say only that a number is meant."""
    for phrase in AMOUNTS:
        if tuple(words[: len(phrase)]) == phrase and len(words) > len(phrase):
            return len(phrase)
    return 0


def _run(tokens: tuple[Token, ...], content: tuple[bool, ...], order: range) -> tuple[str, ...]:
    """Content syllables next to each other, at most four, from the start of ``order``."""
    taken: list[str] = []
    for index in order:
        if not content[index] or len(taken) == _FOCUS_SYLLABLES:
            break
        taken.append(tokens[index].folded)
    return tuple(taken)
