from ingest.documents import BlockKind
from ingest.loaders.extracted import Extracted
from ingest.loaders.markdown import read_markdown

SOURCE = """---
title: "Kế hoạch tuyên truyền"
date: 12/3/2024
unit: Hội LHPN xã Tân Khê
---
# Kế hoạch **tuyên truyền**

Đoạn *nghiêng* có [liên kết](https://example.org) và `mã`.
Dòng hai.
<!-- ghi chú
nội bộ -->
- mục một
  viết tiếp
- mục hai
1. thứ nhất

| Đơn vị | Hội viên mới |
|:--|--:|
| Xã A | 12 |
| Xã B \\| C | 13 |

Tiêu đề dưới
------------
![Hội nghị triển khai kế hoạch](anh.png)

***
2 * 3 * 4 = 24 và ten_bien_dai
"""


def read() -> Extracted:
    return read_markdown(SOURCE.encode())


def test_structure_is_hinted_and_marks_are_taken_off() -> None:
    page = read().pages[0]
    found = [(page.text[span.start : span.end], span.kind, span.level) for span in page.spans]
    assert found == [
        ("Kế hoạch tuyên truyền", BlockKind.HEADING, 1),
        ("- mục một viết tiếp", BlockKind.LIST_ITEM, None),
        ("- mục hai", BlockKind.LIST_ITEM, None),
        ("1. thứ nhất", BlockKind.LIST_ITEM, None),
        ("Xã A — Hội viên mới: 12", BlockKind.TABLE_ROW, None),
        ("Xã B | C — Hội viên mới: 13", BlockKind.TABLE_ROW, None),
        ("Tiêu đề dưới", BlockKind.HEADING, 2),
        ("Hội nghị triển khai kế hoạch", BlockKind.CAPTION, None),
    ]
    assert "Đoạn nghiêng có liên kết và mã.\nDòng hai." in page.text
    assert page.text.endswith("2 * 3 * 4 = 24 và ten_bien_dai")
    assert "nội bộ" not in page.text


def test_front_matter_is_declared() -> None:
    declared = read().declared
    assert (declared.title, declared.date, declared.unit) == (
        "Kế hoạch tuyên truyền",
        "2024-03-12",
        "Hội LHPN xã Tân Khê",
    )


def test_unclosed_comment_and_fence_keep_the_text() -> None:
    page = read_markdown("Đầu\n\n<!-- không đóng\n\n```\nmã\n# không phải tiêu đề".encode()).pages[0]
    assert page.text == "Đầu\n\n<!-- không đóng\n\nmã\n# không phải tiêu đề"
    assert page.spans == ()
