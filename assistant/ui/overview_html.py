"""What the store holds as bars: by year, unit, type and state; drawn by us, readable as a list of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assistant.ui_texts_vi import documents as documents_texts
from assistant.ui_texts_vi import folders as texts
from vectorstore.quality import StoreQuality
from vectorstore.records import Counts, Facets

BARS_SHOWN = 8
"""Bars of a group; the others are summed up in one."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the bars show."""

    facets: Facets
    counts: Counts
    unsettled: int
    """Files that could not be taken in."""
    quality: StoreQuality


def overview_html(overview: Overview) -> str:
    """Four groups of bars and a line on how well the documents were read."""
    counts, facets = overview.counts, overview.facets
    states = (
        (documents_texts.STATUS["indexed"], counts.documents),
        (documents_texts.STATUS["extracted"], counts.waiting),
        (documents_texts.STATUS["removed"], counts.removed),
        (texts.STATE_UNSETTLED, overview.unsettled),
    )
    groups = (
        (texts.BY_YEAR, [(str(year), count) for year, count in facets.years]),
        (texts.BY_UNIT, list(facets.units)),
        (texts.BY_TYPE, list(facets.types)),
        (texts.BY_STATE, [(name, count) for name, count in states if count]),
    )
    drawn = "".join(_group(title, bars) for title, bars in groups if bars)
    if not drawn:
        return f'<p class="tl-hint">{texts.OVERVIEW_EMPTY}</p>'
    return f'<div class="tl-charts">{drawn}</div>{_quality(overview.quality)}'


def _group(title: str, bars: Sequence[tuple[str, int]]) -> str:
    shown = list(bars[:BARS_SHOWN])
    if rest := bars[BARS_SHOWN:]:
        shown.append((texts.OTHER_VALUES.format(count=len(rest)), sum(count for _, count in rest)))
    most = max(count for _, count in shown)
    rows = "".join(_bar(name, count, most) for name, count in shown)
    return f'<section class="tl-chart"><h3>{title}</h3><ul>{rows}</ul></section>'


def _bar(name: str, count: int, most: int) -> str:
    width = max(1, round(100 * count / most))
    return (
        f'<li><span class="tl-chart-name">{escape(name)}</span><span class="tl-chart-count">{count}</span>'
        f'<span class="tl-chart-bar" aria-hidden="true"><i style="width: {width}%"></i></span></li>'
    )


def _quality(quality: StoreQuality) -> str:
    parts = [texts.QUALITY_PAGES.format(pages=quality.pages, empty=quality.empty_pages)]
    if quality.garbled_characters:
        share = f"{quality.garbled_share * 100:.1f}".replace(".", ",")
        parts.append(texts.QUALITY_GARBLED.format(share=share))
    if quality.image_confidence is not None:
        sure = f"{quality.image_confidence * 100:.0f}"
        parts.append(texts.QUALITY_IMAGES.format(pages=quality.image_pages, confidence=sure))
    if quality.doubtful:
        parts.append(texts.QUALITY_DOUBTFUL.format(count=quality.doubtful))
    return f'<p class="tl-hint tl-quality"><strong>{texts.QUALITY_TITLE}</strong> {"; ".join(parts)}.</p>'
