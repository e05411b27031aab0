"""Cuts passages into the records that the second stage reads, and adds up their vectors on the way."""

import itertools
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from tokenizers import Tokenizer

from vectorstore.cut_passages import Ints, Record, record_of
from vectorstore.indexed_text import IndexedText
from vectorstore.protocols import Vectors
from vectorstore.sentence_places import SentencePlaces, sentence_places
from vectorstore.syllable_keys import TokenPieces
from vectorstore.token_table import TokenTable

Cut = Callable[[Sequence[str]], Iterable[list[int]]]

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class CutTexts:
    """Vectors, float32 (n, dim) of length 1 (0 without any token), and a record for each text."""

    vectors: Vectors
    records: list[Record]


@dataclass(frozen=True, slots=True)
class _TokenPlaces:
    """Places among the tokens of all texts."""

    put_before: Ints
    """Where each text's own words begin."""
    headers: Ints
    """Where each text's header ends."""
    ends: Ints
    """Ends of sentences."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """One text."""

    header_words: int
    ends: Ints
    norms: Vectors
    tokens: Ints


class PassageCutter:
    """Reads texts as one embedding model does."""

    def __init__(self, tokenizer: Tokenizer, cut: Cut, cut_stored: Cut, table: Vectors) -> None:
        """``cut`` gives the tokens of texts (NFC): rows of ``table``, float32 (tokens, dim).

        ``cut_stored`` gives those of passages, the same for a passage alone and among others.
        """
        self._tokenizer = tokenizer
        unknown = tokenizer.token_to_id(tokenizer.model.unk_token)
        assert unknown is not None  # the embedder has seen to it that the tokenizer is of the known kind
        self._unknown = unknown
        self._cut = cut
        self._cut_stored = cut_stored
        self._vectors = table

    @cached_property
    def pieces(self) -> TokenPieces:
        """What every token consists of; made at first use, in a fifth of a second that a start need not wait for."""
        return TokenPieces(self._tokenizer.get_vocab(), self._tokenizer.model.unk_token, self._cut)

    @cached_property
    def table(self) -> TokenTable:
        """The vectors of tokens as codes; likewise."""
        return TokenTable(self._vectors)

    def cut(self, texts: Sequence[IndexedText]) -> CutTexts:
        """Vectors and records of passages."""
        clean = [unicodedata.normalize("NFC", one.text) for one in texts]
        rows = [row or [self._unknown] for row in self._cut_stored(clean)]
        tokens = np.fromiter(itertools.chain.from_iterable(rows), dtype=np.intp)
        counts = np.array([len(row) for row in rows], dtype=np.intp)
        firsts = np.cumsum(counts) - counts
        chars = np.array([[one.put_before for one in texts], [one.header for one in texts]], dtype=np.intp)
        places = sentence_places(clean, chars)
        at = self._token_places(tokens, firsts, places)
        starts, first_sentences = _sentences(firsts, counts, at.ends, places.owners)
        sums = self._sums(tokens, starts)
        norms = np.sqrt(np.einsum("nd,nd->n", sums, sums))
        vectors = np.zeros((len(texts), self._vectors.shape[1]), dtype=np.float32)
        records = []
        for row, (first, last) in enumerate(itertools.pairwise([*first_sentences.tolist(), len(starts)])):
            sums[first:last].sum(axis=0, out=vectors[row])
            begin = int(firsts[row])
            end = begin + int(counts[row])
            said = tokens[at.put_before[row] : at.headers[row]]
            ends = np.append(starts[first + 1 : last], end) - begin
            own = _Cut(int(places.words[1, row]), ends, norms[first:last], tokens[begin:end])
            records.append(self._record(own, said))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return CutTexts(vectors, records)

    def tokens(self, text: str) -> Ints:
        """The tokens of one text."""
        (row,) = self._cut([unicodedata.normalize("NFC", text)])
        return np.array(row, dtype=np.intp)

    def vector(self, tokens: Ints) -> Vectors:
        """float32, (dim,): what the embedder gives to a text of these tokens."""
        whole: Vectors = self._vectors[tokens].sum(axis=0)
        return whole / max(float(np.linalg.norm(whole)), _TINY)

    def _token_places(self, tokens: Ints, firsts: Ints, places: SentencePlaces) -> _TokenPlaces:
        begun = np.cumsum(self.pieces.begun(tokens))
        before = np.concatenate([[0], begun])

        def at(wanted: Ints) -> Ints:
            found = np.searchsorted(begun, wanted, side="right")
            # a token across the place lies before it
            return np.asarray(found + (before[found] < wanted))

        put_before, headers = (at(before[firsts] + words) for words in places.words)
        return _TokenPlaces(put_before, headers, at(before[firsts[places.owners]] + places.ends))

    def _record(self, own: _Cut, said: Ints) -> Record:
        """A header that the text says itself is said twice: the passages that follow have it before their text."""
        if not len(said):
            return record_of(own.header_words, own.ends, own.norms, own.tokens)
        norm = np.float32(np.linalg.norm(self._vectors[said].sum(axis=0)))
        ends = np.concatenate([[len(said)], own.ends + len(said)])
        norms = np.concatenate([[norm], own.norms])
        return record_of(own.header_words, ends, norms, np.concatenate([said, own.tokens]))

    def _sums(self, tokens: Ints, starts: Ints) -> Vectors:
        sums = np.empty((len(starts), self._vectors.shape[1]), dtype=np.float32)
        for row, (first, last) in enumerate(itertools.pairwise([*starts.tolist(), len(tokens)])):
            # one small sum each is 6 times faster than reduceat over all of them
            np.add.reduce(self._vectors.take(tokens[first:last], axis=0), axis=0, out=sums[row])
        return sums


def _sentences(firsts: Ints, counts: Ints, ends: Ints, owners: Ints) -> tuple[Ints, Ints]:
    """First token of every sentence, and first sentence of every text."""
    inside = (ends > firsts[owners]) & (ends < (firsts + counts)[owners])
    starts = np.unique(np.concatenate([firsts, ends[inside]]))
    return starts, np.searchsorted(starts, firsts)
