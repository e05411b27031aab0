"""Words that turn a sentence round: negations and opposites (linguistic table)."""

NEGATIONS = frozenset({"không", "chưa", "chẳng", "chả", "đừng", "chớ"})
CHANGES = frozenset({"tăng", "giảm"})
ENDING = frozenset(str.split("xóa xoá cấm ngừng dừng miễn tránh thiếu mất hết bỏ"))
"""Words that need no negation to say that something is not or no longer."""
LACKING = frozenset(str.split("thiếu vắng"))
"""Words that say by themselves that there is none: còn thiếu chứng chỉ, chưa có chứng chỉ."""
UNACCENTED_NEGATIONS = frozenset({"khong", "chua", "chang", "ko"})

NOT_NEGATING_BEFORE: frozenset[str] = frozenset(
    str.split(
        "chỉ những ngừng gian khí quân lưu phận dưới quá kể ít riêng trung gì chừng hẳn nhẽ lẽ trọng vận"
        " tặc sạch độ hơn đầy thấp vượt"
    )
)
"""Words after a negation that make something else of it (không chỉ, không gian, không quá)."""

NOT_NEGATING_AFTER: frozenset[str] = frozenset(str.split("hàng trên hư số hay 5 năm có tàu hỏi khí tay"))
"""Words before a negation with which it is no negation (hàng không, hay không, 5 không)."""

OPPOSITES: tuple[tuple[str, str], ...] = (
    ("tăng", "giảm"), ("trên", "dưới"), ("cao", "thấp"), ("nhiều", "ít"), ("trước", "sau"), ("hơn", "kém"),
    ("đầu", "cuối"), ("mở", "đóng"), ("thành lập", "giải thể"), ("bắt buộc", "tự nguyện"), ("cho phép", "cấm"),
    ("được phép", "cấm"), ("đồng ý", "từ chối"), ("đồng ý", "phản đối"), ("chấp nhận", "từ chối"), ("nam", "nữ"),
    ("trong", "ngoài"), ("mua", "bán"), ("nhập khẩu", "xuất khẩu"), ("thắng", "thua"), ("lớn", "nhỏ"), ("dài", "ngắn"),
    ("mạnh", "yếu"), ("tốt", "xấu"), ("nhanh", "chậm"), ("lãi", "lỗ"), ("thu", "chi"), ("sớm", "muộn"), ("tối đa",
    "tối thiểu"),
    ("hợp pháp", "trái phép"), ("tăng cường", "giảm bớt"), ("lên", "xuống"), ("vào", "ra"), ("thuận lợi", "khó khăn"),
    ("thành công", "thất bại"), ("nhất trí", "bất đồng"), ("có", "không có"), ("bắc", "nam"), ("đông", "tây"),
    ("ưu điểm", "hạn chế"),
    ("quá", "chưa đến"), ("đã", "chưa"), ("phải", "không phải"), ("được", "không được"), ("mới", "cũ"), ("nặng", "nhẹ"),
    ("tích cực", "tiêu cực"), ("bảo đảm", "vi phạm"), ("công khai", "bí mật"), ("sáng", "chiều"), ("sống", "chết"),
)  # fmt: skip
"""Both are looked for word by word: one in the sentence exactly where the source has the other."""
