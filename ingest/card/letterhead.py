"""The head of an administrative document: number, day, bodies, urgency; a linguistic table of what stands there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.card.agencies import (
    goes_on,
    is_bare_union,
    is_body,
    is_of_level,
    is_organ,
    is_province_above,
    is_rest_of_name,
    open_level,
    organ_of,
    place_of,
    readable,
    settled,
)
from ingest.card.days import days_in, issue_of
from ingest.card.numbers import own_number, plain_number, type_in, type_of_blank
from ingest.card.segments import PARTY_MOTTO, Segment
from ingest.document_types import OF_EVENTS, named_heading, type_of_heading, type_of_opening
from ingest.mottos import has_motto

_URGENCY = re.compile(
    r"(?:Đ[Ộộ]\s+KHẨN\s*:\s*)?(?P<level>(?:HỎA|HOẢ)\s+TỐC|THƯỢNG\s+KHẨN|KHẨN)(?:\s+HẸN\s+GIỜ)?\s*", re.IGNORECASE
)
_URGENT = {"h": "Hỏa tốc", "t": "Thượng khẩn", "k": "Khẩn"}
_RULE = re.compile(r"[\W_]*")
_ABOUT = re.compile(r"(?:V\s?/\s?v|Về\s+việc)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:Kính\s+(?:gửi|thưa)|Căn\s+cứ|Xét|Nơi\s+nhận|Điều\s+\d|I\s*[.\-]|Chương\s|PHẦN\s)", re.IGNORECASE
)
_LONG = 200
_ABOUT_LINES = 4
_NEAR = 3
_NAME_WORDS = 9
_NAMED_LINES = 6
_SHORT_BODY = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A value with the segments it was read from; ``start`` and ``end`` are places in the page."""

    value: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head says; None is what it does not say."""

    number: Found | None = None
    type: Found | None = None
    day: Found | None = None
    issued_at: str | None = None
    """Place before the day."""
    issuer: Found | None = None
    parent: Found | None = None
    about: Found | None = None
    urgency: Found | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    """A name over one or more segments."""

    segments: tuple[Segment, ...]
    place: str = ""
    """Name of its place where the lines leave it out."""

    @property
    def name(self) -> str:
        name = self.segments[0].text
        for one in self.segments[1:]:
            name += ", " if is_province_above(name, one.text) else " "
            name += one.text
        return " ".join(f"{name} {self.place}".split())


def read_letterhead(segments: Sequence[Segment]) -> Letterhead:
    """Read the head; ``segments`` are those of the first lines, in the order of the page."""
    type_at = _type_at(segments)
    about_at = next((i for i, one in enumerate(segments) if _ABOUT.match(one.text)), None)
    end = _end(segments, type_at)
    _, number = _number(segments[:end])
    issue = _issue(segments[: end + _NEAR], type_at)
    if issue and issue[1] is None and type_at is not None and type_of_heading(segments[type_at].text) in OF_EVENTS:
        issue = None
    about = None
    if type_at is None and about_at is not None and about_at < end:
        about = _about(segments[about_at : end + 1])
    above = segments[: min(one for one in (type_at, end) if one is not None)]
    issuer, parent = _bodies(above, about)
    kind = _type(segments, type_at, number, about is not None)
    if number is None and (whole := _named(segments[: end + 1])):
        return whole
    return Letterhead(
        number=number,
        type=kind,
        day=issue[0] if issue else None,
        issued_at=issue[1] if issue else None,
        issuer=issuer,
        parent=parent,
        about=about,
        urgency=_urgency(segments[: end + 1]),
    )


def _named(segments: Sequence[Segment]) -> Letterhead | None:
    """A heading that says type, number, day, body and subject in one sentence, over one or more lines."""
    for at in range(min(3, len(segments))):
        best: tuple[re.Match[str], Sequence[Segment]] | None = None
        for stop in range(at + 1, min(at + _NAMED_LINES, len(segments)) + 1):
            taken = segments[at:stop]
            if stop - at > 1 and _ends_heading(taken[-1].text):
                break
            match = named_heading(" ".join(one.text for one in taken))
            if match is not None:
                best = match, taken
        if best is not None:
            return _from_named(*best)
    return None


def _ends_heading(text: str) -> bool:
    short_body = len(text.split()) <= _SHORT_BODY and is_body(text)
    return short_body or _ENDS.match(text) is not None or is_furniture(text)


def _from_named(match: re.Match[str], taken: Sequence[Segment]) -> Letterhead:
    def found(value: str | None) -> Found | None:
        return span(taken, " ".join(value.split())) if value else None

    kind = type_of_heading(match["type"], any_case=True)
    days = days_in(f"ngày {match['day']}") if match["day"] else []
    body = match["issuer"] or match["body"]
    return Letterhead(
        number=found(plain_number(match["number"])),
        type=found(kind),
        day=found(days[0][2] if days else None),
        issuer=found(readable(body) if body else None),
        about=found(match["about"].rstrip(" .") if match["about"] else None),
    )


def _type_at(segments: Sequence[Segment]) -> int | None:
    """Index of the type: in capitals, or where an old font lost them."""
    for find in (type_of_heading, type_of_opening, _type_in_small):
        for index, one in enumerate(segments):
            if find(one.text):
                return index
            if _ENDS.match(one.text):
                break
    return None


def _type_in_small(text: str) -> str | None:
    return type_of_heading(text, any_case=True)


def span(segments: Sequence[Segment], value: str) -> Found:
    """Over all the segments where nothing foreign stands between them, else over the first alone."""
    first, last = segments[0], segments[-1]
    if first.page == last.page and last.line - first.line < len(segments):
        return Found(value, first.page, first.start, last.end)
    return Found(value, first.page, first.start, first.end)


def is_furniture(text: str) -> bool:
    """Mottos, rules and stars."""
    return has_motto(text) or _RULE.fullmatch(text) is not None or PARTY_MOTTO.fullmatch(text) is not None


def _end(segments: Sequence[Segment], type_at: int | None) -> int:
    """Index of the first segment that belongs to the text itself."""
    for index, one in enumerate(segments):
        if type_at is not None and index <= type_at:
            continue
        if len(one.text) > _LONG or _ENDS.match(one.text):
            return index
    return len(segments)


def _number(segments: Sequence[Segment]) -> tuple[int | None, Found | None]:
    for index, one in enumerate(segments):
        place = own_number(one.text)
        if place is not None:
            written = one.text[place[0] : place[1]]
            return index, Found(plain_number(written), one.page, one.start + place[0], one.start + place[1])
    return None, None


def _type(segments: Sequence[Segment], type_at: int | None, number: Found | None, is_letter: bool) -> Found | None:
    if type_at is not None:
        one = segments[type_at]
        kind = type_of_heading(one.text) or type_of_opening(one.text) or _type_in_small(one.text)
        return Found(kind, one.page, one.start, one.end) if kind else None
    if number is not None:
        kind = type_in(number.value)
        return Found(kind, number.page, number.start, number.end) if kind else None
    for one in segments:
        if kind := type_of_blank(one.text):
            return Found(kind, one.page, one.start, one.end)
    return None


def _issue(segments: Sequence[Segment], type_at: int | None) -> tuple[Found, str | None] | None:
    for index, one in enumerate(segments):
        if len(one.text) > _LONG or "ng" not in one.text.lower():
            continue
        issue = issue_of(one.text)
        if issue and (issue.place or type_at is None or index < type_at or one.text.startswith("(")):
            return Found(issue.day, one.page, one.start + issue.start, one.start + issue.end), issue.place
        for following in segments[index + 1 : index + 1 + _NEAR]:
            if following.page == one.page and re.match(r"(?:tháng|năm)\s", following.text):
                issue = issue_of(f"{one.text} {following.text}")
                if issue:
                    return Found(issue.day, one.page, one.start, following.end), issue.place
    return None


def _urgency(segments: Sequence[Segment]) -> Found | None:
    for one in segments:
        match = _URGENCY.fullmatch(one.text)
        if match and (match["level"].isupper() or ":" in one.text):
            return Found(_URGENT[match["level"][0].lower()], one.page, one.start, one.end)
    return None


def _about(segments: Sequence[Segment]) -> Found:
    """The subject of a letter, over the lines it is broken into; the other column may stand between them."""
    taken = [segments[0]]
    for one in segments[1:]:
        if len(taken) >= _ABOUT_LINES or _ENDS.match(one.text) or taken[-1].text.endswith((".", ";", ":")):
            break
        if is_furniture(one.text) or issue_of(one.text) or own_number(one.text) or _URGENCY.fullmatch(one.text):
            continue
        if (is_body(one.text) and one.text.isupper()) or not _runs_on(taken[-1], one):
            break
        taken.append(one)
    value = " ".join(" ".join(one.text for one in taken).split())
    return span(taken, value)


def _runs_on(previous: Segment, one: Segment) -> bool:
    starts_small = one.text[0].islower() or one.text[0].isdigit() or one.text[0] in '“"(-–'
    return (
        starts_small or previous.text[-1] in ",-–“" or (one.column == previous.column and one.line == previous.line + 1)
    )


def _bodies(segments: Sequence[Segment], about: Found | None) -> tuple[Found | None, Found | None]:
    """Issuing body and the one above it."""
    bodies: list[_Body] = []
    rows = _table_rows(segments)
    for one in (replace(one, text=settled(one.text)) for one in segments):
        if one.line in rows:
            continue
        if is_furniture(one.text) or own_number(one.text) or issue_of(one.text) or _URGENCY.fullmatch(one.text):
            continue
        if about is not None and one.page == about.page and about.start <= one.start < about.end:
            continue
        if one.text.lower() == "nước" or (bodies and _same(bodies[-1].name, one.text)):
            continue
        if bodies and (_continues(bodies[-1].segments[-1].text, one.text) or _ends_name(bodies[-1].segments[-1], one)):
            bodies[-1] = _Body((*bodies[-1].segments, one))
        elif is_body(one.text):
            bodies.append(_Body((one,)))
    if not bodies:
        return None, None
    return _issuer_and_parent([_with_place(one, bodies) for one in bodies])


def _with_place(body: _Body, bodies: Sequence[_Body]) -> _Body:
    """A Union that says no more than its level is of the place of the body of that level beside it."""
    level = open_level(body.name)
    named = [(other.name, place) for other in bodies if (place := place_of(other.name))] if level else []
    for name, place in named:
        if level and (is_of_level(place, level) or is_of_level(name, level)):
            return replace(body, place=place.removeprefix(f"{level} ").strip())
    return body


def _continues(name: str, text: str) -> bool:
    """Whether a line goes on with the name above it, in the same case."""
    return name.isupper() <= text.isupper() and goes_on(name, text) and len(text.split()) <= _NAME_WORDS


def _ends_name(above: Segment, one: Segment) -> bool:
    """Whether the line under a name, in its column, is the rest of it."""
    return one.column == above.column and one.line - above.line == 1 and is_rest_of_name(above.text, one.text)


def _table_rows(segments: Sequence[Segment]) -> set[int]:
    """Lines of three columns and more none of which is a motto: what stands in a table is no letterhead."""
    mottos = {one.line for one in segments if is_furniture(one.text)}
    return {one.line for one in segments if one.columns > 2} - mottos  # noqa: PLR2004


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).lower() == " ".join(other.split()).lower()


def _issuer_and_parent(bodies: Sequence[_Body]) -> tuple[Found, Found | None]:
    last = bodies[-1]
    above = bodies[-2] if len(bodies) > 1 else None
    if above is not None and is_organ(above.name) and place_of(last.name):
        over = bodies[-3] if len(bodies) > 2 else None  # noqa: PLR2004
        both = (*above.segments, *last.segments)
        return span(both, f"{readable(above.name)} {readable(last.name)}"), _found(over)
    if above is not None and is_organ(last.name):
        value = organ_of(last.name, above.name)
        over = bodies[-3] if len(bodies) > 2 else None  # noqa: PLR2004
        return span((*above.segments, *last.segments), value), _found(over)
    place = place_of(above.name) if above is not None and is_bare_union(last.name) else None
    value = readable(last.name)
    if place:
        value = f"{value} {readable(place)[:1].lower()}{readable(place)[1:]}"
    return span(last.segments, value), _found(above)


def _found(body: _Body | None) -> Found | None:
    return span(body.segments, readable(body.name)) if body is not None else None
