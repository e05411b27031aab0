"""One-letter typos mended with the words of the store, and only with them."""

import string
from collections.abc import Collection, Iterator, Sequence

from assistant.ports import TermFrequency
from assistant.query.typing_keys import folded_syllables
from ingest.text.folding import fold
from vectorstore.terms import bigrams

_SHORTEST = 2
_LONGEST = 14
_SHORTEST_GLUED, _LONGEST_GLUED = 5, 30
_LONGEST_SYLLABLE = 7
_NO_SIDE, _ONE_SIDE, _BOTH_SIDES = 0, 1, 2
_ONE_LETTER_WORD = "y"
"""Of the words of one letter the only common one ("yte"); with the others every foreign name comes apart."""
_SHORTEST_NAME = 5
"""A foreign name of so many letters has few others one letter away."""


def mend(word: str, words: Sequence[str], index: int, frequency: TermFrequency) -> str | None:
    """The word of the store one letter away from ``word``, which the store does not have.

    ``words`` are the folded words of the question, ``index`` the place of this one. What stands beside its neighbours
    in the store is preferred; a word that may well be right (a syllable) is replaced only by what fits both, a foreign
    name of five letters or more ("Ghandi") by what the store has.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or frequency(fold(word)):
        return None
    near = {fold(candidate): candidate for candidate in one_letter_away(word)}
    known = _known((near.keys() & folded_syllables()), frequency) or _known(near.keys() - folded_syllables(), frequency)
    if not known:
        return None
    scored = {folded: (_beside(folded, words, index, frequency), count, folded) for folded, count in known.items()}
    best = max(scored, key=lambda folded: scored[folded])
    return near[best] if scored[best][0] >= _sides_needed(word, best) else None


def _sides_needed(word: str, mended: str) -> int:
    if fold(word) in folded_syllables():
        return _BOTH_SIDES
    is_name = word[0].isupper() and len(word) >= _SHORTEST_NAME and mended not in folded_syllables()
    return _NO_SIDE if is_name else _ONE_SIDE


def _known(words: Collection[str], frequency: TermFrequency) -> dict[str, int]:
    return {word: count for word in words if (count := frequency(word))}


def take_apart(word: str, frequency: TermFrequency) -> str | None:
    """``word`` with the spaces it lacks ("hoiphunu"), where the store has its syllables beside each other."""
    if not _SHORTEST_GLUED <= len(word) <= _LONGEST_GLUED or not word.isalpha() or frequency(fold(word)):
        return None
    parts = _parts(word, "", frequency)
    return " ".join(parts) if parts else None


def _parts(rest: str, left: str, frequency: TermFrequency) -> list[str] | None:
    """Syllables that make up ``rest``, each known to follow the one before it; the longest first."""
    for size in range(min(len(rest), _LONGEST_SYLLABLE), 0, -1):
        piece = fold(rest[:size])
        if size == 1 and piece != _ONE_LETTER_WORD:
            continue
        if left:
            known = any(map(frequency, bigrams([left, piece])))
        else:
            known = piece in folded_syllables() and size < len(rest)
        if not known:
            continue
        if size == len(rest):
            return [rest]
        following = _parts(rest[size:], piece, frequency)
        if following:
            return [rest[:size], *following]
    return None


def _beside(folded: str, words: Sequence[str], index: int, frequency: TermFrequency) -> int:
    """How many of the two bigrams with the neighbours the store has."""
    left = words[index - 1].split()[-1:] if index > 0 else []
    right = words[index + 1].split()[:1] if index + 1 < len(words) else []
    return sum(frequency(pair) > 0 for pair in bigrams([*left, folded, *right]))


def one_letter_away(word: str) -> Iterator[str]:
    """Words with two neighbouring letters swapped, one letter left out, replaced or added (Damerau 1964)."""
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
    for letter in string.ascii_lowercase:
        for place in range(len(word) + 1):
            yield word[:place] + letter + word[place:]
            if place < len(word):
                yield word[:place] + letter + word[place + 1 :]
