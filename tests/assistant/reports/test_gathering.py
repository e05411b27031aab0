"""Facts of a unit and a period out of a store in which everything else can mislead."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.errors import BadPeriodError, TemplateFileError, UnknownSectionError, UnknownTemplateError
from assistant.model import WarningCode
from assistant.report_texts_vi import MISSING_MARK
from assistant.reports.gathering import Gathered
from assistant.reports.model import Doubt, Fact, FactKind, SentenceKind, Span
from assistant.reports.progress import Progress, Work
from assistant.reports.reports import Reports
from assistant.reports.template_files import parse_template
from assistant.services import Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.report_facts import SEED_REQUESTS, SEEDS, WRITTEN, fill, read_written, score

CONFLICTING = """\
Hội LHPN tỉnh Bình Phước: Kết quả công tác Hội năm 2021

{day}
Năm 2021, các cấp Hội LHPN tỉnh Bình Phước kết nạp {members} hội viên mới. Hội tặng 1.200 suất quà cho phụ nữ nghèo.

Văn phòng Hội LHPN tỉnh Bình Phước
"""

AFTER_OUTLOOK = """\
HỘI LHPN HUYỆN HÒA BÃI

Hòa Bãi, ngày 10 tháng 12 năm 2022

BÁO CÁO
Kết quả công tác Hội năm 2022

Kết nạp 118 hội viên. Phấn đấu có thêm 05 mô hình. Tặng 35 suất quà Tết. Hội đã giúp 12 hộ nghèo.
"""

PARTS = """\
HỘI LHPN XÃ ĐỒI LÂM HẠ

# BIỂU KẾT QUẢ NĂM 2022

| TT | Chỉ tiêu | ĐVT | Quý III/2022 | Quý IV/2022 | Năm 2022 |
|---|---|---|---|---|---|
| 1 | Hội viên mới | Người | 17 | 19 | 71 |

