"""What tells a figure of a report from a date, a number in a name, an ordinal (linguistic table)."""

from collections.abc import Iterable, Sequence

from assistant.grounding.number_words import ROUNDING
from assistant.grounding.word_keys import exact_key, loose_key

NAME_WORDS: tuple[str, ...] = (
        "đề án", "dự án", "quyết định", "nghị quyết", "chỉ thị", "thông tư", "nghị định", "kết luận", "kế hoạch",
        "hướng dẫn", "công văn", "chương trình", "luật", "nq", "qđ", "ct", "kh", "cv", "covid", "sars", "quốc lộ",
        "tỉnh lộ", "đề án số", "games", "seagame", "khóa", "khoá", "lần thứ", "thứ", "số hiệu", "mã số", "hotline",
        "fax", "đt", "sđt", "điện thoại", "zalo số", "stk", "tài khoản số", "cụm số", "cụm thi đua số", "cụm",
)  # fmt: skip
"""Directly before a plain whole number: it belongs to a name. Money and measures are counted all the same."""

NUMBERED_THINGS: frozenset[str] = frozenset(
    str.split(
        "số thứ điều khoản khóa khoá kỳ quý tháng ngày hạng bảng hình biểu mẫu bước chương mục trang phụ vòng quốc"
    )
)
"""Labels after which a number never counts."""
NUMBERED_PLACES: tuple[str, ...] = (
    "thôn", "xóm", "ấp", "bản", "buôn", "làng", "khóm", "khối", "khu phố", "tổ dân phố", "tiểu khu", "đội", "quận",
    "phường",
)  # fmt: skip
"""Places that have numbers for names: no unit after them."""
EACH: tuple[str, ...] = ("mỗi", "từng", "một", "các", "cho", "mọi")
"""Before the word for a place: the number after it counts."""
COLLECTIVE: tuple[str, ...] = (
    "tổng số", "thiểu số", "đa số", "dân số", "trong số", "sĩ số", "con số", "quân số",
)  # fmt: skip
"""Directly before a number with its unit: "dân tộc thiểu số 1.012 người"."""
OPEN_LABELS: frozenset[str] = frozenset(str.split("lớp tổ nhóm cấp điểm phần đường loại tuổi tập ca khu quận phường"))
"""Labels after which it counts when a known unit follows."""

SLOGAN_WORDS: frozenset[str] = frozenset(str.split("không có sạch nhất giảm tốt biết cùng dám chăm đừng"))
"""After a small whole number: "5 không, 3 sạch", "3 biết", "4 phẩm chất" are names."""
SLOGAN_MOST = 12

STRUCTURE_WORDS: tuple[str, ...] = (
        "cấp", "mặt", "bên", "sao", "khâu đột phá", "nhiệm vụ trọng tâm", "phẩm chất", "chiều", "vòng", "trong một",
        "trách nhiệm", "mục tiêu quốc gia", "chương trình mục tiêu", "thành phần", "giai đoạn", "chỗ", "miền",
        "kết quả nổi bật", "sự kiện nổi bật", "dấu ấn", "điểm nhấn", "bài học", "nhóm nhiệm vụ", "nhóm giải pháp",
)  # fmt: skip
"""After a whole number below ten: how something is built, nothing counted ("cả 3 cấp", "3 khâu đột phá")."""
STRUCTURE_MOST = 10
QUALIFIER_UNITS: frozenset[str] = frozenset(
    {"năm", "tháng", "tuần", "tuổi", "giờ", "phút", "giây", "quý", "độ", "thế kỷ", "thập kỷ"}
)
"""Units of a time or an age: they qualify."""
WORK_DAYS: frozenset[str] = frozenset({"công"})
"""After "ngày": days of work are counted."""

COMRADES: frozenset[str] = frozenset({"chí", "bào", "đội", "nghiệp", "hành"})
"""After "đồng": no money."""

ATTRIBUTES: tuple[str, ...] = ("tiêu chí",)
"""Counted as a property of what another figure counts: "41.893 hộ đạt 08 tiêu chí"."""
ATTRIBUTE_VERBS: frozenset[str] = frozenset(str.split("đạt đủ theo cả của"))

ARTICLES: frozenset[str] = frozenset(str.split("số trong những vài lần nhiều mặt bên phần ít"))
"""After "một" and other number words: no amount."""

