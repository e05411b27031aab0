"""Every Vietnamese text of the tab "Soạn báo cáo" (linguistic table)."""

TAB = "Soạn báo cáo"
NOTICE = (
    "Bản nháp do trợ lý AI tạo. Mọi số liệu phải được đối chiếu với nguồn trước khi dùng; người ký chịu trách nhiệm."
)
OPENING = "Đang mở phần soạn báo cáo…"
STEPS: dict[str, str] = {"ask": "Chọn báo cáo", "facts": "Số liệu", "text": "Bản nháp", "export": "Xuất Word"}
STEPS_LABEL = "Các bước soạn báo cáo"
SAVED = "Đã lưu lúc {when}"
UNDO = "Hoàn tác"
REDO = "Làm lại"
HOME = "Các bản nháp"
NEXT_TEXT = "Sang bước 3: bản nháp"
NEXT_EXPORT = "Sang bước 4: xuất Word"

# --- bước 1 ---
ASK_TITLE = "Soạn báo cáo mới"
ASK_TEXT = "Chọn loại, đơn vị và kỳ; trợ lý tìm số liệu trong kho, mỗi số liệu kèm nguồn để chọn trước khi viết."
TEMPLATE = "Loại văn bản"
UNIT = "Đơn vị"
UNIT_PLACEHOLDER = "Ví dụ: Hội LHPN tỉnh Thanh Hóa"
UNIT_HINT = "Gõ tên, không dấu cũng được; các tên có trong kho được gợi ý."
PERIOD_KIND = "Kỳ"
YEAR = "Năm"
YEAR_TO = "Đến năm"
PERIOD_KINDS: dict[str, str] = {
    "": "Cả năm",
    "H1": "6 tháng đầu năm",
    "H2": "6 tháng cuối năm",
    "9T": "9 tháng đầu năm",
    "Q1": "Quý I",
    "Q2": "Quý II",
    "Q3": "Quý III",
    "Q4": "Quý IV",
    **{f"{month:02d}": f"Tháng {month}" for month in range(1, 13)},
    "range": "Nhiều năm (giai đoạn, nhiệm kỳ)",
}
PROFILE = "Thể thức"
SCOPE = "Chỉ về (không bắt buộc)"
SCOPE_PLACEHOLDER = "Ví dụ: Đề án 939"
BEGIN = "Tìm số liệu"
NO_UNIT = "Mời nhập tên đơn vị cần báo cáo."
BAD_YEAR = "Năm “{year}” chưa đúng. Mời nhập năm có bốn chữ số, ví dụ 2023."
BAD_YEARS = "Giai đoạn từ năm {first} đến năm {last} chưa đúng. Năm đầu phải trước năm cuối."
DRAFT_TITLE = "{template}: {unit}, {period}"
TEMPLATE_PROBLEM = "{path}, dòng {line}: {problem}"
TEMPLATE_PROBLEMS = "Đề cương của đơn vị có chỗ chưa dùng được:"

DRAFTS = "Bản nháp đã lưu"
DRAFTS_EMPTY = "Chưa có bản nháp nào. Bản nháp được tự lưu ở đây, hôm sau mở lại soạn tiếp."
DRAFTS_MORE = "Chỉ hiện {count} bản sửa gần nhất."
DRAFT_DETAILS = "{stage} · sửa lúc {when}"
STAGES: dict[str, str] = {"asked": "chưa tìm số liệu", "facts": "đang chọn số liệu", "text": "đã có bản nháp"}
OPEN = "Mở"
RENAME = "Đổi tên"
SAVE_TITLE = "Lưu tên"
TITLE = "Tên bản nháp"
DELETE = "Xóa"
DELETED = "Đã xóa bản nháp “{title}”."
RESTORED = "Đã khôi phục bản nháp “{title}”."
RENAMED = "Đã đổi tên thành “{title}”."

