"""Reading the identity card of a structured document, every value with the place it stands at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.card.agencies import place_of
from ingest.card.days import days_in, issue_of
from ingest.card.letterhead import Found, Letterhead, read_letterhead
from ingest.card.localities import (
    Provinces,
    opening_province,
    province_alone,
    province_named,
    provinces_of,
    same_place,
)
from ingest.card.numbers import plain_number
from ingest.card.periods import Period, closing_period, month_of_figures, reported_period
from ingest.card.relations import amended_in_text, amended_in_title, distinct, relations_in
from ingest.card.segments import Segment, segments_of
from ingest.card.signing import read_signature
from ingest.card.values import CardField, CardSource, CardValue, IdentityCard, Relation
from ingest.document_types import MINUTES, NEWS_ITEM, type_of_heading, type_of_opening
from ingest.documents import BlockKind, Metadata, Page
from ingest.metadata import FrontMatter
from ingest.text.lines import Line

_HEAD_LINES = 45
_LEAD_CHARS = 1200
_REPORTS = frozenset({"Báo cáo"})
_FORWARD = frozenset({"Kế hoạch", "Chương trình", "Chương trình hành động", "Chương trình phối hợp", "Giấy mời", "Công văn", "Quyết định",
                      "Nghị quyết", "Hướng dẫn", "Đề án", "Quy chế", "Quy định", "Chỉ thị", "Tờ trình", "Nghị định", "Thông tư", "Luật"})  # fmt: skip
_PASSED = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết"})
_PASSING = re.compile(r"này\s+(?:đã\s+)?được\s.{5,120}thông\s+qua\s+(?=ngày)", re.IGNORECASE)
_CHAIR_DAY = re.compile(r"(?:hôm\s+nay|vào\s+hồi|hồi|lúc|thời\s+gian)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the card is read from: lines of the whole document, which of them are its text, and its front matter."""

    pages: Sequence[Page]
    lines: Sequence[Line]
    body: Sequence[int]
    front: FrontMatter
    declared: Metadata


def read_card(reading: Reading) -> IdentityCard:
    """The card of a document; what the text does not say is absent."""
    numbers = [page.number for page in reading.pages]
    head_segments = segments_of(reading.lines, reading.body[:_HEAD_LINES], numbers)
    head = read_letterhead(head_segments) if reading.front.is_official else Letterhead()
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
                CardValue(field, one.value, one.page or None, *((one.start, one.end) if one.page else (None, None)))
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
    front, segments = reading.front, segments_of(reading.lines, reading.body, numbers)
    title = _title(reading, head, numbers)
    kind = head.type or _literal(front.metadata.type if front.metadata.type != reading.declared.type else None)
    day = head.day or _other_day(reading, segments, kind.value if kind else None)
    issuer = head.issuer if front.is_official else _speaker(reading)
    signature = read_signature(segments, official=front.is_official)
    single = (
        (CardField.NUMBER, head.number),
        (CardField.TYPE, kind),
        (CardField.TITLE, title),
        (CardField.PARENT, head.parent),
        (CardField.ISSUER, issuer),
        (CardField.DATE, day),
        (CardField.PERIOD, _period(reading, kind, title, day)),
        (CardField.SIGNER, signature.signer if signature else None),
        (CardField.POSITION, signature.position if signature else None),
        (CardField.AUTHOR, _author(reading)),
        (CardField.URGENCY, head.urgency),
    )
    yield from ((field, one) for field, one in single if one is not None)
    declared_day = reading.declared.date
    yield from _place(reading, head, issuer, title, declared_day or (day.value if day else None))


def _literal(value: str | None) -> Found | None:
    """A value that stands nowhere as such; page 0."""
    return Found(value, 0, 0, 0) if value else None


def _title(reading: Reading, head: Letterhead, numbers: Sequence[int]) -> Found | None:
    if head.about is not None:
        return head.about
    lines = [reading.lines[i] for i, role in sorted(reading.front.roles.items()) if role is BlockKind.TITLE]
    if lines and type_of_heading(lines[0].text, any_case=True):
        lines = lines[1:]
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    start = first.start + _type_length(first.text) if len(first.text) > _type_length(first.text) else first.start
    start += len(first.text[start - first.start :]) - len(first.text[start - first.start :].lstrip("*# "))
    words = [first.text[start - first.start :], *(line.text for line in lines[1:])]
    value = " ".join(" ".join(words).split()).strip("* ")
    if not any(char.isalpha() for char in value):
        return None
    end = last.end if last.page == first.page else first.end
    return Found(value, numbers[first.page], start, end)


