"""Changes that make a sentence untrue: exactly one number, unit, date, name, place, paper or negation."""

import random
import re
from collections.abc import Callable, Iterator

Change = Callable[[str, random.Random], str | None]

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Trịnh",
    "Đoàn",
    "Mai",
    "Trương",
    "Lâm",
    "Tô",
    "Tạ",
    "Cao",
]
MIDDLE = [
    "Thị",
    "Văn",
    "Minh",
    "Thu",
    "Ngọc",
    "Hữu",
    "Thanh",
    "Quốc",
    "Đình",
    "Xuân",
    "Hồng",
    "Kim",
    "Đức",
    "Bích",
    "Công",
]
GIVEN = [
    "Hương",
    "Lan",
    "Hà",
    "Hoa",
    "Mai",
    "Nga",
    "Hằng",
    "Thủy",
    "Dung",
    "Hạnh",
    "Tuấn",
    "Hùng",
    "Dũng",
    "Sơn",
    "Long",
    "Nam",
    "Phong",
    "Quang",
    "Tâm",
    "Yến",
    "Vân",
    "Loan",
    "Thảo",
    "Trang",
]
PROVINCES = [
    "An Giang",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Kạn",
    "Bắc Ninh",
    "Bến Tre",
    "Bình Dương",
    "Bình Định",
    "Bình Phước",
    "Bình Thuận",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Đắk Nông",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Giang",
    "Hà Nam",
    "Hà Nội",
    "Hà Tĩnh",
    "Hải Dương",
    "Hải Phòng",
    "Hậu Giang",
    "Hòa Bình",
    "TP.HCM",
    "Hưng Yên",
    "Khánh Hòa",
    "Kiên Giang",
    "Kon Tum",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Long An",
    "Nam Định",
    "Nghệ An",
    "Ninh Bình",
    "Ninh Thuận",
    "Phú Thọ",
    "Phú Yên",
    "Quảng Bình",
    "Quảng Nam",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sóc Trăng",
    "Sơn La",
    "Tây Ninh",
    "Thái Bình",
    "Thái Nguyên",
    "Thanh Hóa",
    "Tiền Giang",
    "Trà Vinh",
    "Tuyên Quang",
    "Vĩnh Long",
    "Vĩnh Phúc",
    "Yên Bái",
]
PLACE_NAMES = [
    "Mộc Châu",
    "Yên Châu",
    "Tân Bình",
    "Long Biên",
    "Hoằng Hóa",
    "Thuận Thành",
    "Sa Pa",
    "Đông Hưng",
    "Phú Xuyên",
    "Ba Vì",
]
_UPPER = "A-ZÀ-ỸĐ"
_NAME = re.compile(rf"(?<![\w])(?:{'|'.join(FAMILY)})(?:\s[{_UPPER}][a-zà-ỹđ]+){{1,3}}(?![\w])")
_GIVEN_ONLY = re.compile(
    rf"(?<=\s)(?P<title>ông|bà|anh|chị|em|cô)\s(?P<given>[{_UPPER}][a-zà-ỹđ]+)(?!\s?[{_UPPER}\w])(?!\w)"
)
_PLACE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, PROVINCES))})(?!\w)(?!\s[{_UPPER}])")
_LOCAL = re.compile(
    rf"(?<=\s)(?P<word>huyện|xã|phường|quận|thị xã|thôn|"
    rf"thị trấn)\s(?P<name>[{_UPPER}][a-zà-ỹđ]+(?:\s[{_UPPER}][a-zà-ỹđ]+)?)"
    rf"(?!\s?[{_UPPER}])"
)
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})(?:([/-])((?:19|20)\d\d))?(?![\d/.-]|\s?%)")
_DATE_WORDS = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2})(?: năm ((?:19|20)\d\d))?")
_YEAR = re.compile(r"(?<=năm )((?:19|20)\d\d)(?!\d)")
_MONTH = re.compile(r"(?<=tháng )(\d{1,2})(?=/|\s|,|\.|$)(?!\s+năm\b)")
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-]|[.,]\d)")
_UNIT_GROUPS = (
    ("người", "hộ", "lượt", "vụ"),
    ("triệu", "tỷ", "nghìn"),
    ("%", " điểm"),
    ("m", "km"),
    ("kg", "tấn"),
    ("phút", "giờ", "ngày"),
    ("tháng", "năm", "tuần"),
    ("USD", "đồng", "euro"),
    ("xã", "huyện", "tỉnh"),
    ("công ty", "hộ", "trường"),
    ("lớp", "cuộc", "mô hình"),
    ("đồng", "USD"),
)
_VERBS = (
    "tổ chức|thực hiện|tham gia|hỗ trợ|phát hiện|có|được|phải|đạt|cho biết|xây dựng|nhận|áp dụng|gây|thấy|cho phép|"
    "quy định|đồng ý|hoàn thành|bị|thể hiện|sử dụng|tiếp tục|đề nghị|bảo đảm|chịu|xác định|muốn|trở thành"
)
_INSERT = re.compile(rf"(?<=[a-zà-ỹđ0-9%)] )(?=(?:{_VERBS})(?!\w))")
_NEGATION = re.compile(
    r"(?<=[\w,”\"] )(?:không|chưa)(?= (?!chỉ|những|ngừng|gian|khí|quân|kể|ít|quá|dưới|riêng|phận|trung)\w)"
)
_PAPER = re.compile(r"(?<![\w/.])(\d{1,4})((?:/(?:19|20)\d\d)?[/-][A-ZĐ][A-Za-zĐđ]+(?:[-/][A-ZĐ][A-Za-zĐđ0-9]+)+)")


