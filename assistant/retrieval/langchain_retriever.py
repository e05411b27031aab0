"""Our retrieval as a LangChain retriever, for other people's chains."""

from collections.abc import Callable

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import SkipValidation

from assistant.model import Hit, Query
from assistant.ports import Retriever
from vectorstore.hits import Filters


class LangChainRetriever(BaseRetriever):
    """Gives the hits of a question as Documents, best first; metadata hold only strings, numbers and lists.

    ``page_content`` is exactly characters [char_start, char_end) of the stored page named in the metadata.
    """

    retriever: SkipValidation[Retriever]
    prepare: SkipValidation[Callable[[str], Query]]
    """Typed text to query, as assistant.query.understanding.understand does."""
    top_k: int = 10
    filters: SkipValidation[Filters | None] = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager  # there is nothing to report on the way
        result = self.retriever.search(self.prepare(query), self.top_k, self.filters)
        return [_document(hit) for hit in result.hits]


def _document(hit: Hit) -> Document:
    passage = hit.passage
    return Document(
        id=passage.chunk_id,
        page_content=passage.text,
        metadata={
            "document_id": passage.document_id,
            "source": passage.source,
            "title": passage.title,
            "date": passage.date,
            "year": passage.year,
            "unit": passage.unit,
            "type": passage.type,
            "page": passage.page,
            "char_start": passage.char_start,
            "char_end": passage.char_end,
            "heading_path": list(passage.heading_path),
            "flags": sorted(passage.flags),
            "media_type": passage.media_type,
            "rank": hit.rank,
            "score": hit.score,
        },
    )