# --- việc chạy lâu ---
WORKING: dict[str, str] = {
    "gather": "Đang tìm số liệu trong kho…",
    "compose": "Đang viết bản nháp…",
    "section": "Đang viết lại mục “{title}”…",
}
WORKING_PART: dict[str, str] = {
    "reading": "Đọc tài liệu {done}/{total}: {title}",
    "placing": "Mục {done}/{total}: {title}",
    "writing": "Mục {done}/{total}: {title}",
}
WORKING_GOES_ON = "Có thể rời trang này; việc vẫn tiếp tục và kết quả được lưu vào bản nháp."
WORKING_ALREADY = "Bản nháp này đang được xử lý; mời chờ xong rồi sửa tiếp."
INTERRUPTED = "Việc tìm số liệu trước đó đã bị ngắt. Mời bấm để tìm lại."
FAILED = "Chưa làm xong được: {problem}"
GATHER_AGAIN = "Tìm lại số liệu"
GATHER_AGAIN_TEXT = "Dùng khi kho vừa có thêm tài liệu; lựa chọn, số liệu tự thêm và câu chữ đã soạn vẫn giữ."
COMPOSED_BY: dict[str, str] = {
    "extractive": "Câu văn ghép từ nguyên văn các nguồn, không dùng mô hình ngôn ngữ.",
    "model": "Câu văn do mô hình ngôn ngữ viết từ các số liệu đã chọn, từng câu đã đối chiếu với nguồn.",
}

# --- bước 2 ---
FACTS_TITLE = "Số liệu tìm được"
FACTS_COUNT = "Đã chọn {ticked}/{total} mục. Bỏ chọn những gì không đưa vào báo cáo; chỉ mục được chọn mới được viết."
FACTS_NONE = "Kho chưa có số liệu nào khớp đơn vị và kỳ này."
FACTS_NONE_NEXT = (
    "Vẫn có thể soạn: mọi chỉ tiêu sẽ thành chỗ [CẦN BỔ SUNG]; hoặc nạp thêm tài liệu ở tab Kho tài liệu rồi tìm lại."
)
NEAREST_UNITS = "Đơn vị gần với tên này có trong kho:"
YEARS_IN_STORE = "Các năm có tài liệu trong kho: {years}."
EXCEL = "Tải bảng số liệu (Excel)"
COMPOSE = "Soạn bản nháp"
COMPOSE_AGAIN = "Soạn lại cả bản nháp"
COMPOSE_AGAIN_TEXT = "Soạn lại sẽ thay mọi câu đã sửa bằng câu mới; bản hiện tại vẫn giữ trong các phiên bản."
TICK_ALL = "Chọn hết"
TICK_NONE = "Bỏ hết"
USE = "Dùng mục này"
COLUMN_VALUE = "Giá trị"
COLUMN_WHAT = "Nội dung"
COLUMN_WHERE = "Kỳ, nơi"
COLUMN_SOURCE = "Nguồn"
COLUMN_EDIT = "Sửa"
EDIT = "Sửa"
ADD_FACT = "Thêm số liệu"
REMOVE_FACT = "Bỏ mục này"
PLAN = "kế hoạch {plan}"
RATE = "đạt {rate}%"
APPROXIMATE = "số ước lượng"
CUMULATIVE = "lũy kế"
TARGET = "chỉ tiêu phấn đấu"
INFERRED_PERIOD = "cần kiểm tra kỳ"
AFTER_OUTLOOK = "cần kiểm tra: kết quả hay dự kiến"
AFTER_OUTLOOK_WHY = "Câu trước nói về việc sắp làm và câu này không ghi là đã làm. Mời mở nguồn kiểm tra rồi chọn."
INFERRED_PERIOD_WHY = "Văn bản không ghi rõ kỳ; kỳ được suy ra từ ngày và lời văn. Mời mở nguồn kiểm tra rồi chọn."
BY_PERSON = "người nhập, chưa có nguồn"
CHANGED_BY_PERSON = "người sửa, khác nguồn"
SAME_ELSEWHERE = "{count} nguồn khác cũng ghi như vậy"
CONFLICTS = "Số liệu các nguồn ghi khác nhau"
CONFLICTS_HINT = "Mời chọn số liệu đúng cho từng nội dung; số liệu không chọn không vào báo cáo."
USE_THIS = "Dùng số này"
USED = "Đang dùng"
NO_DATE = "không ghi ngày"
MISSING = "Chỉ tiêu chưa có số liệu"
MISSING_HINT = "Những chỗ này sẽ hiện [CẦN BỔ SUNG] trong bản nháp, trợ lý không tự điền."
FACT_FORM = "Sửa số liệu"
FACT_FORM_NEW = "Thêm số liệu (chưa có nguồn trong kho)"
FACT_FIELDS: dict[str, str] = {
    "value": "Giá trị",
    "unit_of_measure": "Đơn vị tính",
    "label": "Chỉ tiêu, nội dung",
    "period": "Kỳ",
    "place": "Nơi",
    "statement": "Câu diễn đạt",
}
FACT_HINT = "Số đã sửa khác với nguồn được đánh dấu “người sửa” trong bản nháp và trong tệp Word."
SAVE_FACT = "Lưu số liệu"
NO_VALUE = "Mời nhập giá trị hoặc câu diễn đạt của số liệu."
OUTSIDE_OUTLINE = "Nội dung khác"

