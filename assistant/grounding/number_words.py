"""Words that make, multiply, count, label and round numbers (linguistic table)."""

from enum import StrEnum

DIGITS: dict[str, int] = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
TEN = "mười"
TENS = frozenset({"mươi", "chục"})
HUNDRED = "trăm"
ODD = frozenset({"linh", "lẻ"})
HALF = "rưỡi"
ONE_HALF = ("một", "nửa")

MULTIPLIERS: dict[str, int] = {
    "trăm": 10**2, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip

MAGNITUDES = frozenset({"chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"})
"""After "hàng", "vài", "mấy": an amount without a figure."""

UNITS: dict[str, str] = {
    "%": "%", "phần trăm": "%", "‰": "‰",
    "đồng": "đồng", "vnd": "đồng", "vnđ": "đồng", "đ": "đồng",
    "usd": "usd", "đô la": "usd", "đôla": "usd", "đô": "usd", "euro": "euro", "eur": "euro", "bảng": "bảng",
    "yên": "yên", "nhân dân tệ": "nhân dân tệ",
    "km": "km", "ki lô mét": "km", "kilômét": "km", "kilomet": "km", "cây số": "km", "m": "m", "mét": "m", "cm": "cm",
    "xăng ti mét": "cm", "mm": "mm", "ha": "ha", "héc ta": "ha", "hecta": "ha", "hécta": "ha", "m2": "m2",
    "mét vuông": "m2", "m3": "m3", "m 3": "m3", "m 2": "m2",
    "mét khối": "m3", "km2": "km2", "ki lô mét vuông": "km2", "sào": "sào", "mẫu": "mẫu",
    "kg": "kg", "ki lô gam": "kg", "kilôgam": "kg", "kilogam": "kg", "cân": "kg", "ký": "kg", "gam": "g", "gram": "g",
    "g": "g", "tấn": "tấn", "tạ": "tạ", "yến": "yến", "lít": "lít", "ml": "ml", "độ": "độ", "kw": "kw", "mw": "mw",
    "giờ": "giờ", "h": "giờ", "tiếng": "giờ", "phút": "phút", "giây": "giây", "ngày": "ngày", "tuần": "tuần",
    "tháng": "tháng",
    "năm": "năm", "quý": "quý", "tuổi": "tuổi", "thế kỷ": "thế kỷ", "thập kỷ": "thập kỷ", "thập niên": "thập kỷ",
    "người": "người", "hộ": "hộ", "gia đình": "hộ", "nhân khẩu": "nhân khẩu", "khẩu": "nhân khẩu", "dân": "nhân khẩu",
    "lượt": "lượt",
    "em": "em", "cháu": "cháu", "chị": "chị", "bà": "bà", "ông": "ông", "anh": "anh", "trẻ": "trẻ", "trẻ em": "trẻ",
    "học sinh": "học sinh", "sinh viên": "sinh viên", "hội viên": "hội viên", "đảng viên": "đảng viên",
    "đồng chí": "người", "chi hội trưởng": "chi hội trưởng", "tổ trưởng": "tổ trưởng", "báo cáo viên": "báo cáo viên",
    "tuyên truyền viên": "tuyên truyền viên", "cộng tác viên": "cộng tác viên",
    "phụ nữ": "phụ nữ", "cán bộ": "cán bộ", "đại biểu": "đại biểu", "thành viên": "thành viên", "nạn nhân": "nạn nhân",
    "bệnh nhân": "bệnh nhân", "trường hợp": "trường hợp",
    "lao động": "lao động", "công nhân": "công nhân", "chiến sĩ": "chiến sĩ",
    "cuộc": "cuộc", "buổi": "buổi", "lớp": "lớp", "đợt": "đợt", "lần": "lần", "vụ": "vụ", "ca": "ca", "đơn": "đơn",
    "suất": "suất", "phần quà": "suất", "xuất quà": "suất", "xuất học bổng": "suất",
    "căn": "căn", "nhà": "nhà", "mái ấm": "mái ấm", "phòng": "phòng",
    "tầng": "tầng",
    "mô hình": "mô hình", "công trình": "công trình", "dự án": "dự án", "câu lạc bộ": "câu lạc bộ", "tổ": "tổ",
    "nhóm": "nhóm", "đội": "đội", "đoàn": "đoàn", "đơn vị": "đơn vị", "tổ chức": "tổ chức", "cơ sở": "cơ sở",
    "doanh nghiệp": "doanh nghiệp", "công ty": "công ty", "hợp tác xã": "hợp tác xã", "tổ hợp tác": "tổ hợp tác",
    "xã": "xã", "phường": "phường", "thị trấn": "thị trấn", "huyện": "huyện", "quận": "quận", "tỉnh": "tỉnh",
    "thành phố": "thành phố", "thị xã": "thị xã", "thôn": "thôn", "bản": "bản", "ấp": "ấp", "làng": "làng",
    "khu phố": "khu phố", "chi hội": "chi hội", "chi bộ": "chi bộ", "trường": "trường", "quốc gia": "nước",
    "nước": "nước", "con": "con", "cái": "cái", "chiếc": "chiếc", "xe": "xe", "bộ": "bộ", "bức": "bức", "cây": "cây",
    "quả": "quả", "bàn": "bàn", "trận": "trận", "điểm": "điểm", "phiếu": "phiếu", "giải": "giải",
    "huy chương": "huy chương",
    "bài": "bài", "tin": "tin", "trang": "trang", "văn bản": "văn bản", "ý kiến": "ý kiến", "chỉ tiêu": "chỉ tiêu",
    "súng": "súng", "khẩu súng": "súng", "khẩu ak": "súng", "khẩu pháo": "pháo",
    "tuyến": "tuyến", "loại": "loại", "nghìn": "nghìn", "cổ phiếu": "cổ phiếu", "cổ phần": "cổ phần", "lượng": "lượng",
    "chỉ": "chỉ", "thùng": "thùng", "thuê bao": "thuê bao", "tài khoản": "tài khoản", "sản phẩm": "sản phẩm",
    "vé": "vé", "khách": "khách", "du khách": "khách", "hành khách": "hành khách", "chuyến": "chuyến", "tàu": "tàu",
    "máy bay": "máy bay", "thí sinh": "thí sinh", "giáo viên": "giáo viên", "bác sĩ": "bác sĩ", "tập thể": "tập thể",
    "cá nhân": "cá nhân", "inch": "inch", "mah": "mah", "gb": "gb", "mb": "mb", "tb": "tb", "megapixel": "mp",
    "mp": "mp",
}  # fmt: skip
"""What is counted or measured, longest spelling first when read, to one name; another name is another thing."""

ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"em", "cháu", "trẻ", "học sinh"}),
    frozenset({"người", "nhân khẩu", "anh", "chị", "ông", "bà", "thành viên", "lao động", "hành khách", "bệnh nhân"}),
    frozenset({"người", "em", "học sinh", "sinh viên", "công nhân", "đại biểu", "thí sinh", "giáo viên", "nạn nhân"}),
    frozenset({"chị", "phụ nữ", "hội viên"}),
    frozenset({"người", "cán bộ", "chiến sĩ", "bác sĩ", "hội viên", "đảng viên", "phụ nữ", "khách", "cá nhân"}),
    frozenset({"người", "chi hội trưởng", "cán bộ"}),
    frozenset({"người", "tổ trưởng", "cán bộ"}),
    frozenset({"người", "báo cáo viên", "cán bộ"}),
    frozenset({"người", "tuyên truyền viên", "cán bộ"}),
    frozenset({"người", "cộng tác viên", "cán bộ"}),
    *(frozenset({"trường hợp", one}) for one in ("ca", "người", "bệnh nhân", "nạn nhân", "vụ")),
    frozenset({"căn", "nhà", "mái ấm"}),
    frozenset({"cuộc", "buổi", "đợt", "lần"}),
    frozenset({"doanh nghiệp", "công ty", "đơn vị", "cơ sở"}),
    frozenset({"xe", "chiếc", "cái", "tàu", "máy bay", "bộ"}),
    frozenset({"khách", "hành khách"}),
)
"""Things one of which may be told with the name of the other."""

