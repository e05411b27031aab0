"""Checking a draft: read, cut into claims, each looked up and judged, in the order of the draft."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from assistant.claims.candidates import CandidateFinder
from assistant.claims.claim_sheet import claim_sheet
from assistant.claims.cutting import claims_of
from assistant.claims.drafts import DraftReader, read_text
from assistant.claims.keeping import KeptChecks
from assistant.claims.looking_up import LookUp
from assistant.claims.model import (
    CheckedDraft,
    CheckEvent,
    CheckFinished,
    CheckStarted,
    Claim,
    ClaimCheck,
    ClaimNote,
    Draft,
    summary_of,
)
from assistant.claims.repeated import told_twice
from assistant.claims.surroundings import surroundings
from assistant.claims.totals import wrong_totals
from assistant.claims.word_drafts import commented_word
from assistant.errors import SecretDraftError
from ingest.errors import ReviewNeededError, StateSecretError
from ingest.settings import IngestSettings
from vectorstore.store import Store

_FIRST_AT_ONCE, _AT_ONCE = 4, 16
"""Claims embedded together: few, so that the first verdicts come at once."""
_KEPT_BYTES = 64 * 2**20
"""A larger draft is a scan: its comments go into a new Word file anyway."""


class DraftChecker:
    """Checks drafts against an open store; a draft is never added to it."""

    def __init__(self, store: Store, settings: IngestSettings) -> None:
        self._reader = DraftReader(settings)
        self._finder = CandidateFinder(store)
        self._look_up = LookUp(store, self._finder)
        self.kept = KeptChecks(store.database)
        """Earlier checks, with what people decided."""

    def read(self, draft: str | Path) -> Draft:
        """Pasted text, or a file of any format that documents may have.

        :raises IngestError: nothing in it, or it is not readable.
        :raises SecretDraftError: it carries the stamp of a secret, or may.
        """
        try:
            return self._read(draft)
        except (StateSecretError, ReviewNeededError) as found:
            raise SecretDraftError(mark=found.details["mark"], page=found.details["page"]) from found

    def _read(self, draft: str | Path) -> Draft:
        if not isinstance(draft, Path):
            return read_text(draft)
        with ThreadPoolExecutor(1, thread_name_prefix="check") as beside:
            ready = beside.submit(self._finder.make_ready)
            read = self._reader.read(draft)
            ready.result()
        return read

    def get_ready(self) -> None:
        """Have everything at hand that a draft needs first: who opens the place for drafts will bring one."""
        self._reader.get_ready()
        self._finder.make_ready()

    def close(self) -> None:
        """End the process that waits for a draft."""
        self._reader.close()

    def check(self, draft: Draft | str | Path) -> Iterator[ClaimCheck]:
        """The checks in the order of the draft, each as soon as it is made; nothing is kept.

        :raises IngestError: as for ``read``.
        """
        draft = draft if isinstance(draft, Draft) else self.read(draft)
        return self._checks(draft, claims_of(draft))

    def stream(self, draft: Draft | str | Path, original: bytes | None = None) -> Iterator[CheckEvent]:
        """The same as events, kept as they come: CheckStarted first, CheckFinished last.

        :param original: The file a draft that is read already came from, to be kept with the check.
        :raises IngestError: as for ``read``.
        """
        started = time.monotonic()
        file = draft if isinstance(draft, Path) else None
        draft = draft if isinstance(draft, Draft) else self.read(draft)
        claims = claims_of(draft)
        check_id = self.kept.start(draft, len(claims), _small_enough(original) or _original(file))
        yield CheckStarted(check_id, draft, claims)
        waiting: list[ClaimCheck] = []
        done: list[ClaimCheck] = []
        try:
            for check in self._checks(draft, claims):
                waiting.append(check)
                done.append(check)
                yield check
                if len(waiting) >= _AT_ONCE:
                    self.kept.keep(check_id, waiting, time.monotonic() - started)
                    waiting = []
        finally:  # also where the listener goes away
            self.kept.keep(check_id, waiting, time.monotonic() - started)
        yield CheckFinished(check_id, summary_of(done, round(time.monotonic() - started, 3)))

    def as_word(self, checked: CheckedDraft) -> bytes:
        """The draft with its verdicts as comments: in the Word file it came as, else in a new one."""
        return commented_word(checked, self.kept.original(checked.check_id)).data

    def as_excel(self, checked: CheckedDraft) -> bytes:
        """A list of its claims."""
        return claim_sheet(checked)

    def _checks(self, draft: Draft, claims: tuple[Claim, ...]) -> Iterator[ClaimCheck]:
        self._finder.refresh()
        subjects = surroundings(draft, claims)
        notes = _joined(told_twice(claims, subjects, self._finder.idf), wrong_totals(claims))
        first, size = 0, _FIRST_AT_ONCE
        while first < len(claims):
            some = claims[first : first + size]
            vectors = self._finder.vectors([one.said for one in some])
            for at, claim in enumerate(some):
                yield self._look_up.check(claim, vectors[at], subjects[first + at], notes.get(claim.n, ()))
            first, size = first + size, _AT_ONCE


def _small_enough(original: bytes | None) -> bytes | None:
    return original if original is not None and len(original) <= _KEPT_BYTES else None


def _original(file: Path | None) -> bytes | None:
    """The file as it came, unless it is too large to keep with the check."""
    small = file is not None and file.stat().st_size <= _KEPT_BYTES
    return file.read_bytes() if file is not None and small else None


def _joined(*some: dict[int, tuple[ClaimNote, ...]]) -> dict[int, tuple[ClaimNote, ...]]:
    return {n: tuple(note for one in some for note in one.get(n, ())) for n in {n for one in some for n in one}}
