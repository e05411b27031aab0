"""Words of the panel that shows a source (linguistic table)."""

PANEL = "Nguồn trích dẫn"
PANEL_CLOSE = "Đóng khung nguồn"
CLOSE = "Đóng"
PANEL_PREVIOUS = "Trích dẫn trước"
PANEL_NEXT = "Trích dẫn sau"
PANEL_OPEN_ORIGINAL = "Mở tệp gốc"
PANEL_OPEN_ORIGINAL_PAGE = "Mở tệp gốc (trang {page})"
PANEL_PAGE_PREVIOUS = "Trang trước"
PANEL_PAGE_NEXT = "Trang sau"
PANEL_WHOLE_PAGE = "Xem cả trang"
PANEL_PAGE_OF = "Trang {page}/{total}"
PANEL_LOADING = "Đang mở nguồn…"
PANEL_MISSING = "Không tìm thấy tài liệu này trong kho; có thể tài liệu đã bị xóa."
PANEL_BAD_ADDRESS = "Địa chỉ nguồn không đúng. Mời bấm lại vào số trích dẫn."
PANEL_NO_ORIGINAL = "Tệp gốc không còn trên đĩa. Mời nạp lại tài liệu này trong Kho tài liệu."
PANEL_GARBLED_HERE = "Đoạn được trích bị hỏng chữ trong bản gốc; mời đối chiếu với bản khác."
PANEL_GARBLED = "Văn bản này có chỗ bị hỏng chữ trong bản gốc."
VIEW_SWITCH = "Cách xem trang"
VIEW_PICTURE = "Ảnh trang"
VIEW_TEXT = "Chữ"
VIEW_PAGE_PICTURE = "Ảnh trang {page}"
VIEW_ZOOM_IN = "Phóng to (phím +)"
VIEW_ZOOM_OUT = "Thu nhỏ (phím -)"
VIEW_COPY_REFERENCE = "Chép trích dẫn"
VIEW_COPY_LINK = "Chép liên kết"
VIEW_ALONE = "Mở trang riêng"
VIEW_COPIED = "Đã chép."
VIEW_COPY_FAILED = "Trình duyệt không cho chép."
VIEW_CITATION_OF = "Trích dẫn {n}/{total} của câu trả lời"
VIEW_NOT_BOXED = (
    "Chưa khoanh được đúng chỗ này trên ảnh trang nên đang hiện phần chữ; mời bấm “Ảnh trang” để xem cả trang."
)
VIEW_MOVED = "Văn bản đã được đọc lại sau khi trích; câu này nay nằm ở trang {page}."
VIEW_LOST = "Không tìm lại được câu đã trích trong văn bản hiện có; mời đối chiếu với tệp gốc."
VIEW_OCR = "Trang này được đọc từ ảnh quét, độ chắc chắn {percent} %."
VIEW_OCR_LOW = "Chỗ này được đọc từ ảnh quét với độ chắc chắn thấp ({percent} %); mời đối chiếu với ảnh trang."
VIEW_OLD_ENCODING = "Chữ được chuyển từ phông chữ cũ ({names}); chỗ nào thấy lạ, mời đối chiếu với tệp gốc."
VIEW_UNREAD = "Trang này là ảnh và chưa đọc được chữ; mời xem ảnh trang hoặc tệp gốc."
VIEW_RESTRICTED = (
    "Không hiện ảnh trang vì bản gốc có thông tin cá nhân đã được che trong phần chữ; mời mở tệp gốc nếu thật sự cần."
)
ROW_ENCODING = "Phông chữ cũ: {names} (độ chắc chắn {percent} %)"
OLD_ENCODINGS: dict[str, str] = {
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI",
    "vps": "VPS",
    "viscii": "VISCII",
    "viqr": "VIQR",
    "cp1258": "Windows-1258",
    "mojibake": "chữ lỗi do chương trình khác đọc nhầm",
}
FIELD_SOURCE = "Tệp"
FIELD_DATE = "Ngày"
FIELD_YEAR = "Năm"
FIELD_UNIT = "Đơn vị"
FIELD_TYPE = "Loại"
FIELD_PAGE = "Trang"
FIELD_SECTION = "Mục"
