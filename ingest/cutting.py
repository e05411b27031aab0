"""Cutting a block that exceeds the budget: at sentence ends, and only then after semicolons."""

import re
from collections.abc import Iterator

from ingest.settings import ChunkingSettings
from ingest.text.sentences import split_sentences

_SMALL_SHARE = 0.5
"""A part below this share of the goal takes the next sentence whatever its length."""
_ENDLESS_CHARS = 8_000
"""No sentence a person wrote is longer: such a stretch is cut at a space, or anywhere. A chunk of 10 MB keeps the
tokenizer of an embedding model busy for hours."""
_CLAUSE = re.compile(r";\s+")


def cut_block(text: str, start: int, end: int, settings: ChunkingSettings) -> list[tuple[int, int]]:
    """A long block ``text[start:end]`` in parts of whole sentences, of about equal length."""
    units = [
        part
        for sentence in split_sentences(text, start, end)
        for clause in _cut_sentence(text, *sentence, settings.max_chars)
        for part in _cut_endless(text, *clause)
    ]
    parts = -(-(end - start) // settings.target_chars)
    goal = min(settings.max_chars, (end - start) / parts)
    spans = [units[0]]
    for unit in units[1:]:
        length = spans[-1][1] - spans[-1][0]
        grown = unit[1] - spans[-1][0]
        if grown <= settings.max_chars and (length < goal * _SMALL_SHARE or grown - goal <= goal - length):
            spans[-1] = (spans[-1][0], unit[1])
        else:
            spans.append(unit)
    return spans


def _cut_endless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Almost always the stretch itself."""
    while end - start > _ENDLESS_CHARS:
        space = text.rfind(" ", start + 1, start + _ENDLESS_CHARS)
        cut = space if space > 0 else start + _ENDLESS_CHARS
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut_sentence(text: str, start: int, end: int, max_chars: int) -> list[tuple[int, int]]:
    """A sentence whole, or cut after semicolons when it exceeds the budget."""
    if end - start <= max_chars:
        return [(start, end)]
    cuts = [match.start() + 1 for match in _CLAUSE.finditer(text, start, end)]
    parts: list[tuple[int, int]] = []
    for cut in [*cuts, end]:
        begin = start
        while text[begin].isspace():
            begin += 1
        if parts and cut - parts[-1][0] <= max_chars:
            parts[-1] = (parts[-1][0], cut)
        else:
            parts.append((begin, cut))
        start = cut
    return parts
