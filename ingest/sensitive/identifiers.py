"""Personal identifiers and the words they stand by (linguistic table).

Kinds are those of Law 91/2025/QH15, articles 3 and 4, as decree 356/2025/ND-CP lists them. Names and posts of cadres,
fixed lines, hotlines and addresses of organisations are public and stay; so do statistics, money, dates, years and
numbers of documents, which the forms below are written to leave alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ingest.sensitive.persons import is_person_before


class Identifier(StrEnum):
    """What was masked."""

    NATIONAL_ID = "national_id"
    PASSPORT = "passport"
    PHONE = "phone"
    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    INSURANCE = "insurance"
    TAX_CODE = "tax_code"
    BIRTH_DATE = "birth_date"
    PLATE = "plate"
    ADDRESS = "address"
    TRAIT = "trait"
    """Ethnicity, religion or health in a list of persons."""
    NAME = "name"
    """Of a child or a victim; see ``protected_names``."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Where an identifier stands: group ``v`` of the pattern, where ``accepts`` (if any) agrees."""

    kind: Identifier
    needles: tuple[str, ...]
    """The rule is tried only on texts that hold one of these, in lower case; on all if there are none."""
    pattern: re.Pattern[str]
    accepts: Callable[[re.Match[str]], bool] | None = None
    long: bool = False
    """The identifier has so many digits that it is tried only on texts with a LONG_NUMBER."""
    labels: tuple[str, ...] = ()
    """Ends of what stands before its colon, in lower case: without one the rule is not tried."""


LONG_NUMBER = re.compile(r"\d(?:[ .\-()]{0,2}\d){8}")
_SEPARATORS = re.compile(r"[ .\-]")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_ALONE = r"(?<![\w•].)(?<!\d[.,/\-].)"
"""After the first character of a number: it is not the rest of a longer one. A pattern that began with this
would be tried at every character."""
_AFTER = r"(?![\w])(?![.,]\d)"
_GAP = r"[^\w\n•]{0,6}"
_NUMBER_WORD = rf"{_GAP}(?:(?:là|số|no)\b{_GAP})?"
_CONTEXT_CHARS = 60
_OLDEST = 1930
"""Births before are those of history; the law speaks of living persons first."""
_NATIONAL_ID_FORMS = frozenset({(12,), (3, 9), (3, 1, 2, 6), (3, 3, 3, 3), (4, 4, 4), (6, 6), (3, 3, 6)})
_MIN_PHONE_HEAD = 3
_MIN_PHONE_GROUP = 2
_PUBLIC_LINE = re.compile(
    r"(?:đường dây (?:nóng|hỗ trợ|tư vấn)|hotline|hot line|tổng đài|số nóng)[^.;\n]*$", re.IGNORECASE
)
_PUBLIC_DOMAIN = re.compile(r"(?:^|\.)(?:gov|org|edu)\.vn$|(?:^|\.)dangcongsan\.vn$", re.IGNORECASE)
_PUBLIC_BOX = frozenset(
    str.split(
        "info contact lienhe hotro support toasoan banbientap bandoc vanthu vanphong webmaster admin cskh tuvan duthi"
    )
)
_BANK = re.compile(r"ngân hàng|kho bạc|chủ tài khoản|chi nhánh|bank|\bNH", re.IGNORECASE)
_SHORT_ACCOUNT = 8


def _groups(text: str) -> tuple[int, ...]:
    return tuple(len(group) for group in _SEPARATORS.split(text))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _CONTEXT_CHARS) : match.start()]


def _is_national_id(match: re.Match[str]) -> bool:
    return _groups(match["v"]) in _NATIONAL_ID_FORMS


def _is_phone(match: re.Match[str]) -> bool:
    """The groups are those in which people write a mobile number, and it is not a line for the public."""
    local = re.sub(r"^\(?\+?84\)?", "0", match["v"].replace("(0)", "")).lstrip("( ").replace(")", "")
    groups = _groups(local.replace("0 ", "0", 1) if local.startswith("0 ") else local)
    separators = set(_SEPARATORS.findall(match["v"]))
    well_formed = groups[0] >= _MIN_PHONE_HEAD and min(groups) >= _MIN_PHONE_GROUP and len(separators) <= 1
    return (well_formed or match["v"].startswith(("+", "("))) and _is_private_line(match)


def _is_private_line(match: re.Match[str]) -> bool:
    return not _PUBLIC_LINE.search(_before(match))


