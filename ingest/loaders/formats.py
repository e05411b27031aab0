"""The table of formats: who reads what, under which extensions; the bytes decide, the name only helps."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias, cast

from ingest.loaders.extracted import Extracted

_Reader: TypeAlias = Callable[[bytes], Extracted]


def _later(module: str, name: str) -> _Reader:
    """A reader that is imported when its first file comes: the libraries of all of them take half a second."""

    def read(data: bytes) -> Extracted:
        return cast("_Reader", getattr(import_module(module), name))(data)

    return read


@dataclass(frozen=True, slots=True)
class Format:
    """One format and its reader."""

    name: str
    """As ``signatures.detect_format`` calls it; plain texts have no signature and are told by their extension."""
    media_type: str
    extensions: tuple[str, ...]
    """With their dot, in lower case."""
    read: _Reader
    binary: bool = False
    """Text under this extension is something else; the larger limit of size applies."""


_IMAGES = _later("ingest.loaders.images", "read_image")
FORMATS: tuple[Format, ...] = (
    Format("txt", "text/plain", (".txt",), _later("ingest.loaders.text", "read_text")),
    Format("eml", "message/rfc822", (".eml",), _later("ingest.loaders.eml", "read_eml"), binary=True),
    Format("msg", "application/vnd.ms-outlook", (".msg",), _later("ingest.loaders.msg", "read_msg"), binary=True),
    Format("mhtml", "multipart/related", (".mhtml", ".mht"), _later("ingest.loaders.eml", "read_mhtml"), binary=True),
    Format("md", "text/markdown", (".md",), _later("ingest.loaders.markdown", "read_markdown")),
    Format("html", "text/html", (".html", ".htm"), _later("ingest.loaders.html", "read_html")),
    Format("csv", "text/csv", (".csv", ".tsv"), _later("ingest.loaders.csv_table", "read_csv")),
    Format("pdf", "application/pdf", (".pdf",), _later("ingest.loaders.pdf", "read_pdf"), binary=True),
    Format("jpeg", "image/jpeg", (".jpg", ".jpeg", ".jfif"), _IMAGES, binary=True),
    Format("png", "image/png", (".png",), _IMAGES, binary=True),
    Format("tiff", "image/tiff", (".tif", ".tiff"), _IMAGES, binary=True),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (".xlsx", ".xlsm", ".xltx", ".xltm"),
        _later("ingest.loaders.xlsx", "read_xlsx"),
        binary=True,
    ),
    Format(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        (".pptx", ".ppsx", ".pptm", ".ppsm", ".potx", ".potm"),
        _later("ingest.loaders.pptx", "read_pptx"),
        binary=True,
    ),
    Format("xls", "application/vnd.ms-excel", (".xls", ".xlt"), _later("ingest.loaders.xls", "read_xls"), binary=True),
    Format(
        "ppt", "application/vnd.ms-powerpoint", (".ppt", ".pps"), _later("ingest.loaders.ppt", "read_ppt"), binary=True
    ),
    Format("rtf", "application/rtf", (".rtf",), _later("ingest.loaders.rtf", "read_rtf"), binary=True),
    Format("doc", "application/msword", (".doc", ".dot"), _later("ingest.loaders.doc", "read_doc"), binary=True),
    Format(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx", ".docm", ".dotx", ".dotm"),
        _later("ingest.loaders.docx", "read_docx"),
        binary=True,
    ),
)
BY_NAME = {form.name: form for form in FORMATS}
BY_EXTENSION = {extension: form for form in FORMATS for extension in form.extensions}
JSONL, ZIP = ".jsonl", ".zip"
SUPPORTED_EXTENSIONS = tuple(sorted([*BY_EXTENSION, JSONL, ZIP]))
"""Extensions with their dot, in lower case; those of many documents in one file included."""
