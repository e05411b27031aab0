"""Who signed: read where nothing else can be meant, and nobody where it is open."""

import pytest

from ingest.card.names import name_in
from ingest.card.values import CardField
from tests.ingest.written import document

HEAD = """HỘI LHPN HUYỆN THẠCH QUẾ             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỘI LHPN XÃ CẨM LŨNG                     Độc lập - Tự do - Hạnh phúc
Số: 12/{symbol}-HPN                        Cẩm Lũng, ngày 05 tháng 4 năm 2022

{type}
Về việc hỗ trợ hội viên nghèo

Hội LHPN xã triển khai các nội dung sau.
"""
OWN = "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nPhan Thị Lành\n"


def signer_of(text: str) -> tuple[str | None, str | None]:
    card = document(text).card
    return card.get(CardField.SIGNER), card.get(CardField.POSITION)


def office_paper(end: str, *, kind: str = "KẾ HOẠCH", symbol: str = "KH") -> str:
    return HEAD.format(type=kind, symbol=symbol) + end


@pytest.mark.parametrize(
    "behind",
    [
        "\nUBND XÃ CẨM LŨNG\nSAO Y BẢN CHÍNH\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nVũ Hồng Quân\n",
        "\nXÁC NHẬN CỦA ỦY BAN NHÂN DÂN XÃ\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Inh\n",
        "\nPHỤ LỤC\nBiểu số liệu\nNGƯỜI LẬP BIỂU\nVũ Thị Tý\nGIÁM ĐỐC\nLê Quốc Bình\n",
        "\nDANH SÁCH BAN TỔ CHỨC\n(Kèm theo Kế hoạch số 12/KH-HPN)\nHồ Thị Tuyết\nTrưởng ban\nNgô Thị Lài\nỦy viên\n",
    ],
)
def test_copy_certificate_and_annex_behind_the_signature_sign_nothing(behind: str) -> None:
    assert signer_of(office_paper(OWN + behind)) == ("Phan Thị Lành", "Chủ tịch")
    unsigned = OWN.replace("Phan Thị Lành\n", "")
    assert signer_of(office_paper(unsigned + behind)) == (None, None)


@pytest.mark.parametrize(
    "end",
    [
        (
            "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN      BÍ THƯ CHI BỘ      TRƯỞNG THÔN\n"
            "Đỗ Văn Toàn      Vũ Đức Hợp      Trần Thị Liên\n"
        ),
        (
            "TM. BTV HỘI LHPN XÃ              TM. BCH HỘI NÔNG DÂN XÃ\n"
            "CHỦ TỊCH       CHỦ TỊCH\nPhan Thị Lành      Trần Văn Thơm\n"
        ),
        "ĐẠI DIỆN HỘI LHPN HUYỆN\nPHÓ CHỦ TỊCH\nTô Thị Kim Anh\nĐẠI DIỆN UBND XÃ\nPHÓ CHỦ TỊCH\nLý Văn Nghĩa\n",
    ],
)
def test_several_who_sign_side_by_side_are_no_signer(end: str) -> None:
    assert signer_of(office_paper(end)) == (None, None)


def test_chair_signs_among_several() -> None:
    end = "THƯ KÝ                           CHỦ TỌA\nHoàng Thị Dung                   Mai Thị Xoan\n"
    assert signer_of(office_paper(end, kind="BIÊN BẢN", symbol="BB")) == ("Mai Thị Xoan", "Chủ tọa")


@pytest.mark.parametrize(
    "end",
    [
        (
            "Họ và tên | Chức vụ\nLê Thị Hồng Đào | Chủ tịch\n"
            "Trương Thị Lý | Phó Chủ tịch\nMai Thị Sương | Chi hội trưởng\n"
        ),
        "Thành phần:\nHồ Thị Tuyết\nTrưởng ban\nPhan Thị Duyên\nPhó Trưởng ban\nNgô Thị Lài\nỦy viên\n",
    ],
)
def test_rows_of_a_list_sign_nothing(end: str) -> None:
    assert signer_of(office_paper(end, kind="DANH SÁCH", symbol="DS")) == (None, None)


