"""Ways to say a sentence that leave it true: shorter, reordered, other words, other notation, short forms."""

import random
import re
from collections.abc import Callable

from ingest.text.folding import fold

Rewording = Callable[[str, random.Random], str | None]

_SYNONYMS = (
    ("tổ chức", "tiến hành"), ("thực hiện", "triển khai"), ("hỗ trợ", "giúp đỡ"), ("xây dựng", "dựng"),
    ("cho biết", "cho hay"), ("hiện nay", "hiện"), ("khoảng", "chừng"), ("hơn", "trên"), ("nhiều", "không ít"),
    ("vì vậy", "do đó"), ("tuy nhiên", "song"), ("bắt đầu", "khởi đầu"), ("sử dụng", "dùng"), ("phụ nữ", "chị em"),
    ("trong đó", "gồm"), ("quy định tại", "nêu tại"), ("theo quy định", "đúng quy định"), ("gia đình", "nhà"),
    ("cơ quan", "đơn vị"), ("nhằm", "để"), ("tại", "ở"), ("đã", ""), ("rất", ""), ("cũng", ""), ("được", ""),
    ("phát biểu", "nói"), ("đặc biệt", "nhất là"), ("trường hợp", "khi"), ("nâng cao", "tăng cường"), ("bởi", "do"),
    ("đồng thời", "cùng lúc"), ("ngoài ra", "bên cạnh đó"), ("lãnh đạo", "người đứng đầu"), ("có trách nhiệm", "phải"),
)  # fmt: skip
_ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "TP.HCM": "Thành phố Hồ Chí Minh",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế", "LHPN": "Liên hiệp Phụ nữ", "CLB": "câu lạc bộ", "HTX": "hợp tác xã",
    "TAND": "Tòa án nhân dân",
    "ATGT": "an toàn giao thông", "DN": "doanh nghiệp", "CSGT": "cảnh sát giao thông", "QĐ": "quyết định",
    "THPT": "trung học phổ thông",
    "GD&ĐT": "Giáo dục và Đào tạo", "NHNN": "Ngân hàng Nhà nước", "MTTQ": "Mặt trận Tổ quốc",
    "TNGT": "tai nạn giao thông",
}  # fmt: skip
_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LEAD = re.compile(r"^((?:Năm|Ngày|Sáng|Chiều|Tối|Tháng|Trong|Tại|Theo|Hiện|Từ|Đến)\b[^,.;]{2,50}), (\w.*?)([.!?]?)$")
_TAIL = re.compile(r"^(.{40,}?[^\d,]), [^,]{10,}([.!?]?)$")
_BRACKET = re.compile(r"\s\([^()]{3,60}\)")
_DATE = re.compile(r"ngày (\d{1,2})/(\d{1,2})(?:/((?:19|20)\d\d))?(?![\d/])")
_THOUSANDS = re.compile(r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})+)(?![\d.,/]*\d)")
_SCALED = re.compile(r"(?<![\d.,/])(\d+)(?:,(\d))?\s(tỷ|triệu)(?=\s(?:đồng|USD|người))")
_SMALL = re.compile(
    r"(?<![\d.,/%-])([2-9]|[1-9]\d)(?=\s(?:người|em|hộ|cháu|xã|huyện|tỉnh|lớp|dự án|mô hình|vụ|lần|ngôi|trẻ|"
    r"nạn nhân|xe|công ty))"
)


def exact(sentence: str, chance: random.Random) -> str | None:
    """As it stands."""
    del chance
    return sentence


def shortened(sentence: str, chance: random.Random) -> str | None:
    """Without its last clause, without a bracket, or without what leads in."""
    options = []
    if found := _TAIL.match(sentence):
        options.append(found.group(1) + found.group(2))
    if _BRACKET.search(sentence):
        options.append(_BRACKET.sub("", sentence, count=1))
    if found := _LEAD.match(sentence):
        rest = found.group(2) + found.group(3)
        options.append(rest[0].upper() + rest[1:])
    return chance.choice(options) if options else None


def reordered(sentence: str, chance: random.Random) -> str | None:
    """The words that lead in put at the end."""
    del chance
    found = _LEAD.match(sentence)
    if not found:
        return None
    lead, rest, stop = found.groups()
    return f"{rest[0].upper()}{rest[1:]} {lead[0].lower()}{lead[1:]}{stop}"


def reworded(sentence: str, chance: random.Random) -> str | None:
    """One or two words replaced by others that mean the same."""
    pairs = [pair for pair in _SYNONYMS if re.search(rf"(?<!\w){pair[0]}(?!\w)", sentence)]
    if not pairs:
        return None
    for old, new in chance.sample(pairs, min(2, len(pairs))):
        sentence = re.sub(rf"(?<!\w){old}(?!\w)", new, sentence, count=1)
    sentence = re.sub(r"\s+", " ", sentence).strip()
    return sentence[0].upper() + sentence[1:]


def notation(sentence: str, chance: random.Random) -> str | None:
    """One number or date written in another way."""
    options = []
    for found in _THOUSANDS.finditer(sentence):
        plain = found.group().replace(".", "")
        options.append((found, plain))
        options.append((found, found.group().replace(".", " ")))
    for found in _SCALED.finditer(sentence):
        value = int(found.group(1)) * 1000 + int(found.group(2) or 0) * 100
        unit = {"tỷ": "triệu", "triệu": "nghìn"}[found.group(3)]
        options.append((found, f"{value:,}".replace(",", ".") + " " + unit))
    for found in _SMALL.finditer(sentence):
        options.append((found, _in_words(int(found.group(1)))))
    for found in _DATE.finditer(sentence):
        year = f" năm {found.group(3)}" if found.group(3) else ""
        options.append((found, f"ngày {int(found.group(1))} tháng {int(found.group(2))}{year}"))
    if not options:
        return None
    found, text = chance.choice(options)
    return sentence[: found.start()] + text + sentence[found.end() :]


def _in_words(value: int) -> str:
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    tail = "lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else _DIGITS[ones]
    return f"{head} {tail}".strip()


def spelt_out(sentence: str, chance: random.Random) -> str | None:
    """A short form written out, or the reverse."""
    options = []
    for short, long in _ABBREVIATIONS.items():
        options += [(one, long) for one in re.finditer(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])", sentence)]
        options += [(one, short) for one in re.finditer(rf"(?<!\w){re.escape(long)}(?!\w)", sentence)]
    if not options:
        return None
    found, text = chance.choice(options)
    return sentence[: found.start()] + text + sentence[found.end() :]


def unaccented(sentence: str) -> str:
    """Typed without accents, capitals kept."""
    return "".join(fold(char).upper() if char.isupper() else fold(char) for char in sentence)


REWORDINGS: dict[str, Rewording] = {
    "exact": exact,
    "shortened": shortened,
    "reordered": reordered,
    "reworded": reworded,
    "notation": notation,
    "spelt out": spelt_out,
}
