"""Coefficients of the second stage, fitted by tests/benchmarks/fit_reranker.py."""

RERANKER_WEIGHTS: dict[str, float] = {
    "lexical": 0.232,
    "dense": 0.071,
    "coverage": 0.317,
    "rarest": 0.025,
    "window": 0.176,
    "soft_window": 0.178,
}
"""Listwise logistic regression over the candidates of questions whose passage is known; scaled to sum to 1."""
