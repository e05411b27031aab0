"""Further ways to say a sentence that leave it true: passive, clauses moved, rounded, other units, dates and words."""

import random
import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from ingest.text.letters import UPPER
from tests.benchmarks.verification_rewordings import REWORDINGS as FIRST
from tests.benchmarks.verification_rewordings import Rewording

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BODIES = (
    "Hội|UBND|Ủy ban|Sở|Bộ|Công an|Ban|Chính phủ|Quốc hội|Tòa án|TAND|Viện|Công ty|Tập đoàn|Cục|Tổng cục|Chi cục"
    "|Huyện|Thành phố|Phòng|Đảng ủy|Hiệp hội|Liên đoàn|Ngân hàng|Bệnh viện|Đội|Các cấp"
)
_ACTS = (
    "tổ chức|xây dựng|hỗ trợ|trao|tặng|trao tặng|ban hành|công bố|bắt giữ|tạm giữ|khởi tố|triển khai"
    "|thực hiện|thành lập|phát hiện|thu giữ|tiếp nhận|khánh thành|ra mắt|giải ngân|duy trì|phát động|vận động"
    "|quyên góp|kết nạp|tuyên truyền|khen thưởng|xử phạt|giới thiệu"
)
_PASSIVE = re.compile(
    rf"^(?P<who>(?:{_BODIES})\b[^,;:.]{{2,70}}?)\s(?:đã\s|vừa\s)?(?P<act>{_ACTS})\s"
    r"(?P<what>[^;:]{15,}?)(?P<stop>[.!])$"
)
_UNSURE = re.compile(
    r"(?<!\w)(?:không|chưa|sẽ|phải|có thể|cần|được|bị|muốn|dự kiến|nếu|khi|mà|do|trách nhiệm|quyết định|thẩm quyền"
    r"|trình|là|cấp|đã|thì|quy định)(?!\w)"
)
_LONGEST_OBJECT = 22
_TRAILING = re.compile(
    r"^(?P<main>[^,;]{25,}), (?P<clause>(?:sau khi|trước khi|trong khi|vì|do|nhằm|nếu|khi|để)\s[^;]{12,}?)(?P<stop>\.)$"
)
_LEADING = re.compile(
    r"^(?P<clause>(?:Sau khi|Trước khi|Vì|Nhằm|Nếu|Khi|Để|Do)\s[^,;]{12,90}), (?P<main>[^;]{25,}?)(?P<stop>\.)$"
)
_TIME_LAST = re.compile(
    r"^(?P<main>.{30,}?)(?<!tháng \d)(?<!tháng \d\d)(?<! kỳ)(?<! từ)(?<! đến)(?<! trước)(?<! sau)(?<! của)"
    r"(?<! cuối)(?<! đầu)(?<! hết)(?<! qua)(?<! và)(?<! hạn)"
    r" (?P<lead>(?:vào |trong |hôm )?(?:năm (?:19|20)\d\d|ngày \d{1,2}/\d{1,2}"
    r"(?:/\d{4})?|tháng \d{1,2}/\d{4}|sáng \d{1,2}/\d{1,2}|chiều \d{1,2}/\d{1,2}))(?P<stop>\.)$"
)
_REPORTED = re.compile(
    rf"^(?P<who>(?:Ông|Bà|Anh|Chị) (?:[{UPPER}]\w*\s){{1,4}})(?P<act>cho biết|cho hay|nói|khẳng định)(?: rằng)?:? "
    r"(?P<said>[^“”\"]{20,}?)(?P<stop>\.)$"
)
_ROUNDERS = re.compile(
    r"(?:hơn|trên|quá|vượt|gần|dưới|khoảng|chừng|tầm|cỡ|xấp xỉ|ước|đạt|tối đa|tối thiểu|ít nhất|số|từ|đến|và|với|điều"
    r"|khoản|năm|thứ|mức|không quá|tới|kém|Điều|Khoản|-|–|/)\s*$",
    re.IGNORECASE,
)
_YEARS = range(1900, 2100)
_COUNT = re.compile(
    r"(?<![\w.,/-])(?P<figure>\d{1,3}(?:\.\d{3})+|[1-9]\d{2,5})(?=\s(?:người|hộ|hội viên|lượt|phụ nữ|chị|em|trẻ"
    r"|học sinh|suất|phần quà|ngôi nhà|căn nhà|mô hình|cuộc|buổi|lớp|doanh nghiệp|công ty|vụ|xe|ha|m2|km|tấn|kg"
    r"|tỷ|triệu|USD|đồng|cán bộ|hội nghị|lao động|thành viên|đại biểu|chi hội|tổ|đơn|trường)(?!\w))"
)
_PERCENT = re.compile(r"(?<![\w.,/-])(?P<whole>\d{1,2})(?:,(?P<part>\d{1,2}))?(?P<sign>\s?%)")
_IN_WORDS = re.compile(
    r"(?<![\w.,/-])(?P<figure>[1-9]\d{0,2})(?=\s(?:người|em|hộ|cháu|xã|huyện|tỉnh|lớp|dự án|mô hình|vụ|ngôi|trẻ"
    r"|nạn nhân|xe|công ty|hội viên|suất|chi hội|cuộc|buổi|đơn vị|chị|phụ nữ|trường|doanh nghiệp|thành viên"
    r"|học sinh)(?!\w))"
)
_DAY = re.compile(
    r"(?P<word>ngày\s)?(?<![\d/.-])(?P<d>\d{1,2})(?P<sign>[/-])(?P<m>\d{1,2})(?P=sign)(?P<y>(?:19|20)\d\d)(?![\d/-])"
)
_DAY_WORDS = re.compile(r"ngày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>(?:19|20)\d\d)")
_MONTH = re.compile(r"tháng (?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)(?!\d)")
_MONTH_WORDS = re.compile(r"(?<!\d )tháng (?P<m>\d{1,2}) năm (?P<y>(?:19|20)\d\d)(?!\d)")
_QUARTER = re.compile(r"(?P<word>[Qq]uý) (?P<q>IV|I{1,3}|[1-4])(?P<year>(?:/| năm )(?:19|20)\d\d)?(?!\w)")
_MONEY = re.compile(
    r"(?<![\w.,/-])(?P<whole>\d{1,3}(?:\.\d{3})*)(?:,(?P<part>\d{1,2}))?\s(?P<scale>tỷ|triệu) đồng(?!\w)"
)
_MEASURE = re.compile(
    r"(?<![\w.,/-])(?P<whole>\d{1,3}(?:\.\d{3})*)(?:,(?P<part>\d{1,2}))?\s?(?P<unit>km|tấn|ha|kg|m)(?![\w²2/])"
)
_FINER = {
    "km": ("m", 1000),
    "tấn": ("kg", 1000),
    "ha": ("m2", 10000),
    "kg": ("tấn", Decimal("0.001")),
    "m": ("km", Decimal("0.001")),
}
_THOUSANDS = re.compile(r"(?<![\w.,/-])\d{1,3}(?:\.\d{3})+(?![\w.,/]*\d)")
_LEAST_IN_THOUSANDS, _NEARLY_NEXT = 10_000, 500
_HALF_YEAR = re.compile(r"(?<!\w)(?:0?6|sáu) tháng (?P<part>đầu|cuối) năm")
_TITLE = re.compile(rf"(?<=\s)(?P<title>ông|bà|anh|chị) (?=(?:[{UPPER}]\w+ ){{1,3}}[{UPPER}]\w+)")
_OPENINGS = ("Cụ thể, ", "Thực tế, ", "Bên cạnh đó, ", "Đáng chú ý, ", "Theo thống kê, ", "Được biết, ", "Ngoài ra, ")
_WORDS = (
    ("tặng", "trao tặng"), ("vốn vay", "nguồn vốn vay"), ("hộ nghèo", "gia đình nghèo"), ("hội viên", "thành viên Hội"),
    ("giúp", "hỗ trợ"), ("thành lập", "lập"), ("duy trì", "giữ vững"), ("phối hợp", "phối hợp cùng"),
    ("toàn tỉnh", "cả tỉnh"),
    ("trên địa bàn", "tại địa bàn"), ("các cấp Hội", "Hội các cấp"), ("đạt tỷ lệ", "đạt"), ("trị giá", "có giá trị"),
    ("tai nạn", "vụ tai nạn"), ("bắt giữ", "bắt"), ("tử vong", "thiệt mạng"), ("doanh thu", "tổng doanh thu"),
    ("diễn ra", "được tổ chức"), ("tiền", "số tiền"), ("công bố", "thông báo"), ("khoảng", "xấp xỉ"), 
    ("bao gồm", "gồm"), ("chịu trách nhiệm", "có trách nhiệm"), ("cá nhân", "người"),
    ("thông báo", "báo"), ("hồ sơ", "bộ hồ sơ"), ("kể từ ngày", "tính từ ngày"),
    ("kinh phí", "số tiền"), ("mua", "sắm"), ("vừa", "mới"),
)  # fmt: skip


