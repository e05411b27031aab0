"""Vietnamese family names (linguistic table)."""

FAMILY_NAMES: frozenset[str] = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mai Trương Lâm Phùng Tô
    Tạ Cao Chu Châu Thái Hà Quách Lương Vương Kiều Thân Ngụy Nghiêm Từ Tống Triệu La Tăng Văn Hứa Lưu Đàm Đào Lại
    Doãn Bạch Khổng Khương Lục Mạc Nông Sầm Thạch Tôn Trà Ung Âu Đồng Giang Hầu Kha Lã Lò Lường Cầm Quàng
    Vàng Giàng Sùng Thào Hạng Hờ Chẩu Ma Bàn Phàn Tẩn Lầu Mùa Vừ Ksor Rmah Siu Cà Tòng Cung Cù Diệp
    Đậu Đới Hàn Hình Kim Ninh Phí Thiều Tiêu Trình Uông Vi Bế Chế Danh
    """.split()  # noqa: SIM905
)
