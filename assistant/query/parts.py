"""A question about two or more things taken apart into one question each, by rules (linguistic table).

"So sánh số hội viên của Thanh Hóa và Bắc Giang", "năm 2020 và 2021 khác nhau thế nào", "X và Y mỗi nơi bao nhiêu":
the things stand beside each other with "và" (với, hay, hoặc, so với) between them, and the question compares them or
wants a figure of each. Typed without accents the rules are the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.query.names import province_spans
from assistant.query.parallels import parallels
from assistant.query.question import Ask, Asked, Question, inside_a_region
from assistant.query.tokens import Token, find_phrases, has_accents
from ingest.text.folding import fold

_COMPARING: tuple[str, ...] = (
    "so sánh", "khác nhau", "giống nhau", "giống và khác nhau", "hơn kém nhau", "hơn kém", "chênh lệch nhau",
    "chênh lệch", "nhiều hơn", "ít hơn", "cao hơn", "thấp hơn", "mỗi nơi", "mỗi tỉnh", "mỗi huyện", "mỗi xã",
    "mỗi đơn vị", "mỗi năm", "mỗi bên", "từng nơi", "từng tỉnh", "từng huyện", "từng xã", "từng năm", "từng đơn vị",
    "lần lượt", "tương ứng", "đối chiếu",
)  # fmt: skip
"""Words that say that things beside each other are asked for one by one."""
_JOINING = frozenset({"va", "voi", "hay", "hoac", "cung"})
_JOINED = {"va": "và", "voi": "với", "hay": "hay", "hoac": "hoặc", "cung": "cùng"}
_BETWEEN_YEARS = frozenset({*_JOINING, "so", "nam", "ky", "cua"})
_PLACE_NOUNS: tuple[str, ...] = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã", "thôn", "bản", "cụm", "chi hội",
)  # fmt: skip
_COUNTS = re.compile(r"(?:\b(?:cả\s+)?(?:hai|ba|bốn|ca\s+hai|bon|2|3|4)\s+)$", re.IGNORECASE)
_BEFORE_ONE_THING = frozenset({"giua", "gom", "cum"})
"""What is between two places, or made of them, is one thing."""
_ASKED_OF_EACH = frozenset({Asked.NUMBER, Asked.PERSON, Asked.THING, Asked.DATE, Asked.PLACE})
_ASKED_OF_PLACES = frozenset({Asked.NUMBER, Asked.PERSON})
_NOT_IN_NAMES = frozenset(
    str.split("co la duoc nam va voi cua moi tung bao nhieu nao gi ai lan giup thi trong ve se da dang o tai cho")
)
_PAPERS = frozenset({"bài", "tin"})
_NAME_SYLLABLES = 3
_BETWEEN_REACH = 4
"""Words between "giữa" and the first name: "giữa Hội LHPN tỉnh A và tỉnh B"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURES = re.compile(r"^\W*(?:tong so|so|ty le|ti le|muc|kinh phi|so luong|so tien|tong)\s")
_COUNTED = re.compile(r"^(?:tong so|so luong|so)\s+(?!tien|kinh phi|lieu)")
_HOW_MANY = {True: "Bao nhiêu", False: "Bao nhieu"}
_HOW_MUCH = {True: "là bao nhiêu", False: "la bao nhieu"}
_LEADING_CUE = re.compile(r"^(?:so sánh|so sanh|đối chiếu|doi chieu|còn|con(?= bai| tin))\s+", re.IGNORECASE)
_LEFTOVER = re.compile(r"\s+([?.!,])")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things a question asks about."""

    label: str
    """As typed."""
    text: str
    """The question about it alone."""
    about: tuple[str, ...]
    """Its name in folded syllables, or its year."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Tokens [first, last) that name one thing; ``name_first`` is where the name begins after its noun."""

    first: int
    name_first: int
    last: int


