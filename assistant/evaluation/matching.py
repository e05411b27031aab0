"""When two Vietnamese strings are the same fact: tone position, quotation marks, dashes, case and spaces aside."""

import re
import unicodedata

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_SAME = str.maketrans({**dict.fromkeys("“”«»„″'‘’`", '"'), **dict.fromkeys("–—‐‑−", "-"), "\u00a0": " ", "\u200b": ""})
_SPACES = re.compile(r"\s+")
_DASH = re.compile(r"\s*-\s*")


def match_key(text: str) -> str:
    """The key two spellings of one fact share: each syllable without its tone, then the tone's number."""
    decomposed = unicodedata.normalize("NFD", text.translate(_SAME).lower())
    toned = re.sub(r"(?:[^\W\d_]|[\u0300-\u036f])+", lambda match: _syllable(match.group()), decomposed)
    return _DASH.sub("-", _SPACES.sub(" ", toned)).strip()


def contains(text: str, fact: str) -> bool:
    """Whether ``fact`` stands in ``text``, not as a part of a longer number or word."""
    found = re.search(rf"(?<!\w){re.escape(match_key(fact).strip(' .'))}(?!\w)", match_key(text))
    return found is not None


def _syllable(decomposed: str) -> str:
    tone = "".join(_TONES[char] for char in decomposed if char in _TONES)
    bare = "".join(char for char in decomposed if char not in _TONES)
    return unicodedata.normalize("NFC", bare) + tone
