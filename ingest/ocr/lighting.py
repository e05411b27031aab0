"""Photographs of pages: shadows and gradients taken out, so that one threshold separates ink from paper."""

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
