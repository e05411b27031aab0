"""The reading side of identity cards: cards, changes, what replaced what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.card.values import IdentityCard
from vectorstore.card_records import CardEdit, DocumentCard, Link
from vectorstore.catalogue_cards import CatalogueCards
from vectorstore.hits import Passage, Successor


class CardReader:
    """Questions about cards; usable from any thread."""

    def __init__(self, cards: CatalogueCards) -> None:
        self._cards = cards

    def card(self, document_id: str) -> IdentityCard:
        """The identity card; empty for an unknown document."""
        return self._cards.cards([document_id])[document_id]

    def cards(self, document_ids: Sequence[str]) -> dict[str, IdentityCard]:
        """The same for several documents."""
        return self._cards.cards(document_ids)

    def document_cards(self, document_ids: Sequence[str]) -> dict[str, DocumentCard]:
        """Cards with their changes, their links and what replaced the document."""
        cards, edits, replaced = self.cards(document_ids), self._cards.edits_of(document_ids), self.replaced()
        links: dict[str, dict[int, Link]] = {}
        for link in self._cards.links():
            links.setdefault(link.by.document_id, {}).setdefault(link.ordinal, link)
        return {
            one: DocumentCard(cards[one], links.get(one, {}), tuple(edits.get(one, ())), replaced.get(one))
            for one in document_ids
        }

    def card_edits(self, document_id: str) -> list[CardEdit]:
        """What people changed, newest first."""
        return self._cards.edits_of([document_id]).get(document_id, [])

    def replaced(self) -> Mapping[str, Successor]:
        """Documents that an indexed one says it replaces or repeals, each with the newest that does.

        Where none says so, a later issue under the same number stands for the earlier.
        """
        found: dict[str, Successor] = {}
        for link in self._cards.links():
            if not link.ends:
                continue
            held = found.get(link.to.document_id)
            if held is None or (link.by.date or "") >= (held.date or ""):
                found[link.to.document_id] = link.successor
        return {**self._cards.same_number.newer(), **found}

    def marked(self, passages: dict[str, Passage]) -> dict[str, Passage]:
        """The passages, those of replaced documents saying so."""
        replaced = self.replaced()
        if not replaced:
            return passages
        return {
            chunk_id: replace(one, replaced_by=replaced[one.document_id]) if one.document_id in replaced else one
            for chunk_id, one in passages.items()
        }
