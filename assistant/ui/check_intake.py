"""A checked draft taken into the store, where a person asks for it."""

import tempfile
import threading
from pathlib import Path

from assistant.claims.keeping import title_of
from assistant.messages_vi.sentences import error_text
from assistant.services import FileFinished, FileReport, Services
from assistant.ui import check_texts_vi as texts
from assistant.ui.uploading import ingest_and_clear
from ingest.errors import TrolyError

_PATIENCE_S = 60.0
"""How long the page waits for another run to end."""
_PASTED_CHARS = 40
_UNFIT = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))


def add_to_store(services: Services, turn: threading.Lock, check_id: str) -> str:
    """Take the draft of a kept check in; one sentence on what became of it.

    :param turn: Held by whoever takes files in.
    """
    kept = services.claims.kept
    try:
        draft, original = kept.load(check_id).draft, kept.original(check_id)
    except TrolyError as error:
        return error_text(error)
    if draft.source and original is None:
        return texts.ADD_BY_UPLOAD
    if not turn.acquire(timeout=_PATIENCE_S):
        return texts.ADD_BUSY
    name = draft.source or f"{_words(title_of(draft))}.txt"
    try:
        reports = _taken_in(services, Path(name).name, original if draft.source else draft.text.encode())
    finally:
        turn.release()
    failed = next((one for one in reports if one.status not in {"indexed", "duplicate"}), None)
    if failed is not None or not reports:
        return (failed.reason if failed else None) or texts.ADD_FAILED
    return texts.ADDED_BEFORE if reports[0].status == "duplicate" else texts.ADDED.format(name=name)


def _words(title: str) -> str:
    """The first whole words, fit for a file's name."""
    return title.translate(_UNFIT)[:_PASTED_CHARS].rsplit(" ", 1)[0].strip()


def _taken_in(services: Services, name: str, content: bytes | None) -> list[FileReport]:
    waiting = services.settings.data_dir / "tmp"
    waiting.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=waiting.resolve(), ignore_cleanup_errors=True) as folder:
        path = Path(folder) / name
        path.write_bytes(content or b"")
        return [one.report for one in ingest_and_clear(services, [str(path)]) if isinstance(one, FileFinished)]
