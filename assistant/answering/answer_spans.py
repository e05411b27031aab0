"""Stretches of a sentence that could be the answer itself: numbers, days, names (linguistic table)."""

import re
from collections.abc import Collection, Iterator

from assistant.answering.sentences import Sentence
from assistant.query.person_names import FAMILY_NAMES
from assistant.query.places import PROVINCES
from assistant.query.question import Ask, Asked
from ingest.text.folding import fold
from ingest.text.syllables import is_syllable

Span = tuple[int, int]
"""Syllables [first, last) of a sentence."""

NUMBER_WORDS = frozenset(
    "một hai ba bốn sáu bảy tám chín mười chục trăm nghìn ngàn vạn triệu tỷ tỉ nửa đôi vài".split()  # noqa: SIM905
)
"""Without "năm", which is nearly always a year, and "tư", which is so in "tư tưởng", "đầu tư", "tư vấn"."""
_FOLDED_NUMBER_WORDS = frozenset(map(fold, NUMBER_WORDS))
NOT_COUNTED_AFTER = frozenset(
    "dieu khoan diem muc chuong phan trang so nam thang ngay quy khoa lan thu".split()  # noqa: SIM905
)
"""A digit after one of these names a thing or a day; it counts nothing."""
NOT_ONE_BEFORE = frozenset("so cach phan chut it vai lan".split())  # noqa: SIM905
""" "Một số", "một cách": an article, not a count."""
SLOGANS = frozenset({"khong", "sach"})
""" "5 không, 3 sạch" is a name."""
ORDINAL_QUESTIONS = frozenset(
    tuple(str.split(one))
    for one in ("so may", "so bao nhieu", "mang so may", "mang so bao nhieu", "so hieu bao nhieu", "so hieu may",
                "thu may", "dieu nao")
)  # fmt: skip
"""The number names a thing, so it stands behind a noun and counts nothing."""
PLACE_NOUNS = frozenset(["tinh", "huyen", "xa", "quan", "phuong"])
"""Asked with "nào", the place must be named as one of these, or as a province for "tỉnh"."""
DEPUTY = "pho"
HEADS = (("chu", "tich"), ("bi", "thu"), ("truong", "ban"), ("giam", "doc"), ("chu", "nhiem"), ("cum", "truong"))
"""Offices that have deputies."""
PRECISE = frozenset({"ngay", "nam", "thang", "tinh", "huyen", "xa", "quan", "phuong"})
"""First words of "ngày nào", "tỉnh nào", …: they say what form the answer has."""
_WITH_FORM = frozenset({Asked.NUMBER, Asked.DATE, Asked.PERSON, Asked.PLACE})
PERCENT = ("phan", "tram")
_SHARE = frozenset({("ty", "le"), ("ti", "le"), ("ty", "trong"), ("ti", "trong")})
_DATE_WORDS = frozenset(["nam", "ngay", "thang", "ky", "quy", "sang", "chieu", "toi", "tuan", "luc", "hoi"])
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1\d|20)\d{2}$")
_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?!\d)|\d{1,2}\s+tháng\s+\d")
_FULL_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}")
_MAX_NAME = 8
_MAX_PERSON = 5
PROVINCE_NAMES = frozenset(tuple(fold(name).replace(" - ", " ").split()) for name in PROVINCES)


def answer_spans(sentence: Sentence, ask: Ask) -> list[Span]:
    """Where an answer of the kind could be; kinds without a form of their own (a thing, a reason) have none."""
    if ask.kind not in _WITH_FORM:
        return []
    if ask.kind is Asked.NUMBER:
        return list(_numbers(sentence, ordinal=ask.words in ORDINAL_QUESTIONS))
    if ask.kind is Asked.DATE:
        return list(_dates(sentence, ask.words[0] if ask.words else ""))
    words = [sentence.text[start:end] for start, end in sentence.places]
    if ask.kind is Asked.PERSON:
        return [person for span in _names(sentence, words) for person in _persons(sentence, words, span)]
    return list(_places(sentence, words, ask.words[0] if ask.words else ""))


def says_nothing_new(sentence: Sentence, span: Span, typed: Collection[str]) -> bool:
    """Whether the question has every syllable of it; a ratio ("7/7 chỉ tiêu") says more than its two figures."""
    known = all(part in typed for part in sentence.syllables[span[0] : span[1]])
    return known and not is_ratio(sentence, span)


def is_ratio(sentence: Sentence, span: Span) -> bool:
    """Whether it is one figure of another: "2.220/2.522"."""
    return "/" in sentence.text[sentence.places[span[0]][0] : sentence.places[span[1] - 1][1]]


def is_percentage(sentence: Sentence, span: Span) -> bool:
    """Whether "%" or its words follow."""
    sign = sentence.text[sentence.places[span[1] - 1][1] :].lstrip().startswith("%")
    return sign or sentence.syllables[span[1] : span[1] + 2] == PERCENT


