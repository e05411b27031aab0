"""Evaluation sets as systems under test see them: passages in, questions as people type them."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation.metrics import ndcg_at_k, recall_at_k

SHARED_EVAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "eval"
SETS = ("xquad-vi", "alqac")
DEPTH = 10


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """One document of a set."""

    id: str
    title: str
    text: str

    @property
    def content(self) -> str:
        """Title and text, the title not twice: what every system is given."""
        return self.text if self.text.startswith(self.title) else f"{self.title}\n\n{self.text}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the document that answers it."""

    text: str
    passage_id: str

    @property
    def unaccented(self) -> str:
        """The same typed without accents."""
        decomposed = unicodedata.normalize("NFD", self.text)
        bare = "".join(char for char in decomposed if not unicodedata.combining(char))
        return bare.replace("đ", "d").replace("Đ", "D")


def read_passages(folder: Path, name: str) -> list[PassageRecord]:
    """Documents of a set."""
    return [PassageRecord(one["id"], one["title"], one["text"]) for one in _records(folder, name, "passages")]


def read_questions(folder: Path, name: str) -> list[Question]:
    """Questions of a set."""
    return [Question(one["question"], one["passage_id"]) for one in _records(folder, name, "questions")]


def _records(folder: Path, name: str, kind: str) -> list[dict[str, str]]:
    lines = (folder / f"{name}.{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def quality(rankings: Sequence[Sequence[str]], questions: Sequence[Question]) -> dict[str, float]:
    """Means of nDCG@10, R@1 and R@10 over rankings of document ids, best first, each id once."""
    pairs = [(ranking, {question.passage_id}) for ranking, question in zip(rankings, questions, strict=True)]
    return {
        "ndcg@10": _mean([ndcg_at_k(ranking, relevant, DEPTH) for ranking, relevant in pairs]),
        "recall@1": _mean([recall_at_k(ranking, relevant, 1) for ranking, relevant in pairs]),
        "recall@10": _mean([recall_at_k(ranking, relevant, DEPTH) for ranking, relevant in pairs]),
    }


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4)
