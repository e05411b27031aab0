"""What reading a sheet row by row does not tell: merged ranges, its last row, formulas that were never computed."""

import re
import zipfile
from dataclasses import dataclass

from ingest.errors import FileTooLargeError
from ingest.loaders.workbook import MAX_COLUMNS, Span

MAX_UNPACKED_BYTES = 1024 * 2**20
"""A few KB of zip can unpack to many GB."""
_BLOCK = 1 << 20
_OVERLAP = 4096
_MAX_MERGED = 50_000
_MERGED = re.compile(rb'mergeCell [^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"')
_ROW = re.compile(rb'row [^>]*?\br="(\d{1,7})"')
_UNCOMPUTED = (re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>"), re.compile(rb"<f(?: [^>]*)?/>\s*</c>"))
"""Patterns begin with what they must contain: such are searched for at 1 GB/s."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """Facts about one sheet."""

    merged: tuple[Span, ...] = ()
    last_row: int = 0
    """1-based; 0 where rows are not numbered."""
    formulas_without_value: int = 0


def check_unpacked(archive: zipfile.ZipFile, limit: int) -> None:
    """Refuse an archive that states more than ``limit`` bytes.

    :raises FileTooLargeError: It does.
    """
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > limit:
        raise FileTooLargeError(size_mb=unpacked // 2**20, limit_mb=limit // 2**20)


def sheet_facts(archive: zipfile.ZipFile, part: str) -> SheetFacts:
    """Scan the XML of a sheet without building it: a million rows take about a second."""
    merged: list[Span] = []
    last_row = uncomputed = 0
    rest = b""
    with archive.open(part.lstrip("/")) as file:
        while block := file.read(_BLOCK):
            window = rest + block
            # a match inside the overlap is seen again with the next block, so only those that begin before it count
            cut = len(window) - (_OVERLAP if len(block) == _BLOCK else 0)
            merged += [_span(match) for match in _MERGED.finditer(window) if match.start() < cut]
            last_row = _last_row(window) or last_row
            uncomputed += sum(match.start() < cut for pattern in _UNCOMPUTED for match in pattern.finditer(window))
            rest = window[cut:]
    return SheetFacts(tuple(merged[:_MAX_MERGED]), last_row, uncomputed)


def _last_row(window: bytes) -> int:
    match = _ROW.match(window, window.rfind(b"row "))
    return int(match.group(1)) if match else 0


def _span(match: re.Match[bytes]) -> Span:
    left, top, right, bottom = match.groups()
    return Span(int(top) - 1, int(bottom), _column(left), min(_column(right) + 1, MAX_COLUMNS))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
