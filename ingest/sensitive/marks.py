"""Marks of state secrets and of restricted circulation as papers carry them (linguistic table).

Law 117/2025/QH15 knows three grades; the stamp stands in box 10a of decree 30/2020, in the head of the first page,
as a line of its own. "Luu hanh noi bo" and the like limit who reads a paper and are no grade of secrecy.
"""

import re

SECRET, TOP_SECRET, ABSOLUTE_SECRET = "MẬT", "TỐI MẬT", "TUYỆT MẬT"

_EDGE = r"[\s\W_]*"
_SPACED = {
    ABSOLUTE_SECRET: r"T\s*U\s*Y\s*Ệ\s*T\s*M\s*Ậ\s*T",
    TOP_SECRET: r"T\s*Ố\s*I\s*M\s*Ậ\s*T",
    SECRET: r"M\s*Ậ\s*T",
}
_LEVELS = "|".join(_SPACED.values())
_LABEL = r"(?:(?:DẤU\s+CHỈ\s+)?(?:MỨC\s+)?Đ[OỘ]\s*MẬT)"

STAMP = re.compile(rf"{_EDGE}(?P<level>{_LEVELS}){_EDGE}")
"""A line of nothing but the grade, in capitals, its letters perhaps set apart by OCR; tested with fullmatch."""
STAMP_ANY_CASE = re.compile(rf"{_EDGE}(?P<level>{_LEVELS}){_EDGE}", re.IGNORECASE)
DECLARED = re.compile(rf"{_EDGE}{_LABEL}\s*(?:[:\-–]\s*)?{_EDGE}(?P<level>{_LEVELS}){_EDGE}", re.IGNORECASE)
"""A line that says the grade: "Do mat: Toi mat"."""
MENTIONED = re.compile(
    r"(?:mức\s+)?(?:dấu\s+chỉ\s+)?độ\s+mật\s*[:\-–]\s*(?P<level>tuyệt\s+mật|tối\s+mật|mật)\s*(?=$|[|;.)\n])",
    re.IGNORECASE,
)
"""The same within a longer line."""
MISREAD = re.compile(
    rf"{_EDGE}(?:T\s*U\s*Y\s*[EÊỆỂỄẸ]\s*T\s*M\s*[AÂÁẬẤẦẠẢẶ]\s*T|T\s*[OÔỐỒỔỖỘƠ]\s*[IÌÍ1l]\s*M\s*[AÂÁẬẤẦẠẢẶ]\s*T){_EDGE}"
)
"""The two longer grades with their accents lost or mistaken by OCR."""
MISREAD_SHORT = re.compile(rf"{_EDGE}M\s*[AÂẤẦẠẶ]\s*T{_EDGE}")
OTHER_STAMP = re.compile(
    rf"{_EDGE}(?P<level>TÀI\s+LIỆU\s+THU\s+HỒI|BẢN\s+SAO\s+BÍ\s+MẬT\s+NHÀ\s+NƯỚC|BẢN\s+SAO\s+SỐ\s*[:….\d][\s:….\d/]*|"
    rf"CHỈ\s+NGƯỜI\s+CÓ\s+TÊN\s+MỚI\s+ĐƯỢC\s+BÓC\s+BÌ){_EDGE}"
)
OTHER_STAMP_ANY_CASE = re.compile(OTHER_STAMP.pattern, re.IGNORECASE)
INTERNAL = re.compile(r"LƯU\s+HÀNH\s+NỘI\s+BỘ|XEM\s+XONG\s+TRẢ\s+LẠI|KHÔNG\s+PHỔ\s+BIẾN")
INTERNAL_WORDS = ("NỘI", "TRẢ", "PHỔ")
INTERNAL_LINE = re.compile(
    rf"{_EDGE}(?:tài\s+liệu\s+)?(?:lưu\s+hành\s+nội\s+bộ|xem\s+xong\s+trả\s+lại|không\s+phổ\s+biến){_EDGE}",
    re.IGNORECASE,
)
LETTERHEAD = re.compile(
    r"CỘNG\s+H[ÒO][AÀ]\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|^\W*Số\s*[:.]?\s*[\d.…/_-]|"
    r"\d+\s*[-/]\s*[A-ZĐ]{2,4}\s*[-/]\s*[A-ZĐ]{2,}",
    re.IGNORECASE,
)
"""Motto or number of a paper: what stands near it is its head."""
MAY_BE = re.compile(r"[mM]\s*[aAâÂậẬấẤầẦạẠặẶ]\s*[tT]|[Tt][Hh][Uu]\s+[Hh][Ồồ]|[Bb][Ảả][Nn]\s+[Ss]|[Bb][Óó][Cc]\s+[Bb]")
"""Whether a line can hold any of the marks above; case by case, for ignoring case costs three times as much."""
LABELLED = re.compile(r"[Đđ][ỘộOo]\s*[Mm][Ậậ]|\t|\s{3}|\s\|\s")
LABEL_SIGNS = ("mậ", "Mậ", "MẬ", "mẬ", "\t", "   ", "|")
"""One of these is in every cleaned line that is labelled; looking for them costs a tenth."""
IN_CAPITALS = ("MẬT", "Ậ T", "MAT", "THU HỒI", "BẢN SAO", "BÓC BÌ", "Độ mật", "độ mật")
"""Without one of these beyond its head a text holds no mark."""
GOODS = re.compile(
    r"\b(?:ong|lít|kg|ki-?lô|chai|hũ|can|đường|gạo|giá|đồng|sản\s+phẩm|hàng|mặt\s+hàng|nguyên\s+liệu|sữa|trà|nghệ|"
    r"bánh|kẹo|trái\s+cây|vườn|rừng|khai\s+thác|số\s+lượng|đơn\s+vị\s+tính)\b",
    re.IGNORECASE,
)
"""Words around the honey and nectar that are written like the grade."""


def level_of(match: re.Match[str]) -> str:
    """The mark as it is named to people: in capitals, its letters together."""
    joined = re.sub(r"\s+", "", match["level"]).upper()
    for level in (ABSOLUTE_SECRET, TOP_SECRET, SECRET):
        if joined == level.replace(" ", ""):
            return level
    return " ".join(match["level"].upper().split()).strip(" :.…/0123456789")
