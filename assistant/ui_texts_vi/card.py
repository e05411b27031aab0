"""Words of a document's identity card (linguistic table)."""

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
