"""Names of bodies in a letterhead, and how they read outside it: a linguistic table."""

import re

from ingest.text.folding import fold
from ingest.text.letters import LOWER, UPPER

_LEVEL = (
    r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|PHƯỜNG|ĐẶC KHU|THÔN|KHU PHỐ|TỔ DÂN PHỐ|ẤP|BUÔN|KHÓM"
    r"|XÃ(?!\s+HỘI(?:\s*$|\s+(?:TỈNH|THÀNH|HUYỆN|QUẬN|VIỆT|\W)))"
    r"|BẢN(?!\s+(?:KIỂM|CAM|ĐĂNG|SAO|TIN|TỔNG|NHẬN|THỎA|THOẢ|GHI|TỰ|TRÍCH)(?!\w)))"
)
_OWN_NAMES = re.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN)\s+(?:ỦY|UỶ|ĐOÀN|HỘI)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"(?:{_LEVEL}(?!\w)|VIỆT NAM|PHỤ NỮ|LIÊN HIỆP|NHÂN DÂN|HỒ CHÍ MINH|CÁC TỈNH|CÁC CẤP|VÀ |TỔ QUỐC|TRUNG ƯƠNG)",
    re.IGNORECASE,
)
_STAYS_OPEN = re.compile(
    r"(?:VÀ|CỦA|(?<!QUỐC )HỘI|-|–|,|LIÊN HIỆP|ỦY BAN|UỶ BAN|MẶT TRẬN|THÀNH PHỐ|CHỈ HUY|THƯỜNG VỤ HỘI)$", re.IGNORECASE
)
_ORGAN = re.compile(
    r"(?:BAN\s+THƯỜNG\s+VỤ|BAN\s+CHẤP\s+HÀNH|BAN\s+THƯỜNG\s+TRỰC|ĐOÀN\s+CHỦ\s+TỊCH|THƯỜNG\s+TRỰC)", re.IGNORECASE
)
_BARE_UNION = re.compile(
    r"(?:(?:BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH)|BCH|BTV)\s+)?HỘI\s+(?:LIÊN\s+HIỆP\s+PHỤ\s+NỮ|LHPN|PHỤ\s+NỮ|PN)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:HỘI|BAN|BQL|HĐND|UBMT|[UỦ][ỶY]\s+BAN|UBND|UBMTTQ|BỘ(?!\s+TRƯỞNG)|SỞ|PHÒNG|VĂN\s+PHÒNG|CHI\s+HỘI|CHI\s+BỘ|ĐẢNG\s+(?:BỘ|ỦY|UỶ|ĐOÀN)|TỈNH\s+(?:ỦY|UỶ|HỘI|ĐOÀN)"
    r"|THÀNH\s+(?:ỦY|UỶ|HỘI|ĐOÀN)|HUYỆN\s+(?:ỦY|UỶ|HỘI|ĐOÀN)|QUẬN\s+(?:ỦY|UỶ)|QUỐC\s+HỘI|CHÍNH\s+PHỦ|THỦ\s+TƯỚNG|CHỦ\s+TỊCH\s+NƯỚC"
    r"|ĐOÀN|LIÊN\s+ĐOÀN|CÔNG\s+ĐOÀN|CÔNG\s+AN|ĐỒN\s+BIÊN|TRẠM\s+Y|BỆNH\s+VIỆN|HIỆP\s+HỘI|CHI\s+CỤC|TỔNG\s+CÔNG|TRƯỜNG|TRUNG\s+TÂM|MẶT\s+TRẬN|CỤC|TỔNG\s+CỤC|VIỆN|TÒA\s+ÁN|HỌC\s+VIỆN|TỔ(?!\s+CHỨC)|CÂU\s+LẠC\s+BỘ|BCH|BTV|TRUNG\s+ƯƠNG"
    r"|KIỂM\s+TOÁN|NGÂN\s+HÀNG|BẢO\s+HIỂM|TỔNG\s+LIÊN\s+ĐOÀN|CỤM|TIỂU\s+BAN|QUỸ|CÔNG\s+TY|HỢP\s+TÁC\s+XÃ"
    r"|(?:SƯ|TRUNG|LỮ|TIỂU|BINH|HẢI|QUÂN)\s+ĐOÀN|QUÂN\s+(?:KHU|CHỦNG)|TỔNG\s+CỤC)(?!\w)",
    re.IGNORECASE,
)
_MASS_BODY = re.compile(
    r"(?:(?:BAN\s+\w+\s+\w+|BCH|BTV)\s+)?"
    r"(?:HỘI\s+(?!ĐỒNG)|ĐOÀN\s+(?:TNCS|THANH)|CÔNG\s+AN|BAN\s+CHỈ\s+HUY|TRẠM\s+Y|LIÊN\s+ĐOÀN|CÔNG\s+ĐOÀN)",
    re.IGNORECASE,
)
_END_LEVEL = re.compile(rf"(?<!\w){_LEVEL}$", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–]\s+")
_NOT_BODIES = re.compile(
    r"\(|DỰ\s+THẢO|BẢN\s+SAO|MẪU\s+SỐ|PHỤ\s+LỤC|TÀI\s+LIỆU|LƯU\s+HÀNH|XEM\s+XONG|BAN\s+HÀNH|HỘI\s+NGHỊ|ĐỘ\s+MẬT|KÍNH\s+GỬI|HỘI\s+THẢO|ĐẠI\s+HỘI",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b\d{1,2}$|(?:ĐOÀN|QUÂN KHU|SỐ)\s+\d{1,4}[A-Z]?$", re.IGNORECASE)
"""Districts, wards and units of the army bear numbers."""
_PHRASES = (
    "Hội Liên hiệp Phụ nữ", "Hội LHPN", "Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Hội Chữ thập đỏ",
    "Hội đồng nhân dân", "Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực", "Ban Tổ chức",
    "Ban Tuyên giáo và Dân vận", "Ban Tuyên giáo", "Ban Dân vận", "Ban Chỉ đạo", "Ban Chỉ huy", "Ban Bí thư",
    "Đoàn Chủ tịch", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Mặt trận Tổ quốc", "Uỷ ban Mặt trận Tổ quốc",
    "Ủy ban Kiểm tra", "Ủy ban", "Uỷ ban", "Mặt trận Tổ quốc", "Bộ Chỉ huy", "Bộ Chính trị", "Bộ đội Biên phòng",
    "Bộ Nội vụ", "Bộ Tài chính", "Bộ Công an", "Bộ Tư pháp", "Bộ Quốc phòng", "Bộ Giáo dục và Đào tạo",
    "Bộ Lao động - Thương binh và Xã hội", "Bộ Kế hoạch và Đầu tư", "Bộ Y tế", "khu công nghiệp", "Chi hội Phụ nữ",
    "Chi hội", "Chi bộ", "Tổ phụ nữ", "Đảng bộ", "Đảng đoàn", "Đảng ủy", "Đảng uỷ", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy",
    "Thành uỷ", "Huyện ủy", "Huyện uỷ", "Quận ủy", "Tỉnh đoàn", "Huyện đoàn", "Thành đoàn", "Tỉnh hội", "Huyện hội",
    "Văn phòng", "Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", "Chủ tịch nước", "Liên đoàn Lao động", "Trung ương",
    "Việt Nam", "Ngân hàng Chính sách xã hội", "Phòng giao dịch", "Bảo hiểm xã hội", "Chi bộ cơ quan",
    "Cán bộ Phụ nữ", "Đoàn kiểm tra số", "Đoàn kiểm tra", "Đoàn giám sát", "Hội đồng thi đua - khen thưởng",
    "Công an", "Vì sự tiến bộ của phụ nữ", "Tòa án nhân dân", "Toà án nhân dân", "Viện kiểm sát nhân dân", "Bộ phận",
    "Một cửa", "Sư đoàn", "Trung đoàn", "Lữ đoàn", "Tiểu đoàn", "cơ sở", "cuộc thi", "hội nghị", "Tổ công tác",
    "Cơ quan", "Kho bạc Nhà nước", "Học viện Phụ nữ", "Đoàn Thanh niên", "Cộng sản Hồ Chí Minh", "và", "của", "các",
    "về", "Hồ Chí Minh", "Ban Quản lý", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường",
    "đặc khu", "thôn", "khu phố", "tổ dân phố", "buôn", "khóm", "bản", "ấp", "Sở", "Phòng", "Trường", "Trung tâm",
    "Hội", "Ban", "Nội vụ", "Tài chính", "Tư pháp", "Y tế", "Xây dựng", "Công Thương", "Ngoại vụ",
    "Khoa học và Công nghệ", "Văn hóa", "Thể thao và Du lịch", "Giao thông vận tải",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông", "Giáo dục và Đào tạo", "Kế hoạch và Đầu tư", "Lao động - Thương binh và Xã hội",
)  # fmt: skip
_ABBREVIATIONS = frozenset(
    str.split(
        "BQL KCN LHPN MTTQ UBND UBMTTQ HĐND TNCS HCM TW BCH BTV BĐBP LĐLĐ CCB HND TP. TP VN CT-XH BTT PN II III IV VI"
    )
)
_FLAT = re.compile(rf"(?i:{_LEVEL})\s+[{LOWER}]|(?:Bộ|Sở|Cộng) [{LOWER}]")
"""Capitals were lost: Bộ tài chính, Tỉnh an giang."""
_BY_PHRASE = {phrase.upper(): phrase for phrase in _PHRASES}
_PHRASE = re.compile(
    "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in sorted(_BY_PHRASE, key=len, reverse=True)),
    re.IGNORECASE,
)


def _folded_phrases() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for phrase in _BY_PHRASE:
        if " " in phrase:
            table.setdefault(fold(phrase), []).append(phrase)
    return table


_BY_FOLD = _folded_phrases()
_FOLDED_PHRASE = re.compile(
    "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in sorted(_BY_FOLD, key=len, reverse=True))
)
_BY_BARE_LEVEL = {fold(name).upper(): name for name in (
    "TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "THỊ XÃ", "THỊ TRẤN", "PHƯỜNG", "XÃ", "ĐẶC KHU", "THÔN", "ẤP",
)}  # fmt: skip
_BARE_LEVEL = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_BY_BARE_LEVEL, key=len, reverse=True))})(?=\s+[A-Z])(?! HOI\b)")
_ORGANS = {"BCH": "BAN CHẤP HÀNH", "BTV": "BAN THƯỜNG VỤ", "BTT": "BAN THƯỜNG TRỰC"}
_SHORT_ORGAN = re.compile(r"^(?:BCH|BTV|BTT)(?=\s+[" + UPPER + r"]{2})")
_MAX_WORDS = 12
_REST_WORDS = 4
_ORGAN_OF = re.compile(r"(?:Ban Chấp hành|Ban Thường vụ)\s+(?=(?:Hội|Đoàn|Liên đoàn|Công đoàn)\s)")
_PROVINCE_LINE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?)\s+[^,;:()\d]{2,30}")
_PARTY_PLACE = re.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)\s+(?:ỦY|UỶ|ĐOÀN|HỘI)\s+(?P<name>\S.*)$", re.IGNORECASE)
_PLACE_NAME = re.compile(rf"(?<!\w){_LEVEL}\s+(?P<name>(?!\W)\S.*)$", re.IGNORECASE)
_OPEN_LEVEL = re.compile(
    r"(?:(?:BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH)|BCH|BTV)\s+)?(?:HỘI\s+(?:LIÊN\s+HIỆP\s+PHỤ\s+NỮ|LHPN|PHỤ\s+NỮ|PN))\s+"
    r"(?P<level>TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)",
    re.IGNORECASE,
)
_BELOW_UNION = re.compile(
    r"(?:(?:BAN\s+CHẤP\s+HÀNH|BAN\s+CHỦ\s+NHIỆM|BCH|BCN)\s+)?"
    r"(?:CHI\s+HỘI|TỔ\s+PHỤ\s+NỮ|CÂU\s+LẠC\s+BỘ|CLB|TRUNG\s+TÂM|HỘI|QUỸ|TRƯỜNG|HỢP\s+TÁC\s+XÃ|CÔNG\s+TY)(?!\w)(?!\s+ĐỒNG)",
    re.IGNORECASE,
)