def test_recipient_without_its_dash_is_no_signer() -> None:
    end = "Nơi nhận:                            TM. BAN THƯỜNG VỤ\nThường trực Huyện ủy                     CHỦ TỊCH\n"
    assert signer_of(office_paper(end + "Đ/c Trần Thị Thanh Hương\nLưu VT\n")) == (None, None)


def test_who_certifies_a_request_has_not_signed_it() -> None:
    text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN ĐỀ NGHỊ\nHỗ trợ xây nhà\n\n"
        "Tôi tên là: Lò Thị Pọm, trú tại bản Nà Ún.\nKính mong các cấp giúp đỡ.\n"
        "Xác nhận của UBND xã                   Người làm đơn\nCHỦ TỊCH\nGiàng A Sử                 Lò Thị Pọm\n"
    )
    assert signer_of(text) == (None, None)


def test_label_beside_the_own_office_leaves_the_signer() -> None:
    end = "PHÊ DUYỆT CỦA CHÍNH ỦY              TM. BAN CHẤP HÀNH\n                                        CHỦ TỊCH\n"
    assert signer_of(office_paper(end + "\n        Đại úy QNCN Trịnh Thị Vân\n")) == ("Trịnh Thị Vân", "Chủ tịch")


@pytest.mark.parametrize(
    "text",
    ["DANH SÁCH BAN TỔ CHỨC", "TRƯỞNG BAN", "CHẾ ĐỘ HỘI HỌP", "Đ/c Trần Thị Hoa", "Bà Lê Thị Na", "NHIỆM VỤ CỤ THỂ"],
)
def test_headings_and_people_addressed_are_no_names(text: str) -> None:
    assert name_in(text) is None


@pytest.mark.parametrize("text", ["NGUYỄN THỊ BÍCH HÀ", "TRAN THI NGOC SUONG", "DANH THỊ ÚT", "Y BLÔI NIÊ", "K' Brếp"])
def test_names_in_capitals_begin_with_a_family(text: str) -> None:
    assert name_in(text) == (0, len(text))


@pytest.mark.parametrize(
    "between",
    ["HỘI LIÊN HIỆP PHỤ NỮ XÃ CẨM LŨNG\n", "(Đã ký)\n", "Ký bởi: Hội LHPN xã\nThời gian ký: 05/4/2022 10:11\n", ""],
)
def test_seal_and_marks_of_signing_leave_the_signer(between: str) -> None:
    assert signer_of(office_paper(f"TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n{between}Phan Thị Lành\n"))[0] == "Phan Thị Lành"


def test_note_of_an_annex_under_a_decision_leaves_its_signer() -> None:
    articles = (
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM LŨNG\nCăn cứ Luật Thi đua, khen thưởng;\nQUYẾT ĐỊNH:\nĐiều 1. Khen thưởng\n"
    )
    note = "(Kèm theo danh sách)\nĐiều 2. Văn phòng thi hành./.\n"
    end = articles + note + "CHỦ TỊCH\nLò Văn Inh\n"
    assert signer_of(office_paper(end, kind="QUYẾT ĐỊNH", symbol="QĐ")) == ("Lò Văn Inh", "Chủ tịch")


def test_heading_of_remarks_over_the_signature_certifies_nothing() -> None:
    assert signer_of(office_paper("Nhận xét chung\n" + OWN))[0] == "Phan Thị Lành"


def test_who_drew_up_the_paper_beside_the_authority_is_no_signer() -> None:
    end = "Người lập biểu                    TM. BAN THƯỜNG VỤ\n                                  CHỦ TỊCH\n"
    names = "Lê Thị Na                         Ngô Thị Hạnh\n"
    assert signer_of(office_paper(end + names)) == ("Ngô Thị Hạnh", "Chủ tịch")
    stacked = "Người lập biểu\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n"
    assert signer_of(office_paper(stacked + names)) == (None, None)
    assert signer_of(office_paper(stacked + "Lê Thị Na\nNgô Thị Hạnh\n")) == (None, None)