def parts_of(question: Question) -> tuple[Part, ...]:
    """The parts in the order they were named; none where the question is about one thing."""
    accented = has_accents(question.text)
    cues = [(one.first, one.last) for one in find_phrases(question.tokens, _COMPARING, accented=accented)]
    if question.wants_documents:
        return ()
    alike = parallels(question)
    if alike:
        return tuple(Part(one.label, _asking(one.text), one.about) for one in alike)
    if not (cues or any(ask.kind in _ASKED_OF_EACH for ask in question.asks)):
        return ()
    each = bool(cues) or any(ask.kind in _ASKED_OF_PLACES for ask in question.asks)
    items = (_places(question, accented) if each else []) or _years(question)
    # "mới năm 2020" typed without accents begins like "mỗi năm"
    cues = [cue for cue in cues if not items or not cue[0] < items[0].first <= cue[1]]
    if len(items) < 2 or (not cues and _is_one_thing(question, items[0])):  # noqa: PLR2004
        return ()
    parts = [_part(question, items, at, cues) for at in range(len(items))]
    return tuple(parts) if len({part.about for part in parts}) == len(parts) else ()


def ask_texts(question: Question) -> tuple[str, ...]:
    """What to search for each of several things asked at once: its own words, and the names and years of the rest.

    What stands before a colon belongs to all: "số chị em học nghề: năm 2020 bao nhiêu và năm 2021 bao nhiêu".
    """
    if len(question.asks) < 2:  # noqa: PLR2004
        return ()
    common = _common(question)
    return tuple(
        " ".join([*common[:at], _LEADING_CUE.sub("", ask_label(question, ask)), *_elsewhere(question, ask)])
        for at, ask in enumerate(question.asks)
    )


def _common(question: Question) -> list[str]:
    """What the first thing asked says before a colon, without words that compare; nothing where there is none."""
    tokens = question.tokens[question.asks[0].first : question.asks[0].last]
    head, colon, _ = question.text[: tokens[-1].end if tokens else 0].partition(":")
    if not colon:
        return []
    said = find_phrases(question.tokens, _COMPARING, accented=has_accents(question.text))
    cues = [(one.first, one.last) for one in said]
    last = next((at for at, token in enumerate(question.tokens) if token.start > len(head)), 0)
    return [_tidy(_without(question, 0, last, cues, len(head)))]


def ask_label(question: Question, ask: Ask) -> str:
    """The words of one thing asked, as typed."""
    tokens = list(question.tokens[ask.first : ask.last])
    while tokens and tokens[-1].folded in _JOINING:
        tokens.pop()
    return question.text[tokens[0].start : tokens[-1].end] if tokens else ""


def named(question: Question) -> tuple[tuple[str, ...], ...]:
    """Names of the question, and two syllables after a word for a place, folded: what it is about."""
    nouns = find_phrases(question.tokens, _PLACE_NOUNS, accented=has_accents(question.text))
    after = [(one.last, one.last + 2) for one in nouns if one.last + 2 <= len(question.tokens)]
    places = [
        tuple(token.folded for token in question.tokens[first:last])
        for first, last in after
        if _is_name(question, first, last)
    ]
    return tuple(dict.fromkeys([*question.provinces, *question.names, *places]))


def names_of_ask(question: Question, ask: Ask) -> tuple[tuple[str, ...], ...]:
    """What one of several things asked is about: its own names or paper; the names of the others where it has none."""
    names = named(question)
    own = tuple(name for name in names if _stands_in(question, ask, name))
    words = [token.text.lower() for token in question.tokens[ask.first : ask.last]]
    return own if own or not _PAPERS.isdisjoint(words) else names


def _stands_in(question: Question, ask: Ask, name: tuple[str, ...]) -> bool:
    parts = [token.folded for token in question.tokens[ask.first : ask.last]]
    return any(tuple(parts[at : at + len(name)]) == name for at in range(len(parts) - len(name) + 1))


def _elsewhere(question: Question, ask: Ask) -> Iterator[str]:
    """Names and years of the other things asked, of each sort only where this one has none of its own."""
    own = {token.folded for token in question.tokens[ask.first : ask.last]}
    for name in names_of_ask(question, ask):
        if not own.issuperset(name):
            yield " ".join(name)
    years = [(start, end) for start, end in question.periods if own & {str(start), str(end)}]
    for start, end in () if years else question.periods:
        yield str(start) if start == end else f"{start}-{end}"


