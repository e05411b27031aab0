from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import BlockKind, Flag, RawSpan
from ingest.errors import EmptyFileError
from tests.ingest.written import LAW, NEWS, REPORT, blocks_of, document

_LINES = st.lists(
    st.sampled_from(
        [
            *NEWS.split("\n"),
            *REPORT.split("\n"),
            *LAW.split("\n"),
            "# Đề mục",
            "| a | b |",
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "\u200b",
            "***",
        ]
    ),
    max_size=30,
)


def _kinds(text: str) -> dict[str, str]:
    return {line: kind for kind, line in blocks_of(document(text))}


def test_news_item_has_its_parts_named() -> None:
    kinds = _kinds(NEWS)
    assert kinds["8:52' 15/3/2024"] == "dateline"
    assert kinds["Quang cảnh buổi ra mắt"] == "caption"
    assert kinds["Chủ tịch Hội LHPN xã Lê Thị Bưởi trao thẻ cho các thành viên của mô hình"] == "caption"
    assert kinds["Thu Hiền - Hội LHPN xã An Khê"] == "byline"


def test_title_is_kept_once_and_its_repetition_is_boilerplate() -> None:
    title = "Hội LHPN xã An Khê ra mắt mô hình “Ngôi nhà xanh”"
    assert [kind for kind, text in blocks_of(document(NEWS)) if text == title] == ["title", "boilerplate"]


def test_line_broken_in_mid_sentence_is_one_block() -> None:
    texts = [text for _, text in blocks_of(document(NEWS))]
    assert any(text.startswith("Mô hình thu gom") and text.endswith("40 thành viên./.") for text in texts)


def test_headings_have_levels_from_the_outside_in() -> None:
    structured = document(REPORT)
    text = structured.pages[0].text
    levels = {text[b.char_start : b.char_end]: b.level for b in structured.blocks if b.kind is BlockKind.HEADING}
    assert set(levels) == {
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "II. KẾT QUẢ THỰC HIỆN",
        "1. Công tác tuyên truyền",
        "2. Hỗ trợ phụ nữ phát triển kinh tế",
    }
    assert levels["I. ĐẶC ĐIỂM TÌNH HÌNH"] < levels["1. Công tác tuyên truyền"]


def test_points_of_an_article_are_list_items_not_headings() -> None:
    kinds = [kind for kind, _ in blocks_of(document(LAW))]
    assert kinds == ["title", "list_item", "list_item", "list_item", "list_item"]


def test_bare_chapter_takes_its_name_from_the_next_line() -> None:
    text = (
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\n\nQuy chế này quy định việc sử dụng quỹ của chi hội."
    )
    found = blocks_of(document("Quy chế quỹ\n\n" + text))
    assert ("heading", "Chương I\nQUY ĐỊNH CHUNG") in found
    assert ("heading", "Điều 1. Phạm vi điều chỉnh") in found


def test_hints_of_the_loader_win() -> None:
    text = "Mở đầu của bài\n\nMột hai ba\n\nĐơn vị — Số hộ: 12"
    spans = (RawSpan(16, 26, BlockKind.HEADING, 2), RawSpan(28, len(text), BlockKind.TABLE_ROW))
    structured = document(text, spans=spans)
    assert [(block.kind, block.level) for block in structured.blocks][1:] == [
        (BlockKind.HEADING, 2),
        (BlockKind.TABLE_ROW, None),
    ]


def test_spans_are_carried_through_normalising() -> None:
    raw = "Tin\u200b\u200b mới\r\n\r\nMu\u0323c I\u00a0chung\r\n\r\nNội dung của bài."
    start = raw.index("Mu")
    structured = document(raw, spans=(RawSpan(start, raw.index("chung") + 5, BlockKind.HEADING, 1),))
    assert ("heading", "Mục I chung") in blocks_of(structured) or ("title", "Mục I chung") in blocks_of(structured)


def test_damaged_sentences_alone_are_flagged() -> None:
    sound = "Các cấp Hội đã hoàn thành nhiệm vụ được giao trong năm."
    lost = "Công tác ch đo Đi hi ph n các cp đưc t chc linh hot, đúng tin đ, phù hp vi công tác phòng, chng dch."
    structured = document(f"Mở đầu của bài viết này.\n\n{sound} {lost} {sound}")
    text = structured.pages[0].text
    flagged = [text[block.char_start : block.char_end] for block in structured.blocks if Flag.GARBLED in block.flags]
    assert flagged == [lost]
    assert structured.flags == {Flag.GARBLED}


def test_sound_text_has_no_flag() -> None:
    assert document(NEWS).flags == frozenset()
    assert (
        document("Panthers thắng Broncos nhờ cornerback Josh Norman và linebacker Luke Kuechly.").flags == frozenset()
    )


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\ufeff", "Trang chủ\nBản in\n-----\n"])
def test_document_without_text_is_refused(text: str) -> None:
    with pytest.raises(EmptyFileError, match="empty_file"):
        document(text)


def test_first_page_may_be_blank() -> None:
    assert [block.page for block in document(" ", "Trang hai có chữ.").blocks] == [2]


@given(st.lists(_LINES.map("\n".join), min_size=1, max_size=3))
def test_blocks_are_ordered_disjoint_and_cover_the_text(pages: list[str]) -> None:
    try:
        structured = document(*pages)
    except EmptyFileError:
        return
    texts = {page.number: page.text for page in structured.pages}
    for first, second in pairwise(structured.blocks):
        assert (first.page, first.char_end) <= (second.page, second.char_start) or first.page < second.page
    for number, text in texts.items():
        inside = "".join(text[b.char_start : b.char_end] for b in structured.blocks if b.page == number)
        assert "".join(inside.split()) == "".join(text.split())
