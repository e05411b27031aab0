"""What of a question is looked for in each sentence, as bits, and what it weighs there."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answering.answer_spans import DEPUTY, HEADS
from assistant.answering.evidence import DocumentEvidence
from assistant.answering.marks import Marks, Phrases, Vocabulary, Weighed, parts_of
from assistant.answering.question_terms import Terms
from assistant.query.question import Ask, Question

WINDOW = 14
"""Syllables on each side of a possible answer that can speak about it."""
_SKIP_REACH = 4
"""Syllables within which two neighbouring content words of the question still belong together."""
_STEP = 7


@dataclass(frozen=True, slots=True)
class Company:
    """How much of the words and pairs stands somewhere."""

    words: Weighed
    pairs: Weighed

    def mass(self, held: int) -> float:
        """Both together: pairs count twice."""
        return (self.words.share(held) + 2 * self.pairs.share(held)) / 3


@dataclass(frozen=True, slots=True)
class DocumentShare:
    """What all sentences of a document have in common for one question."""

    rest: Company
    unigrams: float
    bigrams: float
    names: float
    card_province: float


class Sought:
    """The words of a question as bits, and what of it is weighed."""

    def __init__(self, question: Question, terms: Terms, ask: Ask) -> None:
        self.terms = terms
        named = [part for name in (*question.names, *question.provinces) for part in parts_of(name)]
        words = [*terms.typed, *terms.unigrams, *ask.focus, *(part for part in named if "_" not in part)]
        self.vocabulary = Vocabulary(words, [*terms.bigrams, *(part for part in named if "_" in part)])
        self.company = self._company(terms)
        self.names = Phrases(self.vocabulary, question.names)
        self.provinces = Phrases(self.vocabulary, question.provinces)
        self.focus = [self.vocabulary.bits([part]) for part in ask.focus]
        self.roles = [role for role in HEADS if "_".join(role) in terms.bigrams and DEPUTY not in terms.typed]
        bit = {part: self.vocabulary.bits([part]) for part in terms.unigrams}
        self._content = self.vocabulary.bits(terms.unigrams)
        self._steps = [
            ((bit[left], bit[right]), terms.unigrams[left] + terms.unigrams[right]) for left, right in terms.sequence
        ]
        self._steps_mass = sum(worth for _, worth in self._steps)

    def _company(self, terms: Terms) -> Company:
        return Company(
            Weighed(self.vocabulary, terms.unigrams, terms.unigram_mass),
            Weighed(self.vocabulary, terms.bigrams, terms.bigram_mass),
        )

    def document_share(self, document: DocumentEvidence) -> DocumentShare:
        """What every sentence of the document shares."""
        held = self.around(document.runs)
        on_card = not document.card_syllables.isdisjoint(self.terms.unigrams)
        return DocumentShare(
            # most cards say nothing of the question, and then all of it is left
            rest=self._company(self.terms.without(document)) if on_card else self.company,
            unigrams=self.company.words.share(held),
            bigrams=self.company.pairs.share(held),
            names=self.names.share(held),
            card_province=self.provinces.share(self.vocabulary.among(document.card, document.card_syllables)),
        )

    def around(self, runs: Iterable[tuple[str, ...]]) -> int:
        """The bits of several stretches."""
        found = 0
        for run in runs:
            found |= self.vocabulary.marks(run).held
        return found

    def skips(self, marks: Marks) -> float:
        """Share of the successive content words that stand near each other, in order."""
        if not self._steps_mass:
            return 0.0
        near = marks.near_each_other(self._content, _SKIP_REACH)
        return sum([worth for step, worth in self._steps if step in near]) / self._steps_mass

    def tight(self, marks: Marks, length: int) -> float:
        """The most of the question in one window of a sentence of ``length`` syllables."""
        width = 2 * WINDOW
        if length <= width:
            return self.company.mass(marks.held)
        starts = range(0, length - width + _STEP, _STEP)
        return max([self.company.mass(marks.within(first, first + width)) for first in starts])
