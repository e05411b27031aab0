"""Words of the page around the tabs and of its own script (linguistic table)."""

from assistant.ui_texts_vi.card import CARD_FAILED
from assistant.ui_texts_vi.source_panel import PANEL_LOADING

TITLE = "Trợ lý Hội"
SUBTITLE = "Hỏi đáp trên kho văn bản của Hội, câu nào cũng kèm trích dẫn"
NOTICE = "Trợ lý AI – cần kiểm tra lại số liệu trước khi dùng"
SKIP_LINK = "Đến ô nhập câu hỏi"

TAB_CHAT = "Hỏi đáp"
TAB_DOCUMENTS = "Kho tài liệu"

BROWSER_TEXTS: dict[str, str] = {
    "copied": "Đã sao chép câu trả lời kèm nguồn.",
    "copyFailed": "Trình duyệt không cho sao chép. Mời bôi đen câu trả lời rồi nhấn Ctrl + C.",
    "loading": PANEL_LOADING,
    "answered": "Đã có câu trả lời.",
    "panelFailed": "Không mở được nguồn. Mời kiểm tra xem chương trình còn chạy không, rồi bấm lại.",
    "cardFailed": CARD_FAILED,
    "citationOf": "{n}/{total}",
    "folderReading": "Đang xem các tệp trong thư mục…",
    "folderEmpty": "Thư mục không có tệp nào.",
    "folderLarge": "Thư mục có quá nhiều tệp nên chỉ nhận 5.000 tệp đầu; mời dùng “Theo dõi thư mục” cho cả thư mục.",
    "folderNothing": "",
    "offline": "Mất kết nối với chương trình. Mời kiểm tra cửa sổ chạy chương trình rồi tải lại trang.",
}
"""Sentences the page's own script shows."""

FOREIGN_HOST = (
    "Địa chỉ này không phải của chương trình. Mời mở http://127.0.0.1 kèm số cổng đã ghi ở cửa sổ chạy chương trình."
)
NOSCRIPT = "Mời bật JavaScript trong trình duyệt để dùng Trợ lý Hội."
FOREIGN_SITE = "Yêu cầu đến từ một trang khác nên bị từ chối."
