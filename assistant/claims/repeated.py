"""Figures that differ between two places of the same draft."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from assistant.claims.model import Claim, ClaimNote, NoteCode
from assistant.claims.subjects import Subject
from assistant.grounding.verifying import Context, verify
from assistant.verdicts import Difference, DifferenceKind, Verdict
from vectorstore.terms import terms

_LEAST_SHARED = 0.55
"""Share of the shorter claim's words, without its figures, that the longer one must have."""
_LEAST_SUPPORT = 0.7
_COMMON_SHARE, _COMMON = 0.2, 12
"""A term in more of the claims than this pairs nothing up."""
_VALUES = frozenset({DifferenceKind.NUMBER, DifferenceKind.UNIT})


def told_twice(
    claims: Sequence[Claim], subjects: Sequence[Subject], idf: Callable[[str], float]
) -> dict[int, tuple[ClaimNote, ...]]:
    """Notes by claim number, on both claims of a pair that tells the same thing with other figures."""
    notes: dict[int, list[ClaimNote]] = defaultdict(list)
    for first, second in _pairs(claims, idf):
        one, other = claims[first], claims[second]
        if subjects[first].is_elsewhere(subjects[second]) or subjects[first].is_another_time(subjects[second]):
            continue
        found = _difference(one.said, other.said, idf)
        if found is not None:
            left, right = found
            notes[one.n].append(_note(left, right, other))
            notes[other.n].append(_note(right, left, one))
    return {n: tuple(some) for n, some in notes.items()}


def _note(stated: str, other: str, claim: Claim) -> ClaimNote:
    return ClaimNote(NoteCode.TWO_PLACES, {"stated": stated, "other": other, "n": claim.n})


def _pairs(claims: Sequence[Claim], idf: Callable[[str], float]) -> Iterator[tuple[int, int]]:
    """Pairs that share most of the shorter one's words."""
    words = [_words(claim) for claim in claims]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(words):
        for term in some:
            holders[term].append(at)
    limit = max(_COMMON, _COMMON_SHARE * len(claims))
    weights = {term: idf(term) for term, there in holders.items() if 1 < len(there) <= limit}
    totals = [sum(weights.get(term, 0.0) or idf(term) for term in some) for some in words]
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for term, worth in weights.items():
        there = holders[term]
        for place, first in enumerate(there):
            for second in there[place + 1 :]:
                shared[first, second] += worth
    for (first, second), worth in sorted(shared.items()):
        if worth >= _LEAST_SHARED * min(totals[first], totals[second]):
            yield first, second


def _words(claim: Claim) -> frozenset[str]:
    """Terms without digits, of a claim that states a figure."""
    if claim.not_checked is not None or not any(char.isdigit() for char in claim.said):
        return frozenset()
    return frozenset(term for term in terms(claim.said) if not any(char.isdigit() for char in term))


def _difference(one: str, other: str, idf: Callable[[str], float]) -> tuple[str, str] | None:
    """The two values, where the shorter statement is told by the longer one but for figures."""
    shorter, longer = sorted((one, other), key=len)
    found = verify(shorter, [longer], Context(idf=idf))
    if found.verdict is not Verdict.DIFFERS or found.support < _LEAST_SUPPORT:
        return None
    if any(each.kind not in _VALUES or not each.source for each in found.differences):
        return None
    first: Difference = found.differences[0]
    return (first.stated, first.source) if shorter == one else (first.source, first.stated)
