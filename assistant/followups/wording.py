"""How people continue a conversation (linguistic table)."""

from assistant.followups.spoken import spoken

PARTICLES = spoken(r"(?:\s*[?.!,…]|\s+(?:vậy ạ|thế ạ|ạ|vậy|nhỉ|nhé|hả|cơ)(?=\s*[?.!]*$))+\s*$")
"""What a question may end with besides its words."""
COURTESY = spoken(
    r"(?:(?:dạ|vâng|ừ|ờ|à|ok|thưa|ad ơi)[, ]+)*(?:(?:cho|xin)\s+(?:(?:em|e|tôi|mình|chị|anh|cô)\s+)?(?:được\s+)?hỏi"
    r"(?:\s+thêm)?[, ]+|(?:cho|xin)\s+(?:em|tôi|mình|chị)\s+biết[, ]+|(?<=[, ]))"
)
"""What a question may begin with besides its words."""
CONNECTIVE = spoken(
    r"(?:không(?: phải)?,?\s+)?(?:ý (?:tôi|em|mình|chị|anh) là|(?:tôi|em|mình|chị|anh) (?:hỏi|muốn hỏi))\s+(?=\w)|"
    r"(?:thế còn|thế thì|vậy còn|vậy thì|còn đối với|còn về|à còn|còn|thế|vậy|và|rồi|riêng)\s+(?=\w)"
)
COMPOUND = spoken(
    r"(?:thế (?:nào|giới|kỷ|kỉ|hệ|vận|chiến|lực|năng|mạnh|chấp|tục|hội|cờ|chân|bí|tôn|phiệt)|"
    r"còn (?:lại|được|gọi|sống|nhiều|bao|mấy|ai|gì|tồn|hiệu|phải|trẻ|nguyên|những)|"
    r"và (?:nếu|khi)|rồi sao|con (?:dưới|đẻ|nuôi|cái|em|gái|trai|người))(?!\w)"
)
"""Words that begin like a connective and are none."""
SO_WHAT = spoken(r"\s*,?\s*thì (?:sao|thế nào|như thế nào|ra sao|bao nhiêu)$")
WEAK_SO_WHAT = spoken(r"\s*,?\s*(?:như thế nào|thế nào|ra sao)$")
"""Many whole questions end so; it means a follow-up only after a connective or a bare place or time."""
COMPARED = spoken(r"so với\s+")
PREPOSITION = spoken(r"(?:ở|tại|của|trong|vào|cho|bên|phía|tính đến|đến)\s+")

_THAT = r"(?:đó(?!\s+(?:ai|đâu))|này|ấy|nói trên|vừa nêu|trên)(?!\w)"
PLACE_BACK = spoken(
    r"(?:ở|tại)\s+(?:đó|đấy|đây)(?!\w)|nơi\s+(?:đó|này|ấy)(?!\w)|"
    rf"(?P<head>tỉnh|huyện|xã|phường|quận|thành phố|thị xã|thị trấn|cụm|đơn vị|địa phương)\s+{_THAT}"
)
YEAR_BACK = spoken(r"(?:(?:trong|vào)\s+)?(?:cùng năm|năm (?:đó|ấy))(?!\w)")
TITLE = spoken(r"(?:đồng chí|bà|ông|chị|anh|cô)\s")
PERSON_BACK = spoken(r"(?P<head>đồng chí|bà|ông|chị|anh|cô|cán bộ|người)\s+(?:ấy|đó(?!\s+ai)|này)(?!\w)")
THING_BACK = spoken(
    r"(?P<head>văn bản|tài liệu|báo cáo|kế hoạch|thông báo|nghị quyết|quyết định|công văn|chỉ thị|kết luận|hướng dẫn|"
    r"tờ trình|nghị định|thông tư|chương trình|đề án|dự án|mô hình|phong trào|cuộc thi|hội thi|hội nghị|hội thảo|"
    rf"ngày hội|đại hội|câu lạc bộ|cuộc vận động|lớp|quỹ|sự kiện|hoạt động)\s+{_THAT}"
)
AMONG_BACK = spoken(r"trong (?:số )?đó\s+")
ANY_PAPER = frozenset({"van ban", "tai lieu"})
ANY_EVENT = frozenset({"su kien", "hoat dong"})