def _is_one_thing(question: Question, first: _Item) -> bool:
    before = [token.folded for token in question.tokens[max(0, first.first - _BETWEEN_REACH) : first.first]]
    return "giua" in before or (bool(before) and before[-1] in _BEFORE_ONE_THING)


def _years(question: Question) -> list[_Item]:
    """Years with nothing but joining words between them; not the two ends of a stretch."""
    asked = {first for first, last in question.periods if first == last}
    found: list[_Item] = []
    for at, token in enumerate(question.tokens):
        if not _YEAR.fullmatch(token.text) or int(token.text) not in asked:
            continue
        if found and not _may_stand_together(question, found[-1].last, at):
            continue
        found.append(_Item(at, at, at + 1))
    return found


def _may_stand_together(question: Question, last: int, first: int) -> bool:
    """Whether only joining words or a comma stand between two years."""
    between = {one.folded for one in question.tokens[last:first]}
    return between <= _BETWEEN_YEARS and (not between.isdisjoint(_JOINING) or _comma(question, last, first))


def _places(question: Question, accented: bool) -> list[_Item]:
    """Named places or units around the first joining word that stands between two of them."""
    nouns = [(one.first, one.last) for one in find_phrases(question.tokens, _PLACE_NOUNS, accented=accented)]
    provinces = province_spans(question.tokens, accented=accented)
    for at, token in enumerate(question.tokens):
        if not _joins(token, accented) or inside_a_region(question.tokens, at):
            continue
        items = _chain(question, at, nouns, provinces)
        right = _beginning(question, at + 1, nouns, provinces, items[0]) if items else None
        if right is not None and _is_certain(question, items[0], provinces):
            return [*items, right]
    return []


def _chain(
    question: Question, at: int, nouns: Sequence[tuple[int, int]], provinces: Sequence[tuple[int, int]]
) -> list[_Item]:
    """The names before token ``at``, commas between them."""
    items: list[_Item] = []
    while (item := _ending(question, at, nouns, provinces)) is not None:
        items.insert(0, item)
        at = item.first
        if not at or not _comma(question, at, at):
            break
    return items


def _is_certain(question: Question, item: _Item, provinces: Sequence[tuple[int, int]]) -> bool:
    """Whether more than its place between commas makes it a name."""
    known = item.first < item.name_first or (item.first, item.last) in provinces
    return known or _capital(question, item.first)


def _joins(token: Token, accented: bool) -> bool:
    return token.folded in _JOINING and (not accented or token.text.lower() in {_JOINED[token.folded], token.folded})


def _comma(question: Question, last: int, first: int) -> bool:
    """Whether a comma stands before token ``first``, the token before it being ``last`` - 1."""
    return "," in question.text[question.tokens[last - 1].end : question.tokens[first].start]


def _ending(
    question: Question, at: int, nouns: Sequence[tuple[int, int]], provinces: Sequence[tuple[int, int]]
) -> _Item | None:
    """The name that ends before token ``at``: after a noun for places, a province, or a run of capitals."""
    for first, last in nouns:
        if last < at <= last + _NAME_SYLLABLES and _is_name(question, last, at) and not _comma(question, last, last):
            return _Item(first, last, at)
    for first, last in provinces:
        if last == at:
            return _Item(first, first, last)
    first = at
    while first and at - first < _NAME_SYLLABLES and _capital(question, first - 1) and _runs_on(question, first, at):
        first -= 1
    if at - first > 1:
        return _Item(first, first, at)
    behind = [one for one in range(max(1, at - _NAME_SYLLABLES), at) if _comma(question, one, one)]
    return _Item(behind[-1], behind[-1], at) if behind and _is_name(question, behind[-1], at) else None


