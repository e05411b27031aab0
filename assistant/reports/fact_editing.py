"""Changes of a draft's facts: ticked, corrected, added; the sentences that rest on them follow. Pure."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from assistant.errors import UnknownDraftPartError
from assistant.grounding.reading import Kind, read
from assistant.reports.model import DraftSentence, Fact, FactKind, FactOrigin, Paragraph, ReportDraft, SentenceKind
from assistant.reports.places import put
from assistant.reports.regrounding import typed

Change: TypeAlias = Callable[[DraftSentence], DraftSentence | None]

_FIELDS = ("label", "value", "unit_of_measure", "period", "place", "statement")


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value as a person typed it, read."""

    number: Decimal | None
    plan: Decimal | None
    approximate: bool


def read_value(value: str, unit: str = "") -> ReadValue:
    """The figure of "3.562/5.000", "trên 7 tỷ"; None where no figure stands in it."""
    numbers = [one.quantity for one in read(f"{value} {unit}".strip()).tokens if one.kind is Kind.NUMBER]
    known = [one for one in numbers if one is not None]
    if not known:
        return ReadValue(None, None, approximate=False)
    plan = known[1].value if len(known) > 1 and "/" in value else None
    return ReadValue(known[0].value, plan, approximate=known[0].rounding is not None)


def fact_of(draft: ReportDraft, fact_id: str) -> Fact:
    """:raises UnknownDraftPartError: no such fact."""
    for fact in draft.facts:
        if fact.fact_id == fact_id:
            return fact
    raise UnknownDraftPartError(part="fact")


def tick(draft: ReportDraft, fact_ids: Collection[str], *, ticked: bool) -> ReportDraft:
    """Use facts, or leave them out: a sentence that rests on nothing but facts left out goes.

    One that a person wrote stays, and one that rests on others too; ``unsettled`` names what should be made anew.
    """
    wanted = set(fact_ids)
    facts = tuple(replace(one, ticked=ticked) if one.fact_id in wanted else one for one in draft.facts)
    changed = replace(draft, facts=facts)
    return changed if ticked else _without_left_out(changed)


def edit_fact(draft: ReportDraft, fact_id: str, changes: Mapping[str, str]) -> ReportDraft:
    """Other values for a fact, which thereby becomes the person's (origin PERSON); its source stays to be looked at.

    :param changes: label, value, unit_of_measure, period, place, statement; others are ignored.
    :raises UnknownDraftPartError: no such fact.
    """
    old = fact_of(draft, fact_id)
    given = {name: typed(changes[name]) for name in _FIELDS if name in changes}
    if all(getattr(old, name) == value for name, value in given.items()):
        return draft
    new = replace(old, **given, origin=FactOrigin.PERSON)  # type: ignore[arg-type]  # strings for fields of strings
    if "statement" not in given and old.value and new.value:
        new = _restated(new, old)
    new = _measured(new, old)
    facts = put(draft.facts, draft.facts.index(old), new)
    return _followed(replace(draft, facts=facts), old, new)


def add_fact(draft: ReportDraft, section: str, changes: Mapping[str, str]) -> ReportDraft:
    """A fact that a person knows; no source says it. Without value and statement nothing is added.

    :param changes: As in ``edit_fact``, and indicator: what was missing is missing no longer.
    """
    given = {name: typed(changes.get(name, "")) for name in _FIELDS}
    if not (given["value"] or given["statement"]):
        return draft
    unit = "" if given["label"].lower().startswith(given["unit_of_measure"].lower()) else given["unit_of_measure"]
    said = " ".join(filter(None, (given["value"], unit, given["label"])))
    indicator = changes.get("indicator") or None
    statement = given["statement"] or said
    fact = Fact(
        _new_id(draft, section, statement),
        section,
        statement,
        None,
        indicator=indicator,
        label=given["label"],
        value=given["value"],
        unit_of_measure=given["unit_of_measure"],
        period=given["period"] or draft.request.period,
        place=given["place"] or draft.request.unit,
        origin=FactOrigin.PERSON,
    )
    missing = tuple(one for one in draft.missing if indicator is None or one.indicator != indicator)
    return replace(draft, facts=(*draft.facts, _measured(fact, None)), missing=missing)


def remove_fact(draft: ReportDraft, fact_id: str) -> ReportDraft:
    """Drop a fact that a person added; one with a source is left out instead, and can be ticked again."""
    fact = fact_of(draft, fact_id)
    left_out = tick(draft, {fact_id}, ticked=False)
    if fact.citation is not None:
        return left_out
    return replace(left_out, facts=tuple(one for one in left_out.facts if one.fact_id != fact_id))


