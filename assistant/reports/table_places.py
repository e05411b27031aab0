"""Tables that share a figure out among places: whose their rows and columns are (linguistic table)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.reports.lines import Line
from assistant.reports.place_words import LEVELS, UPPER, place_mentions
from assistant.reports.table_rows import column_names, row_name
from ingest.documents import BlockKind
from ingest.text.folding import fold

_TOTAL = re.compile(
    r"(?:tổng(?:\s+(?:cộng|số|chung))?|t\.?\s?cộng|cộng|chung|toàn\s+(?!cụm|ngành|quốc|vùng|khu\s+vực)\w+)(?!\w)",
    re.IGNORECASE,
)
_ONLY_NAME = re.compile(rf"[{UPPER}]\w*(?:[\s-]+[{UPPER}]\w*){{1,3}}(?:\s+\(?(?:cũ|mới)\)?)?")
_HEADED = re.compile(
    rf"(?P<head>[^\W\d_]+(?:\s+(?![{UPPER}]|số\s)[^\W\d_]+){{0,3}})\s+(?:số\s+)?(?:[{UPPER}]\w*(?:[\s-]+\w+){{0,5}}|\d{{1,2}})"
    r"(?:\s+\((?:cũ|mới)\))?"
)
"""A word for a place and its name: "Khu vực Đồi Nghiêm cũ", "Cụm dân cư số 3"."""
_KINDS = re.compile(
    r"(?:nguồn|vốn|quỹ|ngân\s+hàng|đề\s+án|dự\s+án|chương\s+trình|chuyên\s+đề|phong\s+trào|cuộc|mô\s+hình|câu\s+lạc\s+bộ|clb|"
    r"nghị\s+quyết|chỉ\s+thị|quyết\s+định|kế\s+hoạch|luật|tháng|quý|năm|ngày|giai\s+đoạn|nhiệm\s+kỳ|đợt|tuần|tết|lớp|khóa|"
    r"mục\s+tiêu|tiêu\s+chí|chỉ\s+tiêu|nhiệm\s+vụ|nội\s+dung|loại|hạng|mức|dân\s+tộc|tôn\s+giáo|đạo|giải|danh\s+hiệu|huân\s+chương|"
    r"bằng|số|tổng|tỷ\s+lệ|cán\s+bộ|công\s+trình|cấp|trình\s+độ|độ\s+tuổi|hội\s+thi|phụ\s+nữ|hội\s+viên|hộ|mẹ|trẻ|nữ)(?!\w)",
    re.IGNORECASE,
)
"""Words before a name that share a figure out among sources, programmes, times or kinds, and no places."""
_FORMER = re.compile(r"(?<!\w)(?:cũ|trước\s+đây|trước\s+(?:khi\s+)?(?:sáp\s+nhập|sắp\s+xếp))(?!\w)", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"^\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?\s+")
_PART = re.compile(
    rf"(?:các\s+|những\s+)?(?:khu\s+vực|khu\s+dân\s+cư|(?:liên\s+)?cụm\s+dân\s+cư|địa\s+bàn|điểm\s+dân\s+cư|{LEVELS}|bon|sóc|phum|plei|khối|đảng\s+bộ|đơn\s+vị|cơ\s+sở(?:\s+hội)?|chi\s+hội|tổ\s+phụ\s+nữ|hội\s+(?:lhpn|phụ\s+nữ)|địa\s+phương|nơi)(?!\w)",
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
    rest = name[match.end() :].strip().removeprefix("số ") if match else ""
    named = rest[:1].isupper() or rest[:1].isdigit() or any(one.start == 0 for one in place_mentions(rest))
    return named or (bool(rest) and _REST.search(rest) is not None)


def is_former(name: str) -> bool:
    """Whether a row is of a place that was merged into another, even one of its name: "Phường Lâm An cũ"."""
    return _FORMER.search(name) is not None


def _alike(names: Sequence[str]) -> frozenset[str]:
    """Names that a word and a name of its own make up, the word that of others too, beside a sum: a split.

    The word may be any but those of sources, programmes and kinds.
    """
    if not any(is_total(one) for one in names):
        return frozenset()
    headed = {
        one: fold(match["head"])
        for one in names
        if not is_total(one) and not _KINDS.match(one) and (match := _HEADED.fullmatch(one)) is not None
    }
    heads = Counter(headed.values())
    return frozenset(one for one, head in headed.items() if heads[head] >= _LEAST_PARTS)


def shared_out(lines: Sequence[Line]) -> frozenset[int]:
    """Blocks of the rows of tables that share figures out: most rows are named as places, or by a name alone."""
    found: set[int] = set()
    for table in _tables(lines):
        rows = [(line.block, name) for line in table if (name := row_name(line.text)) is not None]
        names = [bare_row_name(name) for _, name in rows]
        alike = _alike(names)
        parts = sum(1 for name in names if not is_total(name) and (name in alike or _is_place(name)))
        counted = sum(1 for name in names if not is_total(name))
        if parts >= _LEAST_PARTS and 2 * parts > counted:
            found.update(block for block, _ in rows)
    return frozenset(found)


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows one after another, those of each table: the next one has no column of a name in common with it."""
    table: list[Line] = []
    columns: frozenset[str] = frozenset()
    for line in lines:
        here = column_names(line.text) if line.kind is BlockKind.TABLE_ROW else frozenset()
        if table and (line.kind is not BlockKind.TABLE_ROW or (here and columns and not here & columns)):
            yield table
            table, columns = [], frozenset()
        if line.kind is BlockKind.TABLE_ROW:
            table.append(line)
            columns |= here
    if table:
        yield table


def columns_shared_out(columns: Sequence[str]) -> Iterator[bool]:
    """Of each column of a row, whether it is one place's of several."""
    alike = _alike(columns)
    alone = [_ONLY_NAME.fullmatch(one) is not None and not is_total(one) for one in columns]
    several = sum(alone) >= _LEAST_PARTS
    for one, named in zip(columns, alone, strict=True):
        yield is_part(one) or one in alike or (several and named)


def _is_place(name: str) -> bool:
    return is_part(name) or _ONLY_NAME.fullmatch(name) is not None