MEASURES: dict[str, tuple[str, str]] = {
    "km": ("m", "1000"), "m": ("m", "1"), "cm": ("m", "0.01"), "mm": ("m", "0.001"),
    "tấn": ("kg", "1000"), "tạ": ("kg", "100"), "yến": ("kg", "10"), "kg": ("kg", "1"), "g": ("kg", "0.001"),
    "km2": ("m2", "1000000"), "ha": ("m2", "10000"), "m2": ("m2", "1"),
    "m3": ("lít", "1000"), "lít": ("lít", "1"), "ml": ("lít", "0.001"), "mw": ("kw", "1000"), "kw": ("kw", "1"),
    "giờ": ("giây", "3600"), "phút": ("giây", "60"), "giây": ("giây", "1"),
}  # fmt: skip
"""Units that measure the same, with what one of them holds of the smallest."""

LABELS = frozenset(
    str.split(
        "điều khoản điểm chương mục phần số quý thứ khóa khoá kỳ hạng lớp tuổi cấp tập trang vòng nhóm tổ khu phường"
        " quận ngày tháng ca phụ mẫu biểu bảng hình bước loại đường quốc"
    )
)
"""Before a number: it names one of a row, it does not count."""


class Rounding(StrEnum):
    """How a number is rounded."""

    ABOVE = "above"
    BELOW = "below"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


