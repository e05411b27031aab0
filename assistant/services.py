"""The composition root: the only place that builds concrete classes and hands them to each other."""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path

from assistant.answering.checking import with_checks
from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.generative import ModelAnswerer
from assistant.answering.listing import LISTED_PASSAGES
from assistant.answering.meaning import likeness_by
from assistant.answering.small_talk import small_talk_answer
from assistant.claims.checker import DraftChecker
from assistant.conversations.keeping import Conversations
from assistant.followups import Completion, ModelRewriter, complete
from assistant.intake import FileFinished, FileProgress, FileReport, FileStarted, IngestEvent, RunProgress, take_in
from assistant.intake.following import Follower
from assistant.intake.retrying import retry_files
from assistant.intake.superseding import superseding
from assistant.intake.watching import Watcher
from assistant.llm.chat_model import open_chat_model
from assistant.llm.settings import LlmSettings
from assistant.messages_vi.answering import ANSWERING
from assistant.model import AbstainReason, Answer, PartResult, Query, SearchResult, Turn
from assistant.ports import Answerer, AnswerEvent, Finished, TextDelta
from assistant.query.parts import ask_texts, parts_of
from assistant.query.question import read_question
from assistant.query.small_talk import small_talk
from assistant.query.understanding import understand
from assistant.reports.keeping import Drafts
from assistant.reports.office_forms import OfficeForms
from assistant.reports.reports import OFFICE_FOLDER, Reports
from assistant.reports.writing import SectionWriter
from assistant.retrieval.cross_encoder import open_cross_encoder
from assistant.retrieval.hybrid import HybridRetriever, Legs
from assistant.retrieval.parts import followed_by, together
from assistant.retrieval.reranking import Reranker, bundled_reranker
from assistant.settings import IngestSection, LlmSection, LoadedSettings, Settings
from assistant.viewing.viewing import Viewing
from ingest.documents import Flag, Page
from ingest.pipeline import content_digests, expand_paths
from ingest.settings import IngestSettings, ReadingLimits
from vectorstore.audit import AuditAction
from vectorstore.connect import open_store, reindex_folder
from vectorstore.embedder_loading import load_embedder
from vectorstore.embedding_models import EmbeddingModel
from vectorstore.hits import Filters
from vectorstore.records import DocumentRecord, Facets
from vectorstore.settings import StoreSettings
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.store import Store

__all__ = [
    "FileFinished",
    "FileProgress",
    "FileReport",
    "FileStarted",
    "IngestEvent",
    "RunProgress",
    "Services",
    "open_services",
]

SAMPLE_COLLECTION = "tai-lieu-mau"
_ANY_QUESTION = "2"


