import pytest

from ingest.loaders.hyphens import join_lines


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("theo Nghị định 30/2020/NĐ-", "CP ngày 05/3", "theo Nghị định 30/2020/NĐ-CP ngày 05/3"),
        ("phòng, chống Covid-", "19 trong", "phòng, chống Covid-19 trong"),
        ("giai đoạn 2021-", "2026", "giai đoạn 2021-2026"),
        ("kinh tế-", "xã hội", "kinh tế-xã hội"),
        ("có ý ngh-", "ĩa, thiết thực", "có ý nghĩa, thiết thực"),
        ("chương tr\u00ad", "ình", "chương trình"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("hội viên", "mới", "hội viên mới"),
    ],
)
def test_hyphen_at_the_end_of_a_line(line: str, following: str, joined: str) -> None:
    assert join_lines(line, following) == joined
