"""Words of the tab where questions are asked (linguistic table)."""

QUESTION_LABEL = "Câu hỏi"
QUESTION_PLACEHOLDER = "Gõ câu hỏi, không cần dấu"
SEND = "Gửi"
STOP = "Dừng"
STOPPED = "Đã dừng theo yêu cầu."
SEND_HINT = "Enter để gửi, Shift + Enter để xuống dòng. Gõ không dấu cũng được."
NEW_CONVERSATION = "Cuộc trò chuyện mới"
CONVERSATION = "Cuộc trò chuyện"
YOU = "Câu hỏi"
ASSISTANT = "Trả lời"
COMPLETED = "Đã hiểu là:"
COMPLETED_EDIT = "Sửa câu hỏi này"
SEARCHING = "Đang tìm trong kho tài liệu…"
WRITING = "Đang viết…"
WITHDRAWN = "Câu trả lời đang viết được thu lại; đang chuyển sang trích nguyên văn…"
MODE_EXTRACTIVE = "Trích nguyên văn"
MODE_EXTRACTIVE_HINT = "Câu trả lời ghép từ câu chữ có trong văn bản, không dùng mô hình ngôn ngữ."
MODE_MODEL = "Mô hình ngôn ngữ"
MODE_MODEL_HINT = "Câu trả lời do mô hình ngôn ngữ viết lại từ các đoạn trích."
REFUSED = "Chưa có câu trả lời"
COPY_ANSWER = "Sao chép kèm nguồn"
SOURCES = "Nguồn trích dẫn"
NEAREST = "Văn bản gần nhất"
NEAREST_HINT = "Đây là những chỗ gần với câu hỏi nhất, chưa phải câu trả lời."
OPEN_CITATION = "Xem nguồn số {n}: {title}"
PAGE = "trang {page}"
SECONDS = "{seconds} giây"
COPIED_SOURCES = "Nguồn:"
COPIED_STRUCK = "[CHƯA CÓ CĂN CỨ: {text}]"
UNTITLED = "(không có tiêu đề)"
ERROR_TITLE = "Không trả lời được"

UNDERSTOOD = "Câu hỏi được hiểu là:"
UNDERSTOOD_AS = "{text} → {meaning}"
READING_REMOVE = "Bỏ cách hiểu này và hỏi lại: {what}"
READING_RESTORE = "Dùng lại cách hiểu này và hỏi lại: {what}"
UNDERSTOOD_KINDS: dict[str, str] = {
    "abbreviation": "viết tắt",
    "year": "năm",
    "period": "thời gian",
    "quarter": "thời gian",
    "term": "khóa",
    "relative_time": "thời gian",
    "place": "địa danh",
    "document_number": "số văn bản",
    "typing": "kiểu gõ",
    "typo": "gõ nhầm",
    "slang": "viết tắt trên mạng",
    "politeness": "lời xã giao",
}
"""Kinds of things read out of a question, as the chips name them."""
UNDERSTOOD_TIMES = frozenset({"period", "quarter", "relative_time"})
PERIOD_PARTS: dict[str, str] = {
    "Q1": "quý I",
    "Q2": "quý II",
    "Q3": "quý III",
    "Q4": "quý IV",
    "H1": "6 tháng đầu năm",
    "H2": "6 tháng cuối năm",
    "9T": "9 tháng đầu năm",
    "3T": "3 tháng đầu năm",
}
PERIOD_MONTH = "tháng {month}"
PERIOD_QUARTER_OF_YEAR = "{part} năm {year}"
PERIOD_OF_YEAR = "{part} {year}"

FILTERS = "Lọc tài liệu"
YEAR_FROM = "Từ năm"
YEAR_TO = "Đến năm"
UNIT = "Đơn vị (để trống: tất cả)"
TYPE = "Loại (để trống: tất cả)"
ANY = "Tất cả"
CLEAR_FILTERS = "Bỏ lọc"
FILTERED = "Chỉ tìm trong: {what}"
YEARS_ONE = "năm {year}"
YEARS_BOTH = "năm {first}–{last}"
YEARS_FROM = "từ năm {first}"
YEARS_TO = "đến năm {last}"

WELCOME_TITLE = "Hôm nay cần tìm thông tin gì?"
WELCOME_TEXT = (
    "Cứ hỏi bằng lời thường ngày. Trợ lý tìm trong {count} tài liệu của kho và trả lời kèm nguồn; "
    "bấm vào số như {marker} để xem đúng câu trong văn bản gốc."
)
EXAMPLES_TITLE = "Thử một câu hỏi trên tài liệu mẫu"
EXAMPLE_QUESTIONS = (
    "Huyện Bình An có bao nhiêu trẻ mồ côi được nhận đỡ đầu?",
    "Năm 2023, Cụm thi đua số 3 giúp bao nhiêu hộ thoát nghèo?",
    "Ngày hội khởi nghiệp huyện Thạch Lâm có bao nhiêu gian hàng?",
    "tong so hoi vien cua tinh Son Ha la bao nhieu",
)
"""About the sample documents; the last one shows that accents may be left out."""
FIRST_START_TITLE = "Kho tài liệu còn trống"
FIRST_START_TEXT = (
    "Trợ lý cần có văn bản để trả lời. Mời tải tài liệu của đơn vị lên, "
    "hoặc nạp vài tài liệu mẫu để làm quen trước. Mọi tài liệu chỉ nằm trên máy này."
)
LOAD_SAMPLES = "Nạp tài liệu mẫu"
GO_UPLOAD = "Tải tài liệu của đơn vị lên"
LOADING_SAMPLES = "Đang nạp tài liệu mẫu… ({done}/{total})"
SAMPLES_FAILED = (
    "Chưa nạp được tài liệu mẫu. Mời thử lại; nếu vẫn lỗi, mời báo người phụ trách máy chạy: python app.py doctor"
)
SAMPLES_LOADED = "Đã nạp {count} tài liệu mẫu. Có thể hỏi thử ngay."
