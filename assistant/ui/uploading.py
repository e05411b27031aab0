"""From uploaded files to lines of progress and outcome; no Gradio here."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant import ui_texts_vi as texts
from assistant.messages_vi import message_of
from assistant.services import FileFinished, FileProgress, FileReport, FileStarted, IngestEvent, Services
from assistant.ui.background import RunFailedError, watched
from assistant.ui.documents_html import UploadLine, with_line

Lines = dict[str, UploadLine]


def queued_lines(paths: Sequence[str]) -> Lines:
    """A line per received file, by path."""
    return {path: UploadLine(Path(path).name) for path in paths}


def upload_steps(services: Services, paths: Sequence[str], turn: threading.Lock) -> Iterator[Lines]:
    """Lines after every event; received files are removed from the temporary folder at the end."""
    lines = queued_lines(paths)
    try:
        for event in watched(lambda: _ingest_and_clear(services, paths), turn):
            lines = _after(lines, event)
            yield lines
    except RunFailedError:
        yield {path: _failed(line) for path, line in lines.items()}


def _ingest_and_clear(services: Services, paths: Sequence[str]) -> Iterator[IngestEvent]:
    files = [Path(path) for path in paths]
    try:
        yield from services.ingest(files)
    finally:
        for file in files:
            file.unlink(missing_ok=True)


def _after(lines: Lines, event: IngestEvent) -> Lines:
    match event:
        case FileStarted():
            return with_line(lines, event.path, UploadLine(Path(event.path).name, "reading"))
        case FileProgress():
            detail = texts.UPLOAD_SO_FAR.format(documents=event.documents, chunks=event.chunks)
            return {**lines, event.path: UploadLine(Path(event.path).name, "reading", detail)}
        case FileFinished(report):
            return with_line(lines, report.path, _outcome(report))


def _outcome(report: FileReport) -> UploadLine:
    detail = report.reason or texts.UPLOAD_INDEXED.format(
        documents=report.documents, pages=report.pages, chunks=report.chunks
    )
    return UploadLine(Path(report.path).name, report.status, detail)


def _failed(line: UploadLine) -> UploadLine:
    if line.status not in ("queued", "reading"):
        return line
    return UploadLine(line.name, "failed", str(message_of("error")))
