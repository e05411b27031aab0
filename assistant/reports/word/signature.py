"""The foot of a paper: who gets it, beside in whose name and by whom it is signed."""

from collections.abc import Iterator, Sequence

from assistant.reports.model import ReportDraft
from assistant.reports.recipients import recipients_for
from assistant.reports.word.blocks import borderless_table
from assistant.reports.word.elements import Element, element, paragraph, run, twips_of_mm, twips_of_pt
from assistant.reports.word.head_values import HeadValues
from assistant.reports.word.missing_marks import marked_runs
from assistant.reports.word.profile import Profile

_LEFT_SHARE = 0.5
_ROOM_TO_SIGN_PT = 72
_DASHES = "-–—+• "
_KEEP = "w:keepNext"


def addressees(names: Sequence[str], profile: Profile) -> Iterator[Element]:
    """Kính gửi: one in the middle of the line, several below each other."""
    found = [name.strip() for name in names if name.strip()]
    if not found:
        return
    label = profile.addressees_label
    spacing = element("w:spacing", {"before": 0, "after": 120})
    if len(found) == 1:
        yield paragraph("Addressees", marked_runs(f"{label} {found[0]}"), spacing, element("w:jc", {"val": "center"}))
        return
    yield paragraph("Addressees", [run(label)], element("w:ind", {"left": twips_of_mm(30)}))
    for place, name in enumerate(found, start=1):
        after = {"before": 0, "after": 120 if place == len(found) else 0}
        yield paragraph(
            "Addressees",
            marked_runs(listed(name, last=place == len(found))),
            element("w:spacing", after),
            element("w:ind", {"left": twips_of_mm(45), "hanging": 142}),
        )


def recipients_of(draft: ReportDraft, profile: Profile) -> tuple[str, ...]:
    """Those of the draft; where it has none those of the form, for the level of the unit."""
    own = tuple(name for name in draft.recipients if name.strip())
    return own or recipients_for(profile.recipients, draft.request.unit, draft.request.period)


def signature_block(recipients: Sequence[str], values: HeadValues, profile: Profile) -> Element:
    """A borderless table: left the recipients, right the signature; it stays on one page."""
    width = twips_of_mm(profile.text_width_mm)
    left = round(width * _LEFT_SHARE)
    return borderless_table(
        (left, width - left), [(list(_recipients(recipients, profile)), list(_signature(values, profile)))]
    )


def _recipients(names: Sequence[str], profile: Profile) -> Iterator[Element]:
    yield paragraph("RecipientsLabel", [run(profile.recipients_label)], element(_KEEP))
    for place, name in enumerate(names, start=1):
        yield paragraph("Recipients", [run(listed(name, last=place == len(names)))], element(_KEEP))


def listed(name: str, *, last: bool) -> str:
    """An item of a list of offices: a dash, a semicolon after each, a full stop after the last (decree 30/2020)."""
    return f"- {name.strip().lstrip(_DASHES).rstrip(' ;.')}{'.' if last else ';'}"


def _signature(values: HeadValues, profile: Profile) -> Iterator[Element]:
    for line in values.authority:
        yield paragraph("Authority", [run(line.upper() if profile.styles.authority.upper else line)], element(_KEEP))
    position = values.position.upper() if profile.styles.position.upper else values.position
    yield paragraph("Position", [run(position)], element(_KEEP))
    space = element("w:spacing", {"before": twips_of_pt(_ROOM_TO_SIGN_PT)})
    yield paragraph("Signer", [run(values.signer)] if values.signer else (), space)