def passive(sentence: str, chance: random.Random) -> str | None:
    """What was done put first: "12 lớp tập huấn đã được Hội tổ chức"."""
    del chance
    found = _PASSIVE.match(sentence)
    if not found or _UNSURE.search(found["who"]) or "," in found["what"]:
        return None
    what = found["what"]
    if len(what.split()) > _LONGEST_OBJECT or re.search(r"(?<!\w)(?:thì|mà|nhưng|đã|là|để)(?!\w)", what):
        return None
    return f"{what[0].upper()}{what[1:]} đã được {_lowered(found['who'])} {found['act']}{found['stop']}"


def _lowered(words: str) -> str:
    """The first letter small, unless it begins a short form or a name."""
    first = words.split(maxsplit=1)[0]
    return words if first.isupper() or first in {"Hội", "Bộ", "Sở", "Chính", "Quốc"} else words[0].lower() + words[1:]


def clauses(sentence: str, chance: random.Random) -> str | None:
    """A clause of time, cause or purpose moved to the other end; what somebody says told with "theo"."""
    options = []
    if found := _TRAILING.match(sentence):
        clause = found["clause"]
        options.append(f"{clause[0].upper()}{clause[1:]}, {_lowered(found['main'])}{found['stop']}")
    if found := _LEADING.match(sentence):
        main = found["main"]
        options.append(f"{main[0].upper()}{main[1:]}, {found['clause'][0].lower()}{found['clause'][1:]}{found['stop']}")
    if found := _TIME_LAST.match(sentence):
        lead = found["lead"]
        options.append(f"{lead[0].upper()}{lead[1:]}, {_lowered(found['main'])}{found['stop']}")
    if found := _REPORTED.match(sentence):
        who, said = found["who"].strip(), found["said"]
        options.append(f"Theo {who[0].lower()}{who[1:]}, {said}{found['stop']}")
        options.append(f"{said[0].upper()}{said[1:]}, {who[0].lower()}{who[1:]} {found['act']}{found['stop']}")
    return chance.choice(options) if options else None


