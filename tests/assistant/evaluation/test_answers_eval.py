"""Scoring of answers."""

import dataclasses

from assistant.evaluation.answers_eval import evaluate_answers, judge
from assistant.evaluation.questions import EvalQuestion
from assistant.model import Answer, Citation, Mode

FACT = EvalQuestion("1", "Có bao nhiêu hộ?", "fact", ("a.txt",), key_facts=("12 hộ", "71%"))
NONE = EvalQuestion("2", "Ai?", "unanswerable", ("a.txt",), must_not_contain=("Bà Thử",))
SPAN = EvalQuestion("3", "Ai?", "passage", ("p1",), answers=("Bà Nhầm", "bà Thử"))


def citation(source: str, quote: str) -> Citation:
    return Citation(1, "d", source, None, 1, 0, len(quote), quote)


def answer(text: str, *citations: Citation, abstained: bool = False) -> Answer:
    return Answer("?", text, abstained, Mode.EXTRACTIVE, citations=citations)


def test_answer_with_every_fact_and_the_source_is_right() -> None:
    verdict = judge(FACT, answer("Có 12 hộ (đạt 71%). [1]", citation("a.txt", "Có 12 hộ (đạt 71%).")))
    assert verdict.right
    assert verdict.quoted


def test_answer_with_one_fact_missing_is_wrong() -> None:
    assert not judge(FACT, answer("Có 12 hộ. [1]", citation("a.txt", "Có 12 hộ."))).right


def test_right_words_from_another_document_are_wrong() -> None:
    verdict = judge(FACT, answer("Có 12 hộ, 71% [1]", citation("b.txt", "Có 12 hộ, 71%")))
    assert verdict.facts
    assert not verdict.right


def test_refusing_an_answerable_question_is_wrong_even_if_the_fact_is_mentioned() -> None:
    assert not judge(FACT, answer("Không thấy 12 hộ, 71%.", abstained=True)).right


def test_refusal_that_claims_what_it_must_not_is_wrong() -> None:
    assert judge(NONE, answer("Không tìm thấy.", abstained=True)).right
    assert not judge(NONE, answer("Không tìm thấy, có lẽ là bà Thử.", abstained=True)).right
    assert not judge(NONE, answer("Bà Khác. [1]")).right


def test_one_of_several_gold_answers_is_enough() -> None:
    assert judge(SPAN, answer("Là Bà Thử [1]", citation("p1", "Là Bà Thử"))).right


def test_report_counts_each_share_over_its_own_questions() -> None:
    texts = {FACT.question: answer("Có 12 hộ, 71% [1]", citation("a.txt", "Có 12 hộ, 71%"))}
    refusal = answer("Không tìm thấy.", abstained=True)
    other = dataclasses.replace(SPAN, question="Ai khác?")
    report = evaluate_answers(lambda question: texts.get(question, refusal), [FACT, NONE, other])
    assert report.answerable_right == 0.5
    assert report.answerable_refused == 0.5
    assert report.unanswerable_refused == 1.0
    assert report.right_by_kind == {"fact": 1.0, "passage": 0.0, "unanswerable": 1.0}


def test_report_of_no_questions_has_no_shares() -> None:
    report = evaluate_answers(answer, [])
    assert report.answerable_right is None
    assert report.questions == 0
