"""From the layout of PDF pages to raw pages: page furniture set aside, tables to rows, lines to paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.documents import BlockKind, RawPage
from ingest.loaders.extracted import PageBuilder
from ingest.loaders.pdf_furniture import running_lines
from ingest.loaders.pdf_layout import Fragment, PageLayout, printed_lines
from ingest.loaders.pdf_lines import PrintedLine, paragraphs
from ingest.loaders.pdf_tables import Grid, cells_of, find_grids
from ingest.loaders.tables import is_layout, render_rows
from ingest.text.look_alikes import settle_letters, settle_motto
from ingest.text.word_repair import mend_words


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a page in drawing order: printed lines, then the rows of the table that follows them."""

    lines: list[PrintedLine]
    rows: list[str]


def pdf_pages(layouts: Sequence[PageLayout]) -> tuple[RawPage, ...]:
    """The raw pages, numbered from 1."""
    pages = [_mended(_parts(layout)) for layout in layouts]
    furniture = running_lines([[line.text for part in parts for line in part.lines] for parts in pages])
    numbered = enumerate(zip(pages, furniture, strict=True), start=1)
    return tuple(_page(number, parts, outside) for number, (parts, outside) in numbered)


def _parts(layout: PageLayout) -> list[_Part]:
    grids = find_grids(layout.rules)
    inside: dict[Grid, list[Fragment]] = {grid: [] for grid in grids}
    stretches: list[tuple[list[Fragment], Grid | None]] = [([], None)]
    grid: Grid | None = None
    for fragment in layout.fragments:
        # a line end handed out on its own belongs to the text before it
        if fragment.text.strip():
            grid = next((candidate for candidate in grids if candidate.locate(fragment)), None)
        if grid is None:
            stretches[-1][0].append(fragment)
            continue
        if not inside[grid]:
            stretches[-1] = (stretches[-1][0], grid)
            stretches.append(([], None))
        inside[grid].append(fragment)
    return [_part(outside, grid, inside) for outside, grid in stretches]


def _mended(parts: Sequence[_Part]) -> list[_Part]:
    """The parts of one page with its words whole and its letters settled."""
    texts = [text for part in parts for text in (*(line.text for line in part.lines), *part.rows)]
    settled = settle_motto(settle_letters("\n".join(texts))).split("\n")
    mended = mend_words(settled)
    if mended == texts:
        return list(parts)
    rest = iter(mended)
    return [
        _Part([replace(line, text=next(rest)) for line in part.lines], [next(rest) for _ in part.rows])
        for part in parts
    ]


def _part(outside: list[Fragment], grid: Grid | None, inside: dict[Grid, list[Fragment]]) -> _Part:
    lines = printed_lines(outside)
    if grid is None:
        return _Part(lines, [])
    cells = cells_of(grid, inside[grid])
    if is_layout(cells) or sum(any(row[column].text for row in cells) for column in range(len(cells[0]))) == 1:
        return _Part(lines + printed_lines(inside[grid]), [])
    return _Part(lines, render_rows(cells))


def _page(number: int, parts: Sequence[_Part], furniture: frozenset[int]) -> RawPage:
    builder = PageBuilder(number)
    position = 0
    for part in parts:
        indices = range(position, position + len(part.lines))
        position += len(part.lines)
        _add_lines(builder, part.lines, {index - indices.start for index in indices if index in furniture})
        for row in part.rows:
            builder.add(row, BlockKind.TABLE_ROW)
    return builder.build()


def _add_lines(builder: PageBuilder, lines: Sequence[PrintedLine], furniture: set[int]) -> None:
    """Furniture breaks no paragraph: what stands at the head goes before the text, the rest after it."""
    text = [line for index, line in enumerate(lines) if index not in furniture]
    first = next((index for index in range(len(lines)) if index not in furniture), 0)
    for index in sorted(furniture):
        if index < first:
            builder.add(lines[index].text, BlockKind.BOILERPLATE)
    for paragraph in paragraphs(text):
        builder.add(paragraph)
    for index in sorted(furniture):
        if index >= first:
            builder.add(lines[index].text, BlockKind.BOILERPLATE)
