import re
from html import unescape
from io import BytesIO

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answer_marks import held, released
from assistant.conversations.formatting import Line, Run, lines_of
from assistant.conversations.markdown import as_markdown
from assistant.conversations.markdown_text import literal
from assistant.conversations.records import Conversation, KeptTurn, NewTurn
from assistant.conversations.references import numbered
from assistant.conversations.word import as_word
from assistant.model import Answer, Mode
from assistant.verdicts import SentenceCheck, Verdict
from tests.assistant.conversations.made import citation, turn

HELD = Conversation("a1", "Quà Tết *2022*", "2026-11-21T10:00:00+00:00", "2026-11-21T10:00:00+00:00", 2)


def kept(made: NewTurn) -> KeptTurn:
    return KeptTurn(1, HELD.created_at, made.question, made.answer, made.problem, made.filters_text)


def answered(text: str, *starts: int) -> KeptTurn:
    citations = tuple(citation(n, start) for n, start in enumerate(starts, 1))
    return kept(NewTurn("Hỏi?", Answer("Hỏi?", text, abstained=False, mode=Mode.MODEL, citations=citations)))


def struck(text: str, sentence: str) -> KeptTurn:
    start = text.index(sentence)
    check = SentenceCheck(sentence.strip("~"), start, start + len(sentence), (), Verdict.NOT_SUPPORTED, removed=True)
    made = Answer("Hỏi?", text, abstained=False, mode=Mode.MODEL, citations=(citation(1, 5),), checks=(check,))
    return kept(NewTurn("Hỏi?", made))


def test_references_are_numbered_once_through_the_conversation() -> None:
    whole = numbered([answered("A [1]. B [2].", 5, 9), answered("C [1], D [2]. E [7].", 9, 30)])
    assert [one.text for one in whole.turns] == ["A [1]. B [2].", "C [2], D [3]. E [7]."]
    assert [(one.n, one.char_start) for one in whole.references] == [(1, 5), (2, 9), (3, 30)]


def test_markdown_names_sources_in_the_form_of_reports() -> None:
    text = as_markdown(HELD, [kept(turn())])
    assert "# Quà Tết \\*2022\\*" in text
    assert "## Hội trao bao nhiêu suất quà?\n" in text
    assert "\nHội trao 12 suất quà. [1]\n" in text
    assert "> Chỉ tìm trong: năm 2022" in text
    assert "> Câu chưa khớp với nguồn: “Hội trao 12 suất quà.”" in text
    assert "## Tài liệu tham khảo\n\n[1] Báo cáo số 45/BC-HPN ngày 12/12/2022, mục II.1, tr. 2" in text


def test_text_of_documents_cannot_become_formatting_in_markdown() -> None:
    text = as_markdown(HELD, [answered("# Đầu <script>alert(1)</script> `mã` | bảng\n1. Thứ nhất", 5)])
    assert "<script>" not in text.replace("\\<", "")
    assert "\n\\# Đầu " in text
    assert "\\`mã\\` \\| bảng" in text
    assert "\n1\\. Thứ nhất\n" in text


def test_word_holds_the_same_with_struck_sentences_struck() -> None:
    text = "Một **đậm** \x00\x07 [1]\n1. mục ~~gạch~~ của văn bản [1] ~~Điều sai.~~"
    document = docx.Document(BytesIO(as_word(HELD, [kept(turn()), struck(text, "~~Điều sai.~~")])))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Quà Tết *2022*"
    assert texts[-3] == "Tài liệu tham khảo"
    assert texts[-1].startswith("[2] Báo cáo số 45/BC-HPN ngày 12/12/2022")
    assert [text for text in texts if text.startswith("Một")] == ["Một **đậm**  [2]"]
    (item,) = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("1. mục")]
    assert item.text == "1. mục ~~gạch~~ của văn bản [2] Điều sai."
    assert [run.text for run in item.runs if run.font.strike] == ["Điều sai."]
    assert item.paragraph_format.left_indent == -item.paragraph_format.first_line_indent > 0
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.5)


def test_markdown_strikes_only_what_was_struck() -> None:
    text = as_markdown(HELD, [struck("1. mục ~~gạch~~ [1] ~~Điều *sai*.~~", "~~Điều *sai*.~~")])
    assert "\n1\\. mục \\~\\~gạch\\~\\~ [1] ~~Điều \\*sai\\*.~~\n" in text


def test_numbers_of_a_document_are_no_references_of_the_answer() -> None:
    text = f"Theo {held('[1]')}, Hội trao 12 suất quà. [1]"
    whole = numbered([answered("A [1].", 7), answered(text, 12)])
    assert released(whole.turns[1].text) == "Theo [1], Hội trao 12 suất quà. [2]"
    assert "Theo \\[1\\], Hội trao 12 suất quà. [2]" in as_markdown(HELD, [answered("A [1].", 7), answered(text, 12)])


def test_a_refusal_names_the_nearest_documents() -> None:
    answer = Answer("Hỏi?", "Không tìm thấy.", abstained=True, mode=Mode.EXTRACTIVE, nearest=(citation(1),))
    text = as_markdown(HELD, [kept(NewTurn("Hỏi?", answer))])
    assert "Văn bản gần nhất:\n\n- Báo cáo số 45/BC-HPN" in text
    assert "Tài liệu tham khảo" not in text


def test_the_completed_question_is_named() -> None:
    answer = Answer("Còn xã?", "12.", abstained=False, mode=Mode.EXTRACTIVE, completed_question="Xã trao mấy suất quà?")
    assert "> Câu hỏi được hiểu là: Xã trao mấy suất quà?" in as_markdown(HELD, [kept(NewTurn("Còn xã?", answer))])


def test_a_problem_is_told_instead_of_an_answer() -> None:
    assert "Đã dừng theo yêu cầu." in as_markdown(HELD, [kept(NewTurn("Hỏi?", None, "Đã dừng theo yêu cầu."))])


@pytest.mark.parametrize("mark", ["1. ", "2) ", "a) ", "- ", "+ ", "* ", "– ", "• ", "IV. "])
def test_an_item_keeps_its_mark(mark: str) -> None:
    assert lines_of(f"Việc làm:\n  {mark}giúp **hai** hộ\n\n# không là đề mục") == (
        Line((Run("Việc làm:"),)),
        Line((Run(f"{mark}giúp **hai** hộ"),), listed=True),
        Line((Run("# không là đề mục"),)),
    )


@given(st.text(alphabet="ab 1.)(-+*#|_~`<>$[]&=!\\;/:^Đ", max_size=30).map(lambda text: " ".join(text.split())))
@example("- mục").via("ways a list begins")
@example("![ảnh](a)")
@example("&lt;b&gt;")
@example("(a) mục")
@example("[1](a)")
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(literal(text, opens=True))
    assert unescape(re.sub(r"</?p>", "", rendered)).strip() == text
