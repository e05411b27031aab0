import sqlite3
from pathlib import Path

import pytest

from vectorstore.database import Database
from vectorstore.errors import StoreVersionError
from vectorstore.migrations import MIGRATIONS, migrate


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_blank_file_gets_every_migration_once(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.sqlite3")
    names = [migration.__name__ for migration in MIGRATIONS]
    assert migrate(connection, "a") == names
    assert migrate(connection, "a") == []
    connection.close()


@pytest.mark.parametrize("known", range(len(MIGRATIONS)))
def test_older_schema_becomes_the_newest(tmp_path: Path, known: int) -> None:
    fresh, older = connect(tmp_path / "fresh.sqlite3"), connect(tmp_path / "older.sqlite3")
    migrate(fresh, "fresh")
    migrate(older, "older", MIGRATIONS[:known])
    assert migrate(older, "older") == [migration.__name__ for migration in MIGRATIONS[known:]]
    assert schema(older) == schema(fresh)
    fresh.close()
    older.close()


def test_names_are_numbered_in_order() -> None:
    assert [migration.__name__[:5] for migration in MIGRATIONS] == [
        f"m{number:03d}_" for number in range(1, len(MIGRATIONS) + 1)
    ]


def test_newer_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    Database(path).close()
    connection = connect(path)
    connection.execute("INSERT INTO migrations VALUES ('m999_future', '2030-01-01')")
    connection.close()
    with pytest.raises(StoreVersionError, match="m999_future"):
        Database(path)


def test_failed_migration_leaves_nothing(tmp_path: Path) -> None:
    def m001_breaks(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (x)")
        connection.execute("SELECT * FROM nowhere")

    connection = connect(tmp_path / "a.sqlite3")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, "a", (m001_breaks,))
    assert [name for name, _ in schema(connection) if not name.startswith("sqlite")] == ["migrations"]
    connection.close()
