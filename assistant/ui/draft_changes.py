"""What the tab's script asks for, read, and the change of the draft it means. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from assistant.ports import InverseDocumentFrequency
from assistant.reports import editing, fact_editing
from assistant.reports.conflicts import conflict_groups
from assistant.reports.model import ReportDraft
from assistant.reports.places import Place, paragraph_at, section_at

NOTHING_CHOSEN = "-"
_Line = Annotated[str, Field(max_length=400)]
_Text = Annotated[str, Field(max_length=8_000)]


class Asked(BaseModel):
    """One request of the script; what is not needed for what it asks is empty."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    do: _Line
    revision: int = 0
    step: _Line = ""
    id: _Line = ""
    place: Annotated[str, Field(pattern=r"^(?:\d{1,4}(?:\.\d{1,4}){0,2})?$")] = ""
    by: Annotated[int, Field(ge=-1, le=1)] = 0
    edit: _Line = ""
    text: _Text = ""
    continues: bool = False
    fact: _Line = ""
    section: _Line = ""
    ticked: bool = False
    changes: Annotated[dict[_Line, _Text], Field(max_length=40)] = {}
    number: int = 0
    title: _Line = ""
    unit: _Line = ""
    notes: _Line = ""
    office_form: _Line = ""
    form: _Line = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed draft."""

    draft: ReportDraft
    change: str
    """Code of what was done, for the list of versions."""
    chosen: str = NOTHING_CHOSEN
    """Place of the sentence that stays chosen."""


Change: TypeAlias = Callable[[ReportDraft, Asked, InverseDocumentFrequency | None], Changed]


def changed(draft: ReportDraft, asked: Asked, idf: InverseDocumentFrequency | None = None) -> Changed | None:
    """The draft after the change; None where nothing of the kind is known.

    :raises UnknownDraftPartError: what was to be changed is not there.
    """
    change = _CHANGES.get(asked.do)
    return None if change is None else change(draft, asked, idf)


def _text(draft: ReportDraft, asked: Asked, idf: InverseDocumentFrequency | None) -> Changed:
    place = _place(asked.place)
    if asked.edit == "title":
        return Changed(editing.set_head(draft, title=asked.text), "title", "title")
    if asked.edit == "heading":
        return Changed(editing.rename_section(draft, place, asked.text), "heading", asked.place)
    if asked.edit == "paragraph":
        return Changed(editing.add_paragraph(draft, place, asked.text, idf=idf), "paragraph", f"{asked.place}.0")
    if asked.edit == "after":
        after = f"{place.section}.{place.paragraph}.{place.sentence + 1}"
        return Changed(editing.add_sentence(draft, place, asked.text, idf), "after", after)
    return Changed(editing.rewrite_sentence(draft, place, asked.text, idf), "rewrite", asked.place)


def _remove(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    return Changed(editing.remove_sentence(draft, _place(asked.place)), "remove")


def _move(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    place, by = _place(asked.place), asked.by
    made = editing.move_sentence(draft, place, by)
    return Changed(made, "move", _moved_to(draft, made, place, by))


def _moved_to(draft: ReportDraft, made: ReportDraft, place: Place, by: int) -> str:
    if made is draft:
        return f"{place.section}.{place.paragraph}.{place.sentence}"
    inside = len(paragraph_at(draft, place).sentences)
    if 0 <= place.sentence + by < inside:
        return f"{place.section}.{place.paragraph}.{place.sentence + by}"
    if by < 0:
        before = section_at(draft, place).paragraphs[place.paragraph - 1]
        return f"{place.section}.{place.paragraph - 1}.{len(before.sentences)}"
    # a paragraph that held nothing else is gone: the next one has its number
    return f"{place.section}.{place.paragraph + (0 if inside == 1 else 1)}.0"


def _move_section(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    return Changed(editing.move_section(draft, _place(asked.place), asked.by), "move")


def _tick(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    fact_editing.fact_of(draft, asked.fact)
    return Changed(fact_editing.tick(draft, {asked.fact}, ticked=asked.ticked), "tick")


def _tick_section(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    own = {one.fact_id for one in draft.facts if one.section == asked.section}
    return Changed(fact_editing.tick(draft, own, ticked=asked.ticked), "tick")


def _choose(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    """One of several values that contradict each other; the others are left out."""
    chosen = fact_editing.fact_of(draft, asked.fact)
    rivals = {
        one.fact_id
        for group in conflict_groups(draft.facts)
        if chosen in group
        for one in group
        if one.fact_id != asked.fact
    }
    ticked = fact_editing.tick(draft, {asked.fact}, ticked=True)
    return Changed(fact_editing.tick(ticked, rivals, ticked=False), "choose")


def _fact(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    if asked.fact:
        return Changed(fact_editing.edit_fact(draft, asked.fact, asked.changes), "fact")
    return Changed(fact_editing.add_fact(draft, asked.section, asked.changes), "fact")


def _drop_fact(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    return Changed(fact_editing.remove_fact(draft, asked.fact), "fact")


def _head(draft: ReportDraft, asked: Asked, _: InverseDocumentFrequency | None) -> Changed:
    rest = {name: value for name, value in asked.changes.items() if name in HEAD_NAMES}
    made = editing.set_head(
        draft,
        fields=rest,
        addressees=asked.changes.get("addressees", "\n".join(draft.addressees)).splitlines(),
        recipients=asked.changes.get("recipients", "\n".join(draft.recipients)).splitlines(),
    )
    return Changed(made, "head")


HEAD_NAMES = frozenset({"parent", "issuer", "number", "place", "date", "position", "signer"})
"""Fields around the text that a person types (the exporter's names)."""

_CHANGES: Mapping[str, Change] = {
    "text": _text,
    "remove": _remove,
    "move": _move,
    "move-section": _move_section,
    "tick": _tick,
    "tick-section": _tick_section,
    "choose": _choose,
    "fact": _fact,
    "drop-fact": _drop_fact,
    "head": _head,
}


def _place(text: str) -> Place:
    return Place(*map(int, text.split("."))) if text else Place(0)
