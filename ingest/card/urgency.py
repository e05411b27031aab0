"""How urgent a letterhead says a paper is: a linguistic table."""

import re

_URGENCY = re.compile(
    r"(?:Đ[Ộộ]\s+KHẨN\s*:\s*)?(?P<level>(?:HỎA|HOẢ)\s+TỐC|THƯỢNG\s+KHẨN|KHẨN)(?:\s+HẸN\s+GIỜ)?\s*", re.IGNORECASE
)
_URGENT = {"h": "Hỏa tốc", "t": "Thượng khẩn", "k": "Khẩn"}


def urgency_of(text: str) -> str | None:
    """The level a line names and nothing else, in capitals or after a label: ``HỎA TỐC``, ``Độ khẩn: Khẩn``."""
    match = _URGENCY.fullmatch(text)
    if match is None or not (match["level"].isupper() or ":" in text):
        return None
    return _URGENT[match["level"][0].lower()]
