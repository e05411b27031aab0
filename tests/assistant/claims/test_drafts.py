"""The process that reads drafts: started before there is one, kept for the next, replaced when it is gone."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from assistant.claims.drafts import DraftReader
from ingest.settings import IngestSettings

TASKS = Path("/proc/self/task")
pytestmark = pytest.mark.skipif(not TASKS.exists(), reason="looks for processes as Linux lists them")


def children() -> set[int]:
    return {int(child) for tasks in TASKS.glob("*/children") for child in tasks.read_text("ascii").split()}


def draft(folder: Path, said: str) -> Path:
    path = folder / "du-thao.docx"
    written = docx.Document()
    written.add_paragraph(said)
    written.save(str(path))
    return path


@pytest.fixture
def reader() -> Iterator[DraftReader]:
    opened = DraftReader(IngestSettings())
    yield opened
    opened.close()


def test_drafts_are_read_by_the_process_that_waits_and_by_another_once_it_is_gone(
    reader: DraftReader, tmp_path: Path
) -> None:
    before = children()
    reader.get_ready()
    waiting = children() - before
    assert len(waiting) == 1
    for said in ("Hội giúp 12 hộ nghèo.", "Hội giúp 21 hộ nghèo."):
        assert said in reader.read(draft(tmp_path, said)).text
        assert children() - before == waiting
    os.kill(waiting.pop(), signal.SIGKILL)
    assert "Hội giúp 7 hộ" in reader.read(draft(tmp_path, "Hội giúp 7 hộ nghèo.")).text
    reader.close()
    assert children() == before


def test_no_process_is_left_where_nobody_asked_to_be_ready(reader: DraftReader, tmp_path: Path) -> None:
    before = children()
    assert "Hội giúp 9 hộ" in reader.read(draft(tmp_path, "Hội giúp 9 hộ nghèo.")).text
    assert children() == before
