"""How long a 12-page report with 150 facts takes to be written as Word file.

    python -m tests.benchmarks.report_export [--pages]

prints processor seconds of the first export (python-docx is imported), the median of ten more, the same into an
office's template, and the number of notes; --pages counts the pages with LibreOffice.
"""

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx import Document

from assistant.reports.model import DraftSection, IndicatorRow, ReportDraft
from assistant.reports.word.exporting import export
from assistant.reports.word.office_template import fill_template
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.profile_files import load_profile
from tests.assistant.reports.word.made_draft import body, citation, small_draft, sourced

FACTS, SECTIONS, ROUNDS = 150, 15, 10
OPTIONS = ExportOptions(base_address="http://localhost:7860")


def large_draft() -> ReportDraft:
    """A hundred and fifty sentences with a figure and a source each, and the table of their indicators."""
    sentences = [
        sourced(
            n,
            f"Các cấp Hội đã vận động, giúp đỡ {n * 37}.{n:03d} hộ hội viên, phụ nữ nghèo và cận nghèo vay vốn phát "
            f"triển kinh tế gia đình tại {n} chi hội, đạt {50 + n % 50}% kế hoạch đề ra.",
        )
        for n in range(1, FACTS + 1)
    ]
    size = FACTS // SECTIONS
    sections = []
    for number in range(SECTIONS):
        chosen = sentences[number * size : (number + 1) * size]
        paragraphs = tuple(body(*chosen[start : start + 2]) for start in range(0, size, 2))
        sections.append(DraftSection(f"s{number}", 1 + (number % 3 > 0), f"Nội dung công tác số {number}", paragraphs))
    rows = tuple(
        IndicatorRow("KT01", f"Hộ được giúp, nhóm {n}", "hộ", str(n), str(n), "100", citation(n, f"{n} hộ"))
        for n in range(1, 40)
    )
    return small_draft(sections=tuple(sections), rows=rows)


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def pages(data: bytes) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bao-cao.docx"
        file.write_bytes(data)
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, str(file)], check=True, capture_output=True)
        info = subprocess.run(["pdfinfo", file.with_suffix(".pdf")], check=True, capture_output=True, text=True)
    return int(info.stdout.split("Pages:")[1].split()[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", action="store_true")
    asked = parser.parse_args()
    draft, profile = large_draft(), load_profile("HOI")
    form = io.BytesIO()
    document = Document()
    document.add_paragraph("{{noi_dung}}")
    document.save(form)
    first = seconds(lambda: export(draft, profile, OPTIONS))
    again = [seconds(lambda: export(draft, profile, OPTIONS)) for _ in range(ROUNDS)]
    filled = [seconds(lambda: fill_template(draft, form.getvalue(), profile, OPTIONS)) for _ in range(ROUNDS)]
    out = sys.stdout
    out.write(f"first {first:.2f} s, then median {statistics.median(again):.2f} s, max {max(again):.2f} s\n")
    out.write(f"into an office's template: median {statistics.median(filled):.2f} s\n")
    if asked.pages:
        out.write(f"pages {pages(export(draft, profile, OPTIONS))}\n")


if __name__ == "__main__":
    main()
