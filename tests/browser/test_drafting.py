"""A report from the sample documents, click by click: facts, sentences, sources, resuming, the Word file."""

import io
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.test_application import assert_vietnamese, load_samples

pytestmark = pytest.mark.browser


def begin(page: Page) -> None:
    """A half-year report of the samples' province, as far as its facts."""
    load_samples(page)
    page.get_by_role("tab", name="Soạn báo cáo").click()
    page.get_by_label("Loại văn bản").select_option("so-ket-6-thang")
    page.get_by_label("Đơn vị", exact=True).fill("hoi lhpn tinh son ha")
    page.get_by_label("Kỳ", exact=True).first.select_option("H1")
    page.get_by_label("Năm", exact=True).fill("2024")
    page.get_by_role("button", name="Tìm số liệu").click()
    expect(page.locator("#tl-draft .tl-draft-bar")).to_contain_text("Số liệu tìm được")
    expect(page.locator(".tl-draft-title")).to_contain_text("Hội LHPN tỉnh Sơn Hà")


def shoot(page: Page, shots: Path, name: str, size: tuple[int, int]) -> None:
    page.screenshot(path=shots / f"draft-{name}-{size[0]}.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_report_is_made_edited_resumed_and_downloaded(page: Page, shots: Path) -> None:
    begin(page)
    shoot(page, shots, "facts", LAPTOP)
    assert_vietnamese(page)
    wanted = page.get_by_role("checkbox", name=re.compile(r"^Dùng mục này: 1\.284 "))
    wanted.focus()
    page.keyboard.press("Space")
    expect(page.locator("#tl-draft tr[data-off]")).to_contain_text("1.284")
    expect(wanted).to_be_focused()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bảng số liệu (Excel)").click()
    assert download.value.suggested_filename.endswith(".xlsx")

    page.get_by_role("button", name="Soạn bản nháp").click()
    sentence = page.locator(".tl-s-sourced", has_text="1.047 hộ nghèo")
    expect(sentence).to_be_visible()
    expect(page.locator(".tl-paper")).to_contain_text("[CẦN BỔ SUNG")
    page.locator(".tl-said", has=sentence).locator("a.tl-cite").first.click()
    expect(page.locator("#tl-panel mark, #tl-panel .tl-box").first).to_be_visible()
    page.keyboard.press("Escape")

    sentence.focus()
    page.keyboard.press("Enter")
    words = page.locator("#tl-dock-words")
    expect(words).to_be_focused()
    words.fill((words.input_value()).replace("1.047", "1.074"))
    expect(page.locator(".tl-s-person")).to_contain_text("1.074 hộ nghèo")
    expect(page.locator("#tl-dock-why")).to_contain_text("nguồn ghi “1.047”")
    expect(words).to_be_focused()
    shoot(page, shots, "sentence", LAPTOP)
    assert_vietnamese(page)
    page.keyboard.press("Escape")
    expect(page.locator("#tl-dock")).to_be_hidden()
    expect(page.locator(".tl-draft-saved")).to_have_text(re.compile(r"^Đã lưu lúc \d\d:\d\d:\d\d$"))

    page.reload()
    expect(page.locator(".tl-s-person")).to_contain_text("1.074 hộ nghèo")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".tl-s-person")).to_have_count(0)
    page.get_by_role("button", name="Làm lại").click()
    expect(page.locator(".tl-s-person")).to_have_count(1)

    assert_the_word_file_holds_it(page, shots)


def assert_the_word_file_holds_it(page: Page, shots: Path) -> None:
    page.get_by_role("button", name="Sang bước 4: xuất Word").click()
    preview = page.locator(".tl-head-preview")
    expect(preview).to_contain_text(re.compile(r"Số:\s…\s*/BC-BTV"))
    expect(preview.locator("xpath=following-sibling::p")).to_contain_text("ngày ký, họ tên người ký")
    page.get_by_label("Họ tên người ký").fill("Nguyễn Thị Mận")
    page.get_by_role("button", name="Lưu thông tin").click()
    page.get_by_label("Phụ lục nguồn số liệu").check()
    expect(page.get_by_label("Họ tên người ký")).to_have_value("Nguyễn Thị Mận")
    expect(preview).to_contain_text("Nguyễn Thị Mận")
    expect(page.locator(".tl-draft-saved")).to_have_text(re.compile("^Đã lưu lúc"))
    shoot(page, shots, "export", LAPTOP)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp Word").click()
    written = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    paragraphs = "\n".join(paragraph.text for paragraph in written.paragraphs)
    assert "1.074 hộ nghèo" in paragraphs
    assert "1.284 buổi" not in paragraphs
    assert any("Nguyễn Thị Mận" in cell.text for table in written.tables for row in table.rows for cell in row.cells)
    assert "AI" in written.sections[0].header.part.blob.decode("utf-8")


@pytest.mark.parametrize("size", [PHONE], ids=["390x844"])
def test_a_report_is_made_on_a_phone(page: Page, shots: Path, size: tuple[int, int]) -> None:
    begin(page)
    shoot(page, shots, "facts", size)
    page.locator("#tl-draft tbody").get_by_role("button", name=re.compile("^Sửa")).first.click()
    expect(page.locator("#tl-dock-value")).to_be_focused()
    shoot(page, shots, "fact", size)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Soạn bản nháp").click()
    page.locator(".tl-s-sourced").first.click()
    expect(page.locator("#tl-dock-sources")).to_contain_text("Nguồn:")
    shoot(page, shots, "sentence", size)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Sang bước 4: xuất Word").click()
    expect(page.locator(".tl-head-preview")).to_contain_text("Nơi nhận:")
    shoot(page, shots, "export", size)
    assert_vietnamese(page)
