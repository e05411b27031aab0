"""The verb check: a draft against the store, a line per claim."""

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from assistant.citation_text import reference_line
from assistant.claim_texts_vi import (
    KEPT_AS,
    NOT_CHECKED_LABELS,
    NOTHING_TO_CHECK,
    PAIR,
    VERDICT_LABELS,
    note_sentence,
    summary_sentence,
)
from assistant.claims.claim_sheet import claim_sheet
from assistant.claims.model import (
    CheckedDraft,
    CheckFinished,
    CheckStarted,
    ClaimCheck,
    ClaimVerdict,
    Draft,
    summary_of,
)
from assistant.claims.word_drafts import commented_word
from assistant.claims_contract import claim_check_json, summary_json
from assistant.cli.opening import services
from assistant.cli.output import complain, emit, say
from assistant.messages_vi.command_line import CLI_TEXT
from ingest.text.encoding import decode

_STDIN = "-"
WRONG_USE = 2


def check(options: argparse.Namespace) -> int:
    """Print the verdict on every claim of a draft, then how many there are of each."""
    path = Path(options.draft)
    if options.draft != _STDIN and not path.is_file():
        complain(CLI_TEXT["no_draft_file"].format(path=path))
        return WRONG_USE
    with services(options) as opened:
        started = time.monotonic()
        done: list[ClaimCheck] = []
        kept = None
        original = None if options.draft == _STDIN else path.read_bytes()
        draft = opened.claims.read(_typed() if original is None else path)
        for event in opened.claims.stream(draft, original) if options.keep else opened.claims.check(draft):
            if isinstance(event, CheckStarted):
                kept = event.check_id
            elif not isinstance(event, CheckFinished):
                done.append(event)
                emit(claim_check_json(event)) if options.json else _say(event)
        summary = summary_of(done, time.monotonic() - started)
        _write_files(options, draft, done, original)
        if options.json:
            emit(summary_json(summary, kept))
            return 0
        counts = {verdict.value: count for verdict, count in summary.verdicts.items()}
        say(summary_sentence(summary.claims, counts.__getitem__) if done else NOTHING_TO_CHECK)
        if kept:
            say(KEPT_AS.format(check_id=kept))
    return 0


def _write_files(options: argparse.Namespace, draft: Draft, done: list[ClaimCheck], original: bytes | None) -> None:
    """Word with comments, and the Excel list, where they are asked for."""
    if not options.word and not options.excel:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    checked = CheckedDraft("", draft, tuple(done), summary_of(done), now, len(done))
    if options.word:
        _write(options.word, commented_word(checked, original).data)
    if options.excel:
        _write(options.excel, claim_sheet(checked))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    complain(CLI_TEXT["written"].format(path=path))


def _typed() -> str:
    """All of standard input, in whatever encoding Vietnamese text comes.

    :raises NotTextError: the bytes are no text.
    """
    return decode(sys.stdin.buffer.read()).text


def _say(check: ClaimCheck) -> None:
    for line in _lines(check):
        say(line)


def _lines(check: ClaimCheck) -> Iterator[str]:
    label = VERDICT_LABELS[check.verdict.value]
    reason = check.claim.not_checked
    if check.verdict is ClaimVerdict.NOT_CHECKABLE and reason is not None:
        label = f"{label}: {NOT_CHECKED_LABELS[reason.value]}"
    yield f"{check.claim.n}. [{label}] {' '.join(check.claim.text.split())}"
    for one in check.differences:
        yield "   " + PAIR.format(draft=one.stated, source=one.source or "?")
    for note in check.notes:
        yield "   ! " + note_sentence(note.code.value, note.details)
    for citation in check.evidence[:1]:
        yield "   " + reference_line(citation)
