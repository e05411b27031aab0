"""What web pages print around an article: a linguistic table of labels, counters and widgets.

Matched against one line, spaces collapsed, case folded.
"""

import re


def _table(text: str) -> list[str]:
    return [entry.strip() for entry in text.split("|")]


CONTROLS = _table(
    """trang chủ|trang nhất|home|đăng nhập|đăng ký|đăng xuất|quên mật khẩu|tìm kiếm|tìm kiếm nâng cao|sơ đồ trang
    |sơ đồ site|sơ đồ website|sitemap|rss|bản in|in bài viết|in bài|in trang|in tin|in trang này|bản để in|print
    |gửi email|gửi mail|gửi bài viết|gửi cho bạn bè|gửi tin|gửi cho bạn|email cho bạn bè|chia sẻ|chia sẻ bài viết
    |chia sẻ facebook
    |chia sẻ lên facebook|share|tweet|like|thích|google+|messenger|zalo|facebook|twitter|linkedin|pinterest|telegram
    |copy link|sao chép liên kết|sao chép|lưu bài viết|lưu bài|lưu tin|lưu|bình luận|gửi bình luận|viết bình luận
    |ý kiến bạn đọc|gửi ý kiến|gửi phản hồi|phản hồi|quay lại|trở lại|trở về|quay lại trang trước|về trang trước
    |về đầu trang|lên đầu trang|xem thêm|xem tiếp|xem chi tiết|đọc tiếp|đọc thêm|xem tất cả
    |cỡ chữ|tăng cỡ chữ|giảm cỡ chữ|a+|a-|a|aa|nghe đọc bài|đọc bài viết|nghe bài viết|tải về|toggle navigation
    |skip to content|menu|theo dõi chúng tôi trên|theo dõi|chuyển đến nội dung chính|phóng to|thu nhỏ
    |tương phản|font size|english|tiếng việt|liên hệ|hỏi đáp|giới thiệu|tin tức|lịch công tác|thư điện tử|hộp thư góp ý
    """
)
"""Buttons and links; one line of two or more of them is never content."""

LONE_CONTROLS = frozenset(
    _table(
        """trang chủ|trang nhất|đăng nhập|đăng xuất|quên mật khẩu|tìm kiếm nâng cao|sơ đồ trang|sơ đồ site|sơ đồ website
        |sitemap|rss|bản in|in bài viết|in bài|in trang|in tin|in trang này|bản để in|print|gửi email|gửi mail
        |gửi bài viết|gửi cho bạn bè|gửi cho bạn|email cho bạn bè|chia sẻ bài viết|chia sẻ facebook|chia sẻ lên facebook
        |share|tweet|like|google+|copy link|sao chép liên kết|lưu bài viết|gửi bình luận|viết bình luận|ý kiến bạn đọc
        |quay lại trang trước|về trang trước|về đầu trang|lên đầu trang|xem tiếp|đọc tiếp|xem tất cả|cỡ chữ
        |tăng cỡ chữ|giảm cỡ chữ|nghe đọc bài|nghe bài viết|toggle navigation|skip to content
        |chuyển đến nội dung chính|chia sẻ|xem thêm|đọc thêm"""
    )
)
"""Those that are never content alone on their line either."""

TAIL_LABELS = frozenset(
    _table(
        """tâm điểm|các đề án|đề án|video|video clip|video clips|clip|hình ảnh|thư viện ảnh|thư viện video
        |thư viện hình ảnh|album ảnh|album|phóng sự ảnh|liên kết|liên kết web|liên kết website|liên kết trang
        |website liên kết|quảng cáo|banner|thăm dò ý kiến|thăm dò|bình chọn|tin nổi bật|tin tiêu điểm|tiêu điểm
        |tin mới nhất|tin mới|đọc nhiều
        |đọc nhiều nhất|xem nhiều|xem nhiều nhất|tin đọc nhiều|tin xem nhiều|bài đọc nhiều|văn bản mới|văn bản chỉ đạo
        |văn bản mới ban hành|thông báo|thông tin cần biết|chuyên mục|danh mục|chuyên đề|bản tin|lịch công tác|fanpage
        |hỏi đáp|góp ý|hộp thư góp ý|đường dây nóng|tuyên truyền|hoạt động hội|phụ nữ với pháp luật|media|multimedia
        |infographic|infographics|podcast|ảnh|tags|từ khóa|từ khoá|bình luận|facebook|zalo|youtube|twitter|liên hệ
        |giới thiệu|tin tức|trang chủ|văn bản|thư viện|tìm kiếm|đăng ký nhận tin"""
    )
)
"""Names of side boxes: boilerplate after the article, ordinary headings inside it."""

