"""One claim of a draft looked up: the documents it names first, then the whole store; its own figures recomputed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.passage_citation import cite
from assistant.citation_text import numbered_name, successor_name, vietnamese_date
from assistant.claims.arithmetic import miscalculations
from assistant.claims.candidates import Candidate, CandidateFinder
from assistant.claims.halves import halves_of
from assistant.claims.judging import MASK, Judge, Judged, Judgement
from assistant.claims.model import Claim, ClaimCheck, ClaimNote, ClaimVerdict, NotChecked, NoteCode
from assistant.claims.plans import is_firm_plan
from assistant.claims.references import References, Resolved
from assistant.claims.subjects import Subject
from assistant.claims.wording import HARD, is_of_itself
from assistant.model import Citation
from assistant.verdicts import Difference, DifferenceKind
from ingest.card.numbers import number_key
from ingest.document_numbers import document_numbers
from ingest.documents import Flag
from vectorstore.numbered import Numbered
from vectorstore.protocols import Vectors
from vectorstore.store import Store

_EVIDENCE = 3
_HEAD_CHARS = 300
"""Of a passage, where an article of a law names the law."""
_SURE = 0.9
"""Above it a sentence that tells the whole claim otherwise is believed before its halves are looked up."""
_POOR = frozenset({Flag.GARBLED, Flag.LOW_CONFIDENCE})
_WRONG_NAMING = {NoteCode.OTHER_DATE: DifferenceKind.DATE, NoteCode.OTHER_TITLE: DifferenceKind.NAME}
_MISCOUNTED = {NoteCode.COLUMN_TOTAL}


@dataclass(frozen=True, slots=True)
class _Looked:
    """A judgement, and how it came about."""

    judgement: Judgement
    own: bool = False
    """By the documents the claim names."""
    partial: bool = False
    """Of what the claim says beside naming a document."""


class LookUp:
    """Everything about one claim."""

    def __init__(self, store: Store, finder: CandidateFinder) -> None:
        self._finder = finder
        self._judge = Judge(finder.idf, finder.before)
        self._references = References(Numbered(store.database))

    def check(self, claim: Claim, vector: Vectors, subject: Subject, notes: Sequence[ClaimNote] = ()) -> ClaimCheck:
        """The verdict on a claim; ``notes`` are those its place in the draft gave it."""
        if claim.not_checked in HARD:
            return ClaimCheck(claim, ClaimVerdict.NOT_CHECKABLE)
        resolved = self._references.resolve(claim.said, subject)
        looked = self._look(claim, vector, subject, resolved)
        found = looked.judgement
        verdict = softened(claim, found.verdict)
        if verdict is ClaimVerdict.NOT_CHECKABLE:
            return ClaimCheck(claim, verdict, notes=resolved.notes)
        evidence = evidence_of(found)
        computed = miscalculations(claim.said)
        told = [*_of_references(resolved, looked, evidence), *notes, *(one.note for one in computed)]
        told += [ClaimNote(NoteCode.COVERED)] if MASK in claim.said else []
        told += [one for one in _of_sources(evidence) if one.details.get("document_id") not in _successors(told)]
        differences = tuple(_with_card_number(one, evidence) for one in found.differences)
        check = ClaimCheck(claim, verdict, evidence, differences, tuple(told))
        faults = [one.difference for one in computed]
        if looked.partial:
            faults += _wrong_numbers(claim, resolved, looked, self._numbers_of(found.judged[:1]))
        return _with_own_faults(check, faults, partial=looked.partial)

    def _numbers_of(self, judged: Sequence[Judged]) -> list[str]:
        """The numbers that a document of the evidence carries: on its card, at its head, or in the sentence."""
        numbers: list[str] = []
        for one in judged:
            passage = one.candidate.passage
            head = f"{self._finder.before(passage)}\n{passage.text[:_HEAD_CHARS]}\n{one.candidate.text}"
            numbers += [passage.number] if passage.number else []
            numbers += [found.text for found in document_numbers(head)]
        return numbers

    def _look(self, claim: Claim, vector: Vectors, subject: Subject, resolved: Resolved) -> _Looked:
        ids, core = resolved.document_ids, resolved.core
        if ids:
            said = core or claim.said
            named = self._judge.judge(said, claim.kind, self._finder.find(said, vector, ids), subject)
            if named.verdict is not ClaimVerdict.NOT_FOUND:
                return _Looked(_moved(named, claim.said.find(said)), own=True, partial=bool(core))
        found = self._judge.judge(claim.said, claim.kind, self._finder.find(claim.said, vector), subject)
        if found.verdict is ClaimVerdict.DIFFERS and is_of_itself(claim.said):
            return _Looked(Judgement(ClaimVerdict.NOT_FOUND))
        if found.verdict is ClaimVerdict.NOT_FOUND and core:
            rest = self._judge.judge(core, claim.kind, self._finder.find(core, vector), subject)
            return _Looked(_moved(rest, claim.said.find(core)), partial=True)
        unsure = found.verdict is not ClaimVerdict.SUPPORTED and all(one.about < _SURE for one in found.judged)
        return _Looked((self._by_halves(claim, subject) if unsure else None) or found)

    def _by_halves(self, claim: Claim, subject: Subject) -> Judgement | None:
        """Two statements made one: each looked up by itself, for they may stand apart; None where that tells no more.

        Both must stand in one document.
        """
        halves = halves_of(claim.said)
        if not halves:
            return None
        vectors = self._finder.vectors(halves)
        found = [
            _moved(self._judge.judge(one, claim.kind, self._finder.find(one, vectors[at]), subject), by)
            for at, (one, by) in enumerate(zip(halves, (0, claim.said.find(halves[1])), strict=True))
        ]
        verdicts = [one.verdict for one in found]
        if ClaimVerdict.SUPPORTED not in verdicts or ClaimVerdict.NOT_FOUND in verdicts:
            return None
        if len({one.judged[0].candidate.passage.document_id for one in found if one.judged}) > 1:
            return None
        wrong = next((one for one in found if one.verdict is not ClaimVerdict.SUPPORTED), None)
        return wrong or Judgement(ClaimVerdict.SUPPORTED, (*found[0].judged[:1], *found[1].judged[:1]))


def _moved(found: Judgement, by: int) -> Judgement:
    """Differences of a part of the claim at their places in the whole."""
    if by <= 0:
        return found
    judged = tuple(
        replace(
            one,
            verification=replace(
                one.verification,
                differences=tuple(
                    replace(each, start=each.start + by, end=each.end + by) for each in one.verification.differences
                ),
            ),
        )
        for one in found.judged
    )
    return replace(found, judged=judged)


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
        for candidate in (one.candidate, one.candidate.also):
            if candidate is not None and not any(_overlap(candidate, other) for other in chosen):
                chosen.append(candidate)
    return tuple(cite(one.passage, n, one.start, one.end) for n, one in enumerate(chosen[:_EVIDENCE], 1))


def _overlap(one: Candidate, other: Candidate) -> bool:
    if (one.passage.document_id, one.passage.page) != (other.passage.document_id, other.passage.page):
        return False
    first, second = one.passage.char_start, other.passage.char_start
    return first + one.start < second + other.end and second + other.start < first + one.end


def _of_references(resolved: Resolved, looked: _Looked, evidence: Sequence[Citation]) -> Iterator[ClaimNote]:
    """What is to be said of the documents a claim names; one that the evidence names likewise is not unknown."""
    supported = looked.judgement.verdict is ClaimVerdict.SUPPORTED
    for note in resolved.notes:
        number = str(note.details.get("number", ""))
        if note.code is not NoteCode.UNKNOWN_NUMBER or not (supported and _is_named(number, evidence)):
            yield _of_the_one_meant(note, looked, evidence)
    if not resolved.documents:
        return
    cited = {one.document_id for one in evidence}
    named = next((one for one in resolved.documents if one.document_id in cited), resolved.documents[0])
    number = named.number or ""
    if looked.own:
        name = numbered_name(named.type, number, named.date)
        details = {"number": number, "title": named.title or name, "document_id": named.document_id}
        yield ClaimNote(NoteCode.OWN_REFERENCE, dict(details))
    elif resolved.core and evidence:
        yield ClaimNote(NoteCode.REFERENCE_SILENT, {"number": number, "document_id": named.document_id})


def _with_card_number(difference: Difference, evidence: Sequence[Citation]) -> Difference:
    """A document number that the sentence does not give beside that of its document, if both are of one kind."""
    if difference.kind is not DifferenceKind.DOCUMENT_NUMBER or difference.source or not evidence:
        return difference
    number = evidence[0].number or ""
    return (
        replace(difference, source=number) if number and _symbol(number) == _symbol(difference.stated) else difference
    )


def _symbol(number: str) -> str:
    return number_key(number).lstrip("0123456789")


def _of_the_one_meant(note: ClaimNote, looked: _Looked, evidence: Sequence[Citation]) -> ClaimNote:
    """Several offices give the same number: the document that tells of the claim is the one meant."""
    if note.code not in _WRONG_NAMING or not looked.own or not evidence:
        return note
    cited = evidence[0]
    source = vietnamese_date(cited.date) if note.code is NoteCode.OTHER_DATE else cited.title
    return replace(note, details={**note.details, "source": source or "", "document_id": cited.document_id})


def _is_named(number: str, evidence: Sequence[Citation]) -> bool:
    key = number_key(number)
    return any(key in number_key(one.quote) or key == number_key(one.number or "") for one in evidence)


def _wrong_numbers(claim: Claim, resolved: Resolved, looked: _Looked, held: Sequence[str]) -> Iterator[Difference]:
    """The number given for a statement that stands in a document of the same kind with another number.

    :param held: The numbers of that document.
    """
    if looked.own or looked.judgement.verdict is not ClaimVerdict.SUPPORTED:
        return
    for one in resolved.references[:1]:
        alike = [number for number in held if _symbol(number) == _symbol(one.number.text)]
        if alike and one.key not in map(number_key, held):
            start = claim.said.find(one.number.text)
            end = start + len(one.number.text)
            yield Difference(DifferenceKind.DOCUMENT_NUMBER, one.number.text, alike[0], start, end)


def _of_sources(evidence: Sequence[Citation]) -> Iterator[ClaimNote]:
    """Evidence that no longer holds or could not be read well; only what the verdict rests on."""
    for one in evidence[:1]:
        if one.replaced_by is not None:
            old = numbered_name(one.type, one.number, one.date) if one.number else one.title or one.source
            newer = one.replaced_by
            details = {"old": old, "how": newer.kind, "newer": successor_name(newer), "document_id": newer.document_id}
            yield ClaimNote(NoteCode.REPLACED_DOCUMENT, dict(details))
        if one.flags & _POOR:
            yield ClaimNote(NoteCode.POOR_SOURCE, {"source": one.source, "page": one.page})


def _successors(notes: Sequence[ClaimNote]) -> set[str | int]:
    return {note.details["document_id"] for note in notes if note.code is NoteCode.REPLACED_DOCUMENT}


def _with_own_faults(check: ClaimCheck, faults: Sequence[Difference], *, partial: bool) -> ClaimCheck:
    """A claim whose own figures, or whose naming of a document, are wrong differs by that.

    Not where a source says all of it, wrong as it may be.
    """
    if check.verdict is ClaimVerdict.SUPPORTED and not partial:
        return check
    own = [*faults, *(one for note in check.notes if (one := _own_fault(check.claim, note)) is not None)]
    known = {one.start for one in check.differences if one.end}
    own = [one for one in own if one.start not in known]
    if not own:
        return check
    found = {ClaimVerdict.NOT_FOUND, ClaimVerdict.SUPPORTED}
    verdict = ClaimVerdict.DIFFERS if check.verdict in found else check.verdict
    return replace(check, verdict=verdict, differences=(*check.differences, *own))


def _own_fault(claim: Claim, note: ClaimNote) -> Difference | None:
    kind = _WRONG_NAMING.get(note.code) or (DifferenceKind.NUMBER if note.code in _MISCOUNTED else None)
    if kind is None:
        return None
    stated = str(note.details["stated"])
    right = str(note.details["computed" if note.code in _MISCOUNTED else "source"])
    start = max(claim.said.find(stated), 0)
    return Difference(kind, stated, right, start, start + len(stated))