COUNTING_LEADS: frozenset[str] = frozenset(
    str.split("là đạt được lên còn có gồm bằng tăng giảm với tổng cộng khoảng trên hơn gần")
)
"""Directly before a number without a noun after it."""

YEAR_LEADS: tuple[str, ...] = tuple(
    str.split("là trong cả mỗi hằng hàng các những đầu cuối giữa từng vào một nhiều suốt qua theo")
)
"""Before "năm": it is a year, not five."""

YEAR = "năm"
ORDINALS: tuple[str, ...] = ("thứ", "lần thứ", "hạng")
ORGANISES: tuple[str, ...] = ("tổ chức",)
"""After a place with a number it is what the place does, no organisation: "Quận 8 tổ chức"."""
DAY_WORDS: tuple[str, ...] = ("ngày", "sáng", "chiều", "tối", "đêm")

HOLIDAYS: frozenset[str] = frozenset({
    "8/3", "08/3", "20/10", "26/3", "27/7", "30/4", "1/5", "01/5", "1/6", "01/6", "2/9", "02/9", "22/12", "3/2",
    "03/2", "28/6", "25/11", "19/5", "27/2", "20/11", "13/3", "10/3",
})  # fmt: skip

PERSONS: frozenset[str] = frozenset({
    "người", "em", "cháu", "chị", "bà", "ông", "anh", "trẻ", "mẹ", "hội viên", "phụ nữ", "lao động", "lao động nữ",
    "cán bộ", "đại biểu", "thành viên", "nạn nhân", "học sinh", "đảng viên", "học viên", "trẻ em", "trẻ mồ côi",
    "chi hội trưởng", "báo cáo viên", "tuyên truyền viên", "đồng chí", "cá nhân", "nữ", "chị em", "hội viên mới",
    "nhân khẩu", "công nhân", "nữ công nhân", "nữ công nhân lao động", "nữ cán bộ", "tổ trưởng", "tổ phó", "khách hàng",
    "chiến sĩ", "sinh viên", "quần chúng", "chi hội phó",
})  # fmt: skip
"""Nouns whose unit of measure is "người" where an indicator counts persons."""

UNIT_PHRASES: tuple[str, ...] = (
    "báo cáo viên", "tuyên truyền viên", "chi hội trưởng", "chi hội phó", "đồng chí", "học viên", "học bổng",
    "suất quà", "xuất quà", "phần quà", "suất học bổng", "xuất học bổng", "ngày công", "lò đốt rác", "chuồng gia súc",
    "hội nghị", "hội thảo", "hội thi", "tin bài", "ấn phẩm", "tờ rơi", "hình thức", "kỷ niệm chương", "bằng khen",
    "giấy khen", "chỉ tiêu", "nội dung", "đề án", "kế hoạch", "tổ liên kết", "tổ tiết kiệm", "xe đạp", "thẻ bảo hiểm",
    "sổ tiết kiệm", "tiêu chí", "gương điển hình", "điển hình", "địa chỉ tin cậy", "mẹ", "nữ", "chị em", "áo ấm",
    "trường hợp", "vụ việc", "cuộc giám sát", "tiết mục", "bài dự thi", "video", "ngôi nhà", "ngôi", "suất", "xuất",
    "phần việc", "tuyến đường", "cây xanh", "thôn bản", "gian hàng", "sở", "ý tưởng", "khu dân cư", "tổ phụ nữ",
    "mái ấm tình thương", "mẹ đỡ đầu", "trẻ mồ côi", "trẻ em mồ côi", "kiến nghị", "lao động nữ", "hội viên mới",
    "thỏa thuận", "quần chúng", "giải pháp", "chuyên đề", "gương", "dự thảo", "nhu yếu phẩm", "cây giống",
    "con giống", "đề tài", "hv", "hvpn", "pn", "clb",
    "khẩu trang", "phiên giao dịch", "phiên tòa", "phiên chợ", "phiên", "nữ công nhân", "nữ công nhân lao động",
    "nữ đoàn viên", "nữ cán bộ", "nữ thanh niên", "nữ đại biểu", "nữ sinh", "nữ doanh nhân", "khách hàng", "tổ trưởng",
    "tổ phó", "hồ sơ", "giải thưởng", "giải", "phóng sự", "sản phẩm", "htx", "tht", "chuyến xe", "chuyến", "ý kiến",
    "lượt ý kiến", "trđ",
    *str.split(
        "cuốn quyển thẻ bức tấm chiếc bộ gói thùng hộp túi bao chai lọ can phiếu xe máy bình bồn giường tủ bàn ghế cặp"
        " vé khung giàn luống vườn ao chuồng bể giếng cầu cổng đoạn sân phòng góc kệ sào gốc bầu lò"
    ),
)  # fmt: skip
"""Things that are counted besides the units of grounding.number_words; the longest is taken."""

