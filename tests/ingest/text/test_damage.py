import pytest

from ingest.text.damage import has_lost_letters, ruined_tokens

_SOUND = (
    "Các cấp Hội trong huyện đã tổ chức được 45 buổi truyền thông về phòng, chống bạo lực gia đình, "
    "vận động hội viên thực hiện tốt các chỉ tiêu của phong trào thi đua trong nhiệm kỳ."
)


def _lose(text: str) -> str:
    return "".join(char for char in text if not "\u1ea0" <= char <= "\u1ef9")


def test_sentence_without_its_accented_letters_is_found() -> None:
    assert has_lost_letters(_lose(_SOUND))


def test_sentence_that_lost_every_letter_outside_ascii_is_found() -> None:
    assert has_lost_letters("".join(char for char in _SOUND if char.isascii()))


def test_replacement_characters_are_found() -> None:
    text = "".join("\ufffd" if "\u1ea0" <= char <= "\u1ef9" else char for char in _SOUND)
    assert has_lost_letters(text)


@pytest.mark.parametrize(
    "text",
    [
        _SOUND,
        "Panthers chọn Jared Allen, Kony Ealy và Luke Kuechly chơi ở vị trí linebacker, cornerback trong Pro Bowl.",
        "Cac cap Hoi trong huyen da to chuc duoc 45 buoi truyen thong, van dong hoi vien thuc hien tot.",
        "Theo các điểm a, b, c, d, đ, e, g và h khoản 2 Điều này thì chiều dài 5 km, nặng 3 kg, cao 12 cm.",
        "Mua 2,3 triệu cp, nâng từ 1.960.000 cp lên 4.293.333 cp, tương đương 6,7% vốn.",
        "",
    ],
)
def test_sound_text_is_not_accused(text: str) -> None:
    assert not has_lost_letters(text)


def test_page_test_agrees_with_the_sentence_test() -> None:
    assert ruined_tokens(_SOUND + " " + _lose(_SOUND))
    assert not ruined_tokens(_SOUND)
