"""Claims with known verdicts: true ones, changed ones, and ones the store does not hold; and the store they are about.

The corpora are cut in halves by line. Of a half, one news item in five, one article of law in six and its example
reports are the store (about 20,000 passages); other lines of it are what the store does not hold. The wide set adds
rewordings, changes and invented claims as a stranger would make them; what a change made that stands elsewhere in the
store is no wrong claim and is left out.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path

from assistant.services import Services
from ingest.sensitive.masking import masked
from ingest.text.sentences import split_sentences
from tests.benchmarks import claims_absent, claims_changes, claims_rewordings
from tests.benchmarks.claims_truth import Held
from tests.benchmarks.verification_changes import CHANGES, Change
from tests.benchmarks.verification_rewordings import REWORDINGS, Rewording

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_STRIDES = {"news": 5, "legal": 6}
_SHARES = {"news": 0.5, "legal": 0.3, "seeds": 0.2}
"""Where claims come from."""
_ALSO_REWORDED = 0.4
"""Of the changed claims, this share is lightly reworded before it is changed."""
_TWICE = 0.3
"""Of the reworded claims of the wide set, this share is reworded once more."""
_CHANGES = ("number", "number", "number", "unit", "date", "name", "place", "paper")
_WIDE_CHANGES = (*_CHANGES, "percent", "body", "period", "direction", "worded number", "negation", "office")
_PATIENCE = 20_000
"""Sentences tried before a rewording that few allow is given up."""
_INVENTED = 0.4
"""Of the absent claims of the wide set."""
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


@dataclass(frozen=True, slots=True)
class MadeClaims:
    """A draft's claims, shuffled."""

    claims: list[MadeClaim]
    left_out: int
    """Changed or absent claims that the store says after all."""


class _Maker:
    """Makes claims of a half; ``wide`` as a stranger would."""

    def __init__(self, half: int, seed: int, *, wide: bool) -> None:
        self._chance = random.Random(seed)
        self._wide = wide
        self._sentences, self._absent, self._next, self._known = _texts(half)
        self._rewordings: Mapping[str, Rewording] = claims_rewordings.ALL if wide else REWORDINGS
        self._changes: Mapping[str, Change] = claims_changes.ALL if wide else CHANGES
        self.left_out = 0

    def true(self, count: int) -> Iterator[MadeClaim]:
        kinds = [*self._rewordings, *(["joined"] if self._wide else [])]
        wanted = Counter(kinds[at % len(kinds)] for at in range(count))
        for at, sentence in enumerate(self._drawn(self._sentences)):
            if at == _PATIENCE:  # too few sentences for a kind: others in their place
                wanted = Counter(exact=wanted.total())
            kind = next((one for one in self._chance.sample(kinds, len(kinds)) if wanted[one]), None)
            if kind is None:
                return
            text = self._joined(sentence) if kind == "joined" else self._rewordings[kind](sentence, self._chance)
            if text is None or (text == sentence and kind != "exact"):
                continue
            wanted[kind] -= 1
            yield MadeClaim(self._again(text, kind), "supported", kind, sentence)

    def _again(self, text: str, kind: str) -> str:
        if not self._wide or kind == "exact" or self._chance.random() >= _TWICE:
            return text
        return self._chance.choice(list(self._rewordings.values()))(text, self._chance) or text

    def _joined(self, sentence: str) -> str | None:
        """With the sentence after it, in one."""
        following = self._next.get(sentence)
        if following is None or not sentence.endswith(".") or len(f"{sentence} {following}".split()) not in _WORDS:
            return None
        return f"{sentence[:-1]}; {following[0].lower()}{following[1:]}" if _may_be_small(following) else None

    def changed(self, count: int) -> Iterator[MadeClaim]:
        row = _WIDE_CHANGES if self._wide else _CHANGES
        wanted = Counter(row[at % len(row)] for at in range(count))
        for sentence in self._drawn(self._sentences):
            kind = next((one for one in self._chance.sample(list(wanted), len(wanted)) if wanted[one]), None)
            if kind is None:
                return
            base = sentence
            if self._chance.random() < _ALSO_REWORDED:
                base = self._chance.choice(list(self._rewordings.values()))(sentence, self._chance) or sentence
            text = self._changes[kind](base, self._chance)
            if text is None or text == base:
                continue
            # a covered birth year is in no store: its change makes nothing wrong
            if masked(base) == masked(text) or self._known.tells(base, text):
                self.left_out += 1
                continue
            wanted[kind] -= 1
            yield MadeClaim(text, "wrong", kind, sentence)

    def absent(self, count: int) -> Iterator[MadeClaim]:
        """Inventions, in the wide set, and sentences the store does not hold, but for those that laws repeat."""
        invented = int(count * _INVENTED) if self._wide else 0
        for claim in islice(claims_absent.invented(self._chance), invented):
            yield MadeClaim(claim, "not_found", "invented", "")
        strange = (one for one in self._drawn(self._absent) if not self._is_held(one))
        yield from (MadeClaim(one, "not_found", "absent", one) for one in islice(strange, count - invented))

    def _is_held(self, claim: str) -> bool:
        held = self._known.says(claim)
        self.left_out += held
        return held

    def _drawn(self, sentences: Mapping[str, list[str]]) -> Iterator[str]:
        """Sentences of each origin by its share, none twice."""
        pools = {name: self._chance.sample(some, len(some)) for name, some in sentences.items()}
        while any(pools.values()):
            names = [name for name, some in pools.items() if some]
            (name,) = self._chance.choices(names, [_SHARES[one] for one in names])
            yield pools[name].pop()


