from ingest.stamps import stamp_lines
from ingest.text.lines import Line

RECEIVED = ["HỘI LHPN HUYỆN LỆ NINH", "CÔNG VĂN ĐẾN", "Số: 1245", "Ngày: 12/3/2021", "Chuyển: Đ/c Chủ tịch"]
SIGNED = ["Người ký: Hội Liên hiệp Phụ nữ tỉnh", "Cơ quan: Tỉnh Bình Định", "Thời gian ký: 20/02/2023 08:11:52 +07:00"]
PAPER = ["HỘI LIÊN HIỆP PHỤ NỮ TỈNH QUẢNG BÌNH", "Số: 156/HPN-TC", "Quảng Bình, ngày 09 tháng 3 năm 2021"]


def test_an_incoming_stamp_and_who_received_are_not_the_papers_own() -> None:
    assert _stamps([*RECEIVED, *PAPER]) == set(range(5))


def test_the_note_of_a_digital_signature_is_not_the_papers_own() -> None:
    assert _stamps([*SIGNED, *PAPER]) == {0, 1, 2}


def test_labels_of_a_contract_are_its_own() -> None:
    assert _stamps(["HỢP ĐỒNG", "Cơ quan: Hội LHPN xã", "Email: a@b.example", "Hôm nay hai bên thống nhất."]) == set()


def test_a_line_that_only_begins_alike_is_no_stamp() -> None:
    assert _stamps(["VĂN BẢN ĐẾN", "Tháng này cơ quan nhận 45 văn bản.", *PAPER]) == set()


def _stamps(texts: list[str]) -> set[int]:
    return stamp_lines([Line(0, 0, len(text), text) for text in texts])
