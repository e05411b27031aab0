"""Answers of several documents: figures that differ, comparisons, what is missing; and the documentation of the API."""

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import BOTH_SIZES, ask, assert_vietnamese

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


def take_in(address: str) -> None:
    """Through the API, as another program of the machine would."""
    files = [("files", (name, text.encode())) for name, text in LETTERS.items()]
    answer = httpx.post(f"{address}api/documents", files=files, headers={"X-Requested-With": "test"}, timeout=120)
    assert {one["status"] for one in answer.json()["files"]} <= {"indexed", "duplicate"}


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
