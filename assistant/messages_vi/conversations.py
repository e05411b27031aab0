"""Words around answers that leave the screen: chats of other programs, exports, feedback (linguistic table)."""

CHAT_MESSAGE: dict[str, str] = {
    "doubt": "Lưu ý: {warning}",
    "sources": "Nguồn:",
    "nearest": "Văn bản gần nhất:",
    "withdrawn": "\n\n(Phần trên được rút lại vì mô hình ngôn ngữ gặp lỗi; câu trả lời thay thế ở dưới.)\n\n",
}
"""Words around an answer that is one message of a chat."""

EXPORTED: dict[str, str] = {
    "held": "Cuộc trò chuyện với Trợ lý Hội, bắt đầu lúc {when}.",
    "references": "Tài liệu tham khảo",
    "nearest": "Văn bản gần nhất:",
    "completed": "Câu hỏi được hiểu là: {question}",
    "filters": "Chỉ tìm trong: {filters}",
    "doubt": "Câu chưa khớp với nguồn: “{sentence}” ({reasons}).",
}
"""Words around an exported conversation."""

FEEDBACK_REASONS: dict[str, str] = {
    "wrong_figure": "Số liệu chưa đúng",
    "wrong_source": "Nguồn không đúng",
    "incomplete": "Còn thiếu ý",
    "off_topic": "Không đúng điều cần hỏi",
    "false_refusal": "Văn bản có nêu nhưng trợ lý không tìm thấy",
    "other": "Lý do khác",
}
"""Why an answer was not good, keyed by assistant.conversations.records.FeedbackReason."""
