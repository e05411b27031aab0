"""A store of invented reports that drafts are checked against."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.claims.model import ClaimCheck, ClaimVerdict
from assistant.services import Services, open_services
from assistant.settings import load_settings


def report(unit: str, number: str, day: str, title: str, body: str) -> str:
    return (
        f"HỘI LHPN VIỆT NAM\nBAN THƯỜNG VỤ HỘI LHPN {unit.upper()}\nSố: {number}\n"
        f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{day}\n\nBÁO CÁO\n{title}\n\n{body}\n"
    )


REPORTS = {
    "thanh-hoa.txt": report(
        "tỉnh Thanh Hóa",
        "45/BC-BTV",
        "Thanh Hóa, ngày 10 tháng 12 năm 2020",
        "Kết quả công tác Hội và phong trào phụ nữ năm 2020",
        "Năm 2020, Hội LHPN tỉnh Thanh Hóa đã giúp 12.226 hộ nghèo bằng nhiều hình thức.\n\n"
        "Các cấp Hội đã phát triển được 3.562/5.000 hội viên mới (đạt 71%).\n\n"
        "Đồng chí Trịnh Thị Mẫu, Chủ tịch Hội LHPN tỉnh, trao 15 mái ấm tình thương tại huyện Thường Xuân ngày"
        " 20/10/2020.\n\nCác cơ sở Hội không để xảy ra vi phạm trong quản lý vốn vay.\n\n"
        "Hội đã thực hiện Chỉ thị số 21-CT/TW ngày 20/01/2018 của Ban Bí thư.",
    ),
    "nghe-an.txt": report(
        "tỉnh Nghệ An",
        "45/BC-BTV",
        "Nghệ An, ngày 15 tháng 12 năm 2020",
        "Tình hình hoạt động của Hội năm 2020",
        "Toàn tỉnh có 9.480 hộ nghèo được các cấp Hội giúp đỡ bằng nhiều hình thức trong năm 2020.",
    ),
    "ke-hoach-moi.txt": report(
        "tỉnh Thanh Hóa",
        "18/BC-BTV",
        "Thanh Hóa, ngày 05 tháng 3 năm 2021",
        "Rà soát văn bản của Hội",
        "Báo cáo này thay thế Báo cáo số 07/BC-BTV ngày 02 tháng 3 năm 2019 của Ban Thường vụ Hội LHPN tỉnh Thanh Hóa.",
    ),
    "bang.txt": "Kết quả theo huyện năm 2020\n\nHuyện\tHội viên mới\tHộ thoát nghèo\nHuyện Thạch Lâm\t287\t52\n"
    "Huyện Nậm Khoan\t198\t63\n",
}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("kiem-chung")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with open_services(load_settings(folder / "kho", environment={})) as opened:
        list(opened.ingest([folder / name for name in REPORTS]))
        yield opened


@pytest.fixture
def check(services: Services) -> Callable[[str | Path], list[ClaimCheck]]:
    return lambda draft: list(services.claims.check(draft))


@pytest.fixture
def verdict(services: Services) -> Callable[[str], ClaimVerdict]:
    """Of a draft that makes one claim."""

    def one(text: str) -> ClaimVerdict:
        (found,) = services.claims.check(text)
        return found.verdict

    return one
