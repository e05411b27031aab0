"""What lines of official papers are no statements: letterheads, closing words, recipients (linguistic table)."""

import re
from collections.abc import Iterable, Iterator

from assistant.reports.lines import Line

_END = re.compile(r"\s*nơi\s+nhận\s*:", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-–•*+]|như\s+trên|lưu)", re.IGNORECASE)
_CLOSING = re.compile(
    r"\s*(?:trên\s+đây\s+là|thực\s+hiện\s+(?:kế\s+hoạch|công\s+văn|chương\s+trình)[^.]*như\s+sau)", re.IGNORECASE
)
_ISSUED = re.compile(r"[^,]{2,40},\s*ngày\s+[\d….]*\s*tháng[^.]*", re.IGNORECASE)
_STOPS = (".", ";", "!", "…", "./", "”", '"')
GROWTH = re.compile(r"(?:tăng|giảm|tang|giam)(?:\s+\w+){0,2}\s*#", re.IGNORECASE)
"""Words right before a figure, "#": it tells a change."""
CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|tang|giam)(?:\s+(?:thêm|được|them|duoc))?\s*#", re.IGNORECASE)
"""The same for things that are counted: "giảm 12 vụ"; not "giảm nghèo cho 45 hộ"."""


def without_recipients(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines but the list of recipients; what comes after it, such as an appendix, stays."""
    inside = False
    for line in lines:
        inside = _END.match(line.text) is not None or (inside and _ITEM.match(line.text) is not None)
        if not inside:
            yield line


def is_sentence(text: str) -> bool:
    """Whether a line is a whole sentence that states something."""
    text = text.rstrip()
    if not text.endswith(_STOPS) or text.isupper():
        return False
    return not _CLOSING.match(text) and not _ISSUED.fullmatch(text)
