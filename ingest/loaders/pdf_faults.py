"""What may be wrong with the text layer of a PDF page, seen from its text alone."""

import re
from enum import Enum, auto

from ingest.loaders.letterhead import mixes_columns
from ingest.loaders.pdf_layout import PageLayout, printed_lines
from ingest.text.damage import ruined_tokens
from ingest.text.folding import fold
from ingest.text.syllables import syllable_validity

_SPARSE_LETTERS = 400
"""A digital signature printed over a scan has 150 to 300; a page of text has 1,500 and more."""

_MIN_ORPHANS = 4
_MIN_ORPHAN_SHARE = 0.02
"""Of the words of a page: lone accented letters. Sound pages have none, torn ones one for every other word."""

_MIN_BROKEN_SHARE = 0.01
"""Of the characters: letters without a name."""

_TORN_VALIDITY = 0.9
_FIRST_ACCENTED = "\u0102"
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
_TWO_COLUMNS = re.compile(r"cong\s+hoa\s+xa\s+hoi|dang\s+cong\s+san|noi\s+nhan")


class Fault(Enum):
    """Why a page is looked at again."""

    ABSENT = auto()
    """No letter and no digit."""
    SPARSE = auto()
    """So little text that the page may be a scan with a stamp."""
    TORN = auto()
    """Letters away from their words."""
    MIXED = auto()
    """Two columns read as one."""
    GARBLED = auto()
    """Letters lost or unnamed."""


def fault_of(layout: PageLayout) -> Fault | None:
    """The first fault found; None for the sound page, which costs about 0.2 ms."""
    text = "".join(fragment.text for fragment in layout.fragments)
    letters = count_letters(text)
    if not letters:
        return Fault.ABSENT
    if _is_torn(text):
        return Fault.TORN
    if is_garbled(text):
        return Fault.GARBLED
    if _TWO_COLUMNS.search(fold(text)) and mixes_columns([line.text for line in printed_lines(layout.fragments)]):
        return Fault.MIXED
    return Fault.SPARSE if letters < _SPARSE_LETTERS else None


def count_letters(text: str) -> int:
    """Letters and digits."""
    return sum(map(str.isalnum, text))


def is_garbled(text: str) -> bool:
    """Whether letters were lost, or have no name, in more than a word here and there."""
    if len(_BROKEN.findall(text)) > _MIN_BROKEN_SHARE * len(text):
        return True
    return bool(ruined_tokens(text)) and syllable_validity(text) < _TORN_VALIDITY


def _is_torn(text: str) -> bool:
    words = text.split()
    orphans = sum(len(word) == 1 and word >= _FIRST_ACCENTED for word in words)
    return (
        orphans >= _MIN_ORPHANS
        and orphans > _MIN_ORPHAN_SHARE * len(words)
        and syllable_validity(text) < _TORN_VALIDITY
    )
