"""Every Vietnamese text of the screen: labels, hints, browser messages (linguistic table)."""

TITLE = "Trợ lý Hội"
SUBTITLE = "Hỏi đáp trên kho văn bản của Hội, câu nào cũng kèm trích dẫn"
NOTICE = "Trợ lý AI – cần kiểm tra lại số liệu trước khi dùng"
SKIP_LINK = "Đến ô nhập câu hỏi"

TAB_CHAT = "Hỏi đáp"
TAB_DOCUMENTS = "Kho tài liệu"

# --- Hỏi đáp ---
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
SAMPLES_FAILED = "Chưa nạp được tài liệu mẫu. Mời thử lại; nếu vẫn lỗi, chạy: python app.py doctor"
SAMPLES_LOADED = "Đã nạp {count} tài liệu mẫu. Có thể hỏi thử ngay."

# --- khung nguồn ---
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
VIEW_OLD_ENCODING = "Chữ được chuyển từ bảng mã cũ ({names}); chỗ nào thấy lạ, mời đối chiếu với tệp gốc."
VIEW_UNREAD = "Trang này là ảnh và chưa đọc được chữ; mời xem ảnh trang hoặc tệp gốc."
VIEW_RESTRICTED = (
    "Không hiện ảnh trang vì bản gốc có thông tin cá nhân đã được che trong phần chữ; mời mở tệp gốc nếu thật sự cần."
)
ROW_ENCODING = "Bảng mã: {names} (độ chắc chắn {percent} %)"
OLD_ENCODINGS: dict[str, str] = {
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI",
    "vps": "VPS",
    "viscii": "VISCII",
    "viqr": "VIQR",
    "cp1258": "Windows-1258",
    "mojibake": "UTF-8 đọc nhầm",
}
FIELD_SOURCE = "Tệp"
FIELD_DATE = "Ngày"
FIELD_YEAR = "Năm"
FIELD_UNIT = "Đơn vị"
FIELD_TYPE = "Loại"
FIELD_PAGE = "Trang"
FIELD_SECTION = "Mục"

# --- tệp gốc có thông tin cá nhân ---
RESTRICTED_TITLE = "Tệp gốc có thông tin cá nhân"
RESTRICTED_TEXT = (
    "Phần chữ dùng để tìm và trả lời đã được che thông tin cá nhân; tệp gốc của “{title}” vẫn còn nguyên. "
    "Chỉ mở khi công việc cần đến. Mỗi lần mở được ghi vào nhật ký của chương trình."
)
RESTRICTED_FOUND = "Đã che: {found}."
RESTRICTED_OPEN = "Tôi có nhiệm vụ xem, mở tệp gốc"
RESTRICTED_BACK = "Quay lại bản đã che"
MASKED_ROW = "Đã che: {found}"
MASKED_COUNT = "{label} ({count})"
REVIEW_ACCEPT = "Xác nhận không mật"
REVIEW_CONFIRM = (
    "Tôi đã xem “{name}” và chịu trách nhiệm xác nhận đây không phải tài liệu bí mật nhà nước. "
    "Việc xác nhận được ghi lại."
)
REVIEW_ACCEPTED = "Đã ghi nhận xác nhận cho “{name}”. Mời tải lại tệp này để nạp."
REVIEW_DONE = "đã xác nhận không mật, mời tải lại tệp"

