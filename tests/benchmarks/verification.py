"""Verification: true and altered sentences against the words they were taken from.

    python -m tests.benchmarks.verification [--seed 11] [--half 2] [--show 20]

300 true sentences (as they stand, shortened, reordered, reworded, other notation, short forms written out) and 300
with exactly one number, unit, date, name, place, paper number or negation changed; sources are the news, the law and
the example reports. The cited span is the sentence itself or that sentence with its neighbours. One in ten pairs is
typed without accents. Tuned on half 1 of the corpora; the other half and other seeds are what counts.
"""

import argparse
import itertools
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.grounding.verifying import Context, verify
from assistant.verdicts import Verdict
from ingest.text.sentences import split_sentences
from tests.benchmarks.verification_changes import CHANGES
from tests.benchmarks.verification_rewordings import REWORDINGS, unaccented

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_STRIDE = 23
"""One document in this many of a half is used: the corpora are in order of subject and day."""
_UNACCENTED_SHARE = 0.1
_ALSO_REWORDED = 0.4
"""Of the changed sentences, this share is lightly reworded before it is changed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence, what it cites, and whether it is true of that."""

    sentence: str
    span: str
    kind: str
    is_true: bool


def sentences(half: int, seed: int) -> Iterator[tuple[str, str]]:
    """Sentences of one half of the corpora with their paragraphs, shuffled."""
    chance = random.Random(seed)
    texts: list[str] = []
    for name in ("news", "legal"):
        with (DATA / "corpus" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in itertools.islice(lines, half - 1 + 2 * chance.randrange(_STRIDE), None, 2 * _STRIDE):
                texts.append(json.loads(line)["text"])
    seeds = sorted((DATA / "seeds").glob("*.txt"))
    texts.extend(path.read_text(encoding="utf-8") for path in seeds[half - 1 :: 2])
    found = [pair for text in texts for pair in _sentences_of(text)]
    chance.shuffle(found)
    yield from found


def _sentences_of(text: str) -> Iterator[tuple[str, str]]:
    spans = [(start, end) for start, end in split_sentences(text) if _is_sound(text[start:end])]
    for at, (start, end) in enumerate(spans):
        first, last = spans[max(0, at - 2)][0], spans[min(len(spans) - 1, at + 2)][1]
        yield " ".join(text[start:end].split()), text[first:last]


def _is_sound(sentence: str) -> bool:
    words = sentence.split()
    return (
        8 <= len(words) <= 60
        and sentence[0].isupper()
        and "###" not in sentence
        and bool(re.search(r"[.!?”\"]$", sentence))
    )


def true_pairs(half: int, seed: int, count: int) -> Iterator[Pair]:
    """Equally many of each rewording."""
    yield from _pairs(half, seed, count, true=True)


def changed_pairs(half: int, seed: int, count: int) -> Iterator[Pair]:
    """Equally many of each change."""
    yield from _pairs(half, seed + 1000, count, true=False)


def _pairs(half: int, seed: int, count: int, *, true: bool) -> Iterator[Pair]:
    kinds = list(REWORDINGS if true else CHANGES)
    chance = random.Random(seed)
    wanted = Counter(kinds[at % len(kinds)] for at in range(count))
    for sentence, paragraph in sentences(half, seed):
        kind = next((one for one in sorted(wanted, key=lambda _: chance.random()) if wanted[one]), None)
        if kind is None:
            return
        text = _reworded(sentence, kind, chance) if true else _changed(sentence, kind, chance)
        if text is None or (text == sentence and kind != "exact"):
            continue
        wanted[kind] -= 1
        span = paragraph if chance.random() < 0.5 else sentence
        if chance.random() < _UNACCENTED_SHARE:
            text = unaccented(text)
        yield Pair(text, span, kind, true)


def _reworded(sentence: str, kind: str, chance: random.Random) -> str | None:
    return REWORDINGS[kind](sentence, chance)


def _changed(sentence: str, kind: str, chance: random.Random) -> str | None:
    base = sentence
    if chance.random() < _ALSO_REWORDED:
        base = chance.choice(list(REWORDINGS.values()))(sentence, chance) or sentence
    changed = CHANGES[kind](base, chance)
    return None if changed == base else changed


def measure(pairs: list[Pair], show: int = 0) -> dict[str, object]:
    """Share flagged of each kind; shows pairs judged wrongly."""
    flagged: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    shown = 0
    started = time.perf_counter()
    for pair in pairs:
        found = verify(pair.sentence, [pair.span], Context())
        is_flagged = found.verdict is not Verdict.SUPPORTED
        name = ("true: " if pair.is_true else "changed: ") + pair.kind
        totals[name] += 1
        flagged[name] += is_flagged
        if is_flagged == pair.is_true and shown < show:
            shown += 1
            reasons = [(one.kind.value, one.stated, one.source) for one in found.differences]
            sys.stdout.write(
                f"[{name}] {pair.sentence}\n   SPAN {pair.span}\n   {found.verdict} {found.support:.2f} {reasons}\n"
            )
    true = [name for name in totals if name.startswith("true")]
    changed = [name for name in totals if name.startswith("changed")]
    return {
        "recall_of_changed": round(
            sum(flagged[one] for one in changed) / max(1, sum(totals[one] for one in changed)), 4
        ),
        "false_alarms": round(sum(flagged[one] for one in true) / max(1, sum(totals[one] for one in true)), 4),
        "pairs": sum(totals.values()),
        "milliseconds_per_pair": round((time.perf_counter() - started) * 1000 / max(1, len(pairs)), 2),
        "flagged": {name: f"{flagged[name]}/{totals[name]}" for name in sorted(totals)},
    }


def main() -> None:
    """Print the measures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--half", type=int, choices=(1, 2), default=2, help="of the corpora; 1 was used for tuning")
    parser.add_argument("--count", type=int, default=300, help="pairs of each sort")
    parser.add_argument("--show", type=int, default=0, help="print this many pairs judged wrongly")
    options = parser.parse_args()
    pairs = [
        *true_pairs(options.half, options.seed, options.count),
        *changed_pairs(options.half, options.seed, options.count),
    ]
    sys.stdout.write(json.dumps(measure(pairs, options.show), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
