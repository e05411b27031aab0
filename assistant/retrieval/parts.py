"""One search for each thing a question is about, and their results in one list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.model import Hit, PartResult, SearchResult

_FURTHER = 8
"""Passages looked at for each further thing asked."""


def together(whole: SearchResult, parts: Sequence[PartResult], top_k: int) -> SearchResult:
    """The parts' hits by turns and then those of the whole question, each passage once, ranked anew."""
    rows = [*(part.found.hits for part in parts), whole.hits]
    chosen: dict[str, Hit] = {}
    for hit in _by_turns(rows):
        chosen.setdefault(hit.passage.chunk_id, hit)
    hits = tuple(replace(hit, rank=rank) for rank, hit in enumerate(list(chosen.values())[:top_k], 1))
    timings = dict(whole.timings_ms)
    for part in parts:
        for name, spent in part.found.timings_ms.items():
            timings[name] = timings.get(name, 0.0) + spent
    return SearchResult(whole.query, hits, timings, tuple(parts))


def followed_by(whole: SearchResult, further: Sequence[SearchResult]) -> SearchResult:
    """The whole question's hits as they are, and behind them the best ones that only its parts found."""
    known = {hit.passage.chunk_id for hit in whole.hits}
    least = min((hit.score for hit in whole.hits), default=0.0)
    added: list[Hit] = []
    for hit in _by_turns([one.hits[:_FURTHER] for one in further]):
        if hit.passage.chunk_id not in known:
            known.add(hit.passage.chunk_id)
            added.append(replace(hit, rank=len(whole.hits) + len(added) + 1, score=min(hit.score, least)))
    return replace(whole, hits=(*whole.hits, *added))


def _by_turns(rows: Sequence[Sequence[Hit]]) -> Iterator[Hit]:
    for place in range(max(map(len, rows), default=0)):
        yield from (row[place] for row in rows if place < len(row))