def is_body(text: str) -> bool:
    """Whether a line of a letterhead names a body: it opens like one and is in capitals, or is short."""
    if ":" in text or _NOT_BODIES.search(text):
        return False
    if any(char.isdigit() for char in text) and not _NUMBERED.search(text):
        return False
    if not (_OPENING.match(text) or _GOES_ON.match(text)):
        return False
    return text.isupper() or (len(text.split()) <= _MAX_WORDS and not text.endswith((".", ":", ";", ",")))


def opens_body(text: str) -> bool:
    """Whether a line begins a name; one that opens with a level (``THÔN ĐOÀI``) only goes on with another."""
    return is_body(text) and _OPENING.match(text) is not None


def goes_on(previous: str, text: str) -> bool:
    """Whether the line only continues the name above it."""
    if _OWN_NAMES.match(text):
        return False
    if _ORGAN.fullmatch(previous):
        return False
    return _GOES_ON.match(text) is not None or _STAYS_OPEN.search(previous) is not None


def settled(text: str) -> str:
    """A line in capitals with the words of bodies and levels as they are spelt, where only accents were misread."""
    if not text.isupper():
        return text
    if text.isascii():
        text = _BARE_LEVEL.sub(lambda match: _BY_BARE_LEVEL[match.group()], text)
    for match in _FOLDED_PHRASE.finditer(fold(text)):
        written = _BY_FOLD[match.group()]
        if text[match.start() : match.end()] not in written:
            text = text[: match.start()] + written[0] + text[match.end() :]
    return text


