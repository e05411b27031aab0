import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import NotTextError
from ingest.text.encoding import decode

SENTENCE = "Hội LHPN tỉnh Sơn Hà đã tổ chức hội nghị sơ kết 6 tháng đầu năm 2024 với 120 đại biểu tham dự.\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The way Windows wrote it: base letters ready made, tones after them."""
    out = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = "".join(part for part in parts if part not in TONES)
        out += unicodedata.normalize("NFC", base) + "".join(part for part in parts if part in TONES)
    return out.encode("cp1258")


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_decode_returns_text_and_encoding_for_unicode(codec: str, named: str) -> None:
    decoded = decode(SENTENCE.encode(codec))
    assert (decoded.text, decoded.encoding) == (SENTENCE, named)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_decode_is_the_inverse_of_utf8(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text


def test_decode_accepts_windows_1258_when_its_syllables_are_vietnamese() -> None:
    decoded = decode(windows_1258(SENTENCE))
    assert decoded.encoding == "cp1258"
    assert unicodedata.normalize("NFC", decoded.text) == SENTENCE


def test_decode_refuses_eight_bit_text_of_no_known_encoding() -> None:
    koi8 = "Собрание женсовета состоялось вчера вечером в районном центре".encode("koi8-r")
    with pytest.raises(NotTextError, match="not_text"):
        decode(koi8)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"text\x00text", b"\x01\x02" + b"a" * 20]
)
def test_decode_refuses_binary(data: bytes) -> None:
    with pytest.raises(NotTextError, match="not_text"):
        decode(data)


def test_decode_marks_the_place_where_a_file_was_cut_inside_a_letter() -> None:
    decoded = decode("Phụ nữ Việ".encode()[:-1])
    assert decoded.text == "Phụ nữ Vi\N{REPLACEMENT CHARACTER}"


def test_decode_unifies_line_ends() -> None:
    assert decode(b"mot\r\nhai\rba\n").text == "mot\nhai\nba\n"
