"""Words of the tab that lists and takes documents (linguistic table)."""

UPLOAD_LABEL = "Tải tài liệu lên"
UPLOAD_HINT = (
    "Nhận Word, Excel, PowerPoint (cũ và mới), PDF, ảnh, bản quét, trang web, thư điện tử, .rtf, .csv, .txt, .zip… "
    "Có thể kéo thả nhiều tệp hoặc cả thư mục một lúc."
)
UPLOAD_FOLDER = "Chọn cả thư mục…"
UPLOAD_WAITING = "Đã nhận {count} tệp, đang chờ đến lượt nạp…"
UPLOAD_PROGRESS = "Đang nạp tệp {index}/{total}"
UPLOAD_READING = "đang đọc…"
UPLOAD_QUEUED = "chờ đến lượt"
UPLOAD_RESULT = "Kết quả nạp"
UPLOAD_DONE = "Đã xử lý xong {total} tệp: {parts}."
UPLOAD_ALL_DONE_PART: dict[str, str] = {
    "indexed": "{count} tệp đã nạp",
    "duplicate": "{count} tệp trùng",
    "refused": "{count} tệp không nhận",
    "failed": "{count} tệp lỗi",
}
UPLOAD_INDEXED = "{documents} tài liệu, {pages} trang, {chunks} đoạn"
UPLOAD_SO_FAR = "đã đọc {documents} tài liệu, {chunks} đoạn"
UPLOAD_PAGES = "đã đọc {pages}/{total} trang"
UPLOAD_RATE = "{files:.0f} tệp/phút, {pages:.0f} trang/phút"
UPLOAD_LEFT_MINUTES = "còn khoảng {minutes:.0f} phút"
UPLOAD_LEFT_SECONDS = "còn khoảng {seconds:.0f} giây"
UPLOAD_MORE_FILES = "… và {count} tệp khác."
UPLOAD_GOES_ON = "Có thể đóng trang này; việc nạp vẫn tiếp tục và sẽ hiện lại khi mở trang."
UPLOAD_MORE_PROBLEMS = "… và {count} dòng khác không hợp lệ."
REJECTED_TITLE = "Tệp không nhận gần đây ({count})"
STATUS: dict[str, str] = {
    "indexed": "Đã nạp",
    "duplicate": "Trùng",
    "refused": "Không nhận",
    "failed": "Lỗi",
    "received": "Đang chờ",
    "extracted": "Đang đưa vào kho",
    "removed": "Đã xóa",
}
SEARCH_LABEL = "Tìm theo tên tài liệu"
SEARCH_PLACEHOLDER = "Gõ tên tài liệu, không dấu cũng được"
LIST_TITLE = "Tài liệu trong kho"
LIST_EMPTY = "Kho chưa có tài liệu nào. Mời kéo thả tệp vào khung bên trên để bắt đầu."
LIST_NOT_FOUND = "Không có tài liệu nào có tên chứa “{text}”."
COUNT = "{shown} tài liệu"
COUNT_FOUND = "{shown} trong {total} tài liệu"
COLUMN_DOCUMENT = "Tài liệu"
COLUMN_DATE = "Ngày"
COLUMN_UNIT = "Đơn vị"
COLUMN_TYPE = "Loại"
COLUMN_PAGES = "Số trang"
COLUMN_STATE = "Trạng thái"
COLUMN_ACTIONS = "Thao tác"
VIEW = "Xem"
DELETE = "Xóa"
DELETE_TITLE = "Xóa tài liệu khỏi kho?"
DELETE_TEXT = "“{title}” sẽ không còn được dùng để trả lời. Có thể hoàn tác ngay sau khi xóa."
DELETE_CONFIRM = "Xóa tài liệu"
CANCEL = "Không xóa"
DELETED = "Đã xóa “{title}” khỏi kho."
UNDO = "Hoàn tác"
RESTORED = "Đã khôi phục “{title}”."
PAGER_PREVIOUS = "Trang trước"
PAGER_NEXT = "Trang sau"
PAGER_OF = "Trang {page}/{total}"
