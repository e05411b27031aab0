"""What is said to the assistant and asks nothing of the documents: a greeting, thanks, who it is (linguistic table)."""

from collections.abc import Iterable
from enum import StrEnum

from assistant.query.tokens import Token, find_phrases, has_accents, tokens_of
from assistant.query.wording import COURTESY


class SmallTalk(StrEnum):
    """What a person wants who says nothing about the documents."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ASSENT = "assent"
    WHO = "who"
    ABILITIES = "abilities"
    TODAY = "today"
    STORE = "store"
    MORE = "more"
    """To be told more, without saying about what."""


_ADDRESS: tuple[str, ...] = (
    "em", "anh", "chị", "cô", "chú", "bác", "bạn", "mình", "tôi", "tớ", "cháu", "ad", "admin", "bot", "các", "cả nhà",
    "trợ lý", "trợ lý hội", "trợ lý ảo", "trợ lý ai", "ai", "đồng chí", "ơi", "ạ", "à", "ừ", "nhé", "nha", "nhá", "nè",
    "dạ", "vâng", "thưa", "vậy", "thế", "thì", "là", "của", "cho", "với", "rất", "nhiều", "lắm", "quá", "xin", "rồi",
    "hãy", "đi", "được không", "giúp", "hộ", "một", "chút", "nữa", "đã", "sự", "đây", "có",
)  # fmt: skip
"""Whom one speaks to, and the small words around; they decide nothing."""

_SAID: dict[SmallTalk, tuple[str, ...]] = {
    SmallTalk.STORE: (
        "danh sách tài liệu", "danh sách các tài liệu", "danh sách văn bản", "danh sách các văn bản",
        "liệt kê tài liệu", "liệt kê các tài liệu", "liệt kê văn bản", "liệt kê các văn bản",
        "trong kho", "kho tài liệu", "kho văn bản",
        "kho có bao nhiêu tài liệu", "kho có bao nhiêu văn bản", "có bao nhiêu tài liệu", "có những tài liệu nào",
        "có những tài liệu gì", "có những văn bản nào", "có những văn bản gì", "có tài liệu gì", "có tài liệu nào",
        "có văn bản gì", "có văn bản nào", "kho có những gì", "kho có gì", "trong kho có gì", "kho",
    ),
    SmallTalk.TODAY: (
        "hôm nay thứ mấy", "hôm nay là thứ mấy", "hôm nay ngày mấy", "hôm nay là ngày mấy", "hôm nay ngày bao nhiêu",
        "hôm nay là ngày bao nhiêu", "hôm nay là ngày nào", "hôm nay ngày gì", "hôm nay là ngày gì",
        "hôm nay thứ mấy ngày mấy",
    ),
    SmallTalk.WHO: (
        "bạn là ai", "em là ai", "trợ lý là ai", "bạn là gì", "trợ lý là gì", "trợ lý hội là gì", "bạn tên gì",
        "bạn tên là gì", "em tên gì", "em tên là gì", "tên bạn là gì", "tên em là gì", "ai tạo ra bạn", "ai làm ra bạn",
        "bạn là người hay máy", "em là người hay máy", "bạn có phải là người không", "mày là ai", "who are you",
        "giới thiệu về bạn", "bạn là người thật à", "giới thiệu bản thân",
    ),
    SmallTalk.ABILITIES: (
        "bạn làm được gì", "bạn làm được những gì", "bạn có thể làm gì", "bạn có thể làm được gì", "em làm được gì",
        "em làm được những gì", "em có thể làm gì", "trợ lý làm được gì", "trợ lý làm được những gì", "help",
        "trợ lý có thể làm gì", "bạn giúp được gì", "bạn giúp được gì cho tôi", "bạn biết làm gì", "hướng dẫn sử dụng",
        "cách sử dụng", "cách dùng", "sử dụng thế nào", "sử dụng như thế nào", "dùng thế nào", "dùng như thế nào",
        "hỏi được những gì", "hỏi được gì", "hỏi thế nào", "trợ lý giúp được gì", "em giúp được gì",
    ),
    SmallTalk.MORE: (
        "cho biết thêm", "biết thêm", "nói thêm", "kể thêm", "nói rõ hơn", "nói rõ", "rõ hơn", "chi tiết hơn",
        "cụ thể hơn", "giải thích thêm", "giải thích rõ hơn", "trả lời rõ hơn", "thêm thông tin", "cho thêm thông tin",
        "thông tin thêm", "xem thêm", "tìm thêm", "còn gì nữa không", "còn gì nữa",
        "còn thông tin gì nữa không", "thêm",
    ),
    SmallTalk.THANKS: (
        "cảm ơn", "cám ơn", "xin cảm ơn", "cảm ơn nhiều", "thank you", "thanks", "thank", "tks", "thks", "tuyệt vời",
        "hay quá", "tốt quá", "giỏi quá", "tốt lắm", "giỏi lắm", "hay lắm",
    ),
    SmallTalk.FAREWELL: ("tạm biệt", "bye", "bye bye", "goodbye", "hẹn gặp lại", "chào tạm biệt"),
    SmallTalk.GREETING: (
        "xin chào", "chào", "chào buổi sáng", "chào buổi chiều", "chào buổi tối", "kính chào", "hello", "hi", "hey",
        "alo", "chúc một ngày tốt lành", "chúc buổi sáng tốt lành", "khỏe không", "có khỏe không",
    ),
    SmallTalk.ASSENT: (
        "ok", "oke", "okay", "okie", "được", "được rồi", "đúng rồi", "đúng", "hiểu rồi", "biết rồi", "thôi", "tốt",
        "vâng", "ừ", "thế thôi", "vậy thôi",
    ),
}  # fmt: skip
"""In this order: what is asked counts before the courtesy around it."""

_COURTEOUS = (SmallTalk.GREETING, SmallTalk.THANKS, SmallTalk.ASSENT)
_AROUND: tuple[str, ...] = (*_ADDRESS, *COURTESY, *(phrase for kind in _COURTEOUS for phrase in _SAID[kind]))


def small_talk(text: str) -> SmallTalk | None:
    """What an utterance wants that says nothing else; None for anything that may be a question to the documents.

    Every word must belong to it: "chào em, tỉnh có bao nhiêu hội viên" is a question.
    """
    tokens = tokens_of(text)
    accented = has_accents(text)
    return next((kind for kind in _SAID if _says(tokens, _SAID[kind], accented=accented)), None)


def _says(tokens: tuple[Token, ...], phrases: tuple[str, ...], *, accented: bool) -> bool:
    said = _covered(tokens, phrases, accented=accented)
    if not said:
        return False
    around = _covered(tokens, _AROUND, accented=accented)
    return len(said | around) == len(tokens)


def _covered(tokens: tuple[Token, ...], phrases: Iterable[str], *, accented: bool) -> set[int]:
    found = find_phrases(tokens, phrases, accented=accented)
    return {index for match in found for index in range(match.first, match.last)}
