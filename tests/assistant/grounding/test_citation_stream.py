import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.citation_stream import CitationNumbers, CitationStream, Statement, render

KNOWN = ("e7k2", "b3c4")
_IDS = ("e7k2", "b3c4", "x9v8", "[e7k2]", "[b3c4, x9v8]", "[1]", "2]", "e7k")
_BRACKETS = ("[", "]", "(", ")", "【", "】", "{", "<", ">", "![", "](http://a.vn/x)", "<b>", "</b>", "\ue000")
_MARKUP = (". ", ", ", ": ", " ", "\n", "**", "- ", "1. ", "# ", "```")
_WORDS = ("Hội phụ nữ", "Chi hội", "12.226 hộ", "3,5%", "Nguồn: ", "năm 2021", "1", "TP. Vinh")
FRAGMENTS = (*_IDS, *_BRACKETS, *_MARKUP, *_WORDS)
answers = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


def shown(statements: list[Statement]) -> list[str]:
    numbers = CitationNumbers()
    lines = []
    for one in statements:
        places = [getattr(part, "ids", ()) for part in one.parts]
        lines.append(render(one.parts, lambda index, places=places: [numbers.number(name) for name in places[index]]))
    return lines


def read(*pieces: str) -> tuple[list[Statement], int]:
    stream = CitationStream(KNOWN)
    statements = [one for piece in pieces for one in stream.feed(piece)]
    return [*statements, *stream.finish()], stream.unknown


@pytest.mark.parametrize(
    ("answer", "lines", "unknown"),
    [
        ("Hội giúp 12 hộ [e7k2]. Có 3 nhà [b3c4].", ["Hội giúp 12 hộ. [1]", "Có 3 nhà. [2]"], 0),
        ("Hội giúp 12 hộ. [e7k2] Có 3 nhà.[b3c4]", ["Hội giúp 12 hộ. [1]", "Có 3 nhà. [2]"], 0),
        ("Hội giúp 12 hộ.\n[e7k2]\nCó 3 nhà (b3c4).", ["Hội giúp 12 hộ. [1]", "Có 3 nhà. [2]"], 0),
        ("Chi hội TP. Vinh có 3 nhà [b3c4].", ["Chi hội TP. Vinh có 3 nhà. [1]"], 0),
        ("Giúp 12 hộ [e7k2], 3 nhà [b3c4], 2 lớp [e7k2].", ["Giúp 12 hộ [1], 3 nhà [2], 2 lớp. [1]"], 0),
        ("Giúp 12 hộ [e7k2], [b3c4].", ["Giúp 12 hộ. [1][2]"], 0),
        ("Giúp 12 hộ [x9v8], [b3c4].", ["Giúp 12 hộ. [1]"], 1),
        ("Giúp 12 hộ [x9v8].", ["Giúp 12 hộ."], 1),
        ("Giúp 12 hộ. [1][2]", ["Giúp 12 hộ."], 2),
        ("Giúp 12 hộ [[e7k2]].", ["Giúp 12 hộ. [1]"], 0),
        ("Giúp 12 hộ (Nguồn: [e7k2], [b3c4]).", ["Giúp 12 hộ. [1][2]"], 0),
        ("Giúp 12 hộ **[e7k2]**.", ["Giúp 12 hộ. [1]"], 0),
        ("Theo đoạn e7k2, Hội giúp 12 hộ.", ["Theo đoạn [1], Hội giúp 12 hộ."], 0),
        ("Giúp 12 hộ [e7k2](http://x.vn/a).", ["Giúp 12 hộ. [1]"], 0),
        ("Giúp 12 hộ [e7k2", ["Giúp 12 hộ [1]"], 0),
        ("- Giúp 12 hộ [e7k2]\n- Có 3 nhà [b3c4]", ["- Giúp 12 hộ [1]", "- Có 3 nhà [2]"], 0),
        ("1. Giúp 12 hộ [e7k2]\n2. Có 3 nhà [b3c4]", ["1. Giúp 12 hộ [1]", "2. Có 3 nhà [2]"], 0),
        ("Tỷ lệ (71%) tăng [e7k2].", ["Tỷ lệ (71%) tăng. [1]"], 0),
        ("Giúp [<b>1</b>] hộ [e7k2].", ["Giúp hộ. [1]"], 0),
        ("Giúp [[x9v8]7] hộ [e7k2].", ["Giúp hộ. [1]"], 1),
        ("[e7k2] Hội giúp 12 hộ.", ["[1] Hội giúp 12 hộ."], 0),
        ("", [], 0),
        ("[e7k2]", ["[1]"], 0),
    ],
)
def test_reads_sloppy_answers(answer: str, lines: list[str], unknown: int) -> None:
    statements, dropped = read(answer)
    assert shown(statements) == lines
    assert dropped == unknown


@given(answer=answers, cuts=st.lists(st.integers(0, 200), max_size=8))
def test_cutting_the_stream_anywhere_gives_the_same(answer: str, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(answer)) for cut in cuts), len(answer)]
    pieces = [answer[start:end] for start, end in itertools.pairwise(edges)]
    assert read(*pieces) == read(answer) == read(*answer)


@given(answers)
def test_no_id_is_ever_shown(answer: str) -> None:
    lines = "\n".join(shown(read(answer)[0])).lower()
    words = "".join(char if char.isalnum() else " " for char in lines).split()
    assert not {"e7k2", "b3c4"} & set(words)


@given(answers)
def test_a_number_in_brackets_is_always_ours(answer: str) -> None:
    statements, _ = read(answer)
    cited = {name for one in statements for name in one.ids}
    shown_numbers = {int(part) for line in shown(statements) for part in _bracketed(line)}
    assert shown_numbers <= set(range(1, len(cited) + 1))


def _bracketed(line: str) -> list[str]:
    return [part.split("]")[0] for part in line.split("[")[1:] if part.split("]")[0].isdigit()]


def test_statements_come_while_the_stream_runs() -> None:
    stream = CitationStream(KNOWN)
    assert stream.feed("Hội giúp 12 hộ [e7k2]. Có ") != []


def test_a_half_marker_is_held_back() -> None:
    stream = CitationStream(KNOWN)
    assert stream.feed("Hội giúp 12 hộ. Có 3 nhà [e7") != []
    assert stream.feed("k2") == []
    assert shown(stream.feed("]. Hết ")) == ["Có 3 nhà. [1]"]
