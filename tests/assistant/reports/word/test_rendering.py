"""Every outline in three forms becomes a PDF in LibreOffice, with what it must show on the pages it must show it on."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.reports.composing import Drafting
from assistant.reports.indicators import load_dictionary
from assistant.reports.model import Missing, ReportDraft, ReportRequest, SentenceKind
from assistant.reports.periods import period_named
from assistant.reports.template_files import load_templates
from assistant.reports.templates import Template
from assistant.reports.units import Unit
from assistant.reports.word.exporting import export
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.profile_files import load_profile
from tests.assistant.reports.word.made_draft import UNIT, fact
from tests.assistant.reports.word.reading_back import noted_texts
from tests.libreoffice import converted

FORMS = ("ND30", "MTTQ", "HOI")
FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
FACTS_A_SECTION = 4
DICTIONARY = load_dictionary()
TEMPLATES = tuple(load_templates(frozenset(DICTIONARY)))


def drafted(template: Template) -> ReportDraft:
    """A draft of an outline with a few facts in every section that gathers any."""
    sections = [one.section_id for one in template.sections if one.gathers]
    facts, missing = [], []
    for place, section in enumerate(sections):
        for n in range(place * FACTS_A_SECTION + 1, (place + 1) * FACTS_A_SECTION + 1):
            statement = f"Các cấp Hội tổ chức {n * 13} buổi sinh hoạt, vận động giúp đỡ {n * 107} hộ hội viên, phụ nữ."
            facts.append(replace(fact(n, statement, str(n * 107), n * 107), section=section))
        missing.append(Missing(section, "số hội viên mới", "HV02"))
    request = ReportRequest(template.template_id, UNIT, "2023-H1", scope="Đề án 938")
    unit = Unit(UNIT, "tỉnh Sông Thao")
    return Drafting(template, request, unit, period_named("2023-H1"), DICTIONARY).draft(facts, missing)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.template_id)
def test_every_figure_of_a_composed_draft_stands_in_the_quote_of_its_note(template: Template) -> None:
    draft = drafted(template)
    found = noted_texts(export(draft, load_profile("HOI")))
    sentences = [line for section in draft.sections for one in section.paragraphs for line in one.sentences]
    assert len(found) >= sum(one.kind is SentenceKind.SOURCED for one in sentences) > 0
    for one in found:
        quotes = " ".join(one.notes)
        assert [figure for figure in FIGURE.findall(one.text) if figure not in quotes] == []


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of every page of every file."""
    folder = tmp_path_factory.mktemp("pdf")
    files = []
    for template in TEMPLATES:
        draft = drafted(template)
        for form in FORMS:
            files.append(folder / f"{template.template_id}-{form}.docx")
            files[-1].write_bytes(
                export(draft, load_profile(form), ExportOptions(base_address="http://localhost:7860"))
            )
    return {file.stem: _pages(file) for file in converted(files, "pdf", folder)}


def _pages(file: Path) -> list[str]:
    shown = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return shown.stdout.decode().split("\f")[:-1]


def test_there_are_twelve_outlines() -> None:
    assert len(TEMPLATES) >= 12


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.template_id)
def test_the_pages_show_letterhead_number_text_notes_and_mark(
    pages: dict[str, list[str]], template: Template, form: str
) -> None:
    shown = pages[f"{template.template_id}-{form}"]
    first, whole = shown[0], "\n".join(shown)
    assert all("DỰ THẢO do trợ lý AI tạo" in page for page in shown)
    for number, page in enumerate(shown, start=1):
        top = [line.strip() for line in page.split("\n") if line.strip()][:3]
        if number == 1:
            assert not any(line.isdigit() for line in top)
        elif "Phụ lục" not in page:
            assert str(number) in top
    assert "năm 20…" in first or template.type_name == "BÀI PHÁT BIỂU"
    if template.type_name != "BÀI PHÁT BIỂU":
        state = next(line for line in first.split("\n") if "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line)
        assert state.strip() != "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert "Nơi nhận:" in whole
        assert "TM. BAN THƯỜNG" in whole
    assert "Báo cáo số 1/BC-BTV" in whole
    assert "CẦN BỔ SUNG" in whole
