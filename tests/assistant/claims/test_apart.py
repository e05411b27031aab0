"""Facts that stand apart in one document, and documents named behind a statement."""

from collections.abc import Callable, Iterator

import pytest

from assistant.claims.model import ClaimVerdict
from assistant.claims.plans import is_plan
from assistant.claims.subjects import subject_of
from assistant.services import Services, open_services
from assistant.settings import load_settings

LAW = (
    "(Điều 10 Luật số 69/2035/QH19, có hiệu lực thi hành kể từ ngày 01/01/2036)\n\n"
    "1. Tổ chức được cấp giấy phép nuôi ong rừng khi có đủ các điều kiện sau đây:\n\n"
    "a) Có khu nuôi riêng cách khu dân cư;\n\nb) Có ít nhất 12 đàn ong khỏe mạnh được kiểm dịch.\n\n"
    "2. Đàn ong bị bệnh thì không được di chuyển khỏi khu nuôi.(Điều này có nội dung liên quan đến Điều 7.1.TT.2.4."
    " Nộp hồ sơ cấp giấy phép tới Chi cục Hoa Ban)\n\n3. Tổ chức nộp hồ sơ cấp giấy phép tới Chi cục Thú Rừng.\n"
)
NEWS = (
    "Thành phố Sao Mai mở con đường mới dài 4,3 km nối phố Hoa Ban với phố Hoa Gạo.\n\n"
    "Người dân hai bên mong đường sớm xong để đi lại đỡ vất vả trong mùa mưa.\n\n"
    "Nhiều hàng quán đã dời đi từ đầu năm.\n\nTổng vốn đầu tư của con đường là 1.460 tỷ đồng lấy từ ngân sách.\n\n"
    "Ngày 8/5/2036, giá mật ong do Chợ Lớn Hoa Ban công bố ở mức 295 nghìn đồng một lít.\n"
)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("hai-cau")
    (folder / "luat.txt").write_text(LAW, encoding="utf-8")
    (folder / "tin.txt").write_text(NEWS, encoding="utf-8")
    with open_services(load_settings(folder / "kho", environment={})) as opened:
        list(opened.ingest([folder / "luat.txt", folder / "tin.txt"]))
        yield opened


@pytest.fixture
def verdict(services: Services) -> Callable[[str], ClaimVerdict]:
    return lambda text: next(iter(services.claims.check(text))).verdict


def test_two_sentences_that_stand_apart_support_one_claim(services: Services) -> None:
    claim = "Con đường mới dài 4,3 km nối phố Hoa Ban với phố Hoa Gạo có tổng vốn đầu tư 1.460 tỷ đồng."
    (check,) = services.claims.check(claim)
    assert check.verdict is ClaimVerdict.SUPPORTED
    assert len(check.evidence) > 1


def test_a_changed_figure_is_not_supported_by_two_sentences(verdict: Callable[[str], ClaimVerdict]) -> None:
    claim = "Con đường mới dài 4,3 km nối phố Hoa Ban với phố Hoa Gạo có tổng vốn đầu tư 1.640 tỷ đồng."
    assert verdict(claim) is not ClaimVerdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Đàn ong bị bệnh thì không được di chuyển khỏi khu nuôi, theo Luật số 69/2035/QH19.",
        "Luật số 69/2035/QH19 quy định đàn ong bị bệnh không được di chuyển khỏi khu nuôi.",
    ],
)
def test_a_law_named_behind_or_as_the_subject_is_found(claim: str, verdict: Callable[[str], ClaimVerdict]) -> None:
    assert verdict(claim) is ClaimVerdict.SUPPORTED
    assert verdict(claim.replace("không được", "vẫn được")) is not ClaimVerdict.SUPPORTED


def test_titles_of_related_articles_state_nothing(verdict: Callable[[str], ClaimVerdict]) -> None:
    claim = "Tổ chức nộp hồ sơ cấp giấy phép tới Chi cục Thú Rừng."
    assert verdict(claim) is ClaimVerdict.SUPPORTED
    assert verdict(claim.replace("Thú Rừng", "Hoa Ban")) is not ClaimVerdict.SUPPORTED


@pytest.mark.parametrize("day", ["", "Ngày 14/2/2039, "])
def test_another_day_with_another_figure_is_another_event(day: str, verdict: Callable[[str], ClaimVerdict]) -> None:
    claim = f"{day}giá mật ong do Chợ Lớn Hoa Ban công bố ở mức 310 nghìn đồng một lít."
    expected = ClaimVerdict.NOT_FOUND if day else ClaimVerdict.DIFFERS
    assert verdict(claim[0].upper() + claim[1:]) is expected


def test_another_number_of_the_law_differs(verdict: Callable[[str], ClaimVerdict]) -> None:
    claim = "Đàn ong bị bệnh thì không được di chuyển khỏi khu nuôi, theo Luật số 70/2035/QH19."
    assert verdict(claim) is ClaimVerdict.DIFFERS


def test_a_place_whose_name_is_need_makes_no_plan() -> None:
    assert not is_plan("Trong năm 2022, Hội LHPN thành phố Cần Thơ tín chấp cho 18.000 hội viên vay vốn.")
    assert is_plan("Thời gian tới các cấp Hội cần nắm tình hình hội viên.")


def test_the_name_of_a_place_ends_before_the_name_of_a_person() -> None:
    places = subject_of("Chủ tịch xã Phú Mây Nguyễn Văn Thử cho biết đã lấy mẫu nước.").places
    assert places == (("commune", "phu may"),)
