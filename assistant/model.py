"""The nouns of a question's way through: query, hits, evidence, citations, answer."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.verdicts import SentenceCheck
from ingest.documents import Flag
from vectorstore.hits import Filters, Passage, Successor


class Mode(StrEnum):
    """How an answer was written."""

    EXTRACTIVE = "extractive"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Understanding:
    """One thing read out of the question, shown as a removable chip."""

    kind: str
    """abbreviation, year, period, quarter, term, place, document_number, typing, typo, slang, politeness, shortened."""
    text: str
    """As typed."""
    meaning: str
    """What it was taken for."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words the lexical index is asked for beside the typed ones; ``weight`` in (0, 1], a typed term having 1."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Query:
    """A question prepared for search."""

    text: str
    """As typed, NFC."""
    search_text: str
    """The typed words without courtesy: every term of them counts fully in the lexical index."""
    understood: tuple[Understanding, ...] = ()
    filters: Filters = field(default_factory=Filters)
    expansions: tuple[Expansion, ...] = ()
    """Further words, in lower weight; terms that were typed gain nothing from them."""
    dense_text: str = ""
    """What is embedded: spelling mended, abbreviations written out; empty where it is ``search_text``."""
    reading: str = ""
    """The whole question with its spelling mended, for whoever reads it; empty where it is ``text``."""
    content: tuple[str, ...] = ()
    """Folded syllables that are about the subject, neither interrogative nor function words; typed or not typed with
    accents, the same."""
    ignored: frozenset[str] = frozenset()
    """Readings the asker took away, as ``kind:text``; those words are words, no restriction."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage in the fused ranking; a rank is 1-based, None where that leg did not return it."""

    rank: int
    passage: Passage
    score: float
    lexical_rank: int | None
    dense_rank: int | None
    lexical_score: float = 0.0
    """BM25, unnormalised."""
    dense_score: float = 0.0
    """Cosine."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits of a query, best first."""

    query: Query
    hits: tuple[Hit, ...]
    timings_ms: dict[str, float]
    parts: "tuple[PartResult, ...]" = ()
    """Where the question is about several things, each searched by itself; the hits are theirs together."""


@dataclass(frozen=True, slots=True)
class PartResult:
    """What was found for one of the things a question is about."""

    label: str
    """As typed."""
    about: tuple[str, ...]
    """Its name in folded syllables, or its year."""
    found: SearchResult


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a stored page: ``quote == page.text[char_start:char_end]``, always."""

    n: int
    """1-based number shown in the answer as [n]."""
    document_id: str
    source: str
    title: str | None
    page: int
    char_start: int
    char_end: int
    quote: str
    date: str | None = None
    unit: str | None = None
    type: str | None = None
    heading_path: tuple[str, ...] = ()
    flags: frozenset[Flag] = frozenset()
    media_type: str = ""
    number: str | None = None
    """Number and symbol of the document."""
    replaced_by: Successor | None = None


class WarningCode(StrEnum):
    """Degradations that travel with an answer; messages_vi words them."""

    GARBLED_SOURCE = "garbled_source"
    LOW_CONFIDENCE_SOURCE = "low_confidence_source"
    """A page quoted was read from an image, and not reliably."""
    LLM_FALLBACK = "llm_fallback"
    UNKNOWN_CITATIONS = "unknown_citations"
    UNCITED_SENTENCES = "uncited_sentences"
    UNSUPPORTED_NUMBERS = "unsupported_numbers"
    """Sentences of the model removed because a number in them stands in no passage they cite."""
    UNSUPPORTED_SENTENCES = "unsupported_sentences"
    """Sentences of the model removed because what they say stands in no passage, or otherwise there."""
    STRUCK_SENTENCES = "struck_sentences"
    """Such sentences left in the answer, struck."""
    ANSWER_CUT = "answer_cut"
    """The model stopped at its length limit; the unfinished sentence is left out."""
    QUESTION_SHORTENED = "question_shortened"
    FOREIGN_QUESTION = "foreign_question"
    REFUSAL_THRESHOLD = "refusal_threshold"
    """Refusals begin at another probability than the fitted one, as it was set."""
    SAMPLE_SOURCE = "sample_source"
    REPLACED_SOURCE = "replaced_source"
    """A newer document of the store says it replaces or repeals one that is cited."""
    UNKNOWN_UNIT = "unknown_unit"
    """No document of the store is of the unit a report is asked for, or names it."""
    PERIOD_WITHOUT_DOCUMENTS = "period_without_documents"
    MERGED_PROVINCE = "merged_province"
    """The province of a report was joined with others before the period's end; nothing is summed across."""
    OTHER_BORDERS = "other_borders"
    """A document means by the province's name the one of before, or after, the merger; it is left out."""
    CONFLICTING_FACTS = "conflicting_facts"
    """Sources give different values for the same thing."""
    INFERRED_PERIOD = "inferred_period"
    """Facts whose source does not name the period are offered without being ticked."""
    AFTER_OUTLOOK = "after_outlook"
    """Facts told right after what is to come are offered without being ticked."""
    TEMPLATE_REFUSED = "template_refused"
    """The office's own outline has a mistake; the shipped one of the same name is used."""
    UNKNOWN_INDICATOR = "unknown_indicator"
    """A template asks for an indicator that does not exist; the rest of it is used."""
    SECTION_FALLBACK = "section_fallback"
    """A section of a report was put together from the sources' sentences because the language model's text failed."""
    CONFLICTING_SOURCES = "conflicting_sources"
    """Documents give different figures for the same thing; the answer shows them all, with their dates."""


@dataclass(frozen=True, slots=True)
class AnswerWarning:
    """One degradation; ``details`` fill the blanks of its sentence."""

    code: WarningCode
    details: dict[str, str | int] = field(default_factory=dict)


class AbstainReason(StrEnum):
    """Why there is no answer."""

    EMPTY_STORE = "empty_store"
    EMPTY_QUESTION = "empty_question"
    NOTHING_FOUND = "nothing_found"
    NOT_ANSWERED = "not_answered"
    """Passages on the subject exist, but none states what was asked."""
    SMALL_TALK = "small_talk"
    """Nothing was asked of the documents: a greeting, thanks, a question about the assistant."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose sentences carry [n], or an honest refusal that names the nearest documents."""

    question: str
    text: str
    """Vietnamese, plain text with [n] markers; never HTML."""
    abstained: bool
    mode: Mode
    citations: tuple[Citation, ...] = ()
    reason: AbstainReason | None = None
    nearest: tuple[Citation, ...] = ()
    """On a refusal: the nearest places, not evidence."""
    warnings: tuple[AnswerWarning, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    understood: tuple[Understanding, ...] = ()
    checks: tuple[SentenceCheck, ...] = ()
    """The verdict on every sentence that states something, in order."""
    completed_question: str | None = None
    """What was searched and answered, where the question was a follow-up that the conversation completed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One past exchange of a conversation."""

    question: str
    """Completed, if it was a follow-up itself."""
    answer: str
    sources: tuple[str, ...] = ()
    """Names of the cited documents, the first cited first."""
