import os
from pathlib import Path

import pytest
from PIL import Image

from ingest.errors import OcrFailedError, OcrMissingError
from ingest.ocr import tesseract
from ingest.ocr.tesseract import is_available, recognise
from tests.ingest.ocr.pages import program

PAGE = Image.new("L", (50, 50), 255)
posix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a shell script")


def test_without_the_program_nothing_is_available(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not is_available()
    with pytest.raises(OcrMissingError, match="ocr_missing"):
        recognise(PAGE, 300)


@posix_only
def test_program_that_gives_up_is_a_failed_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert is_available()
    with pytest.raises(OcrFailedError, match="ocr_crashed"):
        recognise(PAGE, 300)


@posix_only
def test_program_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "exec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(tesseract, "PAGE_TIMEOUT_S", 0.3)
    with pytest.raises(OcrFailedError, match="ocr_timeout"):
        recognise(PAGE, 300)