# --- bước 3 ---
TEXT_HINT = "Bấm vào một câu để sửa, chuyển chỗ hoặc xem nguồn; bấm số như [1] để mở đúng chỗ trong văn bản gốc."
TEXT_GAPS = "Còn {count} chỗ [CẦN BỔ SUNG]."
TEXT_PERSON = "Có {count} câu do người viết hoặc sửa mà nguồn không xác nhận."
TEXT_DISPUTED = "Có {count} nội dung mà các số liệu khác nhau cùng được chọn; mời quay lại bước 2 chọn một số."
PERSON_MARK = "chưa có nguồn"
PERSON_WHY = "Câu do người viết hoặc sửa; các nguồn không xác nhận."
SUPPORTED_WHY = "Số liệu và nội dung câu này khớp với nguồn."
FRAME_WHY = "Câu khung của đề cương, không nêu số liệu."
MISSING_WHY = "Chưa có số liệu; mời bổ sung hoặc xóa câu."
UNSETTLED = "Số liệu của mục này đã thay đổi sau khi viết."
SECTION_EMPTY = "(Mục này chưa có nội dung.)"
SECTION_UP = "Chuyển mục lên: {title}"
SECTION_DOWN = "Chuyển mục xuống: {title}"
SECTION_AGAIN = "Viết lại mục"
SECTION_AGAIN_LABEL = "Viết lại mục: {title}"
SECTION_TITLE = "Sửa tên mục: {title}"
ADD_PARAGRAPH = "Thêm đoạn"
ADD_PARAGRAPH_LABEL = "Thêm đoạn vào mục: {title}"
GUIDANCE = "Gợi ý: {text}"
EDIT_TITLE = "Sửa trích yếu"
SENTENCE_FORM: dict[str, str] = {
    "sentence": "Sửa câu",
    "after": "Thêm câu sau câu đang chọn",
    "paragraph": "Thêm đoạn vào mục",
    "heading": "Sửa tên mục",
    "title": "Sửa trích yếu",
}
SENTENCE_SAVE = "Lưu"
SENTENCE_UP = "Lên"
SENTENCE_DOWN = "Xuống"
SENTENCE_AFTER = "Thêm câu"
SENTENCE_REMOVE = "Xóa câu"
CLOSE = "Đóng"
SENTENCE_SOURCES = "Nguồn:"
FORMER_SOURCES = "Nguồn trước khi sửa:"
ROWS = "Biểu số liệu các chỉ tiêu"
ROW_COLUMNS = ("Chỉ tiêu", "Đơn vị tính", "Kế hoạch hoặc tổng số", "Kết quả", "Tỷ lệ")
LEFT_OUT = "Đã bỏ {count} câu chỉ dựa vào số liệu vừa bỏ chọn. Có thể Hoàn tác."
VERSIONS = "Các phiên bản"
VERSION_USE = "Dùng lại bản này"
VERSION_NOW = "đang dùng"
VERSION_RESTORED = "Đã dùng lại phiên bản cũ; bấm Hoàn tác để quay về."
CHANGES: dict[str, str] = {
    "begin": "Bắt đầu",
    "gather": "Tìm số liệu",
    "compose": "Soạn bản nháp",
    "section": "Viết lại một mục",
    "rewrite": "Sửa câu",
    "after": "Thêm câu",
    "paragraph": "Thêm đoạn",
    "remove": "Xóa câu",
    "move": "Chuyển chỗ",
    "heading": "Sửa tên mục",
    "title": "Sửa trích yếu",
    "head": "Sửa thông tin trình bày",
    "tick": "Chọn, bỏ số liệu",
    "choose": "Chọn số liệu giữa các nguồn",
    "fact": "Sửa số liệu",
    "restore": "Dùng lại bản cũ",
}
CHANGE_OTHER = "Thay đổi khác"

