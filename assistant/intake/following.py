"""Bringing the store in step with what a folder shows: new, changed, moved and deleted files."""

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from assistant.intake.changes import TRIED_AGAIN, Changes
from assistant.intake.events import FileFinished, FileReport, IngestEvent
from assistant.intake.scanning import Scan
from ingest.documents import document_id_of
from ingest.pipeline import content_digests, source_name
from ingest.settings import IngestSettings
from vectorstore.followed import Folder, Place
from vectorstore.records import DocumentState
from vectorstore.store import Store

FILES_AT_ONCE = 500
"""Files of one run: its reading processes are started once."""

Ingest: TypeAlias = Callable[[Sequence[Path], str], Iterator[IngestEvent]]
"""Take files into a collection."""


class Happened(StrEnum):
    """What became of a file of a followed folder."""

    ADDED = "added"
    CHANGED = "changed"
    """A new version of the same path; the older document left the search."""
    MOVED = "moved"
    DELETED = "deleted"
    """The file is gone; its document left the search and can be restored."""
    REFUSED = "refused"
    """It could not be taken in; the report says why. A version taken in before stays."""


@dataclass(frozen=True, slots=True)
class FolderEvent:
    """One change that was followed."""

    happened: Happened
    path: str
    document_ids: tuple[str, ...] = ()
    old_path: str = ""
    report: FileReport | None = None


@dataclass(frozen=True, slots=True)
class _Fresh:
    path: str
    sha256: str
    """Empty where the file could not be opened."""


