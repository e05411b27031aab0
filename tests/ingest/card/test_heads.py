"""Numbers, bodies, days and titles: given only where they stand in the place of one."""

import pytest

from ingest.card.values import CardField
from ingest.document_types import type_of_heading
from tests.ingest.written import document

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def test_number_in_a_row_of_a_table_is_not_the_documents_own() -> None:
    card = document(
        "HỘI LHPN HUYỆN BẮC ÁI TRUNG\n" + MOTTO + "\nDANH MỤC\nVăn bản còn hiệu lực\n"
        "TT | Số, ký hiệu | Cơ quan\n1 | 11/HD-ĐCT | Đoàn Chủ tịch\n2 | 27/QĐ-BTV | Hội LHPN tỉnh\n"
    ).card
    assert (card.get(CardField.NUMBER), card.get(CardField.TYPE)) == (None, "Danh mục")
    assert card.get(CardField.ISSUER) == "Hội LHPN huyện Bắc Ái Trung"
    assert card.get(CardField.TITLE) == "Văn bản còn hiệu lực"


def test_two_mass_organisations_of_one_place_issue_together() -> None:
    card = document(
        "HỘI LHPN XÃ VĨNH ĐÔNG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "HỘI NÔNG DÂN XÃ VĨNH ĐÔNG          Độc lập - Tự do - Hạnh phúc\n"
        "Số: 05/KHLT-HPN-HND                  Vĩnh Đông, ngày 26 tháng 02 năm 2024\n\n"
        "KẾ HOẠCH LIÊN TỊCH\nVận động hội viên\n"
    ).card
    assert card.get(CardField.ISSUER) == "Hội LHPN xã Vĩnh Đông - Hội Nông dân xã Vĩnh Đông"
    assert card.get(CardField.PARENT) is None


def test_place_under_a_heading_of_an_unknown_kind_issued_nothing() -> None:
    card = document(MOTTO + "\nNẾP SỐNG VĂN HÓA\nTHÔN ĐOÀI THƯỢNG\n\nĐiều 1. Mọi hộ trong thôn thực hiện.\n").card
    assert card.get(CardField.ISSUER) is None


def test_unit_of_the_army_has_its_number() -> None:
    card = document(
        "SƯ ĐOÀN 391                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "HỘI PHỤ NỮ CƠ SỞ TRUNG ĐOÀN 84        Độc lập - Tự do - Hạnh phúc\nSố: 08/KH-HPN\n"
        "\nKẾ HOẠCH\nTổ chức hội thi\n"
    ).card
    assert card.get(CardField.ISSUER) == "Hội Phụ nữ cơ sở Trung đoàn 84"
    assert card.get(CardField.PARENT) == "Sư đoàn 391"


def test_rule_behind_a_body_is_not_of_its_name() -> None:
    text = (
        "SỞ NỘI VỤ --------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 26/QĐ-SNV | ---------- H.L3\n"
        "\nQUYẾT ĐỊNH\nVề việc khen thưởng\n"
    )
    assert document(text).card.get(CardField.ISSUER) == "Sở Nội vụ"


def test_day_at_the_end_of_a_sentence_is_not_that_of_issue() -> None:
    text = (
        "KỊCH BẢN\nNói không với tảo hôn\n"
        "\nCảnh 1: Tại nhà ông Páo, xã Tả Ván Chư, ngày 10 tháng 3 năm 2020\nÔng Páo: Con lớn rồi.\n"
    )
    assert document(text).card.get(CardField.DATE) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Treo băng rôn trong thời gian từ ngày 15/11 đến ngày 30/11/2023 tại 6 thôn.",
        "2. Đoàn kiểm tra làm việc (từ ngày 05/12/2023 đến ngày 07/12/2023).",
    ],
)
def test_days_of_an_action_are_no_period_of_figures(sentence: str) -> None:
    head = f"HỘI LHPN XÃ ĐÔNG THỌ HẠ\n{MOTTO}Số: 31/BC-HPN\n\nBÁO CÁO\nKết quả thực hiện Tháng hành động\n\n"
    assert document(head + sentence).card.get(CardField.PERIOD) is None


def test_who_gets_a_diploma_is_not_its_title() -> None:
    head = f"{MOTTO}\nBAN CHẤP HÀNH\nHỘI LHPN TỈNH HƯNG YÊN\nTẶNG\n"
    text = f"{head}BẰNG KHEN\nChi hội Phụ nữ thôn Đào Xá\nĐã có thành tích xuất sắc\n"
    card = document(text).card
    assert card.get(CardField.TITLE) is None
    assert card.get(CardField.ISSUER) == "Ban Chấp hành Hội LHPN tỉnh Hưng Yên"