ROUNDING: dict[str, Rounding] = {
    "hơn": Rounding.ABOVE, "trên": Rounding.ABOVE, "quá": Rounding.ABOVE, "vượt": Rounding.ABOVE,
    "gần": Rounding.BELOW, "ngót": Rounding.BELOW, "chưa đến": Rounding.BELOW, "chưa tới": Rounding.BELOW,
    "chưa đầy": Rounding.BELOW, "không đến": Rounding.BELOW, "không tới": Rounding.BELOW, "không đầy": Rounding.BELOW,
    "không nhỏ hơn": Rounding.AT_LEAST, "không lớn hơn": Rounding.AT_MOST, "không cao hơn": Rounding.AT_MOST,
    "không nhiều hơn": Rounding.AT_MOST, "nhỏ hơn": Rounding.BELOW, "thấp hơn": Rounding.BELOW,
    "ít hơn": Rounding.BELOW,
    "dưới": Rounding.BELOW, "suýt soát": Rounding.BELOW,
    "khoảng": Rounding.ABOUT, "chừng": Rounding.ABOUT, "xấp xỉ": Rounding.ABOUT, "ước": Rounding.ABOUT,
    "ước đạt": Rounding.ABOUT, "ước tính": Rounding.ABOUT, "ước khoảng": Rounding.ABOUT, "tầm": Rounding.ABOUT,
    "trên dưới": Rounding.ABOUT, "hơn kém": Rounding.ABOUT, "cỡ": Rounding.ABOUT, "vào khoảng": Rounding.ABOUT,
    "ít nhất": Rounding.AT_LEAST, "tối thiểu": Rounding.AT_LEAST, "không dưới": Rounding.AT_LEAST,
    "không ít hơn": Rounding.AT_LEAST, "không thấp hơn": Rounding.AT_LEAST,
    "ít nhất là": Rounding.AT_LEAST, "tối thiểu là": Rounding.AT_LEAST, "tối đa là": Rounding.AT_MOST,
    "cao nhất là": Rounding.AT_MOST, "nhiều nhất là": Rounding.AT_MOST,
    "chậm nhất": Rounding.AT_MOST, "chậm nhất là": Rounding.AT_MOST, "muộn nhất": Rounding.AT_MOST,
    "tối đa": Rounding.AT_MOST, "nhiều nhất": Rounding.AT_MOST, "không quá": Rounding.AT_MOST,
    "không vượt quá": Rounding.AT_MOST, "không hơn": Rounding.AT_MOST,
}  # fmt: skip
"""Directly before a number."""

OVER = frozenset({"trên"})
"""Between two bare numbers it makes a share of them: bảy trên chín chỉ tiêu."""
BOUNDS: dict[str, Rounding] = {"trở lên": Rounding.AT_LEAST, "trở xuống": Rounding.AT_MOST, "trở đi": Rounding.AT_LEAST}
"""Behind a number and what it counts."""
LATEST, BEFORE = ("chậm", "nhất"), "trước"
"""Chậm nhất là 30 ngày trước: at least that much earlier."""
AFTER_NOON = frozenset({"tối", "chiều", "đêm"})
"""Behind an hour: 7 giờ tối is 19 giờ."""

UNSURE_WITHOUT_ACCENTS = frozenset({"cỡ"})
"""Rounding words that are most often others when typed without accents: có."""
