import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.source_panel import CONTEXT_CHARS, Place, SourceCard, garbled_at, nearest_page, page_html, panel_html
from ingest.documents import Block, BlockKind, Flag, Metadata, Page

TEXT = "Mở đầu.\nHội giúp 12 hộ nghèo.\nThêm 3 lớp & 2 <buổi>.\nKết thúc."


def card(**changes: object) -> SourceCard:
    values: dict[str, object] = {
        "document_id": "00112233aabbccdd",
        "source": "bao-cao.pdf",
        "metadata": Metadata(title="Báo cáo năm", date="2024-07-15", unit="Hội LHPN xã Đồi Mây", type="Báo cáo"),
        "media_type": "application/pdf",
        "flags": frozenset(),
        "has_original": True,
    }
    return SourceCard(**{**values, **changes})  # type: ignore[arg-type]


def marked(html: str) -> str:
    return "\n".join(unescape(part) for part in re.findall(r"<mark>(.*?)</mark>", html, re.DOTALL))


def test_exactly_the_quoted_characters_are_marked() -> None:
    start = TEXT.index("Hội giúp")
    html = panel_html(card(), [Page(1, TEXT)], Place(1, start, start + len("Hội giúp 12 hộ nghèo.")))
    assert marked(html) == "Hội giúp 12 hộ nghèo."


def test_a_quote_over_two_lines_is_marked_in_both() -> None:
    start = TEXT.index("12 hộ")
    end = TEXT.index(" & 2")
    assert marked(panel_html(card(), [Page(1, TEXT)], Place(1, start, end))) == "12 hộ nghèo.\nThêm 3 lớp"


@given(st.text(alphabet="aăâ <&\n\"'", max_size=200), st.integers(0, 210), st.integers(0, 210))
def test_marks_are_the_span_and_nothing_else(text: str, start: int, end: int) -> None:
    html = panel_html(card(), [Page(1, text)], Place(1, start, end))
    expected = [line for line in text[start:end].split("\n")] if start < end else []
    kept = [line for line in expected if line]
    shown = [unescape(part) for part in re.findall(r"<mark>(.*?)</mark>", html, re.DOTALL)]
    # a line of blanks only is not shown at all
    assert [line for line in shown if line.strip()] == [line for line in kept if line.strip()]


def test_text_is_never_markup() -> None:
    html = panel_html(card(), [Page(1, "<script>alert(1)</script> <img src=x onerror=alert(1)>")], Place(1, 0, 8))
    assert "<script" not in html
    assert "<img" not in html


def test_only_the_neighbourhood_of_a_long_page_is_sent() -> None:
    text = "\n".join(f"Dòng số {number} của một văn bản dài." for number in range(20_000))
    start = text.index("Dòng số 15000 ")
    html = panel_html(card(), [Page(1, text)], Place(1, start, start + 13))
    assert marked(html) == "Dòng số 15000"
    assert len(html) < 4 * CONTEXT_CHARS
    assert html.count("tl-cut") == 2


def test_original_pdf_opens_at_the_page() -> None:
    html = panel_html(card(), [Page(1, "a"), Page(2, "b")], Place(2))
    assert 'href="/tep/00112233aabbccdd#page=2"' in html


def test_other_originals_open_without_a_page() -> None:
    html = panel_html(card(media_type="text/plain"), [Page(1, "a")], Place(1))
    assert 'href="/tep/00112233aabbccdd"' in html


def test_missing_original_is_said_and_not_linked() -> None:
    html = panel_html(card(has_original=False), [Page(1, "a")], Place(1))
    assert "/tep/" not in html
    assert "Tệp gốc không còn" in html


def test_damage_is_a_warning_at_the_quote_and_a_note_elsewhere() -> None:
    flags = frozenset({Flag.GARBLED})
    assert "tl-warning" in panel_html(card(flags=flags, garbled_here=True), [Page(1, "a")], Place(1, 0, 1))
    elsewhere = panel_html(card(flags=flags), [Page(1, "a")], Place(1, 0, 1))
    assert "tl-warning" not in elsewhere
    assert "có chỗ bị hỏng chữ" in elsewhere


def test_damage_counts_only_where_the_quote_touches_it() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, 1, 0, 10),
        Block(BlockKind.PARAGRAPH, 1, 10, 20, flags=frozenset({Flag.GARBLED})),
    ]
    assert garbled_at(blocks, Place(1, 19, 25))
    assert not garbled_at(blocks, Place(1, 0, 10))
    assert not garbled_at(blocks, Place(2, 12, 15))
    assert not garbled_at(blocks, Place(1))


def test_a_page_outside_shows_the_nearest_without_a_mark() -> None:
    html = panel_html(card(), [Page(1, "một"), Page(2, "hai")], Place(9, 0, 2))
    assert "<p>hai</p>" in html
    assert "<mark>" not in html
    assert nearest_page([], 1) is None


def test_a_document_of_no_pages_is_shown_without_text() -> None:
    assert "Báo cáo năm" in panel_html(card(), [], Place(1))


def test_pages_are_linked_one_by_one() -> None:
    html = panel_html(card(), [Page(1, "a"), Page(2, "b"), Page(3, "c")], Place(2))
    assert "/nguon/00112233aabbccdd?trang=1" in html
    assert "/nguon/00112233aabbccdd?trang=3" in html


def test_standalone_page_is_vietnamese_and_escapes_its_title() -> None:
    html = page_html("<b>", "nội dung")
    assert '<html lang="vi">' in html
    assert "<title>&lt;b&gt;" in html