| Địa bàn | Hộ được giúp (hộ) |
|---|---|
| Khu vực Ao Sen cũ | 6 |
| Khu vực Đình Hạ | 8 |
| Cộng | 14 |
"""


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("written")
    data = tmp_path_factory.mktemp("data")
    for name, day, members in (("bp-1.txt", "20/12/2021", "4.310"), ("bp-2.txt", "05/01/2022", "4.130")):
        (folder / name).write_text(CONFLICTING.format(day=day, members=members), encoding="utf-8")
    (folder / "doi-lam-ha.md").write_text(PARTS, encoding="utf-8")
    (folder / "hoa-bai.txt").write_text(AFTER_OUTLOOK, encoding="utf-8")
    with open_services(load_settings(data, environment={})) as opened:
        fill(opened, folder, sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else [])
        yield opened


def gathered(services: Services, template: str, unit: str, period: str) -> Gathered:
    return services.reports.gather(services.reports.request(template, unit, period))


def values(facts: tuple[Fact, ...]) -> set[str]:
    return {fact.value for fact in facts if fact.value}


def test_every_figure_of_unit_and_period_and_none_from_elsewhere(services: Services) -> None:
    written = [request for path in sorted(WRITTEN.iterdir()) if (request := read_written(path)[1])]
    assert len(written) >= 6
    none = replace(services.search("hội viên"), hits=())  # a search decides the section of a figure and no more
    reports = Reports(services.store, lambda *_: none)
    scores = [(request.name, score(services, request, reports)) for request in written]
    assert [(name, one.elsewhere, one.missed, one.wrong_unit) for name, one in scores if one.elsewhere] == []
    wanted, right = (sum(getattr(one, field) for _, one in scores) for field in ("wanted", "right_unit"))
    assert right >= 0.95 * wanted


def test_a_plans_goals_are_targets_of_its_period(services: Services) -> None:
    found = gathered(services, "ke-hoach", "Hội LHPN huyện An Lão", "năm 2023").facts
    targets = {(fact.value, fact.unit_of_measure) for fact in found if fact.kind is FactKind.TARGET}
    assert {("150", "người"), ("01", "hợp tác xã"), ("95", "%")} <= targets
    assert not targets & {("120", "cán bộ"), ("85.000.000", "đồng")}
    assert all(fact.kind is FactKind.TARGET for fact in found if fact.value)


def test_targets_stand_in_their_column_of_a_report_and_never_in_its_sentences(services: Services) -> None:
    asked = services.reports.request("tong-ket-nam", "Hội LHPN huyện An Lão", "năm 2023")
    found = services.reports.gather(asked).facts
    assert {fact.value for fact in found if fact.kind is FactKind.TARGET} >= {"150"}
    made = services.reports.compose(asked, found)
    row = next(one for one in made.rows if one.indicator == "HV02")
    assert (row.plan, row.result, row.rate) == ("150", "", "")
    assert row.plan_citation is not None
    assert "150" in row.plan_citation.quote
    results = [one for one in made.sections if one.section_id != "phuong-huong"]
    told = [item for one in results for part in one.paragraphs for item in part.sentences]
    assert all("150" not in one.text for one in told)


def test_facts_of_a_period_only_the_day_tells_are_offered_without_a_tick(services: Services) -> None:
    found = gathered(services, "so-ket-6-thang", "Hội LHPN tỉnh Bình Phước", "6 tháng đầu năm 2023")
    figures = [fact for fact in found.facts if fact.value]
    assert {"2.815", "34"} <= values(found.facts)
    assert {(fact.ticked, fact.doubt) for fact in figures} == {(False, Doubt.INFERRED_PERIOD)}
    assert WarningCode.INFERRED_PERIOD in {one.code for one in found.warnings}


def test_a_figure_right_after_what_is_to_come_is_offered_without_a_tick(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Hội LHPN huyện Hòa Bãi", "năm 2022")
    assert {(fact.value, fact.doubt) for fact in found.facts if fact.value and fact.kind is FactKind.RESULT} == {
        ("118", Doubt.NONE),
        ("35", Doubt.AFTER_OUTLOOK),
        ("12", Doubt.NONE),
    }
    assert WarningCode.AFTER_OUTLOOK in {one.code for one in found.warnings}
    assert {fact.value for fact in found.facts if fact.value and not fact.ticked} == {"35"}


def test_columns_of_parts_of_the_period_and_rows_of_parts_of_the_place_are_left_out(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Hội LHPN xã Đồi Lâm Hạ", "năm 2022")
    assert values(found.facts) == {"71", "14"}
    left = {(one.value, one.reason) for one in found.left_out}
    assert left == {("17", "other_period"), ("19", "other_period"), ("6", "other_place"), ("8", "other_place")}


def test_the_work_is_told_document_by_document_and_section_by_section(services: Services) -> None:
    asked = services.reports.request("tong-ket-nam", "Hội LHPN huyện An Lão", "năm 2022")
    told: list[Progress] = []
    services.reports.compose(asked, services.reports.gather(asked, told.append).facts, tell=told.append)
    assert [one.work for one in told] == sorted((one.work for one in told), key=list(Work).index)
    for work in Work:
        steps = [one for one in told if one.work is work]
        assert [one.done for one in steps] == list(range(1, steps[0].total + 1))


@pytest.mark.parametrize("request_", SEED_REQUESTS, ids=lambda one: one.name)
def test_the_seed_articles_give_their_figures_and_no_others(services: Services, shared: Path, request_) -> None:  # noqa: ANN001
    one = score(services, request_)
    assert (one.elsewhere, one.missed, one.wrong_unit) == ((), (), ())


def test_the_half_year_without_figures_still_gives_statements_for_its_sections(
    services: Services, shared: Path
) -> None:
    found = gathered(services, "so-ket-6-thang", "Bắc Giang", "6 tháng đầu năm 2023")
    assert found.facts
    assert not values(found.facts)
    assert all(fact.citation and fact.statement == fact.citation.quote for fact in found.facts)


def test_a_quote_is_what_the_stored_page_says_and_holds_its_value(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Hội LHPN tỉnh Quảng Trị", "2022")
    for fact in found.facts:
        assert fact.citation is not None
        page = services.pages(fact.citation.document_id)[fact.citation.page - 1]
        assert page.text[fact.citation.char_start : fact.citation.char_end] == fact.citation.quote == fact.statement
        assert fact.statement[fact.value_start : fact.value_end] == fact.value


def test_indicators_targets_rates_and_spans_are_told(services: Services) -> None:
    facts = {fact.value: fact for fact in gathered(services, "tong-ket-nam", "Quảng Trị", "2022").facts}
    new = facts["4.210"]
    assert (new.indicator, new.plan, str(new.rate), new.unit_of_measure) == ("HV02", 4000, "105.3", "người")
    assert facts["trên 1.480 tỷ"].approximate
    assert facts["trên 1.480 tỷ"].indicator == "KT05"
    assert facts["1.105"].span is Span.CUMULATIVE
    assert (facts["2.316"].indicator, facts["2.316"].section) == ("TT01", "phat-trien-toan-dien")
    assert facts["98.412"].indicator == "HV01"
    assert facts["46"].indicator == "AS01"


def test_a_table_row_gives_result_target_and_rate_at_once(services: Services) -> None:
    facts = {fact.value: fact for fact in gathered(services, "so-ket-6-thang", "TP Đà Nẵng", "2022-H1").facts}
    row = facts["1.914"]
    assert (row.indicator, row.plan, float(row.rate or 0), row.label) == ("HV02", 3000, 63.8, "Hội viên mới")


def test_what_lies_ahead_is_told_as_words_and_never_as_a_figure_of_the_period(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Quảng Trị", "2022")
    ahead = [fact for fact in found.facts if fact.section == "phuong-huong"]
    assert ahead
    assert not values(tuple(ahead))
    assert {"4.500", "500"}.isdisjoint(values(found.facts))
    assert {one.value for one in found.left_out if one.reason == "ahead"} >= {"4.500"}


def test_sources_that_disagree_name_each_other_and_repeats_are_one_fact(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Bình Phước", "2021")
    facts = {fact.value: fact for fact in found.facts if fact.value}
    assert facts["4.310"].conflicts == (facts["4.130"].fact_id,)
    assert facts["4.130"].conflicts == (facts["4.310"].fact_id,)
    assert len(facts["1.200"].duplicates) == 1
    draft = services.reports.compose(found.request, found.facts, found.warnings)
    told = " ".join(one.text for section in draft.sections for part in section.paragraphs for one in part.sentences)
    assert "4.310" not in told
    assert "4.130" not in told
    assert [one.details for one in found.warnings if one.code is WarningCode.CONFLICTING_FACTS] == [{"count": 2}]


def test_an_unknown_unit_is_told_with_the_nearest_and_the_outline_is_still_drafted(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Hội LHPN tỉnh Quảng Tri", "2022")
    assert found.unit.name == "Hội LHPN tỉnh Quảng Trị"
    found = gathered(services, "tong-ket-nam", "Hội LHPN xã Tân Lấp Mới", "2022")
    (warning,) = found.warnings
    assert warning.code is WarningCode.UNKNOWN_UNIT
    assert "Hội LHPN xã Tân Lập" in str(warning.details["nearest"])
    draft = services.reports.compose(found.request, found.facts, found.warnings)
    sentences = [one for section in draft.sections for paragraph in section.paragraphs for one in paragraph.sentences]
    assert sentences
    assert all(one.kind is SentenceKind.MISSING and MISSING_MARK in one.text for one in sentences)


def test_a_period_without_documents_names_those_that_have_some(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Quảng Trị", "2015")
    assert found.facts == ()
    (warning,) = [one for one in found.warnings if one.code is WarningCode.PERIOD_WITHOUT_DOCUMENTS]
    assert "năm 2022" in str(warning.details["periods"])
    assert "năm 2021" in str(warning.details["periods"])


def test_provinces_of_before_and_after_the_mergers_are_never_mixed(services: Services) -> None:
    joined = gathered(services, "tong-ket-nam", "Phú Thọ", "2025")
    assert {"2.750", "6.300", "11 tỷ", "1.020"}.isdisjoint(values(joined.facts))
    assert [one.details["others"] for one in joined.warnings if one.code is WarningCode.MERGED_PROVINCE] == [
        "Vĩnh Phúc, Hòa Bình"
    ]
    before = gathered(services, "tong-ket-nam", "Phú Thọ", "2024")
    assert values(before.facts) == {"2.750", "6.300", "88"}
    assert gathered(services, "so-ket-6-thang", "Vĩnh Phúc", "2025-H1").warnings == ()


def test_wrong_requests_are_refused_by_name(services: Services) -> None:
    reports = services.reports
    with pytest.raises(UnknownTemplateError, match="tong-ket-nam"):
        reports.request("khong-co", "Quảng Trị", "2022")
    with pytest.raises(BadPeriodError, match="bao giờ"):
        reports.request("tong-ket-nam", "Quảng Trị", "bao giờ")
    draft = reports.compose(reports.request("cong-van", "Quảng Trị", "2022"), ())
    with pytest.raises(UnknownSectionError, match="khong-co"):
        reports.regenerate(draft, "khong-co")


def test_an_offices_bad_outline_is_refused_by_line_and_the_others_stay(services: Services) -> None:
    folder = services.settings.data_dir / "templates"
    folder.mkdir()
    (folder / "cua-toi.yaml").write_text("id: cua-toi\nname: [", encoding="utf-8")
    try:
        with pytest.raises(TemplateFileError, match=r"line=\d"):
            services.reports.template("cua-toi")
        assert services.reports.template("tong-ket-nam")
        good = (
            "id: cua-toi\nname: A\ntype_name: B\ntitle: C\nsections: [{id: x, level: 1, title: X, indicators: [ZZ9]}]\n"
        )
        assert parse_template(good, "x", frozenset())[0] is not None
        (folder / "cua-toi.yaml").write_text(good, encoding="utf-8")
        found = gathered(services, "cua-toi", "Quảng Trị", "2022")
        assert [one.details["value"] for one in found.warnings if one.code is WarningCode.UNKNOWN_INDICATOR] == ["ZZ9"]
    finally:
        (folder / "cua-toi.yaml").unlink()
        folder.rmdir()


def test_only_ticked_facts_are_drafted_and_regenerating_follows_the_ticks(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Quảng Trị", "2022")
    facts = tuple(replace(fact, ticked=fact.value != "487") for fact in found.facts)
    draft = services.reports.compose(found.request, facts)
    words = " ".join(s.text for section in draft.sections for p in section.paragraphs for s in p.sentences)
    assert "487" not in words
    assert "3.145" in words
    again = services.reports.regenerate(replace(draft, facts=found.facts), "phat-trien-toan-dien")
    words = " ".join(s.text for section in again.sections for p in section.paragraphs for s in p.sentences)
    assert "487" in words


def test_the_fact_table_opens_in_excel_with_a_row_per_fact_and_no_formulas(services: Services) -> None:
    found = gathered(services, "tong-ket-nam", "Quảng Trị", "2022")
    book = load_workbook(BytesIO(services.reports.fact_table(found.request, found.facts)))
    sheet, missing = book.worksheets
    assert sheet.max_row == len(found.facts) + 1
    assert missing.max_row == len(found.missing) + 1
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
