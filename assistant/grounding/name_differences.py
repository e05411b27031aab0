"""Names of people, places and organisations in a sentence against its sources (linguistic table)."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from assistant.grounding.compared import MARGIN, Compared
from assistant.grounding.reading import Kind, Token
from assistant.grounding.weights import is_filler
from assistant.grounding.word_keys import exact_key, loose_key
from assistant.query.person_names import FAMILY_NAMES
from assistant.query.places import PROVINCES
from assistant.verdicts import Difference, DifferenceKind
from ingest.provinces import MERGED

Run = tuple[int, int]
_PEOPLE = frozenset(str.split("ong ba anh chi co chu bac em tich thu truong pho vien si chi su"))
_PLACES = frozenset(str.split("tinh huyen xa phuong quan pho thanh tran thon ban ap lang o tai dao song khu duong"))
_GENERIC = frozenset(str.split("hoi dang doan ban bo so phong nha uy to xa tinh huyen quan phuong trung cong toa vien"))
"""Capitalised by themselves they stand for an institution named before."""
_HEADINGS = frozenset(str.split("dieu khoan diem chuong muc phan phu luat nghi thong quyet"))
"""Words that number the parts of a law or begin the name of a paper."""
_GAP = 3
"""Words that may be left out inside a name: Trần Thị Hương, Trần Hương."""
_SUBSTITUTE_REACH = 6
_RIVAL_FIT = 0.5
_LEAST_JOIN = 0.5
"""Two of four words beside it must be the same: a title alone stands before many names."""
_LEAST_LIKE = 0.25
"""Of the words around two names that must be the same where none is directly beside them."""
_NOW = frozenset({"nay", "thuoc", "sap", "nhap"})
_NOW_REACH = 6


def name_differences(compared: Compared) -> Iterator[Difference]:
    """Names that no source has, has in another combination, or has elsewhere; then names replaced by plain words."""
    reported: set[int] = set()
    for run in _runs(compared.stated.tokens):
        found = _unknown(compared, run) or _mixed(compared, run) or _spliced(compared, run) or _misplaced(compared, run)
        if found is not None and not _is_new_province(compared, run):
            reported |= set(range(*run))
            yield found
    for first, last in _unaligned(compared):
        if reported.isdisjoint(range(first, last)):
            found = _substituted(compared, first, last)
            if found is not None:
                yield found


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """Stretches of capitalised words inside one phrase; a capital that only opens a sentence is left out."""
    at = 0
    while at < len(tokens):
        if not _is_name(tokens, at):
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and tokens[last].capital and tokens[last].phrase == tokens[at].phrase:
            last += 1
        yield at, last
        at = last


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not token.capital or token.key.startswith("r:"):
        return False
    if not token.opens:
        return True
    follows = at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].phrase == token.phrase
    return follows and (token.exact in _family_keys() or not is_filler(token.key))


def _kind(compared: Compared, run: Run) -> DifferenceKind:
    return _kind_of(compared.stated.tokens, run)


def _kind_of(tokens: Sequence[Token], run: Run) -> DifferenceKind:
    before = tokens[run[0] - 1].key if run[0] else ""
    name = " ".join(token.key for token in tokens[slice(*run)])
    if name in _province_keys() or before in _PLACES:
        return DifferenceKind.PLACE
    if tokens[run[0]].exact in _family_keys() or before in _PEOPLE:
        return DifferenceKind.PERSON
    return DifferenceKind.NAME


@cache
def _province_keys() -> frozenset[str]:
    return frozenset(" ".join(loose_key(word) for word in name.replace("-", " ").split()) for name in PROVINCES)


@cache
def _family_keys() -> frozenset[str]:
    return frozenset(map(exact_key, FAMILY_NAMES))


def _unknown(compared: Compared, run: Run) -> Difference | None:
    """A name with a word that stands nowhere in the sources."""
    tokens = compared.stated.tokens
    strange = [at for at in range(*run) if _is_strange(compared, at)]
    if not strange:
        return None
    if tokens[run[0]].opens and strange == [run[0]] and not _is_family(compared, run[0]):
        return None
    there = _counterpart(compared, run)
    if _is_taken_up(compared, run) and (there is None or compared.joins(*run, *there) < _LEAST_JOIN):
        return None
    return compared.difference(_kind(compared, run), run, there or _rest(compared, run, strange))


def _is_taken_up(compared: Compared, run: Run) -> bool:
    """Whether the sentences before the source, or the card, have the whole name."""
    wanted = [compared.same(one) for one in compared.stated.tokens[slice(*run)]]
    earlier = [compared.same(one) if one.capital else "" for one in compared.earlier]
    if compared.stated.tokens[run[0]].key in _GENERIC and set(wanted) <= {*earlier, *compared.known_names}:
        return True  # Hội Liên hiệp phụ nữ (LHPN): Hội LHPN
    return any(earlier[at : at + len(wanted)] == wanted for at in range(len(earlier) - len(wanted) + 1))


def _is_comparable(compared: Compared, run: Run, there: Run) -> bool:
    """Whether a name of the source may be the one meant: of the same kind, or between the very words."""
    joins = compared.joins(*run, *there)
    first = compared.source.tokens[there[0]]
    if there[1] - there[0] == 1 and first.key in _HEADINGS:
        return False
    if joins >= 1:
        return True
    mine, theirs = _kind(compared, run), _kind_of(compared.source.tokens, there)
    if there[1] - there[0] == 1 and (first.opens or first.key in _GENERIC):
        return False  # a capital that opens a clause, or a habit of writing: Danh mục, Biểu thuế
    return mine is theirs and (joins > 0 or compared.like(*run, *there) >= _LEAST_LIKE)


def _rest(compared: Compared, run: Run, strange: Sequence[int]) -> Run | None:
    """What the source has of a name with a word too many: Phó Chủ tịch, Chủ tịch."""
    places = (compared.alignment.source_of[at] for at in range(*run) if at not in strange)
    held = [there for there in places if there is not None]
    if all(is_filler(compared.source.tokens[there].key) for there in held):
        return None
    return (held[0], held[-1] + 1) if held and held[-1] - held[0] < run[1] - run[0] else None


def _is_strange(compared: Compared, at: int) -> bool:
    """Whether no source has the word; without accents, whether none has it as a name or between the same words."""
    key = compared.same(compared.stated.tokens[at])
    if key not in compared.known:
        return True
    if compared.strict or key in compared.known_names:
        return False
    there = compared.alignment.source_of[at]
    return there is None or not compared.joins(at, at + 1, there, there + 1)


def _is_family(compared: Compared, at: int) -> bool:
    return compared.stated.tokens[at].exact in _family_keys()


def _counterpart(compared: Compared, run: Run) -> Run | None:
    """The name the sources have in its place: between the same words, else in the likeliest surroundings."""
    runs = [
        one
        for one in _runs(compared.source.tokens)
        if not _is_said(compared, one) and _is_comparable(compared, run, one)
    ]
    if not runs:
        return None
    return max(runs, key=lambda there: (compared.like(*run, *there), -there[0]))


def _is_said(compared: Compared, there: Run) -> bool:
    """Whether the sentence has every word of a name of the source."""
    return all(compared.same(one) in compared.said for one in compared.source.tokens[slice(*there)])


def _mixed(compared: Compared, run: Run) -> Difference | None:
    """Two neighbours of a name that the sources know only with other neighbours: Nguyễn Thị | Lan."""
    tokens, source = compared.stated.tokens, compared.source.tokens
    for at, after in pairwise(range(*run)):
        places = [there for there, one in enumerate(source) if compared.same(one) == compared.same(tokens[at])]
        if any(_follows(compared, there, after) for there in places) or _is_followed_before(compared, at, after):
            continue
        if _are_beside(compared, run, at, after):
            continue
        for there in places:
            if there + 1 < len(source) and _is_other_name(compared, there, there + 1):
                return compared.difference(_kind(compared, run), run, _whole(source, there))
        for there, one in enumerate(source):
            if (
                there
                and compared.same(one) == compared.same(tokens[after])
                and _is_other_name(compared, there, there - 1)
            ):
                return compared.difference(_kind(compared, run), run, _whole(source, there))
    return None


def _are_beside(compared: Compared, run: Run, at: int, after: int) -> bool:
    """Whether a whole name of the source begins with the second of two neighbours.

    Then both are told side by side: Cục Phòng chống AIDS | Hoàng Đình Cảnh.
    """
    first = compared.same(compared.stated.tokens[at])
    rest = [compared.same(one) for one in compared.stated.tokens[after : run[1]]]
    source = compared.source.tokens
    names = [[compared.same(one) for one in source[slice(*there)]] for there in _runs(source)]
    return len(rest) > 1 and first in compared.known_names and rest in names


def _spliced(compared: Compared, run: Run) -> Difference | None:
    """A name put together of parts of two names: Trần Thị | Thử of Trần Thị Mẫu and Lê Thị Thử."""
    words = [compared.same(one) for one in compared.stated.tokens[slice(*run)]]
    names = [
        (there, [compared.same(one) for one in compared.source.tokens[slice(*there)]])
        for there in _runs(compared.source.tokens)
    ]
    if len(words) < 2 or not all(any(word in name for _, name in names) for word in words):  # noqa: PLR2004
        return None
    at = 0
    while at < len(words):
        size, ends = max((_longest(words[at:], name) for _, name in names), default=(0, False))
        at += max(size, 1)
        if at >= len(words) or ends or any(name[0] == words[at] for _, name in names):
            continue
        there = next(place for place, name in names if words[at] in name)
        return compared.difference(_kind(compared, run), run, there)
    return None


def _longest(words: Sequence[str], name: Sequence[str]) -> tuple[int, bool]:
    """How many of the first words stand in the name in this order, and whether the last of them ends it."""
    place = size = 0
    while size < len(words) and words[size] in name[place:]:
        place = name.index(words[size], place) + 1
        size += 1
    return size, place == len(name)


def _whole(source: Sequence[Token], at: int) -> Run:
    """The name a word of the source belongs to."""
    return next((run for run in _runs(source) if run[0] <= at < run[1]), (at, at + 1))


def _follows(compared: Compared, there: int, after: int) -> bool:
    wanted = compared.same(compared.stated.tokens[after])
    return any(compared.same(one) == wanted for one in compared.source.tokens[there + 1 : there + 1 + _GAP])


def _is_followed_before(compared: Compared, at: int, after: int) -> bool:
    """Whether the card, or what stands before the source, has the two neighbours of a name."""
    first, second = compared.same(compared.stated.tokens[at]), compared.same(compared.stated.tokens[after])
    earlier = compared.earlier
    return any(
        compared.same(one) == first and second in map(compared.same, earlier[place + 1 : place + 1 + _GAP])
        for place, one in enumerate(earlier)
    )


def _is_other_name(compared: Compared, there: int, after: int) -> bool:
    first, second = compared.source.tokens[there], compared.source.tokens[after]
    lost = compared.same(second) not in compared.said or (
        compared.alignment.stated_at[after] is None and compared.alignment.stated_at[there] is not None
    )
    return first.capital and second.capital and second.phrase == first.phrase and lost


def _misplaced(compared: Compared, run: Run) -> Difference | None:
    """A name of the sources in the place of another one that the sentence does not give."""
    size = run[1] - run[0]
    tokens = compared.stated.tokens
    alone = size == 1 and tokens[run[0]].key in _GENERIC
    if alone or sum(one.clause == tokens[run[0]].clause for one in tokens) <= size:
        return None
    wanted = [compared.same(one) for one in compared.stated.tokens[slice(*run)]]
    source = [compared.same(one) for one in compared.source.tokens]
    places = [at for at in range(len(source) - size + 1) if source[at : at + size] == wanted]
    if not places:
        return None
    good = max(compared.place(*run, at, at + size) for at in places)
    # a name right beside it says more of the same: Hồng Kông (Trung Quốc), TP. Hồ Chí Minh
    beside = {at + size for at in places}
    before = set(places)
    rivals = [
        (compared.place(*run, *there), there)
        for there in _runs(compared.source.tokens)
        if there[0] not in beside
        and there[1] not in before
        and compared.said.isdisjoint(compared.same(one) for one in compared.source.tokens[slice(*there)])
        and not (there[1] - there[0] == 1 and compared.source.tokens[there[0]].key in _GENERIC)
        and _kind_of(compared.source.tokens, there) is _kind(compared, run)
        and not (there[1] - there[0] == 1 < size)  # a capital of habit: Tập đoàn, Quốc tế
    ]
    fit, rival = max(rivals, default=(0.0, (0, 0)))
    if fit < _RIVAL_FIT or fit <= good + MARGIN or compared.joins(*run, *rival) < _LEAST_JOIN:
        return None
    return compared.difference(_kind(compared, run), run, rival)


def _is_new_province(compared: Compared, run: Run) -> bool:
    """Whether a province is only named as the one an older one now belongs to."""
    tokens = compared.stated.tokens
    if not any(token.key in _NOW for token in tokens[max(0, run[0] - _NOW_REACH) : run[0]]):
        return False
    name = " ".join(token.key for token in tokens[slice(*run)])
    parts = next((parts for whole, parts in MERGED.items() if _loose(whole) == name), ())
    known = " ".join(token.key for token in compared.source.tokens)
    return any(_loose(part) in known for part in parts)


def _loose(name: str) -> str:
    return " ".join(loose_key(word) for word in name.replace("-", " ").split())


def _unaligned(compared: Compared) -> Iterator[Run]:
    """Stretches of words of the sentence that stand nowhere in the sources."""
    tokens, source_of = compared.stated.tokens, compared.alignment.source_of
    first = None
    for at in range(len(tokens) + 1):
        loose = at < len(tokens) and source_of[at] is None and tokens[at].kind is Kind.WORD
        if loose and first is None:
            first = at
        elif not loose and first is not None:
            yield first, at
            first = None


def _substituted(compared: Compared, first: int, last: int) -> Difference | None:
    """Plain or uncapitalised words exactly where the source has a name that the sentence lacks."""
    tokens = compared.stated.tokens
    if all(is_filler(token.key) for token in tokens[first:last]):
        return None
    source_of = compared.alignment.source_of
    left = source_of[first - 1] if first else None
    right = source_of[last] if last < len(tokens) else None
    if left is None and right is None:
        return None
    start = left + 1 if left is not None else max(0, (right or 0) - (last - first))
    stop = right if right is not None else min(len(compared.source.tokens), start + (last - first))
    between = compared.source.tokens[start:stop]
    if not 0 < len(between) <= _SUBSTITUTE_REACH or abs(len(between) - (last - first)) > 1:
        return None
    lost = all(compared.same(one) not in compared.said for one in between)
    named = all(one.capital and not one.key.startswith("r:") for one in between)
    if left is None and start and compared.source.tokens[start - 1].capital and not between[0].opens:
        return None  # only the end of a name: "Toàn tỉnh" for "Hội LHPN tỉnh"
    if not (lost and named) or (between[0].opens and not compared.stated.tokens[first].capital):
        return None
    return compared.difference(DifferenceKind.NAME, (first, last), (start, stop))
