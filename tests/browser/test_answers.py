"""Answers of several documents: figures that differ, comparisons, what is missing; and the documentation of the API."""

import itertools
from collections.abc import Mapping
from pathlib import Path

import docx
import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import BOTH_SIZES, ask, assert_vietnamese, load_samples

pytestmark = pytest.mark.browser

HEAD = "HỘI LHPN HUYỆN {unit}\nSố: {number}/BC-BTV\n{place}, ngày {day}\nBÁO CÁO\n{title}\n\n"
LETTERS = {
    "tong-ket.txt": HEAD.format(
        unit="SAO MAI", number=12, place="Sao Mai", day="20 tháng 12 năm 2021", title="Tổng kết năm 2021"
    )
    + "Năm 2021, các cấp Hội huyện Sao Mai kết nạp 640 hội viên mới, giúp 1.250 hộ nghèo bằng nhiều hình thức.\n",
    "bo-sung.txt": HEAD.format(
        unit="SAO MAI", number=3, place="Sao Mai", day="05 tháng 01 năm 2022", title="Bổ sung kết quả năm 2021"
    )
    + "Hội LHPN huyện Sao Mai đã giúp 1.205 hộ nghèo bằng nhiều hình thức trong năm 2021.\n",
    "long-ha.txt": HEAD.format(
        unit="LONG HẠ", number=9, place="Long Hạ", day="22 tháng 12 năm 2021", title="Tổng kết năm 2021"
    )
    + "Năm 2021, Hội LHPN huyện Long Hạ kết nạp 455 hội viên mới, xây 9 mái ấm tình thương.\n",
}


def take_in(address: str, letters: Mapping[str, str] = LETTERS) -> None:
    """Through the API, as another program of the machine would."""
    files = [("files", (name, text.encode())) for name, text in letters.items()]
    answer = httpx.post(f"{address}api/documents", files=files, headers={"X-Requested-With": "test"}, timeout=120)
    assert {one["status"] for one in answer.json()["files"]} <= {"indexed", "duplicate"}


def assert_items(page: Page) -> None:
    items = page.locator(".tl-answer-text .tl-items > li")
    marks = [text.split(" ", 1)[0] for text in items.all_inner_texts()]
    assert marks == [f"{number}." for number in range(1, len(marks) + 1)]
    assert len(marks) > 1
    boxes = [box for item in items.all() if (box := item.bounding_box())]
    assert len({box["x"] for box in boxes}) == 1
    assert all(after["y"] >= before["y"] + before["height"] for before, after in itertools.pairwise(boxes))


def test_items_of_a_list_stand_each_on_its_line_as_written(page: Page) -> None:
    # the first test of the module: the store holds nothing but the samples yet
    load_samples(page)
    ask(page, "nhiem vu 6 thang cuoi nam 2024 la gi")
    assert_items(page)
    page.get_by_role("button", name="Sao chép kèm nguồn").click()
    expect(page.locator("#tl-toast")).to_contain_text("Đã sao chép")
    copied = page.evaluate("navigator.clipboard.readText()").partition("\n\n")[0].split("\n")
    assert [line[:3] for line in copied] == [f"{number}. " for number in range(1, len(copied) + 1)]
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất cuộc trò chuyện ra Word").click()
    written = docx.Document(Path(download.value.path()))
    assert set(copied) <= {paragraph.text for paragraph in written.paragraphs}
    page.reload()
    page.wait_for_selector(".tl-answer-text")
    assert_items(page)


@BOTH_SIZES
def test_figures_that_differ_are_both_shown_and_comparisons_take_each_its_own(
    page: Page, address: str, shots: Path, size: tuple[int, int]
) -> None:
    take_in(address)
    ask(page, "Năm 2021 huyện Sao Mai giúp bao nhiêu hộ nghèo?")
    answer = page.locator("#tl-history .tl-answer").last
    expect(answer.locator("li").first).to_contain_text("1.205")
    expect(answer.locator("li").nth(1)).to_contain_text("1.250")
    expect(answer.locator(".tl-warning").first).to_contain_text("nêu số liệu khác nhau")
    expect(answer.locator(".tl-check")).to_have_count(0)
    page.screenshot(path=shots / f"disputed-{size[0]}.png")
    ask(page, "So sánh số hội viên mới của huyện Sao Mai, huyện Long Hạ và huyện Đồi Gió năm 2021")
    answer = page.locator("#tl-history .tl-answer").last
    expect(answer).to_contain_text("640")
    expect(answer).to_contain_text("455")
    expect(answer).to_contain_text("Chưa tìm thấy phần về “huyện Đồi Gió”")
    page.screenshot(path=shots / f"compared-{size[0]}.png")
    assert_vietnamese(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@BOTH_SIZES
def test_the_documentation_of_the_api_opens_without_a_network(
    page: Page, address: str, shots: Path, size: tuple[int, int]
) -> None:
    # a page of its own: leaving the screen while it starts makes Gradio complain
    documentation = page.context.new_page()
    documentation.goto(f"{address}api/docs")
    documentation.locator("summary", has_text="/api/ask").first.click()
    expect(documentation.locator("pre").locator("visible=true").first).to_contain_text("curl")
    documentation.screenshot(path=shots / f"api-{size[0]}.png")
    assert documentation.evaluate("document.documentElement.scrollWidth") <= size[0]
