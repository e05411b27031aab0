"""Which line of a sheet names it: a linguistic table of lines that stand above the title."""

import re
from collections.abc import Iterable

_ABOVE = re.compile(
    r"CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP|UBND|ỦY BAN|UỶ BAN|HỘI LHPN|HỘI LIÊN HIỆP|BAN (?:THƯỜNG VỤ|CHẤP HÀNH)|BỘ |SỞ "
    r"|TỈNH |HUYỆN |XÃ |PHƯỜNG |THÀNH PHỐ |ĐƠN VỊ|TÊN ĐƠN VỊ|MẪU|BIỂU|PHỤ LỤC|PHỤ BIỂU|SỐ\s*:|ĐVT|KÈM THEO|\(|NGÀY ",
    re.IGNORECASE,
)
DEFAULT_SHEET_NAME = re.compile(r"(?:sheet|worksheet|chart|trang[ _]tính|bảng tính)[ _-]*\d*", re.IGNORECASE)
"""Names that programs give by themselves."""
_MIN_WORDS = 3
_MAX_CHARS = 250
_FIRST_LINES = 15


def sheet_title(lines: Iterable[str]) -> str | None:
    """The first line in capitals that is no letterhead, else the first line of enough words; None without one."""
    candidates = [
        line
        for line in list(lines)[:_FIRST_LINES]
        if len(line.split()) >= _MIN_WORDS and len(line) <= _MAX_CHARS and not _ABOVE.match(line) and " | " not in line
    ]
    return next((line for line in candidates if line.isupper()), candidates[0] if candidates else None)
