import unicodedata

from assistant.viewing.boxes import Box
from assistant.viewing.highlight import drawn_boxes
from ingest.loaders.pdfium import BoxedChar

WIDTH, HEIGHT = 0.01, 0.02


def typed(*lines: str) -> list[BoxedChar]:
    """A fixed-width page: character n of line m stands at column n, row m."""
    return [
        BoxedChar(char, 0.1 + column * WIDTH, 0.1 + row * 0.03, 0.1 + (column + 1) * WIDTH, 0.1 + row * 0.03 + HEIGHT)
        for row, line in enumerate(lines)
        for column, char in enumerate(line)
    ]


def cells(box: Box) -> tuple[int, int, int]:
    """Row, first column, end column."""
    return round((box.top - 0.1) / 0.03), round((box.left - 0.1) / WIDTH), round((box.right - 0.1) / WIDTH)


def boxed(text: str, quote: str, *lines: str) -> list[tuple[int, int, int]]:
    start = text.index(quote)
    return [cells(box) for box in drawn_boxes(text, (start, start + len(quote)), typed(*lines), 1.0)]


def test_a_sentence_over_two_lines_has_two_boxes_with_its_stop() -> None:
    text = "Mở đầu. Hội giúp 12 hộ thoát nghèo. Kết thúc."
    lines = ("Mở đầu. Hội giúp", "12 hộ thoát nghèo. Kết thúc.")
    assert boxed(text, "Hội giúp 12 hộ thoát nghèo.", *lines) == [(0, 8, 16), (1, 0, 18)]


def test_a_hyphen_at_the_line_end_and_a_running_head_do_not_matter() -> None:
    text = "Chương trình khởi nghiệp được mở rộng."
    lines = ("BẢN TIN SỐ 3", "Chương trình khởi ng-", "hiệp được mở rộng.")
    assert boxed(text, text, *lines) == [(1, 0, 21), (2, 0, 18)]


def test_accents_drawn_apart_belong_to_their_letters() -> None:
    drawn = unicodedata.normalize("NFD", "Hội nghị")
    assert boxed("Hội nghị", "Hội nghị", drawn) == [(0, 0, len(drawn))]


def test_the_same_words_twice_are_told_apart_by_what_is_around() -> None:
    text = "Năm 2022: giúp 12 hộ nghèo ở xã Một.\nNăm 2023: giúp 12 hộ nghèo ở xã Hai."
    quote = "giúp 12 hộ nghèo"
    start = text.rindex(quote)
    boxes = drawn_boxes(text, (start, start + len(quote)), typed(*text.split("\n")), 1.0)
    assert [cells(box)[0] for box in boxes] == [1]


def test_a_row_whose_cells_are_drawn_line_by_line_is_boxed_cell_by_cell() -> None:
    text = "1 | Tập huấn kỹ năng số cho hội viên | Ban Tổ chức Hội tỉnh"
    quote = "Tập huấn kỹ năng số cho hội viên"
    found = boxed(text, quote, "1  Tập huấn kỹ năng    Ban Tổ chức", "   số cho hội viên     Hội tỉnh")
    assert found == [(0, 3, 19), (1, 3, 18)]


def test_a_page_in_a_font_of_an_old_encoding_is_read_with_its_table() -> None:
    text = "Thực hiện phong trào thi đua của phụ nữ huyện"
    in_tcvn3 = "Thùc hiÖn phong trµo thi ®ua cña phô n÷ huyÖn"
    assert boxed(text, "phong trào thi đua", in_tcvn3) == [(0, 10, 28)]


def test_what_is_not_on_the_page_has_no_box() -> None:
    assert boxed("Câu này không có.", "Câu này không có.", "Trang trắng trơn") == []
    assert drawn_boxes("— —", (0, 3), typed("— —"), 1.0) == ()
    assert drawn_boxes("Chữ", (0, 3), (), 1.0) == ()
