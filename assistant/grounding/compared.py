"""A sentence and its sources read and aligned: what every comparison works on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from assistant.grounding.alignment import Alignment, align
from assistant.grounding.context import likeness
from assistant.grounding.reading import Kind, Reading, Token, read
from assistant.verdicts import Difference, DifferenceKind

MARGIN = 0.25
_JOINED = 0.5
_FULL_JOIN = 4
"""How much better another fact's surroundings must fit before an equal fact elsewhere is taken for a confusion."""


@dataclass(frozen=True)
class Compared:
    """``card`` is what is known of the document besides its text: title, unit, date."""

    stated: Reading
    source: Reading
    card: Reading
    years: frozenset[int] = frozenset()
    idf: Callable[[str], float] | None = None
    before: str = ""
    """What stands before the source in its document."""
    _likeness: dict[tuple[int, int, int, int], float] = field(default_factory=dict)

    @cached_property
    def alignment(self) -> Alignment:
        """Partners of tokens."""
        return align(self.stated, self.source)

    @cached_property
    def earlier(self) -> tuple[Token, ...]:
        """The card and what stands before the source, as tokens."""
        return (*self.card.tokens, *read(self.before).tokens)

    @cached_property
    def strict(self) -> bool:
        """Whether accents tell words apart: both texts have them."""
        return self.stated.accented and self.source.accented

    def same(self, token: Token) -> str:
        """What a token is recognised by."""
        return token.exact if self.strict else token.key

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of the sources and of the card."""
        return frozenset(map(self.same, [*self.source.tokens, *self.card.tokens]))

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The capitalised ones of them."""
        return frozenset(self.same(one) for one in [*self.source.tokens, *self.card.tokens] if one.capital)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word of the sentence."""
        return frozenset(map(self.same, self.stated.tokens))

    def like(self, first: int, last: int, there_first: int, there_last: int) -> float:
        """How alike the surroundings of stated [first, last) and source [there_first, there_last) are."""
        key = first, last, there_first, there_last
        if key not in self._likeness:
            self._likeness[key] = likeness(self.stated, (first, last), self.source, (there_first, there_last))
        return self._likeness[key]

    def joins(self, first: int, last: int, there_first: int, there_last: int) -> float:
        """How far, 0 to 2, the words on both sides of two stretches are the same; 1 a side for four of them."""
        partners, source = self.alignment.source_of, self.source.tokens
        left = right = 0
        while left < min(_FULL_JOIN, first, there_first) and partners[first - left - 1] == there_first - left - 1:
            if source[there_first - left - 1].clause != source[there_first].clause:
                break
            left += 1
        room = min(len(partners) - last, len(source) - there_last)
        while right < min(_FULL_JOIN, room) and partners[last + right] == there_last + right:
            if source[there_last + right].clause != source[there_last - 1].clause:
                break
            right += 1
        opens = first == there_first == 0
        ends = last == len(partners) and there_last == len(self.source.tokens)
        return (_FULL_JOIN * opens + left + _FULL_JOIN * ends + right) / _FULL_JOIN

    def place(self, first: int, last: int, there_first: int, there_last: int) -> float:
        """How well the source's stretch is the place the sentence's was taken from: neighbours and surroundings."""
        alike = self.like(first, last, there_first, there_last)
        return alike + _JOINED * self.joins(first, last, there_first, there_last)

    def difference(self, kind: DifferenceKind, span: tuple[int, int], there: tuple[int, int] | None) -> Difference:
        """Stated tokens [first, last) against source tokens, as both are written."""
        first, last = span
        source = "" if there is None else self.source.written(*there)
        start, end = self.stated.tokens[first].start, self.stated.tokens[last - 1].end
        return Difference(kind, self.stated.text[start:end], source, start, end)

    def of_kind(self, kind: Kind) -> list[tuple[int, Token]]:
        """Tokens of the sentence of one kind with their places."""
        return [(at, token) for at, token in enumerate(self.stated.tokens) if token.kind is kind]


def compare(
    sentence: str, source: str, card: str, years: frozenset[int], idf: Callable[[str], float] | None
) -> Compared:
    """Read and align a sentence with its sources."""
    return Compared(read(sentence, source), read(source, sentence), read(card), years, idf)
