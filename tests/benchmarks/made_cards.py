"""Documents made up from a seed, in the layouts offices use and files lose, each with the card it must have."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from tests.benchmarks.identity_cards import Known

SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Nông",
    "Lò",
    "Quàng",
    "Giàng",
    "Ksor",
    "Thạch",
    "Kim",
]
MIDDLE = ["Thị", "Thị Thu", "Thị Ngọc", "Kim", "Thị Bích", "Thanh", "Thị Mỹ", "Hồng"]
GIVEN = [
    "Hà",
    "Lan",
    "Phương",
    "Nhung",
    "Oanh",
    "Yến",
    "Thủy",
    "Hạnh",
    "Liên",
    "Sen",
    "Cúc",
    "Duyên",
    "Trâm",
    "Vân",
    "Thảo",
    "Hiền",
    "Mai",
    "Huệ",
]
PROVINCES = {
    "Bắc Giang": "Bắc Ninh", "Hà Nam": "Ninh Bình", "Sơn La": "Sơn La", "Bến Tre": "Vĩnh Long", "Phú Yên": "Đắk Lắk",
    "Hậu Giang": "Cần Thơ", "Quảng Bình": "Quảng Trị", "Nghệ An": "Nghệ An", "Bình Phước": "Đồng Nai",
    "Thái Nguyên": "Thái Nguyên", "Kon Tum": "Quảng Ngãi", "Lạng Sơn": "Lạng Sơn", "Hòa Bình": "Phú Thọ",
}  # fmt: skip
GROWN = frozenset({"Thái Nguyên"})
PLACES = [
    "Tân Sơn",
    "Yên Lạc",
    "Đồng Phú",
    "Ia Krêl",
    "Mường Chiên",
    "Vĩnh An",
    "Phước Hải",
    "Quế Võ Thượng",
    "Hòa Hiệp",
]
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
REPORTS = (
    ("Kết quả công tác Hội và phong trào phụ nữ năm {y}, phương hướng nhiệm vụ năm {y1}", "{y}-01-01/{y}-12-31"),
    ("Sơ kết phong trào thi đua 6 tháng đầu năm {y}, nhiệm vụ 6 tháng cuối năm {y}", "{y}-01-01/{y}-06-30"),
    ("Kết quả thực hiện Đề án 939 quý III năm {y}", "{y}-07-01/{y}-09-30"),
    ("Tình hình hoạt động tháng 4/{y}", "{y}-04-01/{y}-04-30"),
    ("Kết quả 9 tháng đầu năm {y} và nhiệm vụ trọng tâm quý IV năm {y}", "{y}-01-01/{y}-09-30"),
    ("Sơ kết 05 năm thực hiện Chỉ thị 21-CT/TW của Ban Bí thư", ""),
)
OTHERS = (
    ("Kế hoạch", "KH", "Tổ chức Tuần lễ Áo dài hưởng ứng Ngày Quốc tế Phụ nữ năm {y}"),
    ("Hướng dẫn", "HD", "Sinh hoạt chi hội, tổ phụ nữ quý II năm {y}"),
    ("Thông báo", "TB", "Về việc tổ chức Hội thi cán bộ Hội cơ sở giỏi năm {y}"),
    ("Quyết định", "QĐ", "Về việc thành lập Ban Tổ chức Đại hội đại biểu phụ nữ nhiệm kỳ 2021 - 2026"),
    ("Tờ trình", "TTr", "Về việc phê duyệt kinh phí hoạt động của câu lạc bộ năm {y}"),
    ("Nghị quyết", "NQ", "Về phương hướng, nhiệm vụ công tác Hội năm {y}"),
    ("Chương trình", "CTr", "Công tác trọng tâm của Ban Thường vụ năm {y}"),
)
BODY = (
    "Thực hiện Kế hoạch số 57/KH-ĐCT ngày 12/01/2020 của Đoàn Chủ tịch, đơn vị đã triển khai nhiều hoạt động.",
    "I. TÌNH HÌNH CHUNG",
    "Toàn đơn vị có {n} hội viên, sinh hoạt tại {m} chi hội. Đồng chí Hoàng Văn Bắc, Phó Chủ tịch UBND, dự và chỉ đạo.",
    "1. Công tác tuyên truyền",
    "Tổ chức {m} buổi tuyên truyền nhân ngày 8/3, 20/10; 02/08 hợp tác xã đạt tiêu chí; 7/7 chỉ tiêu hoàn thành.",
    "Ngày 15/5/2016, Bộ Chính trị ban hành Chỉ thị 05-CT/TW; các cấp Hội tỉnh Vĩnh Phúc và tỉnh Gia Lai đã trao đổi.",
)


@dataclass(slots=True)
class _Plan:
    """What the document is to say."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    title_lines: list[str] = field(default_factory=list)
    authority: list[str] = field(default_factory=list)
    signer: str = ""
    card: dict[str, str] = field(default_factory=dict)