# --- thẻ văn bản ---
CARD = "Thẻ văn bản"
CARD_OPEN = "Thẻ"
CARD_OPEN_LABEL = "Mở thẻ văn bản: {title}"
CARD_READ = "Xem nội dung văn bản"
CARD_HINT = "Các giá trị đọc từ văn bản; sửa chỗ nào chưa đúng rồi bấm Lưu. Để trống nếu văn bản không ghi."
CARD_SAVE = "Lưu thay đổi"
CARD_UNDO = "Hoàn tác lần sửa gần nhất"
CARD_SAVED = "Đã lưu {count} thay đổi; bộ lọc và trích dẫn dùng giá trị mới."
CARD_UNCHANGED = "Không có thay đổi nào để lưu."
CARD_UNDID = "Đã trả lại giá trị cũ của mục “{field}”."
CARD_EVIDENCE = "Xem chỗ ghi (trang {page})"
CARD_ABSENT = "văn bản không ghi"
CARD_EDITED = "do người dùng sửa"
CARD_DECLARED = "theo khai báo của tệp"
CARD_DERIVED = "suy ra từ cách trình bày"
CARD_REPLACED = "Văn bản này đã {how} {link}."
CARD_REPLACED_BADGE = "đã có văn bản thay thế"
CARD_RELATIONS = "Văn bản được nhắc đến"
CARD_IN_STORE = "(có trong kho)"
CARD_HISTORY = "Lịch sử sửa thẻ"
CARD_CHANGE = "{when} – {field}: {old} → {new}"
CARD_EMPTY = "(trống)"
CARD_UNDONE = "đã hoàn tác"
CARD_FAILED = "Chưa lưu được thẻ. Mời kiểm tra xem chương trình còn chạy không, rồi bấm Lưu lại."
CARD_FIELDS: dict[str, str] = {
    "number": "Số, ký hiệu",
    "type": "Loại văn bản",
    "title": "Trích yếu",
    "parent": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "place": "Địa phương",
    "province_old": "Tỉnh (trước 01/7/2025)",
    "province_new": "Tỉnh (từ 01/7/2025)",
    "date": "Ngày ban hành",
    "period": "Kỳ số liệu",
    "signer": "Người ký",
    "position": "Chức vụ",
    "author": "Tác giả",
    "urgency": "Độ khẩn",
}
CARD_PLACEHOLDERS: dict[str, str] = {
    "number": "ví dụ: 45/BC-BTV",
    "date": "ví dụ: 31/12/2024",
    "period": "ví dụ: 01/01/2024 - 31/12/2024",
}
RELATIONS: dict[str, str] = {
    "replaces": "Thay thế",
    "amends": "Sửa đổi, bổ sung",
    "repeals": "Bãi bỏ",
    "based_on": "Căn cứ",
}

# --- Kho tài liệu ---
UPLOAD_LABEL = "Tải tài liệu lên"
UPLOAD_HINT = (
    "Nhận Word, Excel, PowerPoint (cũ và mới), PDF, ảnh, bản quét, trang web, thư điện tử, .rtf, .csv, .txt, .zip… "
    "Có thể kéo thả nhiều tệp một lúc."
)
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
    "extracted": "Đang lập chỉ mục",
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

# --- các cuộc trò chuyện ---
CONVERSATIONS = "Các cuộc trò chuyện"
CONVERSATIONS_SHORT = "Trò chuyện"
CONVERSATIONS_CLOSE = "Đóng danh sách các cuộc trò chuyện"
CONVERSATIONS_SEARCH = "Tìm trong các cuộc trò chuyện"
CONVERSATIONS_PLACEHOLDER = "Gõ vài chữ, không dấu cũng được"
CONVERSATIONS_EMPTY = "Chưa có cuộc trò chuyện nào. Mỗi câu hỏi và câu trả lời sẽ được giữ lại ở đây."
CONVERSATIONS_NOT_FOUND = "Không có cuộc trò chuyện nào nhắc đến “{text}”."
CONVERSATION_DETAILS = "{when} · {turns} câu hỏi"
CONVERSATION_TITLE = "Tên cuộc trò chuyện"
CONVERSATION_DELETED = "Đã xóa “{title}”."
CONVERSATION_RESTORED = "Đã khôi phục “{title}”."
CONVERSATION_RENAMED = "Đã đổi tên thành “{title}”."
CONVERSATION_GONE = "Không tìm thấy cuộc trò chuyện này."
RENAME = "Đổi tên"
SAVE_TITLE = "Lưu"
EXPORT = "Xuất ra:"
EXPORT_WORD = "Xuất cuộc trò chuyện ra Word"
EXPORT_MARKDOWN = "Xuất cuộc trò chuyện ra Markdown"
THUMB_UP = "Hữu ích"
THUMB_DOWN = "Chưa đúng"
JUDGE_WHY = "Chưa đúng ở điểm nào?"
JUDGE_NOTE = "Ghi thêm (không bắt buộc)"
JUDGE_SEND = "Gửi nhận xét"
JUDGE_BACK = "Rút lại nhận xét"
JUDGED = "Đã ghi nhận, cảm ơn."

