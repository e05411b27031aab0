"""Who signs a news item: a linguistic table of by-lines."""

import re

from ingest.text.letters import UPPER
from ingest.text.syllables import is_syllable
from ingest.units import PROVINCES

_MAX_CHARS = 90
_CLOSED = (".", "!", "?", "…", ":", ";", ",")
_LABELLED = re.compile(
    r"(?:tác\s+giả|người\s+(?:viết|đăng|thực\s+hiện)|đăng\s+bởi|thực\s+hiện|bài\s+và\s+ảnh|bài,\s*ảnh|bài\s+viết"
    r"|tin\s+và\s+ảnh|tin,\s*(?:bài,\s*)?ảnh|tin,\s*bài|tin\s+bài|bài|tin|theo|nguồn)\s*:\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_SOURCE_ONLY = re.compile(r"(?:theo|nguồn)\b", re.IGNORECASE)
_BODY = re.compile(
    r"(?:Văn phòng|Ban (?:Biên tập|Tuyên giáo|Thường vụ|Tổ chức|Chính sách|Kinh tế|Tuyên truyền|Dân tộc|Xây dựng)"
    r"|BBT|BTV|Hội LHPN|Hội Liên hiệp|Hội Phụ nữ|Tỉnh hội|Thành hội|Huyện hội|Phòng \w+"
    r"|Cổng [Tt]hông tin|Trang [Tt]hông tin|Trung tâm)\b"
)
_ANY_BODY = re.compile(r"(?<!\w)(?:Hội|Tỉnh hội|Huyện hội|Thành hội|Văn phòng|Ban|Cổng|Trang)(?!\w)")
_OF_SEVERAL = re.compile(r"(?<!\w)(?:cụm|các\s+tỉnh|khu\s+vực|vùng|toàn\s+quốc)(?!\w)", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"(?:Chị|Bà|Ông|Anh(?=\s\S+\s\S)|Cô|Chú|Bác|Em|Cháu|Mẹ|Đ/c|Đồng chí"
    r"|Mường|Bản|Nậm|Chiềng|Đắk|Đăk|Ea|Ia|Krông|Plei)\s"
)
"""Whom a caption names, or a place; a by-line has none of these."""
_INITIALS = frozenset({"PV", "BBT", "CTV", "TTXVN", "BT"})
_DATED = re.compile(r"\d|(?<!\w)(?:ngày|tháng|năm)(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[" + UPPER + r"][^\W\d_]*\.?")
_NAME_WORDS = range(2, 6)


def labelled_author(line: str) -> tuple[bool, str | None]:
    """Whether the line is a by-line by its label (``Tác giả: …``), and the author it names, if any."""
    match = _LABELLED.fullmatch(line) if len(line) <= _MAX_CHARS and ":" in line else None
    if match is None:
        return False, None
    name = match.group("name").strip(" .()")
    if not (_is_name(name.split(" - ")[0]) or _BODY.match(name)):
        return bool(_SOURCE_ONLY.match(line)), None
    return True, None if _SOURCE_ONLY.match(line) else name


def signature(line: str) -> str | None:
    """The author, if the whole line can only be one: a personal name, an office, or both with a dash between."""
    if len(line) > _MAX_CHARS or line.endswith(_CLOSED):
        return None
    if _BODY.match(line):
        return None if any(char.isdigit() for char in line) else line
    if _NO_AUTHOR.match(line) or (line.isupper() and line not in _INITIALS):
        return None
    first, *rest = re.split(r"\s+[-–—]\s+|\s*[(,]\s*", line, maxsplit=1)
    # "Mỹ Lâm, ngày … tháng … năm 2021" is a place and a day
    return line if _is_name(first) and not any(_DATED.search(words) for words in rest) else None


def names_a_body(author: str) -> bool:
    """Whether a by-line names the body a news item comes from; who it only tells of has not issued it."""
    return _ANY_BODY.search(author) is not None


def tells_of_several(headline: str) -> bool:
    """Whether a headline is about more than one place: who the text names first is only one of them."""
    return _OF_SEVERAL.search(headline) is not None


def is_person(text: str) -> bool:
    """Whether the text is a personal name and nothing else; the name of a province looks the same."""
    return _is_name(text) and text not in _INITIALS and text not in PROVINCES


def _is_name(text: str) -> bool:
    words = text.split()
    if len(words) == 1 and words[0] in _INITIALS:
        return True
    if len(words) not in _NAME_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    return sum(is_syllable(word.rstrip(".")) for word in words) * 2 >= len(words)