def _type_length(text: str) -> int:
    """Characters of a type that opens a longer heading in capitals."""
    kind = type_of_opening(text)
    return len(kind) + 1 if kind else 0


def _at(reading: Reading, index: int, words: str) -> Found:
    """A value in a line of the text; the whole line where the words stand in it differently."""
    line = reading.lines[index]
    at = line.text.find(words)
    start, end = (line.start + at, line.start + at + len(words)) if at >= 0 else (line.start, line.end)
    return Found(words, reading.pages[line.page].number, start, end)


def _line_with(reading: Reading, role: BlockKind) -> int | None:
    return next((index for index, found in reading.front.roles.items() if found is role), None)


def _author(reading: Reading) -> Found | None:
    author = reading.front.metadata.author
    if reading.front.is_official or not author or author == reading.declared.author:
        return None
    for role in (BlockKind.BYLINE, BlockKind.DATELINE):
        index = _line_with(reading, role)
        if index is not None and author in reading.lines[index].text:
            return _at(reading, index, author)
    return _literal(author)


def _other_day(reading: Reading, segments: Sequence[Segment], kind: str | None) -> Found | None:
    """The day of a news item, of minutes, or the one above a signature."""
    metadata = reading.front.metadata
    index = _line_with(reading, BlockKind.DATELINE)
    if index is not None and metadata.date and metadata.date != reading.declared.date:
        line = reading.lines[index]
        number = reading.pages[line.page].number
        for start, end, day in days_in(line.text):
            if day == metadata.date:
                return Found(day, number, line.start + start, line.start + end)
        return Found(metadata.date, number, line.start, line.end)
    if not reading.front.is_official:
        return None
    if kind == MINUTES:
        for one in segments[:_HEAD_LINES]:
            if _CHAIR_DAY.search(one.text) and (days := days_in(one.text)):
                start, end, day = days[0]
                return Found(day, one.page, one.start + start, one.start + end)
    if kind in _PASSED and (passed := _day_of_passing(segments)):
        return passed
    for one in reversed(segments[-_HEAD_LINES:]):
        issue = issue_of(one.text)
        if issue is not None and issue.place and issue.end - issue.start == len(one.text) and len(one.text) < _LEAD_CHARS // 10:
            return Found(issue.day, one.page, one.start + issue.start, one.start + issue.end)
    return None


def _day_of_passing(segments: Sequence[Segment]) -> Found | None:
    """"Luật này đã được Quốc hội … thông qua ngày 26 tháng 11 năm 2003"."""
    for one in reversed(segments[-_HEAD_LINES:]):
        match = _PASSING.search(one.text)
        if match and (days := days_in(one.text[match.start() :])):
            start, end, day = days[0]
            return Found(day, one.page, one.start + match.start() + start, one.start + match.start() + end)
    return None


def _speaker(reading: Reading) -> Found | None:
    """The organisation a news item speaks for or of."""
    unit = reading.front.metadata.unit
    if not unit or unit == reading.declared.unit:
        return None
    name = unit.removeprefix("Hội LHPN ")
    for index in reading.body:
        text = reading.lines[index].text
        at = text.find(name)
        if at >= 0:
            line = reading.lines[index]
            return Found(unit, reading.pages[line.page].number, line.start + at, line.start + at + len(name))
    return _literal(unit)


def _period(reading: Reading, kind: Found | None, title: Found | None, day: Found | None) -> Found | None:
    """From a statement about the figures, from the title, or from the first sentences of a news item."""
    name = kind.value if kind else None
    if name in _FORWARD:
        return None
    year = int((reading.declared.date or (day.value if day else "0"))[:4]) or None
    for page in reading.pages[:1]:
        closing = closing_period(page.text[: 3 * _LEAD_CHARS])
        if closing is not None:
            return _in_text(closing, page.number, 0)
    words = title.value if title else reading.declared.title or ""
    period = reported_period(words, year, certain=name in _REPORTS)
    if period is not None:
        if title is None or not title.page:
            return _literal(period.value)
        return Found(period.value, title.page, *_inside(reading, title, words[period.start : period.end]))
    if name in (None, NEWS_ITEM) and not reading.front.is_official:
        return _period_of_news(reading, year)
    return None


