"""Personal names that are a line of their own: a linguistic table of ranks, families and words no name begins with."""

import re
from collections.abc import Sequence

from ingest.text.folding import fold
from ingest.text.letters import UPPER
from ingest.text.syllables import is_syllable

_RANKS = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Ths|BS|CN|KS|NGƯT|NSƯT)\.?\s?|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tá|tướng|úy|uý)\s+(?:QNCN\s+|CNVC?QP\s+)?)+"
)
_ADDRESSED = re.compile(r"(?:Đ/c|Đồng chí|Bà|Ông|Chị|Anh)\s", re.IGNORECASE)
"""How others are named; nobody signs so."""
_FAMILIES = frozenset(
    str.split(
        "cung hạ khiếu liễu mạnh ngần ôn sử tất trang trầm tưởng văn "
        "an biện bàn bùi bạch bế cao chang chu cháng châu chảo chẩu chế chử cà cù cấn cầm cứ danh diệp doãn dư"
        " dương giang giàng giáp giả hoa hoàng huỳnh hà hán hù hạng hảng hầu hồ hờ hứa kha khoàng khúc khương khổng"
        " kim kiên kiều ksor la liều lâm lâu lã lèo lê lò lô lù lý lăng lưu lương lường lại lầu lộc lục lữ ma mai"
        " mã mè mông mùa mạc mạch mẫn nghiêm nguyễn nguỵ ngân ngô ngụy nhan nhâm ninh nông nịnh phan phàn phí phù"
        " phùng phương phạm pờ quan quàng quách quản sình sùng sơn sầm sằm tao thi thiều thào thái thân thèn thạch"
        " thẩm thị thổ tiêu triệu trà tráng trương trần trịnh tòng tô tôn tăng tạ tẩn tống từ ung uông vi viên vy"
        " vàng vì vòng võ vũ vương vạn vừ xa xồng yên âu ông đinh điểu đoàn đàm đào đèo đậu đặng đồng đỗ đới ứng"
    )
)
"""What a name in capitals begins with; other lines in capitals are headings."""
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
_BARE_FAMILIES = frozenset(fold(name) for name in _FAMILIES)
_NO_NAMES = frozenset(
    (
        "danh sách", "danh mục", "danh bạ", "danh hiệu", "chế độ", "quản lý", "tiêu chí", "tiêu chuẩn",
        "an toàn", "an ninh", "an sinh", "đoàn thanh", "đoàn viên", "đoàn kiểm", "đoàn giám", "đồng bào",
        "đồng chí", "thi đua", "thái độ", "quan điểm", "quan hệ", "phương hướng", "phương án", "phương pháp",
        "từ khóa", "lý lịch", "lý do", "cao đẳng", "ứng dụng", "tăng cường", "kiên trì", "tổng hợp", "tổng kết",
        "tổng số", "danh sach", "danh muc",
    )
)  # fmt: skip
"""Words that begin like a name and are none."""
_NAME_WORDS = range(2, 7)


def name_in(text: str) -> tuple[int, int] | None:
    """[start, end) of a personal name that is the whole text, rank and title before it left out.

    None for somebody addressed (``Đ/c Trần Thị Hoa``) and for headings in capitals, which begin with no family name.
    """
    if _ADDRESSED.match(text):
        return None
    rank = _RANKS.match(text)
    start = rank.end() if rank else 0
    name = text[start:].rstrip(" .")
    words = name.split()
    if len(words) not in _NAME_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return None
    if _is_of_a_body(words) or (name.isupper() and not _is_of_a_family(words)):
        return None
    if sum(is_syllable(word) for word in words) * 2 < len(words) and not _of_a_minority(words):
        return None
    return start, start + len(name)


def _is_of_a_body(words: Sequence[str]) -> bool:
    """Whether the words are those of a body, an office or a recipient."""
    small = [word.lower() for word in words]
    return (
        "và" in small
        or small[:2] == ["công", "an"]
        or small[0] in _NO_NAME - _FIRST_NAMES_ALLOWED
        or small[0] in {"tm", "kt", "tl"}
    )


def _is_of_a_family(words: Sequence[str]) -> bool:
    if " ".join(words[:2]).lower() in _NO_NAMES:
        return False
    family = words[0].lower()
    return family in _FAMILIES or (family.isascii() and family in _BARE_FAMILIES) or _of_a_minority(words)


def _of_a_minority(words: Sequence[str]) -> bool:
    """``K' Brếp``, ``H'Hồng Niê``, ``Y Blôi``: marks of a name whose syllables Vietnamese does not have."""
    if any("'" in word or "’" in word for word in words) or words[0] in {"Y", "A", "H", "K"}:
        return True
    return bool({words[0].lower(), words[-1].lower()} & _MINORITY_FAMILIES)


def named(text: str) -> str:
    """A name as it is written in a sentence."""
    words = text.split()
    return " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in words)
