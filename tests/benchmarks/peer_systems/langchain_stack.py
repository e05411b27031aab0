"""LangChain as its tutorials build it: recursive splitter, Chroma, all-MiniLM-L6-v2; BM25Retriever; EnsembleRetriever.

docs.langchain.com/oss/python/langchain/knowledge-base: chunk_size 1000, chunk_overlap 200.
"""

from collections.abc import Sequence
from pathlib import Path

from langchain_chroma import Chroma
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from tests.benchmarks.peer_systems.protocol import CANDIDATES, minilm_path
from tests.benchmarks.retrieval_sets import PassageRecord


def _split(passages: Sequence[PassageRecord]) -> list[Document]:
    documents = [Document(page_content=one.content, metadata={"id": one.id}) for one in passages]
    return RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200).split_documents(documents)


class _LangChain:
    """A retriever over split documents."""

    _retriever: BaseRetriever

    def search(self, question: str) -> list[str]:
        """Ids of the retrieved pieces' documents."""
        return [document.metadata["id"] for document in self._retriever.invoke(question)]

    def close(self) -> None:
        """Nothing is held open."""


class LangChainChroma(_LangChain):
    """Vector store alone."""

    def __init__(self, folder: Path) -> None:
        embeddings = HuggingFaceEmbeddings(model_name=str(minilm_path()), model_kwargs={"local_files_only": True})
        embeddings.embed_query("warm")
        self._store = Chroma(
            collection_name="passages", embedding_function=embeddings, persist_directory=str(folder / "chroma")
        )
        self._retriever = self._store.as_retriever(search_kwargs={"k": CANDIDATES})

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Split, embed, add."""
        pieces = _split(passages)
        self._store.add_documents(pieces)
        return len(pieces)


class LangChainBm25(_LangChain):
    """BM25Retriever: text split at spaces, accents and punctuation as typed."""

    def __init__(self, folder: Path) -> None:
        del folder

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Split, index in memory."""
        pieces = _split(passages)
        self._retriever = BM25Retriever.from_documents(pieces, k=CANDIDATES)
        return len(pieces)


class LangChainEnsemble(LangChainChroma):
    """EnsembleRetriever of the two: reciprocal rank fusion with equal weights."""

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Both indexes."""
        count = super().ingest(passages)
        lexical = BM25Retriever.from_documents(_split(passages), k=CANDIDATES)
        self._retriever = EnsembleRetriever(retrievers=[lexical, self._retriever], weights=[0.5, 0.5])
        return count
