"""Walks through a document and tells of every figure and sentence whose it is and which time it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.reports.figures import Figure, FigureReading, read_figures
from assistant.reports.lines import Line
from assistant.reports.periods import Period, name_of
from assistant.reports.place_scope import PlacedText, PlaceScope
from assistant.reports.source_documents import SourceDocument
from assistant.reports.table_rows import RowFigure, row_figures, row_name
from assistant.reports.times import (
    Role,
    Standing,
    TimeMention,
    heading_is_ahead,
    is_ahead,
    is_up_to_now,
    same_days,
    spans_years,
    standing,
    time_mentions,
)
from assistant.reports.units import Unit
from ingest.documents import BlockKind

_LEAD_CHARS = 90
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
_FORCE = frozenset({Role.IN_FORCE, Role.AS_OF, Role.SINCE})


@dataclass(frozen=True, slots=True)
class Found:
    """One figure of a line, or the line itself, with whose and when."""

    line: Line
    figure: Figure | None
    own: bool
    standing: Standing
    period: str
    """Canonical; empty where unknown."""
    place: str
    words: str
    """What surrounds the figure, for the dictionary of indicators."""
    reading: FigureReading | None = None
    label: str = ""


@dataclass(slots=True)
class _Context:
    """What words before go on to mean."""

    time: TimeMention | None = None
    own: bool | None = None
    ahead: bool = False
    place: str = ""


@dataclass(slots=True)
class Walk:
    """One pass through one document."""

    unit: Unit
    period: Period
    source: SourceDocument
    _block: int = -1
    _kind: BlockKind | None = None
    _context: _Context = field(default_factory=_Context)
    _lead: _Context = field(default_factory=_Context)
    """Of the sentence that announced a list."""
    _among_places: bool = False
    _begun: int = -1
    """Block whose first sentence was read: the place that one opens with is that of the paragraph."""

    def found(self, line: Line) -> Iterator[Found]:
        """What a line says, figure by figure; the line as a whole where it has none."""
        self._enter(line)
        if line.kind is BlockKind.TABLE_ROW and row_name(line.text) is not None:
            yield from self._row(line)
            return
        scope = PlaceScope(self.unit, self.source.own)
        placed, times = scope.of(line.text), time_mentions(line.text, self.source.year)
        reading = read_figures(line.text)
        heading = self._heading(line, scope)
        for figure in reading.figures:
            yield self._figure(line, figure, placed, times, reading, heading)
        if not reading.figures:
            yield self._statement(line, placed, times, heading)
        self._leave(line, placed, times)

    def _enter(self, line: Line) -> None:
        if line.block == self._block:
            return
        goes_on = line.kind in _LISTED and (
            self._kind in _LISTED or self._lead.time or self._lead.ahead or self._lead.own is not None
        )
        if not goes_on:
            self._lead = _Context()
            self._among_places = False
        self._context = _Context(self._lead.time, self._lead.own, self._lead.ahead, self._lead.place)
        self._block, self._kind = line.block, line.kind

    def _leave(self, line: Line, placed: PlacedText, times: list[TimeMention]) -> None:
        """What this sentence makes the next ones mean."""
        force = [one for one in times if one.role in _FORCE]
        opening = next((one for one in force if one.start <= _LEAD_CHARS and not one.is_day), None)
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
        context = _Context(ahead=heading_is_ahead(line.headings))
        for heading in line.headings:
            if line.kind is BlockKind.HEADING and heading == line.headings[-1]:
                continue
            force = [one for one in time_mentions(heading, self.source.year) if one.role in _FORCE]
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
        own = placed.whose(figure.start, last, self._own(heading))
        mention = _time_of(line.text, times, figure.start, last)
        stands, period = self._standing(line.text[: figure.start], line.text, mention, heading)
        place = placed.place(figure.start, last) or self._place(own=own)
        return Found(
            line, figure, own, stands, period, place, _words(line.text, reading, figure), reading, figure.label
        )

    def _statement(self, line: Line, placed: PlacedText, times: list[TimeMention], heading: _Context) -> Found:
        foreign = [one for one in placed.mentions if not placed.scope.is_own(one)]
        own = placed.whose(len(line.text), len(line.text), self._own(heading)) and not foreign
        force = [one for one in times if one.role in _FORCE]
        mention = next((one for one in force if one.start <= _LEAD_CHARS), None)
        stands, period = self._standing(line.text, line.text, mention, heading)
        if any(standing(self.period, one) is Standing.ELSEWHEN for one in force):
            stands = Standing.ELSEWHEN
        return Found(line, None, own, stands, period, self._place(own=own), line.text)

    def _own(self, heading: _Context) -> bool:
        if self._context.own is not None:
            return self._context.own
        return self.source.own if heading.own is None else heading.own

    def _place(self, *, own: bool) -> str:
        return self.unit.place if own else self._context.place

    def _standing(
        self, before: str, sentence: str, mention: TimeMention | None, heading: _Context
    ) -> tuple[Standing, str]:
        if self.source.plans or heading.ahead or self._context.ahead or is_ahead(before):
            return Standing.AHEAD, self._name(mention or self._context.time or heading.time)
        if mention is not None and mention.role is Role.SINCE:
            default, period = self._by_document()
            return (Standing.CUMULATIVE if default is Standing.IN_PERIOD else default), period
        if mention is None and spans_years(before) and "/" not in self.period.name:
            return Standing.ELSEWHEN, ""
        named = mention or self._context.time or heading.time
        stands, period = (standing(self.period, named), self._name(named)) if named else self._by_document()
        if stands is Standing.IN_PERIOD and is_up_to_now(sentence):
            return Standing.CUMULATIVE, period
        return stands, period

    def _name(self, mention: TimeMention | None) -> str:
        if mention is None:
            return ""
        if standing(self.period, mention) in {Standing.IN_PERIOD, Standing.CUMULATIVE} and not mention.is_day:
            inside = same_days(self.period, mention.first, mention.last) or mention.role is Role.AS_OF
            return self.period.name if inside else name_of(mention.first, mention.last)
        return name_of(mention.first, mention.last)

    def _by_document(self) -> tuple[Standing, str]:
        """What words without a time are about: the period of the document, else the day of a news item."""
        first, last = self.source.first, self.source.last
        if first and last:
            if same_days(self.period, first, last):
                return Standing.IN_PERIOD, self.period.name
            return (Standing.AHEAD if first > self.period.last else Standing.ELSEWHEN), name_of(first, last)
        day = self.source.day
        if day is None:
            return Standing.UNKNOWN, ""
        return (Standing.IN_PERIOD if self.period.holds(day, day) else Standing.UNKNOWN), day

    def _row(self, line: Line) -> Iterator[Found]:
        name = row_name(line.text) or ""
        scope = PlaceScope(self.unit, self.source.own)
        heading = self._heading(line, scope)
        own = scope.row_is_own(name, among_places=self._among_places)
        self._among_places = self._among_places or own is False
        for one in row_figures(line.text):
            mentions = [item for item in time_mentions(f"{one.column} ", self.source.year) if item.role in _FORCE]
            stands, period = self._standing("", one.column, mentions[0] if mentions else None, heading)
            belongs = self._own(heading) if own is None else own and self.source.own
            yield Found(
                line, one.figure, belongs, stands, period, self._place(own=belongs), _row_words(one), None, one.label
            )


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
    after = next((one for one in force if one.start >= end), None)
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
