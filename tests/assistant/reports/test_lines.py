"""Lines with the headings above them, those a numbered list hides too."""

from assistant.reports.lines import lines_of
from ingest.documents import Block, BlockKind, Page

KINDS = {"#": BlockKind.HEADING, "-": BlockKind.LIST_ITEM, "": BlockKind.PARAGRAPH}


def headings_of(*lines: str) -> dict[str, tuple[str, ...]]:
    """The headings above each line; "#" marks a heading, "-" one that is stored as listed."""
    blocks, text = [], ""
    for line in lines:
        sign = line[0] if line[0] in "#-" else ""
        words = line.removeprefix(sign)
        blocks.append(Block(KINDS[sign], 1, len(text), len(text) + len(words), level=3 if sign == "#" else None))
        text += f"{words}\n"
    return {line.text: line.headings for line in lines_of([Page(1, text)], blocks)}


def test_a_numbered_line_among_listed_ones_is_the_heading_of_what_follows() -> None:
    found = headings_of("#1. Kết quả", "-1.1. Tặng 12 suất quà.", "-3. Nhiệm vụ năm 2026", "Kết nạp 20 hội viên.")
    assert found["1.1. Tặng 12 suất quà."] == ("1. Kết quả",)
    assert found["Kết nạp 20 hội viên."] == ("3. Nhiệm vụ năm 2026",)


def test_a_heading_hidden_below_a_part_keeps_the_part_above_it() -> None:
    found = headings_of("#I. KẾT QUẢ", "-1. Tuyên truyền", "Tổ chức 3 buổi.", "-2. Kinh tế", "Giúp 4 hộ.")
    assert found["Tổ chức 3 buổi."] == ("I. KẾT QUẢ", "1. Tuyên truyền")
    assert found["Giúp 4 hộ."] == ("I. KẾT QUẢ", "2. Kinh tế")


def test_a_line_that_states_something_is_no_heading() -> None:
    lines = ("-1. Tặng 30 suất quà cho hội viên", "-2. Giúp hộ nghèo;", "-3. Vay vốn: giải ngân tốt", "Kết nạp mới.")
    assert headings_of(*lines)["Kết nạp mới."] == ()
