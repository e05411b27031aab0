"""From a card to the values documents are listed and filtered by."""

from dataclasses import replace

from ingest.card.agencies import is_body_of_its_own
from ingest.card.values import CardField, CardSource, IdentityCard
from ingest.document_types import LETTER, NEWS_ITEM
from ingest.documents import Metadata
from ingest.units import units_in


def display_title(kind: str | None, title: str) -> str:
    """A title that can be read alone: the type first, unless the title says it or has none."""
    if not kind or kind in (NEWS_ITEM, LETTER) or title.lower().startswith(kind.lower()):
        return title
    return f"{kind} {title}"


def filter_unit(issuer: str) -> str:
    """The unit to filter by: the Union organisation in its uniform spelling, or the body as it is named."""
    units = units_in(issuer)
    return units[-1] if units else issuer


def _speaks_for_itself(issuer: str) -> bool:
    """Whether an issuing body is a Union, or another organisation than the Union above it in the letterhead."""
    return bool(units_in(issuer)) or is_body_of_its_own(issuer)


def completed(metadata: Metadata, card: IdentityCard) -> Metadata:
    """What the front matter left open filled from the card; a letter's subject over several lines made whole."""
    day, kind = card.get(CardField.DATE), card.get(CardField.TYPE)
    date = metadata.date or day
    title, subject = metadata.title, card.get(CardField.TITLE)
    if subject and (not title or subject.startswith(title)):
        title = subject
    unit = metadata.unit
    said = card.find(CardField.ISSUER)
    if said is not None and said.source is CardSource.TEXT and (not unit or _speaks_for_itself(said.value)):
        unit = filter_unit(said.value)
    return replace(
        metadata,
        title=title,
        date=date,
        year=metadata.year or (int(date[:4]) if date else None),
        unit=unit,
        type=metadata.type or kind,
    )
