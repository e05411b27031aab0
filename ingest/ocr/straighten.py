"""How a scanned page lies: its small skew and its quarter turns, by the projection profile of its ink.

Lines of print make rows of ink and rows of none; the more the rows differ, the straighter the page. Source: Postl,
"Detection of linear oblique structures and skew scan in digitized documents" (1986).
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Box: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom."""
_Floats: TypeAlias = NDArray[np.float64]

MAX_SKEW_DEGREES = 4.0
_MIN_SKEW_DEGREES = 0.08
"""Turning costs sharpness; below this nothing is gained."""

_STEPS = (0.5, 0.1, 0.025)
_PREVIEW_PIXELS = 1000
"""Of the longer side: a line of print is still six rows high."""

_TRIM = 0.04
"""Share of each edge left out: scanners leave shadows and black bars there."""

_BACKGROUND_RADIUS = 12
_INK_DEPTH = 40
"""Grey levels a dot is darker than what is around it."""

_MIN_INK_DOTS = 60
"""Of the small copy: two short words."""

_CLEAR_RATIO = 1.5
_CAP = 3.0
"""Of the mean: a ruled line must not outweigh the print."""

_WHITE = 255
_QUARTERS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies: it is right after ``quarter`` quarter turns and then ``degrees``, both counterclockwise."""

    quarter: int
    degrees: float


def has_ink(image: Image.Image) -> bool:
    """Whether there is anything on the page but specks."""
    return int(_ink(image).sum()) >= _MIN_INK_DOTS


def lies(image: Image.Image) -> tuple[Lie, ...]:
    """The ways a page may lie, the likeliest first; upside down looks the same as upright from here.

    All four where rows and columns are equally uneven, else two.
    """
    ink = _ink(image)
    standing, standing_score = _best_angle(*np.nonzero(ink))
    lying, lying_score = _best_angle(*np.nonzero(np.rot90(ink)))
    upright = (Lie(0, standing), Lie(2, standing))
    on_side = (Lie(1, lying), Lie(3, lying))
    if standing_score > _CLEAR_RATIO * lying_score:
        return upright
    if lying_score > _CLEAR_RATIO * standing_score:
        return on_side
    return upright + on_side if standing_score >= lying_score else on_side + upright


def straightened(image: Image.Image, lie: Lie) -> Image.Image:
    """The page turned right; the canvas keeps the size that the quarter turns give it."""
    if lie.quarter:
        image = image.transpose(_QUARTERS[lie.quarter - 1])
    if abs(lie.degrees) < _MIN_SKEW_DEGREES:
        return image
    return image.rotate(lie.degrees, resample=Image.Resampling.BICUBIC, fillcolor=_WHITE)


def original_box(box: Box, size: tuple[int, int], lie: Lie) -> Box:
    """A box of the straightened page as fractions of the page as it came, 0 to 1.

    :param box: In pixels of the straightened page.
    :param size: Width and height of the straightened page.
    :returns: The smallest upright box around the turned one.
    """
    left, top, right, bottom = box
    x = np.array((left, right, left, right), dtype=np.float64)
    y = np.array((top, top, bottom, bottom), dtype=np.float64)
    width, height = size
    if abs(lie.degrees) >= _MIN_SKEW_DEGREES:
        angle = np.deg2rad(lie.degrees)
        across, down = x - width / 2, y - height / 2
        x = width / 2 + across * np.cos(angle) - down * np.sin(angle)
        y = height / 2 + across * np.sin(angle) + down * np.cos(angle)
    x, y = x / width, y / height
    for _ in range(lie.quarter):
        x, y = 1.0 - y, x
    x, y = x.clip(0.0, 1.0), y.clip(0.0, 1.0)
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _ink(image: Image.Image) -> NDArray[np.bool_]:
    """Where a small copy of the page is darker than its surroundings."""
    preview = image.convert("L")
    preview.thumbnail((_PREVIEW_PIXELS, _PREVIEW_PIXELS), Image.Resampling.BOX)
    around = preview.filter(ImageFilter.BoxBlur(_BACKGROUND_RADIUS))
    ink = np.asarray(around, dtype=np.int16) - np.asarray(preview, dtype=np.int16) > _INK_DEPTH
    rows, columns = int(ink.shape[0] * _TRIM), int(ink.shape[1] * _TRIM)
    return ink[rows : ink.shape[0] - rows, columns : ink.shape[1] - columns]


def _best_angle(y: NDArray[np.intp], x: NDArray[np.intp]) -> tuple[float, float]:
    """The skew in degrees and how much the rows differ there; 0, 0 for a page without ink."""
    if not len(y):
        return 0.0, 0.0
    best, best_score = 0.0, _unevenness(y, x, 0.0)
    reach = MAX_SKEW_DEGREES
    for step in _STEPS:
        middle = best
        for angle in np.arange(middle - reach, middle + reach + step / 2, step):
            score = _unevenness(y, x, float(angle))
            if score > best_score:
                best, best_score = float(angle), score
        reach = step
    return best, best_score


def _unevenness(y: NDArray[np.intp], x: NDArray[np.intp], degrees: float) -> float:
    rows = np.rint(y - x * np.tan(np.deg2rad(degrees))).astype(np.intp)
    profile = np.bincount(rows - rows.min()).astype(np.float64)
    capped = np.minimum(profile, _CAP * profile.mean())
    return float(np.square(np.diff(capped)).sum())
