"""What a file says about itself: title, author, and that a machine drafted it."""

import re
from typing import Any

from lxml import etree

from assistant.messages_vi.names import APP_NAME
from assistant.reports.model import ReportDraft
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.texts_vi import DRAFT_MARK, DRAFT_PROPERTY
from ingest.text.xml_legal import legal_xml

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Of user-defined properties (MS-OLEPS)."""
_LONGEST = 255


def write_properties(document: Any, draft: ReportDraft, options: ExportOptions) -> None:  # noqa: ANN401
    """Core properties and the custom property that marks a machine's draft."""
    core = document.core_properties
    name = f"{draft.type_name.capitalize()}: {draft.title}" if draft.type_name else draft.title
    core.title = _short(name)
    core.subject = _short(f"{draft.request.unit}, {draft.request.period}")
    core.author = core.last_modified_by = APP_NAME
    core.comments = core.content_status = DRAFT_MARK
    core.language = "vi-VN"
    if options.created is not None:
        core.created = core.modified = options.created
    _mark(document.part.package)


def _mark(package: Any) -> None:  # noqa: ANN401
    part = next((rel.target_part for rel in package.rels.values() if rel.reltype == _RELATION), None)
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VARIANT})
    if part is not None:
        root = etree.fromstring(part.blob)
    for old in [one for one in root if one.get("name") == DRAFT_PROPERTY]:
        root.remove(old)
    numbers = [int(one.get("pid", "1")) for one in root if re.fullmatch(r"\d{1,9}", one.get("pid", ""))]
    made = etree.SubElement(root, f"{{{_CUSTOM}}}property")
    made.set("fmtid", _FORMAT_ID)
    made.set("pid", str(max([1, *numbers]) + 1))
    made.set("name", DRAFT_PROPERTY)
    etree.SubElement(made, f"{{{_VARIANT}}}lpwstr").text = DRAFT_MARK
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if part is None:
        from docx.opc.packuri import PackURI  # noqa: PLC0415
        from docx.opc.part import Part  # noqa: PLC0415

        package.relate_to(Part(PackURI("/docProps/custom.xml"), _TYPE, written, package), _RELATION)
    else:
        part._blob = written  # a part without a class of its own keeps bytes and has no setter


def _short(text: str) -> str:
    return legal_xml(" ".join(text.split()))[:_LONGEST]
