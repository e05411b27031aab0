"""The identity card on "Kho tài liệu", with the keyboard and at both widths."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import BOTH_SIZES, load_samples

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(shared_address: str) -> str:
    return shared_address


def open_card(page: Page) -> None:
    load_samples(page)
    page.get_by_role("tab", name="Kho tài liệu").click()
    link = page.get_by_role("link", name=re.compile("^Mở thẻ văn bản: Báo cáo Sơ kết"))
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#tl-panel form")).to_be_visible()


@BOTH_SIZES
def test_card_is_opened_changed_and_undone_with_the_keyboard(page: Page) -> None:
    open_card(page)
    signer = page.get_by_role("textbox", name="Người ký")
    before = signer.input_value()
    signer.fill("Nguyễn Thị Thử Nghiệm")
    page.keyboard.press("Enter")
    expect(page.locator("#tl-panel [role=status]")).to_contain_text("Đã lưu 1 thay đổi")
    expect(page.get_by_role("textbox", name="Người ký")).to_have_value("Nguyễn Thị Thử Nghiệm")
    page.get_by_role("button", name="Hoàn tác lần sửa gần nhất").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Người ký")).to_have_value(before)
    assert page.evaluate("document.querySelector('#tl-panel').scrollWidth <= window.innerWidth")


def test_value_leads_to_its_place_in_the_text(page: Page) -> None:
    open_card(page)
    page.get_by_role("link", name=re.compile("Số, ký hiệu$")).click()
    expect(page.locator("#tl-panel mark")).to_have_text("47/BC-BTV")
