"""Reading the identity card of a structured document, every value with the place it stands at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.bylines import names_a_body, tells_of_several
from ingest.card.agencies import is_joint
from ingest.card.found import Found
from ingest.card.letterhead import Letterhead, read_letterhead
from ingest.card.numbers import plain_number
from ingest.card.placing import places_of
from ingest.card.relations import amended_in_text, amended_in_title, amends, distinct, relations_in
from ingest.card.segments import Segment, segments_of
from ingest.card.signing import read_signature
from ingest.card.source import Reading, found_in, line_with, literal
from ingest.card.timing import other_day, period_of
from ingest.card.values import CardField, CardSource, CardValue, IdentityCard, Relation
from ingest.document_types import ANNEX, is_annex_heading, type_of_heading, type_of_opening
from ingest.documents import BlockKind, Metadata
from ingest.units import place_in

__all__ = ["Reading", "read_card"]

_HEAD_LINES = 45
_SHORT_LINE = 250
_LOOK_ALIKES = str.maketrans("ðÐƉ", "đĐĐ")


def read_card(reading: Reading) -> IdentityCard:
    """The card of a document; what the text does not say is absent."""
    numbers = [page.number for page in reading.pages]
    head_segments = segments_of(reading.lines, reading.body[:_HEAD_LINES], numbers)
    has_head = reading.front.is_official and reading.front.metadata.type != ANNEX
    head = read_letterhead(head_segments) if has_head else Letterhead()
    found = dict(_found(reading, head, numbers))
    own = found[CardField.NUMBER].value if CardField.NUMBER in found else None
    declared = dict(_declared(reading.declared))
    values = []
    for field in CardField:
        one = found.get(field)
        said = declared.get(field)
        if said is not None and (one is None or one.value != said):
            values.append(CardValue(field, said, source=CardSource.DECLARED))
        elif one is not None:
            values.append(
                CardValue(
                    field,
                    one.value.translate(_LOOK_ALIKES),
                    one.page or None,
                    *((one.start, one.end) if one.page else (None, None)),
                )
            )
    return IdentityCard(tuple(values), _relations(reading, found.get(CardField.TITLE), own))


def _declared(declared: Metadata) -> Iterator[tuple[CardField, str]]:
    for field, value in (
        (CardField.TITLE, declared.title),
        (CardField.DATE, declared.date),
        (CardField.TYPE, declared.type),
        (CardField.ISSUER, declared.unit),
        (CardField.AUTHOR, declared.author),
    ):
        if value:
            yield field, value


def _found(reading: Reading, head: Letterhead, numbers: Sequence[int]) -> Iterator[tuple[CardField, Found]]:
    front, segments = reading.front, _short_segments(reading, numbers)
    kind = head.type or literal(front.metadata.type if front.metadata.type != reading.declared.type else None)
    title = _title(reading, head, numbers, kind)
    if title is not None:
        title = replace(title, value=title.value.translate(_LOOK_ALIKES))
    day = head.day or other_day(reading, segments, kind.value if kind else None)
    speaker = head.issuer if front.is_official else _speaker(reading)
    author = front.metadata.author
    issuer = speaker if front.is_official or (author and names_a_body(author)) else None
    if issuer is None and title is not None and tells_of_several(title.value):
        speaker = None
    joint = issuer is not None and is_joint(issuer.value)
    signature = read_signature(segments, official=front.is_official, joint=joint)
    single = (
        (CardField.NUMBER, head.number),
        (CardField.TYPE, kind),
        (CardField.TITLE, title),
        (CardField.PARENT, head.parent),
        (CardField.ISSUER, issuer),
        (CardField.DATE, day),
        (CardField.PERIOD, period_of(reading, kind, title, day)),
        (CardField.SIGNER, signature.signer if signature else None),
        (CardField.POSITION, signature.position if signature else None),
        (CardField.AUTHOR, _author(reading)),
        (CardField.URGENCY, head.urgency),
    )
    yield from ((field, one) for field, one in single if one is not None)
    declared_day = reading.declared.date
    yield from places_of(reading, head, speaker, title, declared_day or (day.value if day else None))


def _short_segments(reading: Reading, numbers: Sequence[int]) -> list[Segment]:
    """Lines of a letterhead, a signature or a by-line are short."""
    short = [index for index in reading.body if len(reading.lines[index].text) <= _SHORT_LINE]
    return segments_of(reading.lines, short, numbers)


def _title(reading: Reading, head: Letterhead, numbers: Sequence[int], kind: Found | None) -> Found | None:
    if head.about is not None:
        return head.about
    lines = [reading.lines[i] for i, role in sorted(reading.front.roles.items()) if role is BlockKind.TITLE]
    if lines and (type_of_heading(lines[0].text, any_case=True) or is_annex_heading(lines[0].text)):
        lines = lines[1:]
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    lead = _type_length(first.text, kind)
    start = first.start + lead if len(first.text) > lead else first.start
    start += len(first.text[start - first.start :]) - len(first.text[start - first.start :].lstrip("*# "))
    words = [first.text[start - first.start :], *(line.text for line in lines[1:])]
    value = " ".join(" ".join(words).split()).strip("* ")
    if not any(char.isalpha() for char in value):
        return None
    end = last.end if last.page == first.page else first.end
    return Found(value, numbers[first.page], start, end)


def _type_length(text: str, kind: Found | None) -> int:
    """Characters of the document's type where it opens a longer heading in capitals."""
    opening = type_of_opening(text)
    return len(opening) + 1 if opening and kind is not None and opening == kind.value else 0


def _author(reading: Reading) -> Found | None:
    author = reading.front.metadata.author
    if reading.front.is_official or not author or author == reading.declared.author:
        return None
    for role in (BlockKind.BYLINE, BlockKind.DATELINE):
        index = line_with(reading, role)
        if index is not None and author in reading.lines[index].text:
            return found_in(reading, index, author)
    return literal(author)


def _speaker(reading: Reading) -> Found | None:
    """The organisation a news item speaks for or of."""
    unit = reading.front.metadata.unit
    if not unit or unit == reading.declared.unit:
        return None
    name = place_in(unit)
    for index in reading.body:
        text = reading.lines[index].text
        at = text.find(name)
        if at >= 0:
            line = reading.lines[index]
            return Found(unit, reading.pages[line.page].number, line.start + at, line.start + at + len(name))
    return literal(unit)


def _relations(reading: Reading, title: Found | None, own: str | None) -> tuple[Relation, ...]:
    return distinct(_all_relations(reading, title, plain_number(own) if own else None))


def _all_relations(reading: Reading, title: Found | None, number: str | None) -> Iterator[Relation]:
    for page in reading.pages:
        yield from relations_in(page.number, page.text, number)
        if title is not None and title.page == page.number:
            yield from amended_in_title(page.number, page.text, title.start, title.end, number)
            if amends(title.value):
                yield from amended_in_text(page.number, page.text, number)
