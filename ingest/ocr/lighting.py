"""Photographs and bad scans: shadows and grain taken out, so that one threshold separates ink from paper."""

import numpy as np
from PIL import Image, ImageFilter

_REDUCTION = 8
_INK_REACH = 9
"""Of the small copy: wider than the strokes of a heading, so that only paper is left."""

_BLUR = 8
_UNEVEN = 45
"""Grey levels between the light and the dark parts of the paper; scanners stay below 20."""

_MIN_PAPER = 24
_WHITE = 255

_CONTRAST_REDUCTION = 2
_INK_PERCENTILE = 0.3
"""Of the dots of a page with a few lines; a full page is ink to 5 in a hundred."""

_PALE = 120
_MIN_DEPTH = 15
"""Grey levels between paper and its own unevenness."""

_GRAINY = 16.0
"""Standard deviation of the grey of neighbouring dots: JPEG scans stay below 10; Tesseract needs minutes at 60."""

_MAX_BLUR = 2.2
_NORMAL = 1.4826 / 2**0.5
"""From the median of absolute differences of two noisy dots to the deviation of one."""


def evenly_lit(image: Image.Image) -> Image.Image:
    """The grey page as if lit evenly; unchanged where it is."""
    small = image.reduce(_REDUCTION)
    paper = small.filter(ImageFilter.MaxFilter(_INK_REACH)).filter(ImageFilter.BoxBlur(_BLUR))
    levels = np.asarray(paper)
    dark, light = np.percentile(levels, (5, 95))
    if light - dark < _UNEVEN:
        return image
    around = np.asarray(paper.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)
    values = np.asarray(image, dtype=np.float32) * (_WHITE / np.maximum(around, _MIN_PAPER))
    return Image.fromarray(np.minimum(values, _WHITE).astype(np.uint8))


def with_contrast(image: Image.Image) -> Image.Image:
    """The grey page from black to white if its ink is pale; unchanged where it is not, or where there is none."""
    levels = np.asarray(image.reduce(_CONTRAST_REDUCTION))
    ink, paper = (float(level) for level in np.percentile(levels, (_INK_PERCENTILE, 90)))
    if not _MIN_DEPTH <= paper - ink < _PALE:
        return image
    factor = _WHITE / (paper - ink)
    return image.point([round(min(max((level - ink) * factor, 0), _WHITE)) for level in range(_WHITE + 1)])


def without_grain(image: Image.Image) -> Image.Image:
    """The grey page smoothed as far as its grain asks for; unchanged where there is little."""
    grain = _grain(image)
    if grain < _GRAINY:
        return image
    radius = min(_MAX_BLUR, 1.0 + (grain - _GRAINY) / 40)
    return image.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.GaussianBlur(radius))


def _grain(image: Image.Image) -> float:
    """How much neighbouring dots differ, print aside: most of a page is paper."""
    dots = np.asarray(image, dtype=np.int16)
    differences = np.abs(dots[::4, 1:] - dots[::4, :-1])
    return float(np.median(differences)) * _NORMAL
