"""Retrieval reports."""

import pytest

from assistant.evaluation.questions import EvalQuestion
from assistant.evaluation.retrieval_eval import evaluate_retrieval
from assistant.model import Hit, Query, SearchResult
from vectorstore.hits import Passage

QUESTIONS = [EvalQuestion("1", "một", "fact", ("a",)), EvalQuestion("2", "hai", "fact", ("b",))]


def found(*sources: str) -> SearchResult:
    hits = tuple(
        Hit(
            rank,
            Passage(f"{source}{rank}", source, 0, source, *[None] * 5, 1, 0, 1, "x", (), frozenset(), ""),
            1.0,
            1,
            1,
        )
        for rank, source in enumerate(sources, 1)
    )
    return SearchResult(Query("", ""), hits, {})


def test_documents_are_ranked_by_their_best_passage() -> None:
    report = evaluate_retrieval(lambda text, _: found("x", "x", "a") if text == "một" else found("b"), QUESTIONS)
    assert report.mrr == pytest.approx((1 / 2 + 1) / 2)
    assert report.recall == {1: 0.5, 3: 1.0, 5: 1.0, 10: 1.0}
    assert report.missed == ()


def test_questions_that_find_nothing_are_named() -> None:
    report = evaluate_retrieval(lambda text, _: found("a") if text == "một" else found(), QUESTIONS)
    assert report.missed == ("2",)
    assert report.ndcg == 0.5


def test_questions_without_a_document_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="no question names"):
        evaluate_retrieval(lambda *_: found(), [EvalQuestion("1", "?", "fact", ())])
