"""Drafts in the catalogue: kept at every change, listed, renamed, deleted and brought back, stepped back and forth."""

import json
import sqlite3
import uuid
from dataclasses import asdict

from assistant.errors import DraftChangedError, UnknownDraftError
from assistant.reports.draft_json import read_draft
from assistant.reports.kept import DraftVersion, ExportChoice, KeptDraft, ListedDraft, Notes, Stage
from assistant.reports.model import ReportDraft
from assistant.reports.versions import (
    add_version,
    body_of,
    change_of,
    next_of,
    number_before,
    overwrite,
    printed_of,
    versions_of,
)
from ingest.text.folding import fold
from vectorstore.catalogue import now_iso
from vectorstore.database import Database

TITLE_CHARS = 160
_NAMES = "draft_id, title, template_id, unit, period, stage, updated_at, deleted_at IS NOT NULL"


class Drafts:
    """Rows of drafts and their versions; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, draft: ReportDraft, title: str) -> KeptDraft:
        """Keep a new draft of which nothing but the request is known yet."""
        draft_id, now, asked = uuid.uuid4().hex[:16], now_iso(), draft.request
        title = _line(title)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO drafts (draft_id, title, template_id, unit, period, stage, revision, version, choice,"
                " folded, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?, ?)",
                (
                    *(draft_id, title, asked.template_id, asked.unit, asked.period, _stage(draft, Stage.ASKED)),
                    *(_choice_json(ExportChoice()), _folded(title, asked.unit), now, now),
                ),
            )
            add_version(connection, draft_id, draft, parent=0, change="begin")
        return self.draft(draft_id)

    def listed(self, search: str = "", *, limit: int = 50) -> list[ListedDraft]:
        """Drafts that are not deleted, the last changed first; words of title and unit are found without accents."""
        words = fold(search).split()
        found = "".join(" AND instr(folded, ?)" for _ in words)
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_NAMES} FROM drafts WHERE deleted_at IS NULL{found}"
                " ORDER BY updated_at DESC, rowid DESC LIMIT ?",
                (*words, limit),
            )
            return [_listed(row) for row in rows]

    def draft(self, draft_id: str) -> KeptDraft:
        """One of them as it is now, a deleted one too.

        :raises UnknownDraftError: no such draft.
        :raises DraftUnreadableError: it cannot be read any more.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT {_NAMES}, revision, version, choice FROM drafts WHERE draft_id = ?", (draft_id,)
            ).fetchone()
            if row is None:
                raise UnknownDraftError(draft_id=draft_id)
            revision, version, choice = row[-3:]
            body = body_of(connection, draft_id, version)
            before, after = number_before(connection, draft_id, version), next_of(connection, draft_id, version)
        return KeptDraft(
            _listed(row[:-3]), read_draft(body), revision, version, before is not None, after is not None,
            _read_choice(choice),
        )  # fmt: skip

    def save(self, draft_id: str, draft: ReportDraft, *, seen: int, change: str, continues: bool = False) -> KeptDraft:
        """Keep a changed draft; what alters the text makes a version, what does not is written over the present one.

        :param seen: The revision that was changed; 0 saves over whatever is there.
        :param continues: More of the same change, as while a person types: the version it began is written over.
        :raises UnknownDraftError: no such draft.
        :raises DraftChangedError: somebody saved it since.
        """
        with self._database.writing() as connection:
            revision, version, stage = _state(connection, draft_id)
            if seen not in (0, revision):
                raise DraftChangedError(draft_id=draft_id)
            same_text = printed_of(draft) == change_of(connection, draft_id, version)[1]
            goes_on = continues and change_of(connection, draft_id, version)[0] == change
            if stage is Stage.ASKED or same_text or (goes_on and next_of(connection, draft_id, version) is None):
                overwrite(connection, draft_id, version, draft)
            else:
                version = add_version(connection, draft_id, draft, parent=version, change=change)
            gathered = Stage.FACTS if change == "gather" else stage
            _point_to(connection, draft_id, version, _stage(draft, gathered))
        return self.draft(draft_id)

    def undo(self, draft_id: str) -> KeptDraft:
        """Back to the text before the present one, if there is one; ``redo`` takes that back."""
        return self._step(draft_id, back=True)

    def redo(self, draft_id: str) -> KeptDraft:
        """Forward to the last text that was made from the present one."""
        return self._step(draft_id, back=False)

    def versions(self, draft_id: str) -> list[DraftVersion]:
        """The texts that are kept, the last one made first."""
        with self._database.reading() as connection:
            _, now, _ = _state(connection, draft_id)
            return versions_of(connection, draft_id, now)

    def restore_version(self, draft_id: str, number: int) -> KeptDraft:
        """Make an earlier text the present one, as a change that can be undone.

        :raises UnknownDraftError: no such draft or version.
        """
        with self._database.writing() as connection:
            _, version, stage = _state(connection, draft_id)
            draft = read_draft(body_of(connection, draft_id, number))
            if number != version:
                version = add_version(connection, draft_id, draft, parent=version, change="restore")
                _point_to(connection, draft_id, version, _stage(draft, stage))
        return self.draft(draft_id)

    def choose(self, draft_id: str, choice: ExportChoice) -> KeptDraft:
        """Keep how the Word file is wanted."""
        self._change(draft_id, "choice = ?", _choice_json(choice))
        return self.draft(draft_id)

    def rename(self, draft_id: str, title: str) -> str:
        """Give it another title; an empty one changes nothing. Returns the title.

        :raises UnknownDraftError: no such draft.
        """
        known = self.draft(draft_id).listed
        title = _line(title) or known.title
        self._change(draft_id, "title = ?, folded = ?", title, _folded(title, known.unit))
        return title

    def delete(self, draft_id: str) -> None:
        """Take it off the list; ``restore`` undoes it.

        :raises UnknownDraftError: no such draft.
        """
        self._change(draft_id, "deleted_at = ?", now_iso())

    def restore(self, draft_id: str) -> None:
        """Undo delete.

        :raises UnknownDraftError: no such draft.
        """
        self._change(draft_id, "deleted_at = NULL")

    def _step(self, draft_id: str, *, back: bool) -> KeptDraft:
        with self._database.writing() as connection:
            _, version, stage = _state(connection, draft_id)
            find = number_before if back else next_of
            if (number := find(connection, draft_id, version)) is not None:
                draft = read_draft(body_of(connection, draft_id, number))
                _point_to(connection, draft_id, number, _stage(draft, stage))
        return self.draft(draft_id)

    def _change(self, draft_id: str, assignment: str, *values: str) -> None:
        with self._database.writing() as connection:
            changed = connection.execute(
                f"UPDATE drafts SET {assignment} WHERE draft_id = ?", (*values, draft_id)
            ).rowcount
        if not changed:
            raise UnknownDraftError(draft_id=draft_id)


