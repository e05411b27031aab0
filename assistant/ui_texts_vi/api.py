"""Words of the API's documentation (linguistic table)."""

API_TITLE = "API của Trợ lý Hội"
API_INTRODUCTION = (
    "Các chương trình khác trên máy này có thể tìm, hỏi và nạp tài liệu qua những địa chỉ dưới đây; mọi câu trả lời "
    "kèm trích dẫn như trên màn hình. Mô tả cho máy đọc:"
)
API_RULES: tuple[str, ...] = (
    "Chỉ nhận yêu cầu từ chính máy này. Trang web khác mở trong trình duyệt không gọi được.",
    "Yêu cầu có nội dung gửi bằng <code>Content-Type: application/json</code>; gửi tệp hoặc không có nội dung thì thêm "
    "<code>X-Requested-With</code>.",
    "Lỗi là JSON: <code>{&quot;error&quot;: {&quot;code&quot;, &quot;message&quot;, &quot;hint&quot;}}</code>; dưới "
    "<code>/v1</code> theo dạng của OpenAI.",
    "Hỏi với <code>stream</code>: các sự kiện <code>delta</code> (phần chữ mới), <code>discarded</code> (bỏ phần đã "
    "nhận), cuối cùng là <code>answer</code> (cả câu trả lời) hoặc <code>error</code>.",
    "Soạn báo cáo với <code>stream</code>: mỗi tài liệu được đọc, mỗi mục được tìm số liệu hoặc được viết là một sự "
    "kiện <code>progress</code> (<code>work</code> là reading, placing, writing; <code>done</code>, "
    "<code>total</code>, <code>title</code>), cuối cùng là <code>draft</code> (cả bản nháp) hoặc <code>error</code>. "
    "Ngắt kết nối thì việc soạn dừng lại.",
    "Công cụ dùng giao thức OpenAI: đặt địa chỉ <code>http://127.0.0.1:7860/v1</code>, mô hình "
    "<code>tro-ly-hoi</code>, khóa bất kỳ.",
)
API_COLUMNS: tuple[str, ...] = ("Trường", "Kiểu", "Ý nghĩa")
API_REQUIRED = "bắt buộc"
API_DEFAULT = "(mặc định {value})"
API_LIMITS: dict[str, str] = {
    "minimum": "từ {value}",
    "maximum": "đến {value}",
    "maxLength": "tối đa {value} ký tự",
    "maxItems": "tối đa {value} mục",
}
API_TAGS: dict[str, str] = {
    "search": "Tìm kiếm",
    "ask": "Hỏi đáp",
    "documents": "Kho tài liệu",
    "draft": "Soạn báo cáo",
    "openai": "Giao thức OpenAI",
}
API_SUMMARIES: dict[str, str] = {
    "search": "Các đoạn văn bản gần câu hỏi nhất",
    "ask": "Câu trả lời có trích dẫn",
    "documents": "Danh sách tài liệu kèm thẻ văn bản",
    "upload": "Nạp tệp, kết quả theo từng tệp",
    "document": "Một tài liệu kèm thẻ văn bản",
    "text": "Nội dung đã lưu, từng trang",
    "remove": "Đưa tài liệu ra khỏi tìm kiếm",
    "restore": "Khôi phục tài liệu đã xóa",
    "templates": "Các đề cương báo cáo",
    "draft": "Soạn báo cáo: số liệu kèm nguồn, chỗ còn thiếu, địa chỉ tệp Word",
    "models": "Danh sách mô hình",
    "model": "Một mô hình",
    "chat": "Hội thoại theo giao thức OpenAI",
}
API_FIELDS: dict[str, str] = {
    "question": "Câu hỏi, có dấu hoặc không dấu.",
    "year_from": "Từ năm.",
    "year_to": "Đến năm.",
    "units": "Chỉ trong văn bản của các đơn vị này.",
    "types": "Chỉ trong các loại văn bản này.",
    "collections": "Chỉ trong các bộ tài liệu này.",
    "document_ids": "Chỉ trong các tài liệu này.",
    "ignore": "Những điều đã hiểu nhưng cần bỏ, dạng loại:chữ như trong understood, ví dụ year:2021.",
    "top_k": "Số kết quả.",
    "stream": "Nhận dần bằng server-sent events.",
    "history": "Các lượt hỏi đáp trước, để hiểu câu hỏi tiếp.",
    "files": "Một hoặc nhiều tệp.",
    "collection": "Tên bộ tài liệu.",
    "search": "Từ trong tên tệp hoặc tiêu đề.",
    "removed": "Kể cả tài liệu đã xóa.",
    "limit": "Số tài liệu một lượt.",
    "offset": "Bỏ qua số tài liệu này.",
    "template": "Mã đề cương, xem /api/draft/templates.",
    "unit": "Đơn vị báo cáo, ví dụ Hội LHPN tỉnh Thanh Hóa.",
    "period": "Kỳ: 2020; 6 tháng đầu năm 2023; quý II/2023; 2016-2021.",
    "profile": "Thể thức tệp Word: HOI, ND30, MTTQ, DANG.",
    "scope": "Chỉ về một đề án, chương trình.",
}
API_EXAMPLES: dict[str, str] = {
    "/api/search": '{"query": "mô hình thu gom rác", "top_k": 5}',
    "/api/ask": '{"question": "Năm 2021 giúp bao nhiêu hộ nghèo?", "stream": false}',
    "/api/draft": '{"template": "tong-ket-nam", "unit": "Hội LHPN tỉnh Thanh Hóa", "period": "2020", "stream": false}',
    "/v1/chat/completions": '{"model": "tro-ly-hoi", "messages": [{"role": "user", "content": "Ai là Chủ tịch Hội?"}]}',
}
API_QUERIES: dict[str, str] = {
    "/api/search": "query=mô hình thu gom rác",
    "/api/ask": "question=Năm 2021 giúp bao nhiêu hộ nghèo?",
    "/api/documents": "search=báo cáo",
}
