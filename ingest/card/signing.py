"""Who signed, and as what: signature blocks, whole or mixed with recipients; nobody where it is open who."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ingest.card.agencies import is_body
from ingest.card.found import Found
from ingest.card.names import name_in, named
from ingest.card.offices import (
    AUTHORITY,
    BESIDE,
    CHAIRS,
    CLERK,
    ELSEWHERE,
    POSITION,
    SKIPPED,
    accented,
    is_position,
    office_after_body,
    office_name,
)
from ingest.card.own_part import own_part
from ingest.card.segments import Segment

_PARTIES = re.compile(r"(?:T/?M\.?\s+)?(?:ĐẠI\s+DIỆN(?!\s+HỘ(?!\w))|BÊN\s+(?:[AB]|GIAO|NHẬN|MUA|BÁN|THUÊ)(?!\w))")
"""Over each of the sides that signed."""
_REACH = 45
_TAIL = 40
_TABLE_COLUMNS = 3
_MAX_STRAYS = 12
"""Lines between an office and its name that are neither: recipients without their dashes."""
_HEADING_WORDS = 3
_SIGNERS = 4
_MAX_AUTHORITIES = 20
"""Lines of authority without a name under them before it is given up."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signer and, where it is written, the office."""

    signer: Found
    position: Found | None


@dataclass(frozen=True, slots=True)
class _Signed:
    """A signature with the line of its name."""

    name: Segment
    signature: Signature


def read_signature(segments: Sequence[Segment], *, official: bool, joint: bool = False) -> Signature | None:
    """The signature of the document itself; those of copies, annexes and of who certifies it are not taken.

    None where several sign side by side and none of them in the chair.
    :param joint: two bodies issued it; where both sign, neither is the signer.
    """
    segments = own_part([_accented(part) for one in segments for part in _beside(one)])
    if joint and len(_pairs(segments[-_TAIL:])) > 1:
        return None
    for index in islice(_authorities(segments), _MAX_AUTHORITIES):
        if _has_another_beside(segments, index):
            return None
        if found := _pairs(segments[index : index + _REACH]):
            return _under(segments[index], found)
    return _without_authority(segments[-_TAIL:]) if official else None


def _authorities(segments: Sequence[Segment]) -> Iterator[int]:
    return (at for at, one in enumerate(segments) if AUTHORITY.match(one.text) and one.text[:40].isupper())


def _has_another_beside(segments: Sequence[Segment], index: int) -> bool:
    """Whether two sign for two bodies in one row."""
    return any(
        one.line == segments[index].line and AUTHORITY.match(one.text) for one in segments[index + 1 : index + 3]
    )


def _under(authority: Segment, found: Sequence[_Signed]) -> Signature | None:
    """The first that signed; of several names in one row the one in the column of the authority.

    None where two names follow each other under one office: columns that a scan or a file has put one after the other.
    """
    row = [one for one in found if one.name.line == found[0].name.line]
    if len(row) == 1:
        return None if _is_doubled(found) else row[0].signature
    mine = [one for one in row if authority.columns == one.name.columns and authority.column == one.name.column]
    return mine[0].signature if mine else None


def _is_doubled(found: Sequence[_Signed]) -> bool:
    return (
        len(found) > 1
        and found[1].name.line == found[0].name.line + 1
        and found[1].signature.position == found[0].signature.position
    )


def _without_authority(tail: Sequence[Segment]) -> Signature | None:
    """The one who signs under a mere office, or the chair among several."""
    at = next((i for i, one in enumerate(tail) if is_position(one.text) and _is_heading(tail, i)), None)
    if at is None or _is_list(tail, at):
        return None
    found = [one.signature for one in _pairs(tail[at:])]
    chairs = [one for one in found if one.position and CHAIRS.match(one.position.value)]
    if chairs:
        return chairs[0]
    if any(_PARTIES.match(one.text) for one in tail[max(0, at - 2) :]):
        return None
    others = [one for one in found if not (one.position and CLERK.match(one.position.value))]
    return others[0] if len(others) == 1 else None


