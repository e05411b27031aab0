"""Words about originals with personal details and about files held for review (linguistic table)."""

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
