"""The sentence of every error and outcome a person can meet, keyed by code (linguistic table)."""

from assistant.messages_vi.message import Message

ERRORS: dict[str, Message] = {
    # reports
    "report_error": Message("Không soạn được báo cáo này.", "Mời kiểm tra lại loại văn bản, đơn vị và kỳ."),
    "unknown_template": Message(
        "Không có đề cương “{template}”.",
        "Các đề cương dùng được: {known}. Xem bằng lệnh: python app.py draft --list",
    ),
    "template_file": Message(
        "Tệp đề cương {path}, dòng {line}: {problem}.", "Mời sửa đúng dòng ấy rồi chạy lại; các đề cương khác vẫn dùng."
    ),
    "bad_period": Message(
        "Không hiểu kỳ báo cáo “{period}”.",
        "Mời viết một kỳ, ví dụ: 2020; 6 tháng đầu năm 2023; 9 tháng đầu năm 2023; quý II/2023; tháng 6/2023; "
        "2016-2021.",
    ),
    "unknown_section": Message("Đề cương “{template}” không có mục “{section}”.", "Mời tải lại bản thảo."),
    # reading files
    "ingest_error": Message("Không nạp được tệp này.", "Mời kiểm tra lại tệp rồi nạp lại."),
    "empty_file": Message(
        "Tệp rỗng hoặc không có chữ nào đọc được.", "Mời mở tệp bằng chương trình đã tạo ra nó để kiểm tra nội dung."
    ),
    "unsupported_format": Message(
        "Chưa đọc được định dạng “{extension}”.",
        "Nhận được: Word, Excel, PowerPoint (cũ và mới), PDF, ảnh, trang web, thư điện tử, .rtf, .csv, .txt, .md và "
        "tệp nén .zip của các loại này. Mời chuyển sang một trong các loại đó.",
    ),
    "wrong_extension": Message(
        "Tên tệp có đuôi “{extension}” nhưng nội dung là {detected}.", "Mời đổi lại đuôi tệp cho đúng rồi nạp lại."
    ),
    "file_too_large": Message(
        "Tệp nặng {size_mb} MB, vượt mức cho phép {limit_mb} MB.", "Mời tách thành nhiều tệp nhỏ hơn."
    ),
    "not_text": Message(
        "Nội dung không phải văn bản đọc được (có thể là tệp nhị phân hoặc bảng mã cũ chưa hỗ trợ).",
        "Mời mở tệp bằng Word hoặc Notepad, lưu lại dạng Unicode (UTF-8) rồi nạp lại.",
    ),
    "unreadable_file": Message("Không mở được tệp: {problem}.", "Mời kiểm tra đường dẫn và quyền đọc tệp."),
    "damaged_file": Message(
        "Tệp bị hỏng hoặc sai cấu trúc nên không đọc được (mã lỗi: {problem}).",
        "Mời mở tệp bằng chương trình gốc, lưu lại bản mới rồi nạp lại.",
    ),
    "encrypted_pdf": Message(
        "Tệp PDF có mật khẩu nên không đọc được.", "Mời lưu một bản không đặt mật khẩu rồi nạp lại."
    ),
    "encrypted_file": Message("Tệp có mật khẩu nên không đọc được.", "Mời lưu một bản không đặt mật khẩu rồi nạp lại."),
    "no_pages": Message("Tệp PDF không có trang nào.", "Mời xuất lại tệp PDF từ chương trình gốc."),
    "no_text_layer": Message(
        "Tệp có {pages} trang nhưng không trang nào có chữ, kể cả sau khi nhận dạng chữ từ ảnh.",
        "Mời mở tệp để kiểm tra; nếu là bản chụp quá mờ, mời quét lại ở 300 dpi.",
    ),
    "ocr_missing": Message(
        "Tệp chỉ có ảnh quét ({pages} trang), mà máy này chưa cài chương trình nhận dạng chữ Tesseract kèm tiếng Việt.",
        "Mời cài rồi nạp lại tệp. Windows: winget install UB-Mannheim.TesseractOCR (khi cài, đánh dấu Vietnamese trong "
        "“Additional language data”). Debian, Ubuntu: sudo apt-get install tesseract-ocr tesseract-ocr-vie",
    ),
    "ocr_failed": Message(
        "Không nhận dạng được chữ trên ảnh quét của tệp ({pages} trang): {problem}.",
        "Mời nạp lại khi máy rảnh; nếu vẫn lỗi, mời quét lại ở 300 dpi hoặc dùng bản Word.",
    ),
    "nothing_readable": Message(
        "Đã xem {refused} phần của tệp mà không phần nào đọc được nên dừng lại.",
        "Mời kiểm tra xem tệp có đúng định dạng như tên của nó không.",
    ),
    "too_many_pages": Message(
        "Tệp có {pages} trang, vượt mức cho phép {limit} trang.", "Mời tách thành nhiều tệp nhỏ hơn rồi nạp lại."
    ),
    "reading_too_long": Message(
        "Đọc tệp quá lâu ({seconds} giây) mà không xong nên đã dừng; các tệp khác vẫn được nạp.",
        "Mời lưu lại bản mới bằng chương trình gốc hoặc tách nhỏ rồi nạp lại; nếu máy đang bận, mời nạp lại sau.",
    ),
    "reading_memory": Message(
        "Đọc tệp này cần quá nhiều bộ nhớ (hơn {limit_mb} MB) nên đã dừng; các tệp khác vẫn được nạp.",
        "Mời tách tệp thành nhiều tệp nhỏ hơn, hoặc lưu lại bản mới bằng chương trình gốc rồi nạp lại.",
    ),
    "reading_crashed": Message(
        "Tệp làm chương trình đọc dừng đột ngột ({problem}); các tệp khác vẫn được nạp.",
        "Mời mở tệp bằng chương trình gốc, lưu lại bản mới rồi nạp lại.",
    ),
    "reader_unavailable": Message(
        "Máy không cho khởi động chương trình đọc tệp ({problem}).",
        "Mời kiểm tra phần mềm diệt vi-rút và bộ nhớ còn trống của máy rồi nạp lại.",
    ),
    "state_secret": Message(
        "Tài liệu có dấu chỉ độ mật “{mark}” (trang {page}) nên không được nạp; chương trình không giữ nội dung nào, "
        "chỉ ghi lại dấu vết để nhận ra tệp này và lý do.",
        "Máy tính có nối mạng không được lưu tài liệu bí mật nhà nước: mời chuyển tệp này khỏi máy theo đúng quy định.",
    ),
    "original_not_kept": Message(
        "Đã nạp phần chữ không mật của tệp. Tệp gốc không được giữ lại, vì bên trong có tài liệu mang dấu chỉ độ mật "
        "hoặc cần người xem lại.",
        "Trích dẫn mở được phần chữ, không mở được bản gốc. Tệp trên máy vẫn còn: mời xử lý theo đúng quy định.",
    ),
    "needs_review": Message(
        "Tạm giữ, chưa nạp: trang {page} có dòng “{mark}” có thể là dấu chỉ độ mật. Chương trình không giữ lại tệp.",
        "Mời xem lại văn bản. Nếu chắc chắn không phải tài liệu mật: bấm “Xác nhận không mật” rồi tải lại tệp, "
        "hoặc chạy: python app.py ingest --accept-review TỆP",
    ),
    "invalid_record": Message(
        "Dòng {line} của tệp .jsonl không hợp lệ: {problem}.",
        "Mỗi dòng phải là một đối tượng JSON có id, title, text; các dòng khác vẫn được nạp.",
    ),
    "archive_limit": Message(
        "Tệp nằm trong tệp nén hoặc thư này vượt giới hạn ({problem}: {limit}).",
        "Mời lấy tệp ra ngoài rồi nạp riêng.",
    ),
    # the store
    "store_error": Message("Kho tài liệu gặp lỗi.", "Mời chạy: python app.py doctor"),
    "store_locked": Message(
        "Thư mục dữ liệu {data} đang được một chương trình khác sử dụng (tiến trình số {pid}).",
        "Mời đóng chương trình kia, hoặc chọn thư mục khác bằng --data.",
    ),
    "store_version": Message(
        "Thư mục dữ liệu {data} do một phiên bản mới hơn tạo ra.", "Mời cập nhật chương trình rồi mở lại."
    ),
    "model_mismatch": Message(
        "Chỉ mục được lập bằng mô hình “{index_model}” ({index_dim} chiều) nhưng cấu hình đang chọn “{model}” "
        "({dim} chiều).",
        "Mời chạy: python app.py reindex",
    ),
    "model_unavailable": Message(
        "Không nạp được mô hình nhúng “{model}”: {problem}.",
        "Mời kiểm tra thư mục mô hình, hoặc dùng lại mô hình kèm sẵn: python app.py config set embedding.model bundled",
    ),
    "reranker_unavailable": Message(
        "Không nạp được mô hình xếp hạng “{model}”: {problem}.",
        "Mời kiểm tra thư mục mô hình, hoặc dùng lại cách xếp hạng kèm sẵn:"
        " python app.py config set retrieval.reranker bundled",
    ),
    "vector_server": Message(
        "Máy chủ Chroma tại {url} không trả lời ({problem}).",
        "Mời khởi động lại máy chủ, hoặc bỏ thiết đặt CHROMA_URL để dùng kho tại chỗ.",
    ),
    "index_damaged": Message("Chỉ mục {index} bị hỏng ({problem}).", "Mời lập lại chỉ mục: python app.py reindex"),
    "unknown_document": Message(
        "Không có tài liệu mang mã {document_id} trong kho.", "Mời xem danh sách bằng: python app.py documents"
    ),
    "bad_card_value": Message(
        "Giá trị “{value}” không dùng được cho trường này của thẻ văn bản.",
        "Ngày ghi dạng 31/12/2024; kỳ số liệu ghi dạng 01/01/2024 - 31/12/2024 hoặc chỉ ghi năm.",
    ),
    "nothing_to_undo": Message("Thẻ văn bản này chưa có thay đổi nào để hoàn tác."),
    "disk_full": Message(
        "Ổ đĩa đã đầy khi ghi vào {path}.", "Mời dọn bớt chỗ trống rồi nạp lại tệp; các tệp đã nạp vẫn nguyên vẹn."
    ),
    "interrupted": Message("Lượt nạp bị ngắt trước khi đọc xong tệp này.", "Mời bấm “Thử lại tệp lỗi”."),
    # the assistant
    "assistant_error": Message("Chương trình gặp lỗi.", "Mời thử lại; nếu vẫn lỗi, chạy: python app.py doctor"),
    "bad_setting": Message(
        "Thiết đặt “{name}” có giá trị không hợp lệ: “{value}” (nguồn: {origin}).",
        "Mời xem các thiết đặt bằng: python app.py config show",
    ),
    "unknown_setting": Message(
        "Không có thiết đặt tên “{name}” (nguồn: {origin}).", "Mời xem các thiết đặt bằng: python app.py config show"
    ),
    "settings_file": Message(
        "Không đọc được tệp thiết đặt {path} ({problem}).", "Mời sửa hoặc xóa tệp này rồi thử lại."
    ),
    "empty_question": Message(
        "Câu hỏi chưa có chữ nào.", "Mời nhập câu hỏi, ví dụ: “Năm 2020 Hội giúp bao nhiêu hộ nghèo?”"
    ),
    "llm_error": Message("Mô hình ngôn ngữ “{model}” gặp lỗi: {problem}.", "Mời kiểm tra thiết đặt ASSISTANT_LLM."),
    "llm_unavailable": Message(
        "Mô hình ngôn ngữ “{model}” không trả lời ({problem}).",
        "Mời kiểm tra máy chủ mô hình và thiết đặt ASSISTANT_LLM.",
    ),
    "llm_output": Message("Mô hình ngôn ngữ “{model}” trả về nội dung không dùng được ({problem}).", ""),
    "question_file": Message(
        "Không dùng được tệp câu hỏi {path} (dòng {line}): {problem}.",
        "Mỗi dòng là một đối tượng JSON có id, question và đáp án (key_facts và source, hoặc passage_id và answers).",
    ),
    "unknown_profile": Message("Không có bộ thể thức “{name}”.", "Mời chọn một trong các bộ: {known}."),
    "bad_profile": Message(
        "Bộ thể thức {path} có lỗi ở dòng {line}, mục “{field}”: {problem}.",
        "Mời sửa dòng này; hoặc xóa tệp để dùng bộ thể thức kèm sẵn.",
    ),
    "word_template": Message(
        "Không dùng được mẫu Word này: {problem}.",
        "Mời mở tệp bằng Word, lưu lại thành .docx thường, không liên kết tới tệp khác, rồi thử lại.",
    ),
    "unknown_conversation": Message(
        "Không tìm thấy cuộc trò chuyện này.", "Mời chọn một cuộc khác trong danh sách, hoặc mở cuộc trò chuyện mới."
    ),
    "unknown_check": Message(
        "Không tìm thấy lần kiểm chứng này, hoặc câu này của lần kiểm chứng.",
        "Mời chọn một lần khác trong danh sách, hoặc kiểm chứng lại bản nháp.",
    ),
    "secret_draft": Message(
        "Bản thảo có dòng “{mark}” (trang {page}) là dấu chỉ độ mật, hoặc có thể là, nên không được kiểm chứng; "
        "chương trình không giữ lại gì của bản thảo.",
        "Máy tính có nối mạng không được soạn, lưu tài liệu bí mật nhà nước: mời xử lý theo đúng quy định. "
        "Nếu không phải tài liệu mật, mời bỏ dòng đó rồi kiểm chứng lại.",
    ),
    "check_unreadable": Message(
        "Kết quả kiểm chứng này do phiên bản khác của ứng dụng ghi lại, không đọc được nữa.",
        "Mời kiểm chứng lại bản nháp.",
    ),
    "unknown_draft": Message(
        "Không tìm thấy bản nháp này, hoặc phiên bản này của bản nháp.",
        "Mời chọn một bản khác trong danh sách bản nháp.",
    ),
    "draft_changed": Message(
        "Bản nháp vừa được sửa ở một cửa sổ khác nên thay đổi này chưa được ghi.",
        "Nội dung mới nhất đã hiện trên màn hình; mời sửa lại chỗ cần sửa.",
    ),
    "draft_unreadable": Message(
        "Không đọc được bản nháp đã lưu ({problem}).", "Mời mở một phiên bản trước của bản nháp, hoặc soạn bản mới."
    ),
    "unknown_draft_part": Message(
        "Không tìm thấy chỗ cần sửa trong bản nháp.", "Mời tải lại trang để thấy nội dung mới nhất."
    ),
    "unknown_office_form": Message(
        "Không tìm thấy mẫu Word này của cơ quan.", "Mời chọn mẫu khác hoặc tải mẫu lên lại ở bước Xuất Word."
    ),
    "folder_refused": Message(
        "Không theo dõi được thư mục {path}: {problem}.", "Mời chọn một thư mục chứa văn bản, ngoài thư mục dữ liệu."
    ),
    "folder_unreachable": Message(
        "Không mở được thư mục; các tài liệu đã nạp vẫn giữ nguyên.",
        "Mời kiểm tra ổ đĩa mạng và quyền đọc; khi mở được, chương trình tự theo dõi tiếp.",
    ),
    "folder_not_mounted": Message(
        "Thư mục đang trống khác thường (có thể ổ đĩa mạng chưa nối); chưa tài liệu nào bị gỡ.",
        "Mời nối lại ổ đĩa; nếu đã dọn thư mục thật, mời bỏ theo dõi rồi thêm lại.",
    ),
    "missing_extra": Message("Chưa cài phần mở rộng cho {feature}.", "Mời chạy: {command}"),
    "error": Message("Đã xảy ra lỗi ngoài dự kiến.", "Mời thử lại; chi tiết nằm trong nhật ký của chương trình."),
    "internal_error": Message(
        "Đã xảy ra lỗi ngoài dự kiến khi xử lý ({problem}).",
        "Tệp không được nạp; các tệp khác không bị ảnh hưởng. Mời gửi nhật ký cho người quản trị.",
    ),
    # requests to the API
    "request_error": Message("Yêu cầu không được trả lời.", "Mời xem tài liệu của API tại /api/docs."),
    "bad_request": Message(
        "Yêu cầu không hợp lệ ở “{field}”: {problem}.", "Mời xem các trường và giới hạn tại /api/docs."
    ),
    "foreign_request": Message(
        "Yêu cầu có thể đến từ một trang web khác nên bị từ chối.",
        "Chương trình trên máy này: mời gửi kèm Content-Type: application/json hoặc X-Requested-With.",
    ),
    "request_too_large": Message("Yêu cầu quá lớn, vượt mức {limit_kb} KB.", "Mời chia thành nhiều yêu cầu nhỏ hơn."),
    "unknown_address": Message("Không có gì ở địa chỉ {path}.", "Mời xem các địa chỉ tại /api/docs."),
    "wrong_method": Message(
        "Địa chỉ {path} không nhận phương thức {method}.", "Mời xem phương thức đúng tại /api/docs."
    ),
    "unknown_model": Message("Không có mô hình “{model}”.", "Mời dùng mô hình “{known}”."),
    "unsupported_parameter": Message(
        "Chưa hỗ trợ tham số “{field}” với giá trị này.", "Mời bỏ tham số đó rồi gửi lại."
    ),
    "ingest_busy": Message("Đang nạp các tệp khác, chưa đến lượt tệp này.", "Mời gửi lại sau ít phút."),
    # outcomes that are not errors
    "duplicate": Message("Tệp trùng nội dung với “{twin}” đã có trong kho.", "Không cần nạp lại."),
}
