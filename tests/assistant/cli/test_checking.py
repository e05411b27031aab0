"""The verb check: a line per claim, then the summary; files and standard input."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.claim_texts_vi import NOTHING_TO_CHECK, VERDICT_LABELS
from assistant.cli.main import main

Run = Callable[..., tuple[int, list[dict[str, Any]]]]
STORY = "Hội LHPN huyện Bình An tổng kết năm 2024\n\n12/12/2024\nCác cấp Hội đã giúp 312 hộ nghèo làm nhà ở kiên cố.\n"
DRAFT = "Kính thưa hội nghị!\n\nCác cấp Hội đã giúp 321 hộ nghèo làm nhà ở kiên cố.\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kho")
    (folder / "tin.txt").write_text(STORY, encoding="utf-8")
    assert main(["ingest", str(folder / "tin.txt"), "--data", str(folder / "kho")]) == 0
    return folder / "kho"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, list[dict[str, Any]]]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def test_check_prints_a_line_per_claim_and_a_summary(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "nhap.txt").write_text(DRAFT, encoding="utf-8")
    code, (greeting, claim, summary) = run("check", tmp_path / "nhap.txt", "--json", "--data", data)
    assert code == 0
    assert greeting["verdict"] == "not_checkable"
    assert DRAFT[claim["char_start"] : claim["char_end"]] == claim["claim"]
    assert claim["verdict"] == "differs"
    (difference,) = claim["differences"]
    assert (difference["kind"], difference["draft"], difference["source"]) == ("number", "321", "312")
    citation = claim["evidence"][0]
    assert {"n", "document_id", "source", "title", "page", "char_start", "char_end", "quote"} <= citation.keys()
    assert "312" in citation["quote"]
    assert (summary["summary"]["claims"], summary["summary"]["differs"]) == (2, 1)


def test_check_reads_standard_input_in_an_old_encoding(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    legacy = "C¸c cÊp Héi ®· gióp 312 hé nghÌo lµm nhµ ë kiªn cè.".encode("cp1252")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(legacy)))
    code, (claim, _) = run("check", "-", "--json", "--data", data)
    assert (code, claim["verdict"]) == (0, "supported")


def test_check_shows_both_values_to_a_person(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nhap.txt").write_text(DRAFT, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(tmp_path / "nhap.txt"), "--keep", "--data", str(data)]) == 0
    out = capsys.readouterr().out
    assert "321 ↔ 312" in out
    assert VERDICT_LABELS["differs"] in out
    assert NOTHING_TO_CHECK not in out


def test_a_missing_draft_is_wrong_use_and_an_empty_one_a_failure(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("check", tmp_path / "khong-co.txt", "--json", "--data", data) == (2, [])
    (tmp_path / "rong.txt").touch()
    assert run("check", tmp_path / "rong.txt", "--json", "--data", data) == (1, [])


def test_check_writes_word_with_comments_and_an_excel_list(run: Run, data: Path, tmp_path: Path) -> None:
    document = Document()
    for line in DRAFT.split("\n\n"):
        document.add_paragraph(line.strip())
    document.save(str(tmp_path / "nhap.docx"))
    word, excel = tmp_path / "out" / "kiem.docx", tmp_path / "out" / "kiem.xlsx"
    code, _ = run("check", tmp_path / "nhap.docx", "--word", word, "--excel", excel, "--json", "--data", data)
    (comment,) = Document(str(word)).comments
    assert code == 0
    assert "321 ↔ 312" in comment.text
    assert load_workbook(excel).active["D3"].value == "sai khác"
