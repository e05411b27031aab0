"""From a card to the values documents are listed and filtered by: a linguistic table of types that are no part of a title."""

from dataclasses import replace

from ingest.card.values import CardField, IdentityCard
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


def completed(metadata: Metadata, card: IdentityCard) -> Metadata:
    """What the front matter left open filled from the card; a letter's subject over several lines made whole."""
    day, kind, issuer = (card.get(field) for field in (CardField.DATE, CardField.TYPE, CardField.ISSUER))
    date = metadata.date or day
    title, subject = metadata.title, card.get(CardField.TITLE)
    if subject and (not title or subject.startswith(title)):
        title = subject
    return replace(
        metadata,
        title=title,
        date=date,
        year=metadata.year or (int(date[:4]) if date else None),
        unit=metadata.unit or (filter_unit(issuer) if issuer else None),
        type=metadata.type or kind,
    )
