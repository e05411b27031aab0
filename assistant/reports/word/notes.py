"""Collects the sources of a draft while its text is written, and gives each the mark that stands in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.citation_text import reference
from assistant.messages_vi.names import CITED, FLAG_LABELS
from assistant.model import Citation
from assistant.reports.word.elements import Element, element, run, value
from assistant.reports.word.options import NoteStyle


@dataclass(frozen=True, slots=True)
class NoteKind:
    """Names of the parts and elements of footnotes or endnotes."""

    word: str
    """footnote or endnote."""

    @property
    def title(self) -> str:
        """For the names of styles."""
        return self.word.capitalize()


FOOTNOTE, ENDNOTE = NoteKind("footnote"), NoteKind("endnote")


@dataclass(slots=True)
class SourceNotes:
    """The notes of one file, in the order of its text."""

    style: NoteStyle
    first_id: int = 1
    """Of footnotes and endnotes; above 1 where the file has some already."""
    citations: list[Citation] = field(default_factory=list)
    """One for each note; for an appendix every place once."""

    def marks(self, citations: Sequence[Citation]) -> list[Element]:
        """What stands behind a sentence: raised references, separated by commas."""
        made: list[Element] = []
        for citation in distinct(citations):
            if made:
                made.append(run(", ", value("w:vertAlign", "superscript")))
            made.append(self._appendix_mark(citation) if self.kind is None else self._note_mark(self.kind, citation))
        return made

    @property
    def kind(self) -> NoteKind | None:
        """None where sources stand in an appendix."""
        return {NoteStyle.FOOTNOTES: FOOTNOTE, NoteStyle.ENDNOTES: ENDNOTE}.get(self.style)

    def _note_mark(self, kind: NoteKind, citation: Citation) -> Element:
        self.citations.append(citation)
        number = self.first_id + len(self.citations) - 1
        style = element(
            "w:rPr", None, [value("w:rStyle", f"{kind.title}Reference"), value("w:vertAlign", "superscript")]
        )
        return element("w:r", None, [style, element(f"w:{kind.word}Reference", {"id": number})])

    def _appendix_mark(self, citation: Citation) -> Element:
        places = [_place(one) for one in self.citations]
        if _place(citation) not in places:
            self.citations.append(citation)
            places.append(_place(citation))
        number = places.index(_place(citation)) + 1
        shown = run(f"[{number}]", value("w:vertAlign", "superscript"))
        return element("w:hyperlink", {"anchor": source_bookmark(number), "history": 1}, [shown])


def source_bookmark(number: int) -> str:
    """Name of the place of a source in the appendix."""
    return f"nguon_{number}"


def source_name(citation: Citation) -> str:
    """Document, section, page, and what its reader should know about it."""
    flags = "".join(f" ({FLAG_LABELS[flag]})" for flag in sorted(citation.flags))
    replaced = f" ({CITED['replaced']})" if citation.replaced_by else ""
    return f"{reference(citation)}{flags}{replaced}"


def distinct(citations: Sequence[Citation]) -> list[Citation]:
    """Every place once, in the order they first come."""
    found: dict[tuple[str, int, int, int], Citation] = {}
    for citation in citations:
        found.setdefault(_place(citation), citation)
    return list(found.values())


def _place(citation: Citation) -> tuple[str, int, int, int]:
    return citation.document_id, citation.page, citation.char_start, citation.char_end
