import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sensitive.identifiers import Identifier
from ingest.sensitive.masking import MASK, mask, merged

COVERED = [
    (Identifier.NATIONAL_ID, "CCCD số 038199012345", "CCCD số ••••••••••••"),
    (Identifier.NATIONAL_ID, "038 199 012 345", "••• ••• ••• •••"),
    (Identifier.NATIONAL_ID, "căn cước công dân: 001.199.012.345", "căn cước công dân: •••.•••.•••.•••"),
    (Identifier.NATIONAL_ID, "CMND: 123456789 do CA cấp", "CMND: ••••••••• do CA cấp"),
    (Identifier.NATIONAL_ID, "chứng minh nhân dân số 012 345 678", "chứng minh nhân dân số ••• ••• •••"),
    (Identifier.NATIONAL_ID, "số định danh cá nhân 040301009876", "số định danh cá nhân ••••••••••••"),
    (Identifier.PASSPORT, "Hộ chiếu số B1234567", "Hộ chiếu số ••••••••"),
    (Identifier.PHONE, "ĐT: 0912.345.678", "ĐT: ••••.•••.•••"),
    (Identifier.PHONE, "gọi 0356789012 trước", "gọi •••••••••• trước"),
    (Identifier.PHONE, "(+84) 912 345 678", "(+••) ••• ••• •••"),
    (Identifier.PHONE, "SĐT 09 12 34 56 78", "SĐT •• •• •• •• ••"),
    (Identifier.PHONE, "Điện thoại: 01234567890", "Điện thoại: •••••••••••"),
    (Identifier.EMAIL, "lan.nguyen85@gmail.com", "•••.••••••••@•••••.•••"),
    (Identifier.BANK_ACCOUNT, "STK 19034567890123 tại ngân hàng", "STK •••••••••••••• tại ngân hàng"),
    (Identifier.BANK_ACCOUNT, "Số tài khoản: 3713.0.1056789", "Số tài khoản: ••••.•.•••••••"),
    (Identifier.INSURANCE, "mã số BHXH: 0123456789", "mã số BHXH: ••••••••••"),
    (Identifier.INSURANCE, "số thẻ BHYT: DN4010112345678", "số thẻ BHYT: •••••••••••••••"),
    (Identifier.TAX_CODE, "mã số thuế cá nhân: 8012345678", "mã số thuế cá nhân: ••••••••••"),
    (Identifier.BIRTH_DATE, "sinh ngày 12/03/1985", "sinh ngày ••/••/••••"),
    (Identifier.BIRTH_DATE, "sinh ngày 12 tháng 3 năm 1985", "sinh ngày •• tháng • năm ••••"),
    (Identifier.BIRTH_DATE, "chị Lò Thị Mai, sinh năm 1985, vay vốn", "chị Lò Thị Mai, sinh năm ••••, vay vốn"),
    (Identifier.BIRTH_DATE, "chị Mai (SN 1985)", "chị Mai (SN ••••)"),
    (Identifier.PLATE, "biển số 29A-123.45", "biển số •••-•••.••"),
    (
        Identifier.ADDRESS,
        "Hộ khẩu thường trú: số 12, thôn Đông, xã An Khê, huyện Sông Lam",
        "Hộ khẩu thường trú: •• ••, •••• ••••, xã An Khê, huyện Sông Lam",
    ),
]

LEFT_ALONE = [
    "7865579 lượt truy cập",
    "Kết quả 184.848/190.565 hội viên",
    "Quyết định 938/QĐ-TTg ngày 30/6/2017",
    "kinh phí 84.912.345.678 đồng",
    "đường dây nóng: 0912345678",
    "Hotline 1800 1567",
    "Điện thoại: 024 3972 0070; Fax: 024 3971 3143",
    "ĐT: 08 3818 1436",
    "vanphong@songlam.gov.vn và hoi@hoi.org.vn",
    "trẻ em sinh năm 2015 trở lên",
    "Trẻ sinh năm 2019: 312 cháu",
    "phụ nữ Việt Nam sinh năm 1990",
    "trẻ sinh từ ngày 01/01/2020",
    "Nhà thơ sinh ngày 19/5/1890",
    "số tài khoản: 1.234.567",
    "số tài khoản mở mới đạt 1.234.567",
    "đã cấp 123.456.789 CCCD gắn chip",
    "xã An Khê 0 35 12 45 678",
    "các tháng 09 10 11 12 13",
    "Giải phóng 0,912345678 ha",
    "giai đoạn 2017-2025, nhiệm kỳ 2021-2026",
    "từ 13/9/2024 đến 15/10/2024",
    "Địa chỉ: 39 phố Hàng Than, Hà Nội; Điện thoại: 024 39720070",
    "Dân tộc: Thái 312 người; Tôn giáo: 15 người",
    "MST: 0101234567",
]


@pytest.mark.parametrize(("kind", "text", "expected"), COVERED, ids=[text for _, text, _ in COVERED])
def test_identifiers_are_covered_in_place(kind: Identifier, text: str, expected: str) -> None:
    assert mask(text).text == expected
    assert dict(mask(text).found) == {kind: 1}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_figures_dates_numbers_and_public_contacts_stay(text: str) -> None:
    assert mask(text).text == text


def test_two_numbers_beside_each_other_are_both_covered() -> None:
    result = mask("ĐT: 0912345678/0987654321 - 0356.789.012")
    assert not re.search(r"\d", result.text)
    assert dict(result.found) == {Identifier.PHONE: 3}


def test_a_row_of_a_list_of_persons_loses_what_only_concerns_them() -> None:
    row = "1. Lò Thị Mai — Năm sinh – Nữ: 1985; Dân tộc: Thái; Tôn giáo: Không; Địa chỉ: Bản 3, xã An Khê; Số vay: 50"
    assert mask(row).text == (
        "1. Lò Thị Mai — Năm sinh – Nữ: ••••; Dân tộc: ••••; Tôn giáo: •••••; Địa chỉ: ••• •, xã An Khê; Số vay: 50"
    )


def test_counts_of_pages_add_up() -> None:
    one = mask("ĐT: 0912345678").found
    assert merged(one, one) == ((Identifier.PHONE, 2),)


pieces = st.sampled_from(
    [text for _, text, _ in COVERED]
    + LEFT_ALONE
    + ["\n", " ", "; ", " | ", "/", "-", ".", "0912345678", "038199012345", "sinh năm", "Số:", "CCCD", "STK", "•", ": "]
)
texts = st.lists(st.one_of(pieces, st.text(alphabet="0123456789 .-/:;()@•aăBĐ\n", max_size=20)), max_size=8).map(
    "".join
)


@given(texts)
def test_masking_keeps_length_and_is_idempotent(text: str) -> None:
    once = mask(text)
    assert len(once.text) == len(text)
    assert mask(once.text).text == once.text
    assert all(new in (old, MASK) for old, new in zip(text, once.text, strict=True))


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "No", "Nl", "Cs"], exclude_characters="@:")))
def test_a_text_without_figures_at_signs_and_labels_is_never_touched(text: str) -> None:
    assert mask(text).text == text
