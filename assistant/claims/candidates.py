"""Sentences of the store that may say what a claim says: both indexes are asked, the best passages cut up."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise

from assistant.claims.related_articles import without_related
from assistant.claims.rows import cells_of
from assistant.claims.told_rows import LEAST_CELLS, told_rows
from assistant.retrieval.fusion import convex
from ingest.text.sentences import split_sentences
from vectorstore.hits import Passage
from vectorstore.protocols import Vectors
from vectorstore.store import Store
from vectorstore.terms import terms

_LEG_DEPTH = 40
PASSAGES = 16
"""Best passages whose sentences are looked at."""
_SINGLES, _PAIRS = 5, 3
_PAIR_GAIN = 0.06
"""Share of the claim that a second sentence must add to be looked at together with the first."""
_JOINABLE, _JOINED, _JOIN_GAIN = 6, 2, 0.08
"""Sentences that may be looked at together with one far from them, those that are, and what that one must add."""
_MIN_SHARE = 0.2
_REMEMBERED = 4096
_HEAD_CHARS, _NEAR_CHARS = 400, 600
"""Of what stands before a passage: the beginning of its document, and what is next to it."""
_TABLE_CHARS = 6000
"""Of what stands before a passage with rows of a table: the names of its columns may stand there."""
_ANY = "2"
"""A word of every store."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters [start, end) of a passage: a sentence, or two neighbouring ones."""

    passage: Passage
    start: int
    end: int
    share: float
    """Of the claim's terms by their rarity, 0 to 1."""
    told: str = ""
    """A row of a table as a sentence, with the names of its columns; empty for every other stretch."""
    also: "Candidate | None" = None
    """Another sentence of the document, not beside this one, that has what this one lacks."""

    @property
    def text(self) -> str:
        """The stretch as it stands."""
        return self.passage.text[self.start : self.end]

    @property
    def said(self) -> str:
        """What it states: rows with the names of their columns, both sentences of two."""
        own = self.told or self.text
        return own if self.also is None else f"{own}\n{self.also.said}"


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    terms: frozenset[str]
    row: bool = False
    """Of a table: tells of another thing than its neighbours."""
    told: str = ""
    """The row with the names of its columns."""


