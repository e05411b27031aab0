"""Vietnamese encodings from before Unicode: a linguistic table.

Each table leads from what a program shows that takes the bytes for Latin-1 to the letters they stood for.
Sources: UniKey's engine (``vn-input/ibus-unikey``, ``data.cpp``), RFC 1456 for VISCII and VIQR; TCVN3 and VISCII
agree with glibc's iconv.
"""

TCVN3 = "tcvn3"
VNI = "vni"
VPS = "vps"
VISCII = "viscii"
VIQR = "viqr"
CP1258 = "cp1258"
MOJIBAKE = "mojibake"
"""UTF-8 taken for Windows-1252."""
UNICODE = "unicode"


def _bytes_table(first: int, letters: str) -> dict[str, str]:
    """Letters of consecutive codes; a dot where there is none."""
    return {chr(first + at): letter for at, letter in enumerate(letters) if letter != "."}


TCVN3_LETTERS: dict[str, str] = {
    **_bytes_table(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    **_bytes_table(0xB5, "àảãáạ.ằẳẵắ"),
    **_bytes_table(0xC6, "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"),
    # the micro sign also comes as the Greek letter
    "\u03bc": "à",
}
"""Capitals with a tone have no codes: they are small letters in a font whose name ends with H."""

VPS_LETTERS: dict[str, str] = {
    **_bytes_table(0x80, "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ"),
    **_bytes_table(
        0xA1, "ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ"
    ),
}

VISCII_LETTERS: dict[str, str] = {
    "\x02": "Ẳ", "\x05": "Ẵ", "\x06": "Ẫ", "\x14": "Ỷ", "\x19": "Ỹ", "\x1e": "Ỵ",
    **_bytes_table(0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
    **_bytes_table(0xA0, "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"),
    **_bytes_table(0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    **_bytes_table(0xE0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"),
}  # fmt: skip

_VNI_MARKS = {
    # base letters, then the marks and the letters they make of each base
    "aeouy": {"ù": "áéóúý", "ø": "àèòùỳ", "û": "ảẻỏủỷ", "õ": "ãẽõũỹ", "ï": "ạẹọụỵ"},
    "aeo": {"á": "ấếố", "à": "ầềồ", "å": "ẩểổ", "ã": "ẫễỗ", "ä": "ậệộ", "â": "âêô"},
    "a": {"é": "ắ", "è": "ằ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ", "ê": "ă"},
    "ôö": {"ù": "ớứ", "ø": "ờừ", "û": "ởử", "õ": "ỡữ", "ï": "ợự"},
    "i": {"ù": "í", "ø": "ì", "û": "ỉ", "õ": "ĩ", "ï": "ị"},
}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _vni() -> dict[str, str]:
    """Base and mark in any mixture of cases: the base letter decides."""
    table = {**_VNI_SINGLE, **{shown.upper(): letter.upper() for shown, letter in _VNI_SINGLE.items()}}
    for bases, marks in _VNI_MARKS.items():
        for mark, letters in marks.items():
            for base, letter in zip(bases, letters, strict=True):
                for either in (mark, mark.upper()):
                    table[base + either] = letter
                    table[base.upper() + either] = letter.upper()
    return table


VNI_LETTERS: dict[str, str] = _vni()
"""One or two characters; the longer is tried first."""

VIQR_SHAPES = {"a^": "â", "a(": "ă", "e^": "ê", "o^": "ô", "o+": "ơ", "u+": "ư", "dd": "đ"}
VIQR_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}

FONT_NAMES: tuple[tuple[str, str], ...] = (
    # beginnings of font names in lower case, as makers of these fonts named them
    (".vn", TCVN3),
    ("vni", VNI),
    ("vps", VPS),
)
