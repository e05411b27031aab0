"""Fixed Vietnamese words of an exported report, and the names of its styles in Word (linguistic table)."""

DRAFT_MARK = "DỰ THẢO do trợ lý AI tạo"
"""In the header of every page and in the file's properties, until a person with authority has approved the paper."""
DRAFT_PROPERTY = "Dự thảo AI"
MISSING = "[CẦN BỔ SUNG]"
MISSING_OPENING = "[CẦN BỔ SUNG"
NOT_SOURCED = "[chưa có nguồn]"
OPEN_SOURCE = "Mở nguồn"
APPENDIX = "Phụ lục {number}"
ENCLOSED = "(Kèm theo {type} {number} {date} của {unit})"
ENCLOSED_PLAIN = "(Kèm theo {type} của {unit})"
INDICATORS = "Biểu số liệu các chỉ tiêu"
SOURCES = "Phụ lục nguồn số liệu"
INDICATOR_COLUMNS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch hoặc tổng số", "Kết quả", "Tỷ lệ (%)")
SOURCE_COLUMNS = ("Số", "Nguồn", "Trích nguyên văn")
DAY = "ngày {day} tháng {month} năm {year}"
STYLE_NAMES = {
    "Body": "Hội - Nội dung",
    "Basis": "Hội - Căn cứ",
    "DocType": "Hội - Tên loại",
    "Abstract": "Hội - Trích yếu",
    "LetterAbstract": "Hội - Trích yếu công văn",
    "Addressees": "Hội - Kính gửi",
    "Letterhead": "Hội - Khối đầu trang",
    "Rule": "Hội - Nét kẻ",
    "RecipientsLabel": "Hội - Nơi nhận",
    "Recipients": "Hội - Danh sách nơi nhận",
    "Authority": "Hội - Quyền hạn ký",
    "Position": "Hội - Chức vụ ký",
    "Signer": "Hội - Người ký",
    "PageNumber": "Hội - Số trang",
    "DraftMark": "Hội - Dấu dự thảo",
    "AppendixLabel": "Hội - Phụ lục",
    "AppendixTitle": "Hội - Tên phụ lục",
    "AppendixNote": "Hội - Dòng kèm theo",
    "TableText": "Hội - Chữ trong bảng",
    "TableHead": "Hội - Đầu bảng",
    "TableNumber": "Hội - Số trong bảng",
}
TEMPLATE_PROBLEMS = {
    "unknown": "Không có ô điền tên “{{{{{name}}}}}” ({where}); đã để nguyên.",
    "broken": "Ô điền viết dở “{name}” ({where}): thiếu {{{{ hoặc }}}}; đã để nguyên.",
    "no_section": "Báo cáo không có mục mà ô “{{{{{name}}}}}” hỏi ({where}); đã để nguyên.",
    "empty": "Chưa có gì để điền vào “{{{{{name}}}}}” ({where}).",
    "not_here": "“{{{{{name}}}}}” ({where}) chỉ điền được trong thân văn bản; đã để nguyên.",
    "left_out": "Mẫu không có chỗ cho mục “{name}” của báo cáo; mời thêm {{{{noi_dung}}}} vào mẫu.",
}
"""Keyed by assistant.reports.word.template_problems.TemplateFault."""
TEMPLATE_PLACES = {
    "body": "đoạn {paragraph}: “{text}”",
    "table": "bảng {table}, dòng {row}, ô {cell}: “{text}”",
    "textbox": "khung chữ: “{text}”",
    "header": "đầu trang: “{text}”",
    "footer": "chân trang: “{text}”",
    "footnotes": "chú thích cuối trang: “{text}”",
    "endnotes": "chú thích cuối bài: “{text}”",
}
