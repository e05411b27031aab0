"""Whether the box stands around the cited sentence: 20 rendered PDFs, ten sentences each, intersection over union.

    python -m tests.benchmarks.highlights [--corpus ../shared/data/corpus/news.jsonl] [--keep DIR]

Ten files have a text layer, ten are scans of the same kind of page. Each goes through the whole ingest; a sentence is
looked up in the stored text as a citation would name it, and the boxes the viewer draws are compared with the places
the browser gave it. Writes ``results/highlights.json`` and prints the shares of sentences at 0.8 and above.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from assistant.services import Services, open_services
from assistant.settings import load_settings
from assistant.viewing.alignment import find_letters
from assistant.viewing.boxes import Box
from assistant.viewing.letters import letters_of
from tests.benchmarks.machine import describe_machine, percentile
from tests.benchmarks.rendered_documents import (
    HEIGHT,
    WIDTH,
    Rendered,
    Shape,
    TrueSentence,
    browser_page,
    corners,
    layouts,
    render,
)

RESULTS = Path(__file__).with_name("results") / "highlights.json"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "corpus" / "news.jsonl"
TEXT_FILES = SCANS = 10
SENTENCES = 10
GOOD = 0.8
SCALE = 2
"""Cells a CSS pixel is divided into, each way, to compare regions."""


def main() -> None:
    """Render, ingest, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--keep", type=Path, help="where the PDFs are left to be looked at")
    parser.add_argument("--only", choices=("text", "scan"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        files = options.keep or Path(folder) / "files"
        files.mkdir(parents=True, exist_ok=True)
        documents = _rendered(options.corpus, options.only)
        with open_services(load_settings(Path(folder) / "data")) as services:
            found = [one for document in documents for one in _measured(services, document, files)]
    report = _report(found)
    if not options.only:
        RESULTS.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps({**report, "sentences": None}, indent=1) + "\n")
    for one in found:
        if float(str(one["iou"])) < GOOD:
            sys.stdout.write(f"{one['iou']:.3f} {one['file']} p.{one['page']} {one['why']}: {one['text'][:90]}\n")


def _rendered(corpus: Path, only: str | None) -> list[Rendered]:
    texts = _texts(corpus)
    made = []
    with browser_page() as page:
        for number, layout in enumerate(layouts(TEXT_FILES + SCANS)):
            scan = number >= TEXT_FILES
            if only and scan != (only == "scan"):
                continue
            made.append(render(page, number, layout, [next(texts) for _ in range(14)], scan=scan))
    return made


def _texts(corpus: Path) -> Iterator[str]:
    """Paragraphs of four sentences or so, from different articles."""
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            text = " ".join(json.loads(line)["text"].split())
            end = text.find(". ", 500)
            if 0 < end < 900:
                yield text[: end + 1]


def _measured(services: Services, document: Rendered, folder: Path) -> Iterator[dict[str, object]]:
    path = folder / document.name
    path.write_bytes(document.pdf)
    known = {record.document_id for record in services.documents()}
    for _ in services.ingest([path]):
        pass
    added = {record.document_id for record in services.documents()} - known
    step = max(1, len(document.sentences) // SENTENCES)
    for sentence in document.sentences[::step][:SENTENCES]:
        row = {"file": document.name, "scan": document.scan, "page": sentence.page, "text": sentence.text}
        if not added:
            yield {**row, "iou": 0.0, "why": "not taken in", "ms": 0.0}
            continue
        yield {**row, **_one(services, next(iter(added)), sentence)}


def _one(services: Services, document_id: str, sentence: TrueSentence) -> dict[str, object]:
    page = next((page for page in services.pages(document_id) if page.number == sentence.page), None)
    span = _span(page.text, sentence.text) if page else None
    if page is None or span is None:
        return {"iou": 0.0, "why": "not in the stored text", "ms": 0.0}
    started = time.perf_counter()
    boxes = services.viewing.boxes(document_id, page, span)
    spent = (time.perf_counter() - started) * 1000
    return {"iou": round(iou(sentence.lines, boxes), 4), "why": f"{len(boxes)} boxes", "ms": round(spent, 2)}


def _span(text: str, sentence: str) -> tuple[int, int] | None:
    """The sentence in the stored text, which may have spaces, hyphens or a misread letter elsewhere."""
    stored, wanted = letters_of(text), letters_of(sentence)
    found = find_letters(wanted.text, stored.text)
    if not found.runs or found.share < 0.5:
        return None
    start, end = stored.places[found.runs[0][0]], stored.places[found.runs[-1][1] - 1] + 1
    while end < len(text) and text[end] in ".!?”\"'):…":
        end += 1
    while start > 0 and text[start - 1] in "“\"'(":
        start -= 1
    return (start, end) if end > start else None


def iou(truth: Sequence[Shape], boxes: Sequence[Box]) -> float:
    """Area of what both cover by the area of what either covers."""
    one, other = _raster(truth), _raster([corners(box.left, box.top, box.right, box.bottom) for box in boxes])
    both = sum(a & b for a, b in zip(one, other, strict=True))
    either = sum(a | b for a, b in zip(one, other, strict=True))
    return both / either if either else 0.0


def _raster(shapes: Sequence[Shape]) -> bytes:
    image = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))
    draw = ImageDraw.Draw(image)
    for shape in shapes:
        draw.polygon([(x * WIDTH * SCALE, y * HEIGHT * SCALE) for x, y in shape], fill=1)
    return image.tobytes()


def _report(found: Sequence[dict[str, object]]) -> dict[str, object]:
    def share(*, scan: bool) -> dict[str, object]:
        rows = [float(str(one["iou"])) for one in found if one["scan"] == scan]
        good = sum(value >= GOOD for value in rows)
        return {"sentences": len(rows), "good": good, "share": round(good / max(1, len(rows)), 4)} | (
            {"iou_p05": percentile(rows, 0.05), "iou_p50": percentile(rows, 0.5)} if rows else {}
        )

    times = [float(str(one["ms"])) for one in found]
    return {
        "machine": describe_machine(),
        "text": share(scan=False),
        "scan": share(scan=True),
        "ms_p50": percentile(times, 0.5),
        "ms_p95": percentile(times, 0.95),
        "sentences": [{name: one[name] for name in ("file", "page", "iou", "why")} for one in found],
    }


if __name__ == "__main__":
    main()
