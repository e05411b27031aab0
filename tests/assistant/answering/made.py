"""Evidence made for tests: fictional districts, people and figures."""

import math
from collections.abc import Sequence

from assistant.answering.extractive import ExtractiveAnswerer
from assistant.model import Answer, Hit, Query, SearchResult
from assistant.ports import Finished
from assistant.query import understand
from vectorstore.hits import Passage
from vectorstore.terms import terms

SAO_MAI = (
    "Hội LHPN huyện Sao Mai tổng kết công tác năm 2021.\n"
    "Năm 2021, các cấp Hội huyện Sao Mai đã thành lập 48 mô hình thu gom rác thải, giúp 1.250 hộ nghèo bằng nhiều "
    "hình thức; vận động xây 17 nhà mái ấm tình thương với tổng số tiền gần 2 tỷ đồng; phát triển được 640/800 "
    "hội viên mới (đạt 80%); thực hiện chương trình “Áo ấm biên cương”.\n"
    "UVBCH, Chủ tịch Hội LHPN huyện Trần Thị Thử Nghiệm phát biểu tại hội nghị\n"
    "Hội nghị đã thống nhất giao Hội LHPN xã Hạ Lam làm cụm trưởng năm 2022."
)
LONG_HA = (
    "Hội LHPN huyện Long Hạ sơ kết sáu tháng.\n"
    "Ngày 15/7/2023, Hội LHPN huyện Long Hạ tổ chức hội nghị sơ kết tại thị trấn Bến Đá. "
    'Các cấp Hội tiếp tục thực hiện chương trình "Áo ấm biên cương" và chương trình “Mẹ đỡ đầu”.'
)
DOCUMENTS = {
    "sao-mai.txt": (SAO_MAI, "Hội LHPN huyện Sao Mai tổng kết công tác năm 2021", "2021-12-20"),
    "long-ha.txt": (LONG_HA, "Hội LHPN huyện Long Hạ sơ kết sáu tháng", "2023-07-16"),
}


def passages() -> list[Passage]:
    """One passage a document, starting at character 100 of its page so that offsets can go wrong."""
    return [
        Passage(
            f"chunk-{source}", source.removesuffix(".txt"), 0, source, title, date, int(date[:4]), None, None, 1, 100,
            100 + len(text), text, (), frozenset(), "text/plain",
        )
        for source, (text, title, date) in DOCUMENTS.items()
    ]  # fmt: skip


def search(query: Query) -> SearchResult:
    """Passages ordered by how many of their terms the question shares; those that share none are not found."""
    asked = set(terms(query.search_text))
    scored = sorted(
        ((len(asked & set(terms(passage.text))), passage) for passage in passages()), key=lambda item: -item[0]
    )
    top = max(scored[0][0], 1)
    found = [(score, passage) for score, passage in scored if score]
    hits = tuple(Hit(rank, passage, score / top, rank, None) for rank, (score, passage) in enumerate(found, 1))
    return SearchResult(query, hits, {})


def idf(term: str) -> float:
    """Pairs are rarer than syllables, digits rarer than letters: enough to weigh a question by."""
    return 1.0 + 1.5 * ("_" in term) + term.isdigit()


def likeness(question: str, texts: Sequence[str]) -> list[float]:
    """Cosines of the sets of syllables: near enough to a meaning for made documents."""
    asked = set(terms(question))
    held = [set(terms(text)) for text in texts]
    return [len(asked & one) / math.sqrt(max(1, len(asked) * len(one))) for one in held]


def ask(text: str) -> Answer:
    """The extractive answer over the made documents."""
    query = understand(text)
    *_, last = ExtractiveAnswerer(idf, likeness).stream(query, search(query))
    assert isinstance(last, Finished)
    return last.answer
