import pytest

from assistant.grounding.citation_markers import Marker, read_marker

KNOWN = frozenset({"e7k2", "b3c4"})


@pytest.mark.parametrize(
    ("bracket", "ids", "unknown"),
    [
        ("[e7k2]", ("e7k2",), 0),
        ("[E7K2]", ("e7k2",), 0),
        ("[e7k2, b3c4]", ("e7k2", "b3c4"), 0),
        ("[e7k2;b3c4]", ("e7k2", "b3c4"), 0),
        ("[e7k2 và b3c4]", ("e7k2", "b3c4"), 0),
        ("(e7k2)", ("e7k2",), 0),
        ("【e7k2】", ("e7k2",), 0),
        ("（e7k2）", ("e7k2",), 0),
        ("{e7k2}", ("e7k2",), 0),
        ("<e7k2>", ("e7k2",), 0),
        ("[Nguồn: e7k2]", ("e7k2",), 0),
        ("(nguồn e7k2)", ("e7k2",), 0),
        ("[id: e7k2]", ("e7k2",), 0),
        ("[mã e7k2]", ("e7k2",), 0),
        ("[đoạn e7k2, đoạn b3c4]", ("e7k2", "b3c4"), 0),
        ("[^e7k2]", ("e7k2",), 0),
        ("[#e7k2]", ("e7k2",), 0),
        ("[`e7k2`]", ("e7k2",), 0),
        ("[e7k2 e7k2]", ("e7k2",), 0),
        ("[e7k2, x9z9]", ("e7k2",), 1),
        ("[e7k2, abcd]", ("e7k2",), 1),
        ("[x9v8]", (), 1),
        ("(x9v8)", (), 1),
        ("[1]", (), 1),
        ("[2, 3]", (), 2),
        ("[doc3]", (), 1),
        ("[source: abcd]", (), 1),
        ("[mã]", (), 1),
    ],
)
def test_reads_citation_in_any_style(bracket: str, ids: tuple[str, ...], unknown: int) -> None:
    assert read_marker(bracket, KNOWN) == Marker(ids, unknown)


ORDINARY = (
    *("(71%)", "(2021)", "(khóa XIII)", "(HTX)", "(e7k2 hộ nghèo)", "[...]", "[]", "()", "[sic]", "[tải về]", "<b>"),
    *("(đoạn 2)", "{0}", "[Hội LHPN tỉnh]", "(nguồn: Báo cáo năm)"),
)


@pytest.mark.parametrize("bracket", ORDINARY)
def test_leaves_ordinary_brackets_alone(bracket: str) -> None:
    assert read_marker(bracket, KNOWN) is None
