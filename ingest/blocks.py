"""What each stretch of a page is: a linguistic table of signs, and the rules that weigh them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import BlockKind
from ingest.text.lines import STOPS, Line, continues, ends_with, wrap_width
from ingest.text.markers import CAPITALS, Marker, MarkerKind, find_marker

_MAX_HEADING_WORDS = 25
_MAX_NAMED_WORDS = 45
_MAX_LEAD_WORDS = 8
"""A numbered line of at most this many words may be a heading although it ends with a colon."""
_CAPTION_WORDS = range(3, 50)
_STOPPED = ".!?…;,"
_OPEN_ENDS = STOPS + ","
_GAPS = ("\t", "   ", "|")
_COLUMNS = re.compile(r"\S\t+\S|\S {3,}\S+.*\S {3,}\S|^\|.*\|$|\S\s\|\s\S.*\S\s\|\s\S")
_CAPTION_LABEL = re.compile(r"\(?(?:nguồn\s+)?(?:ảnh|hình)(?:\s+\d{1,3})?\s*[:.]\s*\S.{0,300}", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b"
    r"|(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TỔNG BIÊN TẬP)\b"
    r"|CỘNG H|ĐỘC LẬP|ĐẢNG CỘNG SẢN|NƠI NHẬN|DỰ THẢO|\(?ĐÃ KÝ"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """One or more lines that make one block."""

    start: int
    end: int
    text: str
    """The lines joined by single spaces."""
    role: BlockKind | None
    """Decided already: boilerplate, title, dateline, by-line."""
    hint: BlockKind | None
    level: int | None
    index: int
    """Of its first line."""


def join_lines(lines: Sequence[Line], first_index: int, roles: dict[int, BlockKind]) -> list[Segment]:
    """Join the lines of one page that belong to one paragraph; ``roles`` is keyed by line index in the document."""
    width = wrap_width([len(line.text) for line in lines if line.hint is None]) if len(lines) > 1 else None
    segments: list[Segment] = []
    previous: Line | None = None
    for offset, line in enumerate(lines):
        index = first_index + offset
        role = roles.get(index)
        last = segments[-1] if segments else None
        if last and previous and _belongs(last, role, previous, line, width):
            segments[-1] = Segment(
                last.start, line.end, f"{last.text} {line.text}", role, last.hint, last.level, last.index
            )
        else:
            segments.append(Segment(line.start, line.end, line.text, role, line.hint, line.level, index))
        previous = line
    return segments


def _belongs(last: Segment, role: BlockKind | None, previous: Line, line: Line, width: int | None) -> bool:
    if role is not last.role or line.hint is not None:
        return False
    if role is BlockKind.TITLE:
        return last.hint is None and line.gap == 1
    if role is not None or last.hint not in (None, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
        return False
    return continues(previous.text, line.text, gap=line.gap, width=width)


def classify(segments: Sequence[Segment], *, is_news: bool, letterhead_end: int) -> list[tuple[BlockKind, int | None]]:
    """Kind and heading level of every segment of a page."""
    markers = [None if segment.role else find_marker(segment.text) for segment in segments]
    kinds: list[tuple[BlockKind, int | None]] = []
    for place, (segment, marker) in enumerate(zip(segments, markers, strict=True)):
        if segment.role is not None:
            kinds.append((segment.role, None))
        elif segment.hint not in (None, BlockKind.PARAGRAPH):
            kinds.append((segment.hint, segment.level if segment.hint is BlockKind.HEADING else None))
        elif marker is not None:
            listed = _in_list(place, markers, kinds, segments)
            kinds.append(_marked(segment, marker, in_list=listed, is_last=place + 1 == len(segments)))
        else:
            in_letterhead = segment.index < letterhead_end
            kinds.append(
                _unmarked(segment, is_news=is_news, in_letterhead=in_letterhead, is_last=place + 1 == len(segments))
            )
    return kinds


def _in_list(
    place: int,
    markers: Sequence[Marker | None],
    kinds: Sequence[tuple[BlockKind, int | None]],
    segments: Sequence[Segment],
) -> bool:
    """Whether a numbered line stands directly beside one of the same depth: an enumeration, not headings."""
    marker = markers[place]
    after = markers[place + 1] if place + 1 < len(markers) else None
    if marker and after and after.depth == marker.depth and segments[place + 1].role is None:
        return True
    before = markers[place - 1] if place else None
    return bool(marker and before and before.depth == marker.depth and kinds[place - 1][0] is BlockKind.LIST_ITEM)


def _marked(segment: Segment, marker: Marker, *, in_list: bool, is_last: bool) -> tuple[BlockKind, int | None]:
    words = len(segment.text[marker.end :].split())
    if marker.kind is MarkerKind.MARKDOWN:
        return BlockKind.HEADING, marker.depth
    if marker.kind is MarkerKind.BULLET:
        return BlockKind.LIST_ITEM, None
    if marker.kind is MarkerKind.NAMED:
        is_heading = words <= _MAX_NAMED_WORDS and (words == 0 or not ends_with(segment.text, _STOPPED))
        return (BlockKind.HEADING, marker.depth) if is_heading and not is_last else (BlockKind.PARAGRAPH, None)
    if is_last or in_list or not 0 < words <= _MAX_HEADING_WORDS or ends_with(segment.text, _STOPPED):
        return BlockKind.LIST_ITEM, None
    if segment.text.endswith(":") and words > _MAX_LEAD_WORDS:
        return BlockKind.LIST_ITEM, None
    return BlockKind.HEADING, marker.depth


def _unmarked(segment: Segment, *, is_news: bool, in_letterhead: bool, is_last: bool) -> tuple[BlockKind, int | None]:
    text = segment.text
    if not in_letterhead and any(gap in text for gap in _GAPS) and _COLUMNS.search(text):
        return BlockKind.TABLE_ROW, None
    if _CAPTION_LABEL.fullmatch(text):
        return BlockKind.CAPTION, None
    words = len(text.split(None, _CAPTION_WORDS.stop))
    if (
        words <= _MAX_HEADING_WORDS
        and text.isupper()
        and not is_last
        and not in_letterhead
        and _is_capital_heading(text)
    ):
        return BlockKind.HEADING, CAPITALS
    if (
        is_news
        and not is_last
        and words in _CAPTION_WORDS
        and not ends_with(text, _OPEN_ENDS)
        and not text[0].islower()
    ):
        return BlockKind.CAPTION, None
    return BlockKind.PARAGRAPH, None


def _is_capital_heading(text: str) -> bool:
    return len(text) > len("ABC") and not ends_with(text, _STOPPED) and not _SIGNATURE.match(text)
