"""Whether a sentence tells of one person's or a visitor's doings and not of the unit's (linguistic table)."""

import re

from assistant.reports.place_words import UPPER

_NAME = rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,4}}"
_NO_NAME = r"(?:Việt|Rịa|Tô|Nà|Đen|Trưng|Triệu)(?!\w)|[A-ZĐ]{2}"
_NO_FAMILY = (
    r"(?:Đỡ|Người|Hội|Chi|Đảng|Ban|Văn\s+h(?:óa|oá)|Thanh\s+niên|Nông\s+dân|Phụ\s+nữ|Cựu|Hạnh\s+phúc|"
    r"Công\s+(?:an|giáo|đoàn))(?!\w)"
)
"""After "mẹ", "gia đình" and "hội viên": a programme, a title or a society."""
_HONORIFIC = re.compile(
    rf"(?<!\w)(?:(?:[Cc]hị|[Aa]nh|[Bb]à|[Ôô]ng|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Vv]ợ chồng)\s+(?!{_NO_NAME})|"
    rf"(?:[Mm]ẹ|[Gg]ia đình|[Hh]ội viên)\s+(?!{_NO_NAME}|{_NO_FAMILY})){_NAME}"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:chủ\s+tịch|phó\s+chủ\s+tịch|bí\s+thư|trưởng\s+ban|phó\s+trưởng|trưởng\s+phòng|giám\s+đốc\s+sở|ủy\s+viên|uỷ\s+viên|"
    r"cán\s+bộ\s+hội|đồng\s+chí|đại\s+biểu|cụm\s+trưởng)(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:gia\s+đình\s+(?:chị|anh|bà|ông|cô|tôi)|(?:chị|anh|bà|ông|cô)\s+(?:đã|được|còn|vay|có|thu|trồng|nuôi|mở|đầu|chia|mạnh|phấn|tâm)|"
    r"vườn\s+nhà|nhà\s+chị|của\s+(?:chị|anh|bà|ông|cô)|tôi)(?!\w)",
    re.IGNORECASE,
)
_LEAD_CHARS = 90
_UNION_OPENS = re.compile(
    r"[^.;:]{0,45}?(?<!\w)(?:Hội(?!\s+(?:viên|trường))|[Cc]ác\s+(?:cấp\s+Hội|cơ\s+sở)|[Cc]hị\s+em)(?!\w)"
)
_VISIT = re.compile(
    r"(?<!\w)đoàn\s+(?:công\s+tác|kiểm\s+tra|giám\s+sát|khảo\s+sát|đại\s+biểu|của|cán\s+bộ)(?!\w)|"
    r"(?<!\w)(?:trung\s+ương|tw)\s+hội[^.;]{0,40}(?:thăm|tặng|làm\s+việc|trao)(?!\w)",
    re.IGNORECASE,
)
_VISITORS = re.compile(
    r"(?:(?:nhân\s+dịp\s+này|dịp\s+này|tại\s+(?:đây|buổi\s+[^,]{2,30})|trước\s+đó|sau\s+đó|cũng\s+trong[^,]{2,30}),\s*)?"
    r"đoàn(?:\s+công\s+tác)?(?:\s+(?:của\s+)?(?:trung\s+ương|tw)[^,;.]{0,30}?)?\s+(?:cũng\s+)?(?:đã\s+)?(?:đến\s+)?"
    r"(?:trao|tặng|thăm|hỗ\s+trợ|gồm|có|ủng\s+hộ|dành)(?!\w)",
    re.IGNORECASE,
)


def names_person(text: str) -> bool:
    """Whether a sentence opens with somebody who holds no office: "Chị Vũ Thị Hoan được vay 50 triệu đồng"."""
    named = _HONORIFIC.search(text)
    return named is not None and named.start() <= _LEAD_CHARS and not _OFFICE.search(text[: named.end() + _LEAD_CHARS])


def names_visitors(title: str, text: str) -> bool:
    """Whether a news item on a visit tells what the visitors did: "Đoàn đã tặng 30 suất quà"."""
    return _VISIT.search(title) is not None and _VISITORS.match(text) is not None


def opens_with_union(text: str) -> bool:
    """Whether a sentence after a person's story comes back to the Union: "Cùng với đó, Hội đã tặng …"."""
    return _UNION_OPENS.match(text) is not None


def goes_on_about_person(text: str) -> bool:
    """Whether a sentence after such a one still tells of that person."""
    return _GOES_ON.search(text) is not None
