"""Why a whole file brought no text although its pages were looked at as images."""

from collections.abc import Iterable

from ingest.errors import IngestError, NoTextLayerError, OcrFailedError, OcrMissingError

MISSING = "ocr_missing"
"""The problem of a page whose image nothing installed can read; the others are of OcrProblem."""


def nothing_read(problems: Iterable[str | None]) -> IngestError:
    """The error for a file of no text, by what was the problem with each of its pages."""
    all_pages = list(problems)
    if MISSING in all_pages:
        return OcrMissingError(pages=len(all_pages))
    failed = next((problem for problem in all_pages if problem), None)
    if failed:
        return OcrFailedError(pages=len(all_pages), problem=failed)
    return NoTextLayerError(pages=len(all_pages))
