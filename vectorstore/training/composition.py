"""Which syllables a token is made of: a token's vector is its own plus the sum of its syllables' vectors."""

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vectorstore.training.tokenizer import SPACE


def syllable_matrix(tokenizer: Tokenizer) -> tuple[NDArray[np.int64], int]:
    """Pairs (token id, syllable id) as int64 (2, n), and the number of distinct syllables.

    A word piece without a leading space counts as a syllable of its own kind, so "rinh" in the middle of a word
    and the word "rinh" stay two.
    """
    syllables: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for token, index in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1]):
        for syllable in token.replace(SPACE, f" {SPACE}").split():
            if syllable != SPACE:
                pairs.append((index, syllables.setdefault(syllable, len(syllables))))
    return np.array(pairs, dtype=np.int64).T, len(syllables)
