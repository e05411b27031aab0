"""From uploaded files to lines of progress and outcome; no Gradio here."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant import ui_texts_vi as texts
from assistant.messages_vi import message_of
from assistant.services import FileFinished, FileProgress, FileReport, FileStarted, IngestEvent, RunProgress, Services
from assistant.ui.background import RunFailedError, watched
from assistant.ui.documents_html import QUEUED, READING, UploadLine

Lines = dict[str, UploadLine]


def queued_lines(paths: Sequence[str]) -> Lines:
    """A line per received file, by path."""
    return {path: UploadLine(Path(path).name) for path in paths}


def upload_steps(services: Services, paths: Sequence[str], turn: threading.Lock) -> Iterator[Lines]:
    """Lines after every event; received files are removed from the temporary folder at the end."""
    lines = queued_lines(paths)
    try:
        for event in watched(lambda: _ingest_and_clear(services, paths), turn):
            lines = after(lines, event)
            yield lines
        yield {path: _settled(line) for path, line in lines.items()}
    except RunFailedError:
        yield {path: _failed(line) for path, line in lines.items()}


def _ingest_and_clear(services: Services, paths: Sequence[str]) -> Iterator[IngestEvent]:
    files = [Path(path) for path in paths]
    try:
        yield from services.ingest(files)
    finally:
        for file in files:
            file.unlink(missing_ok=True)


def after(lines: Lines, event: IngestEvent) -> Lines:
    """The lines once an event has happened; a bad record is a problem of its file's line."""
    match event:
        case FileStarted():
            return _changed(lines, event.path, status=READING)
        case RunProgress():
            return lines
        case FileProgress():
            detail = texts.UPLOAD_SO_FAR.format(documents=event.documents, chunks=event.chunks)
            return _changed(lines, event.path, status=READING, detail=detail)
        case FileFinished(report) if report.path not in lines and (file := report.path.rpartition(":")[0]) in lines:
            problems = (*lines[file].problems, report.reason or "")
            return _changed(lines, file, problems=problems)
        case FileFinished(report):
            return _changed(lines, report.path, status=report.status, detail=_outcome(report))


def _changed(lines: Lines, path: str, **changes: Any) -> Lines:  # noqa: ANN401  fields of UploadLine
    line = lines.get(path, UploadLine(Path(path).name))
    return {**lines, path: replace(line, **changes)}


def _outcome(report: FileReport) -> str:
    return report.reason or texts.UPLOAD_INDEXED.format(
        documents=report.documents, pages=report.pages, chunks=report.chunks
    )


def _settled(line: UploadLine) -> UploadLine:
    """A file of which nothing but bad records came."""
    return replace(line, status="refused", detail="") if line.status == READING else line


def _failed(line: UploadLine) -> UploadLine:
    if line.status not in (QUEUED, READING):
        return line
    return replace(line, status="failed", detail=str(message_of("error")))
