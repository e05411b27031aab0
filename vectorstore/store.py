"""The data folder as one object: documents in, out and back; open it with ``connect.open_store``."""

import logging
import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.card.values import CardField
from ingest.documents import PIPELINE_VERSION
from ingest.errors import UnreadableFileError
from vectorstore.audit import Audit
from vectorstore.catalogue import Known, Pending
from vectorstore.checking import Checked, StoreProblem, check_store
from vectorstore.database import Database
from vectorstore.followed import Followed
from vectorstore.generations import Generations
from vectorstore.indexing import IndexPair
from vectorstore.lock import FolderLock
from vectorstore.original_access import OriginalAccess
from vectorstore.originals import Original
from vectorstore.protocols import Embedder
from vectorstore.quality import DocumentQuality, document_qualities
from vectorstore.reading import StoreReader
from vectorstore.reconciling import (
    Parts,
    ReconcileReport,
    index_documents,
    purge_documents,
    reconcile,
    unindex_documents,
)
from vectorstore.records import (
    Addition,
    AddOutcome,
    AddStatus,
    DocumentState,
    FileOutcome,
    FileRecord,
    RunRecord,
    Unsettled,
)
from vectorstore.reindexing import Progress, build_generation, discard
from vectorstore.runs import Runs
from vectorstore.settings import StoreSettings
from vectorstore.versions import Versions

logger = logging.getLogger(__name__)

_CLOCK_STEP_S = 2.0
"""Times of files are as coarse as this on some file systems."""


