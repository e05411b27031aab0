"""The picture of a page with the boxes of a citation, and the bar that zooms it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from assistant.ui.addresses import picture_address
from assistant.ui_texts_vi import source_panel as texts
from assistant.viewing.boxes import Box
from ingest.loaders.page_pictures import RESOLUTIONS

ZOOMS = (100, 125, 150, 200, 300)
"""Per cent of the width there is; static/viewer.js walks the same list."""
_SHARP = ((100, 144), (150, 216), (300, 288))
"""Up to which zoom which resolution is sharp in the panel of a dense screen."""
_FULL = 100


@dataclass(frozen=True, slots=True)
class Picture:
    """A page that can be drawn."""

    document_id: str
    page: int
    width: float
    """In points, as shown; the height likewise."""
    height: float
    boxes: tuple[Box, ...] = ()
    zoom: int = _FULL


def picture_html(picture: Picture, *, hidden: bool) -> str:
    """The page in a box of its own that scrolls, the citation marked; ``hidden`` while its text is read instead."""
    label = texts.VIEW_PAGE_PICTURE.format(page=picture.page)
    address = picture_address(picture.document_id, picture.page, resolution_of(picture.zoom))
    boxes = "".join(_boxes(picture.boxes))
    return (
        f'<div class="tl-sheet-scroll" data-view-part="picture" tabindex="0" role="region" aria-label="{label}"'
        f'{" hidden" if hidden else ""}><div class="tl-sheet" data-zoom="{picture.zoom}" '
        f'style="width:{picture.zoom}%;aspect-ratio:{picture.width:.2f}/{picture.height:.2f}">'
        f'<img class="tl-sheet-image" src="{escape(address)}" alt="{label}" decoding="async">{boxes}</div></div>'
    )


def zoom_html(zoom: int) -> str:
    """Buttons for smaller and larger, and the zoom itself."""
    buttons = (
        ("out", "−", texts.VIEW_ZOOM_OUT),
        ("in", "+", texts.VIEW_ZOOM_IN),
    )
    out, into = (
        f'<button type="button" class="tl-button tl-tool" data-viewer="{name}" aria-label="{label}" '
        f'title="{label}">{sign}</button>'
        for name, sign, label in buttons
    )
    return (
        f'<span class="tl-zoom" data-view-tool="picture">{out}<span class="tl-zoom-value" aria-live="polite">{zoom} %'
        f"</span>{into}</span>"
    )


def resolution_of(zoom: int) -> int:
    """Dots per inch that are sharp at a zoom."""
    return next((dpi for limit, dpi in _SHARP if zoom <= limit), RESOLUTIONS[-1])


def _boxes(boxes: Sequence[Box]) -> Iterator[str]:
    for number, box in enumerate(boxes):
        mark = ' data-first aria-hidden="true"' if number == 0 else ' aria-hidden="true"'
        yield (
            f'<span class="tl-box"{mark} style="left:{_percent(box.left)};top:{_percent(box.top)};'
            f'width:{_percent(box.right - box.left)};height:{_percent(box.height)}"></span>'
        )


def _percent(share: float) -> str:
    return f"{100 * min(max(share, 0.0), 1.0):.3f}%"
