"""The part of a Word file that holds its footnotes or endnotes; python-docx 1.2 does not write one.

Standard: ECMA-376, part 1, 17.11. Ids -1 and 0 are the separators Word wants; notes begin at 1.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from assistant.model import Citation
from assistant.reports.word.elements import Element, element, paragraph, qualified, run, serialised, value
from assistant.reports.word.links import source_link
from assistant.reports.word.notes import NoteKind, SourceNotes, source_name

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
_SEPARATORS = ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
_BEFORE_NOTES = ("headerReference", "footerReference", "footnotePr")
_SETTINGS_AFTER_NOTES = (
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "themeFontLang",
    "clrSchemeMapping",
    "shapeDefaults",
    "decimalSymbol",
    "listSeparator",
)


def first_free_id(document: Any, kind: NoteKind) -> int:  # noqa: ANN401  python-docx is untyped
    """The id the next note of a file takes."""
    part = _part(document, kind)
    return 1 if part is None else max([0, *_ids(etree.fromstring(part.blob), kind)]) + 1


def write_notes(document: Any, notes: SourceNotes, base_address: str) -> None:  # noqa: ANN401
    """Put the notes into the file, behind those it has."""
    kind = notes.kind
    if kind is None or not notes.citations:
        return
    part = _part(document, kind)
    if part is None:
        part = _new_part(document, kind)
    _number_in_figures(document.element.body, kind)
    root = etree.fromstring(part.blob)
    for number, citation in enumerate(notes.citations, start=notes.first_id):
        root.append(_note(kind, number, citation, part, base_address))
    part._blob = serialised(root)  # a part without a class of its own keeps bytes and has no setter


def _number_in_figures(body: Element, kind: NoteKind) -> None:
    """Say so in every section too: LibreOffice looks there."""
    for section in body.iter(qualified("w:sectPr")):
        if section.find(qualified(f"w:{kind.word}Pr")) is None:
            before = [qualified(f"w:{name}") for name in _BEFORE_NOTES]
            place = sum(1 for one in section if one.tag in before)
            section.insert(place, element(f"w:{kind.word}Pr", None, [value("w:numFmt", "decimal")]))


def hyperlink(part: Any, address: str, text: str) -> list[Element]:  # noqa: ANN401
    """A link to an address outside the file, or plain text where there is none."""
    if not address:
        return [run(text)]
    relation = part.relate_to(address, _RELATION.format("hyperlink"), is_external=True)
    return [element("w:hyperlink", {"r:id": relation, "history": 1}, [run(text, value("w:rStyle", "Hyperlink"))])]


def _note(kind: NoteKind, number: int, citation: Citation, part: Any, base_address: str) -> Element:  # noqa: ANN401
    return element(
        f"w:{kind.word}",
        {"id": number},
        [paragraph(f"{kind.title}Text", _note_runs(kind, citation, part, base_address))],
    )


def _note_runs(kind: NoteKind, citation: Citation, part: Any, base_address: str) -> Iterator[Element]:  # noqa: ANN401
    style = element("w:rPr", None, [value("w:rStyle", f"{kind.title}Reference"), value("w:vertAlign", "superscript")])
    yield element("w:r", None, [style, element(f"w:{kind.word}Ref")])
    yield run(" ")
    yield from hyperlink(part, source_link(citation, base_address), source_name(citation))
    yield run(f": “{' '.join(citation.quote.split())}”")


def _part(document: Any, kind: NoteKind) -> Any:  # noqa: ANN401
    relation = _RELATION.format(f"{kind.word}s")
    return next((rel.target_part for rel in document.part.rels.values() if rel.reltype == relation), None)


def _new_part(document: Any, kind: NoteKind) -> Any:  # noqa: ANN401
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    root = element(f"w:{kind.word}s", None, [_separator(kind, *one) for one in _SEPARATORS])
    part = Part(PackURI(f"/word/{kind.word}s.xml"), _TYPE.format(kind.word), serialised(root), document.part.package)
    document.part.relate_to(part, _RELATION.format(f"{kind.word}s"))
    _declare_separators(document.settings.element, kind)
    return part


def _separator(kind: NoteKind, number: int, kind_of: str, content: str) -> Element:
    spacing = element("w:spacing", {"after": 0, "line": 240, "lineRule": "auto"})
    body = element("w:p", None, [element("w:pPr", None, [spacing]), element("w:r", None, [element(f"w:{content}")])])
    return element(f"w:{kind.word}", {"type": kind_of, "id": number}, [body])


def _declare_separators(settings: Element, kind: NoteKind) -> None:
    name = f"{kind.word}Pr"
    if settings.find(qualified(f"w:{name}")) is not None:
        return
    # endnotes are numbered i, ii, iii unless told otherwise
    figures = [value("w:numFmt", "decimal")]
    separators = [element(f"w:{kind.word}", {"id": number}) for number, _, _ in _SEPARATORS]
    declared = element(f"w:{name}", None, [*figures, *separators])
    after = [qualified(f"w:{one}") for one in _SETTINGS_AFTER_NOTES if one != name]
    place = next((index for index, one in enumerate(settings) if one.tag in after), len(settings))
    settings.insert(place, declared)


def _ids(root: Element, kind: NoteKind) -> Iterator[int]:
    for note in root.iter(qualified(f"w:{kind.word}")):
        number = note.get(qualified("w:id"), "")
        if number.lstrip("-").isdigit():
            yield int(number)
