"""The table in which Tesseract writes what it read."""

import csv
import io
from collections.abc import Sequence
from itertools import groupby

from ingest.loaders.placed import PlacedLine, PlacedWord

_WORD_LEVEL = "5"
_LINE = ("page_num", "block_num", "par_num", "line_num")
_MARKS = frozenset('-–—•+*:;.,/()"“”')
_NOISE = 0.6
"""Specks and the edges of stamps are read as marks below this; real dashes and bullets above it."""


def read_tsv(table: str) -> list[PlacedLine]:
    """Lines in Tesseract's order, places in pixels; what is no word is left out.

    Source: the TSV renderer of Tesseract (level, page_num, block_num, par_num, line_num, word_num, left, top, width,
    height, conf, text).
    """
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = (row for row in rows if row["level"] == _WORD_LEVEL and (row["text"] or "").strip())
    lines = (tuple(map(_word, group)) for _, group in groupby(found, key=lambda row: [row[name] for name in _LINE]))
    return [PlacedLine(words) for line in lines if (words := tuple(word for word in line if not _is_noise(word)))]


def mean_confidence(lines: Sequence[PlacedLine]) -> float:
    """Mean confidence of the words weighted by their length, 0 to 1; 0.0 where there is none."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _word(row: dict[str, str]) -> PlacedWord:
    left, top = float(row["left"]), float(row["top"])
    right, bottom = left + float(row["width"]), top + float(row["height"])
    return PlacedWord(row["text"].strip(), left, top, right, bottom, max(0.0, float(row["conf"])) / 100)


def _is_noise(word: PlacedWord) -> bool:
    if any(char.isalnum() for char in word.text):
        return False
    return word.confidence < _NOISE or not _MARKS.issuperset(word.text)
