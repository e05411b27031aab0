"""Questions as they come off a careless keyboard: Telex or VNI keys left in, and one-letter typos.

    python -m tests.benchmarks.typing_noise [--eval ../shared/data/eval] [--set xquad-vi] [--seeds 3]

Prints one JSON object: nDCG@10 and R@1 of the application's own way from question to hits (understanding, both
legs, fusion, second stage) for the questions as they are, typed without accents, and with 1 syllable in 8 spoilt.
"""

import argparse
import json
import random
import re
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np

from assistant.query.understanding import understand
from assistant.retrieval.hybrid import HybridRetriever
from assistant.retrieval.reranking import bundled_reranker
from ingest.documents import Block, BlockKind, Chunk, Document, Metadata, Page, chunk_id_of, document_id_of
from ingest.text.folding import fold
from ingest.text.syllables import ONSETS, is_syllable
from tests.benchmarks.embedding_quality import SETS, read_set
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.records import Addition
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

SPOILT_ONE_IN = 8
TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
VNI_SHAPES = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
NEIGHBOURS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl",
    "p": "o", "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jlim",
    "l": "ko", "z": "xa", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nj",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def telex(syllable: str, *, at_end: bool) -> str:
    """The keys of a syllable: marks right after their vowel, or all of them at the end of the word."""
    return _keyed(syllable, at_end=at_end, tones=TELEX, shape=_telex_shape, stroke="d")


def vni(syllable: str, *, at_end: bool) -> str:
    """Likewise with digits."""
    return _keyed(syllable, at_end=at_end, tones=VNI, shape=lambda _, mark: VNI_SHAPES[mark], stroke="9")


def _telex_shape(vowel: str, mark: str) -> str:
    return vowel if mark == "\u0302" else "w"


def _keyed(syllable: str, *, at_end: bool, tones: dict[str, str], shape: Callable[[str, str], str], stroke: str) -> str:
    letters: list[str] = []
    later: list[str] = []
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char in tones:
            later.append(tones[char])
        elif char == "đ":
            letters.append("d")
            (later.insert(0, stroke) if at_end else letters.append(stroke))
        elif unicodedata.combining(char):
            key = shape(letters[-1][0], char)
            (later.append(key) if at_end and key not in later else letters.append(key) if not at_end else None)
        else:
            if tones is TELEX and char == "o" and letters[-1:] == ["o"]:
                letters.append("o")  # the driver would have made ô of two
            letters.append(char)
    # the tone is the last key a typist hits
    return "".join(letters) + "".join(sorted(later, key=lambda key: key in tones.values()))


def mistyped(word: str, chance: random.Random) -> str:
    """One letter replaced by its neighbour on the keyboard, left out, typed twice, or swapped with the next."""
    place = chance.randrange(len(word))
    kind = chance.choice(("replaced", "left out", "twice", "swapped"))
    if kind == "swapped" and len(word) > 1:
        place = min(place, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "left out" and len(word) > 2:
        return word[:place] + word[place + 1 :]
    if kind == "twice":
        return word[: place + 1] + word[place:]
    letter = chance.choice(NEIGHBOURS.get(fold(word[place]), "e"))
    return word[:place] + letter + word[place + 1 :]


def spoilt(question: str, chance: random.Random, one_in: int = SPOILT_ONE_IN) -> str:
    """Each word, with chance 1 in ``one_in``: its Telex keys (or a typo where it has no mark), or a typo."""

    def spoil(match: re.Match[str]) -> str:
        word = match.group()
        if chance.random() >= 1 / one_in:
            return word
        if chance.random() < 0.5 and is_syllable(word) and fold(word) != word.lower():
            return telex(word, at_end=chance.random() < 0.5)
        return mistyped(word, chance)

    return _WORD.sub(spoil, question)


def onset_of(syllable: str) -> str:
    """The consonants a syllable begins with."""
    return next(onset for onset in ONSETS if syllable.startswith(onset))


@contextmanager
def store_of(passages: list[str]) -> Iterator[tuple[Store, list[str]]]:
    """A store on disk whose every chunk is one passage, and the chunk ids in order."""
    additions = [_addition(number, text) for number, text in enumerate(passages)]
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(StoreSettings(Path(folder)), load_embedder("bundled")) as store,
    ):
        store.add_many(additions)
        yield store, [addition.chunks[0].chunk_id for addition in additions]


def _addition(number: int, text: str) -> Addition:
    digest = f"{number:064x}"[::-1]
    document_id = document_id_of(digest)
    block = Block(BlockKind.PARAGRAPH, 1, 0, len(text))
    chunk = Chunk(chunk_id_of(document_id, 1, 0, len(text)), document_id, 0, 1, 0, len(text), text)
    document = Document(
        document_id=document_id,
        content_sha256=digest,
        source=f"{number}.txt",
        media_type="text/plain",
        pages=(Page(1, text),),
        blocks=(block,),
        metadata=Metadata(),
    )
    return Addition(document, (chunk,))


def quality(store: Store, questions: list[str], relevant: list[str]) -> dict[str, float]:
    """nDCG@10 and R@1, one relevant passage per question."""
    retriever = HybridRetriever(store, reranker=bundled_reranker(store))
    gains, first = [], []
    for question, wanted in zip(questions, relevant, strict=True):
        query = understand(question, today=date(2026, 1, 1), frequency=store.document_frequency)
        found = [hit.passage.chunk_id for hit in retriever.search(query, 10).hits]
        rank = found.index(wanted) if wanted in found else None
        gains.append(0.0 if rank is None else float(1 / np.log2(rank + 2)))
        first.append(rank == 0)
    return {"ndcg@10": round(float(np.mean(gains)), 4), "recall@1": round(float(np.mean(first)), 4)}


def measure(folder: Path, name: str, seeds: int) -> dict[str, object]:
    """Clean, unaccented and spoilt questions of one set."""
    data = read_set(folder, name)
    with store_of(data.passages) as (store, ids):
        relevant = [ids[row] for row in data.relevant]
        report: dict[str, object] = {
            "clean": quality(store, data.questions, relevant),
            "no_accents": quality(store, [fold(question) for question in data.questions], relevant),
        }
        for seed in range(seeds):
            chance = random.Random(seed)
            questions = [spoilt(question, chance) for question in data.questions]
            report[f"spoilt, seed {seed}"] = quality(store, questions, relevant)
    return report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data" / "eval")
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    report = {name: measure(options.eval, name, options.seeds) for name in options.set or SETS}
    json.dump(report, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
