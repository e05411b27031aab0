"""The offices' own Word forms, kept in the catalogue: one is chosen for a draft's export."""

import hashlib
from pathlib import PurePath

from assistant.errors import UnknownOfficeFormError
from assistant.reports.kept import OfficeForm
from vectorstore.catalogue import now_iso
from vectorstore.database import Database

NAME_CHARS = 120


class OfficeForms:
    """Rows of forms; the same file is kept once, under the last name it came with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, name: str, content: bytes) -> OfficeForm:
        """Keep a .docx as it came; whether it can be filled is the export's to say."""
        form_id, now = hashlib.sha256(content).hexdigest()[:16], now_iso()
        name = PurePath(name.replace("\\", "/")).name.strip()[-NAME_CHARS:] or form_id
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO office_forms (form_id, name, added_at, content) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (form_id) DO UPDATE SET name = excluded.name",
                (form_id, name, now, content),
            )
        return OfficeForm(form_id, name, now)

    def listed(self) -> list[OfficeForm]:
        """All of them by name."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT form_id, name, added_at FROM office_forms ORDER BY name, form_id")
            return [OfficeForm(*row) for row in rows]

    def content(self, form_id: str) -> bytes:
        """The file.

        :raises UnknownOfficeFormError: no such form.
        """
        with self._database.reading() as connection:
            row = connection.execute("SELECT content FROM office_forms WHERE form_id = ?", (form_id,)).fetchone()
        if row is None:
            raise UnknownOfficeFormError(form_id=form_id)
        return bytes(row[0])

    def forget(self, form_id: str) -> None:
        """Drop a form; drafts that chose it go back to the form of their profile when they are exported."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM office_forms WHERE form_id = ?", (form_id,))
