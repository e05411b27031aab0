"""Which of a container's own statements about a document may be believed."""

import re
from collections.abc import Iterable
from datetime import date

from ingest.text.folding import fold

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(?:.*\s)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?")
_SEPARATOR = re.compile(r"\s+[-–—|»«:]\s+")
_MAX_DATE_CHARS = 64
_MIN_TITLE_WORDS = 3
_MAX_TITLE_CHARS = 400


def iso_day(text: str | None) -> str | None:
    """ISO 8601 day of a declared date (``2024-03-08T…``, ``8/3/2024``, ``08.03.2024``), or None."""
    text = (text or "")[:_MAX_DATE_CHARS].strip()
    try:
        if match := _ISO.fullmatch(text):
            return date(*(int(part) for part in match.groups())).isoformat()
        if match := _DAY_FIRST.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day).isoformat()
    except ValueError:
        return None
    return None


def confirmed_title(candidate: str | None, lines: Iterable[str]) -> str | None:
    """The declared title, if the text says the same; programs fill this field with file names and old titles.

    Site names after a separator are left off: of ``Tin A - Hội B`` the longest beginning that is a line of the
    text is taken.
    """
    candidate = " ".join((candidate or "").split())
    if not candidate or len(candidate) > _MAX_TITLE_CHARS:
        return None
    present = {_key(line) for line in lines}
    cuts = [len(candidate), *(match.start() for match in reversed(list(_SEPARATOR.finditer(candidate))))]
    for cut in cuts:
        title = candidate[:cut]
        if len(title.split()) >= _MIN_TITLE_WORDS and _key(title) in present:
            return title
    return None


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()
