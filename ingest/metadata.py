"""The identity card of a document, read from its first and last lines: a linguistic table; nothing is guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ingest import titles
from ingest.bylines import is_person, labelled_author, signature
from ingest.card.agencies import is_body
from ingest.dates import Dateline, has_clock, read_dateline, read_place_and_day
from ingest.document_types import (
    LETTER,
    NEWS_ITEM,
    has_number,
    named_heading,
    says_what_about,
    type_of_heading,
    type_of_number,
    type_of_opening,
)
from ingest.documents import BlockKind, Metadata
from ingest.mottos import has_motto, without_mottos
from ingest.periods import subject_year
from ingest.text.lines import STOPS, Line, ends_with
from ingest.text.markers import find_marker
from ingest.units import CENTRAL, unit_at_start, units_in

_DATELINE_LINES = 12
_FIRST_YEAR = 1990
"""Of texts with a line for their day; earlier days are those of history."""
_HEAD_LINES = 25
_OPENING_LINES = 6
_CELL = " | "
"""Between the columns of a letterhead that is a table."""
_MIN_NEWS_LINES = 3
_MIN_PARAGRAPH_CHARS = 80
_NAMED_LINES = 7
_GROUNDS = re.compile(r"(?:căn cứ|điều 1\b|chương (?:i|1)\b)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:điều|chương)\s+[\divx]", re.IGNORECASE)
_MAX_HEAD_CHARS = 250
"""Letterhead lines are shorter."""
_SURE_SIGNS = 2
"""Of dateline, its hour, by-line and page frame: with two of them a text is certainly an item of a web page."""
_PARTY_MOTTO = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_RECIPIENTS = re.compile(r"Nơi nhận\s*:|^(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The identity card, and which lines it was read from."""

    metadata: Metadata
    roles: dict[int, BlockKind]
    """Line index → TITLE, DATELINE, BYLINE, or BOILERPLATE for repeated titles and site names."""
    is_news: bool
    letterhead_end: int
    """Lines before this index are the letterhead of an administrative document; 0 if there is none."""
    is_official: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    text: str | None
    lines: list[int]
    type: str | None = None


def read_front_matter(lines: Sequence[Line], frame: set[int], declared: Metadata) -> FrontMatter:
    """Read title, day, year, unit, type and author; ``frame`` holds the boilerplate lines. Declared values win."""
    body = [index for index in range(len(lines)) if index not in frame]
    official = _is_official(lines, body)
    dateline_at, dateline = _find_dateline(lines, body)
    title = _find_title(lines, body, declared.title, dateline_at, official=official)
    byline_at, author = (None, None) if official else _find_byline(lines, body)
    signed = byline_at is not None or (dateline is not None and dateline.author is not None)
    clocked = dateline_at is not None and has_clock(lines[dateline_at].text)
    signs = sum([dateline_at is not None, signed, bool(frame), clocked])
    roles = dict.fromkeys(title.lines, BlockKind.TITLE)
    if dateline_at is not None:
        roles[dateline_at] = BlockKind.DATELINE
    if byline_at is not None:
        roles[byline_at] = BlockKind.BYLINE
    is_news = not official and (dateline_at is not None or byline_at is not None)
    if title.lines and not official:
        roles.update(dict.fromkeys(_repeats(lines, body, title, is_news=is_news), BlockKind.BOILERPLATE))
    issued = _find_issue(lines, body) if official else None
    dated = dateline if dateline is not None else issued
    kind = declared.type or title.type or _type_of(lines, body, official=official)
    if kind is None and not official and signs >= _SURE_SIGNS:
        kind = NEWS_ITEM
    author = declared.author or author or (dateline.author if dateline else None)
    metadata = Metadata(
        title=title.text,
        date=declared.date or (dated.day if dated else None),
        year=_year(declared, dated, title.text),
        unit=declared.unit or _unit(lines, body, title, author, roles, official=official),
        type=kind,
        author=author,
        url=declared.url,
    )
    return FrontMatter(metadata, roles, is_news, _letterhead_end(lines, body, title) if official else 0, official)