class Services:
    """Everything the rims (screen, HTTP, command line) may ask for."""

    def __init__(
        self,
        settings: LoadedSettings,
        store: Store,
        answerer: Answerer,
        today: Callable[[], date] = date.today,
        *,
        reranker: Reranker | None = None,
        rewriter: ModelRewriter | None = None,
    ) -> None:
        self.settings = settings
        self._rewriter = rewriter
        self._today = today
        self.store = store
        self._answerer = answerer
        self._reranker = reranker
        self._retriever = HybridRetriever(store, reranker=reranker)
        self._one_stage = HybridRetriever(store)
        self.viewing = Viewing(store)
        """Pictures of pages with the places of citations."""
        self._ingest_settings = ingest_settings(settings.values.ingest)
        self.watcher = Watcher(store, Follower(store, self.ingest, self._ingest_settings))
        """Followed folders; ``watcher.running()`` follows them in the background."""
        self.conversations = Conversations(store.database)
        """What was asked and answered before, and what people thought of it."""
        self.reports = Reports(store, self._passages, settings.data_dir / OFFICE_FOLDER)
        """Drafts of reports, and the facts they are made of."""
        self.claims = DraftChecker(store, self._ingest_settings)
        """Drafts checked against the store."""
        self.drafts = Drafts(store.database)
        """Reports that are being written, with their versions."""
        self.office_forms = OfficeForms(store.database)
        """The offices' own Word forms."""

    def search(
        self,
        text: str,
        top_k: int = 10,
        filters: Filters | None = None,
        *,
        legs: Legs = Legs.FUSED,
        ignore: Collection[str] = frozenset(),
    ) -> SearchResult:
        """The best passages for a question as typed; one leg alone only to measure it.

        ``ignore`` holds what was understood and taken away again, as ``kind:text``.
        """
        whole = legs is Legs.FUSED
        retriever = self._retriever if whole else HybridRetriever(self.store, legs, self._reranker)
        return retriever.search(self._understand(text, ignore), top_k, filters)

    def get_ready(self) -> None:
        """Read what a first question would have to wait for: tables of the model and of letters, the indexes' files."""
        self.ask(_ANY_QUESTION)

    def ask(
        self,
        text: str,
        filters: Filters | None = None,
        history: Sequence[Turn] = (),
        *,
        ignore: Collection[str] = frozenset(),
    ) -> Answer:
        """The answer to a question as typed."""
        *_, last = self.ask_stream(text, filters, history, ignore=ignore)
        assert isinstance(last, Finished)
        return last.answer

    def ask_stream(
        self,
        text: str,
        filters: Filters | None = None,
        history: Sequence[Turn] = (),
        *,
        ignore: Collection[str] = frozenset(),
    ) -> Iterator[AnswerEvent]:
        """The same while it is being written; the last event is Finished."""
        started = time.perf_counter()
        query = self._understand(text, ignore)
        history = [turn for turn in history if small_talk(turn.question) is None]
        if (kind := small_talk(query.text)) is not None:
            documents, today = self.store.counts().documents, self._today()
            answer = small_talk_answer(kind, query.text, history, documents=documents, today=today)
            yield TextDelta(answer.text)
            yield Finished(replace(answer, timings_ms={"total": (time.perf_counter() - started) * 1000}))
            return
        asked, completion = query.text, self._whole(query, history)
        query = self._understand(completion.text, ignore) if completion else query
        evidence = self._evidence(query, filters)
        # the answerer reads the question with its spelling mended; what comes back names it as typed
        for event in self._answerer.stream(replace(query, text=query.reading or query.text), evidence, history):
            if not isinstance(event, Finished):
                yield event
                continue
            answer = self._completed(event, query, evidence, started)
            if completion is not None:
                answer = replace(answer, question=asked, completed_question=query.text)
            yield Finished(answer)

    def _evidence(self, query: Query, filters: Filters | None) -> SearchResult:
        """The passages an answer is made of; each thing a question compares is searched by itself."""
        wanted = self.settings.values.answer.evidence_passages
        question = read_question(query.reading or query.search_text, query.ignored)
        whole = self._retriever.search(query, LISTED_PASSAGES if question.wants_documents else wanted, filters)
        parts = []
        for part in parts_of(question):
            asked = self._understand(part.text, query.ignored)
            parts.append(PartResult(part.label, part.about, self._retriever.search(asked, wanted, filters)))
        if parts:
            return together(whole, parts, wanted)
        further = [
            self._retriever.search(self._understand(text, query.ignored), wanted, filters)
            for text in ask_texts(question)
        ]
        return followed_by(whole, further) if further else whole

    def _whole(self, query: Query, history: Sequence[Turn]) -> Completion | None:
        """A follow-up as a question of its own: by rules first, then by the language model if there is one."""
        mended = query.reading or query.text
        by_rules = complete(mended, history)
        return by_rules or (self._rewriter.rewrite(mended, history) if self._rewriter else None)

    def _completed(self, event: Finished, query: Query, evidence: SearchResult, started: float) -> Answer:
        answer = with_checks(event.answer, self.store.idf)
        if answer.reason is AbstainReason.NOTHING_FOUND and not self.store.counts().documents:
            answer = replace(answer, text=ANSWERING["empty_store"], reason=AbstainReason.EMPTY_STORE)
        timings = {**evidence.timings_ms, **answer.timings_ms, "total": (time.perf_counter() - started) * 1000}
        return replace(answer, question=query.text, understood=query.understood, timings_ms=timings)

    def _passages(self, question: str, filters: Filters, top_k: int) -> SearchResult:
        """The best passages without the second stage, which costs more than it gives for a report's questions."""
        return self._one_stage.search(self._understand(question, frozenset()), top_k, filters)

    def _understand(self, text: str, ignore: Collection[str]) -> Query:
        return understand(_well_formed(text), ignore, today=self._today(), frequency=self.store.document_frequency)

    def ingest(
        self, paths: Sequence[Path], collection: str = "", *, accept_review: bool = False
    ) -> Iterator[IngestEvent]:
        """Take files and folders in, read by several processes; a bad file never stops the rest.

        ``accept_review``: a person has looked at these files and vouches that none is a secret; that is written down.
        """
        if accept_review:
            for path in expand_paths(paths):
                digests = [digest for _, digest in content_digests(path, self._ingest_settings)]
                for digest in digests[:1]:
                    self.store.audit.write(AuditAction.REVIEW_ACCEPTED, digest, details={"name": path.name})
        settings = replace(
            self._ingest_settings,
            reviewed=self.store.audit.subjects(AuditAction.REVIEW_ACCEPTED),
            all_reviewed=accept_review,
        )
        return superseding(self.store, take_in(self.store, paths, settings, collection=collection))

    def accept_review(self, sha256: str, name: str) -> None:
        """Write down that a person has looked at a file held back and vouches for it; it is taken in when it comes."""
        self.store.audit.write(AuditAction.REVIEW_ACCEPTED, sha256, details={"name": name})

    def is_restricted(self, document_id: str) -> bool:
        """Whether the original shows identifiers that the stored text covers.

        :raises UnknownDocumentError: no such document.
        """
        return self.store.is_restricted(document_id)

    def open_restricted(self, document_id: str) -> None:
        """Write down that somebody opens such an original."""
        self.store.audit.write(
            AuditAction.ORIGINAL_OPENED, document_id, details={"source": self.store.document(document_id).source}
        )

    def retry(self) -> Iterator[IngestEvent]:
        """Read again what failed for a reason that can be over now, and what an interrupted run never came to."""
        return retry_files(self.store, self.ingest)

    def load_samples(self) -> Iterator[IngestEvent]:
        """Take in the sample documents that ship with the project, marked as samples."""
        with resources.as_file(resources.files("assistant") / "samples") as folder:
            files = sorted(path for path in folder.iterdir() if path.name.startswith("mau-"))
            marks = frozenset({Flag.SAMPLE})
            yield from take_in(self.store, files, self._ingest_settings, collection=SAMPLE_COLLECTION, flags=marks)

    def documents(self, search: str | None = None, *, include_removed: bool = False) -> list[DocumentRecord]:
        """Documents of the store, newest first; ``search`` matches name and title without accents."""
        return self.store.documents(search=search, include_removed=include_removed)

    def remove(self, document_id: str) -> None:
        """Take a document out of search; restore undoes it.

        :raises UnknownDocumentError: no such document.
        """
        self.store.remove(document_id)

    def restore(self, document_id: str) -> None:
        """Undo remove.

        :raises UnknownDocumentError: no such document.
        """
        self.store.restore(document_id)

    def pages(self, document_id: str) -> tuple[Page, ...]:
        """The stored text of a document.

        :raises UnknownDocumentError: no such document.
        """
        return self.store.pages(document_id)

    def original(self, document_id: str) -> Path | None:
        """The accepted file byte for byte; None where it is gone."""
        return self.store.original_path(document_id)

    def facets(self) -> Facets:
        """Years, units, types and collections to filter by, with counts."""
        return self.store.facets()


