import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from ingest.documents import RawDocument
from ingest.errors import EmptyFileError, NotTextError
from ingest.loaders.jsonl import RecordProblem, read_jsonl
from ingest.rejected import Rejected
from ingest.settings import IngestLimits

LIMITS = IngestLimits()


def record(**fields: object) -> str:
    base: dict[str, object] = {"id": "tin-1", "title": "Tin hội nghị", "text": "Nội dung tin."}
    return json.dumps({**base, **fields}, ensure_ascii=False)


def read(tmp_path: Path, *lines: str | bytes, limits: IngestLimits = LIMITS) -> list[RawDocument | Rejected]:
    path = tmp_path / "kho.jsonl"
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    return list(read_jsonl(path, path.name, limits))


def test_record_becomes_a_document_named_by_its_id(tmp_path: Path) -> None:
    line = record(date="12/3/2024", unit="Hội LHPN huyện A", url="https://example.org", type="Tin bài", extra=[1])
    (document,) = read(tmp_path, line)
    assert isinstance(document, RawDocument)
    assert document.source == "tin-1"
    assert document.content_sha256 == hashlib.sha256(line.encode()).hexdigest()
    assert document.pages[0].text == "Nội dung tin."
    assert document.record_line == 1
    declared = document.declared
    assert (declared.title, declared.date, declared.unit, declared.url, declared.type) == (
        "Tin hội nghị",
        "2024-03-12",
        "Hội LHPN huyện A",
        "https://example.org",
        "Tin bài",
    )


def test_bad_line_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    good = [record(id=f"tin-{number}") for number in range(1, 10)]
    good[6] = '{"id": "tin-7", "title": '
    results = read(tmp_path, *good)
    (rejected,) = [result for result in results if isinstance(result, Rejected)]
    assert rejected.record_line == 7
    assert rejected.source == "kho.jsonl"
    assert rejected.error.details == {"line": 7, "problem": RecordProblem.NOT_JSON}
    assert len(results) == 9


@pytest.mark.parametrize(
    ("line", "details"),
    [
        ("[1, 2]", {"problem": "not_object"}),
        ('"chữ"', {"problem": "not_object"}),
        (b'{"id": "\xff"}', {"problem": "not_utf8"}),
        ('{"id": "a", "title": "b"}', {"problem": "missing_field", "field": "text"}),
        (record(text=["a"]), {"problem": "wrong_type", "field": "text"}),
        (record(unit={"a": 1}), {"problem": "wrong_type", "field": "unit"}),
        (record(text=" \n"), {"problem": "empty_field", "field": "text"}),
        (record(id=""), {"problem": "empty_field", "field": "id"}),
        (record(date="32/13/2024"), {"problem": "bad_date", "field": "date"}),
    ],
)
def test_problem_of_a_bad_line_is_said(tmp_path: Path, line: str | bytes, details: dict[str, Any]) -> None:
    _, rejected = read(tmp_path, record(), line)
    assert isinstance(rejected, Rejected)
    assert rejected.error.details == {"line": 2, **details}


def test_whole_number_as_id_and_bare_year_as_date_are_accepted(tmp_path: Path) -> None:
    (document,) = read(tmp_path, record(id=17, date="2021", title=None))
    assert isinstance(document, RawDocument)
    assert document.source == "17"
    assert (document.declared.date, document.declared.year, document.declared.title) == (None, 2021, None)


def test_blank_lines_and_byte_order_mark_are_skipped(tmp_path: Path) -> None:
    results = read(tmp_path, b"\xef\xbb\xbf" + record().encode(), "", "   ", record(id="tin-2"))
    assert [item.record_line for item in results] == [1, 4]


def test_line_above_the_limit_is_rejected_and_the_next_one_is_read(tmp_path: Path) -> None:
    limits = IngestLimits(max_record_bytes=1000)
    results = read(tmp_path, record(), record(text="dài " * 3_000_000), record(id="tin-3"), limits=limits)
    rejected = results[1]
    assert isinstance(rejected, Rejected)
    assert rejected.error.details == {"line": 2, "problem": RecordProblem.TOO_LONG}
    assert [type(item) for item in results] == [RawDocument, Rejected, RawDocument]


def test_file_without_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError, match="empty_file"):
        read(tmp_path, "", "  ")


def test_binary_file_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(NotTextError, match="not_text"):
        read(tmp_path, b"\x00\x01\x02", b"\x03")


def test_hash_of_a_record_does_not_depend_on_the_line_end(tmp_path: Path) -> None:
    (unix, _) = read(tmp_path, record(), record(id="b"))
    (windows, _) = read(tmp_path, record() + "\r", record(id="b"))
    assert unix.content_sha256 == windows.content_sha256
