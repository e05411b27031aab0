"""Documents written for the tests: invented places and people, with the defects of real ones."""

import hashlib

from ingest.documents import Document, Metadata, RawDocument, RawPage, RawSpan
from ingest.structure import structure

NEWS = """Trang chủ » Tin tức » Hoạt động Hội
Hội liên hiệp Phụ nữ - Tỉnh Sông Lam
Hội LHPN xã An Khê ra mắt mô hình “Ngôi nhà xanh”
8:52' 15/3/2024
Quang cảnh buổi ra mắt

Sáng 15/3, Hội LHPN xã An Khê, tỉnh Sông Lam ra mắt mô hình “Ngôi nhà xanh” với 25 thành viên. Lãnh đạo xã dự.
Hội LHPN xã An Khê ra mắt mô hình “Ngôi nhà xanh”

Chủ tịch Hội LHPN xã Lê Thị Bưởi trao thẻ cho các thành viên của mô hình

Mô hình thu gom phế liệu gây quỹ, đã giúp 12 hộ với 3.456.000 đồng, trong đó cán bộ Hội

các chi hội đóng góp một phần; phấn đấu đến cuối năm có 40 thành viên./.
\u00a0
Thu Hiền - Hội LHPN xã An Khê

Tổng số điểm của bài viết là: 5 trong 1 đánh giá
Click để đánh giá bài viết
Các tin khác
Hội LHPN xã Bình Hòa tặng quà học sinh nghèo (12/02/2024)
LIÊN KẾT NHANH
THỐNG KÊ TRUY CẬP
Đang truy cậpĐang truy cập : 18
Hôm nayHôm nay : 1979
"""

REPORT = """HỘI LHPN VIỆT NAM                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BAN THƯỜNG VỤ HỘI LHPN TỈNH SÔNG LAM        Độc lập - Tự do - Hạnh phúc
Số: 09 /BC-BTV                       Sông Lam, ngày 05 tháng 7 năm 2024

BÁO CÁO
Kết quả công tác Hội 6 tháng đầu năm 2024,
phương hướng, nhiệm vụ 6 tháng cuối năm 2024

Thực hiện Kế hoạch số 12/KH-BTV ngày 02/01/2024, Ban Thường vụ báo cáo như sau:

I. ĐẶC ĐIỂM TÌNH HÌNH
Toàn tỉnh có 120 cơ sở Hội với 98.765 hội viên.

II. KẾT QUẢ THỰC HIỆN
1. Công tác tuyên truyền
Các cấp Hội đã thực hiện các việc sau:
- Tổ chức 45 buổi truyền thông cho 3.456 lượt hội viên;
- Xây dựng 12 mô hình mới.
2. Hỗ trợ phụ nữ phát triển kinh tế
Đã giúp 1.234 hộ thoát nghèo, đạt 102% kế hoạch./.

Nơi nhận:
- TW Hội (b/c);
- Lưu: VT.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Nguyễn Thị Hạ Lam
"""

LAW = """Quyền của hội viên

1. Hội viên có quyền sau đây:

a) Được ứng cử, đề cử;

b) Được bồi dưỡng nghiệp vụ.

2. Hội viên danh dự không có quyền quy định tại điểm a khoản 1 Điều này."""


def document(
    *pages: str, declared: Metadata | None = None, spans: tuple[RawSpan, ...] = (), source: str = "test.txt"
) -> Document:
    """Structure pages of text; ``spans`` belong to the first page."""
    raw_pages = tuple(RawPage(number, text, spans if number == 1 else ()) for number, text in enumerate(pages, start=1))
    digest = hashlib.sha256("\f".join(pages).encode("utf-8", "surrogatepass")).hexdigest()
    return structure(RawDocument(source, digest, "text/plain", raw_pages, declared or Metadata()))


def blocks_of(document: Document) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    texts = {page.number: page.text for page in document.pages}
    return [(block.kind.value, texts[block.page][block.char_start : block.char_end]) for block in document.blocks]