YEAR_AFTER = spoken(r"năm (?:sau|kế tiếp|tiếp theo|kế)(?:\s+đó)?(?!\w)")
YEAR_BEFORE = spoken(r"năm (?:liền trước|trước)(?:\s+đó)?(?!\w)")
AGAIN = spoken(
    r"(?:(?:nói|nêu|kể)\s+)?(?:rõ|cụ thể|chi tiết)\s*(?:hơn|thêm)(?:\s+(?:đi|được không|xem))?|"
    r"còn (?:gì|ai|đâu|những gì|những ai|(?:đơn vị|nơi|tỉnh|huyện|xã|cái|mô hình) nào) nữa(?:\s+không)?|"
    r"(?:kể|nêu|nói) thêm(?:\s+đi)?"
)

BARE_WORDS = frozenset(
    str.split(
        "ký ban hành chủ trì dự tham gia phát biểu trao nhận đạt giải nhất nhì khai mạc bế điều tổ chức diễn ra "
        "phụ trách chịu trách nhiệm phê duyệt đứng đầu chỉ đạo báo cáo trình bày khen thưởng tăng giảm lại bằng "
        "phần trăm kế hoạch tiêu hiệu lực số ngày bắt kết thúc kéo dài gồm thành quả mục đích nội dung kinh phí "
        "thực hiện triển khai thời gian địa điểm người đại biểu cụ thể tên nguyên nhân cao thấp hơn năm tháng mắt "
        "lập lần thứ trung bình tổng cộng là có được đã sẽ do vào từ ở tại cho những các thì bị bởi của về theo "
        "trong đến lên khoảng tất cả cùng nó họ "
        "tỷ tỉ lệ mức tiền trị giá đồng chiếm vượt chưa thiếu hoàn xong so với trước sau đơn vị nhiều ít nhất lớn nhỏ "
        "hay không mấy nữa rồi thì mà cơ"
    )
)
"""Syllables that name no subject: a question of nothing else is about what was asked before."""
SIGNED = spoken(r"(?<!\w)ký(?!\w)")
"""What is done to a paper only."""
TITLED = "văn bản “{title}”"
"""A paper without a number."""
ABOUT_PAPER = spoken(r"(?<!\w)(?:ký|ban hành|hiệu lực|số hiệu|phê duyệt)(?!\w)")
NAMED_HEADS = (
    "chương trình", "mô hình", "đề án", "dự án", "phong trào", "cuộc vận động", "cuộc thi", "hội thi", "hội nghị",
    "hội thảo", "ngày hội", "đại hội", "câu lạc bộ", "lớp", "quỹ", "lễ",
)  # fmt: skip
QUANTITY_NOUN = spoken(r"(?:tổng số|số|tỷ lệ|tỉ lệ|kinh phí|tổng|mức|doanh số|dư nợ)\s")
TRAILING_VERBS = spoken(
    r"(?:\s+(?:có|là|được|đạt|gồm|tổ chức|diễn ra|nêu|vào|ở|tại|từ|đến|về|cho|khoảng|tất cả|do))+\s*$"
)
UNIT_BEFORE = spoken(r"(?:các cấp\s+)?hội(?:\s+(?:lhpn|liên hiệp phụ nữ|phụ nữ))?\s+$")
ADMIN = (
    r"(?:tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|tp\.?|quận|đặc khu|thôn|bản|ấp|buôn|cụm(?: thi đua)?(?: số)?)"
)
ADMIN_WORD = spoken(rf"(?<!\w){ADMIN}\s+")
NAME_ENDS = frozenset(
    str.split("co la duoc nam dat giup nhan trong thang quy va cua o tai cho ve da se bao may ai gi nao thi to ho den")
)
"""Folded syllables at which a place typed without capitals ends."""

HOW_MANY = "{subject} có bao nhiêu {topic}{period}?"
HOW_MUCH = "{topic}{of}{period} là bao nhiêu?"
WHO = "{topic}{of}{period} là ai?"
WHEN = "{topic}{of}{period} khi nào?"
HOW = "{topic}{of}{period} như thế nào?"
AND = " và "
OF, YEAR, AT, HAS = " của {subject}", "năm {year}", "ở {place}", "{scope} có {rest}?"
