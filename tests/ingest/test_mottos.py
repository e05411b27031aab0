import pytest

from ingest.mottos import has_motto, without_mottos


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "HỘI LHPN XÃ HẢI VÂN CỌNG HÒA XÃ HỘI CHÙ NGHĨA VIỆT NAM",
        "Ðộc lập - Tự do - Hạnh phức",
        "Độc lập – Tự do – Hạnh phúc",
        "hội lhpn huyện hương lâm      cộng hòa xã hội chủ nghĩa việt nam",
    ],
)
def test_country_and_motto_are_known_as_scans_misread_them(line: str) -> None:
    assert has_motto(line)


@pytest.mark.parametrize(
    "line",
    [
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua ngày 28 tháng 6 năm 2024.",
        "Khẩu hiệu “Độc lập - Tự do - Hạnh phúc” được treo trang trọng.",
        "Hội LHPN Việt Nam",
    ],
)
def test_a_sentence_that_names_the_country_is_no_letterhead(line: str) -> None:
    assert not has_motto(line)


def test_each_leaves_a_bar() -> None:
    line = "HỘI LHPN XÃ HẢI VÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    assert without_mottos(line) == "HỘI LHPN XÃ HẢI VÂN | |"
