"""Vietnamese words of checking a draft, for the command line, the screen and Word (linguistic table)."""

from collections.abc import Callable

from assistant.messages_vi.names import REPLACED_HOW

VERDICT_LABELS: dict[str, str] = {
    "supported": "có căn cứ",
    "differs": "sai khác",
    "contradicted": "trái ngược",
    "not_found": "không tìm thấy",
    "not_checkable": "không cần kiểm tra",
}
"""Keyed by ClaimVerdict."""

VERDICT_HINTS: dict[str, str] = {
    "supported": "Kho văn bản có câu nói đúng như vậy.",
    "differs": "Kho văn bản nói về việc này nhưng số liệu, ngày, tên hoặc số hiệu khác.",
    "contradicted": "Kho văn bản nói ngược lại.",
    "not_found": "Kho văn bản không có câu nào nói về việc này. Cần bổ sung tài liệu hoặc tự kiểm tra.",
    "not_checkable": "Lời chào, đề mục, kế hoạch, nơi nhận: không có gì để đối chiếu.",
}

KIND_LABELS: dict[str, str] = {
    "table_row": "dòng bảng",
    "quotation": "trích dẫn",
    "figure": "số liệu",
    "document_number": "số văn bản",
    "date": "thời gian",
    "name": "tên riêng",
    "event": "sự việc",
}
"""Keyed by ClaimKind."""

NOT_CHECKED_LABELS: dict[str, str] = {
    "heading": "đề mục",
    "letterhead": "thể thức",
    "addressees": "nơi nhận",
    "greeting": "lời chào",
    "plan": "kế hoạch, đề nghị",
    "slogan": "khẩu hiệu",
    "frame": "câu dẫn",
    "question": "câu hỏi",
}
"""Keyed by NotChecked."""

DECISION_LABELS: dict[str, str] = {"accept": "Giữ nguyên", "fix": "Sẽ sửa", "ignore": "Bỏ qua"}
"""Keyed by Decision."""

PAIR = "{draft} ↔ {source}"
"""The value of the draft and that of the source side by side."""

_NOTES: dict[str, str] = {
    "arithmetic": "Tính lại từ “{of}” được {computed}, bản nháp ghi “{stated}”.",
    "column_total": "Cột “{column}” cộng lại được {computed}, dòng tổng ghi {stated}.",
    "two_places": "Chỗ khác trong bản nháp (câu {n}) ghi “{other}”, ở đây ghi “{stated}”.",
    "unknown_number": "Không có văn bản số {number} trong kho.",
    "other_date": "Văn bản số {number} trong kho ban hành ngày {source}, bản nháp ghi ngày {stated}.",
    "other_title": "Văn bản số {number} trong kho có tên “{source}”, bản nháp ghi “{stated}”.",
    "replaced_document": "{old} đã {how} {newer}.",
    "own_reference": "Đã tra trước trong văn bản mà bản nháp viện dẫn: {title}.",
    "reference_silent": "Văn bản số {number} mà bản nháp viện dẫn không nói điều này.",
    "covered": "Phần thông tin cá nhân bị che (••••) không đối chiếu được.",
    "poor_source": "Nguồn “{source}” trang {page} hỏng chữ hoặc quét mờ, cần xem bản gốc.",
}
"""Keyed by NoteCode."""

SUMMARY = "Tổng số {claims} câu: " + "; ".join(f"{label} {{{key}}}" for key, label in VERDICT_LABELS.items()) + "."
NOTHING_TO_CHECK = "Bản nháp không có câu nào để kiểm chứng."
KEPT_AS = "Đã giữ kết quả kiểm chứng, mã {check_id}."


def note_sentence(code: str, details: dict[str, str | int]) -> str:
    """The sentence of a note, by the value of its NoteCode."""
    worded: dict[str, object] = dict(details)
    how = details.get("how")
    if how in REPLACED_HOW:
        worded["how"] = REPLACED_HOW[str(how)]
    return _NOTES[code].format_map(worded)


def summary_sentence(claims: int, count: Callable[[str], int]) -> str:
    """How many claims got which verdict."""
    return SUMMARY.format(claims=claims, **{key: count(key) for key in VERDICT_LABELS})


API_TAG = "Kiểm chứng bản nháp"
API_SUMMARIES: dict[str, str] = {
    "text": "Kiểm chứng một đoạn văn bản, từng câu một",
    "file": "Kiểm chứng một tệp bản nháp",
    "kept": "Một lần kiểm chứng đã giữ, kèm quyết định",
    "decide": "Ghi quyết định về một câu",
}
API_FIELDS: dict[str, str] = {
    "text": "Văn bản cần kiểm chứng.",
    "stream": "Nhận dần bằng server-sent events.",
    "draft": "Tệp bản nháp.",
    "decision": "accept (giữ nguyên), fix (sẽ sửa), ignore (bỏ qua), hoặc null để bỏ quyết định.",
}
