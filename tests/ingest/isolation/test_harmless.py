import json
import os
from pathlib import Path

import pytest

from ingest.isolation.harmless import is_harmless, may_hold_files

RECORD = json.dumps({"id": "a", "text": "Chi hội trồng quế. " * 40}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ngan.txt", "Chi hội họp."),
        ("ngan.md", "# Chi hội"),
        ("nhieu.jsonl", f"{RECORD}\n" * 300),
        ("trong.txt", ""),
    ],
)
def test_short_texts_and_files_of_short_records_need_no_process(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert is_harmless(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dai.txt", b"a" * 70_000),
        ("ban-ghi-dai.jsonl", b'{"id": "a", "text": "' + b"a " * 40_000 + b'"}\n'),
        ("lon.jsonl", f"{RECORD}\n".encode() * 1_000),
        ("la-pdf.txt", b"%PDF-1.7\n"),
        ("nhi-phan.txt", b"Chi h\x00i"),
        ("thu.txt", b"From: a@b.vn\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\nxin"),
        ("van-ban.docx", b"Chi hoi"),
    ],
)
def test_what_may_be_long_to_read_or_something_else_is_read_apart(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert not is_harmless(path)


def test_a_file_that_is_gone_is_told_at_once(tmp_path: Path) -> None:
    assert is_harmless(tmp_path / "khong-co.pdf")
    assert not may_hold_files(tmp_path / "khong-co.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("name", ["ống.txt", "ống.zip"])
def test_a_pipe_is_not_waited_on(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert is_harmless(tmp_path / name)
    assert not may_hold_files(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.zip", b"", True),
        ("a.bin", b"PK\x03\x04...", True),
        ("a.docx", b"PK\x03\x04...", False),
        ("a.txt", b"a", False),
    ],
)
def test_archives_are_told_by_name_or_bytes(tmp_path: Path, name: str, data: bytes, expected: bool) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert may_hold_files(path) is expected
