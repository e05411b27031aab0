"""What each stretch of a page is: a linguistic table of signs, and the rules that weigh them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import BlockKind
from ingest.text.lines import STOPS, Line, continues, ends_with, wrap_width
from ingest.text.markers import CAPITALS, Marker, MarkerKind, find_marker

_MAX_HEADING_CHARS = 250
_NAME_REACH = 2
"""Line ends between a bare heading and its name."""
_MAX_HEADING_WORDS = 25
_MAX_NAMED_WORDS = 45
_MAX_LEAD_WORDS = 8
"""A numbered line of at most this many words may be a heading although it ends with a colon."""
_CAPTION_WORDS = range(3, 50)
_STOPPED = ".!?…;,"
_OPEN_ENDS = STOPS + ","
_CAPITAL_RUN = 3
"""This many lines in capitals one after the other are a list or a letterhead, not headings."""
_GROUNDS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị)\b")
_GAPS = ("\t", "   ", "|")
_COLUMNS = re.compile(r"\S\t+\S|\S {3,}\S+.*\S {3,}\S|^\|.*\|$|\S\s\|\s\S.*\S\s\|\s\S")
_CAPTION_LABEL = re.compile(r"\(?(?:nguồn\s+)?(?:ảnh|hình)(?:\s+\d{1,3})?\s*[:.]\s*\S.{0,300}", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b"
    r"|(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TỔNG BIÊN TẬP)\b"
    r"|SỐ\s*:|CỘNG H|ĐỘC LẬP|ĐẢNG CỘNG SẢN|NƠI NHẬN|DỰ THẢO|\(?ĐÃ KÝ"
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


@dataclass(slots=True)
class _Open:
    """A segment that may still grow; its text is joined once, at its end."""

    start: int
    end: int
    texts: list[str]
    role: BlockKind | None
    hint: BlockKind | None
    level: int | None
    index: int
    chars: int

    def grow(self, line: Line) -> None:
        self.end = line.end
        self.texts.append(line.text)
        self.chars += len(line.text) + 1

    def closed(self) -> Segment:
        return Segment(self.start, self.end, " ".join(self.texts), self.role, self.hint, self.level, self.index)


def join_lines(lines: Sequence[Line], first_index: int, roles: dict[int, BlockKind]) -> list[Segment]:
    """Join the lines of one page that belong to one paragraph; ``roles`` is keyed by line index in the document."""
    width = wrap_width([len(line.text) for line in lines if line.hint is None]) if len(lines) > 1 else None
    segments: list[_Open] = []
    previous: Line | None = None
    for index, line in enumerate(lines, start=first_index):
        role = roles.get(index)
        last = segments[-1] if segments else None
        if last and previous and _belongs(last, role, previous, line, width):
            last.grow(line)
        else:
            texts = [line.text]
            segments.append(_Open(line.start, line.end, texts, role, line.hint, line.level, index, len(line.text)))
        previous = line
    return [segment.closed() for segment in segments]


def _belongs(last: _Open, role: BlockKind | None, previous: Line, line: Line, width: int | None) -> bool:
    if role is not last.role or line.hint is not None:
        return False
    if role is BlockKind.TITLE:
        return last.hint is None and line.gap == 1
    if role is not None or last.hint not in (None, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
        return False
    if last.chars <= _MAX_HEADING_CHARS and _names_heading(" ".join(last.texts), line):
        return True
    return continues(previous.text, line.text, gap=line.gap, width=width)


def _names_heading(heading: str, line: Line) -> bool:
    """The name under a bare "Chương I", and the second line of a numbered heading in capitals."""
    if len(line.text) > _MAX_HEADING_CHARS:
        return False
    marker = find_marker(heading)
    if marker is None or marker.kind is MarkerKind.BULLET or find_marker(line.text) or ends_with(line.text, _STOPPED):
        return False
    if marker.kind is MarkerKind.NAMED and not heading[marker.end :].strip():
        return line.gap <= _NAME_REACH
    return line.gap == 1 and heading.isupper() and line.text.isupper() and not ends_with(heading, _STOPPED)


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
            listed = _in_list(place, markers, kinds, segments) or _leads_a_list(place, markers, segments)
            kinds.append(_marked(segment, marker, in_list=listed, is_last=place + 1 == len(segments)))
        else:
            in_letterhead = segment.index < letterhead_end
            may_be_heading = not in_letterhead and _may_be_heading(segments, markers, place)
            kinds.append(
                _unmarked(segment, is_news=is_news, in_letterhead=in_letterhead, may_be_heading=may_be_heading)
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


def _leads_a_list(place: int, markers: Sequence[Marker | None], segments: Sequence[Segment]) -> bool:
    """Whether a numbered line ends with a colon and its points follow: a clause of a law, not a heading."""
    text = segments[place].text
    has_points = place + 1 < len(segments) and (markers[place + 1] or segments[place + 1].hint is BlockKind.LIST_ITEM)
    return bool(has_points) and text.endswith(":") and not text.isupper()


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
    if segment.text.endswith(":") and words > _MAX_LEAD_WORDS and not segment.text.isupper():
        return BlockKind.LIST_ITEM, None
    return BlockKind.HEADING, marker.depth


def _may_be_heading(segments: Sequence[Segment], markers: Sequence[Marker | None], place: int) -> bool:
    """Whether a line in capitals stands by itself and something follows: lists in capitals exist too."""
    if not segments[place].text.isupper() or place + 1 == len(segments) or _GROUNDS.match(segments[place + 1].text):
        return False
    run = 1
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(segments) and run < _CAPITAL_RUN and not markers[at] and segments[at].text.isupper():
            run += 1
            at += step
    return run < _CAPITAL_RUN


def _unmarked(
    segment: Segment, *, is_news: bool, in_letterhead: bool, may_be_heading: bool
) -> tuple[BlockKind, int | None]:
    text = segment.text
    if not in_letterhead and any(gap in text for gap in _GAPS) and _COLUMNS.search(text):
        return BlockKind.TABLE_ROW, None
    if _CAPTION_LABEL.fullmatch(text):
        return BlockKind.CAPTION, None
    words = len(text.split(None, _CAPTION_WORDS.stop))
    if words <= _MAX_HEADING_WORDS and may_be_heading and _is_capital_heading(text):
        return BlockKind.HEADING, CAPITALS
    is_caption = is_news and words in _CAPTION_WORDS and not ends_with(text, _OPEN_ENDS) and not text[0].islower()
    return (BlockKind.CAPTION, None) if is_caption else (BlockKind.PARAGRAPH, None)


def _is_capital_heading(text: str) -> bool:
    return len(text) > len("ABC") and not ends_with(text, _STOPPED) and not _SIGNATURE.match(text)