def is_organ(name: str) -> bool:
    """Whether a name is that of a body's own organ (Ban Thường vụ), which says nothing without the body."""
    return _ORGAN.fullmatch(name.strip()) is not None


def is_joint(name: str) -> bool:
    """Whether two bodies stand in one name: ``Hội Liên hiệp Phụ nữ - Công an``."""
    _, dash, other = name.partition(" - ")
    return bool(dash) and _OPENING.match(other.strip()) is not None


def joint_under(name: str, above: str) -> str | None:
    """Names of bodies in one line that leaves their place out, each with that of the body above: an organ is of it.

    ``BAN THƯỜNG TRỰC - HỘI LIÊN HIỆP PHỤ NỮ`` under the Front of a ward; None where a line is no such one.
    """
    place = place_of(above)
    parts = [one.strip() for one in _DASH.split(name)]
    if place is None or len(parts) == 1 or place_of(name) is not None:
        return None
    names = [organ_of(one, above) if is_organ(one) else _at_place(one, place) for one in parts]
    return " - ".join(one for one in names if one) if all(names) else None


def _at_place(body: str, place: str) -> str | None:
    """A mass organisation named by its level or not even that, with its place; None for any other body."""
    level = _END_LEVEL.search(body)
    if _MASS_BODY.match(body) is None or (level is not None and not is_of_level(place, level.group())):
        return None
    named = readable(_END_LEVEL.sub("", body).strip())
    written = readable(place)
    return f"{named} {written[:1].lower()}{written[1:]}"


