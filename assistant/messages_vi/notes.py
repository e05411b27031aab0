"""What a reader of a document or of an answer should know, keyed by code (linguistic table)."""

from assistant.model import WarningCode

NOTES: dict[str, str] = {
    "read_as": "Tên tệp có đuôi “{extension}” nhưng nội dung là {detected}; đã đọc theo nội dung.",
    "sheet_cut": "Trang tính “{sheet}” quá dài: chỉ đọc {rows} trong {total} dòng.",
    "hidden_sheets": "Không đọc trang tính đang ẩn: {sheets}.",
    "formulas_without_values": "Trang tính “{sheet}” có {count} ô công thức chưa có kết quả nên để trống; "
    "mời mở tệp bằng Excel, lưu lại rồi nạp lại.",
    "stamp_unchecked": "Đầu trang có hình chưa đọc được chữ nên chưa soát được dấu chỉ độ mật.",
}
"""What the owner of a document should know about how it was read, by the code of the note."""

WARNINGS: dict[WarningCode, str] = {
    WarningCode.GARBLED_SOURCE: "Đoạn được trích bị hỏng chữ trong bản gốc ({source}); mời đối chiếu với bản khác.",
    WarningCode.LOW_CONFIDENCE_SOURCE: "Trang được trích đọc từ ảnh quét mờ, có thể sai chữ ({source}, tr. {page});"
    " mời đối chiếu với bản gốc.",
    WarningCode.REPLACED_SOURCE: "“{old}” đã {how} “{newer}” trong kho; mời xem văn bản mới.",
    WarningCode.UNKNOWN_UNIT: "Kho chưa có văn bản nào của “{unit}”. Đơn vị gần giống trong kho: {nearest}.",
    WarningCode.PERIOD_WITHOUT_DOCUMENTS: (
        "Kho không có số liệu của {unit} cho {period}. Các kỳ có trong kho: {periods}. Mời nạp thêm văn bản hoặc chọn "
        "kỳ khác; bản thảo chỉ có khung và các ô cần bổ sung."
    ),
    WarningCode.MERGED_PROVINCE: (
        "Từ 01/7/2025 {unit} cùng địa bàn với: {others}. Số liệu của tỉnh cũ không được cộng vào bản này."
    ),
    WarningCode.OTHER_BORDERS: (
        "Không lấy số liệu từ “{source}”: văn bản này nói về {unit} theo địa giới khác với kỳ báo cáo."
    ),
    WarningCode.AFTER_OUTLOOK: (
        "{count} số liệu đứng ngay sau câu nói về việc sắp làm và không ghi là đã làm. Các số liệu này "
        "chưa được chọn, mời mở nguồn kiểm tra rồi chọn."
    ),
    WarningCode.INFERRED_PERIOD: (
        "{count} số liệu lấy từ văn bản không ghi rõ kỳ; kỳ {period} được suy ra từ ngày và lời văn. Các số liệu này "
        "chưa được chọn, mời mở nguồn kiểm tra rồi chọn."
    ),
    WarningCode.TEMPLATE_REFUSED: (
        "Đề cương riêng {path} có lỗi ở dòng {line}: {problem}. Đã dùng đề cương có sẵn cùng tên; "
        "mời sửa tệp rồi tìm lại."
    ),
    WarningCode.CONFLICTING_FACTS: "{count} số liệu khác nhau giữa các nguồn nên chưa đưa vào bản nháp; "
    "mời chọn số đúng trong bảng số liệu.",
    WarningCode.UNKNOWN_INDICATOR: (
        "Đề cương {path}, dòng {line}: không có chỉ tiêu mã “{value}” trong từ điển chỉ tiêu; phần còn lại vẫn dùng."
    ),
    WarningCode.SECTION_FALLBACK: (
        "Mục “{section}”: bản viết của mô hình ngôn ngữ không dùng được ({problem}); đã ghép từ câu của nguồn."
    ),
    WarningCode.CONFLICTING_SOURCES: "Các văn bản nêu số liệu khác nhau: “{newer}”{newer_date} ghi {newer_value}, "
    "“{older}”{older_date} ghi {older_value}; mời đối chiếu với bản gốc.",
    WarningCode.SAMPLE_SOURCE: "Câu trả lời dựa trên tài liệu mẫu, không phải văn bản thật.",
    WarningCode.LLM_FALLBACK: "Mô hình ngôn ngữ không dùng được ({problem}); câu trả lời dưới đây trích nguyên văn.",
    WarningCode.UNKNOWN_CITATIONS: "Đã bỏ {count} trích dẫn mà mô hình tự đặt ra, không có trong tài liệu.",
    WarningCode.UNCITED_SENTENCES: "Có {count} câu mô hình viết không kèm trích dẫn; cần kiểm tra kỹ.",
    WarningCode.UNSUPPORTED_NUMBERS: "Đã bỏ {count} câu của mô hình vì có con số không nằm trong đoạn được trích dẫn.",
    WarningCode.UNSUPPORTED_SENTENCES: "Đã bỏ {count} câu của mô hình vì không có căn cứ trong tài liệu.",
    WarningCode.STRUCK_SENTENCES: "Có {count} câu của mô hình không có căn cứ trong tài liệu; các câu này bị gạch bỏ.",
    WarningCode.ANSWER_CUT: "Mô hình dừng giữa chừng vì hết độ dài cho phép; câu cuối chưa trọn đã được bỏ.",
    WarningCode.QUESTION_SHORTENED: "Câu hỏi quá dài, chỉ {kept} ký tự đầu được dùng để tìm.",
    WarningCode.REFUSAL_THRESHOLD: "Ngưỡng từ chối đang đặt là {set} (mặc định {usual}).",
    WarningCode.FOREIGN_QUESTION: "Câu hỏi không phải tiếng Việt; kết quả có thể không đầy đủ.",
}
SECTIONS_JOINT = "”; “"
"""Between names of sections inside one sentence."""
