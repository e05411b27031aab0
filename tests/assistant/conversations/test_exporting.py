from io import BytesIO

import docx
import pytest

from assistant.conversations.formatting import Line, Run, lines_of
from assistant.conversations.markdown import as_markdown
from assistant.conversations.records import Conversation, KeptTurn, NewTurn
from assistant.conversations.references import numbered
from assistant.conversations.word import as_word
from assistant.model import Answer, Mode
from tests.assistant.conversations.made import citation, turn

HELD = Conversation("a1", "Quà Tết *2022*", "2026-11-21T10:00:00+00:00", "2026-11-21T10:00:00+00:00", 2)


def kept(made: NewTurn) -> KeptTurn:
    return KeptTurn(1, HELD.created_at, made.question, made.answer, made.problem, made.filters_text)


def answered(text: str, *starts: int) -> KeptTurn:
    citations = tuple(citation(n, start) for n, start in enumerate(starts, 1))
    return kept(NewTurn("Hỏi?", Answer("Hỏi?", text, abstained=False, mode=Mode.MODEL, citations=citations)))


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
    assert "\\`mã\\` \\| bảng" in text
    assert "\n1\\. Thứ nhất\n" in text


def test_word_holds_the_same_with_struck_sentences_struck() -> None:
    hostile = "Một **đậm** và ~~sai~~ \x00\x07 [1]\n- mục"
    document = docx.Document(BytesIO(as_word(HELD, [kept(turn()), answered(hostile, 5)])))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Quà Tết *2022*"
    assert texts[-3] == "Tài liệu tham khảo"
    assert texts[-1].startswith("[2] Báo cáo số 45/BC-HPN ngày 12/12/2022")
    (written,) = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Một đậm và sai")]
    assert [run.text for run in written.runs if run.bold] == ["đậm"]
    assert [run.text for run in written.runs if run.font.strike] == ["sai"]
    assert "mục" in [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"]
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.5)


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


def test_lines_are_read_into_runs() -> None:
    assert lines_of("## Đầu\n\n- **đậm** rồi thường") == (
        Line((Run("Đầu"),)),
        Line((Run("đậm", bold=True), Run(" rồi thường")), bullet=True),
    )
