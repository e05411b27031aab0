"""What is written appears word by word, is stopped and left, and is asked of the model once; the model is scripted."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.assistant.http_api.conftest import LETTERS
from tests.browser.conftest import started
from tests.browser.test_answers import take_in
from tests.llm_server import Asked, Reply, ScriptedLlmServer

pytestmark = pytest.mark.browser
QUESTION = "Năm 2021 huyện Suối Hoa giúp bao nhiêu hộ nghèo?"
OTHER = "Huyện Suối Hoa thành lập bao nhiêu mô hình thu gom rác thải?"
LENGTHY = "Trong năm 2021 Suối Hoa đã giúp được mấy hộ nghèo?"
"""Answered at such length that there is time to stop it."""
BOX = "#tl-question textarea"


def _writes_slowly(asked: Asked) -> Reply:
    found = next((name for name, text in asked.passages if "215 hộ nghèo" in text), "")
    said = f"Năm 2021, Hội LHPN huyện Suối Hoa giúp 215 hộ nghèo phát triển kinh tế [{found}]."
    return Reply(" ".join([said] * (60 if LENGTHY in asked.prompt else 3)), pause_s=0.02)


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedLlmServer]:
    with ScriptedLlmServer(_writes_slowly) as server:
        yield server


@pytest.fixture(scope="module")
def address(model: ScriptedLlmServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    environment = {"ASSISTANT_LLM": "openai:scripted", "ASSISTANT_LLM_BASE_URL": model.base_url}
    with started(tmp_path_factory.mktemp("words"), environment) as url:
        take_in(url, LETTERS)
        yield url


@pytest.fixture
def asked(model: ScriptedLlmServer) -> Callable[[], int]:
    """How often the model was asked since the test began."""
    before = len(model.asked)
    return lambda: len(model.asked) - before


def press_enter(page: Page, question: str) -> None:
    page.locator(BOX).fill(question)
    page.locator(BOX).press("Enter")


def test_words_grow_on_the_screen_and_the_model_is_asked_once(page: Page, asked: Callable[[], int]) -> None:
    press_enter(page, QUESTION)
    page.locator(BOX).press("Enter")
    expect(page.locator("#tl-early .tl-answer-text")).to_contain_text("215 hộ")
    expect(page.locator("#tl-history .tl-welcome")).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("")
    page.locator(BOX).fill("gõ tiếp")
    expect(page.locator("#tl-history .tl-answer a.tl-cite").first).to_be_visible()
    assert page.locator(".tl-turn").count() == 1
    assert page.locator(".tl-question-text").inner_text() == QUESTION
    assert page.locator(BOX).input_value() == "gõ tiếp"
    assert asked() == 1


def test_stopping_takes_the_words_away_and_the_next_question_is_answered(page: Page, asked: Callable[[], int]) -> None:
    press_enter(page, LENGTHY)
    page.get_by_role("button", name="Dừng").click()
    expect(page.locator("#tl-history .tl-problem")).to_contain_text("Đã dừng")
    expect(page.locator("#tl-early .tl-turn")).to_have_count(0)
    expect(page.get_by_role("button", name="Gửi")).to_be_visible()
    press_enter(page, OTHER)
    expect(page.locator("#tl-history .tl-turn")).to_have_count(2)
    expect(page.locator(".tl-turn[aria-busy]")).to_have_count(0)
    assert asked() == 2


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "while it is written"])
def test_a_conversation_that_is_left_stays_left(page: Page, at_once: bool) -> None:
    press_enter(page, LENGTHY)
    if not at_once:
        expect(page.get_by_role("button", name="Dừng")).to_be_visible()
    page.locator("#tl-new").click()
    expect(page.locator("#tl-history .tl-welcome")).to_be_visible()
    page.wait_for_timeout(1500)
    assert page.locator(".tl-turn").count() == 0
    press_enter(page, OTHER)
    expect(page.locator("#tl-history .tl-turn")).to_have_count(1)
    assert page.locator(".tl-question-text").inner_text() == OTHER


def test_an_answer_comes_also_where_the_page_cannot_ask_by_itself(page: Page, asked: Callable[[], int]) -> None:
    page.route("**/hoi", lambda route: route.fulfill(status=204))
    press_enter(page, QUESTION)
    expect(page.locator("#tl-live .tl-answer-text")).to_contain_text("215 hộ")
    expect(page.locator("#tl-history .tl-turn")).to_have_count(1)
    assert page.locator(".tl-turn").count() == 1
    assert asked() == 1


def test_the_restriction_to_years_travels_with_the_question(page: Page, asked: Callable[[], int]) -> None:
    page.locator("#tl-filters").get_by_role("button").first.click()
    page.get_by_label("Từ năm").click()
    page.get_by_role("option", name="2021").click()
    press_enter(page, QUESTION)
    expect(page.locator("#tl-early .tl-answer-text")).to_contain_text("215 hộ")
    expect(page.locator("#tl-early .tl-question-filters")).to_contain_text("2021")
    expect(page.locator("#tl-history .tl-question-filters")).to_contain_text("2021")
    assert asked() == 1