def unsettled(draft: ReportDraft) -> frozenset[str]:
    """Sections whose sentences rest on a fact left out or corrected since, or that tell nothing of a ticked one."""
    ticked = {one.fact_id for one in draft.facts if one.ticked}
    corrected = {one.fact_id: one.value for one in draft.facts if one.origin is FactOrigin.PERSON}
    used: set[str] = set()
    found: set[str] = set()
    for section in draft.sections:
        for sentence in _sentences(section.paragraphs):
            ids = set(sentence.fact_ids)
            used |= ids
            if ids - ticked or any(corrected.get(one, "") not in sentence.text for one in ids):
                found.add(section.section_id)
    told = [one for one in draft.facts if one.kind is FactKind.RESULT or not draft.rows]  # targets stand in the table
    unused = {one.section for one in told if one.ticked and one.fact_id not in used and not _told(one, used)}
    return frozenset(found | (unused & {one.section_id for one in draft.sections}))


def _told(fact: Fact, used: Collection[str]) -> bool:
    """Whether another value for the same thing is in the text: the person has chosen between them."""
    return any(one in used for one in fact.conflicts)


def _restated(new: Fact, old: Fact) -> Fact:
    """The statement with the new value where the old one stood."""
    text, start, end = old.statement, old.value_start, old.value_end
    if text[start:end] != old.value:
        return new
    return replace(
        new, statement=text[:start] + new.value + text[end:], value_start=start, value_end=start + len(new.value)
    )


def _measured(new: Fact, old: Fact | None) -> Fact:
    """Number, target and place of the value in the statement, where value or statement were changed."""
    if old is not None and (new.value, new.unit_of_measure, new.statement) == (
        old.value, old.unit_of_measure, old.statement
    ):  # fmt: skip
        return new
    found = read_value(new.value, new.unit_of_measure)
    start = new.statement.find(new.value) if new.value else -1
    span = (start, start + len(new.value)) if start >= 0 else (0, 0)
    return replace(
        new,
        number=found.number,
        plan=found.plan,
        approximate=found.approximate,
        rate=None,
        value_start=span[0],
        value_end=span[1],
    )


def _followed(draft: ReportDraft, old: Fact, new: Fact) -> ReportDraft:
    """The new value in the sentences that rest on the fact, which are the person's then, and in the table."""
    rows = tuple(
        replace(one, result=new.value, rate="", citation=None)
        if old.value and one.result == old.value and one.indicator == old.indicator and one.label == old.label
        else one
        for one in draft.rows
    )
    if not old.value or old.value == new.value or not new.value:
        return replace(draft, rows=rows)
    pattern = re.compile(rf"(?<![\w.,/]){re.escape(old.value)}(?!\w|[.,]\d)")

    def follow(one: DraftSentence) -> DraftSentence | None:
        if old.fact_id not in one.fact_ids or len(pattern.findall(one.text)) != 1:
            return one
        text = pattern.sub(lambda _: new.value, one.text)
        return replace(one, text=text, kind=SentenceKind.PERSON, citations=())

    return _each_sentence(replace(draft, rows=rows), follow)


def _without_left_out(draft: ReportDraft) -> ReportDraft:
    left_out = {one.fact_id for one in draft.facts if not one.ticked}

    def keep(one: DraftSentence) -> DraftSentence | None:
        rests = set(one.fact_ids)
        return None if one.kind is SentenceKind.SOURCED and rests and rests <= left_out else one

    return _each_sentence(draft, keep)


def _each_sentence(draft: ReportDraft, change: Change) -> ReportDraft:
    """The draft with every sentence changed, or left out where ``change`` gives None."""
    sections = []
    for section in draft.sections:
        paragraphs = []
        for paragraph in section.paragraphs:
            made = tuple(filter(None, map(change, paragraph.sentences)))
            if made == paragraph.sentences:
                paragraphs.append(paragraph)
            elif made:
                paragraphs.append(replace(paragraph, sentences=made))
        sections.append(replace(section, paragraphs=tuple(paragraphs)))
    return replace(draft, sections=tuple(sections))


def _sentences(paragraphs: tuple[Paragraph, ...]) -> Iterator[DraftSentence]:
    for paragraph in paragraphs:
        yield from paragraph.sentences


def _new_id(draft: ReportDraft, section: str, statement: str) -> str:
    known = {one.fact_id for one in draft.facts}
    for count in range(len(draft.facts) + 1):
        made = "p" + hashlib.sha256(f"{section}\n{statement}\n{count}".encode()).hexdigest()[:15]
        if made not in known:
            return made
    raise AssertionError("more ids than facts")
