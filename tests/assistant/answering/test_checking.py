"""Every sentence of an extractive answer is checked as well."""

from assistant.answering.checking import with_checks
from assistant.contract import answer_json
from assistant.model import Answer, Citation, Mode
from assistant.verdicts import Verdict
from tests.assistant.answering.made import ask

QUESTIONS = (
    "Năm 2021 Hội xây dựng được bao nhiêu mô hình?",
    "Ai là Chủ tịch Hội?",
    "Những văn bản nào nhắc đến hội viên?",
)


def test_extractive_sentences_are_quotes_and_so_supported() -> None:
    answers = [with_checks(ask(question)) for question in QUESTIONS]
    answered = [answer for answer in answers if not answer.abstained]
    assert answered
    for answer in answered:
        assert answer.checks
        assert {check.verdict for check in answer.checks} == {Verdict.SUPPORTED}
        assert all(check.text in answer.text for check in answer.checks)


def test_sentence_that_misquotes_is_found_and_travels_in_the_json() -> None:
    quote = "Hội mở 14 lớp tập huấn cho cán bộ chi hội."
    citation = Citation(1, "0123456789abcdef", "a.txt", "Báo cáo", 1, 0, len(quote), quote)
    text = "Hội mở 15 lớp tập huấn cho cán bộ chi hội. [1]"
    answer = with_checks(Answer("?", text, abstained=False, mode=Mode.EXTRACTIVE, citations=(citation,)))
    (check,) = answer_json(answer)["checks"]
    assert (check["verdict"], check["citations"]) == ("differs", [1])
    assert check["differences"][0]["message"] == "số “15”, nguồn ghi “14”"
    assert text[check["char_start"] : check["char_end"]] == text
