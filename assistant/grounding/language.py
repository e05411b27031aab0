"""Tells Vietnamese from anything else by its diacritics."""

import re
import unicodedata

from ingest.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 6
"""Below this a sentence may be a list of names."""
_LEAST_SHARE = 0.15
"""Running Vietnamese marks 0.7 to 0.8 of its syllables, a sentence full of foreign names 0.2, English none."""

_MOST_FOREIGN = 1
"""Letters of another script: one may be a symbol such as µ, two are a word."""


def is_vietnamese(text: str, source: str = "") -> bool:
    """Whether a text can pass as accented Vietnamese; one too short to tell passes unless it is in another script.

    :param source: What the text was written from; letters of another script that stand there may be quoted.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    letters = {char for word in words for char in word if not unicodedata.name(char, "").startswith("LATIN")}
    foreign = sum(text.count(char) for char in letters - set(source))
    if foreign > _MOST_FOREIGN:
        return False
    marked = sum(fold(word) != word.lower() for word in words)
    return len(words) < _LEAST_WORDS or marked >= _LEAST_SHARE * len(words)
