"""Checking a draft: read, cut into claims, each looked up and judged, in the order of the draft."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.claims.candidates import Candidate, CandidateFinder
from assistant.claims.cutting import claims_of
from assistant.claims.drafts import read_file, read_text
from assistant.claims.judging import Judge, Judgement
from assistant.claims.model import Claim, ClaimCheck, ClaimVerdict, Draft, NotChecked
from assistant.claims.subjects import Subject
from assistant.claims.surroundings import surroundings
from assistant.claims.wording import HARD, is_firm_plan
from assistant.answering.passage_citation import cite
from assistant.model import Citation
from ingest.settings import IngestSettings
from vectorstore.protocols import Vectors
from vectorstore.store import Store

_AT_ONCE = 16
"""Claims embedded together: few, so that the first verdicts come at once."""
_EVIDENCE = 3


class DraftChecker:
    """Checks drafts against an open store; the draft is never added to it."""

    def __init__(self, store: Store, settings: IngestSettings) -> None:
        self._store = store
        self._settings = settings
        self._finder = CandidateFinder(store)
        self._judge = Judge(self._finder.idf)

    def read(self, draft: str | Path) -> Draft:
        """Pasted text, or a file of any format that documents may have.

        :raises IngestError: nothing in it, not readable, or it carries the stamp of a secret.
        """
        return read_file(draft, self._settings) if isinstance(draft, Path) else read_text(draft)

    def check(self, draft: Draft | str | Path) -> Iterator[ClaimCheck]:
        """The checks in the order of the draft, each as soon as it is made.

        :raises IngestError: as for ``read``.
        """
        draft = draft if isinstance(draft, Draft) else self.read(draft)
        claims = claims_of(draft)
        subjects = surroundings(draft, claims)
        for first in range(0, len(claims), _AT_ONCE):
            some = claims[first : first + _AT_ONCE]
            vectors = self._finder.vectors([one.said for one in some])
            for claim, vector, subject in zip(some, vectors, subjects[first:], strict=False):
                yield self._check(claim, vector, subject)

    def _check(self, claim: Claim, vector: Vectors, subject: Subject) -> ClaimCheck:
        if claim.not_checked in HARD:
            return ClaimCheck(claim, ClaimVerdict.NOT_CHECKABLE)
        found = self._judge.judge(claim.said, claim.kind, self._finder.find(claim.said, vector), subject)
        verdict = softened(claim, found.verdict)
        if verdict is ClaimVerdict.NOT_CHECKABLE:
            return ClaimCheck(claim, verdict)
        return ClaimCheck(claim, verdict, evidence_of(found), found.differences)


def softened(claim: Claim, verdict: ClaimVerdict) -> ClaimVerdict:
    """A plan or question is only reported on where a source tells just that, or a mere "sẽ" something close."""
    if claim.not_checked is None or verdict is ClaimVerdict.SUPPORTED:
        return verdict
    firm = claim.not_checked is not NotChecked.PLAN or is_firm_plan(claim.said)
    return ClaimVerdict.NOT_CHECKABLE if firm or verdict is ClaimVerdict.NOT_FOUND else verdict


def evidence_of(found: Judgement) -> tuple[Citation, ...]:
    """Citations of the sentences a judgement rests on, the same place once."""
    chosen: list[Candidate] = []
    for one in found.judged:
        place = one.candidate
        if not any(_overlap(place, other) for other in chosen):
            chosen.append(place)
    return citations(chosen[:_EVIDENCE])


def citations(chosen: Sequence[Candidate]) -> tuple[Citation, ...]:
    """Numbered from 1, in order."""
    return tuple(cite(one.passage, n, one.start, one.end) for n, one in enumerate(chosen, 1))


def _overlap(one: Candidate, other: Candidate) -> bool:
    if (one.passage.document_id, one.passage.page) != (other.passage.document_id, other.passage.page):
        return False
    first, second = one.passage.char_start, other.passage.char_start
    return first + one.start < second + other.end and second + other.start < first + one.end
