import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sensitive.identifiers import Identifier
from ingest.sensitive.masking import mask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nhận đỡ đầu cháu Nguyễn Thị Mơ ở thôn Hạ.", "Hội nhận đỡ đầu cháu N••••• T•• M• ở thôn Hạ."),
        ("trẻ mồ côi: Lò Văn Pản (lớp 3)", "trẻ mồ côi: L• V•• P•• (lớp 3)"),
        ("Nạn nhân là chị Trần Thị Thử, đã tạm lánh.", "Nạn nhân là chị T••• T•• T••, đã tạm lánh."),
        ("em Giàng A Páo bị bạo hành nhiều năm", "em Giàng A Páo bị bạo hành nhiều năm"),
        ("em Giàng Thị Dợ, 9 tuổi, mồ côi cha mẹ", "em G•••• T•• D•, 9 tuổi, mồ côi cha mẹ"),
        ("Họ và tên trẻ: Hà Thị Thử; lớp: 4", "Họ và tên trẻ: H• T•• T••; lớp: 4"),
        ("cháu Na, 6 tuổi, được tặng xe đạp", "cháu N•, 6 tuổi, được tặng xe đạp"),
        ("Cháu Đỗ Thử Mây học giỏi. Đỗ Thử Mây được khen.", "Cháu Đ• T•• M•• học giỏi. Đ• T•• M•• được khen."),
    ],
)
def test_initials_of_children_and_victims_stay(text: str, expected: str) -> None:
    assert mask(text).text == expected
    assert mask(expected).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Con cháu Lê Lợi giữ gìn truyền thống; con cháu Việt Nam yêu nước.",
        "Phong trào Cháu ngoan Bác Hồ; các cháu Trường Mầm non Hoa Sen múa hát.",
        "Quỹ vì nạn nhân Chất độc da cam, Hội Nạn nhân Da cam tỉnh trao quà cho trẻ mồ côi Hà Giang.",
        "Bà Nguyễn Thị Thử, Chủ tịch Hội LHPN xã, thăm các cháu mồ côi và nạn nhân bạo lực gia đình.",
        "Chị Trần Thị Thử nhận đỡ đầu 3 cháu mồ côi.",
        "Cháu gái Phan Thử, một ca sĩ, về dự.",
        "Chị gái nạn nhân là bà Phan Thị Thử; em của nạn nhân là ông Trần Thử; bố cháu tên Hà Quang Thử.",
    ],
)
def test_cadres_bodies_and_figures_of_speech_are_left_alone(text: str) -> None:
    assert Identifier.NAME not in dict(mask(text).found)


def test_a_longer_name_that_begins_alike_is_somebody_else() -> None:
    text = "cháu Nguyễn Thử H. ở thôn Hạ; ông Nguyễn Thử Hải là trưởng thôn"
    assert mask(text).text == "cháu N••••• T•• H. ở thôn Hạ; ông Nguyễn Thử Hải là trưởng thôn"


WORDS = st.sampled_from(
    ["cháu", "nạn nhân", "mồ côi", "em", "Nguyễn", "Thị", "Mơ", "K'", "Lò", "A.", ",", "con", "9 tuổi"]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_masking_names_keeps_length_and_is_idempotent(text: str) -> None:
    once = mask(text)
    assert len(once.text) == len(text)
    assert mask(once.text).text == once.text
