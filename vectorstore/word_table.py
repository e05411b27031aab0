"""Single words as vectors that add up to a text's: what soft matching of stretches of a text needs."""

import itertools
import threading
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.int8_codes import coded, products_of
from vectorstore.protocols import Vectors

Numbers = NDArray[np.intp]
Tokens = Callable[[Sequence[str]], Iterable[list[int]]]
_FIRST_ROWS = 4_096
_NONE = -1


class WordTable:
    """Folded words numbered as they come, each with the sum of its tokens' vectors as 8-bit codes.

    Words are few and come again: each is looked up once. Numbers stay valid for the life of the table.
    """

    def __init__(self, tokens_of: Tokens, table: Vectors) -> None:
        """``tokens_of`` cuts words into rows of ``table``, float32 (tokens, dim)."""
        self._tokens_of = tokens_of
        self._table = table
        self._lock = threading.Lock()
        self._number: dict[str, int] = {}
        self._codes = np.zeros((_FIRST_ROWS, table.shape[1]), dtype=np.int8)
        self._scales = np.zeros(_FIRST_ROWS, dtype=np.float32)
        self._squares = np.zeros(_FIRST_ROWS, dtype=np.float32)

    def __len__(self) -> int:
        return len(self._number)

    def numbers(self, words: Sequence[str]) -> Numbers:
        """The number of each word."""
        found = np.fromiter(map(self._number.get, words, itertools.repeat(_NONE)), dtype=np.intp, count=len(words))
        missing = np.flatnonzero(found == _NONE).tolist()
        if missing:
            new = {words[at] for at in missing}
            with self._lock:
                self._add(sorted(new.difference(self._number)))
            found[missing] = [self._number[words[at]] for at in missing]
        return found

    def similarities(self, numbers: Numbers, vector: Vectors) -> tuple[Vectors, Vectors]:
        """Of each word's vector: its product with ``vector`` (float32, (dim,)), within a hundredth; squared length."""
        query = coded(vector.reshape(1, -1))
        codes, scales, squares = self._codes, self._scales, self._squares
        products = products_of(query.codes, codes[numbers])
        return products * (query.bounds[0, 0] * scales[numbers]), squares[numbers]

    def _add(self, words: Sequence[str]) -> None:
        first, count = len(self._number), len(words)
        self._grow(first + count)
        sums = np.zeros((count, self._table.shape[1]), dtype=np.float32)
        tokens = list(self._tokens_of(words))
        lengths = np.array([len(ids) for ids in tokens], dtype=np.intp)
        some = np.flatnonzero(lengths)
        if len(some):
            starts = np.cumsum(lengths) - lengths
            sums[some] = np.add.reduceat(self._table[list(itertools.chain.from_iterable(tokens))], starts[some])
        made = coded(sums)
        self._codes[first : first + count] = made.codes
        self._scales[first : first + count] = made.bounds[:, 0]
        self._squares[first : first + count] = np.einsum("nd,nd->n", sums, sums)
        # last: who finds a number finds its row
        self._number.update(zip(words, range(first, first + count), strict=True))

    def _grow(self, rows: int) -> None:
        """Larger copies in place of full arrays: who reads the old ones is not disturbed."""
        held = len(self._scales)
        if rows <= held:
            return
        more = max(rows, 2 * held) - held
        self._codes = np.pad(self._codes, ((0, more), (0, 0)))
        self._scales = np.pad(self._scales, (0, more))
        self._squares = np.pad(self._squares, (0, more))
