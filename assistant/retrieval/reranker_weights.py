"""Coefficients of the second stage, fitted by tests/benchmarks/fit_reranker.py."""

RERANKER_WEIGHTS: dict[str, float] = {
    "lexical": 0.093,
    "dense": 0.132,
    "coverage": 0.334,
    "rarest": 0.042,
    "window": 0.245,
    "soft_window": 0.155,
}
"""Listwise logistic regression over the candidates of questions whose passage is known; scaled to sum to 1."""
