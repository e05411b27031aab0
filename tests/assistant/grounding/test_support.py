from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.support import best_passage, best_support, coverage

TEXT = (
    "Hội nghị diễn ra tại xã Hoa Ban. Hội đã giúp 45 hộ phụ nữ thoát nghèo. "
    "Có 12 chi hội được khen thưởng. Bà Trần Thị Giả Định là chi hội trưởng."
)


def test_points_to_the_sentence_that_states_it() -> None:
    found = best_support("Có 45 hộ phụ nữ đã thoát nghèo nhờ Hội", TEXT)
    assert TEXT[found.start : found.end] == "Hội đã giúp 45 hộ phụ nữ thoát nghèo."


def test_points_to_two_sentences_when_both_are_needed() -> None:
    found = best_support("Hội giúp 45 hộ phụ nữ thoát nghèo và 12 chi hội được khen thưởng", TEXT)
    assert TEXT[found.start : found.end].startswith("Hội đã giúp 45")
    assert TEXT[found.start : found.end].endswith("khen thưởng.")


def test_number_decides_between_similar_sentences() -> None:
    text = "Năm 2020 Hội giúp 30 hộ nghèo. Năm 2021 Hội giúp 45 hộ nghèo."
    found = best_support("Hội giúp 45 hộ nghèo", text)
    assert text[found.start : found.end] == "Năm 2021 Hội giúp 45 hộ nghèo."


def test_accents_do_not_count() -> None:
    assert coverage("HOI DA GIUP", "Hội đã giúp") == 1.0


def test_whole_passage_where_nothing_fits() -> None:
    found = best_support("Quyết toán ngân sách xây cầu đường", TEXT)
    assert (found.start, found.end) == (0, len(TEXT))


def test_best_passage_needs_the_number_too() -> None:
    passages = ["Hội giúp 30 hộ nghèo.", "Hội giúp 45 hộ nghèo."]
    assert best_passage("Hội giúp 45 hộ nghèo", passages, 0.6) == 1
    assert best_passage("Hội giúp 99 hộ nghèo", passages, 0.6) is None


@given(st.text(max_size=60), st.text(max_size=200))
def test_span_lies_within_the_passage(statement: str, passage: str) -> None:
    found = best_support(statement, passage)
    assert 0 <= found.start <= found.end <= len(passage)
    assert 0.0 <= found.share <= 1.0
