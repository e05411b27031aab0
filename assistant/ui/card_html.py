"""The panel of an identity card: every value with a link to its evidence, in a form that can be changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from assistant.citation_text import numbered_name, successor_name, vietnamese_date
from assistant.messages_vi.names import REPLACED_HOW
from assistant.ui.addresses import card_address, source_address
from assistant.ui_texts_vi import card as texts
from ingest.card.values import CardField, CardSource, CardValue, Relation
from vectorstore.card_records import CardEdit, DocumentCard, Link
from vectorstore.hits import Successor

UNDO_FIELD = "hoan-tac"
_WIDE = frozenset({CardField.TITLE, CardField.ISSUER, CardField.PARENT})
_HISTORY = 10


@dataclass(frozen=True, slots=True)
class CardView:
    """What the panel shows: the card, what was just done, and what was typed where it could not be saved."""

    document_id: str
    title: str
    card: DocumentCard
    notice: str = ""
    problem: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)


def card_html(view: CardView) -> str:
    """The panel's content."""
    card = view.card
    notice = f'<p class="tl-notice" role="status">{escape(view.notice)}</p>' if view.notice else ""
    problem = f'<p class="tl-warning" role="alert">{escape(view.problem)}</p>' if view.problem else ""
    return (
        f'<article class="tl-source tl-card-panel" aria-label="{texts.CARD}">'
        f'<h2 class="tl-source-title" tabindex="-1">{escape(view.title)}</h2>'
        f"{_replaced(card.replaced_by)}{notice}{problem}"
        f'<p class="tl-source-actions"><a class="tl-button" data-page '
        f'href="{escape(source_address(view.document_id, 1))}">{texts.CARD_READ}</a></p>'
        f"{_form(view)}{_relations(view)}{_history(card)}</article>"
    )


def shown(name: CardField, value: str) -> str:
    """A value as people write it: days day first."""
    if name is CardField.DATE:
        return vietnamese_date(value) or value
    if name is CardField.PERIOD:
        return " - ".join(vietnamese_date(day) or day for day in value.split("/"))
    return value


def _replaced(newer: Successor | None) -> str:
    if newer is None:
        return ""
    link = f'<a data-page href="{escape(card_address(newer.document_id))}">{escape(successor_name(newer))}</a>'
    how = REPLACED_HOW.get(newer.kind, REPLACED_HOW["replaces"])
    return f'<p class="tl-warning">{texts.CARD_REPLACED.format(how=how, link=link)}</p>'


def _form(view: CardView) -> str:
    undo = (
        f'<button type="submit" class="tl-button" name="{UNDO_FIELD}" value="1">{texts.CARD_UNDO}</button>'
        if any(edit.undone_at is None for edit in view.card.edits)
        else ""
    )
    rows = "".join(_field(view, name) for name in CardField)
    return (
        f'<form class="tl-card-form" method="post" action="{escape(card_address(view.document_id))}" data-card-form>'
        f'<p class="tl-hint">{texts.CARD_HINT}</p>{rows}'
        f'<div class="tl-card-buttons"><button type="submit" class="tl-button tl-primary">{texts.CARD_SAVE}</button>'
        f"{undo}</div></form>"
    )


def _field(view: CardView, name: CardField) -> str:
    found = view.card.card.find(name)
    value = view.typed.get(name.value, shown(name, found.value) if found else "")
    label, at = texts.CARD_FIELDS[name.value], f"tl-card-{name.value}"
    wide = " tl-wide-field" if name in _WIDE else ""
    place = _evidence(view.document_id, found, label)
    control = (
        f'<textarea id="{at}" name="{name.value}" rows="2" autocomplete="off">{escape(value)}</textarea>'
        if name is CardField.TITLE
        else f'<input id="{at}" name="{name.value}" type="text" value="{escape(value)}" autocomplete="off"'
        f' placeholder="{texts.CARD_PLACEHOLDERS.get(name.value, "")}">'
    )
    return f'<div class="tl-field{wide}"><label for="{at}">{label}</label>{control}{place}</div>'


def _evidence(document_id: str, value: CardValue | None, label: str) -> str:
    if value is None:
        return f'<span class="tl-field-note">{texts.CARD_ABSENT}</span>'
    if value.source is CardSource.EDITED:
        return f'<span class="tl-field-note">{texts.CARD_EDITED}</span>'
    if value.page is None:
        note = texts.CARD_DECLARED if value.source is CardSource.DECLARED else texts.CARD_DERIVED
        return f'<span class="tl-field-note">{note}</span>'
    address = source_address(document_id, value.page, value.char_start, value.char_end)
    words = texts.CARD_EVIDENCE.format(page=value.page)
    named = escape(f"{words}: {label}")
    return f'<a class="tl-evidence" data-page href="{escape(address)}" aria-label="{named}">{words}</a>'


def _relations(view: CardView) -> str:
    relations = view.card.card.relations
    if not relations:
        return ""
    items = "".join(_relation(view, one, view.card.links.get(place)) for place, one in enumerate(relations))
    return f'<section><h3>{texts.CARD_RELATIONS}</h3><ul class="tl-relations">{items}</ul></section>'


def _relation(view: CardView, one: Relation, link: Link | None) -> str:
    name = numbered_name(None, one.number, one.date) if one.number and not one.title else one.title or ""
    address = source_address(view.document_id, one.page, one.char_start, one.char_end)
    target = (
        f' <a data-page href="{escape(card_address(link.to.document_id))}">{texts.CARD_IN_STORE}</a>' if link else ""
    )
    return (
        f"<li><strong>{texts.RELATIONS[one.kind.value]}</strong> "
        f'<a data-page href="{escape(address)}">{escape(name)}</a>{target}</li>'
    )


def _history(card: DocumentCard) -> str:
    if not card.edits:
        return ""
    items = "".join(_edits(card))
    return f'<details class="tl-history-edits"><summary>{texts.CARD_HISTORY}</summary><ul>{items}</ul></details>'


def _edits(card: DocumentCard) -> Iterator[str]:
    for edit in card.edits[:_HISTORY]:
        undone = f" ({texts.CARD_UNDONE})" if edit.undone_at else ""
        yield f"<li>{escape(_edit(edit))}{undone}</li>"


def _edit(edit: CardEdit) -> str:
    old, new = (shown(edit.field, value) if value else texts.CARD_EMPTY for value in (edit.old, edit.new))
    when = f"{vietnamese_date(edit.at[:10])} {edit.at[11:16]} UTC"
    return texts.CARD_CHANGE.format(when=when, field=texts.CARD_FIELDS[edit.field.value], old=old, new=new)
