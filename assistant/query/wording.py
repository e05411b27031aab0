"""The small words of questions: courtesy, interrogatives, function words (linguistic table)."""

COURTESY: tuple[str, ...] = (
    "xin chào", "chào bạn", "chào anh chị", "chào anh", "chào chị", "chào em", "chào cô", "chào bác", "chào trợ lý",
    "em chào anh chị", "chào đồng chí", "chào ad", "ad ơi", "admin ơi", "bạn ơi",
    "anh ơi", "chị ơi", "em ơi", "cô ơi", "bác ơi", "trợ lý ơi", "dạ", "thưa anh chị", "thưa",
    "cho em hỏi", "cho e hỏi", "cho tôi hỏi", "cho mình hỏi", "cho chị hỏi", "cho anh hỏi", "cho cô hỏi", "cho hỏi",
    "cho em biết", "cho e biết", "cho tôi biết", "cho mình biết", "cho chị biết", "cho biết", "hãy cho biết",
    "làm ơn", "vui lòng", "xin hỏi", "em muốn hỏi", "tôi muốn hỏi", "mình muốn hỏi", "chị muốn hỏi", "em hỏi chút",
    "hỏi chút", "giúp em", "giúp tôi", "giúp mình", "giúp chị", "giùm em", "hộ em", "hộ tôi", "tìm giúp", "xin",
    "với ạ", "vậy ạ", "thế ạ", "được không ạ", "nhé", "nha", "ạ",
    "em cảm ơn", "cảm ơn", "cám ơn", "em cám ơn", "xin cảm ơn",
)  # fmt: skip
"""Dropped for search where a question starts or ends with them."""

ASKS_NUMBER: tuple[str, ...] = (
    "bao nhiêu phần trăm",
    "mấy phần trăm",
    "bao nhiêu",
    "mấy",
    "số mấy",
    "thứ mấy",
    "bao lâu",
    "bao xa",
)
ASKS_PERSON: tuple[str, ...] = (
    "ai", "người nào", "đồng chí nào", "chủ tịch nào", "cá nhân nào", "những ai", "tên là gì", "bà nào", "ông nào",
)  # fmt: skip
ASKS_DATE: tuple[str, ...] = (
    "khi nào", "bao giờ", "lúc nào", "năm nào", "ngày nào", "tháng nào", "tháng mấy", "ngày mấy", "năm bao nhiêu",
    "ngày bao nhiêu", "thời gian nào", "thời điểm nào", "thập kỷ nào", "thế kỷ nào", "giai đoạn nào", "nhiệm kỳ nào",
    "hôm nào", "vào thời gian",
)  # fmt: skip
ASKS_PLACE: tuple[str, ...] = (
    "ở đâu", "tại đâu", "từ đâu", "đến đâu", "nơi nào", "tỉnh nào", "huyện nào", "xã nào", "thành phố nào",
    "địa phương nào", "địa điểm nào", "nước nào", "quốc gia nào", "khu vực nào", "chỗ nào", "đâu",
)  # fmt: skip
ASKS_REASON: tuple[str, ...] = ("tại sao", "vì sao", "do đâu", "nguyên nhân nào", "lý do nào")
ASKS_MANNER: tuple[str, ...] = (
    "như thế nào",
    "thế nào",
    "ra sao",
    "như nào",
    "bằng cách nào",
    "làm thế nào",
    "làm sao",
)
ASKS_DOCUMENTS: tuple[str, ...] = (
    "văn bản nào", "tài liệu nào", "bài viết nào", "bài nào", "bản tin nào", "tin nào", "báo cáo nào", "nguồn nào",
)  # fmt: skip
ASKS_THING: tuple[str, ...] = ("gì", "nào", "cái gì", "điều gì", "những gì", "định nghĩa")
ASKS_YES_NO: tuple[str, ...] = ("có phải", "hay không", "được không", "phải không", "không")

FUNCTION_WORDS: tuple[str, ...] = (
    "là", "và", "của", "có", "được", "các", "những", "cho", "trong", "với", "từ", "đến", "tại", "ở", "vào", "ra",
    "thì", "mà", "này", "đó", "kia", "ấy", "bị", "bởi", "do", "đã", "đang", "sẽ", "khi", "như", "để", "về", "theo",
    "trên", "dưới", "một", "hoặc", "nếu", "vì", "cũng", "rằng", "bằng", "gồm", "hãy", "nêu", "đối", "cùng", "sau",
    "trước", "lên", "xuống", "phải", "biết", "thể", "cái", "điều", "sao", "thế", "việc", "gọi", "làm", "lại", "mỗi",
)  # fmt: skip
"""Never what a question is about; an answer is not measured by them."""

FUNCTION_WORDS_ONLY_ACCENTED: tuple[str, ...] = (
    "còn", "nên", "kể", "tên", "ông", "bà", "anh", "chị", "họ", "nó", "mình", "hay", "qua", "rất", "bạn",
)  # fmt: skip
"""Likewise, but typed without accents they may be something else (hộ, sổ, chi, con), so only accents tell."""

PLURAL: tuple[str, ...] = (
    "những", "hai hội nghị", "hai cụm", "hai đơn vị", "hai văn bản", "hai tỉnh", "cả hai", "ba văn bản", "ba tỉnh",
    "so sánh", "lần lượt", "từng", "mỗi",
)  # fmt: skip
"""Several things are asked for, perhaps from several documents."""

MENTION_WORDS: tuple[str, ...] = (
    "nhắc đến", "nhắc tới", "nhắc", "đề cập đến", "đề cập tới", "đề cập", "nói về", "nói đến", "nói tới",
    "liên quan đến", "liên quan tới", "viết về", "xuất hiện", "nêu", "kể", "thuộc", "chứa", "quy định", "cụm từ",
    "nội dung", "thông tin",
)  # fmt: skip
"""In "những văn bản nào nhắc đến X": what is not X."""

DROPPED_NOTE = "bỏ qua khi tìm"
"""What a chip of courtesy says."""
