"""Heads told as deputies, and deputies as heads: Phó Giám đốc for Giám đốc (linguistic table)."""

from collections.abc import Iterator, Sequence

from assistant.grounding.compared import Compared
from assistant.grounding.reading import Token
from assistant.verdicts import Difference, DifferenceKind

_OFFICES = frozenset(
    tuple(str.split(name))
    for name in [
        "chu tich",
        "giam doc",
        "tong giam",
        "bi thu",
        "hieu truong",
        "cuc truong",
        "vu truong",
        "truong phong",
        "truong ban",
        "vien truong",
        "thu tuong",
        "chu nhiem",
        "truong doan",
        "chanh van",
        "chanh an",
        "chi cuc",
        "truong cong",
        "to truong",
        "truong khoa",
        "tong bien",
    ]
)
"""First two syllables, loose keys."""
_DEPUTY = "pho"


def office_differences(compared: Compared) -> Iterator[Difference]:
    """An office with "Phó" before it that its sources have without, or the other way round."""
    stated, source = compared.stated.tokens, compared.source.tokens
    for at in range(len(stated) - 1):
        there = compared.alignment.source_of[at]
        if there is None or compared.alignment.source_of[at + 1] != there + 1 or not _is_office(stated, at):
            continue
        deputy = _is_deputy(stated, at)
        if deputy == _is_deputy(source, there) or _is_elsewhere(compared, at, deputy=deputy):
            continue
        span, place = (at - deputy, at + 2), (there - (not deputy), there + 2)
        yield compared.difference(DifferenceKind.NAME, span, place)


def _is_office(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and (tokens[at].key, tokens[at + 1].key) in _OFFICES


def _is_deputy(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].key == _DEPUTY and tokens[at - 1].clause == tokens[at].clause


def _is_elsewhere(compared: Compared, at: int, *, deputy: bool) -> bool:
    """Whether the source also has the office with this rank before the same word."""
    stated, source = compared.stated.tokens, compared.source.tokens
    wanted = [one.key for one in stated[at : at + 3]]
    return any(
        [one.key for one in source[there : there + 3]] == wanted and _is_deputy(source, there) == deputy
        for there in range(len(source) - 1)
    )
