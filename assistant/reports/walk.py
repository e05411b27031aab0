"""Walks through a document and tells of every figure and sentence whose it is and which time it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.reports.figures import Figure, FigureReading, read_figures
from assistant.reports.lines import Line
from assistant.reports.periods import Period
from assistant.reports.person_words import (
    goes_on_about_person,
    names_person,
    names_visitors,
    opens_with_union,
)
from assistant.reports.place_scope import PlacedText, PlaceScope
from assistant.reports.source_documents import SourceDocument
from assistant.reports.table_columns import with_time_words
from assistant.reports.table_places import bare_row_name, columns_shared_out, is_total
from assistant.reports.table_rows import RowFigure, row_figures, row_name
from assistant.reports.times import (
    Role,
    Standing,
    TimeMention,
    heading_is_ahead,
    heading_is_back,
    is_ahead,
    is_done,
    is_goal,
    is_part,
    label_is_ahead,
    standing,
)
from assistant.reports.timing import Timing, When
from assistant.reports.units import Unit
from ingest.documents import BlockKind

_LEAD_CHARS = 90
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
_FIGURE = re.compile(r"(?<![\w/.])\d[\d.]*(?:/\d+)?\s+[^\W\d]")
_FROM = re.compile(r"(?:tăng|giảm|nâng|rút|hạ|chuyển)(?:\s+[^\W\d]+){0,3}\s+từ\s+$", re.IGNORECASE)
_TO_VALUE = re.compile(r"[^.;:]{0,60}?\s(?:lên|xuống|còn)\s+(?:[^\W\d]+\s+){0,2}\d", re.IGNORECASE)
_FORCE = frozenset({Role.IN_FORCE, Role.AS_OF, Role.SINCE, Role.TO_DATE})


@dataclass(frozen=True, slots=True)
class Found:
    """One figure of a line, or the line itself, with whose and when."""

    line: Line
    figure: Figure | None
    own: bool
    when: When
    place: str
    words: str
    """What surrounds the figure, for the dictionary of indicators."""
    label: str = ""
    is_target: bool = False
    """Whether a figure ahead is one to be reached, no day, budget or number of guests of a plan."""
    after_outlook: bool = False
    """Whether the sentence before tells of what is to come, and nothing says that this was done."""

    @property
    def standing(self) -> Standing:
        """How its time stands to the period of the report."""
        return self.when.standing

    @property
    def period(self) -> str:
        """Canonical; empty where unknown."""
        return self.when.period


@dataclass(slots=True)
class _Context:
    """What words before go on to mean."""

    time: TimeMention | None = None
    own: bool | None = None
    ahead: bool = False
    place: str = ""
    person: bool = False
    """Whether one person's doings are told."""
    outlook: bool = False
    """Whether the sentence before told of what is to come."""
    back: bool = False
    """Whether headings tell of what was done."""


