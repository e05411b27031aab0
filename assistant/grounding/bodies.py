"""Institutions that a text names, also where their names are ordinary words (linguistic table)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.grounding.reading import Token
from assistant.grounding.word_keys import loose_key

_NAMES: tuple[tuple[str, ...], ...] = (
    ("hội liên hiệp phụ nữ", "hội lhpn", "hội phụ nữ", "hội lh phụ nữ", "hội lhpnvn"),
    ("hội nông dân", "hội nd"), ("hội cựu chiến binh", "hội ccb"), ("hội chữ thập đỏ",), ("hội người cao tuổi",),
    ("hội khuyến học",), ("hội luật gia",), ("hội doanh nhân",), ("đoàn thanh niên", "đoàn tncs", "thành đoàn",
     "tỉnh đoàn", "huyện đoàn", "trung ương đoàn"),
    ("liên đoàn lao động", "ldld", "lđlđ", "công đoàn"), ("mặt trận tổ quốc", "mttq"),
    ("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"), ("quốc hội",), ("chính phủ",),
    ("ủy ban thường vụ quốc hội", "ubtvqh"), ("chủ tịch nước",), ("thủ tướng chính phủ", "thủ tướng", "ttcp"),
    ("chủ tịch quốc hội",),
    ("ban bí thư",), ("bộ chính trị",), ("tỉnh ủy",), ("thành ủy",), ("huyện ủy",), ("quận ủy",), ("thị ủy",),
    ("viện kiểm sát", "vks", "vksnd"), ("tòa án", "tand"), ("kiểm toán nhà nước",), ("ngân hàng nhà nước", "nhnn"),
    ("thanh tra chính phủ",), ("bảo hiểm xã hội việt nam",), ("bộ đội biên phòng",), ("hải quan",), ("kiểm lâm",),
    ("cảnh sát giao thông", "csgt"), ("cảnh sát hình sự", "cshs"), ("cảnh sát kinh tế",), ("cảnh sát cơ động",),
    ("cảnh sát môi trường",), ("cảnh sát biển",),
)  # fmt: skip
"""A line is one body under all its names; another line is another body."""
_FIELDS = (
    "y tế", "tài chính", "công an", "quốc phòng", "giáo dục và đào tạo", "gd đt", "xây dựng", "công thương",
    "giao thông vận tải", "gtvt", "nội vụ", "ngoại giao", "tư pháp", "tài nguyên và môi trường", "tn mt",
    "kế hoạch và đầu tư", "nông nghiệp và phát triển nông thôn", "nn ptnt", "nông nghiệp và môi trường",
    "lao động thương binh và xã hội", "lđ tb xh", "văn hóa thể thao và du lịch", "văn hóa thể thao", "du lịch",
    "thông tin và truyền thông", "khoa học và công nghệ", "dân tộc và tôn giáo",
)  # fmt: skip
_SAME_FIELDS = {
    "gd đt": "giáo dục và đào tạo", "gtvt": "giao thông vận tải", "tn mt": "tài nguyên và môi trường",
    "nn ptnt": "nông nghiệp và phát triển nông thôn", "lđ tb xh": "lao động thương binh và xã hội",
    "văn hóa thể thao": "văn hóa thể thao và du lịch",
}  # fmt: skip
_OFFICES = ("bộ", "sở", "phòng")
_KINDRED = (
    frozenset({"chính phủ", "thủ tướng chính phủ"}),
    frozenset({"bộ quốc phòng", "bộ đội biên phòng"}),
    frozenset({"bộ tài chính", "hải quan"}),
    frozenset({"bộ công an", "cảnh sát giao thông", "cảnh sát hình sự", "cảnh sát kinh tế", "cảnh sát cơ động"}),
)
"""One is part of the other and may be told with its name."""


@dataclass(frozen=True, slots=True)
class Body:
    """Tokens [first, last) of a reading name the body ``name``."""

    first: int
    last: int
    name: str

    def is_kin(self, other: str) -> bool:
        """Whether both may mean the same."""
        return self.name == other or any({self.name, other} <= some for some in _KINDRED)


def bodies(tokens: Sequence[Token]) -> Iterator[Body]:
    """The institutions a text names, the longest name at each place."""
    at = 0
    while at < len(tokens):
        found = _named(tokens, at)
        if found is None:
            at += 1
            continue
        yield found
        at = found.last


def _named(tokens: Sequence[Token], at: int) -> Body | None:
    if not tokens[at].capital:
        return None
    for keys, name in _table().get(tokens[at].key, ()):
        stretch = tokens[at : at + len(keys)]
        if tuple(one.key for one in stretch) == keys and stretch[-1].clause == stretch[0].clause:
            return Body(at, at + len(keys), name)
    return None


@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By the first word: the words of every name, the longest first, and the body."""
    rows = [(name, some[0]) for some in _NAMES for name in some]
    rows += [
        (f"{office} {field}", f"{office} {_SAME_FIELDS.get(field, field)}") for office in _OFFICES for field in _FIELDS
    ]
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, body in rows:
        keys = tuple(loose_key(word) for word in name.split())
        table.setdefault(keys[0], []).append((keys, body))
    return {word: tuple(sorted(some, key=lambda one: -len(one[0]))) for word, some in table.items()}
