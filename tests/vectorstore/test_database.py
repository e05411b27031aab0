import threading
from pathlib import Path

import pytest

from vectorstore.database import Database
from vectorstore.errors import IndexDamagedError


def add_run(database: Database, label: str) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO runs (label, started_at) VALUES (?, '')", (label,))


def labels(database: Database) -> list[str]:
    with database.reading() as connection:
        return [label for (label,) in connection.execute("SELECT label FROM runs ORDER BY run_id")]


def test_reader_sees_the_last_commit_while_a_writer_is_at_work(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite3")
    add_run(database, "one")
    with database.writing() as connection:
        connection.execute("INSERT INTO runs (label, started_at) VALUES ('two', '')")
        assert labels(database) == ["one"]
    assert labels(database) == ["one", "two"]
    database.close()


def test_exception_rolls_the_block_back(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite3")

    def fail() -> None:
        with database.writing() as connection:
            connection.execute("INSERT INTO runs (label, started_at) VALUES ('lost', '')")
            raise KeyError("stop")

    with pytest.raises(KeyError, match="stop"):
        fail()
    assert labels(database) == []
    add_run(database, "after")
    assert labels(database) == ["after"]
    database.close()


def test_threads_read_and_write_at_once(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite3")
    seen: list[int] = []

    def work(name: str) -> None:
        for _ in range(10):
            add_run(database, name)
            seen.append(len(labels(database)))

    threads = [threading.Thread(target=work, args=(str(number),)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(labels(database)) == 60
    assert len(seen) == 60
    database.close()


def test_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(b"not a database at all, only words" * 100)
    with pytest.raises(IndexDamagedError, match="not a database"):
        Database(path)
