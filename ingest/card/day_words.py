"""Days written out in words, ``ngày hai mươi bảy tháng hai năm hai nghìn``: a linguistic table."""

import re

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_MONTHS = {"giêng": 1, "chạp": 12}
_NUMERAL = r"(?:" + "|".join([*_DIGITS, "mười", "mươi", "mồng", "mùng", "linh", "lẻ"]) + r")"
_DAY = rf"(?:{_NUMERAL}\s+){{0,3}}{_NUMERAL}"
_MONTH = rf"(?:giêng|chạp|{_NUMERAL}(?:\s+{_NUMERAL})?)"
_YEAR = rf"(?:(?:hai\s+(?:nghìn|ngàn)|một\s+(?:nghìn|ngàn)\s+chín\s+trăm)(?:\s+(?:trăm|{_NUMERAL}))*)"
DAY_IN_WORDS = re.compile(
    rf"ngày\s+(?P<d>{_DAY})\s*,?\s+tháng\s+(?P<m>{_MONTH})\s*,?\s+năm\s+(?P<y>{_YEAR}|(?:19|20)\d{{2}})", re.IGNORECASE
)


def day_in_digits(match: re.Match[str]) -> tuple[str, str, str] | None:
    """Day, month and year of a match of ``DAY_IN_WORDS`` as digits; None where the words are no number."""
    day, month, year = _number(match["d"]), _number(match["m"]), match["y"]
    written = int(year) if year.isdecimal() else _year(year)
    return None if day is None or month is None or written is None else (str(day), str(month), str(written))


def _year(words: str) -> int | None:
    thousands, _, rest = re.sub(r"ngàn", "nghìn", " ".join(words.lower().split())).partition(" nghìn")
    hundreds, _, tens = rest.strip().rpartition(" trăm") if " trăm" in rest else ("", "", rest)
    parts = [_number(part) if part.strip() else 0 for part in (thousands, hundreds, tens)]
    if None in parts:
        return None
    return sum((one or 0) * times for one, times in zip(parts, (1000, 100, 1), strict=True))


def _number(words: str) -> int | None:
    """Up to 99: ``mồng ba``, ``mười lăm``, ``hai mươi mốt``, ``linh năm``."""
    left = [word for word in words.lower().split() if word not in {"mồng", "mùng", "linh", "lẻ"}]
    if len(left) == 1 and left[0] in _MONTHS:
        return _MONTHS[left[0]]
    if "mươi" in left or "mười" in left:
        at = left.index("mươi") if "mươi" in left else left.index("mười")
        tens = _DIGITS.get(left[0]) if at == 1 else 1 if at == 0 else None
        ones = _DIGITS.get(left[at + 1]) if len(left) == at + 2 else 0 if len(left) == at + 1 else None
        return None if tens is None or ones is None else tens * 10 + ones
    if len(left) == 2 and all(word in _DIGITS for word in left):  # noqa: PLR2004  "hai bảy"
        return _DIGITS[left[0]] * 10 + _DIGITS[left[1]]
    return _DIGITS.get(left[0]) if len(left) == 1 else None
