"""Reads the training corpora and cuts articles into sentences and chunks."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHUNK_CHARS = 900
"""A chunk closes at the first sentence end after this many characters; like the passages that are searched."""

_JUNK_LINE = re.compile(r"^\s*#+\s*\d{6,}\s*$", re.MULTILINE)
_HEADING_MARK = re.compile(r"^\s*#+\s*", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:\d+[.)]|[a-z\u0111][.)]|-|#)\s)")
_SENTENCE_END = re.compile(r"(?<=[.!?…;])[\"”’)]*\s+")
_MIN_SENTENCE_CHARS = 25
_MAX_SENTENCE_CHARS = 600


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its title, its lead (may be empty) and its chunks as tuples of sentences."""

    title: str
    lead: str
    chunks: tuple[tuple[str, ...], ...]


def clean(text: str) -> str:
    """Drop the database keys that stand as headings in the legal corpus, and Markdown heading marks."""
    return _HEADING_MARK.sub("", _JUNK_LINE.sub("", text))


def sentences(text: str) -> list[str]:
    """Sentences in order; fragments under 25 characters are joined to the sentence before."""
    found: list[str] = []
    for paragraph in _PARAGRAPH.split(text):
        for piece in _SENTENCE_END.split(" ".join(paragraph.split())):
            if not piece:
                continue
            if found and len(piece) < _MIN_SENTENCE_CHARS:
                found[-1] = f"{found[-1]} {piece}"
            else:
                found.append(piece[:_MAX_SENTENCE_CHARS])
    return found


def chunks(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """Runs of neighbouring sentences of about ``CHUNK_CHARS`` characters."""
    current: list[str] = []
    size = 0
    for sentence in parts:
        current.append(sentence)
        size += len(sentence)
        if size >= CHUNK_CHARS:
            yield tuple(current)
            current, size = [], 0
    if current:
        yield tuple(current)


def read_articles(folder: Path) -> Iterator[Article]:
    """Every article of news.jsonl and legal.jsonl that has text, in file order."""
    for name in ("news.jsonl", "legal.jsonl"):
        with (folder / name).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                parts = sentences(clean(record["text"]))
                if parts:
                    yield Article(record["title"].strip(), record.get("lead", "").strip(), tuple(chunks(parts)))
