"""Words of drafts and of the fact table that a person reads (linguistic table)."""

MISSING_MARK = "[CẦN BỔ SUNG"
MISSING = "[CẦN BỔ SUNG: {what}]"
MISSING_JOINT = "; "
MISSING_CONTENT = "nội dung mục này"
LABELLED = "{label}: {value}"
LABELLED_PLAN = "{label}: {value}/{plan} {unit}"
OPENING_SECTION = "phần mở đầu"
"""A section without a heading, where it must be named."""
UNION_BEFORE_PLACE = "Hội LHPN "

FACT_COLUMNS: tuple[str, ...] = (
    "Mục", "Mã chỉ tiêu", "Chỉ tiêu", "Giá trị", "Số", "Đơn vị tính", "Ước lượng", "Chỉ tiêu giao", "Tỷ lệ (%)", "Kỳ",
    "Địa bàn", "Lũy kế/trong kỳ", "Dùng", "Câu trong nguồn", "Nguồn", "Trang", "Ngày văn bản", "Nơi khác nêu cùng số",
    "Khác với nguồn", "Loại số liệu", "Cần kiểm tra",
)  # fmt: skip
FACT_SHEET = "Số liệu"
MISSING_SHEET = "Còn thiếu"
MISSING_COLUMNS: tuple[str, ...] = ("Mục", "Mã chỉ tiêu", "Nội dung còn thiếu")
SPANS: dict[str, str] = {"in_period": "trong kỳ", "cumulative": "lũy kế", "unknown": ""}
YES = "x"
FACT_KINDS: dict[str, str] = {"result": "kết quả", "target": "chỉ tiêu"}
DOUBTS: dict[str, str] = {
    "": "",
    "inferred_period": "kỳ suy ra từ ngày văn bản",
    "after_outlook": "câu trước nói về việc sắp làm",
}

TEMPLATE_PROBLEMS: dict[str, str] = {
    "unreadable": "không đọc được tệp ({value})",
    "not_yaml": "sai cú pháp YAML ở dòng này hoặc dòng ngay trên; mời xem thụt đầu dòng, dấu hai chấm, ngoặc, dấu nháy",
    "missing_key": "thiếu trường “{value}”",
    "unknown_key": "không có trường tên “{value}”",
    "bad_value": "giá trị sai ({value})",
    "bad_id": "mã “{value}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch ngang",
    "repeated_section": "hai mục cùng mã “{value}”",
    "skipped_level": "mục “{value}” nhảy cấp: cấp chỉ được tăng từng bậc một",
    "missing_title": "mục “{value}” có cấp nhưng không có tên",
    "two_rests": "mục “{value}”: chỉ một mục được nhận số liệu còn lại (takes_rest)",
    "bad_blank": "ngoặc nhọn sai trong “{value}”",
    "unknown_blank": "không có ô điền tên “{value}”",
    "unknown_indicator": "không có chỉ tiêu mã “{value}” trong từ điển chỉ tiêu",
}
"""Why a template, or a part of it, is not used."""


GIVEN_TWICE = "trường “{key}” được ghi hai lần"
_TWICE = " is given twice"
"""As ``reports.numbered_yaml`` says it."""


def problem_text(code: str, value: str) -> str:
    """A reason in words."""
    key, found, _ = value.partition(_TWICE)
    if code == "not_yaml" and found:
        return GIVEN_TWICE.format(key=key)
    return TEMPLATE_PROBLEMS[code].format(value=value)