@contextmanager
def open_services(settings: LoadedSettings) -> Iterator[Services]:
    """Open the data folder, the embedding model and, where one is set, the language model."""
    embedder = load_embedder(settings.values.embedding.model)
    with open_store(_store_settings(settings), embedder) as store:
        reranker = _reranker(store, settings.values.retrieval.reranker)
        answerer, rewriter, writer = _answerer(store, settings.values)
        services = Services(settings, store, answerer, reranker=reranker, rewriter=rewriter)
        services.reports.writer = writer
        with closing(services.viewing), closing(services.claims):
            yield services


def reindex(settings: LoadedSettings, progress: Callable[[int, int], None]) -> EmbeddingModel:
    """Build both indexes of a closed data folder anew with the model the settings name; ``progress(done, total)``.

    :raises ModelUnavailableError: the model cannot be loaded; the old indexes stay.
    """
    embedder = load_embedder(settings.values.embedding.model)
    reindex_folder(_store_settings(settings), embedder, progress)
    return embedder.model


def _store_settings(settings: LoadedSettings) -> StoreSettings:
    return StoreSettings(data_dir=settings.data_dir, chroma_url=settings.values.store.chroma_url)


def ingest_settings(section: IngestSection) -> IngestSettings:
    """What reading is told."""
    return IngestSettings(
        reading=ReadingLimits(
            silence_s=section.silence_s,
            document_s=section.document_s,
            memory_mb=section.memory_mb,
            max_pages=section.max_pages,
        ),
        workers=section.workers,
    )


def llm_settings(section: LlmSection) -> LlmSettings | None:
    """What the language-model adapter needs; None where no model is set."""
    if not section.model:
        return None
    return LlmSettings(
        model=section.model,
        base_url=section.base_url,
        api_key=section.api_key,
        timeout_s=section.timeout_s,
        first_token_s=section.first_token_s,
        temperature=section.temperature,
        context_tokens=section.context_tokens,
    )


def _reranker(store: Store, name: str) -> Reranker | None:
    if name == "bundled":
        return bundled_reranker(store)
    return None if name == "none" else open_cross_encoder(name, store.passages)


def _answerer(store: Store, values: Settings) -> tuple[Answerer, ModelRewriter | None, SectionWriter | None]:
    """The answerer; where a language model is set, what completes follow-ups and what writes sections of reports."""
    # the weights were fitted with the bundled model; a transformer would be too slow for every sentence
    embedder = store.embedder if isinstance(store.embedder, StaticEmbedder) else load_embedder()
    extractive = ExtractiveAnswerer(store.idf, likeness_by(embedder), store.opening, values.answer.refuse_below)
    settings = llm_settings(values.llm)
    if settings is None:
        return extractive, None, None
    chat, strike = open_chat_model(settings), values.answer.unsupported == "strike"
    answerer = ModelAnswerer(chat, settings, extractive, strike=strike, idf=store.idf)
    return answerer, ModelRewriter(chat, settings), SectionWriter(chat, settings, store.idf)


def _well_formed(text: str) -> str:
    """Lone surrogates (a broken terminal, JSON escapes) replaced: no index, page or JSON could carry them."""
    return text.encode("utf-8", "replace").decode("utf-8")
