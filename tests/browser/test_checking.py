"""The tab that checks a draft, in a real Chromium."""

import io
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(shared_address: str) -> str:
    return shared_address


TRUE = "Đến nay huyện Bình An đã có 126/143 trẻ mồ côi được nhận đỡ đầu."
WRONG = "Hiện còn 71 trẻ chưa có người nhận đỡ đầu."
UNKNOWN = "Hội đã tổ chức 45 lớp tập huấn nuôi bò sữa tại huyện Sông Lô năm 2019."
GREETING = "Kính thưa các đồng chí!"


@pytest.fixture
def checked(page: Page) -> Page:
    """The samples are in the store and a pasted draft is checked."""
    if page.locator("[data-event=load_samples]").count():
        page.locator("[data-event=load_samples]").click()
        page.wait_for_selector("[data-event=ask_example]")
    page.get_by_role("tab", name="Kiểm chứng").click()
    page.fill("#tl-check-text textarea", f"{GREETING}\n{TRUE} {WRONG} {UNKNOWN}")
    page.click("#tl-check-go")
    page.wait_for_selector(".tl-checked-files")
    return page


def test_claims_are_marked_decided_and_taken_away(checked: Page, shots: Path) -> None:
    for verdict, words in (("supported", TRUE), ("differs", WRONG), ("not_found", UNKNOWN)):
        expect(checked.locator(f"mark.tl-v-{verdict}")).to_have_text(words)
    card = checked.locator(".tl-claim-card.tl-v-differs")
    expect(card.locator(".tl-pair-draft")).to_have_text("71")
    expect(card.locator(".tl-pair-source")).to_have_text("17")
    supported = checked.locator(".tl-claim-card.tl-v-supported")
    expect(supported).to_be_hidden()
    checked.locator("mark.tl-v-supported").press("Enter")
    expect(supported).to_be_visible()
    checked.locator("button[data-filter=not_found]").click()
    expect(card).to_be_hidden()
    checked.locator("button[data-filter=all]").click()
    with checked.expect_response(lambda answer: "/kiem-chung/" in answer.url and answer.status == 204):
        card.locator("[data-decision=fix]").click()
    expect(card.locator("[data-decision=fix]")).to_have_attribute("aria-pressed", "true")
    with checked.expect_download() as download:
        checked.locator(".tl-checked-files a").first.click()
    written = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    heads = [comment.text.split("\n")[0] for comment in written.comments]
    assert sorted(heads) == ["CÓ CĂN CỨ", "KHÔNG TÌM THẤY", "SAI KHÁC"]
    assert any("Sẽ sửa" in comment.text for comment in written.comments)
    card.locator("a.tl-place").click()
    expect(checked.locator("#tl-panel mark").first).to_contain_text("17 trẻ")
    checked.screenshot(path=shots / "checked.png")
    checked.reload()
    checked.get_by_role("tab", name="Kiểm chứng").click()
    expect(card.locator("[data-decision=fix]")).to_have_attribute("aria-pressed", "true")


def test_an_earlier_check_is_opened_again_and_its_deletion_undone(checked: Page) -> None:
    again = checked.context.new_page()
    again.goto(checked.url)
    again.wait_for_selector("#tl-history .tl-welcome")
    again.get_by_role("tab", name="Kiểm chứng").click()
    expect(again.locator("mark.tl-v-differs")).to_have_text(WRONG)
    again.locator("#tl-kept-fold > button").click()
    rows = again.locator(".tl-kept li")
    expect(rows.first).to_be_visible()
    before = rows.count()
    rows.first.get_by_role("button", name="Xóa").click()
    expect(rows).to_have_count(before - 1)
    again.locator("[data-action=restore]").click()
    expect(rows).to_have_count(before)
    rows.first.get_by_role("button", name="Mở").click()
    expect(again.locator("mark.tl-v-differs")).to_have_text(WRONG)


def test_nothing_given_is_said(page: Page) -> None:
    page.get_by_role("tab", name="Kiểm chứng").click()
    page.click("#tl-check-go")
    expect(page.locator("#tl-check-result [role=alert]")).to_contain_text("Mời dán một đoạn văn")