# --- theo dõi thư mục, tổng quan, tệp chưa nạp được ---
FOLDERS = "Theo dõi thư mục"
FOLDERS_HINT = (
    "Tệp mới, tệp sửa, tệp chuyển chỗ hoặc xóa trong các thư mục này tự cập nhật vào kho; bản cũ và tài liệu đã gỡ "
    "đều khôi phục được. Ổ đĩa mạng cũng dùng được."
)
FOLDERS_EMPTY = "Chưa theo dõi thư mục nào."
FOLDER_PATH = "Đường dẫn thư mục"
FOLDER_PLACEHOLDER = "Ví dụ: D:\\VanBan hoặc /mnt/van-ban"
FOLDER_ADD = "Theo dõi"
FOLDER_NO_PATH = "Mời nhập đường dẫn thư mục cần theo dõi."
FOLDER_FILES = "{count} tệp"
FOLDER_CHANGED = "thay đổi gần nhất lúc {when}"
FOLDER_SCANNED = "xem lúc {when}"
FOLDER_PAUSE = "Tạm dừng"
FOLDER_RESUME = "Tiếp tục"
FOLDER_FORGET = "Bỏ theo dõi"
FOLDER_PAUSED = "Tạm dừng"
FOLDER_TROUBLED = "Chưa đọc được"
FOLDER_WORKING = "Đang xem"
FOLDER_FOLLOWED = "Đang theo dõi"
OVERVIEW = "Tổng quan kho"
OVERVIEW_EMPTY = "Kho chưa có tài liệu nào."
BY_YEAR = "Theo năm"
BY_UNIT = "Theo đơn vị"
BY_TYPE = "Theo loại văn bản"
BY_STATE = "Theo trạng thái"
STATE_UNSETTLED = "Chưa nạp được"
OTHER_VALUES = "{count} giá trị khác"
QUALITY_TITLE = "Chất lượng đọc:"
QUALITY_PAGES = "{pages} trang, {empty} trang không có chữ"
QUALITY_GARBLED = "{share}% chữ nằm trong đoạn bị hỏng"
QUALITY_IMAGES = "{pages} trang nhận dạng từ ảnh (độ chắc {confidence}%)"
QUALITY_DOUBTFUL = "{count} tài liệu cần xem lại trước khi trích"
RETRY = "Thử lại tệp lỗi"
RETRY_HINT = "Có {count} tệp đọc lại được ngay khi nguyên nhân đã hết (thiếu công cụ, quá giờ, đầy ổ đĩa, bị ngắt)."

BROWSER_TEXTS: dict[str, str] = {
    "copied": "Đã sao chép câu trả lời kèm nguồn.",
    "copyFailed": "Trình duyệt không cho sao chép. Mời bôi đen câu trả lời rồi nhấn Ctrl + C.",
    "loading": PANEL_LOADING,
    "panelFailed": "Không mở được nguồn. Mời kiểm tra xem chương trình còn chạy không, rồi bấm lại.",
    "cardFailed": CARD_FAILED,
    "citationOf": "{n}/{total}",
    "offline": "Mất kết nối với chương trình. Mời kiểm tra cửa sổ chạy chương trình rồi tải lại trang.",
}
"""Sentences the page's own script shows."""

