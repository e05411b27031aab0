"""Where a document's own signature ends and copies, annexes and what others certify begin: a linguistic table."""

import re
from collections.abc import Sequence

from ingest.card.names import name_in
from ingest.card.offices import AUTHORITY, is_position
from ingest.card.segments import Segment
from ingest.document_types import is_annex_heading

_COPIED = re.compile(r"(?:SAO\s+Y|SAO\s+LỤC|TRÍCH\s+SAO|BẢN\s+SAO(?:\s|$)|CHỨNG\s+THỰC)")
_ATTACHED = re.compile(r"\((?:ban\s+hành\s+)?kèm\s+theo\s", re.IGNORECASE)
_CERTIFIED = re.compile(
    r"(?:(?:XÁC\s+NHẬN|Ý\s+KIẾN|CHỨNG\s+NHẬN|NHẬN\s+XÉT|PHÊ\s+DUYỆT|DUYỆT|THẨM\s+ĐỊNH|CHỨNG\s+THỰC)(?!\w)[^.;]*"
    r"|(?:THỦ\s+TRƯỞNG|LÃNH\s+ĐẠO|CƠ\s+QUAN|ĐƠN\s+VỊ|CHÍNH\s+QUYỀN)(?!\w)[^.;:]*\sXÁC\s+NHẬN)\s*:?",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"(?<!\w)của(?!\w)|xác nhận$", re.IGNORECASE)
"""A label in small letters says who certifies; "Nhận xét" alone is a heading of the text."""
_MAX_LABEL_WORDS = 9
_UNDER = 4
"""Lines under a label among which somebody certifies."""
_TAIL = 40


def own_part(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments before those of who certifies it, who copied it, or of what is attached behind its signature."""
    begun = next((at for at in range(len(segments)) if _begins_signature(segments, at)), len(segments))
    for at in range(len(segments)):
        if _COPIED.match(segments[at].text) and segments[at].text.isupper() and at > begun:
            return segments[:at]
        if at > begun and (is_annex_heading(segments[at].text) or _ATTACHED.match(segments[at].text)):
            return segments[: _heading_over(segments, at)]
        if at >= len(segments) - _TAIL and _is_certified(segments, at):
            return segments[:at]
    return segments


def _begins_signature(segments: Sequence[Segment], at: int) -> bool:
    """Recipients, a line of authority, or an office over a name; who decides stands over the grounds."""
    text = segments[at].text
    if text.lower().startswith("nơi nhận") or (AUTHORITY.match(text) is not None and text[:40].isupper()):
        return True
    under = segments[at + 1 : at + 1 + _UNDER]
    return text.isupper() and is_position(text) and any(name_in(one.text) is not None for one in under)


def _heading_over(segments: Sequence[Segment], at: int) -> int:
    """A note that something is attached stands under its heading in capitals."""
    while at and segments[at - 1].text.isupper() and not _is_of_signature(segments[at - 1].text):
        at -= 1
    return at


def _is_of_signature(text: str) -> bool:
    return name_in(text) is not None or is_position(text) or AUTHORITY.match(text) is not None


def _is_certified(segments: Sequence[Segment], at: int) -> bool:
    """Whether a label says that those under it only certify; beside the author's own office it says nothing of that."""
    label = segments[at]
    if len(label.text.split()) > _MAX_LABEL_WORDS or _CERTIFIED.fullmatch(label.text) is None:
        return False
    if not (label.text.isupper() or _OF_WHOM.search(label.text)):
        return False
    if any(one.line == label.line and _is_office(one.text) for one in segments[max(0, at - 1) : at + 2]):
        return False
    return any(_is_of_signature(one.text) for one in segments[at + 1 : at + 1 + _UNDER])


def _is_office(text: str) -> bool:
    return AUTHORITY.match(text) is not None or is_position(text)