def are_sisters(one: str, other: str) -> bool:
    """Whether two mass organisations of the same place stand in a letterhead: neither is above the other."""
    return (
        _MASS_BODY.match(one) is not None
        and _MASS_BODY.match(other) is not None
        and (at := place_of(one)) is not None
        and fold(at) == fold(place_of(other) or "")
    )


def is_rest_of_name(previous: str, text: str) -> bool:
    """Whether a short line in capitals can only be the end of the name above it: ``PHÁT TRIỂN``."""
    if not (previous.isupper() and text.isupper()) or is_organ(previous) or is_body(text):
        return False
    plain = all(word.isalpha() for word in text.replace(",", " ").split()) and len(text.split()) <= _REST_WORDS
    return plain and not _NOT_BODIES.search(text) and len(text) > 1


def is_province_above(name: str, text: str) -> bool:
    """Whether a line under a body of a district or commune only says of which province: ``TỈNH GIA LAI``."""
    return place_of(name) is not None and _PROVINCE_LINE.fullmatch(text) is not None


def is_bare_union(name: str) -> bool:
    """Whether the Union is named without its place."""
    return _BARE_UNION.fullmatch(name.strip()) is not None


def open_level(name: str) -> str | None:
    """The level a Union is named with where the place's name is left out: ``XÃ`` of ``BAN THƯỜNG VỤ HỘI LHPN XÃ``."""
    match = _OPEN_LEVEL.fullmatch(" ".join(name.split()))
    return match["level"] if match else None


