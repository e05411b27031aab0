"""The sample documents: labelled, small, made from their sources, and answering the questions written for them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.samples.making.build import built_files
from assistant.samples.making.pdf import FONT_FOLDER
from assistant.samples.making.source import read_source
from ingest.documents import Document
from ingest.loaders.registry import parse
from ingest.pipeline import expand_paths, read_documents
from ingest.settings import IngestSettings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "assistant" / "samples"
QUESTIONS = ROOT / "tests" / "data" / "samples.questions.jsonl"
MAX_BYTES = 300_000


def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {document.source: "\n".join(page.text for page in document.pages) for document in documents()}


def documents() -> Iterator[Document]:
    for path in expand_paths([SAMPLES]):
        for document in read_documents(path, IngestSettings()):
            assert isinstance(document, Document)
            yield document


def test_every_sample_says_that_it_is_one_and_is_small(texts: dict[str, str]) -> None:
    assert len(texts) == 6
    for name, text in texts.items():
        assert name.startswith("mau-")
        assert "TÀI LIỆU MẪU" in text
        assert (SAMPLES / name).stat().st_size < MAX_BYTES


@pytest.mark.skipif(not FONT_FOLDER.is_dir(), reason="fonts-liberation2 is not installed")
def test_committed_word_and_pdf_samples_are_what_their_sources_make() -> None:
    for name, data in built_files().items():
        suffix = Path(name).suffix
        made, committed = parse(data, name, suffix), parse((SAMPLES / name).read_bytes(), name, suffix)
        assert made.pages == committed.pages


def test_building_twice_gives_the_same_bytes() -> None:
    assert built_files() == built_files()


def test_unknown_directive_in_a_source_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.source"
    path.write_text("@footer x\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no such directive: @footer"):
        read_source(path)


def test_questions_are_ten_answerable_and_four_near_misses() -> None:
    kinds = [question["kind"] for question in questions()]
    assert (len(kinds), kinds.count("unanswerable"), kinds.count("multi")) == (14, 4, 1)
    assert kinds.count("no_diacritics") >= 3


@pytest.mark.parametrize("question", questions(), ids=lambda question: question["id"])
def test_support_of_a_question_stands_in_the_sample_it_names(question: dict[str, Any], texts: dict[str, str]) -> None:
    for field in ("support", "near_miss"):
        sources = question.get(f"{field}_source", [])
        for passage, source in zip(question.get(field, []), sources, strict=True):
            assert passage in texts[source]
    if question["kind"] not in {"unanswerable", "multi"}:
        assert all(any(fact in passage for passage in question["support"]) for fact in question["key_facts"])
