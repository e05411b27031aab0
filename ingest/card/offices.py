"""Offices that sign, and the words of authority over them: a linguistic table."""

import re

from ingest.text.folding import fold
from ingest.text.letters import LOWER, UPPER

AUTHORITY = re.compile(
    rf"(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TM|KT|TL|TUQ|T\s?/\s?UQ)\s?[.:]?\s+(?=[{UPPER}])|Q\.\s?(?=[{UPPER}])"
)
OFFICE = (
    r"TỔNG\s+BÍ\s+THƯ|BÍ\s+THƯ|CHỦ\s+TỊCH|TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|TRƯỞNG\s+ĐOÀN|CHÁNH\s+VĂN\s+PHÒNG|CHÁNH\s+ÁN|THẨM\s+PHÁN|GIÁM\s+ĐỐC|TỔNG\s+THƯ\s+KÝ"
    r"|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|THỦ\s+TƯỚNG|VIỆN\s+TRƯỞNG|HIỆU\s+TRƯỞNG|CHI\s+HỘI\s+TRƯỞNG|CHI\s+HỘI\s+PHÓ|TỔ\s+TRƯỞNG"
    r"|CHI\s+CỤC\s+TRƯỞNG|HỘI\s+(?:TRƯỞNG|PHÓ)|ĐỘI\s+TRƯỞNG|ĐỒN\s+TRƯỞNG|NHÓM\s+TRƯỞNG|CỤM\s+TRƯỞNG|KHỐI\s+TRƯỞNG|TRƯỞNG\s+(?:CÔNG\s+AN|TRẠM|KHOA|CỤM)"
    r"|TỔNG\s+BIÊN\s+TẬP|TƯ\s+LỆNH|CHÍNH\s+TRỊ\s+VIÊN|CHỦ\s+NHIỆM|CHỦ\s+T(?:ỌA|OẠ)|CHỦ\s+TRÌ|THƯ\s+KÝ|NGƯỜI\s+(?:BÁO\s+CÁO|LẬP(?:\s+BIỂU)?|VIẾT|KÝ)|THƯỜNG\s+TRỰC\s+BAN\s+BÍ\s+THƯ|VỤ\s+TRƯỞNG|CỤC\s+TRƯỞNG"
    r"|TRƯỞNG\s+(?:THÔN|BẢN|KHU|TIỂU\s+BAN)|CHÁNH\s+THANH\s+TRA|[UỦ][ỶY]\s+VIÊN|CHỈ\s+HUY\s+TRƯỞNG|CHÍNH\s+[UỦ][ỶY]|CHỦ\s+HỘ|KẾ\s+TOÁN|CHỈ\s+HUY"
    r"|CÔNG\s+CHỨC|CHUYÊN\s+VIÊN|KIỂM\s+SÁT\s+VIÊN|(?:TỔ|ĐỘI|TRẠM|NHÓM)\s+PHÓ|TRẠM\s+TRƯỞNG|HIỆU\s+PHÓ"
    r"|TRƯỞNG\s+(?:VĂN\s+PHÒNG|BỘ\s+PHẬN|KHỐI|CHI\s+NHÁNH|ĐẠI\s+DIỆN)|(?:ĐẠI\s+ĐỘI|TIỂU\s+ĐOÀN|TRUNG\s+ĐOÀN|LỮ\s+ĐOÀN|SƯ\s+ĐOÀN)\s+TRƯỞNG"
)
POSITION = re.compile(
    rf"(?:QUYỀN\s+|Q\.\s*|PHÓ\s+)?(?:TỔNG\s+)?(?:{OFFICE})(?:\s+(?:THƯỜNG\s+TRỰC|(?:[-–]\s+)?[^\W\d_]+(?:,?\s+(?:[-–]\s+)?[^\W\d_]+){{0,7}}))?(?:\s+(?:CUỘC\s+HỌP|HỘI\s+NGHỊ))?",
    re.IGNORECASE,
)
_AFTER_BODY = re.compile(rf"(?P<position>(?:PHÓ\s+|QUYỀN\s+)?(?:{OFFICE})(?:\s+THƯỜNG\s+TRỰC)?)$")
_COLLECTIVE = re.compile(r"(?:ĐOÀN\s+CHỦ\s+TỊCH|BAN\s+BÍ\s+THƯ)$")
ELSEWHERE = re.compile(r"(?<!\w)(?:UBND|HĐND|ỦY BAN|UỶ BAN|UBMTTQ|MTTQ|HỘI|SỞ)(?!\w)")
"""An office held elsewhere, written below the one that signs."""
CHAIRS = re.compile(r"CHỦ\s+(?:T(?:ỌA|OẠ)|TRÌ)", re.IGNORECASE)
CLERK = re.compile(r"(?:THƯ\s+KÝ|NGƯỜI\s+LẬP|KẾ\s+TOÁN)", re.IGNORECASE)
"""Who wrote it down, not who answers for it."""
SKIPPED = re.compile(
    r"[-–+•*·]|\(?\s*(?:đã\s+ký|ký|chữ\s+ký|ký\s+tên)|nơi\s+nhận|như\s"
    rf"|lưu\b(?!(?-i:\s+(?!Văn|Hồ)[{UPPER}][{LOWER}]+\s+[{UPPER}][{LOWER}]+$))|[.…_]+$",
    re.IGNORECASE,
)
_PROPER = (
    "Chủ tịch", "Bí thư", "Thường trực", "Giám đốc", "Chánh Văn phòng", "Trưởng ban", "Thủ tướng", "Quốc hội", "LHPN",
    "Bộ trưởng", "Hội", "Phụ nữ", "Chính phủ", "Tuyên giáo", "Dân vận", "UBND", "HĐND", "MTTQ", "Kinh tế", "Đời sống",
    "Gia đình", "Xã hội", "Công an", "Hội trưởng",
)  # fmt: skip
"""Words that keep a capital inside an office."""
BESIDE = re.compile(
    rf"(?:Nơi\s+nhận\s*:?|[-–+•]\s.*?[;,.:])\s+(?:[ˆ~^&_°'’`.]{{1,2}}\s+)?"
    rf"(?P<right>(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.?\s+[{UPPER} ]+"
    rf"|(?:QUYỀN\s+|PHÓ\s+)?(?:{OFFICE})(?:\s+THƯỜNG\s+TRỰC)?|\(\s*(?i:đã\s+ký).{{0,20}}\)"
    rf"|(?<=\.\s)[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,4}}))\s*"
)
"""A recipient and, beside it, a line of the signature: scans keep no gap between the two columns."""
_BY_BARE = {fold(name).upper(): name for name in (
    "CHỦ TỊCH", "PHÓ", "BÍ THƯ", "TRƯỞNG BAN", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "THƯỜNG TRỰC", "CHI HỘI TRƯỞNG",
    "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG", "CHỦ TRÌ", "CHỦ TỌA", "THƯ KÝ", "NGƯỜI LẬP", "NGƯỜI BÁO CÁO",
)}  # fmt: skip
_BARE_OFFICE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_BY_BARE, key=len, reverse=True))})(?!\w)")
_BARE_AUTHORITY = frozenset({"TM", "KT", "TL", "TUQ", "T/M", "K/T", "T/L", "Q"})
_SMALL_OFFICE_WORDS = 4


