"""Nouns that stand for a whole kind of counted things: "bao nhiêu người", "bao nhiêu tiền" (linguistic table)."""

import itertools
from collections.abc import Sequence

_OF_PERSONS = frozenset({("nguoi",), ("chi", "em"), ("ca", "nhan"), ("doi", "tuong"), ("chi",)})
_OF_MONEY = frozenset({("tien",), ("kinh", "phi"), ("so", "tien"), ("von",), ("dong",), ("nguon", "luc")})
_PERSONS = frozenset(
    str.split(
        "nguoi chi em chau tre con nu nam dan linh khach ba me hoi_vien can_bo dong_chi phu_nu hoc_vien hoc_sinh"
        " sinh_vien dai_bieu lao_dong thanh_vien dang_vien doan_vien uy_vien nan_nhan nong_dan cong_nhan benh_nhan"
        " giao_vien nhan_vien ca_nhan ba_con ba_me chien_si quan_nhan chuyen_gia cong_dan cu_dan dan_so cau_thu"
        " binh_si tu_nhan thanh_nien thieu_nhi tre_em bao_cao tuyen_truyen tinh_nguyen cong_tac van_dong nghe_nhan"
        " nhan_khau nhan_luc doi_tuong chi_em hoi_truong"
    )
)
"""What may be counted as persons; one syllable, or two joined."""
_MONEY = frozenset(str.split("dong trieu ty ti nghin ngan usd euro vnd"))
_COMRADES = frozenset({"chi", "bao", "doi", "nghiep", "hanh"})
"""Behind "đồng" they make it persons."""
_ALONE = frozenset({"chi", "dong"})
"""With another word behind them they begin other nouns: "chi hội", "đồng chí"."""
_REACH = 4


def counts_kind(head: Sequence[str], number: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words behind a number (its last, and those that follow) name a member of the kind ``head`` is."""
    members = _kind(head)
    if members is None:
        return False
    if members is _MONEY:
        return says_money([*number[-1:], *after[:2]], after[2:])
    near = after[list(after[:1]) == ["luot"] :][:_REACH]
    joined = {f"{left}_{right}" for left, right in itertools.pairwise(near)}
    return bool(joined & members) or (bool(near) and near[0] in members)


def says_money(near: Sequence[str], beyond: Sequence[str] = ()) -> bool:
    """Whether one of the words ``near`` a number is of money; "đồng chí" and "đồng bào" are not."""
    words = [*near, *beyond[:1]]
    return any(
        part in _MONEY and not (part == "dong" and words[at + 1 : at + 2] and words[at + 1] in _COMRADES)
        for at, part in enumerate(words[: len(near)])
    )


def _kind(head: Sequence[str]) -> frozenset[str] | None:
    for size in (2, 1):
        if size == 1 < len(head) and head[0] in _ALONE:
            return None
        if tuple(head[:size]) in _OF_PERSONS:
            return _PERSONS
        if tuple(head[:size]) in _OF_MONEY:
            return _MONEY
    return None
