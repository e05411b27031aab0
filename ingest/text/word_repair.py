"""Words split or glued by extraction, mended where only one reading is possible (linguistic table).

"ĐIỀ U KHO ẢN" is ĐIỀU KHOẢN and "chophụ" is cho phụ, because no other cut makes common syllables of all pieces. Only
spaces come and go: no letter, digit or mark is ever changed, and a word that can stand as it is stays.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.text.common_syllables import COMMON_SYLLABLES
from ingest.text.syllables import is_syllable

_MAX_PIECES = 7
"""Letters of the longest syllable, each by itself: "N G H I Ê N G"."""

_MIN_HALF = 2
_PROOF = 3
"""Lines of a page in which words had to be joined."""

_MEMORY = 100_000
_TOKEN = re.compile(r"(\W*)([^\W\d_]+)(\W*)")
_LOANS = frozenset(
    str.split("""
    axít bêtông canô càphê cáctông côngtơ đôla ghiđông kilô kilôgam kilômét lôgíc lôgô mêtan mítting môtô ôtô pháctuya
    rađa sơmi tivi vácxin vắcxin xàphòng ximăng xíchlô xôviết
    """)
)
"""Foreign words that used to be written in one piece, and whose pieces happen to be syllables."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A token between spaces: letters with the marks around them; no core if it is anything else."""

    token: str
    before: str = ""
    core: str = ""
    after: str = ""

    @property
    def is_common(self) -> bool:
        return self.core.lower() in COMMON_SYLLABLES

    @property
    def is_broken(self) -> bool:
        return bool(self.core) and not is_syllable(self.core)


class _Suspicions(dict[str, bool]):
    """Whether a token may be a piece of a word or two words in one; emptied when full."""

    def __missing__(self, token: str) -> bool:
        if len(self) >= _MEMORY:
            self.clear()
        verdict = self[token] = _is_suspicious(_word_of(token))
        return verdict


_SUSPICIONS = _Suspicions()
"""Remembered: a page has four hundred tokens, and nearly all of them stood on a page before."""


def mend_words(lines: Sequence[str]) -> list[str]:
    """The lines of one page, mended; sound lines come back as they are.

    A line in which words had to be joined is known to be broken, and so is a page with three of them: there a piece
    is also joined to a neighbour that could stand alone.
    """
    suspicious = {at for at, line in enumerate(lines) if any(map(_SUSPICIONS.__getitem__, line.split(" ")))}
    if not suspicious:
        return list(lines)
    broken = {at: _words(lines[at]) for at in suspicious}
    joined = {at: _joined(words) for at, words in broken.items()}
    proven = {at for at in suspicious if len(joined[at]) < len(broken[at])}
    if len(proven) >= _PROOF:
        proven = set(range(len(lines)))
    for at in proven:
        joined[at] = _leaned(joined.get(at) or _words(lines[at]))
    return [
        " ".join(piece for word in joined[at] for piece in _cut(word)) if at in joined else line
        for at, line in enumerate(lines)
    ]


def _words(line: str) -> list[_Word]:
    return [_word_of(token) for token in line.split(" ")]


def _word_of(token: str) -> _Word:
    match = _TOKEN.fullmatch(token)
    return _Word(token, *match.groups()) if match else _Word(token)


def _is_suspicious(word: _Word) -> bool:
    return word.is_broken and (word.core.lower() in _pieces() or len(_cut(word)) > 1)


@cache
def _pieces() -> frozenset[str]:
    """Everything a common syllable can be broken into."""
    return frozenset(
        syllable[start:end]
        for syllable in COMMON_SYLLABLES
        for start in range(len(syllable))
        for end in range(start + 1, len(syllable) + 1)
    )


def _joined(words: Sequence[_Word]) -> list[_Word]:
    """Runs of pieces that cannot stand alone, joined where only one way makes common syllables of all."""
    done: list[_Word] = []
    for run in _runs(words):
        cuts = list(_readings(run)) if len(run) > 1 and any(word.is_broken for word in run) else []
        done += cuts[0] if len(cuts) == 1 else run
    return done


def _runs(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """The words in stretches of adjoining pieces; every other word by itself."""
    run: list[_Word] = []
    for word in words:
        if run and not (_is_piece(run[-1]) and _is_piece(word) and not run[-1].after and not word.before):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_piece(word: _Word) -> bool:
    return bool(word.core) and not word.is_common


def _readings(run: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Ways to join all of the run into common syllables of two pieces and more."""
    if not run:
        yield []
        return
    for count in range(2, min(len(run), _MAX_PIECES) + 1):
        first = _merged(run[:count])
        if first is not None:
            yield from ([first, *rest] for rest in _readings(run[count:]))


def _merged(pieces: Sequence[_Word]) -> _Word | None:
    """The pieces as one word, if that is a common syllable in a usual case."""
    core = "".join(piece.core for piece in pieces)
    if core.lower() not in COMMON_SYLLABLES or not (core.isupper() or core[1:].islower()):
        return None
    if any(piece.after for piece in pieces[:-1]) or any(piece.before for piece in pieces[1:]):
        return None
    before, after = pieces[0].before, pieces[-1].after
    return _Word(before + core + after, before, core, after)


def _leaned(words: Sequence[_Word]) -> list[_Word]:
    """Pieces left over in a broken line, joined to the one neighbour with which they make a common syllable."""
    done = list(words)
    at = 0
    while at < len(done):
        if _is_piece(done[at]):
            spans = [(start, start + 2) for start in (at - 1, at) if start >= 0 and start + 2 <= len(done)]
            fitting = [(span, word) for span in spans if (word := _merged(done[slice(*span)])) is not None]
            if len(fitting) == 1:
                (start, end), word = fitting[0]
                done[start:end] = [word]
                at = start
        at += 1
    return done


def _cut(word: _Word) -> list[str]:
    """The token, or its two halves if it is glued and can only be cut in one place."""
    core = word.core
    if not word.is_broken or core.isascii() or core.lower() in _LOANS:
        return [word.token]
    cuts = [at for at in range(_MIN_HALF, len(core) - _MIN_HALF + 1) if _may_cut(core[:at], core[at:])]
    if len(cuts) != 1:
        return [word.token]
    return [word.before + core[: cuts[0]], core[cuts[0] :] + word.after]


def _may_cut(left: str, right: str) -> bool:
    """Names are written in one piece on purpose ("Mêkông"): a capital at the start needs one in the middle."""
    if left.lower() not in COMMON_SYLLABLES or right.lower() not in COMMON_SYLLABLES:
        return False
    if left.islower():
        return right.islower() or right.istitle()
    return (left + right).isupper() or (left.istitle() and right.istitle())
