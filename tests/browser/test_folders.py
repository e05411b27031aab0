"""Followed folders, the overview and another try, click by click."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_application import BOTH_SIZES, assert_vietnamese, load_samples, open_documents

pytestmark = pytest.mark.browser


@BOTH_SIZES
def test_a_followed_folder_brings_its_files(page: Page, shots: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    folder = tmp_path / f"Văn bản {size[0]}"
    folder.mkdir()
    (folder / "tin.txt").write_text(f"Bản tin xã Suối Hoa {size[0]}\n\nHội trồng {size[0]} cây.\n", encoding="utf-8")
    load_samples(page)
    open_documents(page)
    page.get_by_role("button", name="Theo dõi thư mục").click()
    box = page.get_by_label("Đường dẫn thư mục")
    box.fill(str(folder / "không có"))
    page.get_by_role("button", name="Theo dõi", exact=True).click()
    expect(page.locator("#tl-folders")).to_contain_text("không có thư mục này")
    box.fill(str(folder))
    page.get_by_role("button", name="Theo dõi", exact=True).click()
    line = page.locator(".tl-folders li", has_text=folder.name)
    expect(line).to_contain_text("1 tệp · thay đổi gần nhất")
    page.get_by_role("tab", name="Hỏi đáp").click()
    open_documents(page)
    expect(page.locator("#tl-list")).to_contain_text(f"Bản tin xã Suối Hoa {size[0]}")
    line.get_by_role("button", name=re.compile("^Tạm dừng")).click()
    expect(line.get_by_role("button", name=re.compile("^Tiếp tục"))).to_be_visible()
    page.screenshot(path=shots / f"folders-{size[0]}.png")
    assert_vietnamese(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    line.get_by_role("button", name=re.compile("^Bỏ theo dõi")).click()
    expect(line).to_have_count(0)


@BOTH_SIZES
def test_the_overview_shows_bars_that_fit(page: Page, shots: Path, size: tuple[int, int]) -> None:
    load_samples(page)
    open_documents(page)
    page.get_by_role("button", name="Tổng quan kho").click()
    expect(page.locator(".tl-chart")).to_have_count(4)
    expect(page.locator(".tl-quality")).to_contain_text("Chất lượng đọc")
    page.screenshot(path=shots / f"overview-{size[0]}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert_vietnamese(page)


def test_a_whole_folder_is_taken_in_dropped_or_chosen(page: Page, tmp_path: Path) -> None:
    for name in ("thả/trong/một", "thả/hai", "chọn/ba"):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Bản tin {name}\n\nHội trồng cây ở thôn {name}.\n", encoding="utf-8")
    (tmp_path / "thả" / "Thumbs.db").write_bytes(b"x")
    open_documents(page)
    here = page.locator("#tl-upload-box").bounding_box()
    assert here is not None
    place = {"x": here["x"] + here["width"] / 2, "y": here["y"] + here["height"] / 2}
    dropped = {"items": [], "files": [str(tmp_path / "thả")], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": dropped})
    expect(page.locator("#tl-outcome")).to_contain_text("Đã xử lý xong 2 tệp: 2 tệp đã nạp")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Chọn cả thư mục").click()
    chooser.value.set_files(str(tmp_path / "chọn"))
    expect(page.locator("#tl-outcome")).to_contain_text("Đã xử lý xong 1 tệp: 1 tệp đã nạp")
    assert_vietnamese(page)
