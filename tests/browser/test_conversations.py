"""Conversations that stay: reload, rename, search, delete and undo, export, thumbs; click by click."""

import io
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import (
    BOTH_SIZES,
    QUESTION,
    WITHOUT_ACCENTS,
    ask,
    assert_vietnamese,
    load_samples,
)

pytestmark = pytest.mark.browser


def asked(page: Page, *questions: str) -> None:
    load_samples(page)
    for question in questions:
        ask(page, question)
    expect(page.locator("#tl-bar .tl-exports")).to_be_visible()


def open_drawer(page: Page) -> None:
    page.get_by_role("button", name="Các cuộc trò chuyện").click()
    expect(page.locator("#tl-drawer")).to_be_visible()


@BOTH_SIZES
def test_a_reload_finds_the_conversation_again(page: Page, shots: Path, size: tuple[int, int]) -> None:
    asked(page, QUESTION)
    answer = page.locator(".tl-answer-text").inner_text()
    page.wait_for_url(re.compile("cuoc="))
    page.reload()
    expect(page.locator(".tl-answer-text")).to_have_text(answer, use_inner_text=True)
    page.locator(".tl-answer-text a.tl-cite").first.click()
    expect(page.locator("#tl-panel .tl-source-title")).to_be_visible()
    page.keyboard.press("Escape")
    ask(page, WITHOUT_ACCENTS)
    page.reload()
    expect(page.locator(".tl-turn")).to_have_count(2)
    page.screenshot(path=shots / f"conversation-{size[0]}.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator("#tl-question textarea").fill("còn năm 2019?")
    page.reload()
    expect(page.locator(".tl-turn")).to_have_count(2)
    expect(page.locator("#tl-question textarea")).to_have_value("còn năm 2019?")
    page.get_by_role("button", name="Cuộc trò chuyện mới").click()
    page.wait_for_selector(".tl-example")
    page.wait_for_url(re.compile("^[^?]*$"))


@BOTH_SIZES
def test_conversations_are_found_renamed_deleted_and_brought_back(
    page: Page, shots: Path, size: tuple[int, int]
) -> None:
    asked(page, QUESTION)
    open_drawer(page)
    now = page.locator(".tl-conversations li[aria-current]")
    expect(now).to_contain_text("trẻ mồ côi")
    now.get_by_role("button", name=re.compile("^Đổi tên")).click()
    title = f"Mẹ đỡ đầu {size[0]}"
    now.get_by_label("Tên cuộc trò chuyện").fill(title)
    page.keyboard.press("Enter")
    expect(page.locator(".tl-talk-title")).to_have_text(title)
    page.get_by_label("Tìm trong các cuộc trò chuyện").fill(f"me do dau {size[0]}")
    expect(page.locator(".tl-conversations li")).to_have_count(1)
    page.screenshot(path=shots / f"drawer-{size[0]}.png")
    assert_vietnamese(page)
    page.get_by_role("button", name=f"Xóa: {title}").click()
    expect(page.locator("#tl-conversation-list")).to_contain_text(f"Đã xóa “{title}”.")
    page.wait_for_selector("#tl-history .tl-example", state="attached")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".tl-conversations li")).to_have_count(1)
    page.locator(".tl-conversation").click()
    expect(page.locator("#tl-drawer")).to_be_hidden()
    expect(page.locator(".tl-answer")).to_have_count(1)
    expect(page.locator(".tl-talk-title")).to_have_text(title)


def test_the_drawer_is_used_by_keyboard(page: Page) -> None:
    asked(page, QUESTION)
    opener = page.get_by_role("button", name="Các cuộc trò chuyện")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Tìm trong các cuộc trò chuyện")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".tl-conversation").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#tl-drawer")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_conversation_is_exported_with_numbered_references(page: Page) -> None:
    asked(page, QUESTION, WITHOUT_ACCENTS)
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất cuộc trò chuyện ra Markdown").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename.endswith(".md")
    assert "## Tài liệu tham khảo\n\n[1] " in text
    assert "126/143" in text
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất cuộc trò chuyện ra Word").click()
    written = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    paragraphs = [paragraph.text for paragraph in written.paragraphs]
    assert QUESTION in paragraphs
    assert "Tài liệu tham khảo" in paragraphs


@BOTH_SIZES
def test_answers_are_judged_with_a_reason_that_stays(page: Page, shots: Path, size: tuple[int, int]) -> None:
    asked(page, QUESTION)
    up = page.get_by_role("button", name="Hữu ích")
    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    page.locator(".tl-judge summary").click()
    page.get_by_label("Số liệu chưa đúng").check()
    page.get_by_label("Ghi thêm (không bắt buộc)").fill("Phải là 127 em.")
    page.screenshot(path=shots / f"judging-{size[0]}.png")
    assert_vietnamese(page)
    page.get_by_role("button", name="Gửi nhận xét").click()
    expect(page.locator(".tl-feedback")).to_contain_text("Đã ghi nhận")
    expect(up).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(page.locator(".tl-judge summary")).to_have_attribute("aria-pressed", "true")
    page.locator(".tl-judge summary").click()
    expect(page.get_by_label("Số liệu chưa đúng")).to_be_checked()
    page.get_by_role("button", name="Rút lại nhận xét").click()
    expect(page.locator(".tl-judge summary")).to_have_attribute("aria-pressed", "false")