def is_position(text: str) -> bool:
    """Whether a line is an office and nothing else; one that is not in capitals is short."""
    stripped = text.strip()
    if POSITION.fullmatch(text.strip(" ,.:")) is None or _COLLECTIVE.fullmatch(stripped):
        return False
    return text.isupper() or len(text.split()) <= _SMALL_OFFICE_WORDS


def office_after_body(text: str) -> tuple[int, int] | None:
    """[start, end) of the office that ends a line of authority: ``TM. BAN THƯỜNG VỤ CHỦ TỊCH``.

    None for ``KT. CHỦ TỊCH``, which names the office of another.
    """
    match = _AFTER_BODY.search(text)
    if match is None or match.start() == 0 or _COLLECTIVE.search(text) or text.startswith(("KT", "K/T")):
        return None
    if text[: match.start()].strip(" .").upper() in _BARE_AUTHORITY:
        return None
    return match.span("position")


def office_name(text: str) -> str:
    """An office as it is written in a sentence; one in mixed letters stays as it is."""
    text = " ".join(text.split())
    if not (text.isupper() or text.islower()):
        return text
    text = text.lower().capitalize()
    for proper in _PROPER:
        text = re.sub(rf"(?<!\w)(?<!chi ){proper}(?!\w)", proper, text, flags=re.IGNORECASE)
    return text


def accented(text: str) -> str:
    """A line in capitals without accents, the offices in it as they are spelt; letters keep their places."""
    if not (text.isascii() and text.isupper()):
        return text
    return _BARE_OFFICE.sub(lambda match: _BY_BARE[match.group()], text)
