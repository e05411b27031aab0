"""Words of the Excel list of a checked draft (linguistic table)."""

SHEET_TITLE = "Kiểm chứng"
SHEET_COLUMNS = (
    "Số",
    "Câu trong bản nháp",
    "Loại",
    "Kết luận",
    "Bản nháp ↔ Nguồn",
    "Ghi chú",
    "Căn cứ",
    "Trích nguyên văn",
    "Quyết định",
)
