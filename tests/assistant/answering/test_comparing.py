"""Comparisons, questions about two things and partial answers, over a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.model import Answer
from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from ingest.text.folding import fold
from tests.llm_server import Asked, Reply, ScriptedLlmServer

LETTERS = {
    "sao-mai.txt": "Hội LHPN huyện Sao Mai tổng kết năm 2021\n\nNgày 20/12/2021, Hội tổng kết năm.\n\n"
    "Năm 2021, Hội LHPN huyện Sao Mai kết nạp 640 hội viên mới và giúp 1.250 hộ nghèo.\n",
    "long-ha.txt": "Hội LHPN huyện Long Hạ tổng kết năm 2021\n\nNgày 22/12/2021, Hội tổng kết năm.\n\n"
    "Năm 2021, Hội LHPN huyện Long Hạ kết nạp 455 hội viên mới, xây 9 mái ấm tình thương.\n",
    "suoi-hoa.txt": "Hội LHPN huyện Suối Hoa tổng kết năm 2020\n\n"
    "Năm 2020, Hội LHPN huyện Suối Hoa giúp 310 hộ nghèo.\n",
    "suoi-hoa-2021.txt": "Hội LHPN huyện Suối Hoa tổng kết năm 2021\n\n"
    "Năm 2021, Hội LHPN huyện Suối Hoa giúp 275 hộ nghèo.\n",
    "chung.txt": "Giao ban cụm năm 2021\n\n"
    "Năm 2021, huyện Tân Cát trồng 120 cây xanh, huyện Phú Cát trồng 95 cây xanh ven đường.\n",
}  # fmt: skip


def opened_with_letters(folder: Path, environment: dict[str, str]) -> Iterator[Services]:
    with open_services(load_settings(folder / "data", environment=environment)) as services:
        for name, text in LETTERS.items():
            (folder / name).write_text(text, encoding="utf-8")
        events = list(services.ingest([folder / name for name in LETTERS]))
        assert sum(isinstance(one, FileFinished) for one in events) == len(LETTERS)
        yield services


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    yield from opened_with_letters(tmp_path_factory.mktemp("comparing"), {})


def quoted(answer: Answer) -> dict[str, str]:
    return {citation.source: citation.quote for citation in answer.citations}


COMPARISON = "So sánh số hội viên mới của huyện Sao Mai và huyện Long Hạ năm 2021"


@pytest.mark.parametrize("question", [COMPARISON, fold(COMPARISON)])
def test_each_place_is_answered_from_its_own_document(services: Services, question: str) -> None:
    answer = services.ask(question)
    assert "640" in quoted(answer)["sao-mai.txt"]
    assert "455" in quoted(answer)["long-ha.txt"]
    assert fold(answer.text).index("ve huyen sao mai:") < fold(answer.text).index("ve huyen long ha:")
    assert not answer.abstained


def test_two_years_are_answered_from_two_documents(services: Services) -> None:
    answer = services.ask("Số hộ nghèo huyện Suối Hoa giúp năm 2020 và 2021 khác nhau thế nào?")
    assert "310" in quoted(answer)["suoi-hoa.txt"]
    assert "275" in quoted(answer)["suoi-hoa-2021.txt"]


def test_the_part_nobody_says_is_named(services: Services) -> None:
    answer = services.ask("Huyện Sao Mai và huyện Đồi Gió mỗi nơi kết nạp bao nhiêu hội viên mới năm 2021?")
    assert "640" in quoted(answer)["sao-mai.txt"]
    assert "Chưa tìm thấy phần về “huyện Đồi Gió”" in answer.text
    assert set(quoted(answer)) == {"sao-mai.txt"}


def test_one_sentence_that_says_it_all_is_not_taken_apart(services: Services) -> None:
    answer = services.ask("Năm 2021 huyện Tân Cát và huyện Phú Cát mỗi nơi trồng bao nhiêu cây xanh?")
    assert set(quoted(answer)) == {"chung.txt"}
    assert "Về huyện" not in answer.text


def test_a_comparison_nobody_answers_is_refused(services: Services) -> None:
    answer = services.ask("So sánh số tàu cá của huyện Sao Mai và huyện Long Hạ")
    assert answer.abstained


def test_the_second_thing_asked_that_is_missing_is_named(services: Services) -> None:
    answer = services.ask("Huyện Sao Mai giúp bao nhiêu hộ nghèo và trồng bao nhiêu cây xanh?")
    assert "1.250" in answer.text
    assert "Chưa tìm thấy phần “trồng bao nhiêu cây xanh”" in answer.text


def test_a_list_says_how_many_documents_there_are(services: Services) -> None:
    answer = services.ask("Những văn bản nào nhắc đến hội viên mới?")
    assert answer.text.startswith("Có 2 văn bản nhắc đến nội dung này:")
    assert set(quoted(answer)) >= {"sao-mai.txt", "long-ha.txt"}


def test_a_model_that_forgets_a_part_does_not_hide_that(tmp_path: Path) -> None:
    def script(asked: Asked) -> Reply:
        chosen = next(name for name, text in asked.passages if "640" in text)
        return Reply(f"Năm 2021, Hội LHPN huyện Sao Mai kết nạp 640 hội viên mới [{chosen}].")

    with ScriptedLlmServer(script) as server:
        environment = {"ASSISTANT_LLM": "openai:scripted", "ASSISTANT_LLM_BASE_URL": server.base_url}
        for services in opened_with_letters(tmp_path, environment):
            answer = services.ask(COMPARISON)
    assert "640" in answer.text
    assert "Chưa tìm thấy phần về “huyện Long Hạ”" in answer.text
    assert {"640", "455"} <= {figure for figure in ("640", "455") if figure in server.asked[-1].prompt}
