"""Further changes that make a sentence untrue: a percentage, organisation, month, quarter, half-year, direction."""

import random
import re

from tests.benchmarks.verification_changes import CHANGES as FIRST
from tests.benchmarks.verification_changes import Change

_PERCENT = re.compile(r"(?<![\w.,/-])(?P<figure>\d{1,3}(?:,\d{1,2})?)(?=\s?%)")
_BODIES = (
    ("Hội LHPN", "Hội Nông dân", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Đoàn Thanh niên"),
    ("Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Liên đoàn Lao động"),
    ("Hội Phụ nữ", "Hội Nông dân", "Hội Người cao tuổi"),
    ("UBND", "HĐND", "Ủy ban MTTQ"),
    ("Ủy ban nhân dân", "Hội đồng nhân dân"),
    ("Bộ Y tế", "Bộ Tài chính", "Bộ Công an", "Bộ Quốc phòng", "Bộ Giáo dục và Đào tạo", "Bộ Xây dựng",
     "Bộ Công Thương", "Bộ Giao thông Vận tải", "Bộ Nội vụ", "Bộ Ngoại giao", "Bộ Tư pháp",
     "Bộ Tài nguyên và Môi trường"),
    ("Sở Y tế", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Sở Xây dựng", "Sở Công Thương", "Sở Nội vụ"),
    ("Quốc hội", "Chính phủ"),
    ("Thủ tướng Chính phủ", "Chủ tịch nước", "Chủ tịch Quốc hội"),
    ("Ngân hàng Nhà nước", "Bộ Tài chính", "Kiểm toán Nhà nước"),
    ("Viện kiểm sát", "Tòa án"),
    ("Cảnh sát hình sự", "Cảnh sát giao thông", "Cảnh sát kinh tế"),
)  # fmt: skip
_MONTH = re.compile(r"(?<!\d )(?<=tháng )(?P<m>[1-9]|1[0-2])(?=(?:/| năm )(?:19|20)\d\d|\s?[,.]|\s(?:vừa|qua|này|tới))")
_QUARTER = re.compile(r"(?<=[Qq]uý )(?P<q>IV|I{1,3}|[1-4])(?!\w)")
_PART = re.compile(r"(?P<n>[369]|ba|sáu|chín) tháng (?P<part>đầu|cuối) năm|nửa (?P<half>đầu|cuối) năm")
_DIRECTIONS = (
    ("tăng", "giảm", r"(?=\s(?:\d|hơn|gần|khoảng|so với|lên|mạnh|nhẹ|từ))"),
    ("giảm", "tăng", r"(?=\s(?:\d|hơn|gần|khoảng|so với|xuống|mạnh|nhẹ|từ|còn))"),
    ("cao hơn", "thấp hơn", ""), ("thấp hơn", "cao hơn", ""), ("nhiều hơn", "ít hơn", ""), ("ít hơn", "nhiều hơn", ""),
    ("cao nhất", "thấp nhất", ""), ("thấp nhất", "cao nhất", ""), ("lớn nhất", "nhỏ nhất", ""),
    ("nhiều nhất", "ít nhất", ""), ("tối đa", "tối thiểu", ""), ("tối thiểu", "tối đa", ""),
    ("hơn", "chưa đến", r"(?=\s\d)"), ("trên", "dưới", r"(?=\s\d)"), ("gần", "hơn", r"(?=\s\d)"),
    ("không quá", "không dưới", r"(?=\s\d)"), ("trước ngày", "sau ngày", ""),
    ("đầu năm", "cuối năm", r"(?=\s(?:19|20)\d\d)"),
    ("vượt", "chưa đạt", r"(?=\s(?:\d|chỉ tiêu|kế hoạch))"), ("lãi", "lỗ", r"(?=\s\d)"), ("lỗ", "lãi", r"(?=\s\d)"),
)  # fmt: skip
_COUNTED = re.compile(
    r"(?<=\s)(?P<word>hai|ba|bốn|sáu|bảy|tám|chín|mười)(?=\s(?:người|em|hộ|cháu|xã|huyện|tỉnh|lớp|vụ|ngôi|trẻ|nạn nhân"
    r"|xe|công ty|năm|tháng|ngày|giờ|tuần|lần|trận|con|bàn|cuộc|phường|trường|dự án|mô hình|ca|đội|nước|tầng"
    r"|bị cáo)(?!\w))"
)
_OFFICE = re.compile(
    r"(?<!\w)(?P<deputy>Phó )?(?P<office>Chủ tịch(?! nước)|Giám đốc|Cục trưởng|Trưởng phòng|Bí thư|Hiệu trưởng)(?!\w)"
)
_WORDS = ("hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười")


def percent(sentence: str, chance: random.Random) -> str | None:
    """A percentage altered by more than a point."""
    spans = list(_PERCENT.finditer(sentence))
    if not spans:
        return None
    found = chance.choice(spans)
    whole, comma, part = found["figure"].partition(",")
    moved = int(whole) + chance.choice([-30, -12, -9, -5, -3, 2, 4, 6, 10, 15, 20])
    if not 0 < moved <= 100 + max(0, int(whole) - 100):
        return None
    return sentence[: found.start()] + f"{moved}{comma}{part}" + sentence[found.end() :]


def body(sentence: str, chance: random.Random) -> str | None:
    """An organisation replaced by another of its kind."""
    options = [
        (one, chance.choice([other for other in group if other not in {name, *name.split(" nhân dân")}]))
        for group in _BODIES
        for name in group
        for one in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)
    ]
    if not options:
        return None
    found, other = chance.choice(options)
    return sentence[: found.start()] + other + sentence[found.end() :]


def period(sentence: str, chance: random.Random) -> str | None:
    """A month, a quarter or the part of a year replaced."""
    options: list[tuple[int, int, str]] = []
    for found in _MONTH.finditer(sentence):
        options.append((*found.span(), str(chance.choice([one for one in range(1, 13) if one != int(found["m"])]))))
    for found in _QUARTER.finditer(sentence):
        row = ["I", "II", "III", "IV"] if found["q"] in {"I", "II", "III", "IV"} else ["1", "2", "3", "4"]
        options.append((*found.span(), chance.choice([one for one in row if one != found["q"]])))
    for found in _PART.finditer(sentence):
        if found["half"]:
            options.append((*found.span("half"), "cuối" if found["half"] == "đầu" else "đầu"))
        else:
            options.append((*found.span("part"), "cuối" if found["part"] == "đầu" else "đầu"))
    if not options:
        return None
    start, end, text = chance.choice(options)
    return sentence[:start] + text + sentence[end:]


def direction(sentence: str, chance: random.Random) -> str | None:
    """More for less, before for after, at most for at least."""
    options = [
        (one, new)
        for old, new, after in _DIRECTIONS
        for one in re.finditer(rf"(?<!\w)(?<!không ){old}(?!\w){after}", sentence)
    ]
    if not options:
        return None
    found, new = chance.choice(options)
    return sentence[: found.start()] + new + sentence[found.end() :]


def worded_number(sentence: str, chance: random.Random) -> str | None:
    """A number in words replaced by another."""
    spans = list(_COUNTED.finditer(sentence))
    if not spans:
        return None
    found = chance.choice(spans)
    other = chance.choice([one for one in _WORDS if one != found["word"]])
    return sentence[: found.start()] + other + sentence[found.end() :]


def office(sentence: str, chance: random.Random) -> str | None:
    """A head made a deputy, or a deputy the head."""
    spans = list(_OFFICE.finditer(sentence))
    if not spans:
        return None
    found = chance.choice(spans)
    other = found["office"] if found["deputy"] else f"Phó {found['office']}"
    return sentence[: found.start()] + other + sentence[found.end() :]


ALL: dict[str, Change] = {
    **FIRST,
    "office": office,
    "percent": percent,
    "body": body,
    "period": period,
    "direction": direction,
    "worded number": worded_number,
}
