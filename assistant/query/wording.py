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
    "số bao nhiêu",
    "mang số mấy",
    "mang số bao nhiêu",
    "số hiệu bao nhiêu",
    "số hiệu mấy",
    "thứ mấy",
    "bao lâu",
    "bao xa",
)
ASKS_PERSON: tuple[str, ...] = (
    "ai", "người nào", "đồng chí nào", "chủ tịch nào", "cá nhân nào", "những ai", "tên là gì", "bà nào", "ông nào",
)  # fmt: skip
ASKS_DATE: tuple[str, ...] = (
    "khi nào", "bao giờ", "lúc nào", "năm nào", "ngày nào", "tháng nào", "tháng mấy", "ngày mấy", "năm bao nhiêu",
    "ngày bao nhiêu", "ngày tháng năm nào", "ngày tháng nào",
    "thời gian nào", "thời điểm nào", "thập kỷ nào", "thế kỷ nào", "giai đoạn nào", "nhiệm kỳ nào",
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
    "văn bản nói gì", "tài liệu nói gì", "văn bản nói những gì", "tài liệu nói những gì", "văn bản viết gì",
    "văn bản đề cập gì", "văn bản nhắc gì", "văn bản nói như thế nào", "văn bản nói thế nào", "tài liệu viết gì",
    "tài liệu nói như thế nào", "tài liệu nói thế nào",
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

ENUMERATING: tuple[str, ...] = (
    "những", "bao gồm", "gồm", "liệt kê", "kể tên", "kể ra", "nêu tên", "danh sách", "là những",
)  # fmt: skip
"""The answer is an enumeration."""

YES_NO_ENDS: tuple[str, ...] = ("không", "ko", "hay không", "hong", "hông", "chưa")
"""Behind "có … nào" they ask whether there is one, not which."""

NOT_WHERE_AFTER: frozenset[str] = frozenset({"thang", "nua", "lan", "buoc", "me", "nhan", "dung", "quy", "di", "hang"})
NOT_WHERE_BEFORE: frozenset[str] = frozenset({"nam", "tien", "nhiem", "tre", "moi", "tu", "mua", "thang", "quy"})
"""Around "dau" typed without accents these make it "đầu"."""

OFFICES: tuple[str, ...] = (
    "chủ tịch", "bí thư", "giám đốc", "trưởng ban", "cụm trưởng", "chủ nhiệm", "trưởng phòng", "đồng chí", "ông", "bà",
    "chị", "anh", "người", "cô", "tác giả", "phóng viên", "lãnh đạo", "cán bộ", "nhân vật", "vua", "tổng thống",
    "thủ tướng", "bộ trưởng", "hiệu trưởng", "vợ", "chồng", "con", "cha", "mẹ", "nhà", "vị", "viên", "sĩ", "thư ký",
    "tướng", "đội trưởng", "nữ", "em",
)  # fmt: skip
"""Only where one of these stands before it "tên là gì" asks for a person."""

TITLES: frozenset[str] = frozenset({"ba", "ong", "chi", "anh", "co", "em"})
"""Folded, right before a person's name; the last syllable of "đồng chí" among them."""

APPROXIMATORS: tuple[str, ...] = ("vào khoảng", "khoảng", "chừng", "tầm", "độ", "tổng cộng", "tất cả")
"""Between what is counted and "bao nhiêu"."""

AMOUNTS: tuple[tuple[str, ...], ...] = (
    ("so", "sanh", "tong", "so"), ("so", "sanh", "so", "luong"), ("so", "sanh", "so"), ("tong", "so", "luong"),
    ("tong", "so"), ("so", "luong"), ("con", "so"), ("tong",), ("so",),
)  # fmt: skip
"""Folded, before what is counted; longer ones first. "Số tiền" and "số điểm" count money and points all the same."""

REGIONS_WITH_AND: frozenset[tuple[str, str]] = frozenset({("du", "mien"), ("bo", "duyen")})
"""Syllables around the "và" of a region's own name, folded."""

TAKING_VERBS: frozenset[str] = frozenset({"giu", "mang", "nhan", "dat", "tham", "bau", "trao", "ky", "mo", "mac"})
"""Folded; before "gì" and "nào" the noun begins behind them."""

COMMON_IN_NAMES: frozenset[str] = frozenset(
    {"an", "ban", "bao", "bch", "bi", "btv", "cao", "cap", "chap", "chi", "chu", "chuong", "cum", "dan", "dang",
     "de", "doan", "dong", "hanh", "hdnd", "hiep", "hoach", "hoi", "huyen", "ke", "lhpn", "lien", "mat", "mttq",
     "nam", "nghi", "nhan", "nu", "pho", "phu", "quoc", "quyet", "so", "theo", "thi", "thu", "thuong", "tich",
     "tinh", "to", "tran", "trinh", "truc", "trung", "truong", "tw", "ubnd", "uong", "uy", "viet", "vu", "xa"}
)  # fmt: skip
"""Folded syllables of which a run of capitals names an office or body that every paper of the union knows."""

MENTION_WORDS: tuple[str, ...] = (
    "nhắc đến", "nhắc tới", "nhắc", "đề cập đến", "đề cập tới", "đề cập", "nói về", "nói đến", "nói tới",
    "liên quan đến", "liên quan tới", "viết về", "xuất hiện", "nêu", "kể", "thuộc", "chứa", "quy định", "cụm từ",
    "nội dung", "thông tin",
)  # fmt: skip
"""In "những văn bản nào nhắc đến X": what is not X."""

DROPPED_NOTE = "bỏ qua khi tìm"
"""What a chip of courtesy says."""