def rounded(sentence: str, chance: random.Random) -> str | None:
    """An exact count told with hơn, gần or khoảng."""
    options: list[tuple[int, int, str]] = []
    for found in _COUNT.finditer(sentence):
        value = Decimal(found["figure"].replace(".", ""))
        if value not in _YEARS and not _ROUNDERS.search(sentence[: found.start()]):
            options += [(*found.span(), text) for text in _roundings(value)]
    for found in _PERCENT.finditer(sentence):
        if found["part"] and found["whole"] != "0" and not _ROUNDERS.search(sentence[: found.start()]):
            whole = int(found["whole"])
            options.append((*found.span(), f"hơn {whole}{found['sign']}"))
            if found["part"][0] >= "5":
                options.append((*found.span(), f"gần {whole + 1}{found['sign']}"))
    return _replaced(sentence, options, chance)


def _roundings(value: Decimal) -> list[str]:
    step = Decimal(10) ** (len(str(int(value))) - 2)
    texts = []
    for words, way in ((("hơn", "trên"), ROUND_FLOOR), (("gần",), ROUND_CEILING), (("khoảng",), ROUND_HALF_EVEN)):
        near = (value / step).quantize(Decimal(1), way) * step
        if near != value:
            texts += [f"{word} {_figure(near)}" for word in words]
    return texts


def _figure(value: Decimal) -> str:
    whole, _, part = f"{value.normalize():,f}".partition(".")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def _replaced(sentence: str, options: Sequence[tuple[int, int, str]], chance: random.Random) -> str | None:
    if not options:
        return None
    start, end, text = chance.choice(options)
    return sentence[:start] + text + sentence[end:]


def in_words(sentence: str, chance: random.Random) -> str | None:
    """A count below a thousand, or a percentage, written in words."""
    options = [(*one.span(), said(int(one["figure"]))) for one in _IN_WORDS.finditer(sentence)]
    options += [
        (*one.span(), f"{one['whole']}{',' + one['part'] if one['part'] else ''} phần trăm")
        for one in _PERCENT.finditer(sentence)
    ]
    return _replaced(sentence, options, chance)


