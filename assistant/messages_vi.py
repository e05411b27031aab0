"""Every Vietnamese sentence the core can cause a person to read, keyed by code (linguistic table).

A sentence says what happened, in which file or setting, and what to do next. Blanks are filled from the details
of the error or warning that carries the code.
"""

from dataclasses import dataclass

from assistant.model import AnswerWarning, WarningCode
from assistant.verdicts import Difference, DifferenceKind, Verdict
from ingest.documents import Flag, Note
from ingest.errors import TrolyError

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


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, and what to do next."""

    what: str
    next: str = ""

    def filled(self, details: dict[str, object]) -> "Message":
        """Fill the blanks from ``details``; a blank without a value stays readable as "?"."""
        values = _Blanks(details)
        return Message(self.what.format_map(values), self.next.format_map(values))

    def __str__(self) -> str:
        return f"{self.what} {self.next}".strip()


class _Blanks(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


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
        "Các định dạng nhận được: {supported}. Mời chuyển sang một trong các định dạng này.",
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
        "Tệp bị hỏng hoặc sai cấu trúc nên không đọc được ({problem}).",
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
        "chỉ ghi mã băm và lý do.",
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
        "Không dùng được mẫu Word này: {problem} ({where}).",
        "Mời mở tệp bằng Word, lưu lại thành .docx thường, không liên kết tới tệp khác, rồi thử lại.",
    ),
    "unknown_conversation": Message(
        "Không tìm thấy cuộc trò chuyện này.", "Mời chọn một cuộc khác trong danh sách, hoặc mở cuộc trò chuyện mới."
    ),
    "unknown_check": Message(
        "Không tìm thấy lần kiểm chứng này, hoặc câu này của lần kiểm chứng.",
        "Mời chọn một lần khác trong danh sách, hoặc kiểm chứng lại bản nháp.",
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


LLM_PROBLEMS: dict[str, str] = {
    "connection": "không kết nối được tới máy chủ",
    "slow_start": "máy chủ không trả lời kịp",
    "timeout": "quá thời gian cho một câu trả lời",
    "rate_limited": "máy chủ đang quá tải hoặc hết hạn mức",
    "server_error": "máy chủ báo lỗi",
    "authentication": "khóa truy cập không được chấp nhận, mời kiểm tra llm.api_key",
    "model_not_found": "máy chủ không có mô hình này, mời kiểm tra llm.model và llm.base_url",
    "context_too_long": "câu hỏi và tài liệu vượt độ dài mô hình nhận được, mời giảm llm.context_tokens",
    "bad_request": "máy chủ từ chối yêu cầu",
    "broken_stream": "đường truyền bị ngắt giữa chừng",
    "empty": "mô hình không viết gì",
    "cut_off": "mô hình hết độ dài trước khi viết xong câu đầu",
    "wrong_language": "mô hình không trả lời bằng tiếng Việt",
    "no_evidence": "các đoạn tìm được chỉ có câu giống lệnh cho máy nên không gửi cho mô hình",
    "not_grounded": "không câu nào của mô hình có căn cứ trong tài liệu",
    "unknown": "lỗi chưa rõ, xem nhật ký của chương trình",
}
"""Words for the ``problem`` of language-model errors and warnings, keyed by assistant.llm.problems.Problem."""

FILE_PROBLEMS: dict[str, str] = {
    "not_a_folder": "không có thư mục này hoặc không mở được",
    "own_data": "đây là thư mục dữ liệu của chương trình",
    "overlaps": "thư mục này nằm trong, hoặc chứa, một thư mục đang theo dõi",
    "not_json": "không đúng cú pháp JSON",
    "not_utf8": "không phải chữ Unicode (UTF-8)",
    "not_object": "không phải một đối tượng {…}",
    "missing_field": "thiếu trường {field}",
    "wrong_type": "trường {field} sai kiểu",
    "empty_field": "trường {field} để trống",
    "bad_date": "ngày không hợp lệ (cần dạng 2024-12-31)",
    "too_long": "dòng quá dài",
    "ENOENT": "không có tệp ở đường dẫn này",
    "EACCES": "không có quyền đọc",
    "EPERM": "không có quyền đọc",
    "EISDIR": "đây là thư mục, không phải tệp",
    "ELOOP": "đường dẫn vòng lặp",
    "ENAMETOOLONG": "tên tệp quá dài",
    "EIO": "ổ đĩa hoặc thiết bị báo lỗi đọc",
    "not_a_file": "đây không phải tệp thường",
    "bad_path": "đường dẫn không hợp lệ",
    "no_pdf_header": "thiếu phần đầu của tệp PDF",
    "ocr_timeout": "quá thời gian cho một trang",
    "ocr_crashed": "chương trình nhận dạng chữ báo lỗi",
    "ocr_no_image": "không dựng được ảnh của trang",
}
"""Words for the ``problem`` of errors of reading files; other problems are names a supporter can look up."""

REQUEST_PROBLEMS: dict[str, str] = {
    "value": "giá trị không dùng được",
    "missing": "thiếu trường này",
    "extra_forbidden": "không có trường này",
    "json_invalid": "không đúng cú pháp JSON",
    "unreadable": "không đọc được nội dung gửi lên",
    "string_too_long": "quá dài",
    "too_long": "quá nhiều mục",
    "too_short": "cần ít nhất một mục",
    "greater_than_equal": "nhỏ hơn mức cho phép",
    "less_than_equal": "lớn hơn mức cho phép",
    "int_parsing": "cần một số nguyên",
    "int_type": "cần một số nguyên",
    "bool_parsing": "cần true hoặc false",
    "string_type": "cần một chuỗi chữ",
    "list_type": "cần một danh sách",
    "model_attributes_type": "cần một đối tượng JSON",
    "string_unicode": "có chữ hỏng, không phải Unicode",
    "no_question": "tin nhắn cuối cùng phải là câu hỏi (role: user)",
}
"""Words for what is wrong in a request, keyed by pydantic's error types and our own."""

