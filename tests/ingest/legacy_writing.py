"""Writing text the way programs of the 1990s did, for tests."""

import unicodedata

from ingest.text.legacy_tables import TCVN3_LETTERS, VISCII_LETTERS, VNI_LETTERS, VPS_LETTERS

TONES = "\u0300\u0301\u0303\u0309\u0323"
_VIQR = {
    "\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~",
    "\u0323": ".",
}  # fmt: skip


def _inverse(letters: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for shown, letter in letters.items():
        if all(ord(char) < 256 for char in shown):
            found.setdefault(letter, shown)
    return found


_TABLES = {
    "tcvn3": _inverse(TCVN3_LETTERS),
    "vni": _inverse(VNI_LETTERS),
    "vps": _inverse(VPS_LETTERS),
    "viscii": _inverse(VISCII_LETTERS),
}


def written(text: str, encoding: str) -> str:
    """What a program shows that takes the bytes of ``text`` in ``encoding`` for Latin-1."""
    table = _TABLES[encoding]
    return "".join(table.get(char, table.get(char.lower(), char)) for char in text)


def windows_1258(text: str) -> bytes:
    """The way Windows wrote it: base letters ready made, tones after them."""
    out = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = "".join(part for part in parts if part not in TONES)
        out += unicodedata.normalize("NFC", base) + "".join(part for part in parts if part in TONES)
    return out.encode("cp1258")


def viqr(text: str) -> bytes:
    """Seven-bit Vietnamese: shape marks, then tones."""
    out = ""
    for char in text:
        if char in "đĐ":
            out += "dd" if char == "đ" else "DD"
            continue
        parts = sorted(unicodedata.normalize("NFD", char), key=TONES.__contains__)
        out += "".join(_VIQR.get(part, part) for part in parts)
    return out.encode("ascii")