def made(count: int, seed: int) -> Iterator[Known]:
    """Documents with their cards; the same for the same seed."""
    random = Random(seed)
    for number in range(count):
        plan = _Plan()
        _fill(plan, random)
        text = _noise("\n".join(_layout(plan, random)), random)
        yield Known(f"made-{seed}-{number}", text, plan.card)


def _fill(plan: _Plan, random: Random) -> None:
    province = random.choice(sorted(PROVINCES))
    place = random.choice(PLACES)
    day = (random.randint(2012, 2024), random.randint(1, 12), random.randint(1, 28))
    party = random.random() < 0.15
    _bodies(plan, random, province, place, party=party)
    _subject(plan, random, day[0], party=party)
    where = place if "place" not in plan.card or province not in plan.card["place"] else province
    if random.random() < 0.1:
        plan.right.append(f"{where}, ngày ..... tháng ..... năm {day[0]}")
    else:
        plan.card["date"] = f"{day[0]}-{day[1]:02}-{day[2]:02}"
        written = f"{day[2]:02}", (f"{day[1]:02}" if day[1] < 3 or random.random() < 0.3 else str(day[1]))
        plan.right.append(f"{where}, ngày {written[0]} tháng {written[1]} năm {day[0]}")
    if plan.card.get("province_old") in GROWN and "date" not in plan.card:
        del plan.card["province_old"]
    _signature(plan, random, party=party)


def _bodies(plan: _Plan, random: Random, province: str, place: str, *, party: bool) -> None:
    plan.card |= {"province_old": province, "province_new": PROVINCES[province]}
    if party:
        plan.left = [f"ĐẢNG BỘ TỈNH {province.upper()}", f"HUYỆN ỦY {place.upper()}", "*"]
        plan.right = ["ĐẢNG CỘNG SẢN VIỆT NAM"]
        plan.card |= {"parent": f"Đảng bộ tỉnh {province}", "issuer": f"Huyện ủy {place}", "place": place}
        return
    plan.right = list(STATE)
    kind = random.randrange(5)
    if kind == 0:
        plan.left = ["HỘI LHPN VIỆT NAM", f"BAN THƯỜNG VỤ HỘI LHPN TỈNH {province.upper()}"]
        plan.card |= {"parent": "Hội LHPN Việt Nam", "issuer": f"Ban Thường vụ Hội LHPN tỉnh {province}"}
        plan.card["place"] = f"tỉnh {province}"
    elif kind == 1:
        plan.left = [f"HỘI LHPN TỈNH {province.upper()}", "HỘI LIÊN HIỆP PHỤ NỮ", f"HUYỆN {place.upper()}"]
        plan.card |= {"parent": f"Hội LHPN tỉnh {province}", "issuer": f"Hội Liên hiệp Phụ nữ huyện {place}"}
        plan.card["place"] = f"huyện {place}"
    elif kind == 2:
        plan.left = [f"HỘI LHPN XÃ {place.upper()}", "BAN THƯỜNG VỤ"]
        plan.card["issuer"] = f"Ban Thường vụ Hội LHPN xã {place}"
        plan.card["place"] = f"xã {place}"
        del plan.card["province_old"], plan.card["province_new"]
    elif kind == 3:
        plan.left = ["ỦY BAN MTTQ VIỆT NAM", f"TỈNH {province.upper()}", "BAN THƯỜNG TRỰC"]
        plan.card |= {"issuer": f"Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh {province}", "place": f"tỉnh {province}"}
    else:
        plan.left = ["ỦY BAN NHÂN DÂN", f"TỈNH {province.upper()}"]
        plan.card |= {"issuer": f"Ủy ban nhân dân tỉnh {province}", "place": f"tỉnh {province}"}


