"""The vectors of tokens as 8-bit codes: what soft matching of stretches of a text with a question needs."""

import numpy as np
from numpy.typing import NDArray

from vectorstore.cut_passages import Ints
from vectorstore.int8_codes import coded, products_of_rows, products_with
from vectorstore.protocols import Vectors

_FRONT = 128
"""Components that tell how alike two tokens are: the model is trained so that its first ones say most. Ranking by 128,
256 or all 512 is equally good (nDCG@10 within .0007 on every set), and a quarter of the work.
"""
_TINY = 1e-9


class TokenTable:
    """Products of the tokens of an embedding model with a question, and with its tokens, within a hundredth."""

    def __init__(self, table: Vectors) -> None:
        """``table`` is float32, (tokens, dim)."""
        whole = coded(table)
        self._codes, self._scales = whole.codes, whole.bounds[:, 0].copy()
        front = table[:, :_FRONT]
        short = coded(front / np.maximum(np.linalg.norm(front, axis=1, keepdims=True), _TINY))
        self._short_codes, self._short_scales = short.codes, short.bounds[:, 0].copy()
        self.squares: NDArray[np.float32] = np.einsum("nd,nd->n", table, table)
        """Squared length of each token's vector."""

    def __len__(self) -> int:
        return len(self.squares)

    def products(self, vector: Vectors, tokens: Ints) -> NDArray[np.float32]:
        """float32, (tokens,): products of each with ``vector``, float32 (dim,)."""
        asked = coded(vector[np.newaxis])
        found = products_of_rows(asked.codes, self._codes, tokens)
        found *= asked.bounds[0, 0] * self._scales.take(tokens)
        return found

    def cosines(self, asked: Ints, tokens: Ints) -> NDArray[np.float32]:
        """float32, (asked, tokens): how alike two tokens are."""
        found = products_with(self._short_codes.take(asked, axis=0), self._short_codes.take(tokens, axis=0))
        found *= self._short_scales.take(asked)[:, np.newaxis]
        found *= self._short_scales.take(tokens)
        return found
