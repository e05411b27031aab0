"""Stored text of old office files against hand-made transcripts.

    python -m tests.benchmarks.legacy_files [FOLDER] [--worst 10]

FOLDER holds ``files/NAME`` and ``truth/NAME.txt`` (default: ../shared/data/legacy). Syllables are the letter runs of
the NFC, lower-cased text. Recall and precision compare them as multisets: a syllable counts as often as it stands in
both, so repeated, lost and invented ones all cost. The order is not compared.
"""

import argparse
import re
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Document
from ingest.pipeline import read_documents
from ingest.settings import IngestSettings

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "legacy"
_SYLLABLE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Score:
    """One file: shares of the transcript found and of the stored text wanted, 0 to 1."""

    name: str
    recall: float
    precision: float
    encoding: str
    confidence: float | None
    seconds: float
    problem: str = ""
    """Code of the refusal; empty for a file that was read."""
    missing: tuple[tuple[str, int], ...] = ()
    extra: tuple[tuple[str, int], ...] = ()


def syllables(text: str) -> Counter[str]:
    """Letter runs of the NFC, lower-cased text with their counts."""
    return Counter(_SYLLABLE.findall(unicodedata.normalize("NFC", text).lower()))


def score(path: Path, truth: str, settings: IngestSettings) -> Score:
    """Read one file the way ``ingest`` does and compare what would be stored."""
    started = time.perf_counter()
    items = list(read_documents(path, settings))
    seconds = time.perf_counter() - started
    documents = [item for item in items if isinstance(item, Document)]
    problem = next((item.error.code for item in items if not isinstance(item, Document)), "")
    stored = syllables("\n".join(page.text for document in documents for page in document.pages))
    wanted = syllables(truth)
    common = (stored & wanted).total()
    return Score(
        name=path.name,
        recall=common / max(1, wanted.total()),
        precision=common / max(1, stored.total()),
        encoding=documents[0].encoding or "" if documents else "",
        confidence=documents[0].encoding_confidence if documents else None,
        seconds=seconds,
        problem=problem,
        missing=tuple((wanted - stored).most_common(10)),
        extra=tuple((stored - wanted).most_common(10)),
    )


def scores(folder: Path) -> list[Score]:
    """Every file of the folder that has a transcript."""
    found = []
    for path in sorted((folder / "files").iterdir()):
        truth = folder / "truth" / f"{path.name}.txt"
        if truth.exists():
            found.append(score(path, truth.read_text(encoding="utf-8"), IngestSettings()))
    return found


def main() -> None:
    """Print a line per file and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--worst", type=int, default=0, help="show differences of so many of the worst files")
    wanted = parser.parse_args()
    found = scores(wanted.folder)
    for one in found:
        sure = "" if one.confidence is None else f"{one.confidence:.3f}"
        print(  # noqa: T201
            f"{one.name:60.60} recall {one.recall:.3f} precision {one.precision:.3f} {one.encoding:18} {sure:5}"
            f" {one.seconds:5.1f} s {one.problem}"
        )
    for one in sorted(found, key=lambda one: min(one.recall, one.precision))[: wanted.worst]:
        print(f"\n{one.name}\n  missing {one.missing}\n  extra   {one.extra}")  # noqa: T201
    recalls, precisions = [one.recall for one in found], [one.precision for one in found]
    print(  # noqa: T201
        f"\n{len(found)} files: mean recall {sum(recalls) / len(found):.4f}, mean precision"
        f" {sum(precisions) / len(found):.4f}; lowest {min(recalls):.3f} / {min(precisions):.3f};"
        f" not read: {sum(bool(one.problem) for one in found)}"
    )


if __name__ == "__main__":
    main()
