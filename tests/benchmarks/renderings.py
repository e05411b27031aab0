"""The five seeds in every form an office keeps them in: what is stored of each, and whether answers change.

    python -m tests.benchmarks.renderings [--shared ../shared] [--only FORM …] [--scanned-pages 20]

Prints per form the character error rate of the stored text (white space aside) and the verdicts of the example
questions, then the seconds a scanned page takes. Bars: 0.1 % for forms with text, 2 % for scans.
"""

import argparse
import dataclasses
import json
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.evaluation.answers_eval import judge
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from ingest.loaders.pdf import read_pdf
from tests.benchmarks.machine import cpu_s, describe_machine
from tests.benchmarks.seed_forms import BASELINE, FORMS, as_tcvn3_says, scanned

_FIRST_BAND = 64


def main() -> None:
    """Render, ingest, compare, print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--only", nargs="*", choices=sorted(FORMS))
    parser.add_argument("--scanned-pages", type=int, default=20)
    options = parser.parse_args()
    seeds = {path.name: path.read_text("utf-8") for path in sorted((options.shared / "data/seeds").glob("*.txt"))}
    questions = load_questions(options.shared / "data/eval/seeds.questions.jsonl")
    _say(describe_machine())
    baseline: list[tuple[bool, bool]] | None = None
    for form in [BASELINE, *(options.only if options.only is not None else sorted(set(FORMS) - {BASELINE}))]:
        with tempfile.TemporaryDirectory() as folder:
            report, verdicts = _measure(form, seeds, questions, Path(folder))
        baseline = baseline or verdicts
        _say(report | {"as_over_text": sum(one == other for one, other in zip(verdicts, baseline, strict=True))})
    if options.scanned_pages:
        _say(_seconds_a_page(seeds, options.scanned_pages))


def _measure(
    form: str, seeds: dict[str, str], questions: Sequence[EvalQuestion], folder: Path
) -> tuple[dict[str, object], list[tuple[bool, bool]]]:
    make, extension = FORMS[form]
    (folder / "in").mkdir()
    for name, text in seeds.items():
        (folder / "in" / f"{name[:3]}{extension}").write_bytes(make(text))
    with open_services(load_settings(folder / "data", environment={})) as services:
        statuses = {
            Path(event.report.path).name: event.report.status + (f" {event.report.code}" if event.report.code else "")
            for event in services.ingest([folder / "in"])
            if isinstance(event, FileFinished)
        }
        rates = _error_rates(services, seeds, as_tcvn3_says if form == "tcvn3" else str)
        verdicts = []
        for question in questions:
            renamed = tuple(name[:3] + extension for name in question.sources)
            verdict = judge(dataclasses.replace(question, sources=renamed), services.ask(question.question))
            verdicts.append((verdict.right, verdict.refused))
    report: dict[str, object] = {
        "form": form,
        "not_indexed": {name: status for name, status in statuses.items() if not status.startswith("indexed")},
        "cer_percent": {name: round(100 * rate, 3) for name, rate in rates.items()},
        "cer_mean_percent": round(100 * sum(rates.values()) / max(1, len(rates)), 3),
        "right": sum(right for right, _ in verdicts),
        "questions": len(verdicts),
    }
    return report, verdicts


def _error_rates(services: Services, seeds: dict[str, str], truth_of: Callable[[str], str]) -> dict[str, float]:
    rates = {}
    for record in services.documents():
        stored = "\n".join(page.text for page in services.pages(record.document_id))
        (truth,) = (text for name, text in seeds.items() if name[:3] == record.source[:3])
        rates[record.source] = character_error_rate(truth_of(truth), stored)
    return dict(sorted(rates.items()))


def character_error_rate(truth: str, text: str) -> float:
    """Edits from one to the other over the characters of the truth; runs of white space count as one space."""
    one, other = (" ".join(unicodedata.normalize("NFC", side).split()) for side in (truth, text))
    band = _FIRST_BAND
    while (edits := _edits_within(one, other, band)) is None:
        band *= 2
    return edits / max(1, len(one))


def _edits_within(one: str, other: str, band: int) -> int | None:
    """Levenshtein distance if it is at most ``band`` (Ukkonen 1985)."""
    if abs(len(one) - len(other)) > band:
        return None
    far = band + 1
    row = {at: at for at in range(min(band, len(other)) + 1)}
    for i, char in enumerate(one, start=1):
        new: dict[int, int] = {}
        for j in range(max(0, i - band), min(len(other), i + band) + 1):
            if j == 0:
                new[0] = i
                continue
            change = row.get(j - 1, far) + (char != other[j - 1])
            new[j] = min(change, row.get(j, far) + 1, new.get(j - 1, far) + 1)
        row = new
    edits = row.get(len(other), far)
    return edits if edits <= band else None


def _seconds_a_page(seeds: dict[str, str], pages: int) -> dict[str, object]:
    data = scanned("\n\n".join(seeds.values()), pages)
    clock, cpu = time.perf_counter(), cpu_s()
    read = read_pdf(data)
    return {
        "scanned_pages": len(read.pages),
        "megabytes": round(len(data) / 2**20, 1),
        "seconds_per_page": round((time.perf_counter() - clock) / len(read.pages), 2),
        "cpu_seconds_per_page": round((cpu_s() - cpu) / len(read.pages), 2),
        "confidence": [round(page.ocr_confidence or 0.0, 3) for page in read.pages],
    }


def _say(result: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
