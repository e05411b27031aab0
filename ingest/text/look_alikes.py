"""Letters drawn alike and the name of the country misspelt by broken fonts (linguistic table).

Source: ð for đ is in the archives of large newspapers, ƣ for ư in PDFs of Word 2003, "CỘNG HÕA" wherever capitals of
TCVN3 were converted letter by letter. Every replacement has the length of what it replaces.
"""

import re

from ingest.text.folding import fold
from ingest.text.syllables import syllable_validity

_LETTERS = str.maketrans("ðÐƉƣƢ", "đĐĐưƯ")
_MARKS = re.compile("[ðÐƉƣƢ]")
_MIN_VALIDITY = 0.6
"""Of the text with its letters replaced: Icelandic stays below 0.3."""

_PHRASES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập - Tự do - Hạnh phúc",
)
_WRITTEN = {fold(phrase): phrase for phrase in _PHRASES}
_ANY_PHRASE = re.compile("|".join(map(re.escape, _WRITTEN)))


def settle_letters(text: str) -> str:
    """The text with đ and ư for their look-alikes, if it is Vietnamese then."""
    if not _MARKS.search(text):
        return text
    settled = text.translate(_LETTERS)
    return settled if syllable_validity(settled) >= _MIN_VALIDITY else text


def settle_motto(text: str) -> str:
    """The country's name and motto as they are written, where only accents differ; "HOÀ" is no error."""
    folded = fold(text)
    for match in reversed(list(_ANY_PHRASE.finditer(folded))):
        found = text[match.start() : match.end()]
        written = _as_written(found, match.group())
        if written is not None and not found.isascii():
            text = text[: match.start()] + written + text[match.end() :]
    return text


def _as_written(found: str, key: str) -> str | None:
    """The phrase in the case of what was found; None where that is right already or has a case of its own."""
    for phrase in _PHRASES:
        if fold(phrase) != key or [char.isupper() for char in phrase] != [char.isupper() for char in found]:
            continue
        modern = phrase.replace("HÒA", "HOÀ").replace("hòa", "hoà")
        return None if found in {phrase, modern} else phrase
    return None
