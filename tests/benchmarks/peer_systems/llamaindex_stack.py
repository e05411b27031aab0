"""LlamaIndex as its starter builds it: VectorStoreIndex in memory, SentenceSplitter; all-MiniLM-L6-v2.

Its default embedder is a hosted one, which cannot run here.
"""

from collections.abc import Sequence
from pathlib import Path

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

from tests.benchmarks.peer_systems.protocol import CANDIDATES, minilm_path
from tests.benchmarks.retrieval_sets import PassageRecord


class LlamaIndexDefault:
    """Chunks of 1,024 tokens, 200 of overlap."""

    def __init__(self, folder: Path) -> None:
        del folder
        self._embedding = HuggingFaceEmbedding(model_name=str(minilm_path()))
        self._embedding.get_query_embedding("warm")

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Split, embed, keep in memory."""
        documents = [Document(text=one.content, id_=one.id) for one in passages]
        nodes = SentenceSplitter().get_nodes_from_documents(documents)
        index = VectorStoreIndex(nodes, embed_model=self._embedding)
        self._retriever = index.as_retriever(similarity_top_k=CANDIDATES)
        return len(nodes)

    def search(self, question: str) -> list[str]:
        """Ids of the retrieved nodes' documents."""
        return [found.node.ref_doc_id for found in self._retriever.retrieve(question)]

    def close(self) -> None:
        """Nothing is held open."""
