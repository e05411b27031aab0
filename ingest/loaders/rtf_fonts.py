"""Fonts of RTF: what bytes in them mean."""

from dataclasses import dataclass

from ingest.text.encoding import eight_bit_text
from ingest.text.legacy import encoding_of_font

_CODE_PAGES = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RtfFont:
    """One entry of the font table."""

    name: str | None = None
    charset: int = 0


def charset_text(text: str, font: RtfFont) -> str:
    """Bytes (as Latin-1) in the code page of the font.

    Fonts that stand for an old Vietnamese encoding are kept as Windows-1252 whatever charset they claim, and so is
    charset 0: what the bytes mean is decided with the whole document in view.
    """
    page = None if encoding_of_font(font.name) else _CODE_PAGES.get(font.charset)
    raw = text.encode("latin-1", "replace")
    return raw.decode(page, "replace") if page else eight_bit_text(raw)
