"""The verb ingest."""

import argparse
import time
from collections import Counter
from collections.abc import Iterator

from assistant.cli.opening import services
from assistant.cli.output import complain, emit, say
from assistant.contract import file_report_json
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.services import FileFinished, FileProgress, FileReport, IngestEvent, RunProgress, Services
from ingest.pipeline import left_out

WRONG_USE = 2
_BAD = ("refused", "failed")
_BETWEEN_PROGRESS_S = 5.0
_MINUTE_S = 60
_NAMED_SUFFIXES = 8


def ingest(options: argparse.Namespace) -> int:
    """Take files and folders into the store; 1 if anything was refused or failed."""
    if not options.paths and not options.samples and not options.retry:
        complain(CLI_TEXT["no_paths"])
        return WRONG_USE
    started = time.monotonic()
    counts: Counter[str] = Counter(
        {"indexed": 0, "duplicate": 0, "refused": 0, "failed": 0, "documents": 0, "chunks": 0}
    )
    with services(options) as opened:
        events = _events(opened, options)
        said = started
        for event in events:
            if isinstance(event, FileProgress | RunProgress) and time.monotonic() - said >= _BETWEEN_PROGRESS_S:
                said = time.monotonic()
                complain(progress_line(event))
            if isinstance(event, FileFinished):
                _report(event.report, as_json=options.json)
                counts[event.report.status] += 1
                counts["documents"] += event.report.documents
                counts["chunks"] += event.report.chunks
    others = left_out(options.paths or [])
    seconds = round(time.monotonic() - started, 3)
    if options.json:
        emit({"summary": {**counts, "left_out": dict(others), "seconds": seconds}})
    else:
        say(CLI_TEXT["ingest_summary"].format(**counts, seconds=seconds))
        if others:
            named = ", ".join(f"{suffix or '?'} {count}" for suffix, count in others.most_common(_NAMED_SUFFIXES))
            say(CLI_TEXT["left_out"].format(count=others.total(), named=named))
    return 1 if any(counts[status] for status in _BAD) else 0


def _events(opened: Services, options: argparse.Namespace) -> Iterator[IngestEvent]:
    if options.retry:
        return opened.retry()
    return (
        opened.load_samples()
        if options.samples
        else opened.ingest(options.paths, options.collection, accept_review=options.accept_review)
    )


def progress_line(event: FileProgress | RunProgress) -> str:
    """How far a file, or the run, is, how fast, and how long it still takes; for stderr."""
    if isinstance(event, RunProgress):
        rate = event.files / event.seconds * _MINUTE_S if event.seconds else 0.0
        return CLI_TEXT["run_progress"].format(
            files=event.files,
            total=event.total,
            documents=event.documents,
            pages=event.pages,
            rate=rate,
            left=_left(event.seconds_left),
        )
    if event.pages_total:
        return CLI_TEXT["page_progress"].format(path=event.path, pages=event.pages, total=event.pages_total)
    rate = event.chunks / event.seconds if event.seconds else 0.0
    return CLI_TEXT["file_progress"].format(
        path=event.path,
        records=event.records,
        total=event.total,
        chunks=event.chunks,
        rate=rate,
        left=_left(event.seconds_left),
    )


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds >= 2 * _MINUTE_S:
        return CLI_TEXT["left_minutes"].format(minutes=seconds / _MINUTE_S)
    return CLI_TEXT["left_seconds"].format(seconds=seconds)


def _report(report: FileReport, *, as_json: bool) -> None:
    if as_json:
        emit(file_report_json(report))
        return
    form = {"indexed": "file_indexed", "duplicate": "file_duplicate"}.get(report.status, "file_other")
    say(
        CLI_TEXT[form].format(
            path=report.path,
            documents=report.documents,
            chunks=report.chunks,
            seconds=report.seconds,
            reason=report.reason,
        )
    )
