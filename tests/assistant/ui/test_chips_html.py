from assistant.model import Understanding
from assistant.query.understanding import understand
from assistant.ui.chips_html import chips_html, shown_reading, toggled

YEAR = Understanding("year", "2021", "2021")
SHORT = Understanding("abbreviation", "LHPN", "Liên hiệp Phụ nữ")


def test_a_reading_is_said_in_words() -> None:
    assert shown_reading(SHORT) == "LHPN → Liên hiệp Phụ nữ"
    assert shown_reading(YEAR) == "2021"
    assert shown_reading(Understanding("period", "6T đầu 2023", "2023-H1")) == "6T đầu 2023 → 6 tháng đầu năm 2023"
    assert shown_reading(Understanding("quarter", "quy 3", "Q3")) == "quy 3 → quý III"
    assert shown_reading(Understanding("relative_time", "tháng trước", "2026-10")) == "tháng trước → tháng 10 năm 2026"
    assert shown_reading(Understanding("period", "nhiệm kỳ 2021-2026", "2021-2026")) == "nhiệm kỳ 2021-2026 → 2021-2026"


def test_a_province_that_took_others_in_says_so() -> None:
    question = "Phú Thọ có bao nhiêu hội viên?"
    assert "cũng tìm Vĩnh Phúc, Hòa Bình" in chips_html(question, 0, understand(question).understood)


def test_chips_stand_in_the_order_of_the_question_and_name_what_they_do() -> None:
    html = chips_html("LHPN năm 2021", 3, (YEAR, SHORT))
    assert html.index("LHPN") < html.index("2021")
    assert 'aria-label="Bỏ cách hiểu này và hỏi lại: viết tắt: LHPN → Liên hiệp Phụ nữ"' in html
    assert 'data-turn="3" data-reading="abbreviation:LHPN"' in html


def test_what_was_taken_away_is_struck_and_can_be_brought_back() -> None:
    html = chips_html("LHPN năm 2021", 0, (SHORT,), (YEAR,))
    assert html.count("<s>") == 1
    assert "Dùng lại cách hiểu này và hỏi lại: năm: 2021" in html


def test_nothing_understood_shows_nothing() -> None:
    assert chips_html("hội viên", 0, ()) == ""
    assert chips_html("a", 0, (Understanding("shortened", "", "999"),)) == ""


def test_chips_escape_what_was_typed() -> None:
    html = chips_html("<b>", 0, (Understanding("typo", '<b>"', "<i>"),))
    assert "<b>" not in html
    assert "<i>" not in html


def test_pressing_twice_changes_nothing() -> None:
    once = toggled((YEAR, SHORT), (), "year:2021")
    assert once == (YEAR,)
    assert toggled((SHORT,), once, "year:2021") == ()
    assert toggled((SHORT,), once, "year:1999") == once