def said(value: int) -> str:
    """A number below a thousand in words."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words.append(f"{_DIGITS[tens]} mươi")
    elif hundreds and ones:
        words.append("linh")
    if ones:
        words.append("mốt" if ones == 1 and tens > 1 else "lăm" if ones == 5 and tens else _DIGITS[ones])
    return " ".join(words)


def dates(sentence: str, chance: random.Random) -> str | None:
    """A day, month or quarter written in another way."""
    options: list[tuple[int, int, str]] = []
    for found in _DAY.finditer(sentence):
        day, month, year, word = int(found["d"]), int(found["m"]), found["y"], found["word"] or ""
        written = [
            f"ngày {day} tháng {month} năm {year}",
            f"{word}{day:02}/{month:02}/{year}",
            f"{word}{day}.{month}.{year}",
        ]
        written.append(f"{word}{day}-{month}-{year}")
        options += [(*found.span(), one) for one in written]
    for found in _DAY_WORDS.finditer(sentence):
        options.append((*found.span(), f"ngày {int(found['d'])}/{int(found['m'])}/{found['y']}"))
        options.append((*found.span(), f"ngày {int(found['d']):02}-{int(found['m']):02}-{found['y']}"))
    for found in _MONTH.finditer(sentence):
        options.append((*found.span(), f"tháng {int(found['m'])} năm {found['y']}"))
    for found in _MONTH_WORDS.finditer(sentence):
        options.append((*found.span(), f"tháng {int(found['m'])}/{found['y']}"))
    for found in _QUARTER.finditer(sentence):
        roman = {"I": "1", "II": "2", "III": "3", "IV": "4"}
        other = roman.get(found["q"]) or {value: key for key, value in roman.items()}[found["q"]]
        options.append((*found.span(), f"{found['word']} {other}{found['year'] or ''}"))
    return _replaced(sentence, [one for one in options if sentence[one[0] : one[1]] != one[2]], chance)


def units(sentence: str, chance: random.Random) -> str | None:
    """An amount in another unit: tỷ, triệu, đồng; km, m; tấn, kg; ha, m2."""
    options: list[tuple[int, int, str]] = []
    for found in _MONEY.finditer(sentence):
        value = _value(found) * (1000 if found["scale"] == "tỷ" else 1)  # triệu
        if found["scale"] == "triệu" and value >= 100:
            options.append((*found.span(), f"{_figure(value / 1000)} tỷ đồng"))
        if found["scale"] == "tỷ":
            options.append((*found.span(), f"{_figure(value)} triệu đồng"))
        options.append((*found.span(), f"{_figure(value * 1000000)} đồng"))
    for found in _MEASURE.finditer(sentence):
        unit, factor = _FINER[found["unit"]]
        if factor > 1 or _value(found) >= 100:
            options.append((*found.span(), f"{_figure(_value(found) * factor)} {unit}"))
    return _replaced(sentence, options, chance)


def _value(found: re.Match[str]) -> Decimal:
    return Decimal(found["whole"].replace(".", "") + (f".{found['part']}" if found["part"] else ""))


def addressed(sentence: str, chance: random.Random) -> str | None:
    """Another title before a name: đồng chí for ông, bà."""
    options = [(*one.span(), "đồng chí ") for one in _TITLE.finditer(sentence)]
    return _replaced(sentence, options, chance)


def opened(sentence: str, chance: random.Random) -> str | None:
    """Words of transition before it."""
    return chance.choice(_OPENINGS) + _lowered(sentence) if sentence[0].isupper() else None


def synonyms(sentence: str, chance: random.Random) -> str | None:
    """Up to three words replaced by others that mean the same."""
    pairs = [pair for pair in _WORDS if re.search(rf"(?<!\w){pair[0]}(?!\w)", sentence) and pair[1] not in sentence]
    if not pairs:
        return None
    for old, new in chance.sample(pairs, min(3, len(pairs))):
        sentence = re.sub(rf"(?<!\w){old}(?!\w)", new, sentence, count=1)
    return sentence[0].upper() + sentence[1:]


def spaced(sentence: str, chance: random.Random) -> str | None:
    """A figure's thousands set apart by spaces, or by nothing."""
    options = [
        (*one.span(), one.group().replace(".", sign)) for one in _THOUSANDS.finditer(sentence) for sign in (" ", "")
    ]
    return _replaced(sentence, options, chance)


def in_thousands(sentence: str, chance: random.Random) -> str | None:
    """A count told in thousands: hơn 12 nghìn, gần 13 nghìn."""
    options: list[tuple[int, int, str]] = []
    for found in _COUNT.finditer(sentence):
        value = Decimal(found["figure"].replace(".", ""))
        if value < _LEAST_IN_THOUSANDS or value % 1000 == 0 or _ROUNDERS.search(sentence[: found.start()]):
            continue
        options.append((*found.span(), f"{chance.choice(('hơn', 'trên'))} {_figure(value // 1000)} nghìn"))
        if value % 1000 > _NEARLY_NEXT:
            options.append((*found.span(), f"gần {_figure(value // 1000 + 1)} nghìn"))
    return _replaced(sentence, options, chance)


def half_years(sentence: str, chance: random.Random) -> str | None:
    """Nửa đầu năm for 6 tháng đầu năm."""
    options = [(*one.span(), f"nửa {one['part']} năm") for one in _HALF_YEAR.finditer(sentence)]
    return _replaced(sentence, options, chance)


MORE: dict[str, Rewording] = {
    "spaced": spaced,
    "in thousands": in_thousands,
    "half years": half_years,
    "passive": passive,
    "clauses": clauses,
    "rounded": rounded,
    "in words": in_words,
    "dates": dates,
    "units": units,
    "addressed": addressed,
    "opened": opened,
    "synonyms": synonyms,
}
ALL: dict[str, Rewording] = {**FIRST, **MORE}
