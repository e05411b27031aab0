"""The addresses of our own pages: the source viewer and the original file."""

from urllib.parse import quote, urlencode

SOURCE_PATH = "/nguon"
ORIGINAL_PATH = "/tep"
CARD_PATH = "/the"
CONVERSATION_PATH = "/cuoc-tro-chuyen"
DRAFT_PATH = "/soan-bao-cao"
CHECK_PATH = "/kiem-chung"
ASK_PATH = "/hoi"
STATIC_PATH = "/giao-dien"
PDF = "application/pdf"


def source_address(
    document_id: str, page: int, char_start: int | None = None, char_end: int | None = None, *, key: str = ""
) -> str:
    """Where a page of a document is shown, with the characters to mark; stays valid after a re-index.

    :param key: first and last words of the quote, by which it is found again should the text be read anew.
    """
    query: dict[str, int | str] = {"trang": page}
    if char_start is not None and char_end is not None:
        query |= {"tu": char_start, "den": char_end}
        if key:
            query["q"] = key
    return f"{SOURCE_PATH}/{quote(document_id, safe='')}?{urlencode(query)}"


def original_address(document_id: str, media_type: str, page: int | None = None) -> str:
    """Where the original file is served; a PDF opens at its page."""
    fragment = f"#page={page}" if page is not None and media_type == PDF else ""
    return f"{ORIGINAL_PATH}/{quote(document_id, safe='')}{fragment}"


def picture_address(document_id: str, page: int, dpi: int) -> str:
    """Where the picture of a page is served."""
    return f"{SOURCE_PATH}/{quote(document_id, safe='')}/{page}.png?dpi={dpi}"


def card_address(document_id: str) -> str:
    """Where the identity card of a document is shown and changed."""
    return f"{CARD_PATH}/{quote(document_id, safe='')}"


def conversation_file_address(conversation_id: str, kind: str) -> str:
    """Where a conversation is served as a file; ``kind`` is docx or md."""
    return f"{CONVERSATION_PATH}/{quote(conversation_id, safe='')}.{kind}"


def draft_screen_address(draft_id: str) -> str:
    """The application's page with a draft open."""
    return f"/?{urlencode({'nhap': draft_id})}"


def draft_file_address(draft_id: str, kind: str) -> str:
    """Where a draft is served as a file; ``kind`` is docx (the report) or xlsx (its facts)."""
    return f"{DRAFT_PATH}/{quote(draft_id, safe='')}.{kind}"


def check_file_address(check_id: str, kind: str) -> str:
    """Where a checked draft is served as a file; ``kind`` is docx or xlsx."""
    return f"{CHECK_PATH}/{quote(check_id, safe='')}.{kind}"
