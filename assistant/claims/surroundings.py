"""What each claim of a draft is about where it does not say so itself: the words, headings and title before it."""

from collections.abc import Sequence

from assistant.claims.model import Claim, Draft, NotChecked
from assistant.claims.subjects import Subject, subject_of
from ingest.documents import BlockKind

_HEAD_CLAIMS = 25
"""Letterhead and title stand among this many first claims."""
_HEAD = frozenset({NotChecked.LETTERHEAD, NotChecked.HEADING})


def surroundings(draft: Draft, claims: Sequence[Claim]) -> list[Subject]:
    """The subject of each claim: its own places and years, else of its paragraph, its heading, the draft's head."""
    head = _of_head(draft, claims)
    found: list[Subject] = []
    part, paragraph, heading = -1, Subject(), Subject()
    for claim in claims:
        kind = draft.parts[claim.where.part].kind
        own = subject_of(claim.said)
        if kind in {BlockKind.HEADING, BlockKind.TITLE}:
            heading = own
        if claim.where.part != part:
            part, paragraph = claim.where.part, Subject()
        paragraph = own.or_else(paragraph)
        found.append(paragraph.or_else(heading).or_else(head))
    return found


def _of_head(draft: Draft, claims: Sequence[Claim]) -> Subject:
    """Whose draft it is: what its letterhead and title name, addressees left out."""
    head = Subject()
    for claim in claims[:_HEAD_CLAIMS]:
        is_title = draft.parts[claim.where.part].kind is BlockKind.TITLE
        if claim.not_checked is NotChecked.LETTERHEAD and not subject_of(claim.said).places:
            continue  # its day is not the time it reports on
        if claim.not_checked in _HEAD or is_title:
            head = head.or_else(subject_of(claim.said))
    return head
