"""How a text says which place it speaks of (linguistic table)."""

import re
from dataclasses import dataclass

from ingest.card.localities import province_alone
from ingest.text.letters import LOWER
from ingest.units import PROVINCES

UPPER = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x1EFA)) if char.isupper() and char.lower() != char)
"""Capitals for a character class; a range from À to Ỹ would hold small letters too."""
LEVELS = (
    r"tỉnh|thành\s+phố|TP\.?|T\.P\.?|huyện|quận|thị\s+xã|TX\.?|thị\s+trấn|TT\.|xã|phường|đặc\s+khu|thôn|bản|ấp|"
    r"khu\s+phố|tổ\s+dân\s+phố|buôn|xóm|làng|khóm|tiểu\s+khu|cụm"
)
_NAME = rf"[{UPPER}]\w*(?:(?:\s+|\s?-\s?)[{UPPER}]\w*){{0,4}}"
_LEVELLED = re.compile(
    rf"(?<!\w)(?P<level>(?i:{LEVELS}))(?:\s+|(?<=\.))(?!(?:Hội|Đoàn|Ủy|Uỷ)(?!\w)(?!\s+[{UPPER}]))(?P<name>{_NAME}|\d{{1,2}}(?!\d))"
)
_NAMES = "|".join(re.escape(name) for name in sorted(PROVINCES, key=len, reverse=True))
_PROVINCE = re.compile(rf"(?<![\w-])(?P<name>{_NAMES})(?!\w)(?!\s+[{UPPER}]\w*[{LOWER}])")
_WIDER = re.compile(
    r"(?<!\w)(?:toàn\s+cụm|trong\s+cụm|cả\s+cụm|các\s+tỉnh(?:/thành)?(?:,\s*thành(?:\s+phố)?)?|cả\s+nước|"
    r"\d+\s+tỉnh(?:\s*,?\s*thành(?:\s+phố)?)?|\d+/\d+\s+(?:tỉnh|đơn\s+vị\s+trong\s+cụm)|toàn\s+ngành|cụm\s+thi\s+đua)(?!\w)",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?:với|cùng|ủng\s+hộ|hỗ\s+trợ|giúp|giúp\s+đỡ|tặng|cho|chia\s+sẻ|đồng\s+bào|nhân\s+dân|bà\s+con|hướng\s+về|gửi|tới|thăm|sang|"
    r"thăm\s+quan|tham\s+quan|kinh\s+nghiệm\s+(?:tại|ở|của)|từ|đón|tiếp|của\s+đoàn|quê\s+ở|quê)"
    r"(?:\s+(?:các|hội|hội\s+viên|phụ\s+nữ|lhpn|trẻ\s+em|người\s+dân|đoàn|bạn|cán\s+bộ|ubnd|nhân\s+dân|\d{1,2}|hai|đại\s+biểu|"
    r"các\s+tỉnh|vùng\s+(?:lũ|dịch|bão|sâu|cao|biên|khó)(?:\s+(?:lụt|xa|khăn|giới))?|miền\s+(?:trung|bắc|nam|núi))){0,4}\s*$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:chủ\s+tịch|bí\s+thư|giám\s+đốc|trưởng\s+ban|chánh\s+văn\s+phòng|đồng\s+chí|đ/c|ủy\s+viên|uỷ\s+viên|tỉnh\s+ủy\s+viên|tuv|lãnh\s+đạo|đại\s+diện)"
    r"(?:\s+(?:thường\s+trực|hội|lhpn|liên\s+hiệp|phụ\s+nữ|ubnd|hđnd|ubmttq|tỉnh\s+ủy|huyện\s+ủy|ban|bch|btv|ban\s+thường\s+vụ|ban\s+chấp\s+hành|công\s+an|đảng\s+ủy)){0,4}\s*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|-|–|\()\s*(?:thuộc\s+)?")
