import json
import sys
from pathlib import Path

import pytest

from ingest.ahead import prepare_ahead
from ingest.prepared import Prepared, prepare
from ingest.rejected import Rejected
from ingest.settings import IngestSettings

SETTINGS = IngestSettings()


def records(path: Path, count: int) -> Path:
    lines = [
        json.dumps({"id": f"tin-{n}", "title": f"Tin {n}", "text": f"Xã {n} có {n} hội viên."}) for n in range(count)
    ]
    lines[3] = '{"id": "tin-3", "text": '
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def shape(items: list[Prepared | Rejected]) -> list[object]:
    """Items as values: errors have no equality."""
    return [
        (item.record_line, item.error.code, item.error.details) if isinstance(item, Rejected) else item
        for item in items
    ]


def test_another_process_reads_the_same_items_in_the_same_order(tmp_path: Path) -> None:
    path = records(tmp_path / "kho.jsonl", 200)
    skip = frozenset({1, 2, 150})
    ahead = shape(list(prepare_ahead(path, SETTINGS, skip)))
    assert ahead == shape(list(prepare(path, SETTINGS, skip)))
    assert len(ahead) == 197


def test_reading_goes_on_here_when_the_other_process_cannot_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = records(tmp_path / "kho.jsonl", 20)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "khong-co"))
    assert shape(list(prepare_ahead(path, SETTINGS))) == shape(list(prepare(path, SETTINGS)))
    assert "reading goes on here" in caplog.text


def test_reading_goes_on_here_after_the_last_item_when_the_other_process_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = records(tmp_path / "kho.jsonl", 300)
    # writes one whole list, then dies in the middle of the second
    (tmp_path / "die.py").write_text(
        "import os, pickle, sys\n"
        "from itertools import islice\n"
        "from ingest.prepared import prepare\n"
        "items = prepare(*pickle.load(sys.stdin.buffer))\n"
        "pickle.dump(list(islice(items, 64)), sys.stdout.buffer)\n"
        "sys.stdout.buffer.write(pickle.dumps(list(islice(items, 64)))[:100])\n"
        "sys.stdout.buffer.flush()\n"
        "os._exit(9)\n",
        encoding="utf-8",
    )
    launcher = tmp_path / "python"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path / "die.py"}"\n', encoding="utf-8")
    launcher.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(launcher))
    assert shape(list(prepare_ahead(path, SETTINGS))) == shape(list(prepare(path, SETTINGS)))


def test_a_reader_nobody_listens_to_ends(tmp_path: Path) -> None:
    items = prepare_ahead(records(tmp_path / "kho.jsonl", 2_000), SETTINGS)
    assert isinstance(next(items), Prepared)
    items.close()  # type: ignore[attr-defined]  a generator