@dataclass
class Walk:
    """One pass through one document."""

    unit: Unit
    period: Period
    source: SourceDocument
    shared_out: frozenset[int] = frozenset()
    """Blocks of the rows of tables that share figures out among places."""
    _block: int = -1
    _kind: BlockKind | None = None
    _context: _Context = field(default_factory=_Context)
    _lead: _Context = field(default_factory=_Context)
    """Of the sentence that announced a list."""
    _begun: int = -1
    """Block whose first sentence was read: the place that one opens with is that of the paragraph."""

    @cached_property
    def _timing(self) -> Timing:
        return Timing(self.period, self.source)

    def found(self, line: Line) -> Iterator[Found]:
        """What a line says, figure by figure; the line as a whole where it has none."""
        self._enter(line)
        if line.kind is BlockKind.TABLE_ROW and row_name(line.text) is not None:
            yield from self._row(line)
            return
        scope = PlaceScope(self.unit, self.source.own, self.source.shared, self.source.neighbour)
        heading = self._heading(line, scope)
        placed, times = scope.of(line.text), self._timing.mentions(line.text, self._coming_year(heading))
        reading = read_figures(line.text)
        named = names_person(line.text) or names_visitors(self.source.record.metadata.title or "", line.text)
        unit_does = any(placed.scope.is_own(one) for one in placed.mentions) or opens_with_union(line.text)
        goes_on = goes_on_about_person(line.text) or not unit_does
        self._context.person = named or (self._context.person and goes_on)
        for figure in reading.figures:
            yield self._figure(line, figure, placed, times, reading, heading)
        if not reading.figures:
            yield self._statement(line, placed, times, heading)
        self._context.outlook = is_ahead(line.text) or (self._context.outlook and not is_done(line.text))
        self._leave(line, placed, times)

    def _coming_year(self, heading: _Context) -> int | None:
        """The year of what words before announced, which months and days without a year go on with."""
        carried = self._context.time or heading.time
        day = self.source.day
        return _year_of(carried) if carried and day and carried.first > day else None

    def _enter(self, line: Line) -> None:
        if line.block == self._block:
            return
        goes_on = line.kind in _LISTED and (
            self._kind in _LISTED or self._lead.time or self._lead.ahead or self._lead.own is not None
        )
        if not goes_on:
            self._lead = _Context()
        ahead = self._lead.ahead or (line.kind is not BlockKind.TABLE_ROW and label_is_ahead(line.text))
        self._context = _Context(self._lead.time, self._lead.own, ahead, self._lead.place)
        self._block, self._kind = line.block, line.kind

    def _leave(self, line: Line, placed: PlacedText, times: list[TimeMention]) -> None:
        """What this sentence makes the next ones mean."""
        force = [one for one in times if one.role in _FORCE]
        opening = next((one for one in force if _opens(line.text, one)), None)
        if opening is not None:
            self._context.time = opening
        first = line.block != self._begun
        self._begun = line.block
        if placed.topic is not None and first:
            named = any(one.union and placed.scope.is_own(one) for one in placed.mentions)
            self._context.own = named or placed.scope.speaks_for(placed.topic)
            self._context.place = placed.place(placed.topic.end + 1, placed.topic.end + 1)
        if line.text.rstrip().endswith(":"):
            ahead = is_ahead(line.text)
            self._lead = _Context(
                force[-1] if force else self._context.time, self._context.own, ahead, self._context.place
            )
        elif line.kind not in _LISTED:
            self._lead = _Context()

    def _heading(self, line: Line, scope: PlaceScope) -> _Context:
        """What the headings above say."""
        context = _Context(ahead=heading_is_ahead(line.headings), back=heading_is_back(line.headings))
        for heading in line.headings:
            if line.kind is BlockKind.HEADING and heading == line.headings[-1]:
                continue
            force = [one for one in self._timing.mentions(heading) if one.role in _FORCE]
            context.time = force[-1] if force else context.time
            topic = scope.of(heading).topic
            if topic is not None:
                context.own = scope.speaks_for(topic)
                context.place = topic.name
        return context

    def _figure(
        self,
        line: Line,
        figure: Figure,
        placed: PlacedText,
        times: list[TimeMention],
        reading: FigureReading,
        heading: _Context,
    ) -> Found:
        last = reading.reading.tokens[figure.last - 1].end
        own = placed.whose(figure.start, last, self._own(heading)) and not self._is_persons(placed, figure)
        mention = _time_of(line.text, times, figure.start, last)
        when = self._when(line.text[: figure.start], line.text, mention, heading)
        if _is_start_value(line.text, figure):
            when = When(Standing.ELSEWHEN)
        place = placed.place(figure.start, last) or self._place(own=own)
        words = _words(line.text, reading, figure)
        doubted = self._context.outlook and mention is None and not is_done(line.text[: figure.start])
        is_target = self._is_target(line, figure)
        return Found(line, figure, own, when, place, words, figure.label, is_target, doubted)

    def _is_persons(self, placed: PlacedText, figure: Figure) -> bool:
        """Whether a figure is one person's: the unit is not named before it."""
        named = any(placed.scope.is_own(one) and one.end <= figure.start for one in placed.mentions)
        return self._context.person and not named

    def _is_target(self, line: Line, figure: Figure) -> bool:
        """Whether a figure ahead is to be reached: in a report's outlook any, in a plan one among goals."""
        if not self.source.plans:
            return True
        return is_goal(line.text[: figure.start]) or any(is_goal(one) for one in line.headings)

    def _statement(self, line: Line, placed: PlacedText, times: list[TimeMention], heading: _Context) -> Found:
        foreign = [one for one in placed.mentions if not placed.scope.is_own(one)]
        own = placed.whose(len(line.text), len(line.text), self._own(heading)) and not foreign
        force = [one for one in times if one.role in _FORCE]
        mention = next((one for one in force if one.start <= _LEAD_CHARS), None)
        when = self._when(line.text, line.text, mention, heading)
        if any(standing(self.period, one) is Standing.ELSEWHEN for one in force):
            when = replace(when, standing=Standing.ELSEWHEN)
        return Found(line, None, own, when, self._place(own=own), line.text)

    def _own(self, heading: _Context) -> bool:
        if self._context.own is not None:
            return self._context.own
        return self.source.own if heading.own is None else heading.own

    def _place(self, *, own: bool) -> str:
        return self.unit.place if own else self._context.place

    def _when(self, before: str, sentence: str, mention: TimeMention | None, heading: _Context) -> When:
        carried = self._context.time or heading.time
        timing = self._timing
        if self.source.plans and heading.back and self._is_past(mention or carried):
            timing = replace(timing, source=replace(self.source, plans=False))
        return timing.when(before, sentence, mention, carried, ahead=heading.ahead or self._context.ahead)

    def _is_past(self, mention: TimeMention | None) -> bool:
        """Whether a time was over when the document was issued: a plan opens with what the year before brought."""
        return mention is not None and self.source.day is not None and mention.last < self.source.day

    def _row(self, line: Line) -> Iterator[Found]:
        name = row_name(line.text) or ""
        scope = PlaceScope(self.unit, self.source.own)
        heading = self._heading(line, scope)
        name, among = bare_row_name(name), line.block in self.shared_out
        own = self._belongs(scope, name, heading, among=among)
        figures = list(row_figures(line.text))
        shared = columns_shared_out([one.column for one in figures])
        for one, of_place in zip(figures, shared, strict=True):
            named = self._timing.mentions(with_time_words(one.column), self.source.year or _year_of(heading.time))
            mention = next((item for item in named if item.role in _FORCE), None)
            when = self._when("", one.column, mention, heading)
            if mention is not None and when.standing is Standing.IN_PERIOD and is_part(self.period, mention):
                when = replace(when, standing=Standing.ELSEWHEN)  # "Quý IV" of a year is an account of its own
            if one.is_target:
                when = replace(when, standing=Standing.AHEAD)
            belongs = own and (not of_place or self._belongs(scope, one.column, heading, among=True))
            place, words = self._place(own=belongs), _row_words(one)
            yield Found(line, one.figure, belongs, when, place, words, one.label, is_target=one.is_target)

    def _belongs(self, scope: PlaceScope, name: str, heading: _Context, *, among: bool) -> bool:
        """Whether what a row or column of that name tells is the unit's.

        In the table of another Union it is where the unit is one of those that figures are shared out among.
        """
        own = scope.row_is_own(name, among_places=among)
        if own is None:
            return self._own(heading)
        return own and (self.source.own or (among and self.source.of_union and not is_total(name)))