def number(sentence: str, chance: random.Random) -> str | None:
    """One figure altered: a digit replaced, two swapped, or a step up or down."""
    spans = [one for one in _NUMBER.finditer(sentence) if not _dated(sentence, one)]
    if not spans:
        return None
    found = chance.choice(spans)
    changed = _other_figure(found.group(), chance)
    return sentence[: found.start()] + changed + sentence[found.end() :]


def _dated(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[max(0, found.start() - 8) : found.start()].lower()
    year = re.fullmatch(r"(?:19|20)\d\d", found.group())
    return (
        bool(year)
        or before.endswith(("ngày ", "tháng ", "năm "))
        or sentence[found.end() : found.end() + 7] == " tháng "
    )


def _other_figure(figure: str, chance: random.Random) -> str:
    places = [at for at, char in enumerate(figure) if char.isdigit()]
    while True:
        at = chance.choice(places)
        digit = chance.choice("123456789" if at == 0 else "0123456789")
        changed = figure[:at] + digit + figure[at + 1 :]
        if len(places) > 1 and chance.random() < 0.3:
            left, right = chance.sample(places, 2)
            swapped = list(figure)
            swapped[left], swapped[right] = swapped[right], swapped[left]
            changed = "".join(swapped)
        if changed != figure and changed[0] != "0":
            return changed


def unit(sentence: str, chance: random.Random) -> str | None:
    """What a number counts replaced by something else of the same kind."""
    options = []
    for group in _UNIT_GROUPS:
        for name in group:
            shown = r"\s?%" if name == "%" else rf"\s{re.escape(name)}(?!\w)"
            for found in re.finditer(rf"(?<=\d){shown}(?!\s+(?:đầu|cuối|nay|qua|\d))", sentence):
                if not re.search(r"năm (?:19|20)\d\d$", sentence[: found.start()]):
                    options.append((found, name, group))
    if not options:
        return None
    found, name, group = chance.choice(options)
    other = chance.choice([one for one in group if one != name])
    return sentence[: found.start()] + " " + other.strip() + sentence[found.end() :]


def date(sentence: str, chance: random.Random) -> str | None:
    """A day, month or year moved."""
    edits = [*_date_edits(sentence, chance)]
    return chance.choice(edits) if edits else None


def _date_edits(sentence: str, chance: random.Random) -> Iterator[str]:
    for pattern, groups in (
        (_DATE, (1, 3, 5)),
        (_DATE_WORDS, (1, 2, 3)),
        (_YEAR, (None, None, 1)),
        (_MONTH, (None, 1, None)),
    ):
        for found in pattern.finditer(sentence):
            if pattern is _DATE and not _is_day(sentence, found):
                continue
            for place, limit in zip(groups, (28, 12, 0), strict=True):
                if place is None or found.group(place) is None:
                    continue
                old = int(found.group(place))
                new = old
                while new == old:
                    new = old + chance.choice([-3, -2, -1, 1, 2]) if not limit else chance.randint(1, limit)
                width = len(found.group(place))
                start, end = found.span(place)
                yield sentence[:start] + str(new).zfill(width) + sentence[end:]


def _is_day(sentence: str, found: re.Match[str]) -> bool:
    if not (1 <= int(found.group(1)) <= 31 and 1 <= int(found.group(3)) <= 12):
        return False
    before = sentence[max(0, found.start() - 12) : found.start()].lower()
    return found.group(5) is not None or bool(re.search(r"(?:ngày|sáng|chiều|tối|hôm)\s*$|\($", before))


def name(sentence: str, chance: random.Random) -> str | None:
    """A person renamed: whole name, family name, given name, or a given name that stands alone."""
    spans = list(_NAME.finditer(sentence))
    alone = list(_GIVEN_ONLY.finditer(sentence))
    if not spans and not alone:
        return None
    found = chance.choice([*spans, *alone])
    if "given" in found.groupdict():
        given = chance.choice([one for one in GIVEN if one != found["given"] and one not in sentence])
        return sentence[: found.start("given")] + given + sentence[found.end("given") :]
    parts = found.group().split()
    style = chance.choice(["whole", "family", "given"])
    if style in {"whole", "family"}:
        parts[0] = chance.choice([one for one in FAMILY if one != parts[0]])
    if style in {"whole", "given"}:
        parts[-1] = chance.choice([one for one in GIVEN if one != parts[-1]])
    return sentence[: found.start()] + " ".join(parts) + sentence[found.end() :]


def place(sentence: str, chance: random.Random) -> str | None:
    """A province, district or commune replaced by another."""
    spans = list(_PLACE.finditer(sentence))
    local = [one for one in _LOCAL.finditer(sentence) if one["name"] not in PROVINCES]
    if not spans and not local:
        return None
    found = chance.choice([*spans, *local])
    if "name" in found.groupdict():
        other = chance.choice([one for one in PLACE_NAMES if one != found["name"]])
        return sentence[: found.start("name")] + other + sentence[found.end("name") :]
    other = chance.choice([one for one in PROVINCES if one != found.group()])
    return sentence[: found.start()] + other + sentence[found.end() :]


def negation(sentence: str, chance: random.Random) -> str | None:
    """A negation put in before a verb, or one taken out."""
    removable = list(_NEGATION.finditer(sentence))
    if removable and chance.random() < 0.6:
        found = chance.choice(removable)
        return sentence[: found.start()] + sentence[found.end() + 1 :]
    places = [one.start() for one in _INSERT.finditer(sentence) if not _negated(sentence, one.start())]
    if not places:
        return None
    at = chance.choice(places)
    return sentence[:at] + chance.choice(["không ", "không ", "chưa "]) + sentence[at:]


def _negated(sentence: str, at: int) -> bool:
    return bool(re.search(r"(?:không|chưa|chẳng|đừng|khó|hay|có)\s+(?:\w+\s+)?$", sentence[:at]))


def paper(sentence: str, chance: random.Random) -> str | None:
    """The number of an official paper altered."""
    spans = list(_PAPER.finditer(sentence))
    if not spans:
        return None
    found = chance.choice(spans)
    return sentence[: found.start()] + _other_figure(found.group(1), chance) + sentence[found.end(1) :]


CHANGES: dict[str, Change] = {
    "number": number,
    "unit": unit,
    "date": date,
    "name": name,
    "place": place,
    "negation": negation,
    "paper": paper,
}
