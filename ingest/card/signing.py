"""Who signed, and as what: a linguistic table of signature blocks, whole or mixed with the list of recipients."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.card.letterhead import Found
from ingest.card.segments import Segment
from ingest.text.folding import fold
from ingest.text.letters import LOWER, UPPER
from ingest.text.syllables import is_syllable

_AUTHORITY = re.compile(
    rf"(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TM|KT|TL|TUQ|T\s?/\s?UQ)\s?[.:]?\s+(?=[{UPPER}])|Q\.\s?(?=[{UPPER}])"
)
_OFFICE = (
    r"TỔNG\s+BÍ\s+THƯ|BÍ\s+THƯ|CHỦ\s+TỊCH|TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|TRƯỞNG\s+ĐOÀN|CHÁNH\s+VĂN\s+PHÒNG|CHÁNH\s+ÁN|GIÁM\s+ĐỐC|TỔNG\s+THƯ\s+KÝ"
    r"|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|THỦ\s+TƯỚNG|VIỆN\s+TRƯỞNG|HIỆU\s+TRƯỞNG|CHI\s+HỘI\s+TRƯỞNG|CHI\s+HỘI\s+PHÓ|TỔ\s+TRƯỞNG"
    r"|CHI\s+CỤC\s+TRƯỞNG|HỘI\s+(?:TRƯỞNG|PHÓ)|ĐỘI\s+TRƯỞNG|ĐỒN\s+TRƯỞNG|NHÓM\s+TRƯỞNG|CỤM\s+TRƯỞNG|KHỐI\s+TRƯỞNG|TRƯỞNG\s+(?:CÔNG\s+AN|TRẠM|KHOA|CỤM)"
    r"|TỔNG\s+BIÊN\s+TẬP|TƯ\s+LỆNH|CHÍNH\s+TRỊ\s+VIÊN|CHỦ\s+NHIỆM|CHỦ\s+T(?:ỌA|OẠ)|CHỦ\s+TRÌ|THƯ\s+KÝ|NGƯỜI\s+(?:BÁO\s+CÁO|LẬP(?:\s+BIỂU)?|VIẾT|KÝ)|THƯỜNG\s+TRỰC\s+BAN\s+BÍ\s+THƯ|VỤ\s+TRƯỞNG|CỤC\s+TRƯỞNG"
    r"|TRƯỞNG\s+(?:THÔN|BẢN|KHU|TIỂU\s+BAN)|CHÁNH\s+THANH\s+TRA|[UỦ][ỶY]\s+VIÊN|CHỈ\s+HUY\s+TRƯỞNG|CHÍNH\s+[UỦ][ỶY]|CHỦ\s+HỘ|KẾ\s+TOÁN|CHỈ\s+HUY"
)
_POSITION = re.compile(
    rf"(?:QUYỀN\s+|Q\.\s*|PHÓ\s+)?(?:TỔNG\s+)?(?:{_OFFICE})(?:\s+(?:THƯỜNG\s+TRỰC|[^\W\d_]+(?:,?\s+(?:[-–]\s+)?[^\W\d_]+){{0,7}}))?(?:\s+(?:CUỘC\s+HỌP|HỘI\s+NGHỊ))?",
    re.IGNORECASE,
)
_AFTER_BODY = re.compile(rf"(?P<position>(?:PHÓ\s+|QUYỀN\s+)?(?:{_OFFICE})(?:\s+THƯỜNG\s+TRỰC)?)$")
_COLLECTIVE = re.compile(r"(?:ĐOÀN\s+CHỦ\s+TỊCH|BAN\s+BÍ\s+THƯ)$")
_ELSEWHERE = re.compile(r"(?<!\w)(?:UBND|HĐND|ỦY BAN|UỶ BAN|UBMTTQ|MTTQ|HỘI|SỞ)(?!\w)")
"""An office held elsewhere, written below the one that signs."""
_CHAIRS = re.compile(r"CHỦ\s+(?:T(?:ỌA|OẠ)|TRÌ)", re.IGNORECASE)
_CLERK = re.compile(r"(?:THƯ\s+KÝ|NGƯỜI\s+LẬP)", re.IGNORECASE)
"""Who wrote it down, not who answers for it."""
_SKIPPED = re.compile(
    r"[-–+•*·]|\(?\s*(?:đã\s+ký|ký|chữ\s+ký|ký\s+tên)|nơi\s+nhận|như\s"
    rf"|lưu\b(?!(?-i:\s+(?!Văn|Hồ)[{UPPER}][{LOWER}]+\s+[{UPPER}][{LOWER}]+$))|[.…_]+$",
    re.IGNORECASE,
)
_RANKS = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Ths|BS|CN|KS|NGƯT|NSƯT)\.?\s?|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tá|tướng|úy)\s+|(?:Đ/c|Bà|Ông)\s+)+"
)
_NO_NAME = frozenset(
    str.split(
        "hội ban phòng nơi như lưu văn các tỉnh huyện xã phường thành đảng đoàn ủy uỷ bộ chi trung nhân kính chủ phó"
        " bí quốc sở cục viện trường"
    )
)
_MINORITY_FAMILIES = frozenset(
    str.split(
        "cil liêng kơ kơsă bon rơ ksor siu rcom rmah rahlan kpă kpuih kră niê mlô êban ayun byă knul adrơng hwing"
        " bkrông kbuôr chamaléa katơr tain pinăng cadá touprong bling hôih alăng arất zơrâm pơloong bhnướch riah briu"
        " coor ating bhling tơngôl brao lơmu ndu sơao păng"
    )
)
_FIRST_NAMES_ALLOWED = frozenset({"lưu", "văn", "đoàn", "thành", "trung", "chu", "ban"})
_WORD = re.compile(r"[" + UPPER + r"][^\W\d_]*(?:['’](?:[A-Za-zÀ-ỹĐđ][^\W\d_]*)?)?")
_NAME_WORDS = range(2, 7)
_PROPER = (
    "Chủ tịch", "Bí thư", "Thường trực", "Giám đốc", "Chánh Văn phòng", "Trưởng ban", "Thủ tướng", "Quốc hội", "LHPN",
    "Bộ trưởng", "Hội", "Phụ nữ", "Chính phủ", "Tuyên giáo", "Dân vận", "UBND", "HĐND", "MTTQ", "Kinh tế", "Đời sống",
    "Gia đình", "Xã hội", "Công an", "Hội trưởng",
)  # fmt: skip
"""Words that keep a capital inside an office."""
_BESIDE = re.compile(
    rf"(?:Nơi\s+nhận\s*:?|[-–+•]\s.*?[;,.:])\s+(?:[ˆ~^&_°'’`.]{{1,2}}\s+)?"
    rf"(?P<right>(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.?\s+[{UPPER} ]+"
    rf"|(?:QUYỀN\s+|PHÓ\s+)?(?:{_OFFICE})(?:\s+THƯỜNG\s+TRỰC)?|\(\s*(?i:đã\s+ký).{{0,20}}\)"
    rf"|(?<=\.\s)[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,4}}))\s*"
)
"""A recipient and, beside it, a line of the signature: scans keep no gap between the two columns."""
_BY_BARE = {fold(name).upper(): name for name in (
    "CHỦ TỊCH", "PHÓ", "BÍ THƯ", "TRƯỞNG BAN", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "THƯỜNG TRỰC", "CHI HỘI TRƯỞNG",
    "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG", "CHỦ TRÌ", "CHỦ TỌA", "THƯ KÝ", "NGƯỜI LẬP", "NGƯỜI BÁO CÁO",
)}  # fmt: skip
_BARE_OFFICE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_BY_BARE, key=len, reverse=True))})(?!\w)")
_REACH = 45
_AUTHORITY_CHARS = 80
_TAIL = 40


@dataclass(frozen=True, slots=True)
class Signature:
    """A signer and, where it is written, the office."""

    signer: Found
    position: Found | None


def read_signature(segments: Sequence[Segment], *, official: bool, joint: bool = False) -> Signature | None:
    """The signature of the document itself; that of an annex comes later and is not taken.

    :param joint: two bodies issued it; where both sign, neither is the signer.
    """
    segments = [_accented(part) for one in segments for part in _beside(one)]
    if joint and len(_pairs(segments[-_TAIL:])) > 1:
        return None
    for index, one in enumerate(segments):
        if (
            _AUTHORITY.match(one.text)
            and one.text[:40].isupper()
            and (found := _pairs(segments[index : index + _REACH]))
        ):
            return found[0]
    if not official:
        return None
    tail = segments[-_TAIL:]
    at = next((i for i, one in enumerate(tail) if _is_position(one.text) and _is_heading(tail, i)), None)
    if at is None:
        return None
    found = _pairs(tail[at:])
    chairs = [one for one in found if one.position and _CHAIRS.match(one.position.value)]
    others = [one for one in found if not (one.position and _CLERK.match(one.position.value))]
    return next(iter([*chairs, *others]), None)


def _accented(one: Segment) -> Segment:
    """A line in capitals without accents, the offices in it as they are spelt; letters keep their places."""
    if not (one.text.isascii() and one.text.isupper()):
        return one
    text = _BARE_OFFICE.sub(lambda match: _BY_BARE[match.group()], one.text)
    return replace(one, text=text)


def _beside(one: Segment) -> tuple[Segment, ...]:
    """The two columns of a line that runs them together."""
    match = _BESIDE.fullmatch(one.text)
    if match is None:
        return (one,)
    at = match.start("right")
    return _part(one, 0, len(one.text[:at].rstrip())), _part(one, at, match.end("right"))


def _is_heading(segments: Sequence[Segment], index: int) -> bool:
    """In capitals, or over a name where capitals were lost."""
    if segments[index].text.isupper():
        return True
    under = segments[index + 1 : index + 5]
    below = [one for one in under if not (_SKIPPED.match(one.text) or _is_position(one.text))]
    return bool(below) and name_in(below[0].text) is not None


def _is_authority(text: str) -> bool:
    return _AUTHORITY.match(text) is not None and len(text) <= _AUTHORITY_CHARS and not text.endswith((".", ";", ","))


def _pairs(segments: Sequence[Segment]) -> list[Signature]:
    """Every name with the office above it, in its own column where there are columns."""
    pairs: list[Signature] = []
    offices: list[Segment] = []
    authority: Segment | None = None
    for at, one in enumerate(segments):
        if authority is not None and one.text.startswith("Q.") and _is_position(one.text):
            offices.append(one)
            continue
        if _AUTHORITY.match(one.text):
            authority = one
            if (match := _AFTER_BODY.search(one.text)) and match.start() > 0 and _is_own_office(one.text, match):
                offices.append(_part(one, match.start("position"), match.end("position")))
            continue
        if _is_position(one.text):
            offices.append(one)
        elif offices or authority:
            if _SKIPPED.match(one.text):
                continue
            name = name_in(one.text)
            if name is not None:
                pairs.append(_signature(one, name, _office_over(one, offices) or _office_under(segments[at + 1 :])))
                if len(pairs) >= 2:  # noqa: PLR2004
                    break
    return pairs


def _is_own_office(text: str, match: re.Match[str]) -> bool:
    if _COLLECTIVE.search(text):
        return False
    return text[: match.start()].strip(" .").upper() not in {
        "TM",
        "KT",
        "TL",
        "TUQ",
        "T/M",
        "K/T",
        "T/L",
        "Q",
    } and not (text.startswith(("KT", "K/T")))


def _part(one: Segment, start: int, end: int) -> Segment:
    return Segment(one.line, one.column, one.columns, one.page, one.start + start, one.start + end, one.text[start:end])


def _office_over(name: Segment, offices: Sequence[Segment]) -> Segment | None:
    beside = [one for one in offices if one.columns > 1 and one.columns == name.columns and one.column == name.column]
    rows = {one.line for one in offices if one.columns > 1 and _is_position(one.text)}
    paired = any(sum(one.line == row for one in offices) > 1 for row in rows)
    if paired and beside:
        return beside[-1]
    if len(offices) > 1 and _ELSEWHERE.search(offices[-1].text) and offices[-1].line == offices[-2].line + 1:
        return offices[-2]
    return offices[-1] if offices else None


def _office_under(following: Sequence[Segment]) -> Segment | None:
    """The Party's central bodies write the office below the name."""
    under = following[0] if following else None
    return under if under is not None and _POSITION.fullmatch(under.text) else None