FORM_PROBLEMS: dict[str, str] = {
    "missing": "thiếu mục này",
    "extra_forbidden": "không có mục nào tên như vậy",
    "greater_than_equal": "giá trị nhỏ quá mức cho phép",
    "less_than_equal": "giá trị lớn quá mức cho phép",
    "float_parsing": "phải là một số",
    "not_mapping": "tệp phải gồm các dòng “tên: giá trị”",
    "extends": "“extends” phải là tên một bộ thể thức khác",
    "unknown_blank": "không có ô trống tên “{blank}”",
    "alias": "không dùng được ký hiệu * và & của YAML",
    "unpacks_too_large": "giải nén ra quá lớn",
    "too_many_parts": "có quá nhiều thành phần bên trong",
    "external_relation": "có liên kết tự động tới tệp khác",
    "macro": "có mã lệnh (macro) hoặc đối tượng nhúng",
    "not_word": "không phải tệp Word .docx",
    "damaged": "tệp bị hỏng",
    "entities": "có khai báo DTD, tệp Word thường không có",
}
"""Words for the ``problem`` of mistakes in forms, templates and an office's own Word files."""

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

NOTES: dict[str, str] = {
    "read_as": "Tên tệp có đuôi “{extension}” nhưng nội dung là {detected}; đã đọc theo nội dung.",
    "sheet_cut": "Trang tính “{sheet}” quá dài: chỉ đọc {rows} trong {total} dòng.",
    "hidden_sheets": "Không đọc trang tính đang ẩn: {sheets}.",
    "formulas_without_values": "Trang tính “{sheet}” có {count} ô công thức chưa có kết quả nên để trống; "
    "mời mở tệp bằng Excel, lưu lại rồi nạp lại.",
    "stamp_unchecked": "Đầu trang có hình chưa đọc được chữ nên chưa soát được dấu chỉ độ mật.",
}
"""What the owner of a document should know about how it was read, by the code of the note."""

