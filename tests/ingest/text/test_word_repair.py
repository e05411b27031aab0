import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.common_syllables import COMMON_SYLLABLES
from ingest.text.word_repair import mend_words

SYLLABLES = st.sampled_from(sorted(COMMON_SYLLABLES))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ĐIỀ U KHO ẢN thi hành", "ĐIỀU KHOẢN thi hành"),
        ("S Ử D Ụ NG đất", "SỬ DỤNG đất"),
        ("B Á O C Á O", "BÁO CÁO"),
        ("m ở r ộng th ị trường.", "mở rộng thị trường."),
        ("An toàn chophụ nữ", "An toàn cho phụ nữ"),
        ("Đang xemĐang xem: 18", "Đang xem Đang xem: 18"),
        ("(hoạtđộng)", "(hoạt động)"),
    ],
)
def test_words_broken_in_only_one_possible_way_are_mended(broken: str, whole: str) -> None:
    assert mend_words([broken]) == [whole]


@pytest.mark.parametrize(
    "line",
    [
        "Điểm b Khoản 2, lớp B an toàn",
        "BCH, UBND, ThS, QyĐ, TTr, kWh",
        "môtô, bêtông, sông Mêkông, dân tộc Cơtu và Xơđăng",
        "tháng 1 2 năm 20 23",
        "online, video, logo, Covid-19, website",
        "côngan",
        "Ông Y Bhăm Êban, bà H'Hen, xã Krông Pắc",
        "khối u ác tính",
    ],
)
def test_what_may_be_meant_so_stays(line: str) -> None:
    assert mend_words([line]) == [line]


def test_page_with_many_broken_lines_is_mended_where_one_line_would_be_ambiguous() -> None:
    broken = ["Đ IỀU một", "Đ IỀU hai", "Đ IỀU ba", "KHO ẢN bốn"]
    assert mend_words(broken) == ["ĐIỀU một", "ĐIỀU hai", "ĐIỀU ba", "KHOẢN bốn"]
    assert mend_words(broken[-1:]) == ["KHO ẢN bốn"]


@given(st.lists(SYLLABLES, min_size=1, max_size=30))
def test_common_syllables_are_left_alone(words: list[str]) -> None:
    line = " ".join(words)
    assert mend_words([line]) == [line]


@given(st.lists(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáạếộBĐHN12,.()- ", max_size=40), max_size=5))
def test_only_spaces_come_and_go(lines: list[str]) -> None:
    mended = mend_words(lines)
    assert [line.replace(" ", "") for line in mended] == [line.replace(" ", "") for line in lines]