def _may_be_small(sentence: str) -> bool:
    """Whether its first word is no name or short form."""
    first, second = sentence.split()[:2]
    return not first.isupper() and not second[:1].isupper()


def made_claims(
    half: int, seed: int, counts: tuple[int, int, int] = (200, 120, 80), *, wide: bool = False
) -> MadeClaims:
    """True, changed and absent claims, shuffled."""
    maker = _Maker(half, seed, wide=wide)
    made = [*maker.true(counts[0]), *maker.changed(counts[1]), *maker.absent(counts[2])]
    random.Random(seed).shuffle(made)
    return MadeClaims(made, maker.left_out)


_Texts = tuple[dict[str, list[str]], dict[str, list[str]], dict[str, str], Held]


@lru_cache(maxsize=1)
def _texts(half: int) -> _Texts:
    """Sentences of the store by origin, sentences it does not hold, the next of each, and all it says."""
    held, following, known = _sentences(half, 0)
    absent, _, _ = _sentences(half, 2)
    del absent["seeds"]
    return held, absent, following, Held(known)


def _sentences(half: int, offset: int) -> tuple[dict[str, list[str]], dict[str, str], list[str]]:
    """Sound sentences by origin, the one after each, and all sentences."""
    texts = {
        name: [str(json.loads(line)["text"]) for line in _lines(name, half, stride, offset)]
        for name, stride in _STRIDES.items()
    }
    texts["seeds"] = [path.read_text(encoding="utf-8") for path in seeds(half)]
    found: dict[str, list[str]] = {name: [] for name in texts}
    following: dict[str, str] = {}
    known: list[str] = []
    for name, some in texts.items():
        for text in some:
            sentences = [" ".join(text[start:end].split()) for start, end in split_sentences(text)]
            known += sentences
            sound = [one if _is_sound(one) else "" for one in sentences]
            found[name] += filter(None, sound)
            following.update((one, other) for one, other in pairwise(sound) if one and other)
    return found, following, known


def _is_sound(sentence: str) -> bool:
    """A whole sentence of 8 to 60 words that states something: no question, no cry."""
    whole = sentence[:1].isupper() and "###" not in sentence and re.search(r"(?<![?!])[.”\"]$", sentence)
    return bool(whole) and not sentence.isupper() and len(sentence.split()) in _WORDS
