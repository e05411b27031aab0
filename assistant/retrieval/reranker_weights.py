"""Coefficients of the second stage, fitted by tests/benchmarks/fit_reranker.py."""

SMALL_STORE, LARGE_STORE = 300, 200_000
"""Passages of the stores that the two columns are for."""

RERANKER_WEIGHTS: dict[str, tuple[float, float]] = {
    "lexical": (3.677, 7.931),
    "dense": (2.733, 0.836),
    "window": (8.275, 6.612),
    "soft_window": (3.052, 4.616),
    "often": (1.879, 2.438),
    "body": (2.543, 1.534),
    "length": (-0.803, -2.712),
    "sentence": (0.0, 0.0),
    "met": (0.0, 0.0),
}
"""Listwise logistic regression over the candidates of questions whose passage is known, alone and among 207,000."""
