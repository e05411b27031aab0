"""The head of an administrative document: number, day, bodies, urgency; a linguistic table of what stands there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.card.agencies import is_body, readable
from ingest.card.bodies import bodies_in, is_furniture
from ingest.card.days import days_in, issue_of
from ingest.card.found import Found, span
from ingest.card.numbers import own_number, plain_number, type_in, type_of_blank
from ingest.card.segments import Segment
from ingest.card.urgency import urgency_of
from ingest.document_types import LETTER, OF_EVENTS, named_heading, type_of_heading, type_of_opening

_ABOUT = re.compile(r"(?:V\s?/\s?v|Về\s+việc)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:Kính\s+(?:gửi|thưa)|Căn\s+cứ|Xét|Nơi\s+nhận|Điều\s+\d|I\s*[.\-]|Chương\s|PHẦN\s)", re.IGNORECASE
)
_ADDRESSED = re.compile(r"K[íi]nh\s+g[ửu]i", re.IGNORECASE)
_LONG = 200
_ABOUT_LINES = 4
_NEAR = 3
_NAMED_LINES = 6
_SHORT_BODY = 4
_STAMP_LINES = 2
"""A stamp may be read after the type beside which it stands, not after the text has begun."""


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


def read_letterhead(segments: Sequence[Segment]) -> Letterhead:
    """Read the head; ``segments`` are those of the first lines, in the order of the page."""
    type_at = _type_at(segments)
    about_at = next((i for i, one in enumerate(segments) if _ABOUT.match(one.text)), None)
    end = _end(segments, type_at)
    number = _number(segments[:end], type_at)
    issue = _issue(segments[: end + _NEAR], type_at)
    if issue and issue[1] is None and type_at is not None and type_of_heading(segments[type_at].text) in OF_EVENTS:
        issue = None
    about = None
    if type_at is None and about_at is not None and about_at < end:
        about = _about(segments[about_at : end + 1])
    above = segments[: min(one for one in (type_at, end) if one is not None)]
    issuer, parent = bodies_in(above, about, closed=type_at is not None or about is not None)
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
        urgency=_urgency(segments[: end + 1 if type_at is None else type_at + _STAMP_LINES]),
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


def _end(segments: Sequence[Segment], type_at: int | None) -> int:
    """Index of the first segment that belongs to the text itself."""
    for index, one in enumerate(segments):
        if type_at is not None and index <= type_at:
            continue
        if len(one.text) > _LONG or _ENDS.match(one.text):
            return index
    return len(segments)


def _number(segments: Sequence[Segment], type_at: int | None) -> Found | None:
    for index, one in enumerate(segments):
        place = own_number(one.text)
        if place is None or (place[0] == 0 and not _is_alone(segments, index, type_at)):
            continue
        written = one.text[place[0] : place[1]]
        return Found(plain_number(written), one.page, one.start + place[0], one.start + place[1])
    return None


def _is_alone(segments: Sequence[Segment], index: int, type_at: int | None) -> bool:
    """Whether a number without "Số" stands over the type, and beside nothing but a letterhead: a table has many."""
    one = segments[index]
    beside = [other for other in segments if other.line == one.line and other is not one]
    is_over = type_at is None or index < type_at
    return is_over and all(is_furniture(other.text) or issue_of(other.text) for other in beside)


def _type(segments: Sequence[Segment], type_at: int | None, number: Found | None, is_letter: bool) -> Found | None:
    if type_at is not None:
        one = segments[type_at]
        kind = type_of_heading(one.text) or type_of_opening(one.text) or _type_in_small(one.text)
        return Found(kind, one.page, one.start, one.end) if kind else None
    if number is not None:
        kind = type_in(number.value)
        if kind == LETTER and not (is_letter or _is_addressed(segments)) and "CV" not in number.value:
            return None
        return Found(kind, number.page, number.start, number.end) if kind else None
    for one in segments:
        if kind := type_of_blank(one.text):
            return Found(kind, one.page, one.start, one.end)
    return None


def _is_addressed(segments: Sequence[Segment]) -> bool:
    return any(_ADDRESSED.match(one.text) for one in segments)


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
    named = ((one, urgency_of(one.text)) for one in segments)
    return next((Found(level, one.page, one.start, one.end) for one, level in named if level), None)


def _about(segments: Sequence[Segment]) -> Found:
    """The subject of a letter, over the lines it is broken into; the other column may stand between them."""
    taken = [segments[0]]
    for one in segments[1:]:
        if len(taken) >= _ABOUT_LINES or _ENDS.match(one.text) or taken[-1].text.endswith((".", ";", ":")):
            break
        if is_furniture(one.text) or issue_of(one.text) or own_number(one.text) or urgency_of(one.text):
            continue
        if _is_other_heading(taken[-1].text, one.text) or not _runs_on(taken[-1], one):
            break
        taken.append(one)
    value = " ".join(" ".join(one.text for one in taken).split())
    return span(taken, value)


def _is_other_heading(subject: str, text: str) -> bool:
    """Whether a line in capitals cannot go on with a subject that is not in capitals."""
    return text.isupper() and (is_body(text) or (not subject.isupper() and len(text.split()) > 1))


def _runs_on(previous: Segment, one: Segment) -> bool:
    starts_small = one.text[0].islower() or one.text[0].isdigit() or one.text[0] in '“"(-–'
    return (
        starts_small or previous.text[-1] in ",-–“" or (one.column == previous.column and one.line == previous.line + 1)
    )
