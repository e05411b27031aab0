import pytest

from ingest.text.look_alikes import settle_letters, settle_motto


def test_look_alike_letters_are_settled_in_vietnamese_only() -> None:
    assert settle_letters("Ðồng chí ngƣời Hà Giang, BÐBP") == "Đồng chí người Hà Giang, BĐBP"
    icelandic = "Það er gott veður í dag"
    assert settle_letters(icelandic) == icelandic


@pytest.mark.parametrize(
    ("found", "settled"),
    [
        ("CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("nước Cộng hòa xã hội chủ nghĩa Việt Nam", "nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Độc lâp - Tự do - Hạnh phúc.", "Độc lập - Tự do - Hạnh phúc."),
        ("CONG HOA XA HOI CHU NGHIA VIET NAM", "CONG HOA XA HOI CHU NGHIA VIET NAM"),
    ],
)
def test_motto_is_set_right_where_only_accents_differ(found: str, settled: str) -> None:
    assert settle_motto(found) == settled
