"""What the application, documents and their properties are called wherever people read of them (linguistic table)."""

from ingest.documents import Flag

APP_NAME = "Trợ lý Hội"

AI_NOTICE = "Trợ lý AI – cần kiểm tra lại số liệu trước khi dùng."

REFUSAL_SENTENCE = "Không tìm thấy thông tin này trong các văn bản hiện có."

CITED: dict[str, str] = {
    "numbered": "{type} số {number}",
    "dated": " ngày {date}",
    "document": "Văn bản",
    "section": "mục {section}",
    "replaced": "đã có văn bản thay thế",
}
"""How a document and a place in it are named in a citation."""

REPLACED_HOW: dict[str, str] = {
    "replaces": "được thay thế bằng",
    "repeals": "bị bãi bỏ bởi",
    "newer_copy": "có bản cùng số hiệu, ngày mới hơn là",
}

FLAG_LABELS: dict[Flag, str] = {
    Flag.GARBLED: "hỏng chữ",
    Flag.SAMPLE: "tài liệu mẫu",
    Flag.OCR: "đọc từ ảnh quét",
    Flag.LOW_CONFIDENCE: "ảnh mờ, có thể sai chữ",
    Flag.UNREAD_PAGES: "còn trang chưa đọc được",
    Flag.INTERNAL: "lưu hành nội bộ",
    Flag.MASKED: "đã che thông tin cá nhân",
    Flag.INSTRUCTION_LIKE: "có câu giống lệnh cho máy",
}

IDENTIFIER_LABELS: dict[str, str] = {
    "national_id": "số CCCD, CMND",
    "passport": "số hộ chiếu",
    "phone": "số điện thoại",
    "email": "thư điện tử",
    "bank_account": "số tài khoản",
    "insurance": "số bảo hiểm",
    "tax_code": "mã số thuế",
    "birth_date": "ngày, năm sinh",
    "plate": "biển số xe",
    "address": "địa chỉ nhà",
    "trait": "dân tộc, tôn giáo, sức khỏe",
    "name": "tên trẻ em, nạn nhân",
}
"""Kinds of covered identifiers, keyed by ingest.sensitive.identifiers.Identifier."""

KINDS: dict[str, str] = {
    "pdf": "tệp PDF",
    "docx": "tệp Word (.docx)",
    "xlsx": "bảng tính Excel (.xlsx)",
    "pptx": "trình chiếu PowerPoint (.pptx)",
    "doc": "tệp Word đời cũ (.doc)",
    "xls": "bảng tính Excel đời cũ (.xls)",
    "ppt": "trình chiếu PowerPoint đời cũ (.ppt)",
    "ole2": "tệp Office đời cũ",
    "rtf": "tệp RTF",
    "html": "trang web (.html)",
    "zip": "tệp nén ZIP",
    "broken-zip": "tệp nén ZIP bị hỏng",
    "txt": "văn bản thường (.txt)",
    "csv": "bảng dạng chữ (.csv)",
    "eml": "thư điện tử (.eml)",
    "msg": "thư Outlook (.msg)",
    "mhtml": "trang web lưu kèm ảnh (.mhtml)",
}
"""Words for the ``detected`` kind of a file; others (png, jpeg, …) are known by their names."""
