"""Short spellings of chat and of office notes with what they stand for (linguistic table)."""

SLANG: dict[str, tuple[str, ...]] = {
    "ko": ("không",),
    "hok": ("không",),
    "hông": ("không",),
    "dc": ("được",),
    "đc": ("được",),
    "dk": ("được", "đăng ký"),
    "đk": ("được", "đăng ký"),
    "vs": ("với",),
    "cx": ("cũng",),
    "ntn": ("như thế nào",),
    "bn": ("bao nhiêu",),
    "bnh": ("bao nhiêu",),
    "bnhiu": ("bao nhiêu",),
    "baoh": ("bao giờ",),
    "mn": ("mọi người",),
    "trc": ("trước",),
    "ns": ("nói",),
    "nhg": ("nhưng",),
    "thg": ("tháng",),
    "qd": ("quyết định",),
    "qđ": ("quyết định",),
    "nq": ("nghị quyết",),
    "nđ": ("nghị định",),
    "bc": ("báo cáo",),
    "hd": ("hướng dẫn", "hợp đồng"),
    "kq": ("kết quả",),
    "ct": ("chỉ tiêu", "chủ tịch", "chương trình", "chỉ thị"),
    "pct": ("phó chủ tịch",),
    "hv": ("hội viên",),
    "pn": ("phụ nữ",),
    "xp": ("xã, phường",),
    "sl": ("số lượng",),
    "tl": ("tỷ lệ",),
    "sđt": ("số điện thoại",),
    "sdt": ("số điện thoại",),
    "đ/c": ("đồng chí",),
    "v/v": ("về việc",),
    "j": ("gì",),
    "k": ("không",),
    "r": ("rồi",),
}
"""In lower case; the likeliest meaning first."""

AT_END_ONLY = frozenset({"k", "r", "hông"})
"""Chat only where the question ends, else a name, a unit or a word of its own."""

FOREIGN_WORDS = frozenset(
    str.split(
        "oxi oxy taxi visa vest bus bar gas mix max box teen car test sex charm of air room is us as has his its this "
        "der des los las les dos per how now low new post most best last trust chips down town moon soon core gore "
        "rose her are our out or if ex ox co2 h2 misa ôzôn ozon fax pos atm gps sos bis rus bos bas mas tas arm farm "
        "form term her sir hers yes gays days ways boys toys see tee lee too zoo goo doo bee fee been seen keen moos "
        "show flow grow slow row bow cow tow dow sow vow mow nos des pos tex rex mex lux dux mars tour tours hour "
        "sim sims pin pins bit bits tip tips top tops cap caps map maps gap gaps lap laps tap taps sum sums gum gums"
    )
)
"""Foreign words that happen to spell a syllable in Telex or VNI keys."""

NUMBERED_NOUNS = frozenset(
    str.split(
        "to tổ khu quy quý thang tháng nam năm lop lớp khoa khóa dot đợt so số ky kỳ muc mục dieu điều khoan khoản "
        "tap tập phan phần quan quận phuong phường xa xã cap cấp hang hạng loai loại giai nhom nhóm cum cụm de đề"
    )
)
"""Nouns a number follows: glued to one ("quy2", "to3") a digit is that number and no VNI key."""
