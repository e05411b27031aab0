"""Checked drafts in the catalogue, with what people decided about each claim."""

import uuid
from dataclasses import dataclass, replace

from assistant.claims.check_json import check_json, draft_json, read_check, read_draft
from assistant.claims.model import CheckedDraft, ClaimCheck, Decision, Draft, summary_of
from assistant.errors import UnknownCheckError
from vectorstore.catalogue import now_iso
from vectorstore.database import Database

TITLE_CHARS = 80


@dataclass(frozen=True, slots=True)
class ListedCheck:
    """A kept check as a list shows it."""

    check_id: str
    title: str
    """File name, or the beginning of a pasted text."""
    created_at: str
    """ISO 8601, UTC."""
    claims: int
    decided: int


class KeptChecks:
    """Rows of checks; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, draft: Draft, claims: int, original: bytes | None = None) -> str:
        """Open a check of a draft with so many claims; its id. ``original`` is the file it was read from."""
        check_id = uuid.uuid4().hex[:16]
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO checks (check_id, title, created_at, claims, seconds, draft, original)"
                " VALUES (?, ?, ?, ?, 0, ?, ?)",
                (check_id, title_of(draft), now_iso(), claims, draft_json(draft), original),
            )
        return check_id

    def keep(self, check_id: str, checks: list[ClaimCheck], seconds: float) -> None:
        """Add checks, those of the same claims replaced; decisions stay. ``seconds`` since the check began."""
        with self._database.writing() as connection:
            known = connection.execute("UPDATE checks SET seconds = ? WHERE check_id = ?", (seconds, check_id)).rowcount
            if not known:  # deleted while it was going on
                return
            connection.executemany(
                "INSERT INTO claim_checks (check_id, n, verdict, decision, body) VALUES (?, ?, ?, NULL, ?)"
                " ON CONFLICT (check_id, n) DO UPDATE SET verdict = excluded.verdict, body = excluded.body",
                [(check_id, one.claim.n, one.verdict, check_json(replace(one, decision=None))) for one in checks],
            )

    def decide(self, check_id: str, n: int, decision: Decision | None) -> None:
        """Keep what a person decided about claim ``n``; None takes it back.

        :raises UnknownCheckError: no such check, or no such claim in it.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE claim_checks SET decision = ? WHERE check_id = ? AND n = ?", (decision, check_id, n)
            ).rowcount
        if not changed:
            raise UnknownCheckError(check_id=check_id)

    def decisions(self, check_id: str) -> dict[int, Decision]:
        """What was decided so far, by the number of the claim; nothing where there is no such check."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT n, decision FROM claim_checks WHERE check_id = ? AND decision IS NOT NULL", (check_id,)
            )
            return {n: Decision(decision) for n, decision in rows}

    def load(self, check_id: str) -> CheckedDraft:
        """A check with its decisions.

        :raises UnknownCheckError: no such check.
        :raises CheckUnreadableError: written by another version.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT draft, created_at, claims, seconds FROM checks WHERE check_id = ?", (check_id,)
            ).fetchone()
            if row is None:
                raise UnknownCheckError(check_id=check_id)
            rows = connection.execute(
                "SELECT body, decision FROM claim_checks WHERE check_id = ? ORDER BY n", (check_id,)
            ).fetchall()
        draft, created_at, claims, seconds = row
        checks = tuple(
            replace(read_check(body), decision=Decision(decision) if decision else None) for body, decision in rows
        )
        return CheckedDraft(check_id, read_draft(draft), checks, summary_of(checks, seconds), created_at, claims)

    def original(self, check_id: str) -> bytes | None:
        """The file a draft was read from; None for pasted text, and for a file too large to keep."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT original FROM checks WHERE check_id = ?", (check_id,)).fetchone()
        return None if row is None or row[0] is None else bytes(row[0])

    def listed(self, limit: int = 50) -> list[ListedCheck]:
        """The latest checks, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT check_id, title, created_at, claims, (SELECT count(decision) FROM claim_checks c"
                " WHERE c.check_id = checks.check_id) FROM checks WHERE deleted_at IS NULL"
                " ORDER BY created_at DESC, rowid DESC LIMIT ?",
                (limit,),
            )
            return [ListedCheck(*row) for row in rows]

    def delete(self, check_id: str) -> str:
        """Take a check off the list; its title. ``restore`` undoes it.

        :raises UnknownCheckError: no such check.
        """
        return self._marked(check_id, now_iso())

    def restore(self, check_id: str) -> str:
        """Undo ``delete``; the check's title.

        :raises UnknownCheckError: no such check.
        """
        return self._marked(check_id, None)

    def _marked(self, check_id: str, deleted_at: str | None) -> str:
        with self._database.writing() as connection:
            row = connection.execute(
                "UPDATE checks SET deleted_at = ? WHERE check_id = ? RETURNING title", (deleted_at, check_id)
            ).fetchone()
        if row is None:
            raise UnknownCheckError(check_id=check_id)
        return str(row[0])


def title_of(draft: Draft) -> str:
    """How a check is called: the file's name, else the first words."""
    line = draft.source or " ".join(draft.text[: 4 * TITLE_CHARS].split())
    if len(line) <= TITLE_CHARS:
        return line
    return line[: TITLE_CHARS - 1].rsplit(" ", 1)[0] + "…"
