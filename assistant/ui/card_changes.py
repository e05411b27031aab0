"""What saving an identity card does: all changed values, or none and the reason."""

from collections.abc import Mapping

from assistant.messages_vi.sentences import error_text
from assistant.services import Services
from assistant.ui.card_html import UNDO_FIELD, CardView
from assistant.ui_texts_vi import card as texts
from assistant.ui_texts_vi import chat as chat_texts
from ingest.card.editing import kept_form
from ingest.card.values import CardField
from ingest.errors import TrolyError
from vectorstore.errors import BadCardValueError


def view_of(
    services: Services, document_id: str, *, notice: str = "", problem: str = "", typed: Mapping[str, str] | None = None
) -> CardView:
    """The card as it is now.

    :raises UnknownDocumentError: no such document.
    """
    record = services.store.document(document_id)
    card = services.store.document_cards([document_id])[document_id]
    title = record.metadata.title or record.source or chat_texts.UNTITLED
    return CardView(document_id, title, card, notice, problem, typed or {})


def save(services: Services, document_id: str, form: Mapping[str, str]) -> CardView:
    """Save the values of a form that differ from the card, or take the latest change back.

    :raises UnknownDocumentError: no such document.
    """
    services.store.document(document_id)
    try:
        if form.get(UNDO_FIELD):
            field = services.store.undo_card_edit(document_id)
            notice = texts.CARD_UNDID.format(field=texts.CARD_FIELDS[field.value])
            return view_of(services, document_id, notice=notice)
        changes = _changes(services, document_id, form)
        for name, value in changes.items():
            services.store.set_card_value(document_id, name.value, value)
    except TrolyError as error:
        return view_of(services, document_id, problem=error_text(error), typed=form)
    notice = texts.CARD_SAVED.format(count=len(changes)) if changes else texts.CARD_UNCHANGED
    return view_of(services, document_id, notice=notice)


def _changes(services: Services, document_id: str, form: Mapping[str, str]) -> dict[CardField, str | None]:
    """Everything typed is checked before anything is saved."""
    card = services.store.card(document_id)
    changes: dict[CardField, str | None] = {}
    for name in CardField:
        if name.value not in form:
            continue
        try:
            value = kept_form(name, form[name.value])
        except ValueError as error:
            raise BadCardValueError(field=texts.CARD_FIELDS[name.value], value=form[name.value][:80]) from error
        if value != card.get(name):
            changes[name] = value
    return changes