WARNINGS: dict[WarningCode, str] = {
    WarningCode.GARBLED_SOURCE: "Đoạn được trích bị hỏng chữ trong bản gốc ({source}); mời đối chiếu với bản khác.",
    WarningCode.LOW_CONFIDENCE_SOURCE: "Trang được trích đọc từ ảnh quét mờ, có thể sai chữ ({source}, tr. {page});"
    " mời đối chiếu với bản gốc.",
    WarningCode.REPLACED_SOURCE: "“{old}” đã {how} “{newer}” trong kho; mời xem văn bản mới.",
    WarningCode.UNKNOWN_UNIT: "Kho chưa có văn bản nào của “{unit}”. Đơn vị gần giống trong kho: {nearest}.",
    WarningCode.PERIOD_WITHOUT_DOCUMENTS: (
        "Kho không có số liệu của {unit} cho {period}. Các kỳ có trong kho: {periods}. Mời nạp thêm văn bản hoặc chọn "
        "kỳ khác; bản thảo chỉ có khung và các ô cần bổ sung."
    ),
    WarningCode.MERGED_PROVINCE: (
        "Từ 01/7/2025 {unit} cùng địa bàn với: {others}. Số liệu của tỉnh cũ không được cộng vào bản này."
    ),
    WarningCode.OTHER_BORDERS: (
        "Không lấy số liệu từ “{source}”: văn bản này nói về {unit} theo địa giới khác với kỳ báo cáo."
    ),
    WarningCode.CONFLICTING_FACTS: "{count} số liệu khác nhau giữa các nguồn; mời chọn số đúng trong bảng số liệu.",
    WarningCode.UNKNOWN_INDICATOR: (
        "Đề cương {path}, dòng {line}: không có chỉ tiêu mã “{value}” trong từ điển chỉ tiêu; phần còn lại vẫn dùng."
    ),
    WarningCode.SECTION_FALLBACK: (
        "Mục “{section}”: bản viết của mô hình ngôn ngữ không dùng được ({problem}); đã ghép từ câu của nguồn."
    ),
    WarningCode.CONFLICTING_SOURCES: "Các văn bản nêu số liệu khác nhau: “{newer}”{newer_date} ghi {newer_value}, "
    "“{older}”{older_date} ghi {older_value}; mời đối chiếu với bản gốc.",
    WarningCode.SAMPLE_SOURCE: "Câu trả lời dựa trên tài liệu mẫu, không phải văn bản thật.",
    WarningCode.LLM_FALLBACK: "Mô hình ngôn ngữ không dùng được ({problem}); câu trả lời dưới đây trích nguyên văn.",
    WarningCode.UNKNOWN_CITATIONS: "Đã bỏ {count} trích dẫn mà mô hình tự đặt ra, không có trong tài liệu.",
    WarningCode.UNCITED_SENTENCES: "Có {count} câu mô hình viết không kèm trích dẫn; cần kiểm tra kỹ.",
    WarningCode.UNSUPPORTED_NUMBERS: "Đã bỏ {count} câu của mô hình vì có con số không nằm trong đoạn được trích dẫn.",
    WarningCode.UNSUPPORTED_SENTENCES: "Đã bỏ {count} câu của mô hình vì không có căn cứ trong tài liệu.",
    WarningCode.STRUCK_SENTENCES: "Có {count} câu của mô hình không có căn cứ trong tài liệu; các câu này bị gạch bỏ.",
    WarningCode.ANSWER_CUT: "Mô hình dừng giữa chừng vì hết độ dài cho phép; câu cuối chưa trọn đã được bỏ.",
    WarningCode.QUESTION_SHORTENED: "Câu hỏi quá dài, chỉ {kept} ký tự đầu được dùng để tìm.",
    WarningCode.FOREIGN_QUESTION: "Câu hỏi không phải tiếng Việt; kết quả có thể không đầy đủ.",
}


VERDICTS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "có căn cứ",
    Verdict.DIFFERS: "sai khác với nguồn",
    Verdict.CONTRADICTED: "trái với nguồn",
    Verdict.NOT_SUPPORTED: "không có căn cứ",
}

DIFFERENCES: dict[DifferenceKind, tuple[str, str]] = {
    DifferenceKind.NUMBER: ("số “{stated}”, nguồn ghi “{source}”", "số “{stated}” không có trong nguồn"),
    DifferenceKind.UNIT: (
        "đơn vị tính “{stated}”, nguồn ghi “{source}”",
        "đơn vị tính “{stated}” không có trong nguồn",
    ),
    DifferenceKind.ROUNDING: (
        "mức làm tròn “{stated}”, nguồn ghi “{source}”",
        "mức làm tròn “{stated}” không có trong nguồn",
    ),
    DifferenceKind.PERCENT: ("tỷ lệ “{stated}”, tính lại là {source}", "tỷ lệ “{stated}” tính không khớp"),
    DifferenceKind.DATE: ("thời gian “{stated}”, nguồn ghi “{source}”", "thời gian “{stated}” không có trong nguồn"),
    DifferenceKind.NAME: ("tên “{stated}”, nguồn ghi “{source}”", "tên “{stated}” không có trong nguồn"),
    DifferenceKind.PERSON: ("tên người “{stated}”, nguồn ghi “{source}”", "tên người “{stated}” không có trong nguồn"),
    DifferenceKind.PLACE: ("địa danh “{stated}”, nguồn ghi “{source}”", "địa danh “{stated}” không có trong nguồn"),
    DifferenceKind.DOCUMENT_NUMBER: (
        "số văn bản “{stated}”, nguồn ghi “{source}”",
        "số văn bản “{stated}” không có trong nguồn",
    ),
    DifferenceKind.NEGATION: ("phủ định khác nhau: “{stated}”, nguồn ghi “{source}”", "“{stated}” trái với nguồn"),
    DifferenceKind.OPPOSITE: ("nghĩa ngược nhau: “{stated}”, nguồn ghi “{source}”", "“{stated}” trái với nguồn"),
    DifferenceKind.WORDING: (
        "nội dung này không có trong đoạn được trích",
        "nội dung này không có trong đoạn được trích",
    ),
}
"""With a value in the source, and without one."""


