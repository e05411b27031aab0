"""Every Vietnamese text of the tab that checks a draft (linguistic table)."""

from assistant.claims.model import ClaimVerdict, Decision, NotChecked

TAB = "Kiểm chứng"
INTRO = (
    "Dán một đoạn hoặc tải lên bản thảo. Từng câu được đối chiếu với kho tài liệu: câu nào có căn cứ, câu nào khác với "
    "văn bản, câu nào chưa tìm thấy. Bản thảo không được đưa vào kho."
)
PASTE = "Dán đoạn cần kiểm chứng"
PASTE_HINT = "Ví dụ: Năm 2020, toàn tỉnh có 12.226 hộ đạt 8 tiêu chí…"
FILE = "hoặc tải bản thảo lên (.docx, .doc, .pdf, .txt, .rtf…)"
CHECK = "Kiểm chứng"
STOP = "Dừng"
NOTHING = "Mời dán một đoạn văn hoặc chọn một tệp bản thảo trước."
TWO_GIVEN = "Có cả đoạn dán và tệp; đã kiểm chứng tệp. Muốn kiểm chứng đoạn dán, mời bỏ tệp ra."
READING = "Đang đọc bản thảo…"
PROGRESS = "Đã kiểm chứng {done}/{total} ý."
GOES_ON = "Có thể sang thẻ khác hoặc đóng trang, việc kiểm chứng vẫn tiếp tục."
STOPPED = "Đã dừng theo yêu cầu; mới kiểm chứng {done}/{total} ý."
BROKEN = "Việc kiểm chứng bị ngắt giữa chừng; phần đã làm được giữ lại. Mời bấm “Kiểm chứng” lần nữa."
DONE = "Đã kiểm chứng {claims} ý trong {seconds} giây."
NO_CLAIMS = "Trong bản thảo không có câu nào nêu số liệu, ngày tháng, tên hay sự việc để đối chiếu."
NOTICE = "Đây là kết quả máy đối chiếu; người ký vẫn cần xem lại từng chỗ trước khi ký."
PASTED = "Đoạn văn đã dán"
RESULT = "Kết quả kiểm chứng"
SUMMARY = "Lọc theo kết quả"
ALL = "Tất cả"
TO_SEE = "Cần xem lại"
WORD = "Tải Word có nhận xét"
EXCEL = "Tải danh sách Excel"
IN_DRAFT = "Bản thảo"
IN_SOURCE = "Nguồn"
NO_VALUE = "(không nêu)"
SOURCES = "Căn cứ"
NEAREST = "Chỗ gần nhất trong kho"
CLAIM = "Ý {n}"
DECISION = "Quyết định của đồng chí"
DECISION_FAILED = "Chưa lưu được quyết định này; mời thử lại."
SHOW = "Xem kết quả ý {n}: {verdict}"
KEPT = "Các lần kiểm chứng trước"
KEPT_NONE = "Chưa có lần kiểm chứng nào được lưu."
KEPT_LINE = "{when} · {claims} ý · {parts}"
KEPT_PART = "{count} {verdict}"
OPEN = "Mở"
REMOVE = "Xóa"
UNDO = "Hoàn tác"
REMOVED = "Đã xóa lần kiểm chứng “{name}”."
RESTORED = "Đã lấy lại lần kiểm chứng “{name}”."
GONE = "Lần kiểm chứng này không còn được lưu; mời kiểm chứng lại bản thảo."

VERDICTS: dict[ClaimVerdict, str] = {
    ClaimVerdict.SUPPORTED: "Có căn cứ",
    ClaimVerdict.DIFFERS: "Sai khác",
    ClaimVerdict.CONTRADICTED: "Trái ngược",
    ClaimVerdict.NOT_FOUND: "Không tìm thấy",
    ClaimVerdict.NOT_CHECKABLE: "Không cần kiểm tra",
}
MEANINGS: dict[ClaimVerdict, str] = {
    ClaimVerdict.SUPPORTED: "Trong kho có văn bản nói đúng như vậy.",
    ClaimVerdict.DIFFERS: "Trong kho có văn bản nói cùng việc này nhưng khác về số liệu, ngày, tên hoặc số hiệu.",
    ClaimVerdict.CONTRADICTED: "Trong kho có văn bản nói ngược lại.",
    ClaimVerdict.NOT_FOUND: "Trong kho chưa có văn bản nào nói việc này; chưa chắc là sai.",
    ClaimVerdict.NOT_CHECKABLE: "Lời chào, đề mục, kế hoạch, nơi nhận: không có gì để đối chiếu.",
}
DECISIONS: dict[Decision, str] = {
    Decision.ACCEPT: "Giữ nguyên",
    Decision.FIX: "Sẽ sửa",
    Decision.IGNORE: "Bỏ qua",
}
NOT_CHECKED: dict[NotChecked, str] = {
    NotChecked.HEADING: "đề mục",
    NotChecked.LETTERHEAD: "phần đầu, phần ký của văn bản",
    NotChecked.ADDRESSEES: "nơi gửi, nơi nhận",
    NotChecked.GREETING: "lời chào",
    NotChecked.PLAN: "kế hoạch, đề nghị, chỉ tiêu phấn đấu",
    NotChecked.SLOGAN: "khẩu hiệu",
    NotChecked.FRAME: "câu dẫn",
    NotChecked.QUESTION: "câu hỏi",
}
