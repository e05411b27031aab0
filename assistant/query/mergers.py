"""Provinces joined on 1 July 2025, and other names of provinces (linguistic table)."""

SPELLINGS: dict[str, str] = {
    "tp hcm": "Hồ Chí Minh",
    "tphcm": "Hồ Chí Minh",
    "hcmc": "Hồ Chí Minh",
    "hcm": "Hồ Chí Minh",
    "sài gòn": "Hồ Chí Minh",
    "thành phố mang tên bác": "Hồ Chí Minh",
    "hanoi": "Hà Nội",
    "thủ đô hà nội": "Hà Nội",
    "haiphong": "Hải Phòng",
    "danang": "Đà Nẵng",
    "cantho": "Cần Thơ",
    "thừa thiên huế": "Huế",
    "tt huế": "Huế",
    "br vt": "Bà Rịa - Vũng Tàu",
    "brvt": "Bà Rịa - Vũng Tàu",
    "vũng tàu": "Bà Rịa - Vũng Tàu",
    "bắc cạn": "Bắc Kạn",
    "backan": "Bắc Kạn",
    "đắc lắc": "Đắk Lắk",
    "đăk lăk": "Đắk Lắk",
    "đắc lắk": "Đắk Lắk",
    "daklak": "Đắk Lắk",
    "đắc nông": "Đắk Nông",
    "đăk nông": "Đắk Nông",
    "daknong": "Đắk Nông",
    "kontum": "Kon Tum",
    "công tum": "Kon Tum",
    "gialai": "Gia Lai",
    "pleiku": "Gia Lai",
    "q ninh": "Quảng Ninh",
    "q nam": "Quảng Nam",
    "q ngãi": "Quảng Ngãi",
    "q bình": "Quảng Bình",
    "q trị": "Quảng Trị",
    "laocai": "Lào Cai",
    "xứ nghệ": "Nghệ An",
    "hoà bình": "Hòa Bình",
    "khánh hoà": "Khánh Hòa",
    "thanh hoá": "Thanh Hóa",
    "khanhhoa": "Khánh Hòa",
    "thanhhoa": "Thanh Hóa",
    "bắcgiang": "Bắc Giang",
    "bắcninh": "Bắc Ninh",
    "phúthọ": "Phú Thọ",
    "nghệan": "Nghệ An",
}
"""Other spellings, in lower case, to the name in the tables."""

INITIALS: dict[str, tuple[str, ...]] = {
    "hn": ("Hà Nội",),
    "sg": ("Hồ Chí Minh",),
    "hp": ("Hải Phòng",),
    "đn": ("Đà Nẵng", "Đồng Nai"),
    "dn": ("Đà Nẵng", "Đồng Nai"),
    "ct": ("Cần Thơ",),
    "tth": ("Huế",),
    "vt": ("Bà Rịa - Vũng Tàu",),
    "đl": ("Đắk Lắk",),
    "qn": ("Quảng Ninh", "Quảng Nam", "Quảng Ngãi"),
    "qb": ("Quảng Bình",),
    "qt": ("Quảng Trị",),
    "bg": ("Bắc Giang",),
    "hg": ("Hà Giang", "Hậu Giang"),
    "tg": ("Tiền Giang",),
    "kg": ("Kiên Giang",),
    "ag": ("An Giang",),
    "lc": ("Lào Cai", "Lai Châu"),
    "tn": ("Thái Nguyên", "Tây Ninh"),
    "tb": ("Thái Bình",),
    "tq": ("Tuyên Quang",),
    "yb": ("Yên Bái",),
    "bđ": ("Bình Định", "Bình Dương"),
    "bd": ("Bình Dương", "Bình Định"),
    "bt": ("Bình Thuận", "Bến Tre"),
    "bp": ("Bình Phước",),
    "nb": ("Ninh Bình",),
    "nt": ("Ninh Thuận",),
    "nđ": ("Nam Định",),
    "na": ("Nghệ An",),
    "pt": ("Phú Thọ",),
    "py": ("Phú Yên",),
    "vp": ("Vĩnh Phúc",),
    "vl": ("Vĩnh Long",),
    "th": ("Thanh Hóa",),
    "ls": ("Lạng Sơn",),
    "cb": ("Cao Bằng",),
    "sl": ("Sơn La",),
    "đb": ("Điện Biên",),
    "bk": ("Bắc Kạn",),
    "hy": ("Hưng Yên",),
    "hd": ("Hải Dương",),
    "kh": ("Khánh Hòa",),
    "gl": ("Gia Lai",),
    "kt": ("Kon Tum",),
    "lđ": ("Lâm Đồng",),
    "đt": ("Đồng Tháp",),
    "st": ("Sóc Trăng",),
    "bl": ("Bạc Liêu",),
    "cm": ("Cà Mau",),
    "tv": ("Trà Vinh",),
    "la": ("Long An",),
}
"""Initials, in lower case; several names: search them all, choose none."""

PLACE_WORDS = frozenset({"tinh", "tp", "o", "tai", "lhpn", "hlhpn", "hpn", "pn"})
"""Folded words before which initials are a place."""

UNMISTAKABLE = frozenset({"hn", "sg", "tth", "qn", "bg", "yb", "hg", "kg", "ag", "đl", "bđ", "nb"})
"""Initials that need no announcing word when they are in capitals."""

WORDS_TOO: tuple[str, ...] = (
    "Hòa Bình", "Thái Bình", "Bình Định", "Bình Phước", "Long An", "Nam Định", "Bình Dương", "Gia Lai", "An Giang",
    "Sơn La", "Hà Nam", "Huế", "Đồng Nai",
)  # fmt: skip
"""Names that are also ordinary words, or part of others (hòa bình; Thái Bình Dương), unless written as names."""

NOT_PLACES: tuple[str, ...] = ("thái bình dương", "xô viết nghệ tĩnh")
"""Longer phrases that hold a name and are not the place."""

PEOPLE_TOO = frozenset({"Hồ Chí Minh"})
"""Written in full a person as well: a place only after CITY_WORDS."""
CITY_WORDS = frozenset({"tp", "pho"})

NOTE_INCLUDES = "{name} (cũng tìm {others}: sáp nhập từ 7/2025)"
NOTE_PART_OF = "{name} (nay thuộc {whole})"
