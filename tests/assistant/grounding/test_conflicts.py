"""Sources that disagree about the same thing."""

from assistant.grounding.conflicts import Told, conflicts
from assistant.grounding.same_subject import Setting

FIRST = Told("Năm 2021, Hội LHPN xã Hoa Ban kết nạp 45 hội viên mới.", "a", "2021-12-01")
OTHER = Told("Năm 2021 Hội LHPN xã Hoa Ban đã kết nạp được 54 hội viên mới.", "b", "2022-01-05")


def test_different_values_for_the_same_thing_are_found_older_document_first() -> None:
    (found,) = conflicts([OTHER, FIRST])
    assert (found.first, found.second) == (1, 0)
    assert [(one.stated, one.source) for one in found.differences] == [("54", "45")]


def test_same_value_in_another_notation_is_no_conflict() -> None:
    assert (
        conflicts([FIRST, Told("Hội LHPN xã Hoa Ban kết nạp bốn mươi lăm hội viên mới năm 2021.", "b", "2022-01-05")])
        == ()
    )


def test_another_year_another_place_and_the_same_document_are_no_conflict() -> None:
    year = Told("Năm 2020, Hội LHPN xã Hoa Ban kết nạp 30 hội viên mới.", "b", "2020-12-01")
    place = Told("Năm 2021, Hội LHPN xã Lúa Vàng kết nạp 33 hội viên mới.", "c", "2021-12-01")
    same = Told("Năm 2021, Hội LHPN xã Hoa Ban kết nạp 46 hội viên mới.", "a", "2021-12-01")
    assert conflicts([FIRST, year, place, same]) == ()


def test_year_of_the_document_stands_for_one_that_is_not_said() -> None:
    bare = "Hội LHPN xã Hoa Ban kết nạp {} hội viên mới."
    this, last = Told(bare.format(45), "a", "2021-12-01"), Told(bare.format(54), "b", "2020-12-01")
    assert conflicts([this, last]) == ()
    assert len(conflicts([this, Told(bare.format(54), "b", "2021-12-20")])) == 1


def test_opposite_statements_are_found() -> None:
    yes = Told("Năm 2021 Hội LHPN xã Hoa Ban tổ chức hội thi.", "a", "2021-12-01")
    no = Told("Năm 2021 Hội LHPN xã Hoa Ban không tổ chức hội thi.", "b", "2021-12-05")
    assert len(conflicts([yes, no])) == 1


def setting(about: str, title: str = "", sentence: str = "", year: int | None = 2021) -> Setting:
    return Setting(sentence, about, title, year)


def test_the_unit_of_the_document_speaks_for_a_sentence_without_names() -> None:
    bare = "Hội kết nạp {} hội viên mới."
    own = Told(bare.format(45), "a", "2021-12-01", setting=setting("Hội LHPN xã Hoa Ban"))
    same = Told(bare.format(54), "b", "2021-12-05", setting=setting("Hội LHPN xã Hoa Ban"))
    other = Told(bare.format(54), "b", "2021-12-05", setting=setting("Hội LHPN xã Lúa Vàng"))
    unknown = Told(bare.format(54), "b", "2021-12-05", setting=setting(""))
    assert len(conflicts([own, same])) == 1
    assert conflicts([own, other]) == ()
    assert conflicts([own, unknown]) == ()


def test_the_title_says_which_part_of_the_year_is_meant() -> None:
    bare = "Hội LHPN xã Hoa Ban kết nạp {} hội viên mới."
    year = Told(bare.format(45), "a", "2021-12-01", setting=setting("", "Tổng kết năm 2021"))
    half = Told(bare.format(20), "b", "2021-07-01", setting=setting("", "Sơ kết 6 tháng đầu năm 2021"))
    assert conflicts([year, half]) == ()


def test_numbers_of_articles_are_no_figures() -> None:
    old = Told("Hội LHPN xã Hoa Ban thực hiện khoản 2 Điều 5 quy chế.", "a", "2021-01-01", setting=setting(""))
    new = Told("Hội LHPN xã Hoa Ban thực hiện khoản 3 Điều 5 quy chế.", "b", "2021-02-01", setting=setting(""))
    assert conflicts([old, new]) == ()
