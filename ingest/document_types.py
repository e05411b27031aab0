"""Types of Vietnamese administrative documents and their short forms: a linguistic table (Decree 30/2020, art. 7)."""

import re

NEWS_ITEM = "Tin bài"
LETTER = "Công văn"
MINUTES = "Biên bản"
EXTRACT = "Trích biên bản"
OF_EVENTS = ("Chương trình", "Lịch công tác", "Giấy mời", "Thể lệ")
"""A day in brackets under their heading is that of what they announce."""
CONTRACTS = ("Hợp đồng", "Bản thỏa thuận", "Bản ghi nhớ")

BY_SYMBOL: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "KL": "Kết luận",
    "TB": "Thông báo",
    "TC": "Thông cáo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "CTHĐ": "Chương trình hành động",
    "CTPH": "Chương trình phối hợp",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": MINUTES,
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CV": LETTER,
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "NĐ": "Nghị định",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "QCPH": "Quy chế phối hợp",
    "GNP": "Giấy nghỉ phép",
}

_OTHER = (
    "Luật", "Bộ luật", "Pháp lệnh", "Thông tư", "Thông tri", "Điều lệ", "Quy trình", "Nội quy", "Diễn văn",
    "Bài phát biểu", "Tham luận", "Lời kêu gọi", "Thư ngỏ", "Thư kêu gọi", "Kế hoạch phối hợp", "Hướng dẫn phối hợp",
    "Giấy chứng nhận", "Phiếu trình", "Danh sách", "Bảng tổng hợp", "Biểu tổng hợp",
    "Phiếu chuyển", "Phiếu gửi", "Phiếu báo", "Thư công", "Bản sao y", "Bản trích sao", "Bản sao lục", "Thể lệ",
    "Thông cáo báo chí", "Đề cương", "Đề cương tuyên truyền", "Đề cương báo cáo", "Lịch công tác", "Bản kiểm điểm",
    "Bản cam kết", "Giấy xác nhận", "Giấy triệu tập", "Giấy khen", "Bằng khen", "Đơn",
    *(f"{kind} {joint}" for kind in ("Kế hoạch", "Hướng dẫn", "Chương trình", "Thông báo", "Báo cáo")
      for joint in ("liên ngành", "liên tịch")),
)  # fmt: skip
APPLICATION = "Đơn"
"""Forms of laws bear the bare word; a real one says what for."""
_SPELLINGS = {"quy chế": ("qui chế",), "quy định": ("qui định",), "bản thỏa thuận": ("bản thoả thuận",)}


_ALONE = (
    "Thư chúc mừng", "Thư cảm ơn", "Thư mời", "Thư chia buồn", "Giấy đề nghị", "Phiếu đăng ký", "Bản đăng ký",
    "Phiếu khảo sát", "Phiếu đánh giá", "Phiếu lấy ý kiến", "Phiếu góp ý", "Bản án", "Quy ước", "Hương ước", "Kịch bản",
    "Sơ yếu lý lịch", "Lý lịch trích ngang", "Lịch trực", "Tờ khai", "Trích lục", "Danh mục", "Báo cáo thành tích",
    "Khóa luận tốt nghiệp", "Luận văn tốt nghiệp", "Luận văn thạc sĩ", "Bài thu hoạch", "Bài dự thi", "Biên lai",
    "Giấy biên nhận", "Giấy đi đường", "Hợp đồng lao động", EXTRACT, "Trích nghị quyết", "Kỷ yếu",
)  # fmt: skip
"""Types where nothing else stands on the line; longer headings that open so are titles."""
AWARDS = frozenset({"Bằng khen", "Giấy khen", "Giấy chứng nhận"})
"""What stands under their heading is who gives or gets them, not a subject."""
_FORM = re.compile(r"(?:giấy(?:\s[^\W\d_]+){1,4}|phiếu(?:\s[^\W\d_]+){1,3})")
"""Any other form, where its name is short and alone on its line."""


def _headings() -> dict[str, str]:
    table: dict[str, str] = {}
    for name in (*BY_SYMBOL.values(), *_OTHER, *_ALONE):
        for spelling in (name.lower(), *_SPELLINGS.get(name.lower(), ())):
            table["".join(spelling.split())] = name
    return table