def _subject(plan: _Plan, random: Random, year: int, *, party: bool) -> None:
    if random.random() < 0.45:
        words, period = random.choice(REPORTS)
        kind, symbol = "Báo cáo", "BC"
        if period:
            plan.card["period"] = period.format(y=year)
    else:
        kind, symbol, words = random.choice(OTHERS)
    title = words.format(y=year, y1=year + 1)
    plan.card |= {"type": kind, "title": title}
    body = "HU" if party else random.choice(["BTV", "HPN", "BCH", "HLHPN"])
    number = f"{random.randint(1, 400):02}"
    code = f"{number}-{symbol}/{body}" if party else f"{number}/{symbol}-{body}"
    label = "Số " if party else "Số: "
    if random.random() < 0.12:
        plan.left.append(f"{label}     {code.removeprefix(number)}")
    else:
        plan.card["number"] = code
        spaced = f"{number} /{symbol} - {body}" if not party and random.random() < 0.3 else code
        plan.left.append(label + spaced)
    if not party and random.random() < 0.15:
        urgency = random.choice(["Khẩn", "Thượng khẩn", "Hỏa tốc"])
        plan.card["urgency"] = urgency
        plan.left.append(urgency.upper())
    plan.title_lines = [kind.upper(), *_wrapped(title, random)]


def _wrapped(title: str, random: Random) -> list[str]:
    words = title.split()
    if len(words) < 9 or random.random() < 0.4:
        return [title]
    cut = random.randint(5, len(words) - 3)
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def _signature(plan: _Plan, random: Random, *, party: bool) -> None:
    plan.signer = " ".join([random.choice(SURNAMES), random.choice(MIDDLE), random.choice(GIVEN)])
    if party:
        plan.authority, position = ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], "Phó Bí thư"
    elif random.random() < 0.4:
        plan.authority, position = ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Phó Chủ tịch"
    else:
        plan.authority, position = ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"], "Chủ tịch"
    if random.random() < 0.5:
        plan.authority.append(random.choice(["(Đã ký)", "(ký tên, đóng dấu)"]))
    plan.card |= {"signer": plan.signer, "position": position}


def _layout(plan: _Plan, random: Random) -> Iterator[str]:
    yield from _columns(plan.left, plan.right, random)
    yield random.choice(["", "-------"])
    yield from plan.title_lines
    yield random.choice(["", "----------"])
    yield from (line.format(n=random.randint(300, 9000), m=random.randint(5, 90)) for line in BODY)
    recipients = ["Nơi nhận:", "- Như trên;", "- Thường trực Đảng ủy (b/c);", "- Lưu: VT, TG."]
    signed = [*plan.authority, "", plan.signer]
    yield from _columns(recipients, signed, random)


def _columns(left: list[str], right: list[str], random: Random) -> Iterator[str]:
    style = random.choice(["beside", "left", "right", "mixed", "cells"])
    if style == "left":
        yield from [*left, *right]
    elif style == "right":
        yield from [*right, *left]
    else:
        for place in range(max(len(left), len(right))):
            one = left[place] if place < len(left) else ""
            other = right[place] if place < len(right) else ""
            if style == "mixed":
                yield from (line for line in (one, other) if line)
            elif style == "cells":
                yield f"{one} | {other}"
            else:
                yield f"{one:<45}     {other}"


def _noise(text: str, random: Random) -> str:
    """What scanners, converters and typists do to a text."""
    if random.random() < 0.25:
        text = text.replace("Hòa", "Hoà").replace("HÒA", "HOÀ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ")
    if random.random() < 0.25:
        text = "".join("\u00a0" if char == " " and random.random() < 0.3 else char for char in text)
    if random.random() < 0.15:
        text = text.replace("BÁO CÁO\n", "B Á O   C Á O\n").replace("KẾ HOẠCH\n", "KẾ  HOẠCH\n")
    if random.random() < 0.15:
        text = text.replace("Tự do - Hạnh phúc", "Tự do – Hạnh phúc").replace("HÒA XÃ", "HÕA XÃ")
    return text.replace("\n\n", "\n") if random.random() < 0.3 else text
