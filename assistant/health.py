"""Checks behind the doctor verb: what is installed, what the data folder holds, whether the indexes agree."""

import importlib.metadata
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.messages_vi.checkup import DEEP_CHECKED, QUALITY_SUMS
from assistant.services import Services
from ingest.ocr import tesseract
from vectorstore.checking import StoreProblem
from vectorstore.quality import store_quality

_PACKAGES = ("langchain", "chromadb", "sentence-transformers", "gradio", "pypdf", "tantivy", "torch")
_TOOLS = {"chromium": "apt-get install chromium"}
_OCR_INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie"
_LOW_SPACE_BYTES = 1 * 2**30


class Level(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's report; ``name`` keys its Vietnamese sentence, ``value`` fills it."""

    name: str
    level: Level
    value: str


def examine(services: Services, *, deep: bool) -> Iterator[Finding]:
    """Every finding, cheap ones first; ``deep`` compares both indexes with the catalogue chunk by chunk."""
    yield Finding("python", Level.OK, platform.python_version())
    yield from (_package(name) for name in _PACKAGES)
    yield from (_tool(name, command) for name, command in _TOOLS.items())
    yield _ocr()
    yield from _folder(services)
    model = services.store.embedder.model
    yield Finding("embedding_model", Level.OK, f"{model.model_id} ({model.dim})")
    yield _language_model(services.settings.values.llm.model)
    yield _quality(services)
    problems = services.store.check(deep=deep)
    yield from (Finding(problem.code, Level.PROBLEM, _details(problem)) for problem in problems)
    if not problems:
        counts = services.store.counts()
        yield Finding("store_agrees", Level.OK, f"{counts.documents} / {counts.chunks}")
    if deep and not problems:
        yield Finding("deep_agrees", Level.OK, DEEP_CHECKED)


def _package(name: str) -> Finding:
    try:
        return Finding("package", Level.OK, f"{name} {importlib.metadata.version(name)}")
    except importlib.metadata.PackageNotFoundError:
        return Finding("package_missing", Level.PROBLEM, name)


def _tool(name: str, command: str) -> Finding:
    path = shutil.which(name)
    return Finding("tool", Level.OK, path) if path else Finding("tool_missing", Level.NOTE, f"{name}: {command}")


def _ocr() -> Finding:
    """The program without its Vietnamese data reads nothing."""
    program = tesseract.installed()
    if program is None:
        return Finding("tool_missing", Level.NOTE, f"tesseract: {_OCR_INSTALL}")
    if not tesseract.is_available():
        return Finding("ocr_language_missing", Level.NOTE, f"{tesseract.LANGUAGE}: {_OCR_INSTALL}")
    return Finding("tool", Level.OK, f"{program} ({tesseract.LANGUAGE})")


def _folder(services: Services) -> Iterator[Finding]:
    folder = services.settings.data_dir
    free = shutil.disk_usage(folder).free
    yield Finding("data_folder", Level.OK, str(folder.resolve()))
    level = Level.PROBLEM if free < _LOW_SPACE_BYTES else Level.OK
    yield Finding("free_space", level, f"{free / 2**30:.1f} GB")


def _quality(services: Services) -> Finding:
    summary = store_quality(services.store.qualities())
    share = f"{summary.garbled_share * 100:.1f}%"
    value = QUALITY_SUMS.format(
        documents=summary.documents, doubtful=summary.doubtful, empty=summary.empty_pages, garbled=share
    )
    return Finding("quality", Level.NOTE if summary.doubtful else Level.OK, value)


def _details(problem: StoreProblem) -> str:
    return ", ".join(f"{name} {value}" for name, value in problem.details.items())


def _language_model(model: str | None) -> Finding:
    return Finding("language_model", Level.NOTE, model or "-")
