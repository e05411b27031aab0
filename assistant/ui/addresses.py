"""The addresses of our own pages: the source viewer and the original file."""

from urllib.parse import quote, urlencode

SOURCE_PATH = "/nguon"
ORIGINAL_PATH = "/tep"
CARD_PATH = "/the"
STATIC_PATH = "/giao-dien"
PDF = "application/pdf"


def source_address(document_id: str, page: int, char_start: int | None = None, char_end: int | None = None) -> str:
    """Where a page of a document is shown, with the characters to mark; stays valid after a re-index."""
    query: dict[str, int] = {"trang": page}
    if char_start is not None and char_end is not None:
        query |= {"tu": char_start, "den": char_end}
    return f"{SOURCE_PATH}/{quote(document_id, safe='')}?{urlencode(query)}"


def original_address(document_id: str, media_type: str, page: int | None = None) -> str:
    """Where the original file is served; a PDF opens at its page."""
    fragment = f"#page={page}" if page is not None and media_type == PDF else ""
    return f"{ORIGINAL_PATH}/{quote(document_id, safe='')}{fragment}"


def card_address(document_id: str) -> str:
    """Where the identity card of a document is shown and changed."""
    return f"{CARD_PATH}/{quote(document_id, safe='')}"
