"""The verbs watch, ingest --retry, documents --quality and doctor --deep, as another program uses them."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import watching
from assistant.cli.main import main
from assistant.intake.watching import Watcher

TEXT = "Bản tin của Hội\n\nHội trao 12 suất quà.\n"


class Shell:
    """Runs verbs over one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = folder / "data", capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
        code = main([*map(str, arguments), "--data", str(self.data), "--json"])
        return code, [json.loads(line) for line in self._capsys.readouterr().out.splitlines()]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr(watching.time, "sleep", lambda seconds: None)
    monkeypatch.setitem(Watcher.__init__.__kwdefaults__, "settle_s", 0.0)
    return Shell(tmp_path, capsys)


def test_a_folder_is_followed_once_listed_paused_and_forgotten(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "văn bản"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "rỗng.txt").write_bytes(b"")
    code, events = shell("watch", folder, "--once", "--collection", "phòng")
    assert (code, [event["event"] for event in events]) == (1, ["added", "refused"])
    assert events[1]["report"]["code"] == "empty_file"
    assert shell("watch", folder, "--pause")[1][0]["state"] == "paused"
    assert shell("watch", "--once") == (0, [])
    (listed,) = shell("watch", folder, "--resume")[1]
    assert (listed["path"], listed["state"], listed["files"], listed["collection"]) == (
        str(folder), "followed", 2, "phòng",
    )  # fmt: skip
    assert shell("watch", folder, "--forget") == (0, [])
    assert shell("watch", "--once")[0] == 2
    assert shell("watch", folder, "--forget")[0] == 2


def test_what_failed_is_taken_in_by_another_try_and_the_doctor_agrees(shell: Shell, tmp_path: Path) -> None:
    assert shell("ingest", tmp_path / "không có.txt")[1][0]["code"] == "unreadable_file"
    assert [list(line) for line in shell("ingest", "--retry")[1]] == [["summary"]]
    (tmp_path / "không có.txt").write_text(TEXT, encoding="utf-8")
    code, lines = shell("reindex", "--retry")
    assert (code, lines[0]["status"]) == (0, "indexed")
    (document, summary) = shell("documents", "--quality")[1]
    assert (document["source"], document["garbled_share"], document["empty_pages"]) == ("không có.txt", 0, [])
    assert (summary["summary"]["documents"], summary["summary"]["doubtful"]) == (1, 0)
    code, findings = shell("doctor", "--deep")
    assert "deep_agrees" in {finding["name"] for finding in findings}
    (original,) = (shell.data / "originals").iterdir()
    original.write_bytes(b"x")
    code, findings = shell("doctor", "--deep")
    assert code == 1
    assert "original_altered" in {finding["name"] for finding in findings if finding["level"] == "problem"}