def _year_of(mention: TimeMention | None) -> int | None:
    return int(mention.last[:4]) if mention else None


def _row_words(one: RowFigure) -> str:
    return f"{one.words} # {one.figure.unit}"


def _time_of(text: str, times: list[TimeMention], start: int, end: int) -> TimeMention | None:
    """The time a figure at [start, end) is about: in its brackets, right after it, or the last one before it."""
    force = [one for one in times if one.role in _FORCE]
    opened = text.rfind("(", 0, start)
    in_brackets = opened >= 0 and ")" not in text[opened:start]
    if in_brackets:
        inside = [one for one in force if opened < one.start < start]
        if inside:
            return inside[-1]
        compared = [one for one in times if one.role is Role.COMPARED and text[one.end : opened].strip(" ,") == ""]
        if compared and not text[opened + 1 : start].strip():
            return compared[-1]  # "tăng 1,3 lần so với cùng kỳ năm 2023 (9,6 tỷ đồng)"
    after = next((one for one in force if one.start >= end), None)
    if after is not None and _own_bracket(text, end, after):
        return after
    if after is not None:
        between = text[end : after.start]
        if not any(char.isdigit() or char in ",;.:()" for char in between):
            return after
    part = text.rfind(";", 0, start) + 1
    before = [one for one in force if one.end <= start and not _bracketed(text, one, start)]
    near = [one for one in before if one.start >= part]
    if near:
        return near[-1]
    opening = [one for one in before if one.start <= _LEAD_CHARS]
    return opening[0] if opening else None


def _own_bracket(text: str, end: int, mention: TimeMention) -> bool:
    """Whether nothing but a time stands in the brackets right after a figure: "1.200 hộ (năm 2022)"."""
    between, rest = text[end : mention.start], text[mention.end :]
    return (
        between.endswith("(")
        and not any(char.isdigit() or char in ",;.:(" for char in between[:-1])
        and rest[:1] == ")"
    )


def _opens(text: str, mention: TimeMention) -> bool:
    """Whether a time is that of the sentences after its own too: it opens a sentence, no figure before it."""
    if mention.start > _LEAD_CHARS or (mention.is_day and mention.role is not Role.AS_OF):
        return False
    before = text[: mention.start]
    return before.rfind("(") <= before.rfind(")") and not _FIGURE.search(before)


def _is_start_value(text: str, figure: Figure) -> bool:
    """Whether a figure is where a change began: "tăng từ 148.900 người lên 156.215 người"."""
    before, after = text[: figure.start], text[figure.end :]
    return _FROM.search(before) is not None and _TO_VALUE.match(after) is not None


def _bracketed(text: str, mention: TimeMention, start: int) -> bool:
    """Whether a time stands in brackets that close before the figure."""
    opened = text.rfind("(", 0, mention.start)
    closed = text.find(")", mention.end)
    return opened >= 0 and ")" not in text[opened : mention.start] and 0 <= closed < start


def _words(text: str, reading: FigureReading, figure: Figure) -> str:
    """The clause around a figure, from the figure before it to the one after it; the figure as "#"."""
    tokens = reading.reading.tokens
    begin = max((tokens[one.last - 1].end for one in reading.figures if one.first < figure.first), default=0)
    stop = min((one.start for one in reading.figures if one.first >= figure.last), default=len(text))
    last = tokens[figure.last - 1].end
    begin = max(begin, text.rfind(";", 0, figure.start) + 1)
    after = text.find(";", last)
    stop = min(stop, after if after >= 0 else len(text))
    return f"{text[begin : figure.start]} # {text[last:stop]}"
