"""Claims with known verdicts: true ones, changed ones, and ones the store does not hold; and the store they are about.

The corpora are cut in halves by line. Of a half, one news item in five, one article of law in six and its example
reports are the store (about 20,000 passages); other lines of it are what the store does not hold.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from assistant.services import Services
from ingest.text.sentences import split_sentences
from tests.benchmarks.verification_changes import CHANGES
from tests.benchmarks.verification_rewordings import REWORDINGS
from vectorstore.terms import syllables

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_STRIDES = {"news": 5, "legal": 6}
_SHARES = {"news": 0.5, "legal": 0.3, "seeds": 0.2}
"""Where claims come from."""
_ALSO_REWORDED = 0.4
"""Of the changed claims, this share is lightly reworded before it is changed."""
_CHANGES = ("number", "number", "number", "unit", "date", "name", "place", "paper")
_WORDS = range(8, 61)


@dataclass(frozen=True, slots=True)
class MadeClaim:
    """A claim, what was done to it, and the verdict it must get."""

    text: str
    truth: str
    """supported, wrong or not_found."""
    kind: str
    origin: str
    """The sentence it was made from."""


def stored_lines(half: int) -> Iterator[str]:
    """Records of the corpora that are in the store of a half."""
    for name, stride in _STRIDES.items():
        yield from _lines(name, half, stride, 0)


def _lines(name: str, half: int, stride: int, offset: int) -> Iterator[str]:
    with (DATA / "corpus" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from islice(lines, half - 1 + 2 * offset, None, 2 * stride)


def seeds(half: int) -> list[Path]:
    """Example reports of a half."""
    return sorted((DATA / "seeds").glob("*.txt"))[half - 1 :: 2]


def fill_store(services: Services, half: int, scratch: Path) -> None:
    """Take the half's store in, if it is not there yet."""
    if services.store.counts().documents:
        return
    records = scratch / "records.jsonl"
    records.write_text("".join(stored_lines(half)), encoding="utf-8")
    for _ in services.ingest([records, *seeds(half)]):
        pass


def made_claims(half: int, seed: int, counts: tuple[int, int, int] = (200, 120, 80)) -> list[MadeClaim]:
    """True, changed and absent claims, shuffled."""
    chance = random.Random(seed)
    held, absent = _sentences(half, 0), _sentences(half, 2)
    known = {" ".join(syllables(one)) for some in held.values() for one in some}
    absent.pop("seeds")
    made = [
        *_true(_drawn(held, chance), counts[0], chance),
        *_changed(_drawn(held, chance), counts[1], chance),
        *_absent(_drawn(absent, chance), counts[2], known),
    ]
    chance.shuffle(made)
    return made


def _sentences(half: int, offset: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, stride in _STRIDES.items():
        texts = [str(json.loads(line)["text"]) for line in _lines(name, half, stride, offset)]
        found[name] = [one for text in texts for one in sound_sentences(text)]
    found["seeds"] = [one for path in seeds(half) for one in sound_sentences(path.read_text(encoding="utf-8"))]
    return found


def sound_sentences(text: str) -> Iterator[str]:
    """Whole sentences of 8 to 60 words."""
    for start, end in split_sentences(text):
        sentence = " ".join(text[start:end].split())
        whole = sentence[0].isupper() and "###" not in sentence and re.search(r"[.!?”\"]$", sentence)
        if whole and len(sentence.split()) in _WORDS:
            yield sentence


def _drawn(sentences: dict[str, list[str]], chance: random.Random) -> Iterator[str]:
    """Sentences of each origin by its share, none twice."""
    pools = {name: chance.sample(some, len(some)) for name, some in sentences.items()}
    while any(pools.values()):
        names = [name for name, some in pools.items() if some]
        (name,) = chance.choices(names, [_SHARES[one] for one in names])
        yield pools[name].pop()


def _true(drawn: Iterator[str], count: int, chance: random.Random) -> Iterator[MadeClaim]:
    kinds = list(REWORDINGS)
    wanted = Counter(kinds[at % len(kinds)] for at in range(count))
    for sentence in drawn:
        kind = next((one for one in chance.sample(kinds, len(kinds)) if wanted[one]), None)
        if kind is None:
            return
        text = REWORDINGS[kind](sentence, chance)
        if text is None or (text == sentence and kind != "exact"):
            continue
        wanted[kind] -= 1
        yield MadeClaim(text, "supported", kind, sentence)


def _changed(drawn: Iterator[str], count: int, chance: random.Random) -> Iterator[MadeClaim]:
    wanted = Counter(_CHANGES[at % len(_CHANGES)] for at in range(count))
    for sentence in drawn:
        kind = next((one for one in chance.sample(list(wanted), len(wanted)) if wanted[one]), None)
        if kind is None:
            return
        base = sentence
        if chance.random() < _ALSO_REWORDED:
            base = chance.choice(list(REWORDINGS.values()))(sentence, chance) or sentence
        text = CHANGES[kind](base, chance)
        if text is None or text == base:
            continue
        wanted[kind] -= 1
        yield MadeClaim(text, "wrong", kind, sentence)


def _absent(drawn: Iterator[str], count: int, known: Sequence[str] | set[str]) -> Iterator[MadeClaim]:
    """Sentences of documents the store does not hold; not those that laws repeat word by word."""
    for sentence in drawn:
        if not count:
            return
        if " ".join(syllables(sentence)) not in known:
            count -= 1
            yield MadeClaim(sentence, "not_found", "absent", sentence)
