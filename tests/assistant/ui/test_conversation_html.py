from assistant.model import AbstainReason, Answer, AnswerWarning, Citation, Mode, Turn, WarningCode
from assistant.ui.conversation_html import Exchange, conversation_html, exchange_html, live_html, turns_of
from assistant.ui.welcome_html import loading_html, welcome_html

PLACE = Citation(1, "00112233aabbccdd", "tin.txt", "Tin xã Đồi Mây", 1, 0, 4, "Hội.")


def test_question_is_escaped_and_filters_are_said() -> None:
    html = exchange_html(Exchange("<img src=x onerror=alert(1)>", problem="Lỗi.", filters="năm 2020"))
    assert "<img" not in html
    assert "&lt;img" in html
    assert "Chỉ tìm trong: năm 2020" in html


def test_answer_shows_mode_sources_and_copy() -> None:
    answer = Answer("?", "Hội. [1]", False, Mode.EXTRACTIVE, citations=(PLACE,), timings_ms={"total": 1234.0})
    html = exchange_html(Exchange("?", answer))
    assert "Trích nguyên văn" in html
    assert "Nguồn trích dẫn" in html
    assert "1,2 giây" in html
    assert 'data-copy="Hội. [1]' in html


def test_model_answer_says_it_is_one() -> None:
    answer = Answer("?", "Hội. [1]", False, Mode.MODEL, citations=(PLACE,))
    assert "Mô hình ngôn ngữ" in exchange_html(Exchange("?", answer))


def test_refusal_shows_the_nearest_places_as_links() -> None:
    answer = Answer("?", "Không tìm thấy.", True, Mode.EXTRACTIVE, reason=AbstainReason.NOT_ANSWERED, nearest=(PLACE,))
    html = exchange_html(Exchange("?", answer))
    assert "Chưa có câu trả lời" in html
    assert "/nguon/00112233aabbccdd" in html
    assert "chưa phải câu trả lời" in html
    assert "Trích nguyên văn" not in html


def test_fallback_is_said_before_the_answer_and_samples_after() -> None:
    warnings = (AnswerWarning(WarningCode.SAMPLE_SOURCE), AnswerWarning(WarningCode.LLM_FALLBACK, {"problem": "x"}))
    html = exchange_html(Exchange("?", Answer("?", "CÂU-TRẢ-LỜI", False, Mode.EXTRACTIVE, warnings=warnings)))
    assert html.index("không dùng được") < html.index("CÂU-TRẢ-LỜI") < html.index("tài liệu mẫu")


def test_every_warning_is_shown_once() -> None:
    warnings = tuple(AnswerWarning(code) for code in WarningCode)
    html = exchange_html(Exchange("?", Answer("?", "a", False, Mode.MODEL, warnings=warnings)))
    # the threshold of refusals stands beside the mode at the foot
    assert html.count("tl-warning") == len(WarningCode) - 1
    assert html.count("Ngưỡng từ chối đang đặt") == 1


def test_unfinished_answer_has_no_links_and_says_what_happens() -> None:
    html = live_html("Hỏi <b>", "", "Hội giúp [1]", "Đang viết…")
    assert "<a " not in html
    assert "Đang viết…" in html
    assert "&lt;b&gt;" in html


def test_history_leaves_out_exchanges_without_answer() -> None:
    exchanges = (Exchange("một", problem="lỗi"), Exchange("hai", Answer("hai", "Có.", False, Mode.MODEL)))
    assert turns_of(exchanges) == (Turn("hai", "Có."),)
    assert conversation_html(exchanges).count("<article") == 2


def test_empty_store_offers_samples_and_upload() -> None:
    html = welcome_html(0, has_samples=False)
    assert 'data-event="load_samples"' in html
    assert 'data-tab="Kho tài liệu"' in html


def test_examples_are_offered_only_with_samples() -> None:
    assert 'data-event="ask_example"' in welcome_html(6, has_samples=True)
    assert 'data-event="ask_example"' not in welcome_html(6, has_samples=False)
    assert 'data-event="load_samples"' not in welcome_html(6, has_samples=False)


def test_problem_and_progress_are_said() -> None:
    assert "Chưa nạp &amp;" in welcome_html(0, has_samples=False, problem="Chưa nạp &")
    assert "(2/6)" in loading_html(2, 6)


def test_a_completed_question_is_shown_to_be_edited_and_remembered() -> None:
    answer = Answer("ai ký?", "Có. [1]", False, Mode.EXTRACTIVE, (PLACE,), completed_question='Ai ký "Tin <xã>"?')
    exchange = Exchange("ai ký?", answer)
    html = exchange_html(exchange)
    assert "Đã hiểu là:" in html
    assert 'data-event="edit_question" data-text="Ai ký &quot;Tin &lt;xã&gt;&quot;?"' in html
    assert turns_of([exchange]) == (Turn('Ai ký "Tin <xã>"?', "Có. [1]", ("Tin xã Đồi Mây",)),)
    assert "Đã hiểu là:" not in exchange_html(Exchange("?", Answer("?", "Có.", False, Mode.EXTRACTIVE)))
