"""Templates, slide shows and files with macros are read as what they are."""

import io
import zipfile

import docx
import pptx
import pytest

from ingest.loaders.docx import read_docx
from ingest.loaders.office_variants import as_plain_kind
from ingest.loaders.pptx import read_pptx

WORD = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = b"openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    "kind",
    [
        b"ms-word.document.macroEnabled.main+xml",
        b"ms-word.template.macroEnabledTemplate.main+xml",
        b"openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_words_other_kinds_are_read(kind: bytes) -> None:
    (page,) = read_docx(_called(_word_file(), WORD, kind)).pages
    assert "Hội có 45 hội viên." in page.text


@pytest.mark.parametrize(
    "kind",
    [
        b"ms-powerpoint.presentation.macroEnabled.main+xml",
        b"ms-powerpoint.slideshow.macroEnabled.main+xml",
        b"openxmlformats-officedocument.presentationml.template.main+xml",
    ],
)
def test_powerpoints_other_kinds_are_read(kind: bytes) -> None:
    (page,) = read_pptx(_called(_slides_file(), SLIDES, kind)).pages
    assert "Tập huấn chi hội trưởng" in page.text


def test_a_plain_document_stays_as_it_is() -> None:
    data = _word_file()
    assert as_plain_kind(data) is data


def _word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("Hội có 45 hội viên.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _slides_file() -> bytes:
    slides = pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    slide.shapes.title.text = "Tập huấn chi hội trưởng"
    buffer = io.BytesIO()
    slides.save(buffer)
    return buffer.getvalue()


def _called(data: bytes, plain: bytes, kind: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(plain, kind) if name == "[Content_Types].xml" else part)
    return buffer.getvalue()
