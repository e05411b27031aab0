import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from ingest.isolation.drawing import PageDrawer
from ingest.loaders.page_pictures import PDF, drawn_page, page_png
from ingest.settings import ReadingLimits


@pytest.fixture
def drawer() -> Iterator[PageDrawer]:
    one = PageDrawer()
    yield one
    one.close()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    page = canvas.Canvas(str(tmp_path / "thu.pdf"))
    page.drawString(100, 700, "Hoi LHPN xa Go Sen")
    page.showPage()
    page.save()
    return tmp_path / "thu.pdf"


def test_another_process_draws_what_this_one_would(drawer: PageDrawer, letter: Path, tmp_path: Path) -> None:
    assert drawer.page(letter, PDF, 1) == drawn_page(letter, PDF, 1)
    assert drawer.png(letter, PDF, 1, 96) == page_png(letter, PDF, 1, 96)
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert drawer.png(tmp_path / "hong.pdf", PDF, 1, 96) is None
    assert drawer.page(letter, PDF, 2) is None
    assert drawer.page(letter, PDF, 1) is not None


def test_a_process_that_dies_is_replaced_and_its_page_not_tried_again(drawer: PageDrawer, letter: Path) -> None:
    assert drawer.page(letter, PDF, 1) is not None
    first = drawer._process
    assert first is not None
    os.kill(first._process.pid, signal.SIGTERM)
    first._process.wait(10)
    assert drawer.png(letter, PDF, 1, 96) is None
    assert drawer.page(letter, PDF, 1) is None
    assert drawer.page(letter, PDF, 2) is None
    assert drawer._process is not first
    other = letter.rename(letter.with_name("khac.pdf"))
    assert drawer.page(other, PDF, 1) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be stopped there")
def test_a_page_that_takes_too_long_is_given_up(letter: Path) -> None:
    drawer = PageDrawer(ReadingLimits(silence_s=30.0, document_s=0.5, memory_mb=1024))
    assert drawer.page(letter, PDF, 1) is not None
    assert drawer._process is not None
    os.kill(drawer._process._process.pid, signal.SIGSTOP)
    assert drawer.page(letter, PDF, 2) is None
    drawer.get_ready()
    process = drawer._process
    assert process is not None
    drawer.close()
    assert process._process.poll() is not None
    assert drawer.page(letter, PDF, 1) is None
