"""Names of children and of victims, told by the words just before or after them (linguistic table).

Only what a text itself calls a child in need or a victim is covered; initials stay, so that one can be told from
another. Words of kinship alone are not enough where they name ancestors, peoples or things.
"""

import re
from collections.abc import Iterator

from ingest.units import PROVINCES

WORDS = (
    "cháu",
    "tên trẻ",
    "mồ côi",
    "nạn nhân",
    "bị xâm hại",
    "bị bạo hành",
    "bị bạo lực",
    "bị hiếp dâm",
    "bị dâm ô",
    "bị mua bán",
)
"""Without one of these, in lower case, a text is not looked at."""
_SURNAMES = frozenset(
    str.split(
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm"
        " phùng mai tô hà tạ lưu lương thái châu tăng quách la thạch kim danh sơn lục nông triệu lò quàng cà tòng hà"
        " giàng vàng sùng thào hạng lầu mùa cứ vừ ly chảo tẩn lù lèng cầm bế hứa vi mạc chu cao thân khúc kiều nghiêm"
        " tống đàm đồng phí thi diệp văn doãn ông bàn đặng phàn chẻo rơ ksor siu nay kpă rmah puih y h a k'"
    )
)
_CAPITAL = r"[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]"
_PART = rf"{_CAPITAL}(?:['’]?{_CAPITAL}?[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+|['’])"
_FULL = rf"{_PART}(?:[ \u00a0]{_PART}){{1,4}}"
_TITLE = r"(?:(?:em|cháu|bé|chị|anh|bà|ông|cô|chú)[ \u00a0]+)"
_HARM = r"(?:mồ\s+côi|nạn\s+nhân|bị\s+(?:xâm\s+hại|bạo\s+hành|bạo\s+lực|hiếp\s+dâm|dâm\s+ô|mua\s+bán|bắt\s+cóc))"
_NO_KIN = r"(?<!của nạn nhân)(?<!trai nạn nhân)(?<!gái nạn nhân)(?<!mẹ nạn nhân)(?<!bố nạn nhân)(?<!vợ nạn nhân)"
"""Before "là": the name is that of a relative."""
_NAMED = (
    # "cháu Nguyễn Thị A"; "con cháu", "là cháu" and "cháu nội" speak of descent
    (
        ("cháu",),
        re.compile(
            r"(?<![Cc]on )(?<!là )(?<![Bb]ố )(?<![Mm]ẹ )(?<![Cc]ha )(?<!\w)(?:[Cc]háu|[Cc]ác cháu)"
            r"(?:\s+(?:bé|tên|tên\s+là))?\s*:?\s+"
            rf"(?P<v>{_FULL})(?!\w)(?!\s+tộc\b)"
        ),
    ),
    (
        ("nạn nhân",),
        re.compile(rf"(?i:\bnạn\s+nhân)(?:{_NO_KIN}\s+(?:là|tên|tên\s+là))?\s*:?\s+{_TITLE}?(?P<v>{_FULL})(?!\w)"),
    ),
    (("mồ côi",), re.compile(rf"(?i:\bmồ\s+côi)(?:\s+(?:là|tên|tên\s+là))?\s*:?\s+{_TITLE}?(?P<v>{_FULL})(?!\w)")),
    (
        WORDS[2:],
        re.compile(rf"(?<!\w)(?:[Ee]m|[Bb]é)\s+(?P<v>{_FULL})(?=[^.;\n]{{0,80}}?(?<!của )(?<!\w){_HARM}(?!\w))"),
    ),
    (
        ("tên trẻ", "tên cháu", "tên nạn"),
        re.compile(
            r"(?i:họ\s+(?:và\s+)?tên\s+(?:trẻ|cháu|nạn\s+nhân|trẻ\s+em)(?:\s+mồ\s+côi|\s+em)?)\s*:\s*"
            rf"(?P<v>{_FULL})(?!\w)"
        ),
    ),
)
_GOES_ON = re.compile(rf"\s+{_CAPITAL}")
"""The name is longer, or ends in an initial: somebody else may share its beginning."""
_GIVEN = re.compile(
    rf"(?<![Cc]on )(?<!là )(?<!\w)[Cc]háu\s+(?:bé\s+|tên\s+(?:là\s+)?)?(?P<v>{_PART})(?=\s*[,(]\s*\d{{1,2}}\s+tuổi)"
)
_REST = re.compile(r"(?<=[^\W\d_])[^\W\d_]")


def protected_names(text: str) -> list[tuple[int, int]]:
    """[start, end) of every name of a child or victim, and of the same full name elsewhere in the text, in order."""
    words = text.lower()
    if not any(word in words for word in WORDS):
        return []
    tried = (pattern for needles, pattern in _NAMED if any(needle in words for needle in needles))
    found = {span for pattern in tried for span in _spans(pattern, text)}
    for name in {text[start:end] for start, end in found if not _GOES_ON.match(text, end)}:
        again = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        found.update(match.span() for match in again if not _GOES_ON.match(text, match.end()))
    found.update(match.span("v") for match in _GIVEN.finditer(text))
    return _apart(sorted(found))


def initials(name: str, mask: str) -> str:
    """The name with every letter but the first of each part covered; of the same length."""
    return _REST.sub(mask, name)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        if match["v"].split()[0].lower() in _SURNAMES and not match["v"].startswith(PROVINCES):
            yield match.span("v")


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
