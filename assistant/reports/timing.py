"""Which time the words of one document are about, seen from the period of a report."""

from dataclasses import dataclass

from assistant.errors import BadPeriodError
from assistant.reports.document_period import Basis
from assistant.reports.periods import Period, name_of, period_named
from assistant.reports.source_documents import SourceDocument
from assistant.reports.times import (
    Role,
    Standing,
    TimeMention,
    is_ahead,
    is_up_to_now,
    same_days,
    spans_years,
    standing,
    time_mentions,
)


@dataclass(frozen=True, slots=True)
class When:
    """How words stand to the period of the report."""

    standing: Standing
    period: str = ""
    """Canonical; empty where unknown."""
    inferred: bool = False
    """Only the day of the document tells it."""
    coming: bool = False
    """Told as what is to come, whatever the period of the report."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One document and one period."""

    period: Period
    source: SourceDocument

    def mentions(self, text: str, year: int | None = None) -> list[TimeMention]:
        """The times a text names; ``year`` completes those that leave it out, else that of the document."""
        return time_mentions(text, year or self.source.year, self.source.told_up_to)

    def when(
        self, before: str, sentence: str, mention: TimeMention | None, carried: TimeMention | None, *, ahead: bool
    ) -> When:
        """The time of what comes after ``before`` in a sentence.

        :param mention: The time the sentence names for it.
        :param carried: The time that words before the sentence go on to mean.
        :param ahead: Whether headings or the words that announce a list tell of what is to come.
        """
        named = mention or carried
        if self.source.plans or ahead or is_ahead(before) or (mention and self._is_to_come(mention)):
            return When(Standing.AHEAD, self._name(named) if named else self._coming(by_heading=ahead), coming=True)
        if mention is not None and mention.role is Role.SINCE:
            known = self._by_document()
            stands = Standing.CUMULATIVE if known.standing is Standing.IN_PERIOD else known.standing
            return When(stands, known.period, known.inferred)
        if mention is None and spans_years(before) and "/" not in self.period.name:
            return When(Standing.ELSEWHEN)
        found = When(standing(self.period, named), self._name(named)) if named else self._by_document()
        summed = found.standing is Standing.IN_PERIOD or (named is not None and self._ends_with(named))
        if summed and is_up_to_now(sentence):
            return When(Standing.CUMULATIVE, found.period, found.inferred)
        return found

    def _is_to_come(self, mention: TimeMention) -> bool:
        """Whether a time begins after the day of the document: its words are a plan, however they are put."""
        return self.source.day is not None and mention.first > self.source.day

    def _ends_with(self, mention: TimeMention) -> bool:
        """Whether a longer time ends when the period does: "lũy kế cả năm" in a report of the last quarter."""
        return mention.first < self.period.first and mention.last == self.period.last

    def _name(self, mention: TimeMention) -> str:
        if standing(self.period, mention) in {Standing.IN_PERIOD, Standing.CUMULATIVE} and not mention.is_day:
            inside = same_days(self.period, mention.first, mention.last) or mention.role is Role.AS_OF
            return self.period.name if inside else name_of(mention.first, mention.last)
        return name_of(mention.first, mention.last)

    def _coming(self, *, by_heading: bool) -> str:
        """The period that words ahead without a time are for: a plan's own, the one after a report's."""
        known = self.source.period
        if known is None or known.basis is Basis.AS_OF:
            return ""
        name = name_of(known.first, known.last)
        if self.source.plans:
            return self.period.name if same_days(self.period, known.first, known.last) else name
        if not by_heading:
            return ""
        try:
            return period_named(name).next.name
        except BadPeriodError:
            return ""

    def _by_document(self) -> When:
        """What words without a time are about: the period of the document, else the day of a news item."""
        known = self.source.period
        if known is None:
            return self._by_day()
        inferred = known.basis is Basis.INFERRED
        if known.basis is Basis.AS_OF:
            stands = standing(self.period, TimeMention(0, 0, known.first, known.last, Role.AS_OF))
            return When(stands, self.period.name if stands is Standing.CUMULATIVE else known.last)
        if same_days(self.period, known.first, known.last):
            return When(Standing.IN_PERIOD, self.period.name, inferred)
        stands = Standing.AHEAD if known.first > self.period.last else Standing.ELSEWHEN
        return When(stands, name_of(known.first, known.last), inferred)

    def _by_day(self) -> When:
        day = self.source.day
        if day is None:
            return When(Standing.UNKNOWN)
        return When(Standing.IN_PERIOD if self.period.holds(day, day) else Standing.UNKNOWN, day)