class CandidateFinder:
    """Asks the store; remembers the sentences of passages and how rare words are."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._idf = lru_cache(maxsize=50_000)(store.idf)
        self._held = -1
        self._sentences = lru_cache(maxsize=_REMEMBERED)(self._cut_up)
        self._around = lru_cache(maxsize=_REMEMBERED)(self._terms_around)
        self._before = lru_cache(maxsize=_REMEMBERED)(partial(store.before, head_chars=_HEAD_CHARS, chars=_NEAR_CHARS))

    def refresh(self) -> None:
        """Forget how rare words were if the store has grown or shrunk since; called before a draft is checked."""
        held = self._store.passages_held()
        if held != self._held:
            self._held = held
            self._idf.cache_clear()
            self._before.cache_clear()
            self._around.cache_clear()
            self._sentences.cache_clear()

    def make_ready(self) -> None:
        """Have both indexes and the model at hand before the first claim comes: what is read late is read now."""
        self.refresh()
        self.find(_ANY, self.vectors([_ANY])[0])

    def idf(self, term: str) -> float:
        """How rare a term is in this store."""
        return self._idf(term)

    def before(self, passage: Passage) -> str:
        """How its document begins and what stands directly before a passage: what its sentences take up."""
        return self._before(passage)

    def vectors(self, statements: Sequence[str]) -> Vectors:
        """What the dense index is asked with, a row a statement."""
        return self._store.embedder.embed_queries(list(statements))

    def find(self, statement: str, vector: Vectors, within: Collection[str] | None = None) -> "Found":
        """The likeliest sentences, best first; only of the documents ``within``, if given."""
        wanted = list(dict.fromkeys(terms(statement)))
        if not wanted:
            return Found()
        lexical = self._store.lexical(wanted, _LEG_DEPTH, within)
        dense = self._store.dense(vector, _LEG_DEPTH, within)
        fused = convex(lexical, dense, self._store.embedder.model.dense_weight, PASSAGES)
        passages = self._store.passages([one.chunk_id for one in fused])
        weights = {term: self.idf(term) for term in wanted}
        total = sum(weights.values()) or 1.0
        found = [passages[one.chunk_id] for one in fused if one.chunk_id in passages]  # some may be removed since
        held = tuple(one for passage in found for one in self._held_of(passage, weights, total))
        singles = sorted((one.as_candidate() for one in held if one.is_much), key=_by_share)
        pairs = sorted(_pairs(held, weights, total), key=_by_share)
        near = sorted([*singles[:_SINGLES], *pairs[:_PAIRS]], key=_by_share)
        return Found(tuple(near), lambda: self._together(singles, held, weights, total))

    def _together(
        self, singles: Sequence[Candidate], held: Sequence["_Held"], weights: dict[str, float], total: float
    ) -> list[Candidate]:
        """The best sentences, each with the one of its document, wherever it stands, that has most of what it lacks."""
        found: list[Candidate] = []
        for single in singles[:_JOINABLE]:
            own = single.passage
            mine = {term for one in held if one.is_at(single) for term in one.terms} | self._around(own)
            gains = (
                (sum(weights[term] for term in one.terms - mine) / total, one) for one in held if one.may_join(single)
            )
            gain, other = max(gains, key=lambda one: one[0], default=(0.0, None))
            if other is not None and gain >= _JOIN_GAIN:
                found.append(replace(single, share=single.share + gain, also=other.as_candidate()))
        return sorted(found, key=_by_share)[:_JOINED]

    def _terms_around(self, passage: Passage) -> frozenset[str]:
        """What the title and the words before a passage say for all of its sentences."""
        return frozenset(terms(f"{passage.title or ''}\n{self._before(passage)}"))

    def _cut_up(self, passage: Passage) -> tuple[_Sentence, ...]:
        rows = any(len(cells_of(line)) >= LEAST_CELLS for line in passage.text.split("\n"))
        return _cut(passage.text, self._store.before(passage, 0, _TABLE_CHARS) if rows else "")

    def _held_of(self, passage: Passage, weights: dict[str, float], total: float) -> Iterator["_Held"]:
        """Its sentences, each with what it has of the claim."""
        for one in self._sentences(passage):
            mine = one.terms & weights.keys()
            yield _Held(passage, one, mine, sum(weights[term] for term in mine) / total)


@dataclass(frozen=True, slots=True)
class Found:
    """What may say a claim."""

    near: tuple[Candidate, ...] = ()
    """Sentences and pairs of neighbours, best first."""
    together: Callable[[], Sequence[Candidate]] = tuple
    """Pairs of sentences that stand apart in one document, made when asked for."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A sentence with the terms of the claim it has, and their share of all by their rarity."""

    passage: Passage
    sentence: _Sentence
    terms: frozenset[str]
    share: float

    @property
    def is_much(self) -> bool:
        """Enough to be looked at."""
        return self.share >= _MIN_SHARE

    def may_join(self, candidate: Candidate) -> bool:
        """Whether it stands in the same document and not both are rows: figures belong to their row."""
        rows = self.sentence.row and candidate.told
        return self.passage.document_id == candidate.passage.document_id and not rows

    def is_at(self, candidate: Candidate) -> bool:
        """Whether the candidate is this very sentence."""
        return self.passage is candidate.passage and self.sentence.start == candidate.start

    def as_candidate(self) -> Candidate:
        """Where it stands."""
        one = self.sentence
        return Candidate(self.passage, one.start, one.end, self.share, one.told)


def _pairs(held: Sequence[_Held], weights: dict[str, float], total: float) -> Iterator[Candidate]:
    """Neighbours that say more together."""
    for first, second in pairwise(held):
        if first.passage is not second.passage or (first.sentence.row and second.sentence.row):
            continue
        share = first.share + sum(weights[term] for term in second.terms - first.terms) / total
        if share >= _MIN_SHARE and share >= max(first.share, second.share) + _PAIR_GAIN:
            yield Candidate(first.passage, first.sentence.start, second.sentence.end, share)


def _by_share(one: Candidate) -> tuple[float, str, int]:
    return -one.share, one.passage.chunk_id, one.start


def _lines_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence as it is; rows of a table that were taken for wrapped lines of one, a line each."""
    lines = text[start:end].split("\n")
    if len(lines) == 1 or not any(len(cells_of(line)) >= LEAST_CELLS for line in lines):
        return [(start, end)]
    ends = list(accumulate((len(line) + 1 for line in lines), initial=start))
    return [(begin, stop - 1) for begin, stop in pairwise(ends) if text[begin : stop - 1].strip()]


def _cut(text: str, earlier: str = "") -> tuple[_Sentence, ...]:
    """Its sentences; a row of a table has the terms of its table's title and head too."""
    found: list[_Sentence] = []
    spans = [part for span in split_sentences(text) for part in _lines_of(text, *without_related(text, *span))]
    told = told_rows(earlier, [(start, text[start:end]) for start, end in spans])
    head: frozenset[str] = frozenset()
    in_table = False
    for start, end in spans:
        row = len(cells_of(text[start:end])) >= LEAST_CELLS
        own = frozenset(terms(told.get(start) or text[start:end]))
        if not row:
            head = own if in_table else head | own
        in_table = row
        found.append(_Sentence(start, end, own | head if row else own, row, told.get(start, "")))
    return tuple(found)
