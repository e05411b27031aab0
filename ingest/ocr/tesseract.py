"""Tesseract as a program beside ours: one image in, the words on it out."""

import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from enum import IntEnum, StrEnum
from pathlib import Path

from PIL.Image import Image

from ingest.errors import OcrFailedError, OcrMissingError
from ingest.loaders.placed import PlacedLine
from ingest.ocr.tsv import read_tsv

LANGUAGE = "vie"
PAGE_TIMEOUT_S = 100.0
"""For all attempts at one page, which takes 2 to 4 s on an idle core: Tesseract can spend minutes on a photograph of
gravel. Below the silence after which a reading process counts as hung (120 s)."""

_PROBE_TIMEOUT_S = 15.0
_WINDOWS_PLACES = (
    r"%ProgramFiles%\Tesseract-OCR\tesseract.exe",
    r"%ProgramFiles(x86)%\Tesseract-OCR\tesseract.exe",
    r"%LocalAppData%\Programs\Tesseract-OCR\tesseract.exe",
)
"""The installer does not put itself on the search path."""


class OcrProblem(StrEnum):
    """Why a page could not be read; worded in messages_vi."""

    TIMEOUT = "ocr_timeout"
    CRASHED = "ocr_crashed"
    NO_IMAGE = "ocr_no_image"


class Layout(IntEnum):
    """How Tesseract looks for text (``--psm``)."""

    AUTOMATIC = 3
    """Columns and blocks are looked for."""
    SPARSE = 11
    """Scattered words: stamps, seals."""


def is_available() -> bool:
    """Whether Tesseract and its Vietnamese data are installed now; asks the program, which takes some 20 ms."""
    program = installed()
    if program is None:
        return False
    try:
        listed = _run(program, ["--list-langs"], _PROBE_TIMEOUT_S)
    except OcrFailedError:
        return False
    return LANGUAGE in listed.split()


def recognise(
    image: Image, dpi: int, layout: Layout = Layout.AUTOMATIC, *, timeout_s: float | None = None
) -> list[PlacedLine]:
    """Lines of words on a grey image, places in its pixels.

    :param timeout_s: PAGE_TIMEOUT_S if it is not given.

    :raises OcrMissingError: If Tesseract is not installed.
    :raises OcrFailedError: If it takes too long or gives up.
    """
    program = installed()
    if program is None:
        raise OcrMissingError(pages=1)
    buffer = io.BytesIO()
    image.save(buffer, format="PPM")
    arguments = ["stdin", "stdout", "-l", LANGUAGE, "--psm", str(int(layout)), "--dpi", str(dpi), "tsv"]
    limit = PAGE_TIMEOUT_S if timeout_s is None else timeout_s
    return read_tsv(_run(program, arguments, limit, buffer.getvalue()))


def installed() -> str | None:
    """Where the program is; its Vietnamese data may still be missing."""
    if found := shutil.which("tesseract"):
        return found
    places = (Path(os.path.expandvars(place)) for place in _WINDOWS_PLACES) if os.name == "nt" else ()
    return next((str(place) for place in places if place.is_file()), None)


def _run(program: str, arguments: Sequence[str], timeout_s: float, data: bytes = b"") -> str:
    try:
        finished = subprocess.run(
            [program, *arguments],
            input=data,
            capture_output=True,
            timeout=timeout_s,
            check=True,
            # pages are read side by side if at all: threads inside a page gain a fifth and cost a core
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise OcrFailedError(pages=1, problem=OcrProblem.TIMEOUT) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise OcrFailedError(pages=1, problem=OcrProblem.CRASHED) from error
    return finished.stdout.decode("utf-8", "replace")
