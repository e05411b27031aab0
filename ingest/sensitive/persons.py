"""Whether a person is named just before a place in a text (linguistic table)."""

import re

_TRAILING = re.compile(r"(?:[\s,;:(\-–]+|\b(?:nữ|nam|giới tính|bí danh|tên thật|dân tộc \w+|là))+$", re.IGNORECASE)
_LAST_WORDS = re.compile(r"(\S+)\s+(\S+)$")
_KINSHIP = frozenset(
    str.split("chị anh ông bà em cháu cô chú bác bé mẹ bố cha vợ chồng con đồng_chí đ/c thị văn đối_tượng nạn_nhân")
)
_NOT_PERSONS = frozenset(
    {"việt nam", "hà nội", "phụ nữ", "hội viên", "trẻ em", "hồ chí minh", "chí minh", "đà nẵng", "hải phòng"}
)


def is_person_before(text: str) -> bool:
    """Whether ``text`` ends with a name: two capitalised words, initials, or a kinship term and one of them."""
    match = _LAST_WORDS.search(_TRAILING.sub("", text))
    if match is None:
        return False
    first, last = match.group(1).lstrip("(“\"'"), match.group(2)
    if f"{first} {last}".lower() in _NOT_PERSONS or not last[:1].isupper():
        return False
    return first[:1].isupper() or first.lower() in _KINSHIP
