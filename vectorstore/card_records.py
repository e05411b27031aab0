"""What the store tells about cards: changes, and links between documents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.card.values import CardField, IdentityCard, RelationKind
from vectorstore.hits import Successor

_LEGAL = re.compile(r"\d+[a-z]?/(?:19|20)\d\d/")


@dataclass(frozen=True, slots=True)
class CardEdit:
    """One change a person made to a card."""

    field: CardField
    old: str | None
    new: str | None
    at: str
    """ISO 8601, UTC."""
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A document of the store as its card names it."""

    document_id: str
    source: str
    title: str | None
    type: str | None
    date: str | None
    unit: str | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """A relation (of ``ordinal`` on the card of ``by``) whose number a document of the store carries."""

    kind: RelationKind
    ordinal: int
    number: str
    date: str | None
    by: Named
    to: Named

    @property
    def is_meant(self) -> bool:
        """Numbers start again every year in every office: the day must agree, or the office where no day is given.

        A number with its year in it (30/2020/NĐ-CP) is given once in the country.
        """
        if self.date and self.to.date:
            return self.date == self.to.date
        if _LEGAL.match(self.number):
            return True
        earlier = not (self.by.date and self.to.date) or self.to.date <= self.by.date
        return earlier and self.by.unit is not None and self.by.unit == self.to.unit

    @property
    def ends(self) -> bool:
        """Whether the other document is no longer in force."""
        return self.kind in (RelationKind.REPLACES, RelationKind.REPEALS)

    @property
    def successor(self) -> Successor:
        """The newer document as hits and citations name it."""
        by = self.by
        return Successor(by.document_id, by.source, by.title, by.type, by.number, by.date, self.kind.value)


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """Everything a document's card shows."""

    card: IdentityCard
    links: Mapping[int, Link]
    """Relations that name a document of the store, by their place on the card."""
    edits: tuple[CardEdit, ...]
    """Newest first."""
    replaced_by: Successor | None