# --- bước 4 ---
EXPORT_TITLE = "Xuất ra Word"
EXPORT_NOTES = "Ghi nguồn số liệu"
NOTES: dict[str, str] = {
    "footnotes": "Chú thích cuối trang",
    "endnotes": "Chú thích cuối văn bản",
    "appendix": "Phụ lục nguồn số liệu",
}
EXPORT_FORM = "Mẫu trình bày"
EXPORT_PROFILE = "Theo thể thức {profile}"
EXPORT_UPLOAD = "Dùng mẫu Word (.docx) của cơ quan"
EXPORT_UPLOAD_HINT = "Tệp .docx có các chỗ điền như {placeholder}; định dạng của tệp được giữ nguyên."
EXPORT_UPLOADED = "Đã nhận mẫu “{name}”."
EXPORT_NOT_DOCX = "Tệp “{name}” không phải tệp Word .docx. Mời chọn tệp khác."
EXPORT_TOO_LARGE = "Tệp “{name}” lớn hơn {limit} MB. Mời chọn tệp nhỏ hơn."
EXPORT_FORM_PROBLEMS = "Mẫu của cơ quan có chỗ chưa điền được; phần còn lại vẫn được điền:"
EXPORT_FORM_FORGET = "Xóa mẫu này"
EXPORT_DOWNLOAD = "Tải tệp Word"
EXPORT_MARK = "Tệp có dòng “DỰ THẢO do trợ lý AI tạo” ở đầu trang và trong thuộc tính tệp."
EXPORT_FAILED = "Chưa xuất được tệp Word: {problem}"
EXPORT_HEAD = "Thông tin trình bày (máy không tự điền số, ngày, người ký)"
EXPORT_HEAD_SAVE = "Lưu thông tin"
HEAD_FIELDS: dict[str, str] = {
    "parent": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "number": "Số văn bản",
    "place": "Địa danh",
    "date": "Ngày ký",
    "position": "Chức vụ người ký",
    "signer": "Họ tên người ký",
}
HEAD_PREVIEW = "Đầu và cuối văn bản sẽ in như sau"
HEAD_OPEN = "Còn để trống khi in: {fields}. Có thể điền ở các ô bên cạnh, hoặc điền tay sau."
HEAD_FILLED = "Số, ngày ký và họ tên người ký đã điền đủ."
HEAD_PLAIN = "Bài phát biểu không có số, nơi nhận và chữ ký."
HEAD_OFFICE_FORM = "Đang chọn mẫu Word của đơn vị: phần đầu và cuối lấy theo mẫu đó."
RECIPIENTS_LABEL = "Nơi nhận:"
HEAD_BLANK = "Để trống khi in"
HEAD_PRINTED = "Sẽ in: {text}"
SIGNER_BLANK = "(chữ ký, họ tên)"
ADDRESSEES = "Kính gửi (mỗi dòng một nơi)"
RECIPIENTS = "Nơi nhận (mỗi dòng một nơi)"
EXPORT_READY = "Trước khi tải:"
EXPORT_CLEAN = "Không còn chỗ [CẦN BỔ SUNG]; mọi câu nêu số liệu đều có nguồn."

BROWSER: dict[str, str] = {
    "failed": "Chưa gửi được thay đổi. Mời kiểm tra xem chương trình còn chạy không, rồi thử lại.",
    "saving": "Đang lưu…",
    "sources": SENTENCE_SOURCES,
    "former": FORMER_SOURCES,
    "newFact": FACT_FORM_NEW,
    "editFact": FACT_FORM,
    **{f"form_{name}": text for name, text in SENTENCE_FORM.items()},
}
"""Sentences the tab's own script shows."""