def difference_text(difference: Difference) -> str:
    """What disagrees, in Vietnamese."""
    with_source, without = DIFFERENCES[difference.kind]
    text = with_source if difference.source else without
    return text.format(stated=difference.stated, source=difference.source)


def warning_text(warning: AnswerWarning) -> str:
    """The Vietnamese sentence of a warning."""
    return WARNINGS[warning.code].format_map(_Blanks(_worded(dict(warning.details))))


def message_of(code: str, details: dict[str, object] | None = None) -> Message:
    """The Vietnamese message of an error's or a note's code, blanks filled; an unknown code gets the general one."""
    message = Message(NOTES[code]) if code in NOTES else ERRORS.get(code, ERRORS["error"])
    return message.filled(_worded(dict(details or {})))


def _worded(details: dict[str, object]) -> dict[str, object]:
    worded = dict(details)
    problem, detected = str(details.get("problem", "")), str(details.get("detected", ""))
    words = LLM_PROBLEMS.get(problem) or FILE_PROBLEMS.get(problem) or FORM_PROBLEMS.get(problem)
    if words:
        blanks = {blank: str(details.get(blank, "?")) for blank in ("field", "blank")}
        worded["problem"] = words.format_map(blanks)
    if details.get("how") in REPLACED_HOW:
        worded["how"] = REPLACED_HOW[str(details["how"])]
    if detected in KINDS:
        worded["detected"] = KINDS[detected]
    return worded


def note_text(note: Note) -> str:
    """The Vietnamese sentence of a note on a document."""
    return str(message_of(note.code, dict(note.details)))


def error_text(error: TrolyError) -> str:
    """One Vietnamese sentence or two for an error of our tree."""
    return str(message_of(error.code, dict(error.details)))


