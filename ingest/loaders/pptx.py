"""PowerPoint presentations (.pptx) through python-pptx: one page per slide, its title a heading, notes at its end."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import pptx
from pptx.exc import PackageNotFoundError, PythonPptxError

from ingest.documents import BlockKind
from ingest.errors import DamagedFileError
from ingest.loaders.extracted import Extracted
from ingest.loaders.flow import FlowBreak, FlowCell, FlowItem, FlowParagraph, FlowTable, lay_out
from ingest.loaders.office_variants import as_plain_kind
from ingest.loaders.sheet_xml import MAX_UNPACKED_BYTES, check_unpacked
from ingest.text.encoding_choice import Run

_FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError,
             EOFError, PackageNotFoundError, PythonPptxError, KeyError, ValueError, AttributeError,
             SyntaxError, IndexError, TypeError, OSError)  # fmt: skip
_COLUMN = 1000
_MAX_GROUP_DEPTH = 20


def read_pptx(data: bytes) -> Extracted:
    """Slides in order, hidden ones left out; shapes from top to bottom as people read them.

    :raises DamagedFileError: If it is not a readable presentation.
    :raises FileTooLargeError: If it unpacks to more than is sane.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_unpacked(archive, MAX_UNPACKED_BYTES)
        return lay_out(list(_items(pptx.Presentation(io.BytesIO(as_plain_kind(data))))))
    except _FAILURES as error:
        raise DamagedFileError(problem=type(error).__name__) from error


# python-pptx has no type hints
def _items(presentation: Any) -> Iterator[FlowItem]:  # noqa: ANN401
    for number, slide in enumerate(presentation.slides, 1):
        if slide.element.get("show") in {"0", "false"}:
            continue
        yield FlowBreak(number)
        title = slide.shapes.title
        if title is not None:
            yield from _paragraphs(title.text_frame, BlockKind.HEADING, 2)
        for shape in _in_order(slide.shapes):
            if title is None or shape.shape_id != title.shape_id:
                yield from _shape(shape)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            yield from _paragraphs(slide.notes_slide.notes_text_frame)


def _in_order(shapes: Any, depth: int = 0) -> Iterator[Any]:  # noqa: ANN401
    placed = sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))
    for shape in placed:
        if hasattr(shape, "shapes") and depth < _MAX_GROUP_DEPTH:
            yield from _in_order(shape.shapes, depth + 1)
        else:
            yield shape


def _shape(shape: Any) -> Iterator[FlowItem]:  # noqa: ANN401
    if getattr(shape, "has_table", False) and shape.has_table:
        yield FlowTable([_row(row) for row in shape.table.rows], is_sheet=True, labelled=True)
    elif shape.has_text_frame:
        yield from _paragraphs(shape.text_frame)


def _row(row: Any) -> list[FlowCell]:  # noqa: ANN401
    cells: list[FlowCell] = []
    for index, cell in enumerate(row.cells):
        if cell.is_spanned and not cell._tc.vMerge:
            cells[-1].right = (index + 1) * _COLUMN
            continue
        paragraphs = list(_paragraphs(cell.text_frame))
        cells.append(FlowCell(paragraphs, index * _COLUMN, (index + 1) * _COLUMN, from_above=bool(cell._tc.vMerge)))
    return cells


def _paragraphs(frame: Any, kind: BlockKind | None = None, level: int | None = None) -> Iterator[FlowParagraph]:  # noqa: ANN401
    for paragraph in frame.paragraphs:
        runs = [Run(run.text.replace("\v", "\n"), run.font.name) for run in paragraph.runs]
        if any(run.text.strip() for run in runs):
            yield FlowParagraph(runs, kind, level)
