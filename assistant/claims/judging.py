"""One claim against the sentences that may say it: supported, told differently, contradicted, or not found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from assistant.claims.candidates import Candidate, Found
from assistant.claims.closeness import closeness, telling
from assistant.claims.model import ClaimKind, ClaimVerdict
from assistant.claims.row_columns import with_columns
from assistant.claims.row_judging import judge_row, may_be_told
from assistant.claims.subjects import Subject, first_named, subject_of
from assistant.grounding.lexemes import lexemes
from assistant.grounding.reading import read
from assistant.grounding.verifying import Context, compare_in, verify_compared
from assistant.verdicts import Difference, DifferenceKind, Verdict, Verification
from vectorstore.hits import Passage

LEAST_SHARE = 0.76
"""Of a claim that a sentence must hold before it counts as saying it. On half 1 of tests.benchmarks.claims true claims
have .79 and more; sentences that only share the words of a claim the store does not hold seldom reach .68."""
LEAST_TELLING_SHARES = (LEAST_SHARE, 0.6, 0.55)
"""The same by how many facts of a claim can hardly agree by chance: a figure of three digits, a day, a document's
number; two of them or a figure of four digits."""
LEAST_ABOUT = 0.8
"""Share of the claim, without what differs, before a sentence tells of the same thing; changed claims have .8."""
_ALIKE_ABOUT, _ALIKE_SHARE, _ALIKE_TERMS = 0.75, 0.6, 0.4
"""The same for one difference in a sentence that has this much of the claim, and of its terms."""
_LEAST_OF_VERSION = 0.5
"""Of a claim that a sentence which tells it otherwise must hold: what differs is not most of it."""
SURELY_ABOUT = 0.85
"""Above it a sentence is another version of the claim, however much differs."""
_MOST_DIFFERENCES = 3
"""With more of them it is another event told with the same words: the stock market of another day."""
_TAKES_OVER = 0.2
"""How much more another sentence must say of a claim to be believed against one that supports it."""
_SAYS_MORE = 0.03
"""The same of a sentence that is believed because it says more of the claim in spite of its other figure."""
_MORE_TERMS = 1.25
"""How many times the claim's terms another sentence must have to be believed for saying a little more of it."""
_FAR_MORE_TERMS, _ALL_BUT_ONE = 1.25, 0.82
"""The same of a sentence that lacks nothing of the claim but a name: then nothing is known."""
_SURE_SUPPORT = 0.75
_WORD_FOR_WORD, _CLEARLY_MORE = 0.89, 0.08
"""A sentence that says all of a claim but for one thing, and by how much more than the one that supports it. On half 1
every changed claim that some other sentence supported had 1.0 beside .60 to .90, no true claim had more than .02."""
_FAR_BEHIND = 0.7
"""Share of the best candidate's terms below which a candidate is not compared: of 580 claims of 800 that a sentence
tells, as they are or otherwise, 575 stand above it, 549 are the very best."""
_SAYS_ALL, _NEARLY = 0.9, 0.95
"""After a sentence that says all of a claim only its equals are compared: the same in other documents."""
MASK = "•"
"""Stands for a letter or digit of a covered identifier."""
_VALUES = frozenset({DifferenceKind.NUMBER, DifferenceKind.UNIT, DifferenceKind.ROUNDING, DifferenceKind.PERCENT})
_SUBJECTS = frozenset({DifferenceKind.PLACE, DifferenceKind.PERSON, DifferenceKind.NAME, DifferenceKind.DATE})


