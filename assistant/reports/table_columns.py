"""What the columns of a table of figures are for, by their names (linguistic table)."""

import re
from enum import StrEnum

from assistant.reports.figure_words import UNIT_OF

_Y = r"(?:19|20)\d{2}"
_UNIT = re.compile(r"(?:đvt|đơn\s+vị(?:\s+tính)?|đ\.?v\.?t)\.?$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:stt|tt|ghi\s+chú|mã(?:\s+số)?|trang|xếp\s+(?:loại|thứ|hạng)|điểm(?:\s+tối\s+đa)?|trọng\s+số)(?!\w)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"(?:cùng\s+kỳ|^(?:số\s+|mức\s+)?(?:tăng|giảm|chênh\s+lệch)|so\s+sánh(?!\s+(?:với\s+)?(?:kế|chỉ|kh|ct))|{_Y}\s*/\s*{_Y}|so\s+(?:với\s+)?(?:đầu|cuối|năm|tháng|quý|kỳ|6\s+tháng|{_Y}|trước))",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:%|tỷ\s+lệ|tỉ\s+lệ|phần\s+trăm|(?:th|tt|kq|thực\s+hiện|kết\s+quả|đạt)\s*/\s*(?:kh|ct|kế\s+hoạch|chỉ\s+tiêu)(?!\w)|so\s+(?:với\s+)?(?:kế\s+hoạch|chỉ\s+tiêu|kh|ct)(?!\w)|đạt$|"
    r"(?:mức\s+độ\s+)?hoàn\s+thành(?:\s+(?:kế\s+hoạch|chỉ\s+tiêu|kh))?$)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:chỉ\s+tiêu|kế\s+hoạch|kh|ct|mục\s+tiêu|được\s+giao|giao|đăng\s+ký)(?!\w)(?![^:]{0,40}(?:đạt|thực\s+hiện))",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:(?:ước\s+)?(?:thực\s+hiện|th)|(?:ước\s+)?kết\s+quả|(?:đã\s+)?đạt(?:\s+được)?|số\s+lượng|giá\s+trị|tổng(?:\s+số|\s+cộng)?|"
    r"lũy\s+kế|luỹ\s+kế)(?!\w)",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?:(?:cả|trong|đến|hết)\s+)*(?:(?:0?[369]|sáu|chín|ba)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|quý\s+(?:[1-4]|I{{1,3}}|IV)|"
    rf"tháng\s+\d{{1,2}}|năm)?(?:\s*[/,-]?\s*(?:năm\s+)?{_Y})?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\s*(?P<words>[^()\d]{1,24}?)\s*\)")
_NO_UNIT = re.compile(r"(?:nếu|gồm|so|trong|kể|theo|từ|đến|tỷ\s+lệ|đạt)(?!\w)", re.IGNORECASE)

_BARE_YEAR = re.compile(r"(?<![\d/.-])(?<!năm )(?P<y>(?:19|20)\d{2})(?![\d/.-])", re.IGNORECASE)
_BARE_PART = re.compile(r"(?<!\d)(?:0?[369]|sáu|chín)\s+tháng(?!\s+(?:đầu|cuối|năm|qua|\d))", re.IGNORECASE)


class Column(StrEnum):
    """What a column of a table tells."""

    UNIT = "unit"
    ASIDE = "aside"
    COMPARED = "compared"
    """How far a figure is from another time's."""
    RATE = "rate"
    PLAN = "plan"
    RESULT = "result"
    OTHER = "other"


def column_of(label: str) -> Column:
    """What a column of that name tells."""
    label = " ".join(label.split())
    if _UNIT.match(label):
        return Column.UNIT
    if _ASIDE.match(label):
        return Column.ASIDE
    if _COMPARED.search(label):
        return Column.COMPARED
    if _RATE.search(_without_result(label)):
        return Column.RATE
    if _PLAN.match(label):
        return Column.PLAN
    return Column.RESULT if _RESULT.match(label) or _TIME.fullmatch(label) else Column.OTHER


def with_time_words(label: str) -> str:
    """A column's name with years and parts as times: "TH 2021" is "TH năm 2021", "9 tháng" those of its beginning."""
    return _BARE_PART.sub(r"\g<0> đầu năm", _BARE_YEAR.sub(r"năm \g<y>", label)) + " "


def is_of_percent(label: str) -> bool:
    """Whether a column of that name holds percentages, whatever its rows count: "Kết quả (%)"."""
    return "%" in label


def _without_result(label: str) -> str:
    """A name without the unit in brackets after a result's: "Kết quả (%)" is no rate."""
    if "/" in label:
        return label
    return _BRACKETED.sub("", label) if re.match(r"(?:kết\s+quả|thực\s+hiện|th)(?!\w)", label, re.IGNORECASE) else label


def unit_in_brackets(name: str) -> str:
    """The unit a row or a column gives in brackets: "Phát triển hội viên (người)"; empty where none does."""
    found = [match["words"].strip() for match in _BRACKETED.finditer(name)]
    words = found[-1] if found else ""
    return "" if not words or _NO_UNIT.match(words) or len(words.split()) > 3 else words  # noqa: PLR2004


def uniform_unit(written: str) -> str:
    """A unit as sentences write it: "Người" is "người", "HTX" is "hợp tác xã"; "KG" stays."""
    written = " ".join(written.split())
    if written.isupper() and written.lower() in UNIT_OF:
        return UNIT_OF[written.lower()]
    return written if written.isupper() and len(written) > 1 else written.lower()
