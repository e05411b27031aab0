"""The nouns of checking a draft: the draft as read, its claims, the verdict on each, what a person decided."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from assistant.model import Citation
from assistant.verdicts import Difference
from ingest.documents import BlockKind, Note


class ClaimKind(StrEnum):
    """What of a claim can be checked; where several things can, the first of this order."""

    TABLE_ROW = "table_row"
    QUOTATION = "quotation"
    FIGURE = "figure"
    DOCUMENT_NUMBER = "document_number"
    DATE = "date"
    NAME = "name"
    EVENT = "event"
    """A statement without figure, date or name."""


class ClaimVerdict(StrEnum):
    """How a claim stands to the store."""

    SUPPORTED = "supported"
    DIFFERS = "differs"
    """A source tells the same with another figure, date, name or the like."""
    CONTRADICTED = "contradicted"
    """A source says the opposite."""
    NOT_FOUND = "not_found"
    NOT_CHECKABLE = "not_checkable"
    """A greeting, a heading, a plan, an address: nothing that a source could say."""


class NotChecked(StrEnum):
    """Why a stretch of the draft is not checked."""

    HEADING = "heading"
    LETTERHEAD = "letterhead"
    """Agency, number line, motto, signature."""
    ADDRESSEES = "addressees"
    """Kính gửi, Nơi nhận."""
    GREETING = "greeting"
    PLAN = "plan"
    """A plan, promise, request or aim: nothing that has happened."""
    SLOGAN = "slogan"
    FRAME = "frame"
    """"Báo cáo kết quả như sau:" and other words that only lead on."""
    QUESTION = "question"


class NoteCode(StrEnum):
    """What else is to be said of a claim; claim_texts_vi words each, ``details`` fill the blanks."""

    ARITHMETIC = "arithmetic"
    """Its own figures do not agree. stated, computed, and of: what it was computed from."""
    COLUMN_TOTAL = "column_total"
    """The total of a table column is not the sum of its rows. stated, computed, column."""
    TWO_PLACES = "two_places"
    """Another place of the draft gives another value for the same. stated, other, n: the other claim's number."""
    UNKNOWN_NUMBER = "unknown_number"
    """No document of the store has this number. number."""
    OTHER_DATE = "other_date"
    """The document of this number has another day. number, stated, source."""
    OTHER_TITLE = "other_title"
    """The document of this number is about something else. number, stated, source."""
    REPLACED_DOCUMENT = "replaced_document"
    """It refers to, or rests on, a document that a newer one replaces or repeals. old, newer, how, document_id."""
    OWN_REFERENCE = "own_reference"
    """The document the draft names was searched first. number, title, document_id."""
    REFERENCE_SILENT = "reference_silent"
    """The document the draft names does not say it; another one was found. number, source."""
    POOR_SOURCE = "poor_source"
    """The evidence was read from a damaged or badly scanned page. source, page."""
    COVERED = "covered"
    """A personal identifier in it is covered, as it is in the store: nobody can compare it."""


class Decision(StrEnum):
    """What a person decided about a claim."""

    ACCEPT = "accept"
    """It stays as it is."""
    FIX = "fix"
    """It will be corrected."""
    IGNORE = "ignore"
    """The verdict does not matter here."""


@dataclass(frozen=True, slots=True)
class DraftPart:
    """Characters [char_start, char_end) of the draft's text: one paragraph, or one row of a table."""

    char_start: int
    char_end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int = 1
    """1-based page of the file where it begins; 1 for pasted text."""
    turns: tuple[int, ...] = ()
    """Where in the draft's text the next pages begin, for a paragraph that goes on overleaf."""

    def page_at(self, at: int) -> int:
        """The page a character of the part stands on."""
        return self.page + sum(turn <= at for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be checked; it is not in the store."""

    text: str
    """NFC; every offset counts its characters."""
    parts: tuple[DraftPart, ...]
    """Paragraphs and table rows, in order and disjoint."""
    source: str = ""
    """File name; empty for pasted text."""
    media_type: str = "text/plain"
    encoding: str | None = None
    """The text encoding decided on, for formats that have one."""
    notes: tuple[Note, ...] = ()
    """How the file was read, where its owner should know."""


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where in the draft a claim stands."""

    part: int
    """Index into ``Draft.parts``."""
    page: int = 1
    table: int | None = None
    """0-based, of the tables of the draft; None outside tables."""
    row: int | None = None
    """0-based row of that table."""
    column: int | None = None
    """0-based cell of that row; None for a whole row."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing the draft says: ``text == draft.text[char_start:char_end]``."""

    n: int
    """1-based, in the order of the draft."""
    text: str
    char_start: int
    char_end: int
    kind: ClaimKind
    where: ClaimPlace
    statement: str = ""
    """The claim as a sentence of its own: a table row with its headers, a fragment with what it continues.
    Empty where ``text`` is that."""
    not_checked: NotChecked | None = None
    """Set where nothing in it is to be checked."""

    @property
    def said(self) -> str:
        """What is compared with the sources."""
        return self.statement or self.text


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """One more thing to be said of a claim."""

    code: NoteCode
    details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """A claim with its verdict and what the verdict rests on."""

    claim: Claim
    verdict: ClaimVerdict
    evidence: tuple[Citation, ...] = ()
    """Best first; for a claim that is not found, nothing."""
    differences: tuple[Difference, ...] = ()
    """Each as the draft has it and as the first citation has it; offsets are those of ``claim.said``."""
    notes: tuple[ClaimNote, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """The bar over a checked draft."""

    claims: int
    """All, those that are not checkable included."""
    verdicts: dict[ClaimVerdict, int]
    """Every verdict, also with 0."""
    notes: dict[NoteCode, int]
    """Only those that occur."""
    decided: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CheckStarted:
    """The draft is read and cut into claims; the first event of a check."""

    check_id: str
    draft: Draft
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class CheckFinished:
    """The last event of a check."""

    check_id: str
    summary: CheckSummary


CheckEvent: TypeAlias = CheckStarted | ClaimCheck | CheckFinished


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A check as it is kept: what the screen reopens, and what Word and Excel are made from."""

    check_id: str
    draft: Draft
    checks: tuple[ClaimCheck, ...]
    """In the order of the draft; fewer than its claims where the check was cut short."""
    summary: CheckSummary
    created_at: str
    """ISO 8601, UTC."""
    claims: int = 0
    """How many claims the draft has."""


def summary_of(checks: Iterable[ClaimCheck], seconds: float = 0.0) -> CheckSummary:
    """Count the verdicts, notes and decisions."""
    kept = list(checks)
    verdicts = Counter(check.verdict for check in kept)
    notes = Counter(note.code for check in kept for note in check.notes)
    decided = sum(check.decision is not None for check in kept)
    return CheckSummary(len(kept), {one: verdicts[one] for one in ClaimVerdict}, dict(notes), decided, seconds)
