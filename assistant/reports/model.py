"""The nouns of a report: facts with their sources, sections of sentences, the draft that is exported."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assistant.model import AnswerWarning, Citation, Mode


class FactOrigin(StrEnum):
    """Where a fact's values come from."""

    SOURCE = "source"
    """Read out of a document."""
    PERSON = "person"
    """Typed or changed by the person who writes the report; no document says it."""


class Span(StrEnum):
    """What time a figure covers."""

    IN_PERIOD = "in_period"
    CUMULATIVE = "cumulative"
    """From the beginning of a term, a project or a campaign up to the period's end."""
    UNKNOWN = "unknown"


class FactKind(StrEnum):
    """What a figure says."""

    RESULT = "result"
    TARGET = "target"
    """What is to be reached in the period; never told as reached."""


class Doubt(StrEnum):
    """Why a fact is offered without being ticked."""

    NONE = ""
    INFERRED_PERIOD = "inferred_period"
    """Its source does not name the period; its day and words make it likely."""
    AFTER_OUTLOOK = "after_outlook"
    """The sentence before it tells of what is to come, and it does not say that this was done."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a source states about unit and period: a figure with what it counts, or a statement without one."""

    fact_id: str
    """Stable over gatherings: made of section, place of the quote and value."""
    section: str
    """``Section.section_id`` of the template."""
    statement: str
    """The source's own words; equals ``citation.quote`` unless a person changed it."""
    citation: Citation | None
    """None only for a fact a person typed in."""
    indicator: str | None = None
    """Code of the indicator dictionary (prompts/indicators.yaml), e.g. HV02."""
    label: str = ""
    """What is counted, as a reader names it: "hội viên mới"."""
    value: str = ""
    """As written: "3.562", "trên 7 tỷ"; empty for a statement without a figure."""
    number: Decimal | None = None
    """The value with its multiplier, in ``unit_of_measure``."""
    value_start: int = 0
    value_end: int = 0
    """Characters [start, end) of ``statement`` that ``value`` stands at."""
    unit_of_measure: str = ""
    """người, lượt, hộ, đồng, %, …"""
    approximate: bool = False
    plan: Decimal | None = None
    """The target of "3.562/5.000"."""
    rate: Decimal | None = None
    """Percent of the target, as the source states it; not computed."""
    period: str = ""
    """Canonical: 2020, 2023-H1, 2023-9T, 2023-Q2, 2023-06, 2016/2021; empty where unknown."""
    place: str = ""
    """The place it is about, as the source names it."""
    span: Span = Span.UNKNOWN
    ticked: bool = True
    origin: FactOrigin = FactOrigin.SOURCE
    duplicates: tuple[Citation, ...] = ()
    """Other places that state the same."""
    kind: FactKind = FactKind.RESULT
    doubt: Doubt = Doubt.NONE
    conflicts: tuple[str, ...] = ()
    """``fact_id`` of facts of other sources that give another value for the same thing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the template wants that no source gives; shown as ``[CẦN BỔ SUNG: …]``."""

    section: str
    label: str
    """What is missing, as a reader names it."""
    indicator: str | None = None


class SentenceKind(StrEnum):
    """What a sentence of the draft rests on."""

    SOURCED = "sourced"
    """Its citations say it."""
    MISSING = "missing"
    """``[CẦN BỔ SUNG: …]``"""
    FRAME = "frame"
    """Fixed words of the template without a claim ("báo cáo kết quả như sau:")."""
    PERSON = "person"
    """Written or changed by a person and not, or no longer, supported by a citation; shown as such."""


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft; plain text, no marks."""

    text: str
    kind: SentenceKind
    citations: tuple[Citation, ...] = ()
    """Footnotes in this order; every figure of a SOURCED sentence stands in one of their quotes."""
    fact_ids: tuple[str, ...] = ()


class ParagraphKind(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    BULLET = "bullet"
    """Dashed line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences set together."""

    sentences: tuple[DraftSentence, ...]
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class DraftSection:
    """One heading of the outline with its text; an empty title is the opening paragraph."""

    section_id: str
    level: int
    """1: "I. …", 2: "1. …", 3: "1.1. …" or "a) …", as the profile numbers them; 0: no heading."""
    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    guidance: str = ""
    """For the writer; never exported."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One line of the appendix table; texts as they are printed, empty where nothing is known."""

    indicator: str | None
    label: str
    unit_of_measure: str
    plan: str
    result: str
    rate: str
    citation: Citation | None = None
    plan_citation: Citation | None = None
    """Where the target stands, when that is another place than the result's."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is to be drafted."""

    template_id: str
    unit: str
    """As typed: "Hội LHPN tỉnh Thanh Hóa"."""
    period: str
    """Canonical, as ``Fact.period``."""
    profile: str = "HOI"
    """Form of the Word file: ND30, MTTQ, HOI, DANG."""
    scope: str = ""
    """Further restriction in words, such as a project's name."""


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A whole draft, ready to be shown, edited and exported."""

    request: ReportRequest
    title: str
    """Abstract below the type: "Kết quả công tác Hội và phong trào phụ nữ năm 2020"."""
    type_name: str
    """"BÁO CÁO"; the template's."""
    type_code: str
    """"BC": for the empty number line "Số:      /BC-BTV"."""
    sections: tuple[DraftSection, ...]
    facts: tuple[Fact, ...] = ()
    missing: tuple[Missing, ...] = ()
    rows: tuple[IndicatorRow, ...] = ()
    addressees: tuple[str, ...] = ()
    """Kính gửi."""
    recipients: tuple[str, ...] = ()
    """Nơi nhận; the template's, editable."""
    mode: Mode = Mode.EXTRACTIVE
    warnings: tuple[AnswerWarning, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    """Header fields a person typed (parent, issuer, place, number, date, signer…); the machine never fills number,
    day and signer."""
