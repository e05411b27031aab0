"""Claims the store does not hold: invented programmes and events of invented places, and of provinces."""

import random
from collections.abc import Iterator

from tests.benchmarks.verification_changes import PROVINCES

_COMMUNES = (
    "xã Tân Thượng", "xã Khe Mây", "phường Đông Hồ", "xã Suối Lèng", "xã Vĩnh Quới", "thị trấn Bến Lau", "xã Nà Phạ",
    "phường Cẩm Điền", "xã Mường Vang", "xã Phú Lạc Đông", "huyện Sông Lam", "huyện Đồng Khê", "xã Hòa Nhơn Tây",
)  # fmt: skip
_PEOPLE = (
    "Lò Thị Sim", "Phùng Ngọc Diễm", "Vi Thị Hạ", "Trịnh Bảo Ngân", "Quách Thị Đào", "H'Loan Niê", "Đàm Thu Cúc",
    "Nông Thị Bầu", "Mạc Kim Thoa", "Tăng Mỹ Duyên",
)  # fmt: skip
_MODELS = (
    "Bếp ấm đường biên", "Ngăn tủ sẻ chia", "Con đường hoa ngũ sắc", "Mẹ kể con nghe", "Vườn rau khởi nghiệp",
    "Phiên chợ gieo mầm", "Ống tre tiết kiệm", "Tổ phụ nữ giữ nước sạch", "Tiếng kẻng bình yên",
    "Biến rác thành bảo hiểm",
    "Chiếc ghế yêu thương", "Tủ sách bên sông", "Nhà vườn số hóa",
)  # fmt: skip
_TEMPLATES = (
    "Hội LHPN {commune} ra mắt mô hình “{model}” với {n} thành viên, mỗi tháng sinh hoạt hai lần.",
    "Năm {year}, Hội LHPN {commune} phối hợp Trạm Y tế khám sàng lọc miễn phí cho {n} chị em trên 40 tuổi.",
    "Chị {person}, hội viên {commune}, vay {m} triệu đồng nuôi ong lấy mật và đã trả hết nợ sau {k} năm.",
    "Từ quỹ “{model}”, {commune} trao {n} chiếc xe đạp cho học sinh có hoàn cảnh khó khăn vào năm học {year}.",
    "Ngày {d}/{mo}/{year}, {commune} tổ chức ngày hội “{model}” thu hút hơn {n} lượt người tham dự.",
    "Đồng chí {person}, Chủ tịch Hội LHPN {commune}, được tặng Bằng khen vì {k} năm liền dẫn đầu phong trào thi đua.",
    "Đến tháng {mo}/{year}, câu lạc bộ “{model}” của {commune} đã bán được {m} tấn nông sản qua các phiên livestream.",
    "Hội LHPN {commune} đã hoàn thành lắp {n} bóng đèn năng lượng mặt trời trên tuyến đường phụ nữ tự quản dài {k} km.",
    "Qua khảo sát tại {commune}, {p}% hội viên được hỏi cho biết đã biết dùng ví điện tử để đóng hội phí.",
    "Theo Kế hoạch số {n}/KH-HPN ngày {d}/{mo}/{year}, {commune} mở {k} lớp dạy đan lát cho phụ nữ khuyết tật.",
    "Nhóm thợ nữ do bà {person} lập ra tại {commune} đã sửa chữa miễn phí {k} căn nhà tốc mái sau bão.",
    "Giải bóng chuyền hơi nữ {commune} năm {year} có {k} đội với {n} vận động viên tranh tài trong ba ngày.",
    "Hợp tác xã {model} ở {commune} xuất lô chè hoa vàng đầu tiên nặng {m} kg sang Hàn Quốc vào quý III/{year}.",
    "Cuộc thi ảnh “{model}” do {commune} phát động nhận {n} tác phẩm của {k} tác giả nữ.",
    "Bà {person} hiến {n} m2 đất vườn để {commune} mở rộng nhà trẻ và xây lớp học tình thương.",
)

_IN_PROVINCES = 0.3


def invented(chance: random.Random) -> Iterator[str]:
    """Programmes and events of communes and people that do not exist."""
    while True:
        for template in chance.sample(_TEMPLATES, len(_TEMPLATES)):
            place = chance.choice(_COMMUNES)
            if chance.random() < _IN_PROVINCES:
                place = f"tỉnh {chance.choice(PROVINCES)}"
            yield template.format(
                commune=place,
                person=chance.choice(_PEOPLE),
                model=chance.choice(_MODELS),
                year=chance.randint(2015, 2024),
                n=chance.randint(21, 980),
                m=chance.randint(11, 95),
                k=chance.randint(3, 19),
                p=chance.randint(21, 96),
                d=chance.randint(1, 28),
                mo=chance.randint(1, 12),
            )