class Store(StoreReader):
    """Everything kept: catalogue, originals and both indexes. Any thread may read; writes queue up."""

    def __init__(
        self, settings: StoreSettings, lock: FolderLock, database: Database, parts: Parts, pair: IndexPair
    ) -> None:
        super().__init__(parts, pair)
        self.settings = settings
        self._runs = Runs(database)
        self.audit = Audit(database)
        self._access = OriginalAccess(database)
        self.followed = Followed(database)
        """Folders whose files follow."""
        self.versions = Versions(database)
        """Which document stands in for which older one."""
        self._database = database
        self._generations = Generations(database)
        self._lock = lock
        self._writing = threading.RLock()

    def add_many(self, additions: Sequence[Addition], *, replace_source: bool = False) -> list[AddOutcome]:
        """Take documents in: originals, catalogue, both indexes; an outcome per addition, in order.

        The same bytes as an indexed document are a duplicate. With ``replace_source`` an added document moves
        the indexed ones of the same source and collection to removed.
        :raises DiskFullError: no space.
        :raises VectorServerError: the Chroma server stayed away. After either, documents already in the
            catalogue are not found yet and are completed by the next ``reconcile``.
        """
        with self._writing:
            known = self._parts.catalogue.known([one.document.document_id for one in additions])
            fresh: dict[str, Addition] = {}
            outcomes = [_sort(addition, known, fresh) for addition in additions]
            stale = [document_id for document_id in fresh if document_id in known]
            self._clear_stale(stale)
            originals = {path: self._keep(path) for path in {addition.original for addition in fresh.values()} if path}
            kept = [(one, originals[one.original] if one.original else None) for one in fresh.values()]
            try:
                self._parts.catalogue.insert(kept, replace_source=replace_source)
            except BaseException:
                self._let_go(set(originals.values()) - self._parts.catalogue.originals())
                raise
            chunks = {document_id: addition.chunks for document_id, addition in fresh.items()}
            index_documents(self._parts, self._pair, list(fresh), again=bool(stale), chunks=chunks)
            return outcomes

    def duplicates(self, document_ids: Sequence[str]) -> dict[str, AddOutcome]:
        """Those of the ids whose addition would be a duplicate, with that outcome."""
        known = self._parts.catalogue.known(document_ids)
        return {document_id: _twin_of(held) for document_id, held in known.items() if _is_current(held)}

    def remove(self, document_id: str) -> None:
        """Take a document out of search; ``restore`` undoes it.

        :raises UnknownDocumentError: no such document.
        """
        with self._writing:
            self._parts.catalogue.mark(document_id, DocumentState.REMOVED, Pending.UNINDEX)
            unindex_documents(self._parts, self._pair, [document_id])

    def restore(self, document_id: str) -> None:
        """Put a removed document back; one that is indexed stays as it is.

        :raises UnknownDocumentError: no such document.
        """
        with self._writing:
            if self.document(document_id).state is DocumentState.INDEXED:
                return
            self._parts.catalogue.mark(document_id, DocumentState.EXTRACTED, Pending.INDEX)
            index_documents(self._parts, self._pair, [document_id], again=True)

    def rename(self, document_id: str, source: str) -> None:
        """The file of a document has another name now; its text and its citations stay.

        :raises UnknownDocumentError: no such document.
        """
        with self._writing:
            self._parts.catalogue.rename(document_id, source)

    def purge(self, document_id: str) -> None:
        """Delete a document for good, and its original unless another document came from the same file.

        :raises UnknownDocumentError: no such document.
        """
        with self._writing:
            self._parts.catalogue.mark(document_id, DocumentState.REMOVED, Pending.PURGE)
            purge_documents(self._parts, self._pair, [document_id])

    def set_card_value(self, document_id: str, field: str, value: str | None) -> None:
        """Change one value of the identity card, None to say there is none; ``undo_card_edit`` takes it back.

        Lists, filters and citations follow at once; only a new title indexes the one document again.
        :raises UnknownDocumentError: no such document.
        :raises BadCardValueError: no such field, or no value for it.
        """
        with self._writing:
            if self._parts.cards.set_value(document_id, field, value):
                self._index_again(document_id)

    def undo_card_edit(self, document_id: str) -> CardField:
        """Take the latest change of a card back; the field it was.

        :raises NothingToUndoError: nothing was changed.
        """
        with self._writing:
            field, retitled = self._parts.cards.undo(document_id)
            if retitled:
                self._index_again(document_id)
            return field

    def is_restricted(self, document_id: str) -> bool:
        """Whether the original shows identifiers that the stored text of some document of it covers.

        :raises UnknownDocumentError: no such document.
        """
        sha256 = self.document(document_id).original_sha256
        return sha256 is not None and self._access.is_restricted(sha256)

    def forget_original(self, sha256: str) -> None:
        """Delete a kept file that must not be kept; the texts of documents that came from it stay."""
        with self._writing:
            self._parts.members.clear()
            extension = self._access.forget(sha256)
            if extension is not None:
                self._parts.originals.discard(Original(sha256, extension))

    def reconcile(self) -> ReconcileReport:
        """Finish what was interrupted; done at every opening too.

        :raises IndexDamagedError: an index must be rebuilt by a re-index.
        """
        with self._writing:
            report = reconcile(self._parts, self._pair)
            self._drop_copies_of_killed_runs()
            return report

    def reindex(self, embedder: Embedder, progress: Progress | None = None) -> None:
        """Build both indexes anew with this embedder beside the old ones, then switch; reading goes on meanwhile."""
        with self._writing:
            old = self._pair
            self._pair = build_generation(self.settings, self._generations, self._parts, embedder, progress)
            old.close()
            discard(self.settings, self._generations, old.generation)

    def check(self, *, deep: bool = False) -> list[StoreProblem]:
        """What is wrong with the folder; ``deep`` also compares ids, hashes of originals and every chunk's text."""
        with self._writing:
            checked = Checked(self.settings, self._database, self._parts, self._pair, self._runs)
            return check_store(checked, deep=deep)

    def qualities(self) -> list[DocumentQuality]:
        """How well each document was read, newest first, removed ones left out."""
        return document_qualities(self._database)

    @property
    def database(self) -> Database:
        """The catalogue's file, for what is kept there beside documents."""
        return self._database

    def start_run(self, label: str) -> int:
        """Open an ingest run; returns its id."""
        return self._runs.start(label)

    def record_file(self, run_id: int, outcome: FileOutcome) -> None:
        """Keep what became of one file, refusals and failures included."""
        self.record_files(run_id, [outcome])

    def record_files(self, run_id: int, outcomes: Sequence[FileOutcome]) -> None:
        """The same for several at once: a transaction costs about 9 ms on a busy disk."""
        self._runs.record(run_id, outcomes)

    def announce_files(self, run_id: int, places: Mapping[str, str]) -> None:
        """Keep which files a run is going to read (path as given to absolute path), so that none is forgotten."""
        self._runs.announce(run_id, places)

    def move_file(self, place: str, new_place: str) -> None:
        """A file that runs were given is kept at another absolute path from now on, to be read again."""
        self._runs.moved(place, new_place)

    def ingested_from(self, document_id: str) -> list[str]:
        """Absolute paths from which runs took this document, or found it taken."""
        return self._runs.places_of(document_id)

    def documents_only_from(self, place: str) -> list[str]:
        """Indexed documents that are a whole file each and that runs took from this absolute path alone."""
        return self._runs.only_from(place)

    def unsettled_files(self) -> list[Unsettled]:
        """Files that their latest run refused, failed on or never came to."""
        return self._runs.unsettled()

    def finish_run(self, run_id: int) -> None:
        """Close a run; one without an end was cut short."""
        self._runs.finish(run_id)

    def runs(self, limit: int = 50) -> list[RunRecord]:
        """The latest ingest runs, newest first."""
        return self._runs.runs(limit)

    def run_files(
        self,
        run_id: int | None = None,
        statuses: Collection[str] | None = None,
        *,
        codes: Collection[str] | None = None,
        limit: int = -1,
    ) -> list[FileRecord]:
        """What became of the files of a run, or of all, newest first; of the statuses and codes, if any are given."""
        return self._runs.files(run_id, statuses, codes=codes, limit=limit)

    def close(self) -> None:
        """Close the indexes and the catalogue and free the folder; twice is the same as once."""
        with self._writing, ExitStack() as closing:
            closing.callback(self._lock.release)
            closing.callback(self._database.close)
            closing.callback(self._pair.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _index_again(self, document_id: str) -> None:
        if self.document(document_id).state is DocumentState.INDEXED:
            self._parts.catalogue.mark(document_id, DocumentState.EXTRACTED, Pending.INDEX)
            index_documents(self._parts, self._pair, [document_id], again=True)

    def _keep(self, path: Path) -> Original:
        try:
            return self._parts.originals.keep(path)
        except OSError as error:
            raise UnreadableFileError(problem=str(error)) from error

    def _let_go(self, originals: Iterable[Original]) -> None:
        for original in originals:
            self._parts.originals.discard(original)

    def _drop_copies_of_killed_runs(self) -> None:
        """A run killed between the copy of a file and its row leaves a copy nobody knows; older ones are kept."""
        since = self._runs.unfinished_since()
        if since is None:
            return
        for path in self._parts.originals.others(self._parts.catalogue.originals()):
            if path.is_file() and path.stat().st_mtime >= since - _CLOCK_STEP_S:
                path.unlink(missing_ok=True)

    def _clear_stale(self, document_ids: Sequence[str]) -> None:
        """Take what is held of documents that come anew (removed ones, or of an older pipeline) out of the indexes."""
        for document_id in document_ids:
            self._parts.catalogue.mark(document_id, DocumentState.REMOVED, Pending.UNINDEX)
        unindex_documents(self._parts, self._pair, document_ids)


def _sort(addition: Addition, known: dict[str, Known], fresh: dict[str, Addition]) -> AddOutcome:
    """The outcome of one addition; what has to be taken in goes to ``fresh``."""
    document_id = addition.document.document_id
    held = known.get(document_id)
    if document_id in fresh:
        twin = fresh[document_id]
        return AddOutcome(AddStatus.DUPLICATE, document_id, len(twin.chunks), twin.document.source)
    if held is not None and _is_current(held):
        return _twin_of(held)
    fresh[document_id] = addition
    return AddOutcome(AddStatus.INDEXED, document_id, len(addition.chunks))


def _is_current(held: Known) -> bool:
    return held.state is DocumentState.INDEXED and held.pipeline_version == PIPELINE_VERSION


def _twin_of(held: Known) -> AddOutcome:
    return AddOutcome(AddStatus.DUPLICATE, held.document_id, held.chunks, held.source)