def _is_official(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """Whether the head is that of an administrative document: motto, own number, or a type in capitals."""
    texts = [lines[index].text for index in body[:_HEAD_LINES] if len(lines[index].text) <= _MAX_HEAD_CHARS]
    head = "\n".join(texts).lower()
    if any(_is_motto(text) for text in texts):
        return True
    if "số" in head and any(_is_number_line(text) for text in texts):
        return True
    if titles.official_title(lines, body) is not None:
        return True
    return _says_it_all(lines, body) or _opens_with_type(lines, body) or _opens_with_body(lines, body)


def _says_it_all(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """A heading with type, number and day in one sentence, over articles or the grounds of a decision."""
    first = [lines[index].text for index in body[:_NAMED_LINES]]
    following = [lines[index].text for index in body[:_HEAD_LINES]]
    if not any(_GROUNDS.match(text) for text in following):
        return False
    return any(named_heading(" ".join(first[at:end])) for at in range(3) for end in range(at + 1, len(first) + 1))


def _opens_with_type(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """A first line that is the type alone, its capitals lost, over a text with numbered headings."""
    if not body or type_of_heading(lines[body[0]].text, any_case=True) is None:
        return False
    return any(find_marker(lines[index].text) for index in body[1:_HEAD_LINES])


def _opens_with_body(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """A body in capitals over place and day, or over a heading in capitals that begins with a type."""
    if not body:
        return False
    first, *beside = lines[body[0]].text.split(_CELL)
    if not _is_body_line(first):
        return False
    texts = [*beside, *(lines[index].text for index in body[1:_OPENING_LINES])]
    dated = (found[1] for text in texts if (found := read_place_and_day(text)) is not None)
    return any(dated) or any(type_of_opening(text) for text in texts)


def _is_body_line(text: str) -> bool:
    return text.isupper() and is_body(text)


def _is_number_line(text: str) -> bool:
    return text[:2].lower() == "số" and has_number(text)


def _letterhead_end(lines: Sequence[Line], body: Sequence[int], title: _Title) -> int:
    """The line after the letterhead: where the title begins, else after motto, number and day."""
    if title.lines:
        return title.lines[0]
    signs = [
        index
        for index in body[:_HEAD_LINES]
        if len(lines[index].text) <= _MAX_HEAD_CHARS and _is_letterhead(lines[index].text)
    ]
    return max(signs, default=-1) + 1


def _is_letterhead(text: str) -> bool:
    return _is_motto(text) or _is_number_line(text) or read_place_and_day(text) is not None


def _is_motto(text: str) -> bool:
    return has_motto(text) or _PARTY_MOTTO.fullmatch(text) is not None


def _is_head_line(text: str) -> bool:
    return _is_letterhead(text) or _is_body_line(text)


def _find_dateline(lines: Sequence[Line], body: Sequence[int]) -> tuple[int | None, Dateline | None]:
    for index in body[:_DATELINE_LINES]:
        if (dateline := read_dateline(lines[index].text)) is not None and dateline.year >= _FIRST_YEAR:
            return index, dateline
    return None, None


def _find_issue(lines: Sequence[Line], body: Sequence[int]) -> Dateline | None:
    for index in body[:_HEAD_LINES]:
        if (found := read_place_and_day(lines[index].text)) is not None:
            return found[0]
    return None


def _find_title(
    lines: Sequence[Line], body: Sequence[int], declared: str | None, dateline_at: int | None, *, official: bool
) -> _Title:
    found = None
    if official:
        exact = titles.official_title(lines, body)
        found = exact or titles.opening_title(lines, body) or titles.official_title(lines, body, any_case=True)
    if found:
        return _Title(declared or found[1], found[2], found[0] or None)
    if declared:
        return _Title(declared, titles.declared_lines(lines, body, declared))
    if official:
        body = [index for index in body if not _is_head_line(lines[index].text)] or body
    at = titles.title_lines(lines, body, dateline_at)
    return _Title(" ".join(lines[index].text.lstrip("# ") for index in at) or None, at)


def _repeats(lines: Sequence[Line], body: Sequence[int], title: _Title, *, is_news: bool) -> list[int]:
    """Later lines that print the title again, and the name of the site above it."""
    keys = {text.lower() for index in title.lines if len(text := lines[index].text) >= titles.MIN_REPEATED_CHARS}
    found = [index for index in body if index > title.lines[-1] and lines[index].text.lower() in keys]
    if is_news:
        found += titles.site_header(lines, body, title.lines[0])
    return found


def _find_byline(lines: Sequence[Line], body: Sequence[int]) -> tuple[int | None, str | None]:
    """The last line of the text if it can only be a signature, or a labelled one near either end."""
    for index in [*body[-2:], *body[:_DATELINE_LINES]]:
        is_byline, author = labelled_author(lines[index].text)
        if is_byline:
            return index, author
    if len(body) < _MIN_NEWS_LINES:
        return None, None
    if _is_name_under_title(lines, body):
        return body[1], lines[body[1]].text
    author = _last_line_author(lines, body)
    return (body[-1], author) if author else (None, None)


def _last_line_author(lines: Sequence[Line], body: Sequence[int]) -> str | None:
    """Who signs with the last line; somebody the text tells of, or a place in it, only stands under a picture."""
    last, before = lines[body[-1]], lines[body[-2]]
    if last.hint in (BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.LIST_ITEM) or find_marker(last.text):
        return None
    author = signature(last.text) if ends_with(before.text, STOPS) else None
    if author is None or _has_recipients(lines, body) or _signs_another(lines, body):
        return None
    return None if any(author in lines[index].text for index in body[:-1]) else author


def _signs_another(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """Whether another name signs an item further up: then the last one signs only its own."""
    return any(
        is_person(lines[index].text) and lines[index].text != lines[body[-1]].text
        for before, index in pairwise(body[1:-1])
        if ends_with(lines[before].text, STOPS)
    )


def _is_name_under_title(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """A name between headline and text; somebody the text tells of is named again."""
    name, text = lines[body[1]].text, lines[body[2]].text
    if not is_person(name) or len(text) < _MIN_PARAGRAPH_CHARS or not ends_with(text, STOPS):
        return False
    last = name.split()[-1]
    return not any(last in lines[index].text.split() for index in [body[0], *body[2:]])


def _has_recipients(lines: Sequence[Line], body: Sequence[int]) -> bool:
    tail = (lines[index].text for index in body[-_HEAD_LINES:])
    return any(len(text) <= _MAX_HEAD_CHARS and _RECIPIENTS.search(text) for text in tail)


def _type_of(lines: Sequence[Line], body: Sequence[int], *, official: bool) -> str | None:
    if not official:
        return None
    head = [lines[index].text for index in body[:_HEAD_LINES]]
    numbers = [text for text in takewhile(lambda text: not _ARTICLE.match(text), head) if _is_number_line(text)]
    named = next((kind for text in numbers if (kind := type_of_number(text))), None)
    if named is None and numbers and any(says_what_about(text) for text in head):
        return LETTER
    return named


def _year(declared: Metadata, dated: Dateline | None, title: str | None) -> int | None:
    if declared.year is not None:
        return declared.year
    if declared.date:
        return int(declared.date[:4])
    if dated is not None:
        return dated.year
    return subject_year(title) if title else None


def _unit(
    lines: Sequence[Line],
    body: Sequence[int],
    title: _Title,
    author: str | None,
    roles: dict[int, BlockKind],
    *,
    official: bool,
) -> str | None:
    """Who speaks: the letterhead, the by-line, or the organisation that title and first sentence begin with."""
    if official:
        above = [index for index in body[:_HEAD_LINES] if not title.lines or index < title.lines[0]]
        named = [unit for index in above for unit in units_in(without_mottos(lines[index].text))]
        return next((unit for unit in reversed(named) if unit != CENTRAL), named[-1] if named else None)
    signed = units_in(author) if author else []
    if len(signed) == 1:
        return signed[0]
    text = next((lines[index].text for index in body if index not in roles and ends_with(lines[index].text, STOPS)), "")
    subjects = {unit for unit in (unit_at_start(title.text or ""), unit_at_start(text)) if unit}
    return subjects.pop() if len(subjects) == 1 else None