def _is_labelled_mobile(match: re.Match[str]) -> bool:
    """Any grouping after a label, but for the two-digit area codes of the two big cities until 2017."""
    head, *rest = _SEPARATORS.split(match["v"])
    fixed = head in {"04", "08"} and bool(rest) and len(rest[0]) > _MIN_PHONE_GROUP
    return not fixed and _is_private_line(match)


def _is_private_mail(match: re.Match[str]) -> bool:
    box, _, domain = match["v"].rpartition("@")
    return box.lower() not in _PUBLIC_BOX and not _PUBLIC_DOMAIN.search(domain)


def _is_account(match: re.Match[str]) -> bool:
    """Not a sum or a count: "so tai khoan" is also how many accounts there are."""
    value = match["v"]
    if _THOUSANDS.fullmatch(value):
        return False
    near = match.string[match.start() : match.end() + _CONTEXT_CHARS]
    return sum(map(str.isdigit, value)) >= _SHORT_ACCOUNT or bool(_BANK.search(near))


def _is_labelled_id(match: re.Match[str]) -> bool:
    return not _THOUSANDS.fullmatch(match["v"])


def _is_recent_birth(match: re.Match[str]) -> bool:
    return int(match["v"][-4:]) >= _OLDEST


def _is_birth_of_person(match: re.Match[str]) -> bool:
    return _is_recent_birth(match) and is_person_before(_before(match))


_PERSONAL_LABEL = re.compile(
    r"(?:sinh|CCCD|CMND|CMTND|căn cước|định danh|hộ chiếu|SĐT|ĐTDĐ|di động|BHXH|BHYT)[^:;\n]{0,30}:", re.IGNORECASE
)
_ROW_CHARS = 600
_HOME_WORD = re.compile(
    r"\d|\b(?:số nhà|ngõ|ngách|hẻm|kiệt|đường|phố|thôn|bản|ấp|xóm|đội|tổ|khu|khóm|khối|buôn|làng|tiểu khu|chung cư)\b",
    re.IGNORECASE,
)


def _is_in_list_of_persons(match: re.Match[str]) -> bool:
    """The same line, as a row of a table is one, also has a field that only a person has."""
    text = match.string
    start, end = text.rfind("\n", 0, match.start() + 1) + 1, text.find("\n", match.end())
    end = end if end >= 0 else len(text)
    return end - start <= _ROW_CHARS and _PERSONAL_LABEL.search(text, start, end) is not None


def _leads_home(match: re.Match[str]) -> bool:
    return _HOME_WORD.search(match["v"]) is not None


def _is_home_in_list(match: re.Match[str]) -> bool:
    return _leads_home(match) and _is_in_list_of_persons(match)


_ID_LABEL = (
    r"(?:CCCD|CMND|CMTND|CMT|căn\s+cước(?:\s+công\s+dân)?|chứng\s+minh(?:\s+(?:nhân\s+dân|thư))?|"
    r"định\s+danh(?:\s+cá\s+nhân)?|ĐDCN|giấy\s+tờ\s+t[uù]y\s+thân)"
)
_ID_NEEDLES = ("cccd", "cmnd", "cmtnd", "cmt", "căn cước", "chứng minh", "định danh", "đdcn", "tùy thân", "tuỳ thân")
_PHONE_LABEL = (
    r"(?:điện\s+thoại|ĐTDĐ|DTDD|SĐT|SDT|ĐT|số\s+máy|di\s+động|zalo|viber|whatsapp|phone|mobile|tel|liên\s+hệ|LH)"
)
_PHONE_NEEDLES = (
    *str.split("đt dtdđ dtdd sdt zalo viber whatsapp phone mobile tel lh"),
    *("điện thoại", "số máy", "di động", "liên hệ"),
)
_MOBILE = r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)"
_DAY = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?"
_DAY_IN_WORDS = r"(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+(?:năm\s+|,\s*)"
_YEAR = r"(?:19|20)\d{2}"
_NO_RANGE = r"(?!\d)(?!\s*(?:trở|đến|[-–]\s*\d))"
_BORN = ("sinh năm", "năm sinh", "sinh ngày", "ngày sinh")
_HOME = r"\s*:\s*(?P<v>[^\n;|()]{3,120})"
_ROW_FIELD = r"(?m:^|[;|—])\s*"

