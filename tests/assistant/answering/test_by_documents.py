"""Questions asked of "the papers" are answered by each of them."""

import pytest

from assistant.answering.by_documents import asked_of_papers
from assistant.query.question import read_question
from tests.assistant.answering.made import ask


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Theo các văn bản, ai là cụm trưởng?", "Ai là cụm trưởng?"),
        ("cac tai lieu cho biet ai la cum truong", "Ai la cum truong"),
        ("Các bài viết hiện có cho thấy hộ nghèo được giúp thế nào?", "Hộ nghèo được giúp thế nào?"),
        ("Những văn bản nào nhắc đến hội viên?", None),
        ("Ai là cụm trưởng?", None),
        ("Theo các văn bản?", None),
    ],
)
def test_the_question_asked_of_each_paper_is_read(text: str, asked: str | None) -> None:
    each = asked_of_papers(read_question(text))
    assert (None if each is None else each.text) == asked


def test_every_paper_that_says_it_is_quoted_under_its_title() -> None:
    answer = ask("Các văn bản cho biết các cấp Hội thực hiện chương trình nào?")
    assert "Theo “Hội LHPN huyện Sao Mai tổng kết công tác năm 2021” (20/12/2021):" in answer.text
    assert "Theo “Hội LHPN huyện Long Hạ sơ kết sáu tháng” (16/07/2023):" in answer.text
    assert {citation.source for citation in answer.citations} == {"sao-mai.txt", "long-ha.txt"}


def test_what_no_paper_says_is_refused() -> None:
    assert ask("Theo các văn bản, ai là bí thư huyện ủy Kẻ Chợ?").abstained