RELATED_HEADS = re.compile(
    r"(?:các |những )?(?:tin|bài|bài viết|tin bài)(?: tức| viết)?"
    r" (?:liên quan|khác|mới hơn|cũ hơn|mới|cũ|cùng chuyên mục|cùng chủ đề|cùng loại|đã đưa|đã đăng|trước|tiếp theo|"
    r"cùng thể loại|gợi ý)(?: hơn)?\s*[:.»]*|có thể bạn quan tâm\s*:?|tin mới hơn|tin cũ hơn|bài viết liên quan\s*:?"
)
"""Opens a list of other articles."""

WIDGETS = re.compile(
    r"""(?:
      tổng\ số\ điểm\ của\ bài\ viết.* | click\ để\ đánh\ giá.* | đánh\ giá\ bài\ viết\s*:?
    | (?:xếp\ hạng|đánh\ giá)\s*:\s*\d.*(?:phiếu\ bầu|đánh\ giá|bình\ chọn|votes?|/\s*5.{0,3})
    | \d(?:[.,]\d)?\s*/\s*5\s*[(\-–].*(?:phiếu\ bầu|đánh\ giá|bình\ chọn|votes?)\)?
    | \d[\d.,]*\ (?:phiếu\ bầu|đánh\ giá|bình\ chọn|votes?)
    | thống\ kê\ (?:lượt\ )?truy\ cập | bộ\ đếm(?:\ truy\ cập)? | lượt\ truy\ cập | số\ người\ truy\ cập
    | (?:lượt|số\ lượt|số\ lần)\ (?:xem|đọc|truy\ cập|tải)\s*:?\s*\d[\d.,]*
    | \d[\d.,]*\ (?:lượt\ )?(?:xem|views?|lượt\ đọc)
    | (?:đã\ xem|view|views|hits|lượt\ xem)\s*:\s*\d[\d.,]* | (?:bình\ luận|ý\ kiến)\s*\(\d+\)
    | (?:máy\ chủ\ tìm\ kiếm|khách\ viếng\ thăm|khách\ vi[eế]ng\ thăm|thành\ viên\ (?:trực\ tuyến|online)
        |(?:đang|số\ người|người)\ (?:online|trực\ tuyến|xem)|online|khách\ online)\s*:?\s*\d[\d.,]*
    | (?:©|copyright\b|\(c\)\ ?20\d\d|bản\ quyền\ (?:©|20\d\d|thuộc\ (?:về\ )?(?:hội|báo|cổng|trang|tạp\ chí))).*
    | (?:®\s*)?(?:vui\ lòng\ )?ghi\ rõ\ nguồn.*(?:phát\ hành\ lại|đăng\ lại|trang\ (?:tin|web)|website|\w\.\w).*
    | (?:thiết\ kế|phát\ triển)\ (?:và\ phát\ triển\ )?bởi\b.* | (?:powered|designed|developed)\ by.*
    | bạn\ (?:cần|phải)\ đăng\ nhập.* | bạn\ đã\ không\ sử\ dụng\ site.* | mã\ (?:an\ toàn|bảo\ mật)\s*:?
    | javascript.{0,80} | trình\ duyệt\ của\ bạn\ .* | your\ browser\ does\ not\ support.*
    | theo\ dõi\ .{1,60}\ trên\ (?:google\ news|facebook|zalo).* | đăng\ ký\ nhận\ (?:tin|bản\ tin).{0,30}
    | (?:chia\ sẻ|theo\ dõi|like|tags?)\s*:\s*(?:facebook|zalo|twitter|,|\s)* | 0?0:00(?:\s*/\s*\d?\d:\d\d)?
    )""",
    re.VERBOSE,
)
"""Rating forms, counters, copyright lines: boilerplate wherever they stand."""

VISIT = "truy cập"
VISITS = re.compile(r".{0,40}\btruy cập\s*:?\s*\d[\d.,]*")
"""Any line that ends in a number of visits."""

COUNTERS = re.compile(
    r"(?:(?:hôm nay|hôm qua|tuần này|tuần trước|tháng này|tháng trước|tháng hiện tại|năm nay|tổng cộng|tất cả|tổng số|"
    r"trong ngày|trong tuần|trong tháng|tổng lượt|khách|thành viên|bots?)\s*){1,2}\s*:?\s*\d[\d.,]*"
)
"""Lines of a visitor counter: boilerplate beside other boilerplate, figures of a report elsewhere."""

FOOTER = re.compile(
    r"(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|email|e-mail|hotline|website|cơ quan chủ quản|giấy phép (?:số|hoạt động)"
    r"|chịu trách nhiệm|trưởng ban biên tập|ban biên tập|tổng biên tập|tags?|từ kho[áà]|từ khóa)\s*[:\s].*"
)
"""Imprint of a site: boilerplate only after other boilerplate at the end."""

CRUMBS = re.compile(
    r"(?:trang chủ|trang nhất|home)\s*[»›>/|→\-–:].*|[^.!?»›«‹]{2,60}(?:\s*[»›]\s*[^.!?»›«‹]{2,80})+"
    r"|[^.!?>]{2,40}(?:\s+>\s+[^.!?>]{2,80}){2,}"
)
"""The path of a page within its site."""
