"""Retrieval quality over questions whose documents are known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evaluation.metrics import mrr_at_k, ndcg_at_k, recall_at_k
from assistant.evaluation.questions import EvalQuestion
from assistant.model import SearchResult

DEPTH = 10


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """Means over the questions that name a document."""

    questions: int
    recall: dict[int, float]
    """By k."""
    mrr: float
    """Within the first 10 documents."""
    ndcg: float
    """Likewise."""
    missed: tuple[str, ...]
    """Ids of questions with no relevant document among the deepest k."""


def evaluate_retrieval(
    search: Callable[[str, int], SearchResult], questions: Sequence[EvalQuestion], ks: Sequence[int] = (1, 3, 5, 10)
) -> RetrievalReport:
    """Run ``search(question, depth)`` and score the documents in order of their best passage.

    :raises ValueError: no question names a document.
    """
    asked = [question for question in questions if question.sources]
    if not asked:
        raise ValueError("no question names the document that answers it")
    depth = max(*ks, DEPTH)
    rankings = [_documents(search(question.question, 3 * depth))[:depth] for question in asked]
    scored = list(zip(rankings, asked, strict=True))
    return RetrievalReport(
        questions=len(asked),
        recall={k: _mean([recall_at_k(ranking, one.sources, k) for ranking, one in scored]) for k in ks},
        mrr=_mean([mrr_at_k(ranking, one.sources, DEPTH) for ranking, one in scored]),
        ndcg=_mean([ndcg_at_k(ranking, one.sources, DEPTH) for ranking, one in scored]),
        missed=tuple(one.id for ranking, one in scored if not set(ranking) & set(one.sources)),
    )


def _documents(result: SearchResult) -> list[str]:
    return list(dict.fromkeys(hit.passage.source for hit in result.hits))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
