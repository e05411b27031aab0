"""Outlines as data: the shipped ones hold, a mistake is refused with its line, an office's own comes first."""

from pathlib import Path

import pytest

from assistant.report_texts_vi import TEMPLATE_PROBLEMS, problem_text
from assistant.reports.indicators import load_dictionary
from assistant.reports.numbered_yaml import YamlMistakeError, read_yaml
from assistant.reports.template_files import load_templates, parse_template

SHIPPED = {
    "tong-ket-nam", "so-ket-6-thang", "chuyen-de-de-an", "me-do-dau", "bien-cuong", "5-khong-3-sach", "bao-cao-nhanh",
    "ke-hoach", "to-trinh", "thong-bao-ket-luan", "bai-phat-bieu", "cong-van",
}  # fmt: skip
CODES = frozenset({"HV01", "HV02"})
GOOD = """\
id: mau-thu
name: Mẫu thử
type_name: BÁO CÁO
title: "Kết quả {period}"
sections:
  - id: mot
    level: 1
    title: MỘT
    indicators: [HV01]
  - id: hai
    level: 2
    title: Hai
    questions: ["Kết quả là gì?"]
"""


def test_the_twelve_outlines_ship_without_a_mistake() -> None:
    templates = load_templates(frozenset(load_dictionary()))
    assert {one.template_id for one in templates} == SHIPPED
    assert templates.problems == ()


def test_every_opening_sentence_of_the_shipped_outlines_leaves_something_to_add() -> None:
    for template in load_templates(frozenset(load_dictionary())):
        for section in template.sections:
            assert all("[CẦN BỔ SUNG" in sentence for sentence in section.opening), template.template_id


def test_every_shipped_section_that_has_no_words_of_its_own_gathers_or_heads_others() -> None:
    for template in load_templates(frozenset(load_dictionary())):
        for place, section in enumerate(template.sections):
            following = template.sections[place + 1] if place + 1 < len(template.sections) else None
            heads = following is not None and following.level > section.level
            assert section.gathers or section.opening or heads, (template.template_id, section.section_id)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem", "value"),
    [
        ("name: Mẫu thử\n", "", 1, "missing_key", "name"),
        ("type_name:", "type_nane:", 3, "unknown_key", "type_nane"),
        ("    level: 2\n", "    level: 3\n", 11, "skipped_level", "hai"),
        ("  - id: hai\n", "  - id: mot\n", 10, "repeated_section", "mot"),
        ("    title: Hai\n", "", 10, "missing_title", "hai"),
        ("{period}", "{thang}", 4, "unknown_blank", "thang"),
        ("{period}", "{period", 4, "bad_blank", "Kết quả {period"),
        ("id: mau-thu", "id: Mẫu Thử", 1, "bad_id", "Mẫu Thử"),
        ("name: Mẫu thử\n", "name: a\nname: b\n", 3, "not_yaml", "name is given twice"),
        ("    title: MỘT\n", "    title: MỘT\n   x: [\n", 9, "not_yaml", ""),
    ],
)
def test_a_mistake_is_refused_with_its_line_and_reason(old: str, new: str, line: int, problem: str, value: str) -> None:
    assert old in GOOD
    template, problems = parse_template(GOOD.replace(old, new, 1), "t.yaml", CODES)
    assert template is None
    told = next(one for one in problems if one.problem == problem)
    assert told.line == line
    assert value in told.value
    assert problem_text(told.problem, told.value)


def test_a_wrong_type_names_the_field_and_its_line() -> None:
    template, problems = parse_template(GOOD.replace("level: 2", "level: nhiều"), "t.yaml", CODES)
    assert template is None
    assert (problems[0].problem, problems[0].line) == ("bad_value", 11)
    assert "sections.1.level" in problems[0].value


def test_an_indicator_that_does_not_exist_is_told_and_the_rest_is_used() -> None:
    template, problems = parse_template(GOOD.replace("[HV01]", "[HV01, HV99]"), "t.yaml", CODES)
    assert template is not None
    assert template.sections[0].indicators == ("HV01",)
    assert [(one.problem, one.value, one.line, one.refused) for one in problems] == [
        ("unknown_indicator", "HV99", 9, False)
    ]


def test_an_offices_outline_takes_the_place_of_the_shipped_one_and_a_bad_one_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "cong-van.yaml").write_text(GOOD.replace("mau-thu", "cong-van"), encoding="utf-8")
    (tmp_path / "hong.yaml").write_text("id: [", encoding="utf-8")
    (tmp_path / "nhi-phan.yaml").write_bytes(b"\xff\xfe\x00")
    templates = load_templates(CODES | frozenset(load_dictionary()), tmp_path)
    own = templates.get("cong-van")
    assert own is not None
    assert own.is_office
    assert own.name == "Mẫu thử"
    assert {one.template_id for one in templates} == SHIPPED
    assert {Path(one.path).name: one.problem for one in templates.problems} == {
        "hong.yaml": "not_yaml", "nhi-phan.yaml": "unreadable",
    }  # fmt: skip


def test_every_problem_has_a_sentence() -> None:
    assert all(problem_text(code, "x") for code in TEMPLATE_PROBLEMS)
    assert problem_text("not_yaml", "name is given twice") == "trường “name” được ghi hai lần"


def test_lines_are_those_of_the_file() -> None:
    numbered = read_yaml("a:\n  - b: 1\n    c: 2\n")
    assert numbered.line_of(("a", 0, "c")) == 3
    assert numbered.line_of(("a", 0, "missing")) == 2


def test_dates_stay_text_and_tags_are_not_run() -> None:
    assert read_yaml("a: 2020-01-02").value == {"a": "2020-01-02"}
    with pytest.raises(YamlMistakeError, match="tag"):
        read_yaml("a: !!python/object/apply:os.system ['true']")
