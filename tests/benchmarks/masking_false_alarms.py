"""What the gate for secrets and identifiers does to texts that hold neither: corpora, seeds, evaluation sets.

    python -m tests.benchmarks.masking_false_alarms ../shared/data [--every 10] [--show 5]

Prints per file: texts read, texts with anything covered, findings by kind, texts refused or held back, characters per
second; with ``--show`` the covered places of a few texts, to be judged by eye.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ingest.sensitive.masking import MASK, mask
from ingest.sensitive.secrecy import Secrecy, is_internal, judge

FILES = (
    "eval/xquad-vi.passages.jsonl",
    "eval/alqac.passages.jsonl",
    "eval/xquad-vi.questions.jsonl",
    "eval/alqac.questions.jsonl",
    "corpus/news.jsonl",
    "corpus/legal.jsonl",
)
_CONTEXT = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=10, help="of the corpora, each so many-th text")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for name in FILES:
        every = options.every if name.startswith("corpus") else 1
        report(name, _records(options.data / name, every), options.show)
    seeds = [path.read_text(encoding="utf-8") for path in sorted((options.data / "seeds").glob("*.txt"))]
    report("seeds", iter(seeds), options.show)


def report(name: str, texts: Iterator[str], show: int) -> None:
    kinds: Counter[str] = Counter()
    total = covered = stopped = internal = characters = 0
    seconds = 0.0
    for text in texts:
        started = time.process_time()
        result, verdict, marked = mask(text), judge([text]), is_internal([text])
        seconds += time.process_time() - started
        total, characters = total + 1, characters + len(text)
        covered += bool(result.found)
        stopped += verdict.secrecy is not Secrecy.CLEAR
        internal += marked
        kinds.update(dict(result.found))
        if result.found and covered <= show:
            sys.stdout.write(f"    {_places(text, result.text)}\n")
    rate = characters / seconds / 1e6 if seconds else 0.0
    found = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    sys.stdout.write(f"{name}: {total} texts, {covered} with something covered ({found or 'nothing'}), ")
    sys.stdout.write(f"{stopped} refused or held back, {internal} internal, {rate:.1f} million characters/s\n")


def _records(path: Path, every: int) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                record = json.loads(line)
                yield "\n".join(str(record[field]) for field in ("title", "question", "text") if record.get(field))


def _places(text: str, after: str) -> str:
    first = next(index for index, char in enumerate(after) if char == MASK and text[index] != MASK)
    return repr(text[max(0, first - _CONTEXT) : first + _CONTEXT])


if __name__ == "__main__":
    main()
