import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.prose import ProseFilter

FRAGMENTS = (
    "<think>",
    "</think>",
    "<thin",
    "k>",
    "```",
    "```python\n",
    "``",
    "`",
    "\n",
    "chữ ",
    "<",
    "/",
    "x = 1",
    " ",
)


def read(*pieces: str) -> str:
    keeper = ProseFilter()
    shown = ""
    for piece in pieces:
        withdrawn, text = keeper.feed(piece)
        shown = ("" if withdrawn else shown) + text
    return shown + keeper.finish()


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Câu một.\nCâu hai.", "Câu một.\nCâu hai."),
        ("<think>nghĩ</think>Câu một.", "Câu một."),
        ("<THINK>nghĩ</Think>Câu một.", "Câu một."),
        ("Câu <think>nghĩ", "Câu "),
        ("nghĩ mãi</think>Câu một.", "Câu một."),
        ("5 < 6 và <b>đậm</b>", "5 < 6 và <b>đậm</b>"),
        ("<<think>a</think>b", "<b"),
        ("```\nCâu một.\n```", "Câu một.\n"),
        ("```markdown\nCâu một.\n```\nCâu hai.", "Câu một.\nCâu hai."),
        ("Câu một.\n```python\nx = 1\n```\nCâu hai.", "Câu một.\nCâu hai."),
        ("```json\n{}", ""),
        ("Dùng `mã` ``hai``", "Dùng `mã` ``hai``"),
        ("  thụt vào", "  thụt vào"),
        ("", ""),
    ],
)
def test_keeps_only_prose(text: str, prose: str) -> None:
    assert read(text) == prose


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join), st.lists(st.integers(0, 80), max_size=6))
def test_cutting_the_stream_anywhere_gives_the_same(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    assert read(*(text[start:end] for start, end in itertools.pairwise(edges))) == read(text) == read(*text)


@given(st.text(alphabet="aàă .\n"))
def test_text_without_tags_or_fences_is_untouched(text: str) -> None:
    assert read(text) == text
