"""How language models word citations, source lists and refusals; folded, without accents (linguistic table)."""

import re

from vectorstore.terms import syllables

_CITATION_WORD = re.compile(
    r"nguon|doan|ma|id|trich|dan|theo|xem|tai|lieu|so|va|can|cu|tham|khao|cac|sources?|ref|cite|passages?|and"
)
_CITATION_START = re.compile(r"nguon|doan|ma|id|trich|sources?|ref|cite|passages?")
_SOURCE_LIST = re.compile(
    r"(?:cac |danh sach )?(?:nguon|tai lieu|can cu|trich dan|tham khao)"
    r"(?: (?:tham khao|trich dan|nguon|tai lieu|van ban))*"
)
_REFUSAL = re.compile(
    r"\b(?:khong|chua) (?:tim thay|tim duoc|co|neu|de cap|du|cung cap|the tra loi|the tim)\b"
    r"(?=.*\b(?:thong tin|du lieu|cau hoi|tra loi|cau tra loi|noi dung|du kien)\b)"
)
_REFUSAL_REACH = 14
"""Syllables from the start within which a refusal is said."""


_SOME = r"\d{1,2}(?:\s*(?:,|;|-|–|và|đến)\s*\d{1,2})*"
LOOSE_CITATION = re.compile(
    r"\s*\(\s*(?:(?:theo|xem)\s+)?(?:(?:các\s+)?(?:nguồn|đoạn|trích dẫn|tài liệu)\s*(?:số\s*)?:?\s*)?"
    rf"{_SOME}\s*\)(?=\s*[.!?…;]*\s*$)"
    rf"|(?:^(?:theo|xem|tại)\s+|,?\s*(?:\b(?:theo|xem|tại)\s+)?)(?:các\s+)?\bnguồn\s+(?:số\s+)?{_SOME}(?!\s*[\w%])(?:,\s*)?"
    r"|(?<=[^\W\d_])(?<![mM])\s?[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\s*[†‡]\s?\d{0,2}",
    re.IGNORECASE,
)
"""Citations by a number that nobody gave: "(1)" at the end, "theo nguồn 2", a raised figure, a dagger."""


def folded(text: str) -> str:
    """Folded syllables joined by single spaces: what the patterns here are matched against."""
    return " ".join(syllables(text))


def is_citation_word(token: str) -> bool:
    """Whether a word may stand with ids inside a citation's brackets."""
    return _CITATION_WORD.fullmatch(folded(token)) is not None


def introduces_citation(token: str) -> bool:
    """Whether brackets that begin with this word are meant as a citation, whatever name follows."""
    return _CITATION_START.fullmatch(folded(token)) is not None


def is_source_list(words: str) -> bool:
    """Whether a sentence without its ids is only the heading of a source list."""
    return _SOURCE_LIST.fullmatch(folded(words)) is not None


def is_refusal(words: str, refusal: str) -> bool:
    """Whether a sentence says that there is no answer: the agreed sentence, or the usual ways to say so."""
    said = folded(words)
    if folded(refusal) in said:
        return True
    found = _REFUSAL.search(said)
    return found is not None and len(said[: found.start()].split()) <= _REFUSAL_REACH
