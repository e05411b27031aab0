import errno
import sqlite3
from pathlib import Path

import pytest

from vectorstore.database import Database
from vectorstore.disk import disk_full_as_error, is_disk_full
from vectorstore.errors import DiskFullError


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        sqlite3.OperationalError("database or disk is full"),
        ValueError("An IO error occurred: 'No space left on device (os error 28)'"),
    ],
)
def test_every_wording_of_a_full_disk_is_recognised(error: Exception) -> None:
    assert is_disk_full(error)
    with pytest.raises(DiskFullError, match="/somewhere"), disk_full_as_error(Path("/somewhere")):
        raise error


def test_cause_of_an_error_is_looked_at() -> None:
    wrapped = RuntimeError("the index failed")
    wrapped.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    assert is_disk_full(wrapped)


def test_other_errors_pass_unchanged() -> None:
    with pytest.raises(PermissionError, match="denied"), disk_full_as_error(Path("/somewhere")):
        raise PermissionError(errno.EACCES, "denied")


def test_full_catalogue_is_the_error_and_keeps_its_earlier_rows(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite3")
    with database.writing() as connection:
        connection.execute("INSERT INTO runs (label, started_at) VALUES ('kept', '')")
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    with database.writing() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with database.writing() as connection:
            connection.execute("INSERT INTO runs (label, started_at) VALUES (?, '')", ("x" * 1_000_000,))

    with pytest.raises(DiskFullError, match=r"a\.sqlite3"):
        fill()
    with database.reading() as connection:
        assert connection.execute("SELECT label FROM runs").fetchall() == [("kept",)]
    database.close()