class Follower:
    """Applies settled changes to the store."""

    def __init__(self, store: Store, ingest: Ingest, settings: IngestSettings) -> None:
        self._store = store
        self._ingest = ingest
        self._settings = settings

    def apply(
        self, folder: Folder, known: Mapping[str, Place], scan: Scan, changes: Changes
    ) -> Generator[FolderEvent, None, None]:
        """Do what the changes ask for; ended early, the rest is found again by the next scan."""
        missing = {place.sha256: place for place in known.values() if place.sha256 and scan.lacks(place.path)}
        reading: list[_Fresh] = []
        for path in changes.fresh:
            one, before = _Fresh(path, _sha256(path)), known.get(path)
            if before is None and one.sha256 in missing:
                yield self._moved(missing.pop(one.sha256), path, scan)
            elif before is None or _is_to_be_read(one, before):
                reading.append(one)
            elif one.sha256 == before.sha256 and one.sha256:
                self._store.followed.put(replace(before, signature=scan.files[path]))
        yield from self._read(folder, known, scan, reading)
        still_there = self._store.followed.places(folder.folder_id)
        for path in changes.gone:
            if path in still_there:
                yield self._gone(still_there[path])

    def _read(
        self, folder: Folder, known: Mapping[str, Place], scan: Scan, files: Sequence[_Fresh]
    ) -> Iterator[FolderEvent]:
        def settled(one: _Fresh, report: FileReport) -> FolderEvent:
            place = Place(
                one.path, folder.folder_id, scan.files[one.path], one.sha256, report.status, report.code or ""
            )
            return self._settle(place, known.get(one.path), report)

        rest = iter(files)
        while batch := {one.path: one for one in islice(rest, FILES_AT_ONCE)}:
            waiting, parts = dict(batch), dict[str, FileReport]()
            for event in self._ingest([Path(path) for path in batch], folder.collection):
                if isinstance(event, FileFinished) and event.report.path in waiting:
                    yield settled(waiting.pop(event.report.path), event.report)
                elif isinstance(event, FileFinished):
                    parts[_owner(event.report.path, batch)] = event.report
            # a file of nothing but bad records or members has only their reports
            for path in [path for path in waiting if path in parts]:
                yield settled(waiting.pop(path), parts[path])

    def _settle(self, place: Place, before: Place | None, report: FileReport) -> FolderEvent:
        """Keep the place with its documents; those of its earlier content leave the search."""
        old = self._given_by(before) if before is not None else frozenset()
        new = self._documents_of(place)
        self._store.followed.put(replace(place, document_ids=new or old))
        if not new:
            return FolderEvent(Happened.REFUSED, place.path, report=report)
        self._retire(old - new, new - old, place.path)
        happened = Happened.CHANGED if old - new else Happened.ADDED
        return FolderEvent(happened, place.path, tuple(sorted(new)), report=report)

    def _documents_of(self, place: Place) -> frozenset[str]:
        """Indexed documents that the file gives, those that were here before it included."""
        ids = [document_id_of(digest) for _, digest in content_digests(Path(place.path), self._settings)]
        held = self._store.duplicates(ids) if ids else {}
        return frozenset(held) | frozenset(self._store.documents_of_file(place.sha256))

    def _given_by(self, place: Place) -> frozenset[str]:
        """Documents of a file, those included that another try has brought since it was last seen."""
        return place.document_ids | frozenset(self._store.documents_of_file(place.sha256))

    def _retire(self, old: frozenset[str], new: frozenset[str], path: str) -> None:
        for document_id in self._store.followed.unheld(old):
            newer = self._newer(document_id, new)
            if newer is not None:
                self._store.versions.link(document_id, newer, path)
            self._remove(document_id)

    def _newer(self, document_id: str, new: frozenset[str]) -> str | None:
        """The document that took the place of an older one: the only one, or the record of the same name."""
        if len(new) == 1:
            return next(iter(new))
        source = self._store.document(document_id).source
        return next((one for one in sorted(new) if self._store.document(one).source == source), None)

    def _moved(self, before: Place, path: str, scan: Scan) -> FolderEvent:
        place = replace(before, path=path, signature=scan.files[path])
        self._store.followed.move(before.path, place)
        for document_id in place.document_ids:
            self._rename(document_id, before.path)
        return FolderEvent(Happened.MOVED, path, tuple(sorted(place.document_ids)), old_path=before.path)

    def _gone(self, place: Place) -> FolderEvent:
        self._store.followed.drop(place.path)
        removed = []
        given = self._given_by(place)
        for document_id in self._store.followed.unheld(given):
            if self._only_from_folders(document_id):
                self._remove(document_id)
                removed.append(document_id)
        for document_id in given - set(removed):
            self._rename(document_id, place.path)
        return FolderEvent(Happened.DELETED, place.path, tuple(sorted(removed)))

    def _only_from_folders(self, document_id: str) -> bool:
        """Whether nobody also gave this document to the store by hand."""
        folders = [folder.path.rstrip(os.sep) + os.sep for folder in self._store.followed.folders()]
        given = self._store.ingested_from(document_id)
        return all(any(place.startswith(folder) for folder in folders) for place in given)

    def _remove(self, document_id: str) -> None:
        if self._store.document(document_id).state is not DocumentState.REMOVED:
            self._store.remove(document_id)

    def _rename(self, document_id: str, old_path: str) -> None:
        """Give a document the name of a file that still gives it; records keep the names they carry."""
        paths = self._store.followed.paths_of(document_id)
        if paths and self._store.document(document_id).source == source_name(Path(old_path)):
            self._store.rename(document_id, source_name(Path(paths[0])))


def _is_to_be_read(one: _Fresh, before: Place) -> bool:
    """Whether a known file has other bytes now; one that cannot be opened waits for a later scan."""
    return bool(one.sha256) and (one.sha256 != before.sha256 or before.code in TRIED_AGAIN)


def _owner(reported: str, paths: Iterable[str]) -> str:
    """The file that a record (path:line) or a member (path/member) stands in."""
    return next((path for path in paths if reported.startswith((f"{path}:", f"{path}/"))), reported)


def _sha256(path: str) -> str:
    """Hash of the bytes; empty where the file cannot be opened now."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
