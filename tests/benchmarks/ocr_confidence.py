"""What the confidence of a scanned page says about its errors: the threshold below which pages are marked.

    python -m tests.benchmarks.ocr_confidence [--shared ../shared]

One printed page, spoilt step by step (coarse, blurred, noisy, pale); a JSON object a line with the mean confidence,
the error rates of its characters and words, and whether the page would be marked.
"""

import argparse
import json
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from ingest.loaders.pdf_pages import pdf_pages
from ingest.loaders.pdfium import open_pdfium
from ingest.ocr.reading import read_page
from ingest.scanned import LOW_CONFIDENCE
from tests.benchmarks.renderings import character_error_rate
from tests.benchmarks.seed_forms import SCAN_DPI, as_pdf

Spoil = Callable[[Image.Image], Image.Image]


def coarse(dpi: int) -> Spoil:
    def spoil(page: Image.Image) -> Image.Image:
        small = page.resize((page.width * dpi // SCAN_DPI, page.height * dpi // SCAN_DPI), Image.Resampling.BILINEAR)
        return small.resize(page.size, Image.Resampling.BICUBIC)

    return spoil


def blurred(radius: float) -> Spoil:
    return lambda page: page.filter(ImageFilter.GaussianBlur(radius))


def noisy(level: float) -> Spoil:
    def spoil(page: Image.Image) -> Image.Image:
        noise = np.random.default_rng(3).normal(0, level, (page.height, page.width))
        return Image.fromarray((np.asarray(page, dtype=np.float64) + noise).clip(0, 255).astype(np.uint8))

    return spoil


def pale(depth: float) -> Spoil:
    """Ink that hardly differs from the paper, under some noise."""
    return lambda page: noisy(10)(page.point(lambda grey: 235 - (255 - grey) * depth))


def dropped_out(share: float) -> Spoil:
    """Dots of ink missing, as a dry ribbon or a bad copy leaves them."""

    def spoil(page: Image.Image) -> Image.Image:
        lost = np.random.default_rng(4).random((page.height // 2 + 1, page.width // 2 + 1)) < share
        mask = np.kron(lost, np.ones((2, 2), dtype=bool))[: page.height, : page.width]
        return Image.fromarray(np.where(mask, 255, np.asarray(page)).astype(np.uint8))

    return spoil


STEPS: dict[str, Spoil] = {
    "clean": lambda page: page,
    **{f"{dpi} dpi": coarse(dpi) for dpi in (150, 110, 90, 75, 65)},
    **{f"blur {radius}": blurred(radius) for radius in (2.0, 3.0, 3.6, 4.2)},
    **{f"noise {level}": noisy(level) for level in (60.0, 110.0)},
    **{f"pale {depth}": pale(depth) for depth in (0.15, 0.08)},
    **{f"lost {share}": dropped_out(share) for share in (0.3, 0.5, 0.6)},
}


def main() -> None:
    """Spoil, read, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    seed = sorted((parser.parse_args().shared / "data/seeds").glob("*.txt"))[2]
    text = "\n".join(line for line in seed.read_text("utf-8").split("\n")[4:12] if line.strip())
    with open_pdfium(as_pdf(text)) as document:
        page = document.image(1, SCAN_DPI)
    for name, spoil in STEPS.items():
        reading = read_page(spoil(page), SCAN_DPI)
        (read,) = pdf_pages([reading.layout])
        sys.stdout.write(json.dumps({"page": name} | _compared(text, read.text, reading.confidence)) + "\n")
        sys.stdout.flush()


def _compared(truth: str, text: str, confidence: float) -> dict[str, object]:
    words, read = truth.split(), text.split()
    same = sum(match.size for match in SequenceMatcher(None, words, read, autojunk=False).get_matching_blocks())
    return {
        "confidence": round(confidence, 3),
        "cer_percent": round(100 * character_error_rate(truth, text), 2),
        "wrong_words_percent": round(100 * (1 - same / len(words)), 1),
        "marked": confidence < LOW_CONFIDENCE,
    }


if __name__ == "__main__":
    main()
