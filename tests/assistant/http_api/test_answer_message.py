"""An answer as a chat message, and back."""

import pytest

from assistant.http_api.answer_message import message_of, read_message
from assistant.model import AbstainReason, Answer, AnswerWarning, Citation, Mode, WarningCode

NUMBERED = Citation(
    1, "d1", "a.docx", "Tổng kết", 3, 0, 9, "215 hộ (“nghèo”)", "2021-12-15", number="12/BC-BTV", type="Báo cáo"
)
TITLED = Citation(2, "d2", "b.txt", "Ra mắt câu lạc bộ, tặng quà", 1, 0, 9, "45 thành viên:\n[3] “x”", "2023-04-03")


@pytest.mark.parametrize("warnings", [(), (AnswerWarning(WarningCode.SAMPLE_SOURCE),)])
def test_what_is_written_is_read_back(warnings: tuple[AnswerWarning, ...]) -> None:
    answer = Answer(
        "?", "Giúp 215 hộ [1]. Có 45 thành viên [2].", False, Mode.EXTRACTIVE, (NUMBERED, TITLED), warnings=warnings
    )
    read, sources = read_message(message_of(answer))
    assert read == answer.text
    assert sources[:2] == ("Báo cáo số 12/BC-BTV", "Ra mắt câu lạc bộ, tặng quà")


def test_a_refusal_is_read_back_without_sources() -> None:
    answer = Answer("?", "Không tìm thấy.", True, Mode.EXTRACTIVE, nearest=(TITLED,), reason=AbstainReason.NOT_ANSWERED)
    assert read_message(message_of(answer)) == ("Không tìm thấy.", ())


def test_a_message_of_another_assistant_is_its_text() -> None:
    assert read_message("Xin chào!\n\nTôi giúp gì được?") == ("Xin chào!\n\nTôi giúp gì được?", ())
