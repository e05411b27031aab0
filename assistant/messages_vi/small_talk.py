"""What the assistant says where nothing was asked of the documents (linguistic table)."""

SMALL_TALK: dict[str, str] = {
    "greeting": "Chào đồng chí! Mời đồng chí hỏi về các văn bản trong kho, gõ có dấu hay không dấu đều được. "
    "Ví dụ: “Năm 2023 Hội giúp bao nhiêu hộ thoát nghèo?”",
    "thanks": "Không có gì ạ. Đồng chí cần tra cứu gì thêm, mời hỏi tiếp.",
    "farewell": "Chào đồng chí, hẹn gặp lại! Các câu hỏi và câu trả lời vẫn được giữ trong “Các cuộc trò chuyện”.",
    "assent": "Vâng ạ. Đồng chí cần tra cứu gì thêm, mời hỏi tiếp.",
    "who": "Đây là Trợ lý Hội, một chương trình máy tính tìm câu trả lời trong các văn bản có trong kho và chỉ rõ mỗi "
    "câu lấy từ đâu. Trợ lý không phải là người và có thể nhầm: mời đồng chí đối chiếu số liệu với văn bản gốc trước "
    "khi dùng.",
    "abilities": "Trợ lý giúp được những việc sau:\n"
    "- Hỏi đáp: hỏi bằng lời thường ngày về các văn bản trong kho; câu trả lời nào cũng kèm nguồn để mở ra xem.\n"
    "- Kho tài liệu: nhận văn bản, bảng tính, bản quét; xem, tìm theo tên và sửa thẻ văn bản.\n"
    "- Soạn báo cáo: lập bảng số liệu kèm nguồn và viết bản nháp ra Word.\n"
    "- Kiểm chứng: đối chiếu từng câu của một bản thảo với các văn bản trong kho.\n"
    "Trợ lý chỉ trả lời theo văn bản trong kho, không tra cứu trên mạng.",
    "today": "Theo đồng hồ của máy này, hôm nay là {weekday}, ngày {date}. "
    "Những việc khác trợ lý chỉ trả lời theo văn bản trong kho.",
    "store": "Kho hiện có {count} tài liệu. Mời đồng chí mở thẻ “Kho tài liệu” để xem danh sách, tìm theo tên và mở "
    "từng văn bản.",
    "more": "Mời đồng chí nói rõ muốn biết thêm điều gì về câu hỏi “{question}”: số liệu, thời gian, nơi thực hiện, "
    "năm khác… Cũng có thể bấm vào số nguồn ở câu trả lời trên để đọc cả văn bản.",
    "more_of_nothing": "Mời đồng chí nêu rõ điều cần hỏi.",
    "empty_store": "Kho hiện chưa có tài liệu nào; mời nạp tài liệu ở thẻ “Kho tài liệu” trước.",
}
"""Replies, keyed by assistant.query.small_talk.SmallTalk."""

WEEKDAYS: tuple[str, ...] = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""From Monday on."""
