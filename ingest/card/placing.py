"""Which place a document is from: a linguistic table of how letterheads and texts name it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.card.agencies import place_of
from ingest.card.found import Found
from ingest.card.letterhead import Letterhead
from ingest.card.localities import (
    Provinces,
    opening_place,
    opening_province,
    province_alone,
    province_named,
    provinces_of,
    same_place,
)
from ingest.card.source import Reading
from ingest.card.values import CardField


def places_of(
    reading: Reading, head: Letterhead, issuer: Found | None, title: Found | None, day: str | None
) -> Iterator[tuple[CardField, Found]]:
    """The place as the text names it, and its province before and after the mergers."""
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
    if not reading.front.is_official and title is not None and (named := opening_place(title.value)):
        place, start, end = named
        return Found(place, title.page, title.start + start, title.start + end)
    if issuer is None:
        return None
    of_issuer = place_of(issuer.value)
    return replace(issuer, value=of_issuer) if of_issuer else None


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
    """As in "xã Tân Lập, huyện Lục Ngạn, tỉnh Bắc Giang" anywhere in the text."""
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
