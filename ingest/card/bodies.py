"""The bodies of a letterhead: who issued a paper, and the one above; a linguistic table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.card.agencies import (
    are_sisters,
    goes_on,
    is_bare_union,
    is_of_level,
    is_organ,
    is_province_above,
    is_rest_of_name,
    joint_under,
    open_level,
    opens_body,
    organ_of,
    place_of,
    readable,
    settled,
)
from ingest.card.days import issue_of
from ingest.card.found import Found, span
from ingest.card.numbers import own_number
from ingest.card.segments import PARTY_MOTTO, Segment
from ingest.card.urgency import urgency_of
from ingest.mottos import has_motto

_RULE = re.compile(r"[\W_]*|[-_–—=.…]{5}.*")
_RULE_BEHIND = re.compile(r"\s*[-_–—=*.…]{3,}\s*$")
_NAME_WORDS = 9
_TABLE_COLUMNS = 3


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


def is_motto(text: str) -> bool:
    """The country's or the Party's."""
    return has_motto(text) or PARTY_MOTTO.fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """Mottos, rules and stars."""
    return is_motto(text) or _RULE.fullmatch(text) is not None


def bodies_in(segments: Sequence[Segment], about: Found | None, *, closed: bool) -> tuple[Found | None, Found | None]:
    """Issuing body and the one above it.

    :param closed: the segments end where the letterhead does; else a heading of an unknown kind ends it.
    """
    bodies: list[_Body] = []
    rows = _table_rows(segments)
    begun = False
    kept = [_bare(one) for one in segments if one.line not in rows]
    for at, one in enumerate(kept):
        begun = begun or is_motto(one.text)
        if _is_no_body(one, about) or (bodies and _same(bodies[-1].name, one.text)):
            continue
        if bodies and _is_of_name(bodies[-1].segments[-1], kept, at):
            bodies[-1] = _Body((*bodies[-1].segments, one))
        elif opens_body(one.text) and (closed or one.text.isupper() or not begun):
            bodies.append(_Body((one,)))
        elif not closed and (bodies or begun) and _is_heading(one):
            break
    return _issuer_and_parent([_with_place(one, bodies) for one in bodies]) if bodies else (None, None)


def _bare(one: Segment) -> Segment:
    """A line without the rule drawn behind it, its words as they are spelt."""
    text = _RULE_BEHIND.sub("", one.text) or one.text
    return replace(one, end=one.start + len(text), text=settled(text))


def _is_no_body(one: Segment, about: Found | None) -> bool:
    if is_furniture(one.text) or own_number(one.text) or issue_of(one.text) or urgency_of(one.text):
        return True
    if about is not None and one.page == about.page and about.start <= one.start < about.end:
        return True
    return one.text.lower() == "nước"


def _is_heading(one: Segment) -> bool:
    """Whether a line in capitals that names no body can only be what the paper is called."""
    return one.columns == 1 and one.text.isupper() and len(one.text.split()) > 1


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


def _is_of_name(above: Segment, segments: Sequence[Segment], at: int) -> bool:
    """Whether a line goes on with the name above it, or is the rest of it: in its column, over or beside the head."""
    one = segments[at]
    if _continues(above.text, one.text):
        return True
    following = segments[at + 1].text if at + 1 < len(segments) else None
    is_over_head = following is not None and (is_furniture(following) or own_number(following) is not None)
    is_in_head = above.columns > 1 or one.columns > 1 or is_over_head
    follows = one.column == above.column and one.line - above.line == 1
    return is_in_head and follows and is_rest_of_name(above.text, one.text)


def _table_rows(segments: Sequence[Segment]) -> set[int]:
    """Lines of three columns and more none of which is a motto: what stands in a table is no letterhead."""
    mottos = {one.line for one in segments if is_furniture(one.text)}
    return {one.line for one in segments if one.columns >= _TABLE_COLUMNS} - mottos


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).lower() == " ".join(other.split()).lower()


def _issuer_and_parent(bodies: Sequence[_Body]) -> tuple[Found, Found | None]:
    over, above, last = [None, None, *bodies][-3:]
    assert last is not None
    if above is None:
        return span(last.segments, readable(last.name)), None
    both = (*above.segments, *last.segments)
    if are_sisters(above.name, last.name):
        return span(both, f"{readable(above.name)} - {readable(last.name)}"), _found(over)
    if is_organ(above.name) and place_of(last.name):
        return span(both, f"{readable(above.name)} {readable(last.name)}"), _found(over)
    joint = joint_under(last.name, above.name)
    if joint is not None:
        return span(both, joint), _found(over)
    if is_organ(last.name):
        return span(both, organ_of(last.name, above.name)), _found(over)
    place = place_of(above.name) if is_bare_union(last.name) else None
    value = readable(last.name)
    if place:
        value = f"{value} {readable(place)[:1].lower()}{readable(place)[1:]}"
    return span(last.segments, value), _found(above)


def _found(body: _Body | None) -> Found | None:
    return span(body.segments, readable(body.name)) if body is not None else None