RULES: tuple[Rule, ...] = (
    Rule(
        Identifier.NATIONAL_ID,
        (),
        re.compile(rf"(?P<v>0{_ALONE}(?:0[1-9]|[1-8]\d|9[0-6])(?:[ .]?\d){{9}}){_AFTER}"),
        _is_national_id,
        long=True,
    ),
    Rule(
        Identifier.NATIONAL_ID,
        _ID_NEEDLES,
        re.compile(
            rf"(?i:\b{_ID_LABEL})(?:[^\d\n•;|]{{0,30}}?)(?<!\w)(?P<v>\d(?:[ .]?\d){{8}}(?:(?:[ .]?\d){{3}})?){_AFTER}"
        ),
        _is_labelled_id,
        long=True,
    ),
    Rule(
        Identifier.PASSPORT,
        ("hộ chiếu", "passport"),
        re.compile(r"(?i:\bhộ\s+chiếu|\bpassport)[^\d\n•]{0,25}?\b(?P<v>[A-Z]\s?\d{7,8})(?!\w)"),
    ),
    Rule(
        Identifier.PHONE,
        (),
        re.compile(rf"(?P<v>(?:[(+]{_ALONE}\+?84\)?[ .\-]?(?:\(0\)|0)?|0{_ALONE}){_MOBILE}(?:[ .\-]?\d){{7}}){_AFTER}"),
        _is_phone,
        long=True,
    ),
    Rule(
        Identifier.PHONE,
        (),
        # eleven digits, until 2018
        re.compile(rf"(?P<v>0{_ALONE}1(?:2\d|6[2-9]|8[68]|99)(?:[ .\-]?\d){{7}}){_AFTER}"),
        _is_phone,
        long=True,
    ),
    Rule(
        Identifier.PHONE,
        _PHONE_NEEDLES,
        re.compile(
            rf"(?i:\b{_PHONE_LABEL}){_NUMBER_WORD}(?P<v>(?:\(?\+?84\)?|\(?0)[ .\-]?"
            rf"(?:[35789](?:[ .\-)]{{0,2}}\d){{8}}|1[2689](?:[ .\-)]{{0,2}}\d){{8}})){_AFTER}"
        ),
        _is_labelled_mobile,
        long=True,
    ),
    Rule(
        Identifier.EMAIL,
        ("@",),
        re.compile(r"(?<![\w.+\-])(?P<v>[A-Za-z0-9_][A-Za-z0-9_.+\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"),
        _is_private_mail,
    ),
    Rule(
        Identifier.BANK_ACCOUNT,
        ("tài khoản", "stk", "tk"),
        re.compile(
            r"(?i:\b(?:số\s+(?:tài\s+khoản|TK)|STK|(?:tài\s+khoản|TK)\s+số|(?:số\s+)?TKNH|"
            r"(?:tài\s+khoản|TK)(?:\s+ngân\s+hàng)?(?=\s*:)))"
            rf"{_NUMBER_WORD}(?P<v>\d(?:[ .\-]?\d){{5,18}}){_AFTER}"
        ),
        _is_account,
    ),
    Rule(
        Identifier.INSURANCE,
        ("bhxh", "bhyt", "bảo hiểm"),
        re.compile(
            r"(?i:\b(?:mã\s+số|mã\s+thẻ|mã|số\s+sổ|số\s+thẻ|sổ|thẻ)\s+(?:BHXH|BHYT|bảo\s+hiểm\s+(?:xã\s+hội|y\s+tế)))"
            rf"{_NUMBER_WORD}(?P<v>(?:[A-Z]{{2}}\s?\d(?:[ .\-]?\d){{12}})|\d(?:[ .]?\d){{9}}){_AFTER}"
        ),
        long=True,
    ),
    Rule(
        Identifier.TAX_CODE,
        ("mã số thuế", "mst"),
        re.compile(
            r"(?i:\b(?:mã\s+số\s+thuế|MST)\s+(?:cá\s+nhân|TNCN|thu\s+nhập\s+cá\s+nhân|người\s+phụ\s+thuộc))"
            rf"{_NUMBER_WORD}(?P<v>\d{{10}}(?:\d{{2}}|-\d{{3}})?){_AFTER}"
        ),
        long=True,
    ),
    Rule(
        Identifier.TAX_CODE,
        ("mã số thuế", "mst"),
        # the tax authority gives persons numbers that begin with 8
        re.compile(rf"(?i:\b(?:mã\s+số\s+thuế|MST)){_NUMBER_WORD}(?P<v>8\d{{9}}(?:-\d{{3}})?){_AFTER}"),
        long=True,
    ),
    Rule(
        Identifier.BIRTH_DATE,
        (*_BORN, "sn"),
        re.compile(
            r"(?i:\b(?:sinh\s+ngày|ngày\s+sinh|ngày,?\s+tháng,?\s+năm\s+sinh|ngày/tháng/năm\s+sinh|sinh\s+năm|"
            r"năm\s+sinh|SN))"
            rf"(?:\s+[-–]\s+\w+)?{_NUMBER_WORD}(?P<v>{_DAY}{_YEAR}|{_DAY_IN_WORDS}{_YEAR}){_NO_RANGE}"
        ),
        _is_recent_birth,
    ),
    Rule(
        Identifier.BIRTH_DATE,
        _BORN,
        # a label of a form, or a column with one for each sex below it
        re.compile(
            rf"(?i:\b(?:năm\s+sinh|ngày\s+sinh|ngày,?\s+tháng,?\s+năm\s+sinh)(?:\s+[-–]\s+\w+)?)\s*:\s*(?P<v>{_YEAR})"
            rf"{_NO_RANGE}"
        ),
        _is_recent_birth,
    ),
    Rule(
        Identifier.BIRTH_DATE,
        _BORN,
        re.compile(rf"(?i:\bsinh\s+năm)\s*:?\s*(?P<v>{_YEAR}){_NO_RANGE}"),
        _is_birth_of_person,
    ),
    Rule(
        Identifier.BIRTH_DATE,
        ("sn", "ns"),
        re.compile(rf"[(,]\s*(?:SN|sn|Sn|NS|ns)\s*:?\s*(?P<v>{_YEAR}){_NO_RANGE}"),
        _is_recent_birth,
    ),
    Rule(
        Identifier.PLATE,
        ("biển", "bks", "bs"),
        re.compile(
            r"(?i:\b(?:biển\s+(?:số|kiểm\s+soát|đăng\s+ký)|BKS|BS))[^\d\n•]{0,25}?"
            rf"(?P<v>\d{{2}}[ .\-–]?[A-ZĐ]{{1,2}}\d?[ .\-–]{{0,3}}\d{{3}}(?:\.\d{{2}}|\d{{1,2}})?){_AFTER}"
        ),
    ),
    Rule(
        Identifier.PLATE,
        ("xe",),
        re.compile(rf"(?P<v>\d{_ALONE}\d[A-ZĐ]{{1,2}}\d?[ \-–]\d{{3}}\.\d{{2}}){_AFTER}"),
    ),
    Rule(
        Identifier.ADDRESS,
        (),
        re.compile(
            r"(?i:\b(?:nơi\s+(?:đăng\s+ký\s+)?(?:thường\s+trú|tạm\s+trú)|hộ\s+khẩu(?:\s+thường\s+trú)?|HKTT|ĐKTT|"
            r"địa\s+chỉ\s+(?:thường\s+trú|tạm\s+trú|nhà(?:\s+riêng)?)|(?:chỗ|nơi)\s+ở(?:\s+hiện\s+(?:nay|tại))?|"
            rf"nơi\s+cư\s+trú|quê\s+quán|nguyên\s+quán)){_HOME}"
        ),
        _leads_home,
        labels=(
            "trú",
            "hộ khẩu",
            "hktt",
            "đktt",
            "nhà",
            "riêng",
            " ở",
            "hiện nay",
            "hiện tại",
            "quán",
        ),
    ),
    Rule(
        Identifier.ADDRESS,
        (),
        re.compile(rf"{_ROW_FIELD}(?i:địa\s+chỉ){_HOME}"),
        _is_home_in_list,
        labels=("địa chỉ",),
    ),
    Rule(
        Identifier.TRAIT,
        (),
        re.compile(
            rf"{_ROW_FIELD}(?i:dân\s+tộc|tôn\s+giáo|tín\s+ngưỡng|(?:tình\s+trạng\s+)?sức\s+kh(?:ỏe|oẻ)|khuyết\s+tật|"
            r"bệnh(?:\s+tật)?)\s*:\s*(?P<v>[^\n;|]{1,60})"
        ),
        _is_in_list_of_persons,
        labels=(
            "dân tộc",
            "tôn giáo",
            "tín ngưỡng",
            "sức khỏe",
            "sức khoẻ",
            "tật",
            "bệnh",
        ),
    ),
)