def _inside(reading: Reading, title: Found, words: str) -> tuple[int, int]:
    """Where words of a title stand on the page; the whole title where a line break parts them."""
    text = next(page.text for page in reading.pages if page.number == title.page)
    at = text.find(words, title.start, title.end)
    return (at, at + len(words)) if at >= 0 else (title.start, title.end)


def _in_text(period: Period, page: int, offset: int) -> Found:
    return Found(period.value, page, offset + period.start, offset + period.end)


def _period_of_news(reading: Reading, year: int | None) -> Found | None:
    seen = 0
    for index in reading.body:
        if index in reading.front.roles:
            continue
        line = reading.lines[index]
        number = reading.pages[line.page].number
        if period := month_of_figures(line.text):
            return _in_text(period, number, line.start)
        if seen < _LEAD_CHARS // 2 and re.search(r"(?:tổng\s+kết|sơ\s+kết)", line.text, re.IGNORECASE):
            sentence = line.text.split(". ")[0]
            if period := reported_period(sentence, year):
                return _in_text(period, number, line.start)
        seen += len(line.text)
    return None


def _place(
    reading: Reading, head: Letterhead, issuer: Found | None, title: Found | None, day: str | None
) -> Iterator[tuple[CardField, Found]]:
    place = _place_itself(reading, issuer, title)
    if place is not None:
        yield CardField.PLACE, place
    province = _province(reading, head, place, issuer)
    if province is None:
        return
    name, found = province
    both: Provinces = provinces_of(name, day)
    for field, value in ((CardField.PROVINCE_OLD, both.old), (CardField.PROVINCE_NEW, both.new)):
        if value is not None:
            yield field, replace(found, value=value)


def _place_itself(reading: Reading, issuer: Found | None, title: Found | None) -> Found | None:
    if not reading.front.is_official and title is not None and (opened := opening_province(title.value)):
        return Found(title.value[: opened[1]], title.page, title.start, title.start + opened[1])
    if issuer is None:
        return None
    named = place_of(issuer.value)
    return replace(issuer, value=named) if named else None


def _province(
    reading: Reading, head: Letterhead, place: Found | None, issuer: Found | None
) -> tuple[str, Found] | None:
    """Named by the place itself, by the letterhead, by where it was issued, or with the place in the text."""
    if (
        place is not None
        and (name := province_alone(place.value))
        and not re.match(r"(?:xã|phường|huyện|quận|thị|thôn|đặc)", place.value)
    ):
        return name, place
    for found in (issuer, head.parent):
        if found is not None and (named := province_named(found.value)):
            return named[0], found
    if place is not None and (after := _after_place(reading, place.value)):
        return after
    if head.day is not None and head.issued_at and _is_open(issuer) and (name := province_alone(head.issued_at)):
        return name, head.day
    return None


def _is_open(issuer: Found | None) -> bool:
    """Whether a letterhead speaks of "the province" without its name; a central body is issued in Hà Nội, not of it."""
    return issuer is not None and re.search(r"(?:tỉnh|thành phố|TP\.?)$", issuer.value) is not None


def _after_place(reading: Reading, place: str) -> tuple[str, Found] | None:
    """ "xã Tân Lập, huyện Lục Ngạn, tỉnh Bắc Giang" anywhere in the text."""
    pattern = re.compile(
        re.escape(place)
        + r"(?:\s*,\s*(?:huyện|thị xã|thành phố|quận|TP\.?)\s+[^,.;\n]{1,30})?\s*[,(]\s*(?=(?:tỉnh|thành phố|TP)\s)",
        re.IGNORECASE,
    )
    for page in reading.pages:
        match = pattern.search(page.text)
        if match is None:
            continue
        tail = page.text[match.end() : match.end() + 40]
        named = province_named(tail.split(",")[0])
        if named is not None and not same_place(named[0], place):
            return named[0], Found(named[0], page.number, match.end() + named[1], match.end() + named[2])
    return None


def _relations(reading: Reading, title: Found | None, own: str | None) -> tuple[Relation, ...]:
    number = plain_number(own) if own else None
    found: list[Relation] = []
    for page in reading.pages:
        found += relations_in(page.number, page.text, number)
        if title is not None and title.page == page.number:
            found += amended_in_title(page.number, page.text, title.start, title.end, number)
            if re.search(r"sửa\s+đổi", title.value, re.IGNORECASE):
                found += amended_in_text(page.number, page.text, number)
    return distinct(found)
