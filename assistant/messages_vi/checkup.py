"""What ``doctor`` and the report of reading quality say (linguistic table)."""

DOCTOR: dict[str, str] = {
    "python": "Python {value}",
    "package": "Gói {value}",
    "package_missing": "Thiếu gói {value}; mời chạy: pip install -e .",
    "tool": "Công cụ {value}",
    "tool_missing": "Chưa cài công cụ (không bắt buộc) {value}",
    "ocr_language_missing": "Có tesseract nhưng thiếu dữ liệu tiếng Việt nên chưa đọc được bản quét; mời cài {value}, "
    "rồi chạy: python app.py reindex --retry",
    "data_folder": "Thư mục dữ liệu {value}",
    "free_space": "Ổ đĩa còn trống {value}",
    "embedding_model": "Mô hình nhúng {value} chiều",
    "language_model": "Mô hình ngôn ngữ: {value}",
    "catalogue_damaged": "Tệp catalogue.sqlite3 bị hỏng ({value}); mời khôi phục từ bản sao lưu gần nhất",
    "work_pending": "Còn việc dở dang trong kho ({value}); mời mở lại chương trình để hoàn tất",
    "index_size": "Chỉ mục thiếu hoặc thừa đoạn ({value}); mời chạy: python app.py reindex",
    "index_content": "Chỉ mục không khớp với kho ({value}); mời chạy: python app.py reindex",
    "original_missing": "Thiếu tệp gốc ({value}); mời nạp lại tệp này",
    "original_altered": "Tệp gốc đã bị thay đổi ({value}); mời nạp lại tệp này",
    "rows_orphaned": "Kho có dòng trỏ tới tài liệu không còn ({value}); mời khôi phục catalogue.sqlite3 từ bản sao lưu",
    "rows_miscounted": "Tài liệu thiếu trang hoặc đoạn ({value}); mời xóa rồi nạp lại tài liệu",
    "index_owner": "Chỉ mục xếp đoạn sai tài liệu hoặc trùng ({value}); mời chạy: python app.py reindex",
    "vector_rows": "Bản sao vectơ khác với Chroma ({value}); mời chạy: python app.py reindex",
    "vector_codes": "Mã nén của vectơ không khớp ({value}); mời chạy: python app.py reindex",
    "passage_records": "Dữ liệu xếp hạng của các đoạn không khớp văn bản ({value}); mời chạy: python app.py reindex",
    "original_orphaned": "Tệp trong originals không thuộc tài liệu nào ({value}); mời nạp lại, hoặc xóa nếu không cần",
    "leftover": "Tệp tạm còn sót lại ({value}); mời mở ứng dụng một lần để dọn, hoặc xóa tệp này",
    "file_two_outcomes": "Một tệp có hai kết quả trong cùng một lượt nạp ({value}); mời gửi nhật ký cho người quản trị",
    "file_no_outcome": "Có tệp bị ngắt giữa chừng, chưa có kết quả ({value}); mời chạy: python app.py ingest --retry",
    "quality": "Chất lượng đọc: {value}",
    "deep_agrees": "Đã đối chiếu từng dòng, không sai lệch nào: {value}",
    "chunk_text": "Nội dung đoạn không khớp với trang ({value}); mời xóa rồi nạp lại tài liệu",
    "store_agrees": "Hai chỉ mục khớp với kho (tài liệu / đoạn: {value})",
}

DEEP_CHECKED = "kho, chỉ mục từ, Chroma, tệp vectơ, tệp gốc, chữ của từng đoạn, kết quả của từng tệp đã nạp"
"""What ``doctor --deep`` compared."""

QUALITY: dict[str, str] = {
    "good": "đọc tốt",
    "empty_pages": "trang không có chữ: {pages}",
    "garbled": "{share}% chữ nằm trong đoạn bị hỏng",
    "ocr": "{pages} trang nhận dạng từ ảnh, độ chắc {confidence}%",
    "encoding": "bảng mã {encoding} (độ chắc {confidence}%)",
    "ocr_sum": ", {pages} trang nhận dạng từ ảnh (độ chắc {confidence}%)",
    "summary": "{documents} tài liệu, {doubtful} cần xem lại; {pages} trang, {empty} trang không có chữ,"
    " {garbled}% chữ nằm trong đoạn bị hỏng{ocr}.",
}
"""How well documents were read."""

QUALITY_SUMS = "{documents} tài liệu, {doubtful} cần xem lại, {empty} trang không có chữ, {garbled} chữ bị hỏng"