UNIT_OF: dict[str, str] = {
    "suất quà": "suất", "xuất quà": "suất", "suất học bổng": "suất", "xuất học bổng": "suất", "xuất": "suất",
    "phần quà": "suất", "hội viên mới": "hội viên", "lao động nữ": "lao động", "tuyến đường": "tuyến",
    "cuộc giám sát": "cuộc", "ngôi nhà": "nhà", "trẻ mồ côi": "trẻ", "trẻ em mồ côi": "trẻ", "lò đốt rác": "lò",
    "chuồng gia súc": "chuồng", "mái ấm tình thương": "nhà", "mẹ đỡ đầu": "người",
    "đồng chí": "người", "địa chỉ tin cậy": "địa chỉ", "vụ việc": "vụ", "tổ phụ nữ": "tổ", "tổ tiết kiệm": "tổ",
    "hv": "hội viên", "hvpn": "hội viên", "pn": "phụ nữ",
    "htx": "hợp tác xã", "tht": "tổ hợp tác", "clb": "câu lạc bộ", "chuyến xe": "chuyến", "lượt ý kiến": "lượt",
    "giải thưởng": "giải", "phiên giao dịch": "phiên", "phiên tòa": "phiên",
    "trđ": "triệu đồng", "cây giống": "cây", "con giống": "con", "cây xanh": "cây",
}  # fmt: skip
"""The unit of measure of a thing, where it is not the whole name."""

STOP_WORDS: tuple[str, ...] = (
    "thực hiện",
    "thành lập",
    "tổ chức sinh",
    "triển khai",
    "tham gia",
    "các đơn vị",
    "xây dựng nông",
    "không",
    "chưa",
    "phù hợp",
    "phát triển kinh",
    "nhận đỡ",
    "đăng ký",
    "tự nguyện",
    *str.split(
        "được đã có cho với và hoặc để từ tại ở trong trên theo là do bằng gồm đạt của ra khỏi vào lên đến tới về như"
        " nhằm thuộc cùng qua khi mà thì nên tăng so chiếm còn đang sẽ trị tổng đề vay hiện"
    ),
)
"""Words that end the name of what is counted."""

VAGUE: frozenset[str] = frozenset({"hàng"})
ROUNDING_LEADS: tuple[str, ...] = tuple(word for word in ROUNDING if word not in {"vượt", "quá"})
"""Not after "đạt và vượt 7/7 chỉ tiêu": that is no rounding."""
LAID_ON: frozenset[str] = frozenset(
    {"tuyến", "xã", "phường", "thôn", "huyện", "tỉnh", "địa bàn", "đoạn", "bản", "ấp", "quận", "khu dân cư", "trục"}
)
"""After "cây hoa trên": "trên" tells where and rounds nothing."""
THRESHOLDS: tuple[str, ...] = ("trở lên", "trở xuống", "tuổi trở lên", "đến dưới")
"""After a number: a limit, nothing counted."""
BELOW = "dưới"
"""Before a percentage: a limit."""


class WordTable:
    """Phrases that can be looked up by the keys of words, with accents or without."""

    def __init__(self, phrases: Iterable[str]) -> None:
        given = tuple(phrases)
        self._tables = tuple(
            {tuple(key(word) for word in phrase.split()): phrase for phrase in given} for key in (loose_key, exact_key)
        )
        self._longest = max((len(phrase.split()) for phrase in given), default=0)

    def at(self, keys: Sequence[str], place: int, *, accented: bool) -> str:
        """The longest phrase that begins at a place; empty where none does."""
        table = self._tables[accented]
        for size in range(min(self._longest, len(keys) - place), 0, -1):
            found = table.get(tuple(keys[place : place + size]))
            if found is not None:
                return found
        return ""

    def before(self, keys: Sequence[str], place: int, *, accented: bool) -> str:
        """The longest phrase that ends right before a place."""
        table = self._tables[accented]
        for size in range(min(self._longest, place), 0, -1):
            found = table.get(tuple(keys[place - size : place]))
            if found is not None:
                return found
        return ""


LABEL_WORDS = 7
"""Most words of a name of what is counted."""