def _state(connection: sqlite3.Connection, draft_id: str) -> tuple[int, int, Stage]:
    row = connection.execute(
        "SELECT revision, version, stage FROM drafts WHERE draft_id = ?", (draft_id,)
    ).fetchone()  # fmt: skip
    if row is None:
        raise UnknownDraftError(draft_id=draft_id)
    return int(row[0]), int(row[1]), Stage(row[2])


def _point_to(connection: sqlite3.Connection, draft_id: str, version: int, stage: Stage) -> None:
    connection.execute(
        "UPDATE drafts SET version = ?, stage = ?, revision = revision + 1, updated_at = ? WHERE draft_id = ?",
        (version, stage, now_iso(), draft_id),
    )


def _stage(draft: ReportDraft, known: Stage) -> Stage:
    if draft.sections:
        return Stage.TEXT
    return Stage.ASKED if known is Stage.ASKED else Stage.FACTS


def _listed(row: tuple[str, str, str, str, str, str, str, int]) -> ListedDraft:
    draft_id, title, template_id, unit, period, stage, updated_at, deleted = row
    return ListedDraft(draft_id, title, template_id, unit, period, Stage(stage), updated_at, deleted=bool(deleted))


def _line(text: str) -> str:
    return " ".join(text.split())[:TITLE_CHARS].strip()


def _folded(*parts: str) -> str:
    return fold(" ".join(parts))


def _choice_json(choice: ExportChoice) -> str:
    return json.dumps(asdict(choice))


def _read_choice(text: str) -> ExportChoice:
    """What a later version offers besides is passed over."""
    read = json.loads(text)
    notes = read.get("notes")
    known = Notes(notes) if notes in set(Notes) else Notes.FOOTNOTES
    return ExportChoice(known, str(read.get("office_form", "")))