CLI_HELP: dict[str, str] = {
    "draft": "soạn dự thảo báo cáo từ số liệu trong kho, xuất ra Word",
    "template": "mã đề cương, ví dụ tong-ket-nam (xem --list)",
    "draft_unit": "đơn vị, ví dụ “Hội LHPN tỉnh Thanh Hóa”",
    "draft_period": "kỳ: 2020; 6 tháng đầu năm 2023; quý II/2023; tháng 6/2023; 2016-2021",
    "draft_scope": "chuyên đề hoặc sự việc, ví dụ “Đề án 939”",
    "draft_output": "tệp Word sẽ ghi",
    "draft_facts": "ghi thêm bảng số liệu ra tệp Excel này",
    "draft_notes": "nơi ghi nguồn: footnotes (cuối trang, mặc định), endnotes (cuối bài), appendix (bảng phụ lục)",
    "draft_form": "điền vào mẫu Word này của đơn vị (các ô {{tieu_de}}, {{noi_dung}}, {{muc:II.1}}…)",
    "draft_link": "địa chỉ của ứng dụng để mỗi nguồn thành một đường dẫn, ví dụ http://may-chu:7860",
    "check_word": "ghi thêm bản Word có bình luận ngay tại từng câu",
    "check_excel": "ghi thêm danh sách các câu ra tệp Excel",
    "draft_profile": "thể thức: ND30, MTTQ, HOI hoặc DANG (mặc định HOI)",
    "no_model": "không dùng mô hình ngôn ngữ dù đã cài đặt",
    "draft_list": "liệt kê các đề cương và lỗi trong tệp đề cương",
    "app": "Trợ lý Hội: hỏi đáp trên kho văn bản của Hội, câu nào cũng kèm trích dẫn. Không có lệnh = serve.",
    "data": "thư mục dữ liệu (mặc định: TROLY_DATA hoặc ./data)",
    "json": "in JSON ra stdout, nhật ký ra stderr",
    "verbose": "ghi nhật ký chi tiết (có nội dung câu hỏi)",
    "check": "kiểm chứng bản nháp (tệp, hoặc - để đọc từ stdin) với kho văn bản, từng câu một",
    "draft_file": "tệp bản nháp (.docx, .pdf, .txt…), hoặc - để đọc văn bản từ stdin",
    "keep_check": "giữ lại kết quả để mở trong ứng dụng",
    "serve": "mở ứng dụng trên trình duyệt",
    "port": "cổng (mặc định 7860)",
    "host": "địa chỉ lắng nghe (mặc định 127.0.0.1)",
    "ingest": "nạp tệp hoặc thư mục vào kho",
    "paths": "tệp hoặc thư mục",
    "collection": "tên bộ tài liệu",
    "samples": "nạp bộ tài liệu mẫu kèm sẵn",
    "accept_review": "đã xem các tệp này: không phải tài liệu mật (chỉ dùng cho tệp đang tạm giữ)",
    "retry": "đọc lại các tệp lần trước bị lỗi tạm thời hoặc bị ngắt giữa chừng",
    "watch": "theo dõi thư mục: tệp mới, sửa, chuyển chỗ, xóa đều được cập nhật vào kho",
    "folders": "thư mục cần theo dõi; để trống: các thư mục đã theo dõi",
    "once": "cập nhật một lượt rồi dừng",
    "interval": "số giây giữa hai lượt (mặc định 5)",
    "watch_list": "liệt kê các thư mục đang theo dõi",
    "watch_pause": "tạm dừng theo dõi các thư mục đã nêu",
    "watch_resume": "theo dõi tiếp các thư mục đã nêu",
    "watch_forget": "bỏ theo dõi các thư mục đã nêu (tài liệu vẫn giữ)",
    "search": "tìm các đoạn văn bản",
    "ask": "hỏi và nhận câu trả lời có trích dẫn",
    "question": "câu hỏi",
    "batch": "tệp .jsonl gồm các dòng {id, question}",
    "top_k": "số kết quả",
    "year": "năm, hoặc khoảng năm như 2019-2021",
    "unit": "đơn vị",
    "type": "loại văn bản",
    "text": "in nội dung đã lưu của một tài liệu, từng trang",
    "document_id": "mã tài liệu",
    "documents": "liệt kê tài liệu trong kho",
    "states": "kể cả tài liệu đã xóa",
    "quality": "chất lượng đọc: trang trống, chữ hỏng, độ chắc khi nhận dạng ảnh và bảng mã",
    "remove": "xóa tài liệu khỏi kho (khôi phục được bằng restore)",
    "restore": "khôi phục tài liệu đã xóa",
    "feedback": "liệt kê đánh giá của người dùng về các câu trả lời",
    "reindex": "lập lại chỉ mục từ kho, hoặc đổi mô hình nhúng",
    "model": "mô hình nhúng: bundled, hoặc thư mục / mã mô hình sentence-transformers",
    "config": "xem hoặc đặt thiết đặt",
    "config_show": "in mọi thiết đặt và nguồn của từng giá trị",
    "config_set": "đặt một giá trị; giá trị rỗng để bỏ",
    "name": "tên thiết đặt, ví dụ llm.model",
    "value": "giá trị",
    "doctor": "kiểm tra cài đặt và kho dữ liệu",
    "deep": "đối chiếu từng mục của hai chỉ mục với kho",
    "eval": "đo chất lượng trên một bộ câu hỏi",
    "eval_retrieval": "đo tìm kiếm: nDCG, recall, MRR",
    "eval_answers": "đo câu trả lời: đủ dữ kiện, đúng nguồn, từ chối đúng",
    "questions": "tệp .jsonl câu hỏi có đáp án",
}

