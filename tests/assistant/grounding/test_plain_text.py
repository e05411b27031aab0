import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.plain_text import plain_text

PIECES = (
    "<script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "<",
    ">",
    "b",
    "/",
    "![a](http://x.vn/y)",
    "[a](b)",
    " ",
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hội <b>tốt</b>", "Hội tốt"),
        ("a <script>alert(1)</script>b", "a b"),
        ("a <script>alert(1)", "a "),
        ("![ảnh](http://x.vn/p.png?d=1) sau", " sau"),
        ("xem [tại đây](http://x.vn)", "xem tại đây"),
        ("xem http://x.vn/a?b=1.", "xem ."),
        ("chạy javascript:alert(1) đi", "chạy  đi"),
        ("## Đề mục", "Đề mục"),
        ("**đậm** và *nghiêng*", "đậm và nghiêng"),
        ("* một\n* hai", "- một\n- hai"),
        ("> trích", "trích"),
        ("3 * 4 < 5 > 2", "3 * 4 < 5 > 2"),
        ("a\u200bb\u202ec", "abc"),
        ("<!-- ẩn -->hiện", "hiện"),
    ],
)
def test_leaves_only_words(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_tag_survives(text: str) -> None:
    shown = plain_text(text)
    assert "<s" not in shown
    assert "<i" not in shown
    assert "</" not in shown
    assert "](" not in shown
