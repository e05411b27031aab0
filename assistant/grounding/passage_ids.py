"""Short opaque ids for the passages of a prompt: a model can copy them, and cannot make sense of them."""

import hashlib
import itertools
import re
from collections.abc import Sequence

_LETTERS = "bcdghkmnpqrstvx"
_DIGITS = "23456789"
ID_SHAPE = re.compile(rf"[{_LETTERS}][{_DIGITS}][{_LETTERS}][{_DIGITS}]", re.IGNORECASE)
"""Consonant, digit, consonant, digit: no word, no figure and no document number looks like it."""


def passage_ids(texts: Sequence[str], avoid: str = "") -> tuple[str, ...]:
    """One id per text, from its content, all different, and none of them anywhere in the texts or in ``avoid``.

    Because an id never stands in what the model reads as data, a document cannot cite on another one's behalf.
    """
    taken: set[str] = set()
    shown = "\n".join((*texts, avoid)).casefold()
    return tuple(_free_id(text, taken, shown) for text in texts)


def _free_id(text: str, taken: set[str], shown: str) -> str:
    for salt in itertools.count():
        candidate = _id_of(f"{salt}:{text}")
        if candidate not in taken and candidate not in shown:
            taken.add(candidate)
            return candidate
    raise AssertionError("count never ends")


def _id_of(key: str) -> str:
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    chars = []
    for alphabet in (_LETTERS, _DIGITS, _LETTERS, _DIGITS):
        number, index = divmod(number, len(alphabet))
        chars.append(alphabet[index])
    return "".join(chars)