CLI_TEXT: dict[str, str] = {
    "no_draft_file": "Không có tệp bản nháp “{path}”. Mời kiểm tra đường dẫn, hoặc dùng - để đọc từ stdin.",
    "no_form_file": "Không có tệp mẫu “{path}”. Mời kiểm tra đường dẫn.",
    "written": "Đã ghi {path}.",
    "draft_needs": (
        "Cần đủ đề cương, --unit, --period và -o TỆP.docx. Ví dụ: python app.py draft tong-ket-nam "
        "--unit “Hội LHPN tỉnh Thanh Hóa” --period “năm 2020” -o bao-cao.docx"
    ),
    "drafted": (
        "Đã ghi {path}: {facts} dữ kiện, {missing} chỗ cần bổ sung, bỏ qua {left_out} số liệu của nơi khác, kỳ khác."
    ),
    "template_problem": "! Đề cương {path}, dòng {line}: {problem}.",
    "serving": "Trợ lý Hội đang chạy tại http://{host}:{port} (bấm Ctrl+C để dừng).",
    "port_busy": "Cổng {port} đang có chương trình khác dùng. Mời chọn cổng khác: python app.py --port {other}",
    "host_refused": "Chỉ được lắng nghe ở 127.0.0.1 khi chưa có tài khoản người dùng (đã yêu cầu: {host}).",
    "file_indexed": "✓ {path}: đã nạp {documents} tài liệu, {chunks} đoạn ({seconds:.1f} giây)",
    "file_other": "✗ {path}: {reason}",
    "file_progress": "… {path}: {records}/{total} bản ghi, {chunks} đoạn, {rate:.0f} đoạn/giây{left}",
    "page_progress": "… {path}: đã đọc {pages}/{total} trang",
    "run_progress": "… {files}/{total} tệp, {documents} tài liệu, {pages} trang, {rate:.0f} tệp/phút{left}",
    "left_minutes": ", còn khoảng {minutes:.0f} phút",
    "left_seconds": ", còn khoảng {seconds:.0f} giây",
    "file_duplicate": "= {path}: {reason}",
    "ingest_summary": "Đã nạp {indexed}, trùng {duplicate}, từ chối {refused}, lỗi {failed} ({seconds:.1f} giây).",
    "no_paths": "Không có tệp nào để nạp. Mời nêu tệp hoặc thư mục, hoặc dùng --samples.",
    "watching": "Đang theo dõi {count} thư mục (bấm Ctrl+C để dừng).",
    "no_folders": "Chưa theo dõi thư mục nào. Mời nêu thư mục, ví dụ: python app.py watch D:\\VanBan",
    "not_followed": "Thư mục {path} chưa được theo dõi. Mời xem danh sách bằng: python app.py watch --list",
    "folder_line": "{path}: {state}, {files} tệp.{problem}",
    "folder_followed": "đang theo dõi",
    "folder_paused": "tạm dừng",
    "no_question": "Mời nêu câu hỏi, hoặc dùng --batch TỆP.jsonl.",
    "both_questions": "Chỉ dùng một trong hai: câu hỏi hoặc --batch.",
    "bad_batch_line": "Dòng {line} của {path} không hợp lệ: {problem}",
    "bad_year": "Năm không hợp lệ: “{value}”. Ví dụ: --year 2020 hoặc --year 2019-2021.",
    "sources": "Nguồn:",
    "nearest": "Gần nhất:",
    "no_hits": "Không tìm thấy đoạn nào.",
    "page": "--- trang {page} ---",
    "page_short": "tr. {page}",
    "removed": "Đã xóa {document_id}. Khôi phục: python app.py restore {document_id}",
    "restored": "Đã khôi phục {document_id}.",
    "reindexing": "Lập lại chỉ mục: {done}/{total} tài liệu",
    "reindexed": "Đã lập lại chỉ mục bằng mô hình {model} ({dim} chiều).",
    "saved": "Đã lưu {name}.",
    "healthy": "Mọi thứ đều ổn.",
    "no_feedback": "Chưa có đánh giá nào.",
    "feedback_line": "{mark} {when}  {question}\n   {answer}{reasons}{note}",
    "interrupted": "Đã dừng theo yêu cầu; phần đã nạp vẫn được giữ.",
}

