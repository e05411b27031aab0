"""How much a word says: fillers little, rare words much (linguistic table)."""

from collections.abc import Callable
from functools import cache

from assistant.grounding.reading import Kind, Token
from ingest.text.folding import fold

_FILLERS = (
    "và của là có được các những một với cho trong ngoài trên dưới tại ở từ đến tới về theo để do bởi vì nên mà thì này"
    " đó kia ấy như cũng đã đang sẽ vẫn còn rất lại ra vào lên xuống khi nếu hay hoặc bị cùng trước sau giữa qua bằng"
    " nhằm việc sự cuộc cái con người ông bà anh chị đồng chí số năm ngày tháng nay đây ta họ ngay chỉ đều mỗi mọi từng"
    " hơn nhất rằng vậy thế nào gì ai đâu sao phải cần nhiều ít hiện gồm bao thuộc đối nhân dịp sáng chiều vừa mới"
)
_FILLER_WEIGHT = 0.2
_FACT_WEIGHT = 1.5
_COMMON_IDF, _RARE_IDF = 2.0, 8.0


@cache
def _filler_keys() -> frozenset[str]:
    return frozenset(fold(word) for word in _FILLERS.split())


def is_filler(key: str) -> bool:
    """Whether a word (loose key) says next to nothing by itself."""
    return key in _filler_keys()


def weight(token: Token, idf: Callable[[str], float] | None = None) -> float:
    """Of a filler 0.2, of a number 1.5, of another word 0.6 to 1.4 by its rarity, 1 if that is unknown."""
    if token.kind is not Kind.WORD:
        return _FACT_WEIGHT
    if is_filler(token.key):
        return _FILLER_WEIGHT
    if idf is None:
        return 1.0
    rarity = (idf(token.key) - _COMMON_IDF) / (_RARE_IDF - _COMMON_IDF)
    return 0.6 + 0.8 * min(max(rarity, 0.0), 1.0)
