"""Coefficients of the second stage, fitted by tests/benchmarks/fit_reranker.py."""

SMALL_STORE, LARGE_STORE = 300, 200_000
"""Passages of the stores that the two columns are for."""

RERANKER_WEIGHTS: dict[str, tuple[float, float]] = {
    "lexical": (3.356, 7.126),
    "dense": (1.890, 0.547),
    "window": (5.853, 4.159),
    "soft_window": (2.307, 4.039),
    "often": (1.079, 2.047),
    "body": (2.637, 0.891),
    "length": (-0.876, -2.714),
    "sentence": (4.434, 1.466),
    "met": (2.035, 4.335),
}
"""Listwise logistic regression over the candidates of questions whose passage is known, alone and among 207,000."""
