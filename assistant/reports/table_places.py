"""Tables that share a figure out among places: whose their rows and columns are (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.reports.lines import Line
from assistant.reports.place_words import LEVELS, UPPER, place_mentions
from assistant.reports.table_rows import row_name
from ingest.documents import BlockKind

_TOTAL = re.compile(
    r"(?:tổng(?:\s+(?:cộng|số|chung))?|t\.?\s?cộng|cộng|chung|toàn\s+(?!cụm|ngành|quốc|vùng|khu\s+vực)\w+)(?!\w)",
    re.IGNORECASE,
)
_ONLY_NAME = re.compile(rf"[{UPPER}]\w*(?:[\s-]+[{UPPER}]\w*){{1,3}}")
_ROW_NUMBER = re.compile(r"^\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?\s+")
_PART = re.compile(
    rf"(?:các\s+|những\s+)?(?:{LEVELS}|khối|đảng\s+bộ|đơn\s+vị|cơ\s+sở(?:\s+hội)?|chi\s+hội|tổ\s+phụ\s+nữ|hội\s+(?:lhpn|phụ\s+nữ)|địa\s+phương|nơi)(?!\w)",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:còn\s+lại|khác)\s*$", re.IGNORECASE)
_PART_WORDS = 7
_LEAST_PARTS = 2


def bare_row_name(name: str) -> str:
    """A row's name without its number."""
    return _ROW_NUMBER.sub("", name).strip()


def is_total(name: str) -> bool:
    """Whether a row or column sums up: "Tổng cộng", "Toàn huyện"."""
    return _TOTAL.match(name.strip()) is not None


def is_part(name: str) -> bool:
    """Whether a row or column is named as one place or organisation of several: "Xã A", "Các thôn còn lại"."""
    if len(name.split()) > _PART_WORDS:
        return False
    if _PART.match(name) and (_REST.search(name) or name[:1].isupper()):
        return any(one.start == 0 for one in place_mentions(name)) or _is_named_part(name)
    return False


def _is_named_part(name: str) -> bool:
    """Whether a name follows the word for a place or an organisation, or it is the rest of them."""
    match = _PART.match(name)
    rest = name[match.end() :].strip() if match else ""
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or _REST.search(rest) is not None)


def shared_out(lines: Sequence[Line]) -> frozenset[int]:
    """Blocks of the rows of tables that share figures out: most rows are named as places, or by a name alone."""
    found: set[int] = set()
    for is_row, run in groupby(lines, lambda line: line.kind is BlockKind.TABLE_ROW):
        rows = [(line.block, name) for line in run if is_row and (name := row_name(line.text)) is not None]
        names = [bare_row_name(name) for _, name in rows]
        parts = [name for name in names if is_part(name)]
        alone = [name for name in names if _ONLY_NAME.fullmatch(name) and not is_total(name)]
        counted = sum(1 for name in names if not is_total(name))
        if len(parts) + len(alone) >= _LEAST_PARTS and 2 * (len(parts) + len(alone)) > counted:
            found.update(block for block, _ in rows)
    return frozenset(found)


def columns_shared_out(columns: Sequence[str]) -> Iterator[bool]:
    """Of each column of a row, whether it is one place's of several."""
    alone = [_ONLY_NAME.fullmatch(one) is not None and not is_total(one) for one in columns]
    several = sum(alone) >= _LEAST_PARTS
    for one, named in zip(columns, alone, strict=True):
        yield is_part(one) or (several and named)