_OWNER = re.compile(
    r"(?<!\w)(?:công\s+an|ubnd|tỉnh\s+ủy|(?<!cơ\s)sở|bộ\s+chỉ\s+huy|bộ\s+đội|báo(?!\s+cáo)|đài|(?<!môi\s)(?<!thị\s)trường|bệnh\s+viện|chợ|sông|"
    r"(?<!yêu\s)(?<!nhu\s)(?<!toàn\s)cầu|đường|(?<!thành\s)(?<!khu\s)phố)(?!\w)[^,;.]{0,30}$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?<!\w)(?:hội\s+(?:phụ\s+nữ\s+(?:công\s+an|quân\s+\w+|biên\s+phòng|bộ\s+đội)|nữ\s+(?:doanh\s+nhân|trí\s+thức)|"
    r"nông\s+dân|cựu\s+chiến\s+binh|ccb|chữ\s+thập\s+đỏ|người\s+cao\s+tuổi|khuyến\s+học|đông\s+y|liên\s+hiệp\s+thanh\s+niên|"
    r"người\s+mù|cựu\s+giáo\s+chức|cựu\s+tnxp)|đoàn\s+(?:thanh\s+niên|tn(?:cs)?(?:\s+hcm)?|tncshcm)(?!\w)|liên\s+đoàn\s+lao\s+động|công\s+đoàn|"
    r"(?:(?:ủy|uỷ)\s+ban\s+)?(?:mặt\s+trận\s+tổ\s+quốc|mttq)|ubmttq|ubnd|(?:ủy|uỷ)\s+ban\s+nhân\s+dân|công\s+an|ban\s+chỉ\s+huy\s+quân\s+sự|"
    r"bộ\s+chỉ\s+huy|đồn\s+biên\s+phòng|trạm\s+y\s+tế|trung\s+tâm\s+y\s+tế|(?:trung\s+ương|tw)\s+hội|(?:tỉnh|thành|huyện|quận)\s+hội|đảng\s+(?:ủy|uỷ))(?!\w)"
    rf"(?:\s+(?:việt\s+nam|vn))?(?:\s+(?:{LEVELS})(?!\w))?",
    re.IGNORECASE,
)
"""Organisations beside the Union."""
_BODY_OBJECT = re.compile(
    r"(?:phối\s+hợp|kết\s+hợp|ký\s+kết|của|do|từ|qua|nguồn|được|thuộc|cụm|theo|về|trong|ngành|cán\s+bộ|chiến\s+sĩ|phụ\s+nữ|hội\s+phụ\s+nữ)\s*$",
    re.IGNORECASE,
)
_BODY_BESIDE = re.compile(
    r"(?:[^;.:]|\.(?=\d))*?(?:phối\s+hợp|cùng(?:\s+với)?|với|ký\s+kết)\s(?:[^;.:]{0,120},\s*|[^;.:]{0,120}và\s+)$",
    re.IGNORECASE,
)
"""Further on in a list of partners: "phối hợp với Công an, Đoàn Thanh niên"."""
_CLAUSE_START = re.compile(
    r"(?:^|[;:])[\s\W]*(?:(?:\d{1,2}|[a-zđ])[.)]\s*)?"
    r"(?:(?:nhân|trong|tại|ngày|vừa\s+qua|dịp|sáng|chiều|tối|cũng|bên\s+cạnh|cùng\s+với|ngoài\s+ra|đặc\s+biệt|năm|quý|tháng|hưởng\s+ứng|đồng\s+thời)"
    r"(?!\w)[^,;.:]{0,70},\s*|riêng\s+)?$",
    re.IGNORECASE,
)
_UNION_BEFORE = re.compile(r"(?:hội|lhpn|phụ\s+nữ|hpn)\s*(?:\(\w+\)\s*)?$", re.IGNORECASE)
_AT = re.compile(r"(?<!\w)(?:tại|ở)\s*$", re.IGNORECASE)
_NUMBERED = frozenset({
    "quận", "phường", "thôn", "bản", "ấp", "khu phố", "tổ dân phố", "buôn", "xóm", "làng", "khóm", "tiểu khu", "cụm",
})  # fmt: skip
"""Places that have numbers for names."""
_BEFORE_CHARS = 70


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place at [start, end) of a text; several in a row ("xã A, huyện B") are the smallest of them."""

    start: int
    end: int
    level: str
    """Lower case, single-spaced, "tp" written out; empty where the text gives none."""
    name: str
    counts: bool = True
    """Whether what is said happens there: not a recipient, a partner, or part of somebody's title."""
    wider: bool = False
    """Several provinces, the country."""
    union: bool = False
    """Named as the Union of the place."""
    located: bool = False
    """Named as where something is: "tại Tây Ninh"."""