def tells_share(ask: Ask, sentence: Sentence, span: Span) -> bool | None:
    """Whether it is the share asked for; None where that has to be seen from what it counts.

    "bao nhiêu phần trăm chỉ tiêu" is told by percentages alone, "tỷ lệ … là bao nhiêu" also by a ratio or a count.
    """
    if ask.words[-2:] == PERCENT:
        return is_percentage(sentence, span)
    if _asks_for_share(ask) and (is_percentage(sentence, span) or is_ratio(sentence, span)):
        return True
    return None


def _asks_for_share(ask: Ask) -> bool:
    """Whether the number asked for is a share: "tỷ lệ … là bao nhiêu"."""
    return ask.kind is Asked.NUMBER and not ask.focus_follows and ask.focus[:2] in _SHARE


def provinces_in(sentence: Sentence) -> set[tuple[str, ...]]:
    """Provinces the sentence names, as folded syllables."""
    parts = sentence.syllables
    pairs = {parts[index : index + size] for size in (2, 3) for index in range(len(parts) - size + 1)}
    return pairs & PROVINCE_NAMES


def _numbers(sentence: Sentence, *, ordinal: bool) -> Iterator[Span]:
    run: int | None = None
    for index, part in enumerate([*sentence.syllables, ""]):
        number = _has_digit(part) or (part in _FOLDED_NUMBER_WORDS and _word(sentence, index) in NUMBER_WORDS)
        if number and run is None:
            run = index
        elif not number and run is not None:
            if ordinal or _counts(sentence, run, index):
                yield run, index
            run = None


def _has_digit(part: str) -> bool:
    # most syllables are letters, which is seen faster than a pattern looks for digits
    return not part.isalpha() and bool(_DIGIT.search(part))


def _word(sentence: Sentence, index: int) -> str:
    """A syllable with its accents, in lower case."""
    return sentence.text[slice(*sentence.places[index])].lower()


def _counts(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a number counts or measures: not an article, a list marker, a year or a part of a date."""
    before = sentence.syllables[first - 1] if first else ""
    if before in NOT_COUNTED_AFTER and _DIGIT.search(sentence.syllables[first]):
        return False
    start, end = sentence.places[first][0], sentence.places[last - 1][1]
    if first == 0 and sentence.text[end : end + 1] in {".", ")"}:
        return False
    after = sentence.syllables[last] if last < len(sentence.syllables) else ""
    if last - first == 1 and sentence.syllables[first] == "mot" and after in NOT_ONE_BEFORE:
        return False
    if last - first == 1 and len(sentence.syllables[first]) == 1 and after in SLOGANS:
        return False
    return not _FULL_DAY.fullmatch(sentence.text[start:end])


def _dates(sentence: Sentence, unit: str) -> Iterator[Span]:
    for index, word in enumerate(sentence.syllables):
        if not _has_digit(word):
            continue
        start = sentence.places[index][0]
        before = sentence.syllables[index - 1] if index else ""
        day = bool(_DAY.match(sentence.text, start)) or (before == "ngay" and len(word) <= 2)  # noqa: PLR2004
        if unit == "ngay":
            if day:
                yield index, index + 1
        elif _YEAR.match(word) or day or before in _DATE_WORDS:
            yield index, index + 1


def _persons(sentence: Sentence, words: list[str], run: Span) -> Iterator[Span]:
    """A family name with what follows in the run, unless it is a province; or a name of another language."""
    first, last = run
    if any(not is_syllable(words[index]) and not words[index].isupper() for index in range(first, last)):
        yield run
        return
    for index in range(first, last - 1):
        province = any(sentence.syllables[index : index + size] in PROVINCE_NAMES for size in (2, 3))
        if words[index] in FAMILY_NAMES and last - index <= _MAX_PERSON and not province:
            yield index, last
            return


def _places(sentence: Sentence, words: list[str], noun: str) -> Iterator[Span]:
    for first, last in _names(sentence, words):
        name = sentence.syllables[first:last]
        before = sentence.syllables[first - 1] if first else ""
        fits = noun not in PLACE_NOUNS or noun in {before, name[0]}
        if fits or (noun == "tinh" and any(name[:size] in PROVINCE_NAMES for size in (2, 3))):
            yield first, last


def _names(sentence: Sentence, words: list[str]) -> Iterator[Span]:
    """Runs of capitalised words with nothing but a space or a hyphen between them."""
    run: int | None = None
    for index, word in enumerate([*words, ""]):
        capital = bool(word) and word[0].isupper()
        if run is not None:
            gap = sentence.text[sentence.places[index - 1][1] : sentence.places[index][0]] if capital else "."
            if gap.strip(" -–") or index - run >= _MAX_NAME:
                yield run, index
                run = None
        if capital and run is None:
            run = index
