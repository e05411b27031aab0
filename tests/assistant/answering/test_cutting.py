"""Long sentences cut to clauses."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.cutting import clauses_of, cut, with_siblings
from assistant.answering.evidence import gather
from assistant.answering.question_terms import terms_of
from assistant.answering.ranking import Ranked, rank_sentences
from assistant.query import understand
from assistant.query.question import Question, read_question
from tests.assistant.answering.made import SAO_MAI, idf, likeness, search

QUESTION = "Huyện Sao Mai xây bao nhiêu nhà mái ấm tình thương?"


def longest() -> tuple[Question, Ranked]:
    question = read_question(QUESTION)
    ranked = rank_sentences(question, gather(search(understand(QUESTION)).hits), idf, question.asks[0], likeness)
    return question, max(ranked, key=lambda item: len(item.sentence.text))


def test_cut_keeps_the_figure_asked_for() -> None:
    question, ranked = longest()
    piece = cut(question, terms_of(question, idf), question.asks[0], ranked, 120)
    assert "17 nhà mái ấm tình thương" in piece.text
    assert piece.cut_front
    assert piece.cut_back


def test_sentence_within_the_limit_stays_whole() -> None:
    question, ranked = longest()
    piece = cut(question, terms_of(question, idf), question.asks[0], ranked, 1_000)
    assert piece.text == ranked.sentence.text
    assert not piece.cut_front
    assert not piece.cut_back


@settings(deadline=None, max_examples=40)
@given(st.integers(10, 400))
def test_cut_is_a_slice_that_begins_and_ends_at_words(limit: int) -> None:
    question, ranked = longest()
    piece = cut(question, terms_of(question, idf), question.asks[0], ranked, limit)
    assert piece.text == SAO_MAI[piece.start : piece.end]
    assert piece.text == piece.text.strip(" ,;")
    assert not SAO_MAI[piece.start - 1].isalnum()
    assert not SAO_MAI[piece.end : piece.end + 1].isalnum()


def test_quotation_that_is_never_closed_does_not_hide_what_follows() -> None:
    text = "Xây 12 tuyến đường “sạch, đẹp; trồng 300 cây; mở lớp “Mẹ, con khỏe” cho 90 hội viên"
    assert [text[start:end] for start, end in clauses_of(text, 0, len(text))] == [
        "Xây 12 tuyến đường “sạch, đẹp",
        "trồng 300 cây",
        "mở lớp “Mẹ, con khỏe” cho 90 hội viên",
    ]


def test_the_day_of_a_paper_stays_with_its_number() -> None:
    text = "Cuộc vận động gắn với thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị; nhiều mô hình ra đời."
    assert text[slice(*clauses_of(text, 0, len(text))[0])].endswith("Bộ Chính trị")


def test_items_that_name_what_is_asked_for_stay_together() -> None:
    text = (
        "tổ chức kiểm tra và giám sát chuyên đề; ra mắt mô hình điểm Câu lạc bộ “Nữ tiểu thương”, "
        "mô hình điểm “Gia đình 5 có, 3 sạch” tại cơ sở; phát huy vai trò của phụ nữ trong chuyển đổi số"
    )
    clauses = clauses_of(text, 0, len(text))
    joined = [text[start:end] for start, end in with_siblings(text, clauses, ("hinh", "diem"))]
    assert joined == [
        text.split("; ", maxsplit=1)[0],
        "ra mắt mô hình điểm Câu lạc bộ “Nữ tiểu thương”, mô hình điểm “Gia đình 5 có, 3 sạch” tại cơ sở",
        text.rsplit("; ", maxsplit=1)[-1],
    ]
    assert with_siblings(text, clauses, ()) == clauses
    assert with_siblings(text, clauses, ("tro", "phu")) == clauses


def test_names_beside_each_other_stay_together() -> None:
    text = "bảy tỉnh đã hoàn thành việc tổ chức Đại hội, trong đó hai đơn vị Sao Mai, Long Hạ họp trực tuyến toàn bộ"
    joined = with_siblings(text, clauses_of(text, 0, len(text)), ("don", "vi"))
    assert [text[start:end] for start, end in joined][
        -1
    ] == "trong đó hai đơn vị Sao Mai, Long Hạ họp trực tuyến toàn bộ"
