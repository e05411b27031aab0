"""PowerPoint 97-2003 files (.ppt): olefile opens the container, slides are read by [MS-PPT], fonts run by run."""

import struct
from collections.abc import Iterator

from ingest.documents import BlockKind
from ingest.errors import DamagedFileError, EncryptedFileError
from ingest.loaders.extracted import Extracted
from ingest.loaders.flow import FlowBreak, FlowItem, FlowParagraph, lay_out
from ingest.loaders.ole import open_ole, stream
from ingest.loaders.ppt_records import Record, children, descendants, live_objects, record_at
from ingest.loaders.ppt_text import TextBody, font_names, styled_runs
from ingest.text.encoding import eight_bit_text

_DOCUMENT, _SLIDE, _NOTES = 0x03E8, 0x03EE, 0x03F0
_SLIDE_LIST, _SLIDE_PERSIST = 0x0FF0, 0x03F3
_TEXT_HEADER, _TEXT_CHARS, _TEXT_STYLE, _TEXT_BYTES, _OUTLINE_REFERENCE = 0x0F9F, 0x0FA0, 0x0FA1, 0x0FA8, 0x0F9E
_ENCRYPTED_TOKEN = 0xF3D1C4DF
_TITLES = frozenset({0, 6})
"""Kinds of text: title, centred title."""


def read_ppt(data: bytes) -> Extracted:
    """One page per slide, its title a heading; speakers' notes follow the slide's own text.

    :raises DamagedFileError: If it is not a readable presentation.
    :raises EncryptedFileError: If it needs a password.
    """
    with open_ole(data) as ole:
        content, user = stream(ole, "PowerPoint Document"), stream(ole, "Current User")
    try:
        if len(user) >= len(b"1234" * 4) and struct.unpack_from("<I", user, 12)[0] == _ENCRYPTED_TOKEN:
            raise EncryptedFileError
        return lay_out(list(_Presentation(content, user).items()))
    except (struct.error, IndexError, ValueError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error


class _Presentation:
    def __init__(self, content: bytes, user: bytes) -> None:
        self._data = content
        self._places, number = live_objects(content, user)
        document = record_at(content, self._places.get(number, 0), len(content))
        if document is None or document.kind != _DOCUMENT:
            raise DamagedFileError(problem="no_document")
        self._document = document
        self._fonts = font_names(content, document)

    def items(self) -> Iterator[FlowItem]:
        slides = [one for one in children(self._data, self._document) if one.kind == _SLIDE_LIST]
        for part in sorted(slides, key=lambda one: one.instance):
            if part.instance == 0:
                yield from self._slides(part)
        for part in slides:
            if part.instance == 2:  # noqa: PLR2004 - the list of notes
                yield from self._notes(part)

    def _slides(self, part: Record) -> Iterator[FlowItem]:
        for number, (reference, outline) in enumerate(self._listed(part), 1):
            yield FlowBreak(number)
            yield from self._paragraphs(outline)
            place = self._places.get(reference)
            slide = record_at(self._data, place, len(self._data)) if place is not None else None
            if slide is not None and slide.kind == _SLIDE:
                yield from self._paragraphs(self._bodies(descendants(self._data, slide)))

    def _notes(self, part: Record) -> Iterator[FlowItem]:
        for reference, outline in self._listed(part):
            yield from self._paragraphs(outline)
            place = self._places.get(reference)
            page = record_at(self._data, place, len(self._data)) if place is not None else None
            if page is not None and page.kind == _NOTES:
                yield from self._paragraphs(self._bodies(descendants(self._data, page)))

    def _listed(self, part: Record) -> list[tuple[int, list[TextBody]]]:
        """Every slide of a list: its persistent number and the texts of its placeholders."""
        listed: list[tuple[int, list[Record]]] = []
        for record in children(self._data, part):
            if record.kind == _SLIDE_PERSIST:
                (reference,) = struct.unpack_from("<I", self._data, record.start)
                listed.append((reference, []))
            elif listed:
                listed[-1][1].append(record)
        return [(reference, self._bodies(iter(records))) for reference, records in listed]

    def _bodies(self, records: Iterator[Record]) -> list[TextBody]:
        bodies: list[TextBody] = []
        kind = 4
        for record in records:
            raw = self._data[record.start : record.end]
            if record.kind == _TEXT_HEADER and len(raw) >= len(b"1234"):
                (kind,) = struct.unpack_from("<I", raw)
            elif record.kind == _TEXT_CHARS:
                bodies.append(TextBody(kind, raw[: len(raw) - len(raw) % 2].decode("utf-16-le", "replace")))
            elif record.kind == _TEXT_BYTES:
                bodies.append(TextBody(kind, eight_bit_text(raw)))
            elif record.kind == _TEXT_STYLE and bodies:
                bodies[-1].style = raw
        return bodies

    def _paragraphs(self, bodies: list[TextBody]) -> Iterator[FlowItem]:
        for body in bodies:
            title = body.kind in _TITLES
            for runs in styled_runs(body, self._fonts):
                yield FlowParagraph(runs, BlockKind.HEADING if title else None, 2 if title else None)
