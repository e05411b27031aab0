"""The source viewer: the right page with the box around the cited words, in the panel and on a page of its own."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import BOTH_SIZES, ask, assert_vietnamese, load_samples

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(shared_address: str) -> str:
    return shared_address


QUESTION = "Kế hoạch chuyển đổi số biên soạn bao nhiêu tờ gấp nhận diện lừa đảo trực tuyến?"
"""Answered on page 2 of the sample PDF."""
BOXES_IN_SIGHT = """() => {
  const scroll = document.querySelector('.tl-sheet-scroll').getBoundingClientRect();
  const image = document.querySelector('.tl-sheet-image').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.tl-box')].map((box) => box.getBoundingClientRect());
  return boxes.length > 0 && boxes[0].top >= scroll.top && boxes[0].bottom <= Math.min(scroll.bottom, innerHeight)
    && boxes.every((box) => box.left >= image.left - 1 && box.right <= image.right + 1 && box.height > 5);
}"""
LOADED = """() => {
  const image = document.querySelector('.tl-sheet-image');
  return image.complete && image.naturalWidth > 500;
}"""


def open_citation(page: Page) -> str:
    load_samples(page)
    ask(page, QUESTION)
    link = page.locator(".tl-answer-text a.tl-cite").last
    link.click()
    page.wait_for_selector("#tl-panel .tl-box")
    page.wait_for_function(LOADED)
    return link.get_attribute("href") or ""


@BOTH_SIZES
def test_a_citation_of_a_pdf_opens_its_page_with_the_words_boxed(
    page: Page, shots: Path, size: tuple[int, int]
) -> None:
    address = open_citation(page)
    assert "trang=2" in address
    assert page.evaluate(BOXES_IN_SIGHT)
    expect(page.locator("#tl-panel")).to_contain_text("Trang 2/")
    page.screenshot(path=shots / f"viewer-{size[0]}.png")
    assert_vietnamese(page)
    page.get_by_role("button", name="Phóng to").click()
    page.get_by_role("button", name="Phóng to").click()
    expect(page.locator(".tl-zoom-value")).to_have_text("150 %")
    page.screenshot(path=shots / f"viewer-zoomed-{size[0]}.png")
    page.get_by_role("button", name="Chữ", exact=True).click()
    expect(page.locator("#tl-panel mark").first).to_be_visible()
    expect(page.locator("#tl-panel .tl-sheet-scroll")).to_be_hidden()
    page.get_by_role("button", name="Chép trích dẫn").click()
    expect(page.locator(".tl-copied")).to_have_text("Đã chép.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "12/KH-BTV" in copied or "chuyển đổi số" in copied
    assert copied.endswith("tr. 2")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@BOTH_SIZES
def test_the_page_of_its_own_works_without_the_chat(
    page: Page, address: str, shots: Path, size: tuple[int, int]
) -> None:
    page.goto(address.rstrip("/") + open_citation(page))
    page.wait_for_selector(".tl-box")
    page.wait_for_function(LOADED)
    assert page.evaluate(BOXES_IN_SIGHT)
    assert_vietnamese(page)
    page.screenshot(path=shots / f"viewer-alone-{size[0]}.png")
    page.keyboard.press("+")
    expect(page.locator(".tl-zoom-value")).to_have_text("125 %")
    page.get_by_role("link", name="Trang trước").click()
    expect(page.locator(".tl-tools")).to_contain_text("Trang 1/")
    assert page.locator(".tl-box").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_link_finds_its_words_again_where_the_place_is_wrong(page: Page, address: str) -> None:
    target = open_citation(page)
    moved = re.sub(r"trang=2&tu=\d+&den=\d+", "trang=1&tu=5&den=90", target)
    page.goto(address.rstrip("/") + moved)
    page.wait_for_selector(".tl-box")
    expect(page.locator(".tl-source")).to_contain_text("câu này nay nằm ở trang 2")
    page.goto(address.rstrip("/") + re.sub(r"q=[^&]+", "q=nhung+chu+khong+he+co", target))
    expect(page.locator(".tl-warning")).to_contain_text("Không tìm lại được câu đã trích")
    assert page.locator(".tl-box").count() == 0


def test_the_page_of_its_own_steps_through_the_citations_of_the_answer(page: Page, address: str) -> None:
    load_samples(page)
    ask(page, "Những văn bản nào nhắc đến Chương trình “Đồng hành cùng phụ nữ biên cương”?")
    links = page.locator(".tl-answer-text a.tl-cite")
    places = {links.nth(number).get_attribute("href") for number in range(links.count())}
    assert len(places) > 1
    links.first.click()
    page.wait_for_selector("#tl-panel [data-alone]")
    expect(page.locator("#tl-panel [data-alone]")).to_have_attribute("href", re.compile("ds="))
    page.goto(address.rstrip("/") + (page.locator("#tl-panel [data-alone]").get_attribute("href") or ""))
    expect(page.locator(".tl-citation-steps")).to_contain_text(f"1/{len(places)}")
    page.get_by_role("link", name="Trích dẫn sau").click()
    expect(page.locator(".tl-citation-steps")).to_contain_text(f"2/{len(places)}")
