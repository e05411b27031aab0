"""Reads one bracket of a model's answer: is it a citation, and of which ids? Pure, and hard to surprise."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.grounding.passage_ids import ID_SHAPE
from assistant.grounding.wording import introduces_citation, is_citation_word

BRACKETS = {"[": "]", "(": ")", "【": "】", "［": "］", "（": "）", "{": "}", "<": ">", "〔": "〕", "⟦": "⟧"}
"""Opening to closing bracket; models drift between them."""
_SQUARE = frozenset("[【［〔⟦")
_SEPARATORS = re.compile(r"[\s,;:/|&·•†‡^#@*`'\"“”=_-]+")
_LABEL = re.compile(r"(?=.*\d)[A-Za-z0-9]{1,12}")
"""A made-up label in square brackets: [1], [doc3], [id12]."""

_ORDINAL = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation: the ids that were given to the model, in order, and how many others it named."""

    ids: tuple[str, ...]
    unknown: int = 0


def read_marker(bracket: str, known: Collection[str]) -> Marker | None:
    """The citation a bracket holds, or None where it is ordinary text such as "(71%)" or "(khóa XIII)".

    :param bracket: From the opening bracket to its closing one.
    :param known: The ids given to the model, lower case.
    """
    content = bracket[1:-1]
    tokens = [token for token in _SEPARATORS.split(content) if token]
    ids = tuple(dict.fromkeys(token.lower() for token in tokens if token.lower() in known))
    others = [token for token in tokens if token.lower() not in known and not is_citation_word(token)]
    strange = [token for token in others if ID_SHAPE.fullmatch(token) or (ids and _ORDINAL.fullmatch(token))]
    if len(strange) == len(others) and (ids or strange):
        return Marker(ids, len(strange))
    if bracket[0] in _SQUARE and (ids or _is_label(tokens, others)):
        return Marker(ids, max(len(others), 0 if ids else 1))
    return None


def _is_label(tokens: list[str], others: list[str]) -> bool:
    """Whether square brackets without a known id still pretend to cite: "[1]", "[doc2, doc5]", "[source: abc]"."""
    if not tokens:
        return False
    named = introduces_citation(tokens[0]) and all(token.isascii() for token in others)
    return (named and len(others) <= 1) or all(_LABEL.fullmatch(token) for token in others)