_BY_HEADING = _headings()
_OPENING = re.compile(
    r"("
    + "|".join(re.escape(name.upper()) for name in sorted({*BY_SYMBOL.values(), *_OTHER}, key=len, reverse=True))
    + r")(?=\s)(?!(?<=ĐƠN)\s(?!XIN|ĐỀ NGHỊ|ĐĂNG KÝ|KIẾN NGHỊ|TRÌNH|TỐ CÁO|KHIẾU NẠI|YÊU CẦU|TỰ NGUYỆN))"
)
_NUMBER = re.compile(
    r"(?i:số)\s*:?\s*(?P<so>\d{0,5}[a-z]?|[.…_]+)\s*(?:/\s?(?:19|20)\d{2}\s?/\s?(?P<law>[A-ZĐ]{1,4}[a-zĐ]?)\s?-"
    r"|/\s?(?P<state>[A-ZĐ][A-ZĐyrT]{0,4}[rĐ]?)\s?[-–]\s?[A-ZĐ]|[-–]\s?(?P<party>[A-ZĐ][A-ZĐyrT]{0,4})\s?/\s?[A-ZĐ])"
)
_LETTER_NUMBER = re.compile(r"(?i:số)\s*:?\s*(?:\d{0,5}|[.…_]+)\s*/\s?[A-ZĐ]{2,}")
_ABOUT = "v/v"
_MAX_NAMED_CHARS = 700
_NAMED_HEADING = re.compile(
    r"(?P<type>" + "|".join(sorted({*BY_SYMBOL.values(), *_OTHER}, key=len, reverse=True)) + r")"
    r"(?:\s+của\s+(?P<issuer>[^\d,;:]{3,70}?))?\s+số\s*:?\s*(?P<number>\d{1,5}\s?[/-]\s?\S[^\s,;]{1,30})"
    r"(?:\s*,?\s*ngày\s+(?P<day>\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})))?"
    r"(?:\s+của\s+(?P<body>[^\d,;:]{3,70}?))?"
    r"(?:\s+(?P<about>(?:về|v/v|qu[iy] định|sửa đổi|ban hành|hướng dẫn|phê duyệt)\s.+))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_MAX_HEADING_CHARS = 90
ANNEX = "Phụ lục"
_ANNEX = re.compile(r"PHỤ\s+LỤC(?:\s+(?:SỐ\s+)?(?:\d{1,2}|[IVX]{1,4}))?")
_OF_BODY = re.compile(
    r"(?:bản\s+)?(?P<type>[^\W\d]+(?:\s+[^\W\d]+){0,3}?)(?:\s+của\s+(?:chính|bộ|thủ|quốc|ủy|uỷ|ban|hội|chủ|tổng|liên|đoàn|tỉnh)\s.{2,60})?"
)


def type_of_heading(line: str, *, any_case: bool = False) -> str | None:
    """The type a line names in capitals and nothing else: ``BÁO CÁO``, ``B Á O  C Á O``, ``QUYẾT ĐỊNH:``.

    The body it is of may follow (``NGHỊ ĐỊNH CỦA CHÍNH PHỦ``).
    :param any_case: the capitals may be lost, as in texts of old fonts that had no small letters.
    """
    if len(line) > _MAX_HEADING_CHARS or not (line.isupper() or any_case):
        return None
    words = line.lower().strip(" :.—_ˆ~^`'‘’°|")
    kind = _BY_HEADING.get("".join(words.split()))
    if kind is None and (match := _OF_BODY.fullmatch(words)):
        kind = _BY_HEADING.get("".join(match["type"].split()))
    if kind is None and line.isupper() and _FORM.fullmatch(words):
        kind = words.capitalize()
    return kind if kind != APPLICATION else None


def is_annex_heading(line: str) -> bool:
    """Whether a line in capitals only says that what follows is an annex: ``PHỤ LỤC``, ``PHỤ LỤC II``."""
    return _ANNEX.fullmatch(line.strip(" .:")) is not None


def type_of_opening(line: str) -> str | None:
    """The type a heading in capitals begins with: ``KẾ HOẠCH TỔ CHỨC …``."""
    match = _OPENING.match(line) if line.isupper() else None
    return _BY_HEADING["".join(match.group(1).lower().split())] if match else None


def type_of_number(line: str) -> str | None:
    """The type in a document's own number: ``Số: 09/BC-BTV``, ``Số 05-NQ/ĐU``."""
    match = _NUMBER.search(line)
    if match is None:
        return None
    return BY_SYMBOL.get(match.group("law") or match.group("state") or match.group("party"))


def has_number(line: str) -> bool:
    """Whether the line carries a document's own number, of whatever type."""
    return _NUMBER.search(line) is not None or _LETTER_NUMBER.search(line) is not None


def says_what_about(line: str) -> bool:
    """Whether the line is the subject of an official letter (``V/v …``)."""
    return line[: len(_ABOUT)].lower() == _ABOUT


def named_heading(text: str) -> re.Match[str] | None:
    """A heading that says everything in one sentence; groups type, number, day, issuer or body, about.

    ``Nghị định của Chính phủ số 114/2003/NĐ-CP ngày 10/10/2003 về cán bộ, công chức``.
    """
    return _NAMED_HEADING.match(text) if len(text) <= _MAX_NAMED_CHARS else None
