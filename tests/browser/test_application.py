"""What a person does with the application, click by click."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

LAPTOP, PHONE = (1366, 768), (390, 844)
BOTH_SIZES = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1366x768", "390x844"])
ENGLISH = re.compile(
    r"\b(drop|upload|uploading|click|clear|submit|loading|copy|copied|settings|error|warning|search|remove|close"
    r"|select|options|api|gradio|built with|send|stop|cancel|delete|file|files|home|dropdown|textbox|chatbot|download"
    r"|undo|retry|empty|queue|processing|share|show|hide|label|required|type a message|common\.\w+)\b",
    re.IGNORECASE,
)
VISIBLE_WORDS = """() => {
  let shown = document.body.innerText;
  // what the documents themselves say may be English
  for (const text of document.querySelectorAll('.tl-source-text')) shown = shown.replace(text.innerText, '');
  const words = [document.title, shown];
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push(element.getAttribute(name) || '');
  }
  return words.join('\\n');
}"""
QUESTION = "Huyện Bình An có bao nhiêu trẻ mồ côi được nhận đỡ đầu?"
WITHOUT_ACCENTS = "tong so hoi vien cua tinh Son Ha la bao nhieu"


def assert_vietnamese(page: Page) -> None:
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert ENGLISH.findall(page.evaluate(VISIBLE_WORDS)) == []


def load_samples(page: Page) -> None:
    """By the button of the first start; nothing to do where they are there already."""
    button = page.get_by_role("button", name="Nạp tài liệu mẫu")
    if button.count():
        button.click()
    page.wait_for_selector(".tl-example")


def ask(page: Page, question: str) -> None:
    answers = page.locator("#tl-history .tl-answer").count()
    box = page.locator("#tl-question textarea")
    box.fill(question)
    box.press("Enter")
    page.wait_for_function("count => document.querySelectorAll('#tl-history .tl-answer').length > count", arg=answers)
    expect(page.get_by_role("button", name="Gửi")).to_be_visible()


def open_documents(page: Page) -> None:
    page.get_by_role("tab", name="Kho tài liệu").click()
    page.wait_for_selector("#tl-list .tl-counts")


def in_view(page: Page, selector: str) -> bool:
    """Whether the element is inside its scrolled box and the window."""
    return bool(
        page.evaluate(
            """selector => {
              const element = document.querySelector(selector).getBoundingClientRect();
              const box = document.querySelector(selector).closest('.tl-source-text').getBoundingClientRect();
              const bottom = Math.min(box.bottom, window.innerHeight);
              return element.top >= box.top - 1 && element.top < bottom && element.right <= window.innerWidth;
            }""",
            selector,
        )
    )


def test_first_start_leads_to_cited_answers(page: Page, shots: Path) -> None:
    expect(page.get_by_role("heading", name="Kho tài liệu còn trống")).to_be_visible()
    page.screenshot(path=shots / "first-start.png")
    assert_vietnamese(page)
    load_samples(page)
    ask(page, QUESTION)
    expect(page.locator(".tl-answer").last).to_contain_text("126")
    ask(page, WITHOUT_ACCENTS)
    expect(page.locator(".tl-answer").last).to_contain_text("142.680")
    page.screenshot(path=shots / "answers.png")
    assert_vietnamese(page)
    assert page.locator(".tl-turn").count() == 2


@BOTH_SIZES
def test_a_citation_opens_the_highlighted_sentence(page: Page, shots: Path, size: tuple[int, int]) -> None:
    load_samples(page)
    ask(page, QUESTION)
    link = page.locator(".tl-answer-text a.tl-cite").last
    quote = link.get_attribute("data-quote") or ""
    link.click()
    mark = page.locator("#tl-panel mark")
    expect(mark.first).to_be_visible()
    assert "".join("".join(mark.all_inner_texts()).split()) == "".join(quote.split())
    assert in_view(page, "#tl-panel mark")
    expect(page.locator("#tl-panel .tl-card")).to_contain_text("12/06/2024")
    page.screenshot(path=shots / f"source-{size[0]}.png")
    assert_vietnamese(page)
    page.keyboard.press("Escape")
    expect(page.locator("#tl-panel")).to_be_hidden()
    assert link.evaluate("element => element === document.activeElement")


TOPS_FROM_NOW = """() => {
  window.tops = new Set();
  const look = () => {
    const asked = [...document.querySelectorAll('#tl-scroll .tl-turn')].slice(-1)[0];
    if (asked && asked.innerText.includes('Son Ha')) {
      window.tops.add(Math.round(asked.querySelector('.tl-question').getBoundingClientRect().top));
    }
    requestAnimationFrame(look);
  };
  look();
}"""


def test_a_question_stays_where_it_is_and_its_first_source_is_in_sight(page: Page) -> None:
    load_samples(page)
    ask(page, QUESTION)
    page.evaluate(TOPS_FROM_NOW)
    ask(page, WITHOUT_ACCENTS)
    source = page.locator(".tl-place").last.bounding_box()
    composer = page.locator("#tl-composer").bounding_box()
    assert source
    assert composer
    assert source["y"] + source["height"] <= composer["y"]
    assert len(page.evaluate("[...window.tops]")) == 1


def test_an_enter_too_many_asks_nothing(page: Page) -> None:
    load_samples(page)
    page.locator("#tl-question textarea").press("Enter")
    ask(page, "xin chào")
    expect(page.locator(".tl-turn")).to_have_count(1)
    expect(page.locator(".tl-answer")).to_contain_text("Chào đồng chí!")
    assert page.locator(".tl-refused, .tl-place").count() == 0


def test_hovering_shows_the_quote(page: Page) -> None:
    load_samples(page)
    ask(page, QUESTION)
    link = page.locator(".tl-answer-text a.tl-cite").first
    link.hover()
    expect(page.locator("#tl-tip")).to_contain_text((link.get_attribute("data-quote") or "")[:40])


def test_citations_are_walked_one_by_one(page: Page) -> None:
    load_samples(page)
    ask(page, "Hội LHPN huyện Bình An nhận đỡ đầu trẻ mồ côi và xây nhà cho phụ nữ nghèo ra sao?")
    links = page.locator(".tl-answer a[data-source]")
    places = {links.nth(number).get_attribute("href") for number in range(links.count())}
    links.first.click()
    expect(page.locator("#tl-panel .tl-source-title")).to_be_visible()
    if len(places) > 1:
        expect(page.locator(".tl-panel-count")).to_have_text(f"1/{len(places)}")
        page.get_by_role("button", name="Trích dẫn sau").click()
        expect(page.locator(".tl-panel-count")).to_have_text(f"2/{len(places)}")


def test_the_original_is_served_beside_its_text(page: Page, address: str) -> None:
    load_samples(page)
    open_documents(page)
    page.get_by_role("link", name=re.compile("^Kế hoạch.*chuyển đổi số")).click()
    link = page.get_by_role("link", name="Mở tệp gốc (trang 1)")
    target = link.get_attribute("href") or ""
    assert target.endswith("#page=1")
    original = page.request.get(address.rstrip("/") + target.partition("#")[0])
    assert original.headers["content-type"] == "application/pdf"
    assert original.body().startswith(b"%PDF")
    page.get_by_role("link", name="Trang sau").click()
    expect(page.get_by_role("link", name="Mở tệp gốc (trang 2)")).to_be_visible()


def test_an_answer_is_copied_with_its_references(page: Page) -> None:
    load_samples(page)
    ask(page, QUESTION)
    page.get_by_role("button", name="Sao chép kèm nguồn").last.click()
    expect(page.locator("#tl-toast")).to_contain_text("Đã sao chép")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Nguồn:\n[1] " in copied
    assert "12/06/2024" in copied


def test_a_question_the_documents_do_not_answer_is_refused(page: Page) -> None:
    load_samples(page)
    ask(page, "Giá vé máy bay từ Hà Nội đi Tokyo là bao nhiêu?")
    refusal = page.locator(".tl-refused").last
    expect(refusal).to_contain_text("Không tìm thấy thông tin này")
    assert_vietnamese(page)


def test_filters_restrict_the_search_and_are_said(page: Page, shots: Path) -> None:
    load_samples(page)
    page.get_by_role("button", name="Lọc tài liệu").click()
    page.get_by_label("Từ năm").click()
    page.get_by_role("option", name=re.compile("^2023")).last.click()
    page.get_by_label("Đến năm").click()
    page.get_by_role("option", name=re.compile("^2023")).last.click()
    page.screenshot(path=shots / "filters.png")
    assert_vietnamese(page)
    ask(page, "Các cấp Hội giúp bao nhiêu hộ thoát nghèo?")
    expect(page.locator(".tl-question-filters")).to_have_text("Chỉ tìm trong: năm 2023")
    dates = page.locator(".tl-place-details")
    assert all("/2023" in text for text in dates.all_inner_texts())
    page.get_by_role("button", name="Bỏ lọc").click()
    ask(page, QUESTION)
    assert page.locator(".tl-question-filters").count() == 1


@BOTH_SIZES
def test_files_are_taken_in_or_refused_with_a_reason(
    page: Page, shots: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    good, bad = tmp_path / f"Bản tin Đồi Mây {size[0]}.txt", tmp_path / "ảnh chụp.txt"
    good.write_text(f"Bản tin {size[0]}\n\nHội LHPN xã Đồi Mây trao {size[0]} con bò giống.\n", encoding="utf-8")
    bad.write_bytes(bytes(range(256)) * 40)
    load_samples(page)
    open_documents(page)
    page.set_input_files("#tl-upload-box input[type=file]", [good, bad])
    outcome = page.locator("#tl-outcome")
    expect(outcome).to_contain_text("Đã xử lý xong 2 tệp: 1 tệp đã nạp, 1 tệp không nhận.")
    expect(outcome).to_contain_text("Bản tin Đồi Mây")
    expect(page.locator("#tl-list")).to_contain_text(f"Bản tin {size[0]}")
    page.screenshot(path=shots / f"documents-{size[0]}.png", full_page=True)
    assert_vietnamese(page)


def test_documents_are_found_deleted_and_brought_back(page: Page, shots: Path) -> None:
    load_samples(page)
    open_documents(page)
    page.get_by_label("Tìm theo tên tài liệu").fill("chuyen doi so")
    expect(page.locator("#tl-list tbody tr")).to_have_count(1)
    page.get_by_role("button", name=re.compile("^Xóa: ")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("chuyển đổi số")
    page.screenshot(path=shots / "confirmation.png")
    assert_vietnamese(page)
    dialog.get_by_role("button", name="Không xóa").click()
    expect(page.locator("#tl-list tbody tr")).to_have_count(1)
    page.get_by_role("button", name=re.compile("^Xóa: ")).click()
    dialog.get_by_role("button", name="Xóa tài liệu").click()
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_focused()
    expect(page.locator("#tl-list")).to_contain_text("Không có tài liệu nào")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#tl-list tbody tr")).to_have_count(1)
    expect(page.locator("#tl-list")).to_contain_text("Đã khôi phục")


def test_hostile_text_is_only_text(page: Page, tmp_path: Path) -> None:
    hostile = (
        "<script>alert(1)</script><img src='https://example.org/x.png' onerror='alert(2)'> ${alert(3)} {{alert(4)}}"
    )
    file = tmp_path / "<img src=x onerror=alert(5)> ${alert(6)}.txt"
    file.write_text(
        f"Bản tin {hostile}\n\nHội LHPN xã Gió Reo trồng 77 cây bưởi {hostile} trong tháng ba.\n", encoding="utf-8"
    )
    load_samples(page)
    open_documents(page)
    page.set_input_files("#tl-upload-box input[type=file]", [file])
    expect(page.locator("#tl-outcome")).to_contain_text("1 tệp đã nạp")
    page.get_by_role("tab", name="Hỏi đáp").click()
    ask(page, f"Hội LHPN xã Gió Reo trồng bao nhiêu cây bưởi? {hostile}")
    expect(page.locator(".tl-question-text").last).to_contain_text("${alert(3)} {{alert(4)}}")
    ask(page, "Hội LHPN xã Gió Reo trồng bao nhiêu cây bưởi?")
    page.locator(".tl-answer a[data-source]").last.click()
    expect(page.locator("#tl-panel mark").first).to_be_visible()
    assert page.locator("#tl-history img, #tl-panel img, #tl-history script, #tl-panel script").count() == 0


def test_everything_is_reached_by_keyboard(page: Page) -> None:
    load_samples(page)
    page.reload()
    page.wait_for_selector(".tl-example")
    page.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
              const element = document.activeElement;
              const style = getComputedStyle(element);
              const around = getComputedStyle(element.closest('.input-container, .wrap') || element);
              const seen = style.outlineStyle !== 'none' || around.boxShadow !== 'none';
              const name = element === document.body ? '' : element.innerText;
              return [name || element.getAttribute('aria-label') || element.placeholder || '', seen];
            }"""
        )
        reached.append(focused)
    names = [name.strip() for name, _ in reached]
    for expected in ("Đến ô nhập câu hỏi", "Hỏi đáp", "Gõ câu hỏi, không cần dấu", "Gửi", "Cuộc trò chuyện mới"):
        assert expected in names
    assert [name for name, seen in reached if name and not seen] == []


def test_a_new_conversation_starts_empty(page: Page) -> None:
    load_samples(page)
    ask(page, QUESTION)
    page.get_by_role("button", name="Cuộc trò chuyện mới").click()
    page.wait_for_selector(".tl-example")
    assert page.locator(".tl-turn").count() == 0
    page.locator(".tl-example").first.click()
    page.wait_for_selector("#tl-history .tl-answer")


@BOTH_SIZES
def test_nothing_is_wider_than_the_screen(page: Page, shots: Path, size: tuple[int, int]) -> None:
    load_samples(page)
    page.screenshot(path=shots / f"welcome-{size[0]}.png")
    ask(page, QUESTION)
    page.screenshot(path=shots / f"answer-{size[0]}.png")
    open_documents(page)
    page.screenshot(path=shots / f"list-{size[0]}.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    small = page.evaluate(
        """least => [...document.querySelectorAll('body *')]
          .filter(element => element.checkVisibility({ visibilityProperty: true }))
          .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
          .filter(element => parseFloat(getComputedStyle(element).fontSize) < least)
          .map(element => element.innerText)""",
        16 if size == LAPTOP else 14,
    )
    assert small in (["▼"], [])
