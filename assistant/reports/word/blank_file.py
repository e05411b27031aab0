"""An empty Word file with the styles of a profile; everything else is added to it."""

import io
import zipfile
from typing import Any

from assistant.reports.word.elements import element, serialised, value
from assistant.reports.word.page_setup import section_properties
from assistant.reports.word.profile import Profile
from assistant.reports.word.styles import styles_part

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_2013 = 15
"""Without it Word opens the file in compatibility mode."""


def blank_document(profile: Profile) -> Any:  # noqa: ANN401  python-docx is untyped
    """A python-docx document: one section of the profile's sheet, no paragraph."""
    # python-docx takes a quarter of a second to import, and most starts never export
    from docx import Document  # noqa: PLC0415

    return Document(io.BytesIO(_package(profile)))


def _package(profile: Profile) -> bytes:
    body = element("w:body", None, [section_properties(profile.page)])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", _relations((("officeDocument", "word/document.xml"),)))
        archive.writestr("word/document.xml", serialised(element("w:document", None, [body])))
        archive.writestr("word/styles.xml", styles_part(profile))
        archive.writestr("word/settings.xml", _settings())
        parts = (("styles", "styles.xml"), ("settings", "settings.xml"))
        archive.writestr("word/_rels/document.xml.rels", _relations(parts))
    return written.getvalue()


def _settings() -> bytes:
    compatibility = element(
        "w:compatSetting",
        {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": _WORD_2013},
    )
    return serialised(
        element(
            "w:settings",
            None,
            [
                element("w:zoom", {"percent": 100}),
                value("w:defaultTabStop", 720),
                value("w:characterSpacingControl", "doNotCompress"),
                element("w:compat", None, [compatibility]),
                element("w:themeFontLang", {"val": "vi-VN"}),
            ],
        )
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("settings", "settings"))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: tuple[tuple[str, str], ...]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, start=1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
    )
