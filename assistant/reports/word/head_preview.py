"""What the head and the foot of a paper will read, before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.reports.model import ReportDraft
from assistant.reports.word.head_values import HeadValues, head_values, number_line
from assistant.reports.word.profile import HeadLine, Profile
from assistant.reports.word.signature import listed, recipients_of

FILLED_BY_NAME = ("parent", "issuer", "place", "position")
"""Fields that the unit's name and the form fill in where nobody does."""
LEFT_TO_PERSONS = ("number", "date", "signer")
"""Fields that nobody but a person fills in."""


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """The lines as they are printed; a plain paper (a speech) has neither number nor signature."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    number: str
    date: str
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    position: str
    signer: str
    is_plain: bool
    filled: Mapping[str, str]
    """What is printed for a field that nobody filled in, where that is known."""
    left_open: tuple[str, ...]
    """Which of ``LEFT_TO_PERSONS`` are printed as blanks."""


def printed_head(draft: ReportDraft, profile: Profile) -> PrintedHead:
    """Head and foot of the paper as the export writes them."""
    values = head_values(draft, profile)
    head = profile.letterhead
    names = recipients_of(draft, profile)
    left_open = tuple(name for name in LEFT_TO_PERSONS if not draft.fields.get(name, "").strip())
    return PrintedHead(
        left=_lines(head.left, values),
        right=_lines(head.right, values),
        number=number_line(values, profile),
        date=head.date.text.format_map(values.blanks()),
        recipients=tuple(listed(name, last=place == len(names)) for place, name in enumerate(names, start=1)),
        authority=values.authority,
        position=values.position,
        signer=values.signer,
        is_plain=values.plain,
        filled={name: getattr(values, name).replace("|", " ") for name in FILLED_BY_NAME},
        left_open=() if values.plain else left_open,
    )


def _lines(lines: tuple[HeadLine, ...], values: HeadValues) -> tuple[str, ...]:
    found = (line.text.format_map(values.blanks()).replace("|", " ").strip() for line in lines)
    return tuple(line for line in found if line)