@pytest.mark.parametrize(
    "first",
    [
        "Hội LHPN xã Tân Phước Đông",
        "Đơn vị: Quỹ Hội phụ nữ",
        "Họ tên: ......................",
        "1 | Lê Thị Sen | Chủ tịch",
    ],
)
def test_body_label_blank_and_row_are_no_title(first: str) -> None:
    assert (
        document(f"{first}\nChiều nay chị em ra quân làm đẹp tuyến đường hoa.\nHẹn gặp lại.").card.get(CardField.TITLE)
        is None
    )


def test_place_and_open_day_is_no_author() -> None:
    text = (
        "Danh sách chị em tham gia.\n1. Chị Hoa.\n"
        "2. Chị Lan tham gia buổi thứ hai.\nMỹ Lâm, ngày      tháng      năm 2021"
    )
    assert document(text).card.get(CardField.AUTHOR) is None


def test_bulletin_of_several_items_has_no_author() -> None:
    items = "Ngày 18/6/2021, Hội tổ chức sơ kết.\nHoài An\n"
    items += "Phụ nữ xã Cảnh Hưng trồng nấm\nChị Thảo trồng 2.000 bịch nấm.\nMinh Tâm"
    assert document("Bản tin phụ nữ quý II\n" + items).card.get(CardField.AUTHOR) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("GIẤY ĐỀ NGHỊ THANH TOÁN", "Giấy đề nghị thanh toán"),
        ("PHIẾU BIỂU QUYẾT", "Phiếu biểu quyết"),
        ("SƠ YẾU LÝ LỊCH", "Sơ yếu lý lịch"),
        ("Giấy đề nghị thanh toán", None),
        ("PHIẾU GÓP Ý CỦA CÁN BỘ HỘI CƠ SỞ", None),
    ],
)
def test_forms_are_types_where_alone_in_capitals(line: str, kind: str | None) -> None:
    assert type_of_heading(line) == kind


@pytest.mark.parametrize(
    ("last", "text"),
    [
        ("Chị Lò Thị Pọm", "Sáng nay, Hội LHPN xã trao nhà cho một hội viên nghèo."),
        ("Lò Thị Pọm", "Sáng nay, Hội LHPN xã trao nhà cho chị Lò Thị Pọm."),
        ("Mường Nhé", "Con đường vào bản dài 12 km."),
    ],
)
def test_caption_under_a_picture_is_no_author(last: str, text: str) -> None:
    item = f"Trao nhà tình thương cho hội viên\n12/05/2023\n{text}\nNgôi nhà rộng 60 m2.\n{last}"
    assert document(item).card.get(CardField.AUTHOR) is None


def test_day_of_history_is_not_that_of_the_text() -> None:
    text = "Ôn lại truyền thống\nNgày 20/10/1930\nHội Phụ nữ phản đế được thành lập.\nTừ đó Hội đã qua nhiều tên gọi."
    assert document(text).card.get(CardField.DATE) is None


def test_urgency_inside_the_text_is_not_that_of_the_paper() -> None:
    text = f"{MOTTO}KẾ HOẠCH\nDiễn tập cứu nạn\nTình huống 1:\nKHẨN\nĐội cứu hộ xuất phát.\n"
    assert document(text).card.get(CardField.URGENCY) is None


def test_number_of_another_paper_below_an_article_gives_no_type() -> None:
    text = "Điều 5. Chính sách của Nhà nước\n1. Nhà nước bảo đảm quyền của phụ nữ.\nSố: 12/2020/NĐ-CP\nNhư trên."
    assert document(text).card.get(CardField.TYPE) is None


def test_name_of_a_paper_is_not_the_title_of_its_page() -> None:
    text = "BÁO PHỤ NỮ\nThứ Ba, 12/10/2021\nBạn đọc hỏi về thủ tục ly hôn.\nLuật sư đã trả lời."
    assert document(text).card.get(CardField.TITLE) is None


def test_rest_of_a_name_stands_over_the_number() -> None:
    text = f"TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP\nTHƯỜNG XUYÊN\nSố: 12/TB-GDNN\n{MOTTO}\nTHÔNG BÁO\nVề việc mở lớp\n"
    issuer = document(text).card.get(CardField.ISSUER)
    assert issuer is not None
    assert issuer.lower() == "trung tâm giáo dục nghề nghiệp thường xuyên"


def test_pen_name_that_sounds_like_an_address_is_an_author() -> None:
    item = "Gần 700 sản phẩm dự thi\n12/05/2023\nHội thi kết thúc chiều nay.\nBan Tổ chức đã trao giải.\nAnh Ngọc"
    assert document(item).card.get(CardField.AUTHOR) == "Anh Ngọc"
