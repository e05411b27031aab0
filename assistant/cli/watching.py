"""The verb watch: followed folders from the command line."""

import argparse
import time
from pathlib import Path
from typing import Any

from assistant.cli.opening import services
from assistant.cli.output import complain, emit, say
from assistant.contract import file_report_json
from assistant.intake.following import FolderEvent
from assistant.intake.watching import Look, Watcher
from assistant.messages_vi.command_line import CLI_TEXT, FOLDER_EVENTS
from assistant.messages_vi.sentences import message_of
from vectorstore.followed import Folder

WRONG_USE = 2


def watch(options: argparse.Namespace) -> int:
    """Follow folders until interrupted, or until nothing is left to do (--once); 1 if something could not be followed.

    The folders stay followed: the application follows them too whenever it runs.
    """
    with services(options) as opened:
        watcher = opened.watcher
        if options.list or options.forget or options.pause or options.resume:
            return _administer(options, watcher)
        for path in options.paths:
            watcher.add(path, options.collection)
        if not watcher.folders():
            complain(CLI_TEXT["no_folders"])
            return WRONG_USE
        return _follow(options, watcher)


def _administer(options: argparse.Namespace, watcher: Watcher) -> int:
    """Pause, resume or forget the named folders, then list them all."""
    for path in options.paths:
        folder = next((one for one in watcher.folders() if one.path == str(Path(path).resolve())), None)
        if folder is None:
            complain(CLI_TEXT["not_followed"].format(path=path))
            return WRONG_USE
        if options.forget:
            watcher.forget(folder.folder_id)
        elif options.pause or options.resume:
            watcher.pause(folder.folder_id, paused=options.pause)
    for folder in watcher.folders():
        if options.json:
            emit(folder_json(folder))
        else:
            state = CLI_TEXT["folder_paused" if folder.paused else "folder_followed"]
            problem = f" {message_of(folder.problem)}" if folder.problem else ""
            say(CLI_TEXT["folder_line"].format(path=folder.path, state=state, files=folder.files, problem=problem))
    return 0


def _follow(options: argparse.Namespace, watcher: Watcher) -> int:
    troubled = False

    def tell(event: FolderEvent) -> None:
        nonlocal troubled
        troubled = troubled or (event.report is not None and event.report.status in {"refused", "failed"})
        emit(event_json(event)) if options.json else say(_event_line(event))

    if not options.json:
        say(CLI_TEXT["watching"].format(count=len(watcher.folders())))
    said: tuple[tuple[str, str], ...] = ()
    while True:
        look = watcher.look(tell)
        if look.problems != said:
            said = look.problems
            _complain(look)
        if options.once and not look.waiting:
            return int(troubled or bool(look.problems))
        time.sleep(watcher.settle_s if look.waiting else options.interval or watcher.interval_s)


def _complain(look: Look) -> None:
    for path, code in look.problems:
        complain(f"{path}: {message_of(code)}")


def folder_json(folder: Folder) -> dict[str, Any]:
    """A followed folder."""
    return {
        "path": folder.path,
        "collection": folder.collection,
        "state": "paused" if folder.paused else "followed",
        "files": folder.files,
        "problem": folder.problem or None,
        "added_at": folder.added_at,
        "scanned_at": folder.scanned_at,
        "changed_at": folder.changed_at,
    }


def event_json(event: FolderEvent) -> dict[str, Any]:
    """One change that was followed."""
    return {
        "event": event.happened.value,
        "path": event.path,
        "old_path": event.old_path or None,
        "document_ids": list(event.document_ids),
        "report": None if event.report is None else file_report_json(event.report),
    }


def _event_line(event: FolderEvent) -> str:
    reason = event.report.reason if event.report is not None and event.report.reason else ""
    return FOLDER_EVENTS[event.happened].format(path=event.path, old_path=event.old_path, reason=reason).strip()
