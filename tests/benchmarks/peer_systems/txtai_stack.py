"""txtai as its README builds it: Embeddings over whole texts; hybrid adds its own BM25."""

from collections.abc import Sequence
from pathlib import Path

from txtai import Embeddings

from tests.benchmarks.peer_systems.protocol import CANDIDATES, minilm_path
from tests.benchmarks.retrieval_sets import PassageRecord


class TxtaiDense:
    """Vectors alone."""

    hybrid = False

    def __init__(self, folder: Path) -> None:
        del folder
        self._embeddings = Embeddings(path=str(minilm_path()), hybrid=self.hybrid)
        self._embeddings.batchtransform(["warm"])

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Embed and index in memory."""
        self._embeddings.index([(one.id, one.content, None) for one in passages])
        return int(self._embeddings.count())

    def search(self, question: str) -> list[str]:
        """Ids."""
        return [str(found) for found, _ in self._embeddings.search(question, CANDIDATES)]

    def close(self) -> None:
        """Free the index."""
        self._embeddings.close()


class TxtaiHybrid(TxtaiDense):
    """Vectors and BM25, equal weights."""

    hybrid = True
