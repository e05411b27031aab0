from langchain_core.runnables import RunnableLambda

from assistant.model import Hit, Query, SearchResult
from assistant.retrieval.langchain_retriever import LangChainRetriever
from ingest.documents import Flag
from vectorstore.hits import Filters, Passage

PAGE = "Mở đầu. Hội giúp 12 hộ. Hết."
PASSAGE = Passage(
    "c1", "d1", 0, "a.txt", "Báo cáo", "2021-12-03", 2021, "Hội xã Hoa Ban", None, 3, 8, 23, PAGE[8:23],
    ("I. Kết quả",), frozenset({Flag.SAMPLE}), "text/plain",
)  # fmt: skip


class OneHit:
    """A retriever that knows one passage and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, Filters | None]] = []

    def search(self, query: Query, top_k: int, filters: Filters | None = None) -> SearchResult:
        self.asked.append((query.search_text, top_k, filters))
        return SearchResult(query, (Hit(1, PASSAGE, 0.9, 1, 2),), {})


def adapter(inner: OneHit) -> LangChainRetriever:
    return LangChainRetriever(
        retriever=inner, prepare=lambda text: Query(text, text.lower()), top_k=4, filters=Filters(year_from=2021)
    )


def test_hits_become_documents_that_know_their_place() -> None:
    inner = OneHit()
    (document,) = adapter(inner).invoke("Bao nhiêu HỘ?")
    assert inner.asked == [("bao nhiêu hộ?", 4, Filters(year_from=2021))]
    assert document.page_content == PAGE[document.metadata["char_start"] : document.metadata["char_end"]]
    assert {key: document.metadata[key] for key in ("source", "page", "title", "flags", "rank")} == {
        "source": "a.txt",
        "page": 3,
        "title": "Báo cáo",
        "flags": ["sample"],
        "rank": 1,
    }


def test_it_can_be_piped_into_a_chain() -> None:
    chain = adapter(OneHit()) | RunnableLambda(lambda documents: documents[0].page_content)
    assert chain.invoke("Bao nhiêu hộ?") == "Hội giúp 12 hộ."
