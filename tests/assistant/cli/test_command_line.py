"""The command-line contract, verb by verb, over the sample documents."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.main import main
from assistant.messages_vi.command_line import CLI_TEXT

ROOT = Path(__file__).resolve().parents[3]
QUESTION = "Năm 2024 huyện Bình An có bao nhiêu trẻ mồ côi được các Mẹ đỡ đầu chăm sóc?"

Run = Callable[..., tuple[int, list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kho")
    assert main(["ingest", "--samples", "--data", str(folder)]) == 0
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, list[dict[str, Any]]]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def test_ingest_prints_a_line_per_file_and_a_summary(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text("Hội phụ nữ xã tổng kết năm\n\nĐã giúp 15 hộ thoát nghèo.\n", encoding="utf-8")
    (tmp_path / "rong.txt").touch()
    (tmp_path / "la.xyz").write_bytes(b"abc")
    code, lines = run("ingest", tmp_path / "tin.txt", tmp_path / "rong.txt", tmp_path / "la.xyz", "--json",
                      "--data", tmp_path / "kho")  # fmt: skip
    assert code == 1
    *files, summary = lines
    keys = {"path", "status", "code", "reason", "document_id", "pages", "chunks", "seconds"}
    assert all(keys <= line.keys() for line in files)
    assert {(Path(line["path"]).name, line["status"], line["code"]) for line in files} == {
        ("tin.txt", "indexed", None),
        ("rong.txt", "refused", "empty_file"),
        ("la.xyz", "refused", "unsupported_format"),
    }
    assert (summary["summary"]["indexed"], summary["summary"]["refused"]) == (1, 2)


def test_ingest_again_is_a_duplicate_and_fine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text("Hội phụ nữ xã giúp 15 hộ thoát nghèo.\n", encoding="utf-8")
    assert run("ingest", path, "--json", "--data", tmp_path / "kho")[0] == 0
    code, lines = run("ingest", path, "--json", "--data", tmp_path / "kho")
    assert (code, lines[0]["status"]) == (0, "duplicate")


def test_search_prints_hits_with_exact_places(run: Run, samples: Path) -> None:
    code, (result,) = run("search", QUESTION, "-k", 3, "--json", "--data", samples)
    assert code == 0
    assert [hit["rank"] for hit in result["hits"]] == [1, 2, 3]
    for hit in result["hits"]:
        pages = {line["page"]: line["text"] for line in run("text", hit["document_id"], "--json", "--data", samples)[1]}
        assert pages[hit["page"]][hit["char_start"] : hit["char_end"]] == hit["text"]
    assert {"lexical", "dense"} <= result["timings_ms"].keys()


def test_search_filters_by_year_unit_and_type(run: Run, samples: Path) -> None:
    everything = {line["document_id"]: line for line in run("documents", "--json", "--data", samples)[1]}
    report = next(line for line in everything.values() if line["type"] == "Báo cáo")
    _, (result,) = run("search", "công tác Hội", "--year", report["year"], "--unit", report["unit"],
                       "--type", "Báo cáo", "--json", "--data", samples)  # fmt: skip
    assert {hit["document_id"] for hit in result["hits"]} == {report["document_id"]}
    assert run("search", "công tác Hội", "--year", "1990-1995", "--json", "--data", samples)[1][0]["hits"] == []


def test_ask_quotes_the_stored_page_to_the_letter(run: Run, samples: Path) -> None:
    code, (answer,) = run("ask", QUESTION, "--json", "--data", samples)
    assert code == 0
    assert not answer["abstained"]
    assert answer["mode"] == "extractive"
    assert "126" in answer["answer"]
    for citation in answer["citations"]:
        assert f"[{citation['n']}]" in answer["answer"]
        pages = run("text", citation["document_id"], "--json", "--data", samples)[1]
        text = next(page["text"] for page in pages if page["page"] == citation["page"])
        assert text[citation["char_start"] : citation["char_end"]] == citation["quote"]
    assert "sample_source" in {warning["code"] for warning in answer["warnings"]}


def test_ask_refuses_what_the_documents_do_not_say(run: Run, samples: Path) -> None:
    _, (answer,) = run("ask", "Giá vé tàu cao tốc từ Hà Nội đi Tokyo là bao nhiêu?", "--json", "--data", samples)
    assert answer["abstained"]
    assert answer["reason"]
    assert answer["citations"] == []


def test_batch_answers_every_line_with_its_id_and_names_a_bad_one(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "hoi.jsonl"
    lines = [json.dumps({"id": "a", "question": QUESTION}), "{hỏng", json.dumps({"id": "b", "question": "?!"})]
    batch.write_text("\n".join(lines), encoding="utf-8")
    code = main(["ask", "--batch", str(batch), "--data", str(samples)])
    printed = capsys.readouterr()
    assert code == 1
    assert [json.loads(line)["id"] for line in printed.out.splitlines()] == ["a", "b"]
    assert CLI_TEXT["bad_batch_line"].format(line=2, path=batch, problem="").strip(" :") in printed.err


@pytest.mark.parametrize(
    "question",
    ["", "   ", "?!...", "<script>alert(1)</script>", "What is the capital of France?", "hội " * 2500, "\x00\ud800"],
    ids=["empty", "blank", "punctuation", "script", "english", "10000-characters", "broken-unicode"],
)
def test_odd_questions_get_a_sensible_answer(run: Run, samples: Path, question: str) -> None:
    code, (answer,) = run("ask", question, "--json", "--data", samples)
    assert code == 0
    assert answer["answer"]
    assert answer["abstained"] or answer["citations"]


def test_remove_hides_a_document_and_restore_brings_it_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text("Hội phụ nữ xã Tân Lập giúp 15 hộ thoát nghèo.\n", encoding="utf-8")
    data = tmp_path / "kho"
    document_id = run("ingest", tmp_path / "tin.txt", "--json", "--data", data)[1][0]["document_id"]
    assert run("remove", document_id, "--json", "--data", data)[0] == 0
    assert run("search", "Tân Lập", "--json", "--data", data)[1][0]["hits"] == []
    assert run("documents", "--json", "--data", data)[1] == []
    assert [line["state"] for line in run("documents", "--all", "--json", "--data", data)[1]] == ["removed"]
    assert run("restore", document_id, "--json", "--data", data)[0] == 0
    assert run("search", "Tân Lập", "--json", "--data", data)[1][0]["hits"][0]["document_id"] == document_id


def test_reindex_keeps_every_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text("Hội phụ nữ xã Tân Lập giúp 15 hộ thoát nghèo.\n", encoding="utf-8")
    data = tmp_path / "kho"
    run("ingest", tmp_path / "tin.txt", "--json", "--data", data)
    before = run("ask", "Xã Tân Lập giúp bao nhiêu hộ thoát nghèo?", "--json", "--data", data)[1][0]
    code, (result,) = run("reindex", "--json", "--data", data)
    assert code == 0
    assert result["dim"] > 0
    after = run("ask", "Xã Tân Lập giúp bao nhiêu hộ thoát nghèo?", "--json", "--data", data)[1][0]
    assert (after["answer"], after["citations"]) == (before["answer"], before["citations"])


def test_doctor_finds_a_healthy_store_and_exits_0(run: Run, samples: Path) -> None:
    code, findings = run("doctor", "--deep", "--json", "--data", samples)
    assert code == 0
    assert "store_agrees" in {finding["name"] for finding in findings}
    assert {finding["level"] for finding in findings} <= {"ok", "note"}


def test_config_shows_every_value_with_its_origin(run: Run, tmp_path: Path) -> None:
    main(["config", "set", "server.port", "7901", "--data", str(tmp_path)])
    code, lines = run("config", "show", "--json", "--data", tmp_path)
    assert code == 0
    assert {"name": "server.port", "value": 7901, "origin": "file"} in lines


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["ask", "câu hỏi", "--batch", "x.jsonl"], ["ingest"], ["ask", "câu hỏi", "--year", "năm ngoái"]],
)
def test_wrong_use_exits_2(arguments: list[str], tmp_path: Path) -> None:
    assert main([*arguments, "--data", str(tmp_path / "kho")]) == 2


@pytest.mark.parametrize("arguments", [["no-such-verb"], ["search", "x", "-k", "0"], ["eval"]])
def test_unknown_words_exit_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_serving_beyond_loopback_is_refused_until_users_exist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", "0.0.0.0", "--data", str(tmp_path)]) == 2
    assert "0.0.0.0" in capsys.readouterr().err


def test_unknown_document_is_a_sentence_and_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "0123456789abcdef", "--data", str(tmp_path)]) == 1
    assert "0123456789abcdef" in capsys.readouterr().err


def test_a_second_process_is_told_who_owns_the_folder(samples: Path) -> None:
    from assistant.services import open_services  # noqa: PLC0415
    from assistant.settings import load_settings  # noqa: PLC0415

    with open_services(load_settings(samples)):
        second = subprocess.run(
            [sys.executable, "app.py", "documents", "--data", str(samples)],
            cwd=ROOT,
            capture_output=True,
            check=False,
            text=True,
        )
    assert second.returncode == 1
    assert str(os.getpid()) in second.stderr
    assert "Traceback" not in second.stderr


def test_questions_stay_out_of_the_log_below_debug(samples: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "app.py", "ask", QUESTION, "--json", "--data", str(samples)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert "Bình An" not in asked.stderr
