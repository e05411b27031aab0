"""Extractive answers over made documents."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.composing import LEGAL_ANSWER_CHARS
from assistant.answering.extractive import ExtractiveAnswerer
from assistant.messages_vi.names import REFUSAL_SENTENCE
from assistant.model import AbstainReason, Hit, SearchResult, WarningCode
from assistant.ports import Finished, TextDelta
from assistant.query import understand
from ingest.text.folding import fold
from tests.assistant.answering.made import DOCUMENTS, ask, idf, likeness, passages, search
from vectorstore.hits import Passage


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Năm 2021 huyện Sao Mai thành lập được bao nhiêu mô hình thu gom rác thải?", "48 mô hình"),
        ("Huyện Sao Mai giúp bao nhiêu hộ nghèo?", "1.250 hộ nghèo"),
        ("Đơn vị nào được giao làm cụm trưởng năm 2022?", "xã Hạ Lam"),
        ("Hội nghị sơ kết của huyện Long Hạ tổ chức ở đâu?", "Bến Đá"),
        ("Hội LHPN huyện Long Hạ tổ chức hội nghị sơ kết ngày nào?", "15/7/2023"),
    ],
)
def test_answer_contains_the_fact_asked_for(question: str, fact: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert fact in answer.text


def test_question_without_accents_gets_the_same_fact() -> None:
    assert "48 mô hình" in ask("nam 2021 huyen sao mai thanh lap duoc bao nhieu mo hinh thu gom rac thai").text


def test_name_that_stands_only_in_a_caption_is_found() -> None:
    assert "Trần Thị Thử Nghiệm" in ask("Chủ tịch Hội LHPN huyện Sao Mai là ai?").text


def test_both_things_asked_for_are_answered() -> None:
    answer = ask("Huyện Sao Mai xây bao nhiêu nhà mái ấm tình thương và phát triển được bao nhiêu hội viên mới?")
    assert "17 nhà mái ấm" in answer.text
    assert "640/800" in answer.text


def test_every_document_that_mentions_a_programme_is_listed_whatever_the_quotes() -> None:
    answer = ask("Những văn bản nào nhắc đến chương trình “Áo ấm biên cương”?")
    assert {citation.source for citation in answer.citations} == set(DOCUMENTS)
    assert "Sao Mai tổng kết" in answer.text
    assert "Long Hạ sơ kết" in answer.text


def test_quote_is_an_exact_slice_of_the_page() -> None:
    answer = ask("Huyện Sao Mai giúp bao nhiêu hộ nghèo?")
    for citation in answer.citations:
        text = DOCUMENTS[citation.source][0]
        assert citation.quote == text[citation.char_start - 100 : citation.char_end - 100]


def test_markers_number_the_citations_in_order() -> None:
    answer = ask("Huyện Sao Mai xây bao nhiêu nhà mái ấm tình thương và phát triển được bao nhiêu hội viên mới?")
    assert [int(n) for n in re.findall(r"\[(\d+)\]", answer.text)] == [citation.n for citation in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Long Hạ nhận đỡ đầu bao nhiêu trẻ mồ côi theo chương trình “Mẹ đỡ đầu”?",
        "Năm 2015 huyện Sao Mai giúp bao nhiêu hộ nghèo?",
        "Giá vàng hôm nay bao nhiêu một chỉ?",
        "Thủ đô của nước Úc là thành phố nào?",
    ],
)
def test_question_the_documents_do_not_answer_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.abstained
    assert answer.text.startswith(REFUSAL_SENTENCE) or answer.reason is AbstainReason.NOTHING_FOUND
    assert not answer.citations


def test_refusal_says_what_is_mentioned_and_what_is_missing() -> None:
    answer = ask("Huyện Long Hạ nhận đỡ đầu bao nhiêu trẻ mồ côi theo chương trình “Mẹ đỡ đầu”?")
    assert answer.reason is AbstainReason.NOT_ANSWERED
    assert "“Mẹ đỡ đầu”" in answer.text
    assert "số trẻ mồ côi theo chương trình “Mẹ đỡ đầu”." in answer.text
    assert answer.nearest[0].source == "long-ha.txt"


def test_refusal_names_the_year_that_is_missing() -> None:
    assert "2015" in ask("Năm 2015 huyện Sao Mai giúp bao nhiêu hộ nghèo?").text


@pytest.mark.parametrize("text", ["", "   ", "?!…", "\u200b"])
def test_question_without_words_is_refused_as_empty(text: str) -> None:
    assert ask(text).reason is AbstainReason.EMPTY_QUESTION


def test_nothing_found_is_said() -> None:
    query = understand("xyzzy")
    *_, last = ExtractiveAnswerer(idf, likeness).stream(query, SearchResult(query, (), {}))
    assert isinstance(last, Finished)
    assert last.answer.reason is AbstainReason.NOTHING_FOUND


def test_overlong_question_is_shortened_and_says_so() -> None:
    answer = ask("Huyện Sao Mai giúp bao nhiêu hộ nghèo? " * 300)
    assert WarningCode.QUESTION_SHORTENED in {warning.code for warning in answer.warnings}


def test_english_question_is_answered_with_a_warning() -> None:
    answer = ask("How many poor households were helped in this district?")
    assert WarningCode.FOREIGN_QUESTION in {warning.code for warning in answer.warnings}


def test_script_in_a_question_stays_text() -> None:
    assert "<script>" not in ask("<script>alert(1)</script> Huyện Sao Mai giúp bao nhiêu hộ nghèo?").text


def test_streamed_text_is_the_text_of_the_answer() -> None:
    query = understand("Huyện Sao Mai giúp bao nhiêu hộ nghèo?")
    *deltas, last = ExtractiveAnswerer(idf, likeness).stream(query, search(query))
    assert isinstance(last, Finished)
    assert "".join(delta.text for delta in deltas if isinstance(delta, TextDelta)) == last.answer.text


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(["Năm 2021", "huyện Sao Mai", "bao nhiêu", "hộ nghèo", "ai", "ở đâu", "“", "”", ";", "và"])
    )
)
def test_any_question_ends_in_one_answer_of_readable_length(words: list[str]) -> None:
    answer = ask(" ".join(words))
    assert answer.abstained == (answer.reason is not None)
    assert bool(answer.citations) != answer.abstained
    assert len(answer.text) <= 2 * LEGAL_ANSWER_CHARS


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(["Huyện Sao Mai giúp bao nhiêu hộ nghèo?", "Chủ tịch Hội LHPN huyện Sao Mai là ai?"]))
def test_stripping_accents_changes_no_citation(question: str) -> None:
    plain = ask(fold(question))
    assert {citation.source for citation in plain.citations} == {
        citation.source for citation in ask(question).citations
    }


def test_a_listed_document_is_told_by_its_beginning_even_where_that_was_not_found() -> None:
    query = understand("Những văn bản nào nhắc đến chương trình “Áo ấm biên cương”?")
    begun = "Sáng 12/3, tại nhà văn hóa xã Hạ Lam, Cụm thi đua số 2 tổng kết công tác Hội, "
    text = begun + "khen thưởng tập thể và cá nhân có thành tích trong phong trào thi đua yêu nước " * 3 + "năm 2021."
    first = {one.document_id: replace(one, chunk_id="dau", text=text, char_start=0) for one in passages()}["sao-mai"]
    later = [replace(hit, passage=replace(hit.passage, ordinal=3)) for hit in search(query).hits]
    evidence = SearchResult(query, tuple(later), {})
    opening = {"sao-mai": first}.get
    *_, last = ExtractiveAnswerer(idf, likeness, opening).stream(query, evidence)
    assert isinstance(last, Finished)
    leads = [one.quote for one in last.answer.citations if one.quote.startswith("Sáng 12/3")]
    assert leads == [begun.rstrip(" ,")]
    assert f"{leads[0]} …" in last.answer.text


def test_two_persons_told_in_the_same_words_are_both_told() -> None:
    lines = {
        "song-lam.txt": "Phó Chủ tịch Hội Trần Thị Thử Nghiệm tham dự và chỉ đạo Hội nghị cụm Sông Lam năm 2021.",
        "ven-bien.txt": "Phó Chủ tịch Hội Lê Thị Mẫu tham dự và chỉ đạo Hội nghị cụm ven biển năm 2019.",
    }
    hits = tuple(
        Hit(rank, Passage(f"c{rank}", source, 0, source, text, None, None, None, None, 1, 0, len(text), text, (),
                          frozenset(), "text/plain"), 1.0, rank, None)
        for rank, (source, text) in enumerate(lines.items(), 1)
    )  # fmt: skip
    query = understand("Ai chỉ đạo hội nghị cụm Sông Lam năm 2021 và ai dự hội nghị cụm ven biển năm 2019?")
    *_, last = ExtractiveAnswerer(idf, likeness, refuse_below=0.0).stream(query, SearchResult(query, hits, {}))
    assert isinstance(last, Finished)
    assert "Thử Nghiệm" in last.answer.text
    assert "Lê Thị Mẫu" in last.answer.text


@pytest.mark.parametrize("text", ["Những văn bản nào?", "Tài liệu nào nhắc đến?", "van ban nao hoac tai lieu nao"])
def test_documents_asked_for_without_a_subject_are_refused(text: str) -> None:
    assert ask(text).abstained


@pytest.mark.parametrize(("day", "told"), [("20/12/2021", ["48"]), ("20.12.2021", ["48"]), ("16/07/2023", [])])
def test_a_paper_named_by_its_day_alone_is_asked(day: str, told: list[str]) -> None:
    answer = ask(f"Theo tin {day}, các cấp Hội thành lập bao nhiêu mô hình thu gom rác thải?")
    assert [one for one in ("48",) if one in answer.text] == told
    assert answer.abstained is not bool(told)


def test_a_paper_of_a_day_that_is_not_there_is_not_replaced_by_another() -> None:
    assert ask("Theo tin 01/02/2022, huyện Sao Mai thành lập bao nhiêu mô hình thu gom rác thải?").abstained


def test_what_came_nearest_speaks_of_the_place_that_is_named_whole() -> None:
    text = ask("Huyện Long Hạ có bao nhiêu mô hình thu gom rác thải?").text
    assert "Văn bản “Hội LHPN huyện Long Hạ sơ kết sáu tháng”" in text
    assert "có nhắc Huyện Long Hạ" in text
    elsewhere = ask("Số mô hình thu gom rác thải ở huyện Kẻ Chợ năm 2021 là bao nhiêu?").text
    assert "có nhắc mô hình thu gom rác thải nhưng không nêu thông tin về Kẻ Chợ" in elsewhere


def test_what_is_asked_of_the_thing_asked_before_is_told_with_it_or_not() -> None:
    whole = ask("Huyện Sao Mai xây bao nhiêu nhà mái ấm tình thương?")
    assert "17 nhà mái ấm tình thương" in whole.text
    assert ask("Huyện Sao Mai mở bao nhiêu lớp dạy nghề may, là những lớp nào?").abstained
