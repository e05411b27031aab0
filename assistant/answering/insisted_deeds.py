"""Deeds that a paper tells only by their own word: who signed, when it opened, which prize (linguistic table)."""

import re
from collections.abc import Sequence

from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Question
from assistant.query.tokens import find_phrases, has_accents

_PRIZE = re.compile(r"\bgiải\s+(?!pháp|quyết|thích|trình|ngân|phóng|tán|thể|đáp|trí|tỏa|khát)|vô địch|huy chương|hạng")
_RANK = re.compile(r"xếp (?:thứ|hạng|loại|nhất|nhì)|(?:thứ|hạng) (?:nhất|nhì|ba)|dẫn đầu|đứng đầu|nhất (?:khối|cụm)")
_FORMS: dict[str, re.Pattern[str]] = {
    "ký": re.compile(r"\bký(?!\s+(?:niệm|hiệu|ức|túc))"),
    "sinh": re.compile(r"\bsinh\s+(?:năm|ngày|tháng|tại|ở|ra|quán)|năm sinh|\(\s*sinh"),
    "khai mạc": re.compile(r"khai mạc"),
    "bế mạc": re.compile(r"bế mạc"),
    "phê duyệt": re.compile(r"duyệt"),
    "khánh thành": re.compile(r"khánh thành|đưa vào sử dụng"),
    "khởi công": re.compile(r"khởi công|động thổ"),
    "bổ nhiệm": re.compile(r"bổ nhiệm"),
    "đạt giải": _PRIZE,
    "đoạt giải": _PRIZE,
    "giành giải": _PRIZE,
    "xếp thứ": _RANK,
    "xếp hạng": _RANK,
    "xếp nhất": _RANK,
    "đứng thứ": _RANK,
    "đứng đầu": _RANK,
    "dẫn đầu": _RANK,
}
"""The deed to what tells it, in lower case with its accents."""
_LIGHT = frozenset(str.split("da duoc se vao trong tai o va cho boi do khi thi co la ket nao gi"))
"""Words, folded, that may stand between the deed and the interrogative."""


def deed_missing(question: Question, ask: Ask, sentences: Sequence[Sentence]) -> bool:
    """Whether the interrogative stands beside such a deed ("ai ký", "khai mạc ngày nào") that no sentence tells."""
    tokens = question.tokens[ask.first : ask.last]
    at = _interrogative([token.folded for token in tokens], ask)
    if at is None:
        return False
    for match in find_phrases(tokens, _FORMS, accented=has_accents(question.text)):
        between = tokens[match.last : at[0]] if match.last <= at[0] else tokens[at[1] : match.first]
        if all(token.folded in _LIGHT for token in between):
            form = _FORMS[match.phrase]
            return not any(form.search(one.text.lower()) for one in sentences)
    return False


def _interrogative(folded: Sequence[str], ask: Ask) -> tuple[int, int] | None:
    size = len(ask.words)
    places = (at for at in range(len(folded) - size + 1) if tuple(folded[at : at + size]) == ask.words)
    first = next(places, None) if size else None
    return None if first is None else (first, first + size)
