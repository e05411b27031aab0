"""A draft whose facts were gathered anew: what a person did to it stays."""

from dataclasses import replace

from assistant.reports.model import FactOrigin, ReportDraft
from assistant.reports.writing_warnings import about_writing


def with_facts_of(kept: ReportDraft, made: ReportDraft) -> ReportDraft:
    """The facts and what is missing of ``made``; text, head, ticks and the person's own facts of ``kept``.

    A source's fact that is no longer found goes from the table; sentences that rest on it keep their citations.
    """
    own = {one.fact_id: one for one in kept.facts if one.origin is FactOrigin.PERSON}
    ticked = {one.fact_id: one.ticked for one in kept.facts}
    found = (one for one in made.facts if one.fact_id not in own)
    facts = [replace(one, ticked=ticked.get(one.fact_id, one.ticked)) for one in found]
    return replace(
        made,
        facts=(*facts, *own.values()),
        title=kept.title,
        sections=kept.sections,
        rows=kept.rows,
        mode=kept.mode,
        addressees=kept.addressees or made.addressees,
        recipients=kept.recipients or made.recipients,
        fields=kept.fields,
        warnings=(*made.warnings, *about_writing(kept.warnings)),
    )
