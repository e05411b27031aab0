from hypothesis import given
from hypothesis import strategies as st

from assistant.viewing.alignment import find_letters

PAGE = "congtacHoinam2024ketquadatduoccuacaccaphoilarattotvacotac"


def test_a_stretch_is_found_letter_by_letter() -> None:
    found = find_letters("ketquadatduoc", PAGE)
    assert [PAGE[start:end] for start, end in found.runs] == ["ketquadatduoc"]
    assert found.share == 1.0


def test_of_two_places_the_surroundings_decide() -> None:
    page = "tongsola12hoivien" + "x" * 50 + "namtruoctongsola12hoiviennua"
    found = find_letters("tongsola12", page, before="namtruoc", after="hoiviennua")
    assert found.runs == ((page.rindex("tongsola12"), page.rindex("tongsola12") + 10),)


def test_a_torn_stretch_is_found_in_pieces_in_the_order_of_the_text() -> None:
    cell, other = "hoilienhiepphunutinhchutri", "ngayhoanthanhtruocthangba"
    page = "dauvanban" + cell[:13] + other + cell[13:] + "cuoivanban"
    found = find_letters(cell, page)
    assert "".join(page[start:end] for start, end in found.runs) == cell
    assert found.share == 1.0


def test_misread_letters_between_two_pieces_belong_to_it() -> None:
    wanted, page = "danhgiaketquathuchienchuongtrinh", "0000danhgiaketquathucXXXXchuongtrinh0000"
    found = find_letters(wanted, page)
    assert [page[start:end] for start, end in found.runs] == ["danhgiaketquathucXXXXchuongtrinh"]
    assert 0.8 < found.share < 1.0


def test_what_is_not_there_is_not_found() -> None:
    assert find_letters("khongcotrongtrang", PAGE).share < 0.5
    assert find_letters("", PAGE).runs == ()
    assert find_letters("abc", "").runs == ()


@given(st.text("abcd", min_size=1, max_size=60), st.text("abcd", max_size=60), st.text("abcd", max_size=60))
def test_whatever_stands_in_the_page_is_found_whole(wanted: str, before: str, after: str) -> None:
    page = before + wanted + after
    found = find_letters(wanted, page, before, after)
    assert found.share == 1.0
    assert "".join(page[start:end] for start, end in found.runs) == wanted


@given(st.text("abcdef", max_size=80), st.text("abcdef", max_size=80))
def test_runs_stay_on_the_page_and_overlap_nowhere(wanted: str, page: str) -> None:
    found = find_letters(wanted, page)
    assert 0.0 <= found.share <= 1.0
    assert all(0 <= start < end <= len(page) for start, end in found.runs)