def is_of_level(place: str, level: str) -> bool:
    """Whether a place, level and name, is of a level: ``TP.`` is ``THÀNH PHỐ``."""
    return _level_of(place).startswith(_level_of(level) + " ")


def _level_of(text: str) -> str:
    return re.sub(r"^tp\.?\s*", "thanh pho ", fold(" ".join(text.split()))).strip()


def is_body_of_its_own(name: str) -> bool:
    """Whether a body below a Union in a letterhead is another organisation and no office of that Union."""
    return _BELOW_UNION.match(name) is not None


def organ_of(organ: str, body: str) -> str:
    """An organ with the body it is of; another organ of that body between the two says nothing: BTV, not BTV BCH."""
    return f"{readable(organ)} {_ORGAN_OF.sub('', readable(body), count=1)}"


def readable(name: str) -> str:
    """A name in capitals as it is written in a sentence; one that is not in capitals stays as it is."""
    name = " ".join(name.split())
    name = _SHORT_ORGAN.sub(lambda match: _ORGANS[match.group()], name)
    if not (name.isupper() or name[:1].islower() or _FLAT.search(name)):
        return name
    parts: list[str] = []
    at = 0
    for match in _PHRASE.finditer(name):
        parts += [_titled(name[at : match.start()]), _BY_PHRASE[match.group().upper()]]
        at = match.end()
    parts.append(_titled(name[at:]))
    text = "".join(parts)
    return text[:1].upper() + text[1:]


def _titled(text: str) -> str:
    return re.sub(r"\S+", lambda word: word.group() if _stays(word.group()) else word.group().capitalize(), text)


def _stays(word: str) -> bool:
    return word in _ABBREVIATIONS or any(char.isdigit() for char in word)


def place_of(name: str) -> str | None:
    """Level and name of the place a body belongs to: ``xã Tân Lập``; None where no name follows the level."""
    if party := _PARTY_PLACE.search(name):
        return party["name"]
    match = _PLACE_NAME.search(name)
    if match is None:
        return None
    named, dash, rest = match["name"].partition(" - ")
    joint = dash and _OPENING.match(rest)
    named = named.partition(",")[0]
    if match["name"].startswith(("-", "–")) or re.match(
        r"(?:HỘI|BAN|BỘ|SỞ|ỦY|UỶ|ĐẢNG|ĐOÀN)(?:\s|$)", named, re.IGNORECASE
    ):
        return None
    return (name[match.start() : match.start("name")] + (named if joint else match["name"].partition(",")[0])).strip()
