"""The parts of an office's Word file: opened with care, walked through for text, given marks and note styles."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from lxml import etree

from assistant.errors import WordTemplateError
from assistant.reports.word.elements import Element, element, paragraph, qualified, run, serialised, value
from assistant.reports.word.profile import Profile
from assistant.reports.word.styles import fonts, note_styles, run_properties
from assistant.reports.word.texts_vi import DRAFT_MARK
from ingest.loaders.docx_package import PackageFault, package_fault

_TEMPLATE_TYPE, _DOCUMENT_TYPE = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"

TextPart: TypeAlias = tuple[str, Element, Callable[[], None]]
"""Kind of the part (body, header, footer, footnotes, endnotes), its root, and how it is put back."""


def open_template(data: bytes) -> Any:  # noqa: ANN401  python-docx is untyped
    """A python-docx document; a .dotx is opened as the .docx it makes.

    :raises WordTemplateError: damaged, a bomb, with links to elsewhere, or with code.
    """
    fault = package_fault(data)
    if fault is not None:
        raise WordTemplateError(problem=fault.fault.value, where=fault.where or "word/document.xml")
    from docx import Document  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    try:
        return Document(io.BytesIO(_as_document(data)))
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise WordTemplateError(problem=PackageFault.DAMAGED.value, where=type(error).__name__) from error


def text_parts(document: Any) -> Iterator[TextPart]:  # noqa: ANN401
    """The body, then running heads, then notes."""
    yield "body", document.element.body, _already_there
    for part in list(document.part.package.iter_parts()):
        kind = part.content_type.rpartition(".")[2].removesuffix("+xml")
        if kind in ("header", "footer"):
            # python-docx keeps heads as trees; some producers' heads it keeps as bytes
            root = getattr(part, "element", None)
            yield (kind, root, _already_there) if root is not None else _bytes_part(kind, part)
        elif kind in ("footnotes", "endnotes"):
            yield _bytes_part(kind, part)


def add_note_styles(document: Any, profile: Profile) -> None:  # noqa: ANN401
    """The styles notes are set in, where the office's file lacks them."""
    styles = document.styles.element
    known = {one.get(qualified("w:styleId")) for one in styles.iter(qualified("w:style"))}
    for style in note_styles(profile):
        if style.get(qualified("w:styleId")) not in known:
            for based in style.findall(qualified("w:basedOn")):
                style.remove(based)
            styles.append(style)


def add_draft_mark(document: Any, profile: Profile) -> None:  # noqa: ANN401
    """The mark of a machine's draft on top of every running head; heads keep what they have."""
    for place, section in enumerate(document.sections):
        heads = [section.header]
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            heads.append(section.even_page_header)
        for head in heads:
            if head.is_linked_to_previous and place:
                continue
            root = head._element if not head.is_linked_to_previous else _new_head(head)
            if DRAFT_MARK not in "".join(root.itertext()):
                root.insert(0, _mark(profile))


def _new_head(head: Any) -> Element:  # noqa: ANN401
    head.is_linked_to_previous = False
    return head._element


def _mark(profile: Profile) -> Element:
    style = profile.styles.mark
    looks = [fonts(profile.font), *run_properties(style.size_pt, bold=style.bold, italic=style.italic)]
    made = paragraph("Header", [run(DRAFT_MARK, *looks)], value("w:jc", style.align))
    made.find(qualified("w:pPr")).insert(1, element("w:spacing", {"before": 0, "after": 0}))
    return made


def _bytes_part(kind: str, part: Any) -> TextPart:  # noqa: ANN401
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))

    def save() -> None:
        part._blob = serialised(root)

    return kind, root, save


def _already_there() -> None:
    """python-docx writes what it holds as a tree."""


def _as_document(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read(_TYPES)
        if _TEMPLATE_TYPE not in types:
            return data
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as copied:
            for member in archive.infolist():
                content = archive.read(member)
                changed = content.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if member.filename == _TYPES else content
                copied.writestr(member.filename, changed)
    return written.getvalue()
