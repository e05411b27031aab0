"""Wording of extractive answers and refusals (linguistic table)."""

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
    "written_by": "Cuối bài ghi: ",
    "put_up": "Đầu bài ghi ngày: ",
    "more_left": "Mục này còn {count} ý nữa, mở văn bản gốc để đọc đủ.",
    # several things asked for
    "part": "Về {part}:",
    "of_document": "Theo “{title}”{date}:",
    "part_missing": "Chưa tìm thấy phần về “{part}” trong các văn bản hiện có.",
    "ask_missing": "Chưa tìm thấy phần “{part}” trong các văn bản hiện có.",
    # documents that disagree
    "disputed": "Các văn bản hiện có nêu số liệu, thời gian khác nhau về nội dung này (văn bản mới hơn xếp trước):",
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
    "missing_office": "ai là {office}",
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
