"""One document a line: ``id, title, text`` and optionally ``date, unit, url, type``; read line by line."""

import hashlib
from collections.abc import Container, Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.documents import Metadata, PartKey, RawDocument, RawPage
from ingest.errors import EmptyFileError, InvalidRecordError, NotTextError
from ingest.loaders.declared import iso_day
from ingest.rejected import Rejected
from ingest.settings import IngestLimits

MEDIA_TYPE = "application/jsonl"
_BOM = b"\xef\xbb\xbf"
_SKIP_BYTES = 2**20


class RecordProblem(StrEnum):
    """What is wrong with a line; ``details["problem"]`` of InvalidRecordError, with ``details["field"]`` if one is."""

    NOT_JSON = "not_json"
    NOT_UTF8 = "not_utf8"
    NOT_OBJECT = "not_object"
    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    EMPTY_FIELD = "empty_field"
    BAD_DATE = "bad_date"
    TOO_LONG = "too_long"


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str
    title: str | None
    text: str
    date: str | None = None
    unit: str | None = None
    url: str | None = None
    type: str | None = None


def read_jsonl(
    path: Path, source: str, limits: IngestLimits, skip: Container[PartKey] = frozenset()
) -> Iterator[RawDocument | Rejected]:
    """Every record as a document, every bad line as a rejection; blank lines and the lines ``skip`` are passed over.

    Memory is bounded by ``limits.max_record_bytes``.

    :raises EmptyFileError: If there is no record at all.
    :raises NotTextError: If the file is binary.
    :raises OSError: If it cannot be read.
    """
    found = False
    with path.open("rb") as file:
        for number, line in _lines(file, limits.max_record_bytes):
            if line is None:
                yield _rejected(source, number, None, InvalidRecordError(line=number, problem=RecordProblem.TOO_LONG))
            elif number == 1 and b"\0" in line:
                raise NotTextError
            elif not line.strip():
                continue
            elif number not in skip:
                yield _record(source, number, line)
            found = True
    if not found:
        raise EmptyFileError


def record_digests(path: Path, limits: IngestLimits) -> Iterator[tuple[int, str]]:
    """Line number and content hash of every record, without parsing any: 100 MB take about a second.

    :raises OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        for number, line in _lines(file, limits.max_record_bytes):
            if line is not None and line.strip():
                yield number, hashlib.sha256(line).hexdigest()


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines without their ends; None for one that is longer than allowed."""
    number = 0
    while line := file.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while (rest := file.readline(_SKIP_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield number, None
            continue
        yield number, line.rstrip(b"\r\n").removeprefix(_BOM if number == 1 else b"")


def _record(source: str, number: int, line: bytes) -> RawDocument | Rejected:
    digest = hashlib.sha256(line).hexdigest()
    try:
        record = _Record.model_validate_json(line)
    except ValidationError as error:
        return _rejected(source, number, digest, _invalid(number, line, error))
    for name in ("id", "text"):
        if not getattr(record, name).strip():
            problem = InvalidRecordError(line=number, problem=RecordProblem.EMPTY_FIELD, field=name)
            return _rejected(source, number, digest, problem)
    day = iso_day(record.date)
    if record.date and record.date.strip() and day is None and not _is_year(record.date):
        problem = InvalidRecordError(line=number, problem=RecordProblem.BAD_DATE, field="date")
        return _rejected(source, number, digest, problem)
    return _document(record, number, digest, day)


def _document(record: _Record, number: int, digest: str, day: str | None) -> RawDocument:
    # a day of publication says nothing sure about the year reported on; a bare year does
    year = "" if day else (record.date or "").strip()
    return RawDocument(
        source=record.id.strip(),
        content_sha256=digest,
        media_type=MEDIA_TYPE,
        pages=(RawPage(1, record.text.replace("\r\n", "\n").replace("\r", "\n")),),
        declared=Metadata(
            title=_given(record.title),
            date=day,
            year=int(year) if year else None,
            unit=_given(record.unit),
            type=_given(record.type),
            url=_given(record.url),
        ),
        encoding="utf-8",
        record_line=number,
    )


def _given(value: str | None) -> str | None:
    return (value or "").strip() or None


def _is_year(text: str) -> bool:
    text = text.strip()
    return len(text) == len("2024") and text.isascii() and text.isdecimal()


def _invalid(number: int, line: bytes, error: ValidationError) -> InvalidRecordError:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return InvalidRecordError(line=number, problem=RecordProblem.NOT_UTF8)
        return InvalidRecordError(line=number, problem=RecordProblem.NOT_JSON)
    if not first["loc"]:
        return InvalidRecordError(line=number, problem=RecordProblem.NOT_OBJECT)
    problem = RecordProblem.MISSING_FIELD if first["type"] == "missing" else RecordProblem.WRONG_TYPE
    return InvalidRecordError(line=number, problem=problem, field=str(first["loc"][0]))


def _rejected(source: str, number: int, digest: str | None, error: InvalidRecordError) -> Rejected:
    return Rejected(source, digest, error, record_line=number)
