"""Chroma alone: documents added to a collection whose embedding function is all-MiniLM-L6-v2, its default model.

Its own copy of the model is fetched from the network at first use; here the same model is loaded by path.
"""

from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.utils.embedding_functions import SentenceTransformerEmbeddingFunction

from tests.benchmarks.peer_systems.protocol import CANDIDATES, minilm_path
from tests.benchmarks.retrieval_sets import PassageRecord


class ChromaAlone:
    """Whole texts, nothing split."""

    def __init__(self, folder: Path) -> None:
        embed = SentenceTransformerEmbeddingFunction(model_name=str(minilm_path()))
        embed(["warm"])
        client = chromadb.PersistentClient(path=str(folder / "chroma"))
        self._collection = client.create_collection("passages", embedding_function=embed)

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """One call of add."""
        self._collection.add(ids=[one.id for one in passages], documents=[one.content for one in passages])
        return self._collection.count()

    def search(self, question: str) -> list[str]:
        """Ids."""
        return self._collection.query(query_texts=[question], n_results=CANDIDATES)["ids"][0]

    def close(self) -> None:
        """Nothing is held open."""