def place_mentions(text: str) -> list[PlaceMention]:
    """Every place a text names, in order."""
    found: list[PlaceMention] = []
    taken: list[tuple[int, int]] = []
    for match in _LEVELLED.finditer(text):
        level = _level(match["level"])
        if match["name"].isdecimal() and (level not in _NUMBERED or text[: match.start()].lower().endswith("cấp ")):
            continue  # "cấp huyện 67 trẻ"
        found.append(_mention(text, match.start(), match.end(), level, match["name"]))
        taken.append(match.span())
    for match in _PROVINCE.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            found.append(_mention(text, match.start(), match.end(), "", match["name"]))
    for match in _WIDER.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            before = text[max(0, match.start() - _BEFORE_CHARS) : match.start()]
            found.append(
                PlaceMention(match.start(), match.end(), "", match.group(), not _OBJECT.search(before), wider=True)
            )
    return _nested(text, sorted(found, key=lambda one: one.start))


def is_object(text: str, start: int) -> bool:
    """Whether what begins there is a partner, a recipient or an owner, and not who does what is told."""
    near = text[max(0, start - _BEFORE_CHARS) : start]
    return _OBJECT.search(near) is not None or _BODY_OBJECT.search(near) is not None


def other_bodies(text: str, *, leading: bool) -> list[PlaceMention]:
    """Organisations beside the Union that do what is told, in order; partners, owners and authors are none.

    :param leading: Only those a clause opens with: in the Union's own papers others are partners, however they stand.
    """
    found = []
    for match in _BODY.finditer(text):
        before = text[: match.start()]
        if is_object(text, match.start()) or _BODY_BESIDE.fullmatch(before):
            continue
        if not leading or _CLAUSE_START.search(before):
            found.append(PlaceMention(*match.span(), "", ""))
    return found


def _level(written: str) -> str:
    level = " ".join(written.lower().replace(".", "").split())
    return {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}.get(level, level)


def _mention(text: str, start: int, end: int, level: str, name: str) -> PlaceMention:
    if level in {"tỉnh", "thành phố", ""}:
        cut = _province_in(name)
        end, name = (end - len(name) + len(cut), cut) if cut else (end, name)
    before = text[max(0, start - _BEFORE_CHARS) : start]
    counts = not (_OBJECT.search(before) or _TITLED.search(before) or _OWNER.search(before))
    union, located = bool(_UNION_BEFORE.search(before)), bool(_AT.search(before))
    return PlaceMention(start, end, level, " ".join(name.split()), counts, union=union, located=located)


def _province_in(name: str) -> str:
    """The province a run of capitalised words begins with: the rest may be somebody's name."""
    words = name.split(" ")
    for size in range(len(words), 0, -1):
        if province_alone(" ".join(words[:size])):
            return " ".join(words[:size])
    return ""


def _nested(text: str, found: list[PlaceMention]) -> list[PlaceMention]:
    """Without the wider place that only tells where the one before it lies."""
    kept: list[PlaceMention] = []
    last_end = -1
    for one in found:
        inside = kept and not kept[-1].wider and not one.wider and _JOINED.fullmatch(text[last_end : one.start])
        if inside and _rank(one.level) > _rank(kept[-1].level):
            last_end = one.end
            continue
        kept.append(one)
        last_end = one.end
    return kept


def _rank(level: str) -> int:
    order = ("thôn", "xã", "huyện", "tỉnh")
    same = {"bản": "thôn", "ấp": "thôn", "buôn": "thôn", "xóm": "thôn", "làng": "thôn", "khóm": "thôn",
            "tiểu khu": "thôn", "khu phố": "thôn", "tổ dân phố": "thôn", "phường": "xã", "thị trấn": "xã",
            "quận": "huyện", "thị xã": "huyện", "thành phố": "huyện", "đặc khu": "xã", "": "tỉnh"}  # fmt: skip
    return order.index(same.get(level, level)) if same.get(level, level) in order else len(order)