GRADIO_TEXTS: dict[str, str] = {
    "Drop File Here": "Kéo thả tệp vào đây",
    "Click to Upload": "Bấm để chọn tệp",
    "Click to upload or drop files": "Bấm để chọn tệp, hoặc kéo thả tệp vào đây",
    "- or -": "hoặc",
    "or": "hoặc",
    "Uploading...": "Đang tải lên…",
    "Paste from Clipboard": "Dán từ bộ nhớ tạm",
    "Clear": "Xóa nội dung",
    "Clear All": "Xóa hết",
    "Remove": "Bỏ",
    "Remove all": "Bỏ tất cả",
    "Remove this item": "Bỏ tệp này",
    "Clear filters": "Bỏ lọc",
    "Download": "Tải về",
    "Copy": "Sao chép",
    "Copied": "Đã sao chép",
    "Submit": "Gửi",
    "Stop": "Dừng",
    "Cancel": "Hủy",
    "Close": "Đóng",
    "Dismiss": "Đóng",
    "Loading": "Đang tải",
    "Loading...": "Đang tải…",
    "loading": "đang tải",
    "Error": "Có lỗi",
    "Warning": "Lưu ý",
    "Info": "Thông tin",
    "Success": "Thành công",
    "Empty": "Trống",
    "Edit": "Sửa",
    "Undo": "Hoàn tác",
    "Retry": "Thử lại",
    "Upload": "Tải lên",
    "Dropdown": "Danh sách chọn",
    "Options": "Các lựa chọn",
    "Show Options": "Mở danh sách",
    "Waiting for file(s) to finish uploading, please retry.": "Tệp đang được tải lên, mời thử lại sau giây lát.",
    "Connection errored out.": "Mất kết nối với chương trình. Mời tải lại trang.",
    "Connection re-established.": "Đã nối lại với chương trình.",
    "Reconnecting...": "Đang nối lại…",
    "Network Error": "Lỗi kết nối",
    "Connection lost. Attempting reconnection...": "Mất kết nối với chương trình, đang thử nối lại…",
    "File is too large": "Tệp quá lớn",
}
"""Gradio's own words to ours; whole texts only. Gradio 6.31 has no Vietnamese and ignores gr.I18n(vi=…)."""

GRADIO_PATTERNS: dict[str, str] = {
    r"^Uploading (\d+) files?\.*$": "Đang tải lên $1 tệp…",
    r"^In queue: (\d+) of (\d+)$": "Đang chờ: $1/$2",
    r"^queue: (\d+)/(\d+)\s*\|?$": "Đang chờ: $1/$2",
    r"^(\d+) selected$": "đã chọn $1",
    r"^File size exceeds the maximum allowed size of (\d+) bytes.*$": "Tệp lớn hơn mức cho phép.",
    r"^Remove (.+)$": "Bỏ $1",
    r"^Too many requests.*$": "Đang có quá nhiều câu hỏi cùng lúc, mời thử lại sau giây lát.",
}
"""Patterns (JavaScript regular expressions) for Gradio's texts that carry values."""

FOREIGN_HOST = (
    "Địa chỉ này không phải của chương trình. Mời mở http://127.0.0.1 kèm số cổng đã ghi ở cửa sổ chạy chương trình."
)
NOSCRIPT = "Mời bật JavaScript trong trình duyệt để dùng Trợ lý Hội."
FOREIGN_SITE = "Yêu cầu đến từ một trang khác nên bị từ chối."

