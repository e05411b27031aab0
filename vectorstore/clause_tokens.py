"""Cutting texts into tokens for the kind of tokenizer that the bundled model has, in half of its own time.

Such a tokenizer cleans a text, cuts it at punctuation and merges letters within each clause, across spaces. Cleaning
and cutting letter by letter cost it more than merging; here they are done for many texts at once.
"""

import itertools
import json
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import BPE

from ingest.text.folding import codes_of, fold

_CLEANING = {
    "type": "Sequence",
    "normalizers": [
        {"type": "NFD"},
        {"type": "StripAccents"},
        {"type": "Lowercase"},
        {"type": "Replace", "pattern": {"String": "đ"}, "content": "d"},
        {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "},
    ],
}
_CUTTING = {
    "type": "Sequence",
    "pretokenizers": [
        {
            "type": "Split",
            "pattern": {"Regex": r"[^\p{L}\p{N}]*[^\p{L}\p{N}\s][^\p{L}\p{N}]*"},
            "behavior": "Removed",
            "invert": False,
        },
        {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": False},
    ],
}
_OPTIONS = (
    "dropout",
    "fuse_unk",
    "byte_fallback",
    "ignore_merges",
    "continuing_subword_prefix",
    "end_of_word_suffix",
)
_FEW_CHARS = 500
"""A question, some words: the tokenizer alone is done before arrays are set up."""
_PLANE = 0x10000
_SPACE: Final = ord("▁")
_BREAK: Final = 0x1F
"""Stands between two clauses: no letter, so that nothing merges across it."""
_LETTER, _BLANK, _SIGN, _GONE, _ODD, _EDGE, _UNSEEN = range(7)
"""Kinds of characters: of words, white space, others, dropped, for the tokenizer alone, begin of a text, not asked."""


class ClauseTokens:
    """Gives the ids that the tokenizer gives to folded texts, with that of the unknown token between clauses.

    What the tokenizer makes of a character is asked of it once.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        """``tokenizer`` as ``is_known_kind`` knows it."""
        self._whole = tokenizer
        self._normalizer, self._pre_tokenizer = tokenizer.normalizer, tokenizer.pre_tokenizer
        self._merger = Tokenizer(tokenizer.model)
        self._kinds = np.full(_PLANE, _UNSEEN, dtype=np.uint8)
        self._letters = np.zeros(_PLANE, dtype="<u4")

    def of(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """Ids of each text (NFC, not folded); of little text without those between clauses."""
        if sum(map(len, texts)) < _FEW_CHARS:
            folded = [fold(text) for text in texts]
            for encoding in self._whole.encode_batch_fast(folded, add_special_tokens=False):
                yield encoding.ids
            return
        yield from self.parted(texts)

    def parted(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """Ids of each text with those between clauses, however little is asked: for what is stored."""
        clauses, odd = self._clauses(texts)
        encodings = self._merger.encode_batch_fast(clauses, add_special_tokens=False)
        for text, encoding, is_odd in zip(texts, encodings, odd.tolist(), strict=True):
            yield self._whole.encode(fold(text), add_special_tokens=False).ids if is_odd else encoding.ids

    def _clauses(self, texts: Sequence[str]) -> tuple[list[str], NDArray[np.bool_]]:
        """Clauses of each text in one string, and which texts hold characters that change with their neighbours."""
        marked = [f"\0{text}" for text in texts]
        codes = codes_of(marked)
        edges = np.cumsum([0, *map(len, marked)])[:-1]
        kinds = self._kinds_of(np.where(codes < _PLANE, codes, 0))
        kinds[codes >= _PLANE] = _ODD
        kinds[edges] = _EDGE
        odd = np.logical_or.reduceat(kinds == _ODD, edges) if len(texts) else np.zeros(0, dtype=np.bool_)
        if (kinds == _GONE).any():
            kept = kinds != _GONE
            edges = np.cumsum(kept)[edges] - 1
            codes, kinds = codes[kept], kinds[kept]
        times, last_codes = _emitted(kinds, self._letters[np.minimum(codes, _PLANE - 1)])
        ends = np.cumsum(times)
        written = np.full(int(ends[-1]) if len(ends) else 0, _BREAK, dtype="<u4")
        there = times > 0
        written[ends[there] - 1] = last_codes[there]
        whole = written.tobytes().decode("utf-32-le", "surrogatepass")
        starts = [*(ends[edges] - times[edges]).tolist(), len(whole)]
        return [whole[start:end] for start, end in itertools.pairwise(starts)], odd

    def _kinds_of(self, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
        kinds = self._kinds[codes]
        if (kinds == _UNSEEN).any():
            for code in np.unique(codes[kinds == _UNSEEN]).tolist():
                # the letter first: who sees the kind finds it
                self._letters[code], self._kinds[code] = self._asked(chr(code))
            kinds = self._kinds[codes]
        return kinds

    def _asked(self, char: str) -> tuple[int, int]:
        """Letter and kind of a character."""
        if "\ud800" <= char <= "\udfff":
            return 0, _ODD
        clean = self._normalizer.normalize_str(fold(char))
        if len(clean) != 1:
            return 0, _ODD if clean else _GONE
        pieces = [piece for piece, _ in self._pre_tokenizer.pre_tokenize_str(f"a{clean}a")]
        kind = {("▁a", "▁a"): _SIGN, ("▁a▁a",): _BLANK, (f"▁a{clean}a",): _LETTER}
        return ord(clean), kind.get(tuple(pieces), _ODD)


def _emitted(kinds: NDArray[np.uint8], letters: NDArray[np.uint32]) -> tuple[NDArray[np.int8], NDArray[np.uint32]]:
    """Per character how many it becomes (none, one, or two of which the first is a break), and the last of them.

    A run of white space is a blank; one with a sign in it is a break and the blank that begins the next clause.
    """
    in_run = (kinds == _BLANK) | (kinds == _SIGN)
    first = in_run & ~np.concatenate([[False], in_run[:-1]])
    last = in_run & ~np.concatenate([in_run[1:], [False]])
    signs = np.concatenate([[0], np.cumsum(kinds == _SIGN)])
    starts, ends = np.flatnonzero(first), np.flatnonzero(last)
    has_sign = signs[ends + 1] > signs[starts]
    following = np.append(kinds, _EDGE)[ends + 1]
    times = (kinds == _LETTER).astype(np.int8)
    times[starts] = np.where(following == _EDGE, ~has_sign, 1 + has_sign)
    edges = np.flatnonzero(kinds == _EDGE)
    times[edges] = np.append(kinds, _EDGE)[edges + 1] == _LETTER
    return times, np.where(kinds == _LETTER, letters, np.uint32(_SPACE))


def is_known_kind(tokenizer: Tokenizer) -> bool:
    """Whether the tokenizer cleans and cuts as the bundled one does, and has an unknown token."""
    cleaning, cutting, model = tokenizer.normalizer, tokenizer.pre_tokenizer, tokenizer.model
    if cleaning is None or cutting is None or tokenizer.post_processor is not None or not isinstance(model, BPE):
        return False
    return (
        json.loads(cleaning.__getstate__()) == _CLEANING
        and json.loads(cutting.__getstate__()) == _CUTTING
        and not any(getattr(model, option) for option in _OPTIONS)
        and model.unk_token is not None
        and tokenizer.token_to_id(chr(_BREAK)) is None
    )
