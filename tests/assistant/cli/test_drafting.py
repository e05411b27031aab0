"""The verb draft as another program uses it: JSON on stdout, a Word file, exit codes, sentences on stderr."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from assistant.cli.main import main

REPORT = """\
HỘI LHPN VIỆT NAM
BAN THƯỜNG VỤ HỘI LHPN TỈNH SƠN THỬ

Số: 12/BC-BTV

Sơn Thử, ngày 10 tháng 12 năm 2022

BÁO CÁO
Kết quả công tác Hội và phong trào phụ nữ năm 2022

Năm 2022, các cấp Hội kết nạp 1.512/1.500 hội viên mới (đạt 100,8%), giúp 312 hộ nghèo vay trên 7 tỷ đồng.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafting")
    (folder / "bao-cao.txt").write_text(REPORT, encoding="utf-8")
    assert main(["ingest", str(folder / "bao-cao.txt"), "--data", str(folder / "data")]) == 0
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def draft(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["draft", *arguments, "--data", str(folder / "data")])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return draft


def test_draft_prints_the_contract_and_writes_word_and_excel(run: Run, folder: Path) -> None:
    paper, table = folder / "out" / "x.docx", folder / "out" / "x.xlsx"
    code, out, _ = run(
        "tong-ket-nam", "--unit", "Hội LHPN tỉnh Sơn Thử", "--period", "năm 2022", "-o", str(paper),
        "--profile", "ND30", "--facts", str(table), "--json",
    )  # fmt: skip
    made = json.loads(out)
    assert code == 0
    assert (made["template"], made["unit"], made["period"]) == ("tong-ket-nam", "Hội LHPN tỉnh Sơn Thử", "2022")
    assert made["output"] == str(paper)
    facts = {one["value"]: one for one in made["facts"] if one["value"]}
    assert set(facts) == {"1.512", "312", "trên 7 tỷ"}
    new = facts["1.512"]
    assert (new["indicator"], new["unit_of_measure"], new["plan"], new["rate"]) == ("HV02", "người", 1500, 100.8)
    assert new["citation"]["quote"] == new["statement"]
    assert (facts["trên 7 tỷ"]["approximate"], facts["trên 7 tỷ"]["number"]) == (True, 7_000_000_000)
    assert {"section", "label", "indicator"} <= set(made["missing"][0])
    words = "\n".join(one.text for one in Document(str(paper)).paragraphs)
    assert "1.512/1.500 hội viên mới" in words
    assert "[CẦN BỔ SUNG" in words
    assert table.stat().st_size > 0


def test_draft_without_facts_says_why_writes_the_outline_and_fails(run: Run, folder: Path) -> None:
    paper = folder / "khung.docx"
    code, _, err = run("tong-ket-nam", "--unit", "Sơn Thử", "--period", "2015", "-o", str(paper))
    assert code == 1
    assert "năm 2015" in err
    assert "năm 2022" in err
    assert "[CẦN BỔ SUNG" in "\n".join(one.text for one in Document(str(paper)).paragraphs)
    code, _, err = run("tong-ket-nam", "--unit", "Hội LHPN tỉnh Sơn Thứ Hai", "--period", "2022", "-o", str(paper))
    assert code == 1
    assert "Hội LHPN tỉnh Sơn Thử" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("khong-co", "--unit", "Sơn Thử", "--period", "2022", "-o", "x.docx"), "tong-ket-nam"),
        (("tong-ket-nam", "--unit", "Sơn Thử", "--period", "hôm nào", "-o", "x.docx"), "hôm nào"),
        (("tong-ket-nam", "--unit", "Sơn Thử", "--period", "2022", "-o", "x.docx", "--profile", "KHONG"), "KHONG"),
    ],
)
def test_wrong_requests_end_in_a_sentence(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert words in err


def test_draft_needs_template_unit_period_and_output(run: Run) -> None:
    code, _, err = run("tong-ket-nam", "--unit", "Sơn Thử")
    assert code == 2
    assert "--period" in err


def test_list_names_every_outline_and_what_is_wrong_with_an_offices_own(run: Run, folder: Path) -> None:
    code, out, _ = run("--list", "--json")
    assert code == 0
    assert len(json.loads(out)["templates"]) == 12
    own = folder / "data" / "templates"
    own.mkdir()
    (own / "hong.yaml").write_text("id: hong\ntitel: x\n", encoding="utf-8")
    code, out, err = run("--list")
    assert code == 1
    assert "tong-ket-nam" in out
    assert "hong.yaml, dòng 2: không có trường tên “titel”" in err


def test_sources_can_stand_in_an_appendix_with_links(run: Run, folder: Path) -> None:
    paper = folder / "out" / "nguon.docx"
    code, _, _ = run(
        "tong-ket-nam", "--unit", "Hội LHPN tỉnh Sơn Thử", "--period", "2022", "-o", str(paper),
        "--notes", "appendix", "--link", "http://may-chu:7860",
    )  # fmt: skip
    document = Document(str(paper))
    assert code == 0
    assert document.tables[-1].rows[0].cells[2].text == "Trích nguyên văn"
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert all(one.startswith("http://may-chu:7860/nguon/") for one in links)
    assert links


def test_the_offices_own_form_is_filled_and_its_mistakes_told(run: Run, folder: Path) -> None:
    form, paper = folder / "mau.docx", folder / "out" / "mau-dien.docx"
    document = Document()
    for line in ("{{tieu_de}}", "{{khong_co}}", "{{noi_dung}}"):
        document.add_paragraph(line)
    document.save(str(form))
    arguments = ("tong-ket-nam", "--unit", "Hội LHPN tỉnh Sơn Thử", "--period", "2022", "-o", str(paper), "--form")
    code, _, told = run(*arguments, str(form))
    texts = [one.text for one in Document(str(paper)).paragraphs]
    assert code == 0
    assert texts[1] == "{{khong_co}}"
    assert any("1.512/1.500 hội viên" in one for one in texts)
    assert "Không có ô điền tên “{{khong_co}}” (đoạn 2" in told
    code, _, told = run(*arguments, str(folder / "khong-co.docx"))
    assert code == 2
    assert "Không có tệp mẫu" in told
    (folder / "hong.docx").write_bytes(b"khong phai Word")
    code, _, told = run(*arguments, str(folder / "hong.docx"))
    assert code == 1
    assert "Không dùng được mẫu Word này" in told
