"""The five real news items and their example questions, from files to answers (skipped where ../shared is absent)."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.evaluation.answers_eval import evaluate_answers
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from ingest.documents import Flag
from ingest.text.folding import fold

FIRST_SEED = "000_8929df70908beebf.txt"
BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(load_settings(tmp_path_factory.mktemp("kho"), environment={})) as services:
        events = list(services.ingest([shared / "data" / "seeds"]))
        assert [event.report.status for event in events if isinstance(event, FileFinished)] == ["indexed"] * 5
        yield services


@pytest.fixture(scope="module")
def questions(shared: Path) -> tuple[EvalQuestion, ...]:
    return load_questions(shared / "data" / "eval" / "seeds.questions.jsonl")


def test_every_example_question_is_answered_in_full_from_the_right_file_or_refused(
    seeds: Services, questions: tuple[EvalQuestion, ...]
) -> None:
    report = evaluate_answers(seeds.ask, questions)
    assert [verdict.id for verdict in report.verdicts if not verdict.right] == []


def test_questions_that_no_weight_was_fitted_on_are_answered_as_well_as_is_promised(seeds: Services) -> None:
    report = evaluate_answers(seeds.ask, load_questions(BENCHMARKS / "first_sight_questions.jsonl"))
    shares = report.answerable_right, report.answerable_refused, report.unanswerable_refused
    right, refused, kept_back = (share or 0.0 for share in shares)
    assert right >= 0.85
    assert refused <= 0.08
    assert kept_back >= 0.8


@pytest.mark.parametrize("year", ["nhiệm kỳ 2005-2010", "năm 2015"])
def test_a_part_about_other_years_is_named_as_missing_though_its_words_stand_there(seeds: Services, year: str) -> None:
    answer = seeds.ask(f"Hội LHPN tỉnh Thanh Hóa năm 2020 giúp bao nhiêu hộ nghèo, còn {year} giúp bao nhiêu hộ nghèo?")
    assert "12.226" in answer.text
    assert year in answer.text.splitlines()[-1]


def test_every_quote_is_the_stored_page_to_the_letter(seeds: Services, questions: tuple[EvalQuestion, ...]) -> None:
    for question in questions:
        answer = seeds.ask(question.question)
        for citation in (*answer.citations, *answer.nearest):
            pages = {page.number: page.text for page in seeds.pages(citation.document_id)}
            assert pages[citation.page][citation.char_start : citation.char_end] == citation.quote


def test_typing_without_accents_finds_the_same_first_three(
    seeds: Services, questions: tuple[EvalQuestion, ...]
) -> None:
    for question in questions:
        plain = fold(unicodedata.normalize("NFC", question.question))
        found = [
            [hit.passage.chunk_id for hit in seeds.search(text, top_k=3).hits] for text in (question.question, plain)
        ]
        assert found[0] == found[1], question.id


def test_the_paragraph_that_lost_its_letters_is_flagged_up_to_its_citations(seeds: Services) -> None:
    (document,) = [record for record in seeds.documents() if record.source == FIRST_SEED]
    garbled = [chunk for chunk in seeds.store.chunks_of(document.document_id) if Flag.GARBLED in chunk.flags]
    assert len(garbled) == 1
    assert "phù hp vi công tác phòng" in garbled[0].text
    found = seeds.search("hai đơn vị Phú Thọ, Hòa Bình tổ chức Đại hội trực tuyến", top_k=5).hits
    assert any(Flag.GARBLED in hit.passage.flags for hit in found)
    assert Flag.GARBLED in document.flags


def test_menus_and_counters_of_the_web_are_kept_but_never_found(seeds: Services) -> None:
    for question in ("tổng lượt truy cập", "TÂM ĐIỂM CÁC ĐỀ ÁN Video", "Click để đánh giá bài viết"):
        for hit in seeds.search(question, top_k=5).hits:
            assert "Tổng lượt truy cập" not in hit.passage.text
            assert "Click để đánh giá" not in hit.passage.text
    stored = "".join(page.text for record in seeds.documents() for page in seeds.pages(record.document_id))
    assert "Tổng lượt truy cập" in stored