def _runs_on(question: Question, first: int, at: int) -> bool:
    """Whether nothing but a space stands between a token and the one before it, except at the end of a run."""
    gap = question.text[question.tokens[first - 1].end : question.tokens[first].start]
    return first == at or gap in {" ", "-", " - "}


def _beginning(
    question: Question,
    at: int,
    nouns: Sequence[tuple[int, int]],
    provinces: Sequence[tuple[int, int]],
    left: _Item,
) -> _Item | None:
    """The name that begins at token ``at``, as long as the one on the left where nothing else tells its end."""
    if at >= len(question.tokens):
        return None
    start = next((last for first, last in nouns if first == at), at)
    for first, last in provinces:
        if first == start:
            return _Item(at, first, last)
    last = start
    while last < len(question.tokens) and _capital(question, last) and last - start < _NAME_SYLLABLES:
        last += 1
    if last > start:
        return _Item(at, start, last)
    if start == at and left.first == left.name_first:
        return None
    last = min(len(question.tokens), start + left.last - left.name_first)
    return _Item(at, start, last) if last > start and _is_name(question, start, last) else None


def _is_name(question: Question, first: int, last: int) -> bool:
    """No number, no word of the question's frame, no comma between."""
    words = question.tokens[first:last]
    framed = any(one.text.isdigit() or one.folded in _NOT_IN_NAMES for one in words)
    return not framed and not any(_comma(question, at, at) for at in range(first + 1, last))


def _capital(question: Question, at: int) -> bool:
    return question.tokens[at].text[0].isupper() and not question.text.isupper()


def _part(question: Question, items: Sequence[_Item], at: int, cues: Sequence[tuple[int, int]]) -> Part:
    tokens, own = question.tokens, items[at]
    start, end = tokens[items[0].first].start, tokens[items[-1].last - 1].end
    named = question.text[tokens[own.first].start : tokens[own.last - 1].end]
    if own.first == own.name_first and items[0].first < items[0].name_first:
        # "huyện A và B": the noun of the first belongs to both
        noun = question.text[tokens[items[0].first].start : tokens[items[0].name_first].start]
        named = noun + named
    head = _COUNTS.sub("", _without(question, 0, items[0].first, cues, start))
    rest = _without(question, items[-1].last, len(tokens), cues, len(question.text), begin=end)
    label = named if not _YEAR.fullmatch(named) else _dated(question, items[0], named)
    about = tuple(token.folded for token in tokens[own.name_first : own.last])
    return Part(label, _asking(_tidy(head + named + rest)), about)


def _dated(question: Question, first: _Item, year: str) -> str:
    """The year after the word that stood before the first of them."""
    before = question.tokens[first.first - 1] if first.first else None
    return f"{before.text} {year}" if before is not None and before.folded == "nam" else year


def _without(
    question: Question, first: int, last: int, cues: Sequence[tuple[int, int]], end: int, begin: int = 0
) -> str:
    """The text of tokens [first, last) without the words that compare."""
    pieces: list[str] = []
    at = begin
    for cue_first, cue_last in cues:
        if first <= cue_first and cue_last <= last:
            pieces.append(question.text[at : question.tokens[cue_first].start])
            at = question.tokens[cue_last - 1].end
    return "".join([*pieces, question.text[at:end]])


def _tidy(text: str) -> str:
    flat = _LEFTOVER.sub(r"\1", " ".join(text.split())).strip(" ,;:")
    return flat[:1].upper() + flat[1:]


def _asking(text: str) -> str:
    """A question: what only names a measure asks how much it is."""
    bare = text.rstrip(" ?.!")
    if not _MEASURES.match(fold(bare)) or re.search(r"\b(?:bao nhieu|may|the nao|ra sao|gi|nao)\b", fold(bare)):
        return text
    accented = has_accents(text)
    counted = _COUNTED.match(fold(bare))
    if counted:
        # "bao nhiêu hội viên" says what is counted, "số hội viên" hides it
        return f"{_HOW_MANY[accented]} {bare[counted.end() :]}?"
    return f"{bare} {_HOW_MUCH[accented]}?"
