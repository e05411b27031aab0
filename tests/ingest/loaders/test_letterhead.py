from ingest.loaders.letterhead import in_reading_order, mixes_columns
from ingest.loaders.placed import PlacedLine, PlacedWord


def line(top: float, *columns: tuple[float, str]) -> PlacedLine:
    """Words eight points a letter, from the places given."""
    words: list[PlacedWord] = []
    for start, text in columns:
        left = start
        for word in text.split():
            words.append(PlacedWord(word, left, top, left + 8 * len(word), top + 12))
            left += 8 * len(word) + 4
    return PlacedLine(tuple(words))


LETTER = [
    line(10, (40, "HỘI LHPN TỈNH SÔNG LAM"), (300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    line(30, (60, "BAN THƯỜNG VỤ"), (320, "Độc lập - Tự do - Hạnh phúc")),
    line(50, (60, "Số: 45/BC-BTV"), (300, "Sông Lam, ngày 12 tháng 7 năm 2024")),
    line(90, (230, "BÁO CÁO")),
    line(110, (40, "Các cấp Hội đã vận động hội viên mới")),
]


def test_letterhead_is_read_column_by_column() -> None:
    assert [one.text for one in in_reading_order(LETTER)] == [
        "HỘI LHPN TỈNH SÔNG LAM",
        "BAN THƯỜNG VỤ",
        "Số: 45/BC-BTV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Lam, ngày 12 tháng 7 năm 2024",
        "BÁO CÁO",
        "Các cấp Hội đã vận động hội viên mới",
    ]


def test_recipients_come_before_the_signature_beside_them() -> None:
    lines = [
        line(10, (40, "Báo cáo này gửi Hội cấp trên để theo dõi./.")),
        line(40, (40, "Nơi nhận:"), (300, "TM. BAN THƯỜNG VỤ")),
        line(56, (40, "- TW Hội (b/c);"), (320, "CHỦ TỊCH")),
        line(72, (40, "- Lưu: VT.")),
        line(110, (300, "Nguyễn Thị Hạ Lam")),
        line(140, (290, "3")),
    ]
    assert [one.text for one in in_reading_order(lines)] == [
        "Báo cáo này gửi Hội cấp trên để theo dõi./.",
        "Nơi nhận:",
        "- TW Hội (b/c);",
        "- Lưu: VT.",
        "TM. BAN THƯỜNG VỤ",
        "CHỦ TỊCH",
        "Nguyễn Thị Hạ Lam",
        "3",
    ]


def test_one_column_stays_as_it_is() -> None:
    lines = [
        line(10, (180, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        line(30, (200, "Độc lập - Tự do - Hạnh phúc")),
        line(60, (40, "Hôm nay, ngày 12 tháng 7 năm 2024, chúng tôi gồm các đồng chí sau đây")),
    ]
    assert in_reading_order(lines) == lines
    assert in_reading_order([]) == []


def test_lines_that_run_through_both_columns_are_noticed() -> None:
    assert mixes_columns(["HỘI LHPN TỈNH A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    assert mixes_columns(["Nơi nhận: TM. BAN THƯỜNG VỤ"])
    assert not mixes_columns(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "Nơi nhận: - Như trên;"])
