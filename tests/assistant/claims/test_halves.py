import pytest

from assistant.claims.halves import halves_of


@pytest.mark.parametrize(
    ("statement", "count"),
    [
        ("Hội mở 12 lớp tập huấn cho hội viên; trao 30 suất quà cho trẻ mồ côi", 2),
        ("Hội mở 12 lớp tập huấn cho hội viên, còn 3 xã chưa có lớp tập huấn nào", 2),
        ("Hội mở 12 lớp tập huấn cho hội viên và trao 30 suất quà cho trẻ", 2),
        ("Thực hiện theo Khoản 2 và 3 Điều 25 của Nghị định số 12 này", 0),
        ("Hội mở 12 lớp tập huấn, hội viên các xã tham gia rất đông đủ", 0),
        ("Hội mở 12 lớp, trao 30 suất quà", 0),
    ],
)
def test_a_sentence_is_parted_only_where_both_sides_state_figures(statement: str, count: int) -> None:
    assert len(halves_of(statement)) == count