def _signature(one: Segment, name: tuple[int, int], office: Segment | None) -> Signature:
    start, end = name
    signer = Found(_named(one.text[start:end]), one.page, one.start + start, one.start + end)
    if office is None:
        return Signature(signer, None)
    words = " ".join(office.text.split())
    value = _office_name(words) if words.isupper() or words.islower() else words
    return Signature(signer, Found(value, office.page, office.start, office.end))


def _named(text: str) -> str:
    words = text.split()
    return " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in words)


def _office_name(text: str) -> str:
    text = text.lower().capitalize()
    for proper in _PROPER:
        text = re.sub(rf"(?<!\w)(?<!chi ){proper}(?!\w)", proper, text, flags=re.IGNORECASE)
    return text


def _is_position(text: str) -> bool:
    match = _POSITION.fullmatch(text.strip(" ,.:"))
    return match is not None and (text.isupper() or len(text.split()) <= 4) and not _COLLECTIVE.fullmatch(text.strip())  # noqa: PLR2004


def name_in(text: str) -> tuple[int, int] | None:
    """[start, end) of a personal name that is the whole text, rank and title before it left out."""
    rank = _RANKS.match(text)
    start = rank.end() if rank else 0
    name = text[start:].rstrip(" .")
    words = name.split()
    if len(words) not in _NAME_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return None
    if any(word.lower() == "và" for word in words) or name.lower().startswith("công an"):
        return None
    if words[0].lower() in _NO_NAME - _FIRST_NAMES_ALLOWED or words[0].lower() in {"tm", "kt", "tl"}:
        return None
    if sum(is_syllable(word) for word in words) * 2 < len(words) and not _of_a_minority(words):
        return None
    return start, start + len(name)


def _of_a_minority(words: Sequence[str]) -> bool:
    """``K' Brếp``, ``H'Hồng Niê``, ``Y Blôi``: marks of a name whose syllables Vietnamese does not have."""
    if any("'" in word or "’" in word for word in words) or words[0] in {"Y", "A", "H", "K"}:
        return True
    return bool({words[0].lower(), words[-1].lower()} & _MINORITY_FAMILIES)
