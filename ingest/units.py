"""Names of Women's Union organisations in text: a linguistic table of levels and provinces."""

import re
from itertools import takewhile

from ingest.text.letters import UPPER

CENTRAL = "Hội LHPN Việt Nam"

PROVINCES: tuple[str, ...] = tuple(
    str.split(
        "An Giang,Bà Rịa - Vũng Tàu,Bạc Liêu,Bắc Giang,Bắc Kạn,Bắc Ninh,Bến Tre,Bình Dương,Bình Định,Bình Phước,"
        "Bình Thuận,Cà Mau,Cao Bằng,Cần Thơ,Đà Nẵng,Đắk Lắk,Đắk Nông,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Giang,"
        "Hà Nam,Hà Nội,Hà Tĩnh,Hải Dương,Hải Phòng,Hậu Giang,Hòa Bình,Hồ Chí Minh,Huế,Hưng Yên,Khánh Hòa,"
        "Kiên Giang,Kon Tum,Lai Châu,Lạng Sơn,Lào Cai,Lâm Đồng,Long An,Nam Định,Nghệ An,Ninh Bình,Ninh Thuận,Phú Thọ,"
        "Phú Yên,Quảng Bình,Quảng Nam,Quảng Ngãi,Quảng Ninh,Quảng Trị,Sóc Trăng,Sơn La,Tây Ninh,Thái Bình,Thái Nguyên,"
        "Thanh Hóa,Thừa Thiên Huế,Tiền Giang,Trà Vinh,Tuyên Quang,Vĩnh Long,Vĩnh Phúc,Yên Bái",
        ",",
    )
)
_VARIANTS = {
    "Bắc Cạn": "Bắc Kạn",
    "Đắc Lắc": "Đắk Lắk",
    "Đăk Lăk": "Đắk Lắk",
    "Đăk Nông": "Đắk Nông",
    "Hoà Bình": "Hòa Bình",
    "Khánh Hoà": "Khánh Hòa",
    "Thanh Hoá": "Thanh Hóa",
    "Thừa Thiên - Huế": "Thừa Thiên Huế",
    "Bà Rịa Vũng Tàu": "Bà Rịa - Vũng Tàu",
}
_KNOWN = sorted(
    [(name.lower(), name) for name in PROVINCES] + [(written.lower(), name) for written, name in _VARIANTS.items()],
    key=lambda entry: -len(entry[0]),
)
_LEVELS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "tt": "thị trấn",
    "tx": "thị xã",
    "h": "huyện",
    "q": "quận",
    "p": "phường",
    "x": "xã",
    "huyện": "huyện",
    "quận": "quận",
    "thị xã": "thị xã",
    "thị trấn": "thị trấn",
    "xã": "xã",
    "phường": "phường",
    "đặc khu": "đặc khu",
}
_UNION = r"Hội\s+(?:LHPN|Liên\s+hiệp\s+Phụ\s+nữ|PN|Phụ\s+nữ)(?:\s*\(LHPN\))?"
_UNIT = re.compile(
    rf"(?i:{_UNION})\s+(?:-\s+)?(?:(?P<central>(?i:Việt\s+Nam))|(?P<level>(?i:tỉnh|thành\s+phố|T\.?P\.?|huyện|quận|thị\s+xã|thị\s+trấn"
    r"|T\.?T\.?|T\.?X\.?|[HQPX]\.|xã|phường|đặc\s+khu))\s*(?P<name>(?:["
    + UPPER
    + r"][^\W\d_]*|\d{1,2}\b)(?:(?:\s+-\s+|\s|-)["
    + UPPER
    + r"][^\W\d_]*){0,5}))"
)
_MAX_UNKNOWN_WORDS = 3
"""A longer run of capitals after an unknown place may already be somebody's name."""
_LEAD = re.compile(
    r"(?:(?i:sáng|chiều|tối|ngày|trong|vừa qua|hôm|mới đây|nhân|tại|từ|đầu|cuối|năm)\b[^,.;]{0,60},\s+){0,2}"
    r"(?:(?:Ban\s+Thường\s+vụ|BTV|Ban\s+Chấp\s+hành|BCH|Đoàn\s+Chủ\s+tịch|Thường\s+trực)\s+)?"
)


def units_in(text: str) -> list[str]:
    """Every Union organisation named in full, in a uniform spelling, in order and without repeats.

    ``Hội Liên hiệp Phụ nữ tỉnh Bắc Giang`` and ``HỘI LHPN TỈNH BẮC GIANG`` are both ``Hội LHPN tỉnh Bắc Giang``.
    """
    found = (_uniform(match) for match in _UNIT.finditer(text))
    return list(dict.fromkeys(unit for unit in found if unit))


def place_in(unit: str) -> str:
    """Level and name of the place in a unit's uniform name: ``tỉnh Bắc Giang``."""
    return unit.removeprefix("Hội LHPN ")


def unit_at_start(text: str) -> str | None:
    """The organisation a sentence or title begins with, if it does; a leading time is passed over."""
    for start in {0, _end_of_lead(text)}:
        match = _UNIT.match(text, start)
        if match and (unit := _uniform(match)):
            return unit
    return None


def _end_of_lead(text: str) -> int:
    match = _LEAD.match(text)
    return match.end() if match else 0


def _uniform(match: re.Match[str]) -> str | None:
    if match.group("central"):
        return CENTRAL
    name = _place(" ".join(match.group("name").split()))
    level = _LEVELS[" ".join(match.group("level").lower().replace(".", "").split())]
    return f"Hội LHPN {level} {name}" if name else None


def _place(run: str) -> str | None:
    """The place name at the start of a run of capitalised words; None when its end cannot be known."""
    if run.split(maxsplit=1)[0].isupper():
        run = " ".join(takewhile(lambda word: word.isupper() or word == "-", run.split()))
    folded = run.lower()
    for written, province in _KNOWN:
        if folded == written or folded.startswith(written + " "):
            return province
    if len(run.split()) > _MAX_UNKNOWN_WORDS:
        return None
    return run.title() if run.isupper() else run
