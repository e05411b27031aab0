import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.encoding import decode, eight_bit_text
from ingest.text.encoding_choice import Run, choose
from ingest.text.legacy import convert, encoding_of_font, is_upper_case_font
from ingest.text.legacy_tables import MOJIBAKE, TCVN3, TCVN3_LETTERS, UNICODE, VISCII_LETTERS, VNI, VNI_LETTERS, VPS
from ingest.text.run_decoding import decode_lines, decode_paragraphs
from tests.ingest.legacy_writing import viqr, windows_1258, written

TEXT = (
    "Hội Liên hiệp Phụ nữ huyện Bình An đã tổ chức hội nghị sơ kết công tác sáu tháng đầu năm.\n"
    "Các cấp Hội vận động được nhiều nguồn lực giúp đỡ hội viên nghèo, phụ nữ khó khăn; xây dựng mái ấm tình thương.\n"
    "Đến nay toàn huyện có chín mươi tổ tiết kiệm, quỹ quay vòng giúp gần ba trăm hộ, mỗi hộ một triệu đồng.\n"
)
SMALL_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


def test_tables_hold_every_letter() -> None:
    assert set(TCVN3_LETTERS.values()) == set(SMALL_LETTERS) | set("ĂÂÊÔƠƯĐ")
    assert set(VNI_LETTERS.values()) == set(SMALL_LETTERS + SMALL_LETTERS.upper())
    assert set(VISCII_LETTERS.values()) == set(SMALL_LETTERS + SMALL_LETTERS.upper())


@given(st.text(st.sampled_from(SMALL_LETTERS + "bcdghklmnpqrstvxaeiouy ,.")))
@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "vps", "viscii"])
def test_converting_what_was_written_gives_the_letters_back(encoding: str, text: str) -> None:
    assert convert(written(text, encoding), encoding) == text


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "vps", "viscii"])
@pytest.mark.parametrize("through", ["latin-1", "utf-8"])
def test_text_file_in_an_old_encoding_is_recognised(encoding: str, through: str) -> None:
    decoded = decode(written(TEXT, encoding).encode(through))
    # capitals with tones have no codes in TCVN3; there are none in the text
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)
    assert decoded.confidence > 0.95


def test_windows_1258_viqr_and_text_decoded_twice_are_recognised() -> None:
    once = decode(windows_1258(TEXT))
    assert (unicodedata.normalize("NFC", once.text), once.encoding) == (TEXT, "cp1258")
    assert (decode(viqr(TEXT)).text, decode(viqr(TEXT)).encoding) == (TEXT, "viqr")
    twice = decode(eight_bit_text(TEXT.encode()).encode())
    assert (twice.text, twice.encoding) == (TEXT, MOJIBAKE)


def test_lines_in_different_encodings_are_decoded_each_by_itself() -> None:
    first, second, third = TEXT.splitlines()
    mixed = b"\n".join(
        [first.encode(), written(second, "tcvn3").encode("latin-1"), written(third, "vni").encode("latin-1")]
    )
    decoded = decode(mixed)
    assert decoded.text == TEXT.rstrip("\n")
    assert set(decoded.encoding.split("+")) == {"utf-8", "tcvn3", "vni"}


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Trang nhất » Tin tức » Hội viên «Mẹ đỡ đầu» và các tổ chức – giúp đỡ trẻ mồ côi ở các xã vùng cao",
        "Le président a été réélu à l'unanimité; il a déjà reçu les délégués étrangers près de la fenêtre",
        "Der Bürgermeister überreichte den Mädchen Bücher über große Künstler für die Schülerbücherei in Köln",
        "El niño pequeño mañana comerá piña con su compañero en la montaña; también dirá adiós",
        "®™©·¶§ 5 ± 3 × 2 ÷ 1 µm °C ½ ¾ «x» ¡¿",
        "print(a[i]+b(j)^c) # data(x); value(y)?",
    ],
)
def test_unicode_of_any_language_is_left_alone(text: str) -> None:
    assert decode(text.encode()).text == text


def test_fonts_tell_their_encoding() -> None:
    names = (".VnTime", "ABCDEF+.VnArialH", "VNI-Times", "VPS Times", "Arial", None)
    assert [encoding_of_font(name) for name in names] == [TCVN3, TCVN3, VNI, VPS, None, None]
    assert [is_upper_case_font(name) for name in (".VnTimeH", ".VnTime", "VNI-TimesH", ".VnArial NarrowH")] == [
        True, False, False, True,
    ]  # fmt: skip


def test_runs_are_decoded_by_their_fonts_and_capitals_come_from_the_font() -> None:
    paragraph = [
        Run(written("báo cáo ", TCVN3), ".VnTimeH"),
        Run(written("kết quả ", TCVN3), ".VnTime"),
        Run(written("vận động ", VNI), "VNI-Times"),
        Run("hội viên ® 2024", "Times New Roman"),
    ]
    (text,), verdict = decode_paragraphs([paragraph])
    assert text == "BÁO CÁO kết quả vận động hội viên ® 2024"
    assert set(verdict.encoding.split("+")) == {TCVN3, VNI, UNICODE}
    assert verdict.confidence > 0.9


def test_letter_split_between_runs_of_one_font_is_put_together() -> None:
    shown = written("hội", VNI)
    (text,), _ = decode_paragraphs([[Run(shown[:2], "VNI-Times"), Run(shown[2:], "VNI-Times")]])
    assert text == "hội"


def test_font_that_lies_is_overruled_by_the_text() -> None:
    lines = [[Run(line, ".VnTime")] for line in TEXT.splitlines()]
    texts, verdict = decode_paragraphs(lines)
    assert ("\n".join(texts), verdict.encoding) == (TEXT.rstrip("\n"), UNICODE)


def test_font_of_unknown_name_is_judged_by_its_text() -> None:
    lines = [[Run(written(line, TCVN3), "VNSchool")] for line in TEXT.splitlines()]
    texts, verdict = decode_paragraphs(lines)
    assert ("\n".join(texts), verdict.encoding) == (TEXT.rstrip("\n"), TCVN3)


def test_symbols_become_bullets_and_shifted_codes_letters() -> None:
    shifted = "".join(chr(0xF000 + ord(char)) for char in written("hội", TCVN3))
    texts, _ = decode_paragraphs([[Run("\uf0a7", "Wingdings"), Run(" " + shifted, ".VnTime")]])
    assert texts == ["• hội"]


def test_few_words_follow_the_document() -> None:
    long = written(TEXT, TCVN3).rstrip("\n")
    text, _ = decode_lines(f"{long}\n{written('Nơi nhận', TCVN3)}")
    assert text.endswith("\nNơi nhận")


def test_choose_keeps_unicode_without_evidence() -> None:
    assert choose("") == UNICODE
    assert choose("đã hội nghị") == UNICODE


@given(st.text(max_size=200))
def test_decoding_lines_never_raises_and_keeps_ascii(text: str) -> None:
    decoded, verdict = decode_lines(text)
    assert 0 <= verdict.confidence <= 1
    if text.isascii():
        assert decoded == text
