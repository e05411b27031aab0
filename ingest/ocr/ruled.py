"""Ruled lines on the image of a page: what is left of tables when a page is scanned."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ingest.loaders.pdf_rules import Rule

_WORK_DPI = 100
_POINTS_PER_INCH = 72.0
_DARK = 200
"""Grey level; a hairline is paler once it is made smaller."""

_MIN_LENGTH_INCHES = 0.4
_WHOLE_SHARE = 0.95
"""Of a stretch that must be dark for a line to run through it: scans have gaps."""

_MAX_THICK_PIXELS = 6
_MIN_RULES = 6
"""A grid of two rows and two columns; fewer are underlines and the frame of a stamp."""


def ruled_lines(page: Image.Image, dpi: int) -> list[Rule]:
    """Horizontal and vertical lines in points from the lower left corner; none where there are too few for a table.

    :param page: Grey and straight.
    """
    factor = max(1, round(dpi / _WORK_DPI))
    small = np.asarray(page.reduce(factor) if factor > 1 else page)
    dark = small < _DARK
    scale = _POINTS_PER_INCH / (dpi / factor)
    length = int(_MIN_LENGTH_INCHES * dpi / factor)
    height = dark.shape[0]
    across = [
        Rule(start * scale, (height - place) * scale, end * scale, (height - place) * scale)
        for place, start, end in _long_runs(dark, length)
    ]
    down = [
        Rule(place * scale, (height - end) * scale, place * scale, (height - start) * scale)
        for place, start, end in _long_runs(dark.T, length)
    ]
    return across + down if len(across) + len(down) >= _MIN_RULES and across and down else []


def _long_runs(dark: NDArray[np.bool_], length: int) -> Iterator[tuple[float, float, float]]:
    """Row, start and end of the dark runs along the rows of a picture; neighbouring rows are one line."""
    if dark.shape[1] <= length:
        return
    sums = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= _WHOLE_SHARE * length
    open_runs: list[list[float]] = []  # first row, last row, start, end
    for row in np.nonzero(full.any(axis=1))[0]:
        for start, end in _stretches(full[row], length):
            for run in open_runs:
                if row - run[1] <= 1 and start <= run[3] and run[2] <= end:
                    run[1], run[2], run[3] = float(row), min(run[2], start), max(run[3], end)
                    break
            else:
                open_runs.append([float(row), float(row), start, end])
    for first, last, start, end in open_runs:
        if last - first < _MAX_THICK_PIXELS:
            yield (first + last + 1) / 2, start, end


def _stretches(full: NDArray[np.bool_], length: int) -> Iterator[tuple[float, float]]:
    edges = np.diff(np.concatenate(([0], full.astype(np.int8), [0])))
    starts, ends = np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0]
    for start, end in zip(starts, ends, strict=True):
        yield float(start), float(end - 1 + length)
