"""The table of formats: who reads what, under which extensions; the bytes decide, the name only helps."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.loaders.csv_table import read_csv
from ingest.loaders.doc import read_doc
from ingest.loaders.docx import read_docx
from ingest.loaders.eml import read_eml, read_mhtml
from ingest.loaders.extracted import Extracted
from ingest.loaders.html import read_html
from ingest.loaders.images import read_image
from ingest.loaders.markdown import read_markdown
from ingest.loaders.msg import read_msg
from ingest.loaders.pdf import read_pdf
from ingest.loaders.ppt import read_ppt
from ingest.loaders.pptx import read_pptx
from ingest.loaders.rtf import read_rtf
from ingest.loaders.text import read_text
from ingest.loaders.xls import read_xls
from ingest.loaders.xlsx import read_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """One format and its reader."""

    name: str
    """As ``signatures.detect_format`` calls it; plain texts have no signature and are told by their extension."""
    media_type: str
    extensions: tuple[str, ...]
    """With their dot, in lower case."""
    read: Callable[[bytes], Extracted]
    binary: bool = False
    """Text under this extension is something else; the larger limit of size applies."""


FORMATS: tuple[Format, ...] = (
    Format("txt", "text/plain", (".txt",), read_text),
    Format("eml", "message/rfc822", (".eml",), read_eml, binary=True),
    Format("msg", "application/vnd.ms-outlook", (".msg",), read_msg, binary=True),
    Format("mhtml", "multipart/related", (".mhtml", ".mht"), read_mhtml, binary=True),
    Format("md", "text/markdown", (".md",), read_markdown),
    Format("html", "text/html", (".html", ".htm"), read_html),
    Format("csv", "text/csv", (".csv", ".tsv"), read_csv),
    Format("pdf", "application/pdf", (".pdf",), read_pdf, binary=True),
    Format("jpeg", "image/jpeg", (".jpg", ".jpeg"), read_image, binary=True),
    Format("png", "image/png", (".png",), read_image, binary=True),
    Format("tiff", "image/tiff", (".tif", ".tiff"), read_image, binary=True),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (".xlsx", ".xlsm"),
        read_xlsx,
        binary=True,
    ),
    Format(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        (".pptx", ".ppsx"),
        read_pptx,
        binary=True,
    ),
    Format("xls", "application/vnd.ms-excel", (".xls",), read_xls, binary=True),
    Format("ppt", "application/vnd.ms-powerpoint", (".ppt", ".pps"), read_ppt, binary=True),
    Format("rtf", "application/rtf", (".rtf",), read_rtf, binary=True),
    Format("doc", "application/msword", (".doc",), read_doc, binary=True),
    Format(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
        read_docx,
        binary=True,
    ),
)
BY_NAME = {form.name: form for form in FORMATS}
BY_EXTENSION = {extension: form for form in FORMATS for extension in form.extensions}
JSONL, ZIP = ".jsonl", ".zip"
SUPPORTED_EXTENSIONS = tuple(sorted([*BY_EXTENSION, JSONL, ZIP]))
"""Extensions with their dot, in lower case; those of many documents in one file included."""
