"""Draws cost against size from the JSON of the scale benchmark.

python -m tests.benchmarks.scale_plot results/scale.json results/scale.svg
"""

import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_WIDTH, _HEIGHT, _GAP = 300, 220, 26
_LEFT, _TOP, _RIGHT, _BOTTOM = 52, 44, 14, 36
_COLOURS = ("#1f6f8b", "#c0562f", "#5b7f2b")
_STYLE = "font-family:sans-serif;font-size:11px;fill:#333"


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a panel."""

    name: str
    of: Callable[[dict[str, Any]], float]


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: size on a logarithmic axis, values from zero."""

    title: str
    series: tuple[Series, ...]


PANELS = (
    Panel(
        "question to 10 hits, ms",
        (
            Series("p50", lambda size: size["questions"]["latency_ms"]["p50"]),
            Series("p95", lambda size: size["questions"]["latency_ms"]["p95"]),
            Series("processor", lambda size: size["questions"]["latency_ms"]["cpu"]),
        ),
    ),
    Panel(
        "taking in one passage, ms",
        (
            Series("clock", lambda size: 1000 / size["passages_per_s"]),
            Series("processor, both cores", lambda size: size["cpu_ms_per_passage"]),
        ),
    ),
    Panel(
        "resident memory while taking in, MB",
        (Series("now", lambda size: size["rss_mb"]), Series("peak", lambda size: size["peak_rss_mb"])),
    ),
)


def draw(sizes: Sequence[dict[str, Any]]) -> str:
    """The panels side by side as SVG."""
    width = len(PANELS) * _WIDTH + (len(PANELS) - 1) * _GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}">',
        f'<rect width="{width}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for place, panel in enumerate(PANELS):
        parts.append(f'<g transform="translate({place * (_WIDTH + _GAP)} 0)">')
        parts.extend(_panel(panel, sizes))
        parts.append("</g>")
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel, sizes: Sequence[dict[str, Any]]) -> Iterator[str]:
    counts = [float(size["passages"]) for size in sizes]
    top = _round_up(max(series.of(size) for series in panel.series for size in sizes))
    low, high = math.log10(counts[0]), math.log10(counts[-1])
    inner_width, inner_height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def x(count: float) -> float:
        return _LEFT + (math.log10(count) - low) / ((high - low) or 1) * inner_width

    def y(value: float) -> float:
        return _TOP + inner_height * (1 - value / top)

    yield f'<text x="{_LEFT}" y="14" style="{_STYLE};font-weight:bold">{panel.title}</text>'
    for share in (0, 0.25, 0.5, 0.75, 1):
        at = y(share * top)
        yield f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 6}" y="{at + 4:.1f}" text-anchor="end" style="{_STYLE}">{share * top:g}</text>'
    for count in counts:
        place = f'x="{x(count):.1f}" y="{_HEIGHT - 18}" text-anchor="middle"'
        yield f'<text {place} style="{_STYLE}">{_short(count)}</text>'
    yield f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 4}" text-anchor="middle" style="{_STYLE}">passages</text>'
    for number, series in enumerate(panel.series):
        colour = _COLOURS[number]
        points = [(x(count), y(series.of(size))) for count, size in zip(counts, sizes, strict=True)]
        line = " ".join(f"{left:.1f},{down:.1f}" for left, down in points)
        yield f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{left:.1f}" cy="{down:.1f}" r="3" fill="{colour}"/>' for left, down in points)
        yield f'<text x="{_LEFT + 70 * number}" y="30" style="{_STYLE};fill:{colour}">● {series.name}</text>'


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 6, 8, 10 times a power of ten."""
    power = 10 ** math.floor(math.log10(value)) if value > 0 else 1
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= value)


def _short(count: float) -> str:
    return f"{count / 1000:.0f}k" if count >= 1000 else f"{count:.0f}"


def main() -> None:
    """Read the JSON, write the picture."""
    source, target = map(Path, sys.argv[1:3])
    target.write_text(draw(json.loads(source.read_text(encoding="utf-8"))["sizes"]), encoding="utf-8")


if __name__ == "__main__":
    main()
