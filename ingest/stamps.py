"""Lines that others put on a paper, an incoming stamp or the note of a digital signature: a linguistic table."""

import re
from collections.abc import Sequence

from ingest.card.agencies import is_body
from ingest.text.lines import Line

_HEAD_LINES = 30
_INCOMING_HEADING = re.compile(r"(?:CÔNG\s+VĂN|VĂN\s+BẢN)\s+ĐẾN|ĐẾN", re.IGNORECASE)
_INCOMING_PART = re.compile(
    r"(?:số(?:\s+đến)?\s*:?\s*\d{1,6}|(?:ngày|giờ)(?:\s+đến)?\s*:.{0,40}|(?:kính\s+)?chuyển\s*:.{0,60}"
    r"|lưu\s+(?:hồ\s+sơ|HS)(?:\s+số)?\s*:.{0,40})",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:(?:được\s+)?ký\s+(?:số\s+)?bởi|người\s+ký|ký\s+số|cơ\s+quan|tổ\s+chức|email|thư\s+điện\s+tử|thời\s+gian\s+ký|ngày\s+ký"
    r"|giờ\s+ký|signed\s+by|signing\s+time|date|reason|location)\s*:.{0,120}",
    re.IGNORECASE,
)
_SIGNED_SURELY = re.compile(r"(?:thời\s+gian|ngày|giờ)\s+ký\s*:|ký\s+(?:số\s+)?bởi\s*:|signed\s+by\s*:", re.IGNORECASE)


def stamp_lines(lines: Sequence[Line]) -> set[int]:
    """Positions of such lines near the head; the body that received the paper stands over its stamp."""
    texts = [line.text for line in lines[:_HEAD_LINES]]
    return _incoming(texts) | _digital(texts)


def _incoming(texts: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for at, text in enumerate(texts):
        if not _INCOMING_HEADING.fullmatch(text.strip(" .:")):
            continue
        parts = [at]
        for following in range(at + 1, len(texts)):
            if not _INCOMING_PART.fullmatch(texts[following].strip(" .…")):
                break
            parts.append(following)
        if len(parts) == 1:
            continue
        above = at - 1
        while above >= 0 and texts[above].isupper() and is_body(texts[above]) and at - above <= 2:  # noqa: PLR2004
            parts.append(above)
            above -= 1
        found.update(parts)
    return found


def _digital(texts: Sequence[str]) -> set[int]:
    """Neighbouring lines of labels, one of which can only be a signature's."""
    found: set[int] = set()
    run: list[int] = []
    for at, text in enumerate([*texts, ""]):
        if _SIGNED.fullmatch(text.strip()):
            run.append(at)
            continue
        if any(_SIGNED_SURELY.match(texts[one].strip()) for one in run):
            found.update(run)
        run = []
    return found
