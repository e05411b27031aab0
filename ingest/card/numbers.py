"""A document's own number in its letterhead: a linguistic table; a form whose number is left blank has none."""

import re

from ingest.document_numbers import TYPE_LETTERS, document_numbers
from ingest.document_types import BY_SYMBOL, LETTER

_LABEL = re.compile(
    r"(?:Luật|LUẬT|Pháp lệnh|PHÁP LỆNH|Nghị quyết|NGHỊ QUYẾT|Bản án|BẢN ÁN)\s+(?:số|SỐ)\s*:\s*(?=\d)"
    r"|(?:S\s?ố|SỐ)\s*[:.]?\s*(?=[\dOlI])|[Ss]\s?[^\W_]\s*:\s*(?=[\dOlI])"
)
_GAP = r"[ ]{0,3}"
_DASH = rf"{_GAP}[-–—]{_GAP}"
_SLASH = rf"{_GAP}/{_GAP}"
_DIGITS = r"(?=[OlI]{0,2} ?\d|\d)[\dOlI](?: ?[\dOlI]){0,5}[a-z]?"
_CODE = r"[A-ZĐƯ][A-ZĐƯa-zđư]{0,11}\d{0,3}(?:&[A-ZĐ]+)?"
_OWN = re.compile(
    rf"(?P<so>{_DIGITS})(?:{_SLASH}(?P<nam>(?:19|20)\d\d))?(?:{_SLASH}|{_DASH}|(?P<loose> )(?=(?:{TYPE_LETTERS})/))"
    rf"(?P<code>{_CODE}(?:(?:{_SLASH}|{_DASH}|\.){_CODE})*)"
)
_MISREAD = str.maketrans("OlI", "011")
_LEADING = re.compile(r"[\dOlI]+(?=[a-z]?[/-])")
_BLANK_NUMBER = re.compile(
    rf"S\s?ố\s*:?[\s.…_]*(?:/\s*(?:19|20)?[\d.…]*\s*/?\s*|[-–]\s*)(?P<type>{TYPE_LETTERS})(?!\w)", re.IGNORECASE
)


def own_number(text: str) -> tuple[int, int] | None:
    """[start, end) of the number in ``Số: 45/BC-BTV``, or of a text that is nothing but a number."""
    label = _LABEL.match(text)
    if label is None:
        found = document_numbers(text)
        return (0, len(text)) if len(found) == 1 and found[0].text == text else None
    match = _OWN.match(text, label.end())
    if match is None:
        return None
    return match.start(), match.end()


def plain_number(written: str) -> str:
    """Without spaces, dashes alike: 09/BC-BTV."""
    bare = re.sub(r"[–—]", "-", re.sub(r"\s(?=[A-ZĐ]+/)", "-", written.strip(), count=0))
    bare = re.sub(r"\s", "", bare)
    lead = _LEADING.match(bare)
    return bare if lead is None else lead.group().translate(_MISREAD) + bare[lead.end() :]


def number_key(number: str) -> str:
    """For comparing numbers: without spaces and leading zeros, in capitals: 9/BC-BTV."""
    return re.sub(r"\s", "", number).replace("–", "-").replace("—", "-").lstrip("0").upper()


def type_in(number: str) -> str | None:
    """The type its symbol stands for; a number without one is that of an official letter."""
    parts = re.split(r"[/\-.]", plain_number(number))
    symbols = [part for part in parts[1:] if not part.isdigit()]
    if not symbols:
        return None
    if symbols[0] in BY_SYMBOL:
        return BY_SYMBOL[symbols[0]]
    laws = {"L": "Luật", "PL": "Pháp lệnh", "TT": "Thông tư"}
    if symbols[0] in laws:
        return laws[symbols[0]]
    return LETTER if re.fullmatch(r"\d+[a-z]?/[A-ZĐ]{2,}(?:-\S+)?", plain_number(number)) else None


def type_of_blank(text: str) -> str | None:
    """The type of a form whose number is left open: ``Số:    /KH-BTV``."""
    match = _BLANK_NUMBER.match(text)
    return BY_SYMBOL.get(match["type"]) if match else None