def _accented(one: Segment) -> Segment:
    text = accented(one.text)
    return one if text == one.text else replace(one, text=text)


def _beside(one: Segment) -> tuple[Segment, ...]:
    """The two columns of a line that runs them together."""
    match = BESIDE.fullmatch(one.text)
    if match is None:
        return (one,)
    at = match.start("right")
    return _part(one, 0, len(one.text[:at].rstrip())), _part(one, at, match.end("right"))


def _is_heading(segments: Sequence[Segment], index: int) -> bool:
    """In capitals, or over a name where capitals were lost; not beside a name, as in a table."""
    one = segments[index]
    if one.columns > 1 and any(other.line == one.line and name_in(other.text) for other in segments):
        return False
    if one.text.isupper():
        return True
    under = segments[index + 1 : index + 5]
    below = [one for one in under if not (SKIPPED.match(one.text) or is_position(one.text))]
    return bool(below) and name_in(below[0].text) is not None


def _is_list(segments: Sequence[Segment], index: int) -> bool:
    """Whether names stand over their offices, one after the other, as in a list of members."""
    return index > 0 and not segments[index].text.isupper() and name_in(segments[index - 1].text) is not None


def _pairs(segments: Sequence[Segment]) -> list[_Signed]:
    """Every name with the office above it, in its own column where there are columns."""
    pairs: list[_Signed] = []
    offices: list[Segment] = []
    authority: Segment | None = None
    strays = 0
    for at, one in enumerate(segments):
        if authority is not None and one.text.startswith("Q.") and is_position(one.text):
            offices.append(one)
        elif AUTHORITY.match(one.text):
            authority = one
            if (span := office_after_body(one.text)) is not None:
                offices.append(_part(one, *span))
        elif is_position(one.text):
            offices.append(one)
        elif (offices or authority) and not SKIPPED.match(one.text):
            name = name_in(one.text)
            if _is_foreign(one, offices, is_name=name is not None) or strays > _MAX_STRAYS:
                break
            strays += name is None
            if name is not None:
                office = _office_over(one, offices) or _office_under(segments[at + 1 :])
                pairs.append(_Signed(one, _signature(one, name, office)))
                strays = 0
            if len(pairs) == _SIGNERS:
                break
    return pairs


def _is_foreign(one: Segment, offices: Sequence[Segment], *, is_name: bool) -> bool:
    """Whether a line stands in no signature: a row of a table without offices over it, a heading in capitals."""
    if one.columns >= _TABLE_COLUMNS:
        return not any(office.columns == one.columns for office in offices)
    is_heading = one.text.isupper() and one.columns == 1 and len(one.text.split()) >= _HEADING_WORDS
    # the body's name between office and name is that of its seal, which scans read too
    return is_heading and not is_name and not is_body(one.text.strip("*★ "))


def _part(one: Segment, start: int, end: int) -> Segment:
    return Segment(one.line, one.column, one.columns, one.page, one.start + start, one.start + end, one.text[start:end])


def _office_over(name: Segment, offices: Sequence[Segment]) -> Segment | None:
    beside = [one for one in offices if one.columns > 1 and one.columns == name.columns and one.column == name.column]
    rows = {one.line for one in offices if one.columns > 1 and is_position(one.text)}
    paired = any(sum(one.line == row for one in offices) > 1 for row in rows)
    if paired and beside:
        return beside[-1]
    if len(offices) > 1 and ELSEWHERE.search(offices[-1].text) and offices[-1].line == offices[-2].line + 1:
        return offices[-2]
    return offices[-1] if offices else None


def _office_under(following: Sequence[Segment]) -> Segment | None:
    """The Party's central bodies write the office below the name."""
    under = following[0] if following else None
    return under if under is not None and POSITION.fullmatch(under.text) else None


def _signature(one: Segment, name: tuple[int, int], office: Segment | None) -> Signature:
    start, end = name
    signer = Found(named(one.text[start:end]), one.page, one.start + start, one.start + end)
    if office is None:
        return Signature(signer, None)
    return Signature(signer, Found(office_name(office.text), office.page, office.start, office.end))
