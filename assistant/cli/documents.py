"""The verbs text, documents, remove and restore."""

import argparse

from assistant.cli.opening import services
from assistant.cli.output import emit, say
from assistant.cli.quality import print_qualities
from assistant.contract import document_json
from assistant.messages_vi.command_line import CLI_TEXT


def text(options: argparse.Namespace) -> int:
    """Print the stored text page by page."""
    with services(options) as opened:
        for page in opened.pages(options.document_id):
            if options.json:
                emit({"document_id": options.document_id, "page": page.number, "text": page.text})
            else:
                say(CLI_TEXT["page"].format(page=page.number))
                say(page.text)
    return 0


def documents(options: argparse.Namespace) -> int:
    """Print a line per document with its identity card and state, or how well it was read."""
    with services(options) as opened:
        if options.quality:
            print_qualities(opened.store, as_json=options.json)
            return 0
        records = opened.documents(include_removed=options.all)
        cards = opened.store.document_cards([record.document_id for record in records]) if options.json else {}
        for record in records:
            if options.json:
                emit(document_json(record, cards[record.document_id]))
            else:
                say(f"{record.document_id}  {record.state.value:9}  {record.source}  {record.metadata.title or ''}")
    return 0


def remove(options: argparse.Namespace) -> int:
    """Take a document out of the store; restore brings it back."""
    with services(options) as opened:
        opened.remove(options.document_id)
    _done(options, "removed")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Bring a removed document back."""
    with services(options) as opened:
        opened.restore(options.document_id)
    _done(options, "restored")
    return 0


def _done(options: argparse.Namespace, what: str) -> None:
    if options.json:
        emit({"document_id": options.document_id, "status": what})
    else:
        say(CLI_TEXT[what].format(document_id=options.document_id))
