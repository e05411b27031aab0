"""Figures of one statement that do not agree with each other: shares and percentages, increases (linguistic table)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims.model import ClaimNote, NoteCode
from assistant.grounding.number_words import Rounding
from assistant.grounding.quantities import Quantity
from assistant.grounding.reading import Kind, Reading, Token, read
from assistant.verdicts import Difference, DifferenceKind

_POINT = Decimal(1)
"""Papers round percentages and cut them off."""
_ROUNDED = Decimal(6)
"""Points by which "hơn", "gần" may stay behind the value."""
_REACH = 9
"""Tokens between two numbers and the percentage they give."""
_RISES, _FALLS = frozenset({"tang", "vuot", "len"}), frozenset({"giam", "xuong", "con"})
_OTHER = _RISES | _FALLS | frozenset({"kem", "thieu", "hut"})
_LEADS_TO = frozenset({"len", "xuong", "con", "thanh"})


@dataclass(frozen=True, slots=True)
class Miscalculation:
    """A figure and what the others give in its place."""

    difference: Difference
    """Stated and computed."""
    of: str
    """What it was computed from, as written."""

    @property
    def note(self) -> ClaimNote:
        """For the claim."""
        details = {"stated": self.difference.stated, "computed": self.difference.source, "of": self.of}
        return ClaimNote(NoteCode.ARITHMETIC, dict(details))


def miscalculations(statement: str) -> tuple[Miscalculation, ...]:
    """Percentages and increases that the statement's own numbers do not give."""
    reading = read(statement)
    numbers = [at for at, token in enumerate(reading.tokens) if token.kind is Kind.NUMBER]
    found = [*_shares(reading, numbers), *_from_to(reading, numbers), *_compared(reading, numbers)]
    return tuple({one.difference.start: one for one in found}.values())


def _quantity(token: Token) -> Quantity:
    assert token.quantity is not None
    return token.quantity


def _value(reading: Reading, at: int) -> Decimal:
    return _quantity(reading.tokens[at]).value


def _is_percent(reading: Reading, at: int) -> bool:
    return _quantity(reading.tokens[at]).unit == "%"


def _words(reading: Reading, first: int, last: int) -> frozenset[str]:
    return frozenset(token.key for token in reading.tokens[first:last])


def _shares(reading: Reading, numbers: Sequence[int]) -> Iterator[Miscalculation]:
    """As in "3.562/5.000 hội viên mới (đạt 71%)" and "đạt 71% (3.562/5.000)"."""
    for place, at in enumerate(numbers[:-1]):
        over = numbers[place + 1]
        if over != at + 1 or not _is_over(reading, at, over) or not _value(reading, over):
            continue
        for percent in (numbers[place + 2 : place + 3], numbers[place - 1 : place] if place else []):
            if percent and _is_percent(reading, percent[0]) and _is_near(reading, (at, over), percent[0]):
                yield from _share(reading, (at, over), percent[0])
                break


def _is_over(reading: Reading, at: int, over: int) -> bool:
    return reading.text[reading.tokens[at].end : reading.tokens[over].start].strip() == "/"


def _is_near(reading: Reading, share: tuple[int, int], percent: int) -> bool:
    first, last = (share[1], percent) if percent > share[1] else (percent, share[0])
    between = reading.text[reading.tokens[first].end : reading.tokens[last].start]
    return last - first <= _REACH and ";" not in between and ". " not in between


def _share(reading: Reading, share: tuple[int, int], percent: int) -> Iterator[Miscalculation]:
    part, whole = _value(reading, share[0]), _value(reading, share[1])
    computed = part / whole * 100
    before = _words(reading, max(share[1] + 1, percent - 3), percent) if percent > share[1] else frozenset[str]()
    if before & {"vuot"}:
        computed -= 100
    elif before & _OTHER:
        return
    if not _agrees(_quantity(reading.tokens[percent]), computed):
        yield _miscalculation(reading, percent, _percent(computed), share)


def _agrees(stated: Quantity, computed: Decimal) -> bool:
    gap = computed - stated.value
    if abs(gap) <= _POINT:
        return True
    if stated.rounding in {Rounding.ABOVE, Rounding.AT_LEAST}:
        return 0 <= gap <= _ROUNDED
    if stated.rounding in {Rounding.BELOW, Rounding.AT_MOST}:
        return -_ROUNDED <= gap <= 0
    return stated.rounding is Rounding.ABOUT and abs(gap) <= _ROUNDED


def _from_to(reading: Reading, numbers: Sequence[int]) -> Iterator[Miscalculation]:
    """As in "tăng từ 120 lên 150 hội viên (tăng 25%)"."""
    for place in range(len(numbers) - 2):
        old, new, by = numbers[place : place + 3]
        leads = _words(reading, max(0, old - 2), old) & {"tu"} and _words(reading, max(old, new - 3), new) & _LEADS_TO
        moves = _words(reading, max(new + 1, by - 4), by) & (_OTHER | {"tuc", "dat"})
        if leads and moves and by - new <= _REACH and _value(reading, old) and _alike(reading, old, new):
            yield from _change(reading, (old, new), by)


def _compared(reading: Reading, numbers: Sequence[int]) -> Iterator[Miscalculation]:
    """As in "150 hội viên, tăng 25% so với năm 2019 (120 hội viên)"."""
    for place in range(len(numbers) - 2):
        new, by, old = numbers[place : place + 3]
        between = _words(reading, by + 1, old)
        moves = _words(reading, max(new + 1, by - 3), by) & (_RISES | _FALLS)
        same = _quantity(reading.tokens[new]).unit == _quantity(reading.tokens[old]).unit != ""
        if moves and {"so", "voi"} <= between and same and old - new <= 2 * _REACH and _value(reading, old):
            yield from _change(reading, (old, new), by)


def _alike(reading: Reading, old: int, new: int) -> bool:
    first, second = _quantity(reading.tokens[old]).unit, _quantity(reading.tokens[new]).unit
    return not first or not second or first == second


def _change(reading: Reading, pair: tuple[int, int], by: int) -> Iterator[Miscalculation]:
    old, new = (_value(reading, at) for at in pair)
    stated = _quantity(reading.tokens[by])
    gap = abs(new - old)
    if not _is_percent(reading, by):
        counts = stated.unit and stated.unit == _quantity(reading.tokens[pair[1]]).unit
        if counts and stated.rounding is None and stated.value != gap:
            yield _miscalculation(reading, by, figure(gap), pair)
        return
    points = _is_percent(reading, pair[1]) and _agrees(stated, gap)
    computed = gap / old * 100
    if not points and not _agrees(stated, computed):
        yield _miscalculation(reading, by, _percent(computed), pair)


def _miscalculation(reading: Reading, at: int, computed: str, of: tuple[int, int]) -> Miscalculation:
    token = reading.tokens[at]
    end = token.end
    kind = DifferenceKind.NUMBER
    if _is_percent(reading, at):
        kind = DifferenceKind.PERCENT
        end = reading.tokens[at + 1].end if at + 1 < len(reading.tokens) else end
    first, last = min(of), max(of)
    difference = Difference(kind, reading.text[token.start : end], computed, token.start, end)
    return Miscalculation(difference, reading.text[reading.tokens[first].start : reading.tokens[last].end])


def _percent(value: Decimal) -> str:
    return f"{value:.1f}%".replace(".", ",")


def figure(value: Decimal) -> str:
    """A number as papers write it: 12.226,5."""
    whole, _, part = f"{value:,f}".partition(".")
    return whole.replace(",", ".") + (f",{part.rstrip('0')}" if part.rstrip("0") else "")
