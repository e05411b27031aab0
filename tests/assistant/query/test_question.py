"""What a question is read to ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.query.periods import question_periods
from assistant.query.question import Asked, read_question
from ingest.text.folding import fold


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Có bao nhiêu hộ nghèo?", Asked.NUMBER),
        ("Chủ tịch Hội huyện Sao Mai là ai?", Asked.PERSON),
        ("Hội nghị diễn ra khi nào?", Asked.DATE),
        ("Chỉ thị ban hành năm nào?", Asked.DATE),
        ("Hội nghị tổ chức ở đâu?", Asked.PLACE),
        ("Đơn vị nào làm cụm trưởng?", Asked.THING),
        ("Những văn bản nào nhắc đến “Mẹ đỡ đầu”?", Asked.DOCUMENTS),
        ("Vì sao phải đổi mới?", Asked.REASON),
        ("Công tác giám sát như thế nào?", Asked.MANNER),
        ("kết quả công tác hội", Asked.OTHER),
    ],
)
def test_kind_is_read_with_and_without_accents(text: str, kind: Asked) -> None:
    assert read_question(text).asks[0].kind is kind
    assert read_question(fold(text)).asks[0].kind is kind


def test_accents_tell_the_brain_from_which() -> None:
    assert read_question("bệnh viêm màng não ở trẻ em").asks[0].kind is Asked.OTHER


def test_focus_is_the_noun_counted() -> None:
    ask = read_question("Huyện giúp được bao nhiêu hộ nghèo trong năm 2020?").asks[0]
    assert ask.focus == ("ho", "ngheo")
    assert ask.focus_follows


def test_focus_before_the_interrogative_is_marked() -> None:
    ask = read_question("Tổng số tiền là bao nhiêu?").asks[0]
    assert not ask.focus_follows
    assert "tien" in ask.focus


def test_two_things_asked_are_two_asks_with_their_own_words() -> None:
    first, second = read_question("Có bao nhiêu báo cáo viên và bao nhiêu tuyên truyền viên?").asks
    assert first.focus == ("bao", "cao", "vien")
    assert second.focus == ("tuyen", "truyen", "vien")
    assert first.last <= second.first


@pytest.mark.parametrize(
    "text",
    [
        "Chi hội phạt từ bao nhiêu đến bao nhiêu đồng?",
        "Phạt tiền từ bao nhiêu đồng đến bao nhiêu đồng?",
        "chi hoi phat tu bao nhieu toi bao nhieu dong",
        "Nhiệm kỳ ấy kéo dài từ năm nào đến năm nào?",
    ],
)
def test_both_ends_of_a_stretch_are_one_ask(text: str) -> None:
    (ask,) = read_question(text).asks
    assert ask.kind in {Asked.NUMBER, Asked.DATE}
    assert len(ask.words) == 2
    assert ask.focus == (("dong",) if ask.kind is Asked.NUMBER else ())


def test_two_counts_beside_each_other_stay_two_asks() -> None:
    assert len(read_question("Có bao nhiêu hội viên, đến bao nhiêu xã rồi và bao nhiêu chi hội?").asks) == 3


def test_province_is_read_without_capitals() -> None:
    assert read_question("chu tich hoi tinh bac giang la ai").provinces == (("bac", "giang"),)


def test_year_of_a_law_is_no_period() -> None:
    assert question_periods("Theo Bộ luật Dân sự 2015, ai được thừa kế?") == ()
    assert question_periods("Năm 2020 và nhiệm kỳ 2016-2021") == ((2016, 2021), (2020, 2020))


def test_quoted_phrase_is_read_in_any_quotes() -> None:
    assert read_question('nhắc đến "Mẹ đỡ đầu"').quoted == read_question("nhắc đến “Mẹ đỡ đầu”").quoted


@given(st.text(max_size=200))
def test_any_text_is_read_without_error_into_at_least_one_ask(text: str) -> None:
    question = read_question(text)
    assert question.asks
    assert len(question.content) == len(question.tokens)
    assert all(0 <= ask.first <= ask.last <= len(question.tokens) for ask in question.asks)


def test_a_time_taken_away_restricts_nothing_and_a_province_is_a_name() -> None:
    text = "Năm 2021 và 6 tháng đầu năm 2023, Thanh Hóa và Phú Thọ có bao nhiêu hội viên?"
    read = read_question(text, {"year:2021", "place:Thanh Hóa"})
    assert read.periods == ((2023, 2023),)
    assert read.provinces == (("phu", "tho"),)
    assert ("thanh", "hoa") in read.names
    assert not any(shown for token, shown in zip(read.tokens, read.content, strict=True) if token.text == "2021")
    assert read_question(text).periods == ((2021, 2021), (2023, 2023))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chủ đề công tác năm 2020 tên là gì?", Asked.THING),
        ("Phó Bí thư huyện Sao Mai tên là gì?", Asked.PERSON),
        ("Hội phối hợp với ai?", Asked.THING),
        ("Bà Trần Thị Thử Nghiệm là ai?", Asked.THING),
        ("Chủ tịch Hà Nam là ai?", Asked.PERSON),
        ("Có xã nào chưa đạt chuẩn không?", Asked.OTHER),
        ("6 thang dau nam co bao nhieu ho ngheo", Asked.NUMBER),
        ("chuong trinh me do dau giup bao nhieu tre", Asked.NUMBER),
    ],
)
def test_what_looks_like_another_interrogative_is_read_by_its_neighbours(text: str, kind: Asked) -> None:
    assert read_question(text).asks[0].kind is kind


def test_an_approximation_is_not_what_is_counted() -> None:
    assert read_question("Kinh phí hỗ trợ vào khoảng bao nhiêu?").asks[0].focus == ("kinh", "phi", "ho", "tro")


def test_bodies_that_every_paper_names_are_no_names() -> None:
    assert read_question("Lãnh đạo TW Hội LHPN Việt Nam dự hội nghị là ai?").names == ()


def test_an_enumeration_is_known_by_its_words() -> None:
    assert read_question("Cụm gồm những tỉnh nào?").enumerates
    assert read_question("liet ke cac tinh trong cum").enumerates
    assert not read_question("Có bao nhiêu tỉnh trong cụm?").enumerates


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("Tổng số hộ nghèo được huyện Sao Mai giúp là bao nhiêu?", ("ho", "ngheo")),
        ("Số lượng mô hình năm 2020 là bao nhiêu?", ("mo", "hinh")),
        ("Số tiền là bao nhiêu?", ("tien",)),
        ("Bà Thử Nghiệm giữ chức vụ gì?", ("chuc", "vu")),
    ],
)
def test_what_is_asked_for_is_the_noun_without_words_that_only_ask_for_an_amount(
    text: str, focus: tuple[str, ...]
) -> None:
    assert read_question(text).asks[0].focus == focus


def test_a_comma_in_brackets_parts_nothing() -> None:
    question = read_question("Năm 2020 được bao nhiêu và năm 2021 (phối hợp, liên kết) được bao nhiêu?")
    first, second = question.asks
    assert question.tokens[second.first].text == "năm"
    assert question.tokens[first.last - 1].text == "và"


@pytest.mark.parametrize("text", ["Là kỳ họp thứ mấy, thuộc khóa nào?", "La ky hop thu may, thuoc khoa nao?"])
def test_a_comma_right_behind_an_interrogative_parts_two_things(text: str) -> None:
    first, second = read_question(text).asks
    assert (first.kind, first.focus) == (Asked.NUMBER, ("ky", "hop"))
    assert (second.kind, second.focus) == (Asked.THING, ("thuoc", "khoa"))


def test_women_are_counted_though_the_word_also_speaks_of_one() -> None:
    assert read_question("Năm 2020 có bao nhiêu chị em được vay vốn?").asks[0].focus[:2] == ("chi", "em")
    assert read_question("Theo tin 04/01/2021, số hội viên là bao nhiêu?").asks[0].focus == ("hoi", "vien")
