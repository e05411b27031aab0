"""What was understood from a question, taken away and brought back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import BOTH_SIZES, ask, assert_vietnamese, load_samples

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(shared_address: str) -> str:
    return shared_address


QUESTION = "Cho em hỏi LHPN tỉnh Phú Thọ quý 3 năm 2026 có bao nhiêu hội viên?"


@BOTH_SIZES
def test_a_reading_is_taken_away_and_brought_back(page: Page, shots: Path, size: tuple[int, int]) -> None:
    load_samples(page)
    ask(page, QUESTION)
    chips = page.locator("#tl-history .tl-chip")
    expect(page.locator(".tl-chips")).to_contain_text("LHPN → Liên hiệp Phụ nữ")
    expect(page.locator(".tl-chips")).to_contain_text("cũng tìm Vĩnh Phúc, Hòa Bình")
    count = chips.count()
    page.screenshot(path=shots / f"chips-{size[0]}.png")
    assert_vietnamese(page)
    page.get_by_role("button", name="Bỏ cách hiểu này và hỏi lại: viết tắt: LHPN").click()
    undo = page.get_by_role("button", name="Dùng lại cách hiểu này và hỏi lại: viết tắt: LHPN")
    expect(undo).to_be_visible()
    expect(undo.locator("s")).to_contain_text("LHPN")
    expect(chips).to_have_count(count)
    expect(undo).to_be_focused()
    page.screenshot(path=shots / f"chips-taken-away-{size[0]}.png")
    assert_vietnamese(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Bỏ cách hiểu này và hỏi lại: viết tắt: LHPN")).to_be_focused()
    assert page.locator(".tl-turn").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_year_taken_away_no_longer_restricts_the_answer(page: Page) -> None:
    load_samples(page)
    ask(page, "Năm 1994 huyện Bình An có bao nhiêu trẻ mồ côi được nhận đỡ đầu?")
    expect(page.locator("#tl-history .tl-answer")).not_to_contain_text("126/143")
    ask(page, "Ngày hội khởi nghiệp huyện Thạch Lâm có bao nhiêu gian hàng?")
    page.get_by_role("button", name="Bỏ cách hiểu này và hỏi lại: năm: 1994").click()
    expect(page.locator("#tl-history .tl-answer").first).to_contain_text("126/143")
    assert page.locator(".tl-turn").count() == 2
    assert page.locator(".tl-question-text").last.inner_text().startswith("Ngày hội")
