"""Values a person types into a card, brought to the form they are kept in: a linguistic table of urgencies."""

import re
from datetime import date

from ingest.card.numbers import plain_number
from ingest.card.values import CardField

MAX_CHARS = 500
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
_RANGE = re.compile(r"\s*(?:/(?=\s*\d{4}-)|đến|\s[-–—]\s)\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s+)?((?:19|20)\d{2})", re.IGNORECASE)


def kept_form(field: CardField, typed: str) -> str | None:
    """The value as it is kept; None for an empty one, which says that the document has none.

    Days may be typed day first, a period as two days or a year.
    :raises ValueError: what was typed is no such value.
    """
    text = " ".join(typed.split())
    if not text:
        return None
    if len(text) > MAX_CHARS or not text.isprintable():
        raise ValueError(field.value)
    if field is CardField.DATE:
        return _day(text)
    if field is CardField.PERIOD:
        return _period(text)
    if field is CardField.NUMBER:
        number = plain_number(re.sub(r"^số\s*:?\s*", "", text, flags=re.IGNORECASE))
        if not any(char.isdigit() for char in number):
            raise ValueError(text)
        return number
    return text


def _day(text: str) -> str:
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    else:
        raise ValueError(text)
    return date(int(year), int(month), int(day)).isoformat()


def _period(text: str) -> str:
    if match := _YEAR.fullmatch(text):
        return f"{match[1]}-01-01/{match[1]}-12-31"
    ends = _RANGE.split(text)
    if len(ends) != 2:  # noqa: PLR2004
        raise ValueError(text)
    first, last = map(_day, ends)
    if first > last:
        raise ValueError(text)
    return f"{first}/{last}"
