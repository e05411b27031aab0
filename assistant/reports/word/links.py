"""The address of a cited place in the running application."""

from urllib.parse import quote, urlencode, urlsplit

from assistant.model import Citation

SOURCE_PATH = "/nguon"


def source_link(citation: Citation, base_address: str) -> str:
    """Where the place opens with its sentence marked; empty without a usable base address.

    :param base_address: such as http://may-chu:7860.
    """
    base = base_address.strip().rstrip("/")
    try:
        parts = urlsplit(base)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    place = {"trang": citation.page, "tu": citation.char_start, "den": citation.char_end}
    return f"{base}{SOURCE_PATH}/{quote(citation.document_id, safe='')}?{urlencode(place)}"