FOLDER_EVENTS: dict[str, str] = {
    "added": "✓ {path}: đã nạp",
    "changed": "✓ {path}: đã nạp bản mới, bản cũ rời khỏi tìm kiếm (khôi phục được)",
    "moved": "→ {path}: chuyển từ {old_path}",
    "deleted": "- {path}: tệp đã bị xóa; tài liệu của tệp rời khỏi tìm kiếm (khôi phục được)",
    "refused": "✗ {path}: {reason}",
}
"""What was followed in a folder, keyed by assistant.intake.following.Happened."""

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
    "original_orphaned": "Tệp trong originals không thuộc tài liệu nào ({value}); mời nạp lại, hoặc xóa nếu không cần",
    "leftover": "Tệp tạm còn sót lại ({value}); mời mở ứng dụng một lần để dọn, hoặc xóa tệp này",
    "file_two_outcomes": "Một tệp có hai kết quả trong cùng một lượt nạp ({value}); mời gửi nhật ký cho người quản trị",
    "file_no_outcome": "Có tệp bị ngắt giữa chừng, chưa có kết quả ({value}); mời chạy: python app.py ingest --retry",
    "quality": "Chất lượng đọc: {value}",
    "deep_agrees": "Đã đối chiếu từng dòng, không sai lệch nào: {value}",
    "chunk_text": "Nội dung đoạn không khớp với trang ({value}); mời xóa rồi nạp lại tài liệu",
    "store_agrees": "Hai chỉ mục khớp với kho (tài liệu / đoạn: {value})",
}


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

DEEP_CHECKED = "kho, chỉ mục từ, Chroma, tệp vectơ, tệp gốc, chữ của từng đoạn, kết quả của từng tệp đã nạp"
"""What ``doctor --deep`` compared."""

ANSWERING: dict[str, str] = {
    # a list of documents
    "documents_found": "Có {count} văn bản nhắc đến nội dung này:",
    "documents_shown": "Có {count} văn bản nhắc đến nội dung này; dưới đây là {shown} văn bản gần nhất:",
    "documents_at_least": "Có ít nhất {count} văn bản nhắc đến nội dung này; dưới đây là {shown} văn bản gần nhất:",
    "document_line": "- {title}{date}: ",
    "document_lead": " Đầu bài: ",
    "document_date": " ({date})",
    # how a quotation is to be read
    "row_value": "{column} của {label} là {value}.",
    "row_values": "{label}: {fields}.",
    "row_field": "{column} là {value}",
    "dated_day": "Ghi chú: “{written}” là ngày {day}, tính theo ngày của văn bản “{document}” ({date}).",
    "dated_year": "Ghi chú: “{written}” là năm {year}, tính theo ngày của văn bản “{document}” ({date}).",
    # several things asked for
    "part": "Về {part}:",
    "part_missing": "Chưa tìm thấy phần về “{part}” trong các văn bản hiện có.",
    "ask_missing": "Chưa tìm thấy phần “{part}” trong các văn bản hiện có.",
    # documents that disagree
    "disputed": "Các văn bản hiện có nêu số liệu khác nhau về nội dung này (văn bản mới hơn xếp trước):",
    "undated": " (không rõ ngày)",
    "superseded": " – đã {how} {newer}",
    # a refusal: what was searched, what came nearest, what is missing
    "searched": "Đã tìm trong {documents} văn bản gần câu hỏi nhất{scope}{what}.",
    "searched_what": " ({what})",
    "searched_year": "năm {first}",
    "searched_more_types": " và {count} loại khác",
    "searched_more_units": " và {count} đơn vị khác",
    "scope": " theo bộ lọc ({filters})",
    "scope_years": "năm {first}–{last}",
    "scope_from": "từ năm {first}",
    "scope_to": "đến năm {last}",
    "mentioned": "Văn bản “{title}”{date} có nhắc {mentioned} nhưng không nêu {missing}.",
    "nearest": "Gần nhất là văn bản “{title}”{date}, nhưng không nêu {missing}.",
    "missing_number": "số {focus}",
    "missing_count": "con số được hỏi",
    "missing_person": "người được hỏi",
    "missing_date": "thời điểm được hỏi",
    "missing_place": "địa điểm được hỏi",
    "missing_thing": "{focus} được hỏi",
    "missing_other": "điều được hỏi",
    "missing_period": "số liệu của {period}",
    "missing_name": "thông tin về {name}",
    # nothing to go on
    "empty_store": "Kho chưa có văn bản nào. Mời nạp tài liệu ở thẻ “Kho tài liệu” rồi hỏi lại.",
    "empty_filter": "Không có văn bản nào khớp với câu hỏi{scope}. Mời nới bộ lọc hoặc hỏi bằng từ ngữ khác.",
}
"""Wording of extractive answers and refusals."""
