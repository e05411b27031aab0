"""A citation as one line of plain text: how a document and a place in it are named."""

from collections.abc import Sequence

from assistant.messages_vi.command_line import CLI_TEXT
from assistant.messages_vi.names import CITED, FLAG_LABELS
from assistant.model import Citation
from ingest.text.markers import MarkerKind, find_marker
from vectorstore.hits import Successor

_MARKS = " .)/:-–"


def reference_line(citation: Citation) -> str:
    """Number, document, place and quote, leaving out what the document does not say."""
    flags = "".join(f" ({FLAG_LABELS[flag]})" for flag in sorted(citation.flags))
    replaced = f" ({CITED['replaced']})" if citation.replaced_by else ""
    return f"[{citation.n}] {reference(citation)}{flags}{replaced}: “{citation.quote}”"


def reference(citation: Citation) -> str:
    """``Báo cáo số 45/BC-BTV ngày 12/12/2022, mục II.1, tr. 3``; without a number title, unit and date."""
    page = CLI_TEXT["page_short"].format(page=citation.page)
    if citation.number:
        name = numbered_name(citation.type, citation.number, citation.date)
        parts = [name, section_of(citation.heading_path), page]
    else:
        parts = [citation.title or citation.source, citation.unit, vietnamese_date(citation.date), page]
    return ", ".join(part for part in parts if part)


def numbered_name(kind: str | None, number: str, date: str | None) -> str:
    """Type, number and day: how a document is referred to."""
    name = CITED["numbered"].format(type=kind or CITED["document"], number=number)
    return name + (CITED["dated"].format(date=vietnamese_date(date)) if date else "")


def document_name(citation: Citation) -> str:
    """The cited document as a question can name it: by type and number, else by its title."""
    if citation.number:
        return numbered_name(citation.type, citation.number, None)
    return citation.title or citation.source


def successor_name(newer: Successor) -> str:
    """The document that replaced another: by its number, else by its title."""
    if newer.number:
        return numbered_name(newer.type, newer.number, newer.date)
    return newer.title or newer.source


def section_of(heading_path: Sequence[str]) -> str | None:
    """The marks of the headings a place stands under, as ``mục II.1``, or the article's name; None without marks."""
    marks: list[str] = []
    named = ""
    for heading in heading_path:
        marker = find_marker(heading)
        if marker is None or marker.kind in (MarkerKind.MARKDOWN, MarkerKind.BULLET):
            continue
        mark = heading[: marker.end].strip(_MARKS)
        if marker.kind is MarkerKind.NAMED:
            named, marks = mark, []
        elif marks and mark.startswith(f"{marks[-1]}."):
            marks[-1] = mark
        else:
            marks.append(mark)
    section = CITED["section"].format(section=".".join(marks)) if marks else ""
    return ", ".join(part for part in (named, section) if part) or None


def vietnamese_date(iso: str | None) -> str | None:
    """ISO 2021-11-29 as 29/11/2021; anything else as it is."""
    parts = (iso or "").split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else iso  # noqa: PLR2004  year, month, day
