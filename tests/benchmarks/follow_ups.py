"""Follow-up questions completed by rules, and complete questions left alone.

    python -m tests.benchmarks.follow_ups [--set tune|held] [--eval ../shared/data/eval] [--verbose]

The table ``follow_ups.tsv`` holds what was asked before, its answer and sources, the follow-up, and what the completed
question must and must not say ("=" for a question that must stay as it is). Half of it was held back while the rules
were written. With ``--eval``, every question of the evaluation sets is put after a random other one: a question that
stands by itself must not change.
"""

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.followups import complete
from assistant.model import Turn
from ingest.text.folding import fold

TABLE = Path(__file__).with_suffix(".tsv")
SETS = ("seeds.questions.jsonl", "alqac.questions.jsonl", "xquad-vi.questions.jsonl")
_SEED = 20261122


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One row of the table."""

    half: str
    turn: Turn
    question: str
    needs: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def stays(self) -> bool:
        """Whether the question is complete as it is."""
        return self.needs == ("=",)


def rows(half: str | None = None) -> list[FollowUp]:
    """The table, or one half of it."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        read = [
            FollowUp(
                row["set"],
                Turn(row["before"], row["answer"], tuple(filter(None, row["sources"].split("|")))),
                row["question"],
                tuple(row["needs"].split("|")),
                tuple(filter(None, row["without"].split("|"))),
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    return [row for row in read if half in (None, row.half)]


def completed(row: FollowUp) -> str | None:
    """What the rules make of it; None where they leave it alone."""
    found = complete(row.question, [row.turn])
    return found.text if found else None


def is_right(row: FollowUp) -> bool:
    """Whether the completed question says everything it must and nothing it must not."""
    text = completed(row)
    if row.stays or text is None:
        return row.stays and text is None
    folded = fold(text)
    return all(fold(part) in folded for part in row.needs) and not any(fold(part) in folded for part in row.without)


def altered(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Questions of the evaluation sets that change after a random other one: before, question, completed."""
    chance = random.Random(_SEED)
    for name in SETS:
        with (folder / name).open(encoding="utf-8") as lines:
            questions = [str(json.loads(line)["question"]) for line in lines]
        for question in questions:
            before = chance.choice(questions)
            found = complete(question, [Turn(before, "")]) if before != question else None
            if found:
                yield before, question, found.text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("tune", "held"))
    parser.add_argument("--eval", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for half in (options.set,) if options.set else ("tune", "held"):
        table = rows(half)
        right = [is_right(row) for row in table]
        sys.stdout.write(f"{half}: {sum(right)} of {len(table)} right\n")
        for row, good in zip(table, right, strict=True):
            if options.verbose or not good:
                mark = " " if good else "!"
                sys.stdout.write(f" {mark} {row.turn.question} | {row.question} -> {completed(row)}\n")
    if options.eval:
        found = list(altered(options.eval))
        sys.stdout.write(f"complete questions altered: {len(found)}\n")
        for before, question, text in found:
            sys.stdout.write(f"   {before} | {question} -> {text}\n")


if __name__ == "__main__":
    main()