# --- the API and its documentation ---
API_TITLE = "API của Trợ lý Hội"
API_INTRODUCTION = (
    "Các chương trình khác trên máy này có thể tìm, hỏi và nạp tài liệu qua những địa chỉ dưới đây; mọi câu trả lời "
    "kèm trích dẫn như trên màn hình. Mô tả cho máy đọc:"
)
API_RULES: tuple[str, ...] = (
    "Chỉ nhận yêu cầu từ chính máy này. Trang web khác mở trong trình duyệt không gọi được.",
    "Yêu cầu có nội dung gửi bằng <code>Content-Type: application/json</code>; gửi tệp hoặc không có nội dung thì thêm "
    "<code>X-Requested-With</code>.",
    "Lỗi là JSON: <code>{&quot;error&quot;: {&quot;code&quot;, &quot;message&quot;, &quot;hint&quot;}}</code>; dưới "
    "<code>/v1</code> theo dạng của OpenAI.",
    "Hỏi với <code>stream</code>: các sự kiện <code>delta</code> (phần chữ mới), <code>discarded</code> (bỏ phần đã "
    "nhận), cuối cùng là <code>answer</code> (cả câu trả lời) hoặc <code>error</code>.",
    "Công cụ dùng giao thức OpenAI: đặt địa chỉ <code>http://127.0.0.1:7860/v1</code>, mô hình "
    "<code>tro-ly-hoi</code>, khóa bất kỳ.",
)
API_COLUMNS: tuple[str, ...] = ("Trường", "Kiểu", "Ý nghĩa")
API_REQUIRED = "bắt buộc"
API_DEFAULT = "(mặc định {value})"
API_LIMITS: dict[str, str] = {
    "minimum": "từ {value}",
    "maximum": "đến {value}",
    "maxLength": "tối đa {value} ký tự",
    "maxItems": "tối đa {value} mục",
}
API_TAGS: dict[str, str] = {
    "search": "Tìm kiếm",
    "ask": "Hỏi đáp",
    "documents": "Kho tài liệu",
    "draft": "Soạn báo cáo",
    "openai": "Giao thức OpenAI",
}
API_SUMMARIES: dict[str, str] = {
    "search": "Các đoạn văn bản gần câu hỏi nhất",
    "ask": "Câu trả lời có trích dẫn",
    "documents": "Danh sách tài liệu kèm thẻ văn bản",
    "upload": "Nạp tệp, kết quả theo từng tệp",
    "document": "Một tài liệu kèm thẻ văn bản",
    "text": "Nội dung đã lưu, từng trang",
    "remove": "Đưa tài liệu ra khỏi tìm kiếm",
    "restore": "Khôi phục tài liệu đã xóa",
    "templates": "Các đề cương báo cáo",
    "draft": "Soạn báo cáo: số liệu kèm nguồn, chỗ còn thiếu, địa chỉ tệp Word",
    "models": "Danh sách mô hình",
    "model": "Một mô hình",
    "chat": "Hội thoại theo giao thức OpenAI",
}
API_FIELDS: dict[str, str] = {
    "question": "Câu hỏi, có dấu hoặc không dấu.",
    "year_from": "Từ năm.",
    "year_to": "Đến năm.",
    "units": "Chỉ trong văn bản của các đơn vị này.",
    "types": "Chỉ trong các loại văn bản này.",
    "collections": "Chỉ trong các bộ tài liệu này.",
    "document_ids": "Chỉ trong các tài liệu này.",
    "ignore": "Những điều đã hiểu nhưng cần bỏ, dạng loại:chữ như trong understood, ví dụ year:2021.",
    "top_k": "Số kết quả.",
    "stream": "Nhận dần bằng server-sent events.",
    "history": "Các lượt hỏi đáp trước, để hiểu câu hỏi tiếp.",
    "files": "Một hoặc nhiều tệp.",
    "collection": "Tên bộ tài liệu.",
    "search": "Từ trong tên tệp hoặc tiêu đề.",
    "removed": "Kể cả tài liệu đã xóa.",
    "limit": "Số tài liệu một lượt.",
    "offset": "Bỏ qua số tài liệu này.",
    "template": "Mã đề cương, xem /api/draft/templates.",
    "unit": "Đơn vị báo cáo, ví dụ Hội LHPN tỉnh Thanh Hóa.",
    "period": "Kỳ: 2020; 6 tháng đầu năm 2023; quý II/2023; 2016-2021.",
    "profile": "Thể thức tệp Word: HOI, ND30, MTTQ, DANG.",
    "scope": "Chỉ về một đề án, chương trình.",
}
API_EXAMPLES: dict[str, str] = {
    "/api/search": '{"query": "mô hình thu gom rác", "top_k": 5}',
    "/api/ask": '{"question": "Năm 2021 giúp bao nhiêu hộ nghèo?", "stream": false}',
    "/api/draft": '{"template": "tong-ket-nam", "unit": "Hội LHPN tỉnh Thanh Hóa", "period": "2020"}',
    "/v1/chat/completions": '{"model": "tro-ly-hoi", "messages": [{"role": "user", "content": "Ai là Chủ tịch Hội?"}]}',
}
API_QUERIES: dict[str, str] = {
    "/api/search": "query=mô hình thu gom rác",
    "/api/ask": "question=Năm 2021 giúp bao nhiêu hộ nghèo?",
    "/api/documents": "search=báo cáo",
}