_OF_ROWS = {Verdict.SUPPORTED: ClaimVerdict.SUPPORTED, Verdict.DIFFERS: ClaimVerdict.DIFFERS}


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with what its comparison gave."""

    candidate: Candidate
    verification: Verification
    share: float
    """Of the claim that the sentence holds: words and neighbouring words by their rarity, 0 to 1."""
    about: float
    """The same, what differs left out."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict and the sentences it rests on, best first."""

    verdict: ClaimVerdict
    judged: tuple[Judged, ...] = ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Those of the best sentence; none where the claim is supported or not found."""
        if self.verdict not in {ClaimVerdict.DIFFERS, ClaimVerdict.CONTRADICTED} or not self.judged:
            return ()
        return tuple(one for one in self.judged[0].verification.differences if one.kind is not DifferenceKind.WORDING)


class Judge:
    """Compares; ``idf`` tells how rare a term is in the store, ``before`` what stands before a passage."""

    def __init__(self, idf: Callable[[str], float], before: Callable[[Passage], str]) -> None:
        self._idf = idf
        self._before = before

    def judge(self, statement: str, kind: ClaimKind, found: Found, subject: Subject | None = None) -> Judgement:
        """The verdict on a statement; ``subject`` is what it is about, its surroundings in the draft included."""
        subject = subject or subject_of(statement)
        judged = [one for one in self._compared(statement, found.near) if not _is_of_another(one, subject)]
        if kind is ClaimKind.TABLE_ROW:
            row = judge_row(statement, [one.candidate for one in judged])
            if row is not None:
                return Judgement(_OF_ROWS[row[1].verdict], (Judged(*row, share=1.0, about=1.0),))
            judged = [one for one in judged if may_be_told(statement, one.candidate)]
        best = self._best(statement, judged)
        sure = best.verdict in {ClaimVerdict.SUPPORTED, ClaimVerdict.CONTRADICTED}
        if sure or kind is ClaimKind.TABLE_ROW:
            return best
        return self._together(statement, found.together(), subject, best)

    def _together(
        self, statement: str, candidates: Sequence[Candidate], subject: Subject, found: Judgement
    ) -> Judgement:
        """What two sentences of a document that stand apart say, where no one sentence supports the claim."""
        judged = [one for one in map(partial(self._compare, statement), candidates) if not _is_of_another(one, subject)]
        least = LEAST_TELLING_SHARES[min(telling(statement), 2)]
        least = max([least, *(one.about for one in found.judged)])
        told = [one for one in judged if one.verification.verdict is Verdict.SUPPORTED and one.share >= least]
        return Judgement(ClaimVerdict.SUPPORTED, tuple(sorted(told, key=_by_share))) if told else found

    @staticmethod
    def _best(statement: str, judged: Sequence[Judged]) -> Judgement:
        """The verdict of the sentence that supports the claim, else of the one that tells it otherwise."""
        least = LEAST_TELLING_SHARES[min(telling(statement), 2)]
        supporting = [one for one in judged if one.verification.verdict is Verdict.SUPPORTED and one.share >= least]
        other = max((one for one in judged if _is_version(one)), key=_most_alike, default=None)
        best = max(supporting, key=_most_alike, default=None)
        if best is not None and any(_lacks_a_name(one, best) for one in judged):
            supporting = []
        if supporting and best is not None and (other is None or not _takes_over(other, best)):
            return Judgement(ClaimVerdict.SUPPORTED, tuple(sorted(supporting, key=_by_share)))
        if other is None:
            return Judgement(ClaimVerdict.NOT_FOUND)
        contrary = other.verification.verdict is Verdict.CONTRADICTED
        return Judgement(ClaimVerdict.CONTRADICTED if contrary else ClaimVerdict.DIFFERS, (other,))

    def _compared(self, statement: str, candidates: Sequence[Candidate]) -> Iterator[Judged]:
        """Candidates in order; those far behind the best are left out, as are all after one that says everything."""
        least = _FAR_BEHIND * max((one.share for one in candidates), default=0.0)
        for candidate in candidates:
            if candidate.share < least:
                return
            judged = self._compare(statement, candidate)
            yield judged
            if judged.verification.verdict is Verdict.SUPPORTED and judged.share >= _SAYS_ALL:
                least = max(least, _NEARLY * candidate.share)

    def _compare(self, statement: str, candidate: Candidate) -> Judged:
        passage = candidate.passage
        dates = (passage.date,) if passage.date else ()
        before = self._before(passage) + "\n" + passage.text[: candidate.start]
        context = Context(card=card_of(passage), before=before, dates=dates, idf=self._idf)
        compared = compare_in(statement, candidate.said, context)
        found = _uncovered(verify_compared(compared, context))
        if candidate.told:
            found = with_columns(found, statement, candidate.told)
        return Judged(candidate, found, *closeness(compared, found.differences, self._idf, _words(before)))


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(one.loose for one in lexemes(text))


def card_of(passage: Passage) -> str:
    """What is known of a passage besides its words, as text."""
    day = "/".join(reversed(passage.date.split("-"))) if passage.date else ""
    name = passage.title or passage.source
    parts = (name, passage.unit, passage.type, passage.number, day, *passage.heading_path)
    return "\n".join(part for part in parts if part)


def subject_of_candidate(candidate: Candidate) -> Subject:
    """What a sentence is about: as it says itself, else as the words before it, its headings and its document do."""
    passage = candidate.passage
    before = passage.text[: candidate.start]
    found = first_named([candidate.said, before[-300:], *reversed(passage.heading_path), passage.title or ""])
    return found.or_else(first_named([passage.unit or "", passage.source])).or_else(_card_years(passage))


def _card_years(passage: Passage) -> Subject:
    years = [passage.year] if passage.year else []
    if passage.date:
        years += [int(passage.date[:4]), int(passage.date[:4]) - 1]
    return Subject((), frozenset(years))


def _is_of_another(judged: Judged, subject: Subject) -> bool:
    """Whether the sentence tells of another place or time than the claim, without either sentence saying so."""
    kinds = {one.kind for one in judged.verification.differences}
    if not subject.places and not subject.years:
        return False
    theirs = subject_of_candidate(judged.candidate)
    told = any(one.kind is DifferenceKind.PLACE and one.source for one in judged.verification.differences)
    told = told or (DifferenceKind.PLACE in kinds and not kinds & _VALUES)
    if not told and subject.is_elsewhere(theirs):
        return True
    return bool(kinds & _VALUES) and DifferenceKind.DATE not in kinds and subject.is_another_time(theirs)


def _is_version(judged: Judged) -> bool:
    """Whether the sentence tells what the claim tells, otherwise."""
    found = judged.verification
    differences = [one for one in found.differences if one.kind is not DifferenceKind.WORDING]
    if found.verdict is Verdict.SUPPORTED or not differences or not _is_about(judged, differences):
        return False
    if judged.share < _LEAST_OF_VERSION:
        return False
    if MASK in judged.candidate.text and all(_is_masked(one) for one in differences):
        return False
    kinds = {one.kind for one in differences}
    if not any(one.source for one in differences):
        short = any(one.stated.isupper() for one in differences)  # TTHS: written out nowhere
        return judged.about >= _NEARLY and len(differences) == 1 and kinds <= _SUBJECTS and not short
    if len(differences) > _MOST_DIFFERENCES or (kinds & _VALUES and any(map(_is_elsewhere, differences))):
        return False
    another = bool(kinds & _SUBJECTS and kinds - _SUBJECTS)
    one_slip = len(differences) <= 2  # noqa: PLR2004  one that shows twice
    return one_slip or not another if judged.about >= SURELY_ABOUT else one_slip and not another


def _is_elsewhere(difference: Difference) -> bool:
    """Whether it is another place or time; with another figure too it is another event, for nobody slips twice.

    A day of the stated month is no other time.
    """
    if difference.kind is not DifferenceKind.DATE:
        return difference.kind is DifferenceKind.PLACE
    mine, theirs = _time_of(difference.stated), _time_of(difference.source)
    shared = mine.keys() & theirs.keys()
    return not shared or any(mine[name] != theirs[name] for name in shared)


def _time_of(text: str) -> dict[str, int | str]:
    """What a time says, written as in its sentence: a mere 12.6 was read as a day because of the words before it."""
    readings = (read(written).tokens for written in (text, f"ngày {text}"))
    return next((one.moment.stated() for tokens in readings for one in tokens if one.moment is not None), {})


def _is_about(judged: Judged, differences: Sequence[Difference]) -> bool:
    """Whether the sentence tells of what the claim tells of."""
    if judged.about >= LEAST_ABOUT:
        return True
    alike = judged.about >= _ALIKE_ABOUT and judged.share >= _ALIKE_SHARE and judged.candidate.share >= _ALIKE_TERMS
    return alike and len(differences) == 1 and bool(differences[0].source)


def _takes_over(other: Judged, supporting: Judged) -> bool:
    """Whether a sentence that says the claim but for one thing is believed against one that only has its words."""
    differences = [one for one in other.verification.differences if one.kind is not DifferenceKind.WORDING]
    if len(differences) != 1:
        return False
    best = supporting.share
    more_terms = other.candidate.share >= _MORE_TERMS * supporting.candidate.share
    if more_terms and other.about >= LEAST_ABOUT and other.share > best + _SAYS_MORE:
        return True
    if other.about >= _WORD_FOR_WORD and other.about > best + _CLEARLY_MORE:
        return True
    if other.share > best and other.candidate.share > supporting.candidate.share + _TAKES_OVER:
        return True
    unsure = best < _SURE_SUPPORT and other.about > best + _TAKES_OVER
    return differences[0].kind in _VALUES and (unsure or other.share > best + _SAYS_MORE)


def _lacks_a_name(other: Judged, supporting: Judged) -> bool:
    """Whether a sentence that has far more of the claim has all of it but one name."""
    differences = [one for one in other.verification.differences if one.kind is not DifferenceKind.WORDING]
    if len(differences) != 1 or differences[0].kind not in _SUBJECTS or differences[0].source:
        return False
    far_more = other.candidate.share >= _FAR_MORE_TERMS * supporting.candidate.share
    return far_more and other.about >= _ALL_BUT_ONE and supporting.share < _SAYS_ALL


def _uncovered(found: Verification) -> Verification:
    """Without differences in what is covered on either side: nobody can tell."""
    differences = tuple(one for one in found.differences if MASK not in one.stated + one.source)
    if len(differences) == len(found.differences):
        return found
    return replace(found, verdict=found.verdict if differences else Verdict.SUPPORTED, differences=differences)


def _is_masked(difference: Difference) -> bool:
    """A covered identifier in the source may be just what the claim says."""
    return difference.kind in {DifferenceKind.NUMBER, DifferenceKind.DATE}


def _most_alike(judged: Judged) -> tuple[float, float]:
    return judged.about, judged.share


def _by_share(judged: Judged) -> tuple[float, int]:
    """The sentence that says most of the claim first, a single one before a pair that says no more."""
    return -round(judged.share, 2), judged.candidate.end - judged.candidate.start
