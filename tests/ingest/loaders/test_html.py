from pathlib import Path

import pytest

from ingest.documents import BlockKind, RawPage
from ingest.errors import NotTextError
from ingest.loaders.html import read_html

SAMPLES = Path(__file__).parents[3] / "assistant" / "samples"


def page_of(html: str) -> RawPage:
    (page,) = read_html(html.encode()).pages
    return page


def blocks(page: RawPage) -> list[tuple[str, BlockKind | None]]:
    kinds = {(span.start, span.end): span.kind for span in page.spans}
    found, position = [], 0
    for line in page.text.split("\n"):
        if line:
            found.append((line, kinds.get((position, position + len(line)))))
        position += len(line) + 1
    return found


def test_sample_reads_title_date_captions_and_table() -> None:
    extracted = read_html((SAMPLES / "mau-03-ngay-hoi-khoi-nghiep-thach-lam.html").read_bytes())
    page = extracted.pages[0]
    assert (
        extracted.declared.title == 'Ngày hội "Phụ nữ khởi nghiệp, phát triển sản phẩm OCOP" huyện Thạch Lâm năm 2024'
    )
    assert extracted.declared.date == "2024-10-17"
    assert extracted.declared.year is None
    lines = dict(blocks(page))
    assert (
        lines["Chủ tịch Hội LHPN huyện Thạch Lâm Lường Thị Hồng Nhạn phát biểu khai mạc Ngày hội"] is BlockKind.CAPTION
    )
    row = (
        "1. Miến dong sấy lạnh không hóa chất — Tác giả: Lò Thị Xoan; Đơn vị: xã Bản Phiêng; "
        "Giải: Nhất; Tiền thưởng (triệu đồng): 10"
    )
    assert lines[row] is BlockKind.TABLE_ROW
    assert "luotXem" not in page.text
    assert "Giới thiệu" not in page.text
    assert "TÂM ĐIỂM" not in page.text


def test_what_no_reader_sees_is_left_out() -> None:
    page = page_of(
        "<body><script>a</script><style>b</style><!-- c --><noscript>d</noscript><p hidden>e</p>"
        '<p style="display : NONE">f</p><div aria-hidden="true">g</div><div role="navigation">h</div>'
        "<header>i</header><footer>k</footer><select><option>l</option></select><p>Nội dung</p></body>"
    )
    assert page.text == "Nội dung"


def test_page_wrapped_in_a_form_keeps_its_text() -> None:
    assert (
        page_of("<body><form id='aspnetForm'><input value='x'><p>Nội dung bài</p></form></body>").text == "Nội dung bài"
    )


def test_article_keeps_its_own_header_and_footer() -> None:
    page = page_of("<article><header><h1>Tiêu đề</h1></header><p>Bài</p><footer>Hồng Vân</footer></article>")
    assert [line for line, _ in blocks(page)] == ["Tiêu đề", "Bài", "Hồng Vân"]


def test_lists_keep_numbers_and_nesting() -> None:
    page = page_of("<ol start='3'><li>Ba<ul><li>con</li></ul></li><li><p>Bốn</p><p>tiếp</p></li></ol>")
    item = BlockKind.LIST_ITEM
    assert blocks(page) == [("3. Ba", item), ("- con", item), ("4. Bốn", item), ("tiếp", item)]


def test_line_breaks_split_and_inline_tags_do_not() -> None:
    assert page_of("<p>Một <b>đậm</b><i>liền</i>,\n hai<br>ba</p>").text == "Một đậmliền, hai\nba"


def test_menu_and_breadcrumb_without_nav_are_hinted_as_boilerplate() -> None:
    page = page_of(
        "<ul><li><a href=a>Giới thiệu</a></li><li><a href=b>Tin tức</a></li><li><a href=c>Liên hệ</a></li></ul>"
        "<div class='breadcrumb'><a href=x>Trang chủ</a> » <a href=y>Tin</a></div>"
        "<ul><li>Hỗ trợ 12 hộ theo <a href=z>Đề án 939</a></li></ul>"
    )
    kinds = [kind for _, kind in blocks(page)]
    assert kinds == [BlockKind.BOILERPLATE] * 4 + [BlockKind.LIST_ITEM]


def test_picture_description_stands_in_only_where_the_page_has_no_caption() -> None:
    page = page_of(
        "<figure><img alt='Mô tả ảnh thứ nhất dài'><figcaption>Chú thích in</figcaption></figure>"
        "<p><img alt='Chủ tịch Hội phát biểu khai mạc'></p><p><img alt='anh-hoi-nghi tong ket.jpg'></p>"
        "<p><img alt='Đoạn văn đã có sẵn'></p><p>Đoạn văn đã có sẵn.</p>"
    )
    captions = [line for line, kind in blocks(page) if kind is BlockKind.CAPTION]
    assert captions == ["Chú thích in", "Chủ tịch Hội phát biểu khai mạc"]


def test_one_column_table_round_a_picture_is_a_caption() -> None:
    page = page_of("<table><tr><td><img src=a.jpg></td></tr><tr><td>Quang cảnh hội nghị</td></tr></table><p>Bài</p>")
    assert blocks(page) == [("Quang cảnh hội nghị", BlockKind.CAPTION), ("Bài", None)]


def test_layout_table_is_read_cell_by_cell() -> None:
    page = page_of("<table><tr><td>HỘI LHPN<br>TỈNH SƠN HÀ</td><td>CỘNG HÒA<br>Độc lập</td></tr></table>")
    assert page.text == "HỘI LHPN\nTỈNH SƠN HÀ\n\nCỘNG HÒA\nĐộc lập"


def test_spans_of_header_cells_name_every_column() -> None:
    page = page_of(
        "<table><thead><tr><th rowspan=2>STT</th><th rowspan=2>Đơn vị</th><th colspan=2>Hội viên</th></tr>"
        "<tr><th>mới</th><th>tổng</th></tr></thead><tr><td colspan=4>Khu vực I</td></tr>"
        "<tr><td>1</td><td>Xã A</td><td>12</td><td>450</td></tr></table>"
    )
    row = BlockKind.TABLE_ROW
    assert blocks(page) == [("Khu vực I", row), ("1. Xã A — Hội viên – mới: 12; Hội viên – tổng: 450", row)]


def test_site_name_is_cut_from_the_declared_title() -> None:
    html = "<head><title>Hội nghị tổng kết năm - Cổng thông tin</title></head><h1>Hội nghị tổng kết năm</h1>"
    assert read_html(html.encode()).declared.title == "Hội nghị tổng kết năm"
    other = "<head><title>Untitled document page</title></head><h1>Hội nghị tổng kết năm</h1>"
    assert read_html(other.encode()).declared.title is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="pubdate" content="08/03/2024 10:30">', "2024-03-08"),
        ('<meta itemprop="datePublished" content="2024-03-08T10:00:00+07:00">', "2024-03-08"),
        ('<meta name="date" content="hôm qua">', None),
        ('<meta name="DC.Date" content="2024-13-45">', None),
    ],
)
def test_declared_date_is_taken_where_it_is_a_date(head: str, day: str | None) -> None:
    assert read_html(f"<head>{head}</head><p>Nội dung</p>".encode()).declared.date == day


def test_address_of_a_saved_page_is_kept() -> None:
    html = "<!DOCTYPE html>\n<!-- saved from url=(0031)https://example.org/tin/hoi-nghi -->\n<html><p>Tin</p></html>"
    assert read_html(html.encode()).declared.url == "https://example.org/tin/hoi-nghi"


def test_declared_windows_1258_is_believed_and_a_wrong_declaration_is_not() -> None:
    meta = '<meta charset="windows-1258">'
    assert read_html(f"{meta}<p>Hôi Phu nư</p>".encode("cp1258")).encoding == "cp1258"
    page = read_html('<meta charset="iso-8859-1"><p>Hội Phụ nữ</p>'.encode())
    assert (page.pages[0].text, page.encoding) == ("Hội Phụ nữ", "utf-8")


def test_binary_named_html_is_refused() -> None:
    with pytest.raises(NotTextError, match="not_text"):
        read_html(bytes(range(256)))


def test_thousands_of_nested_elements_are_read() -> None:
    page = page_of("<div>" * 5000 + "Nội dung sâu" + "</div>" * 5000 + "<p>sau đó</p>")
    assert "sau đó" in page.text


@pytest.mark.parametrize("html", ["một chữ", "http://example.org", '<?xml version="1.0"?><html><p>x</p></html>', "<p>"])
def test_odd_markup_raises_no_warning(html: str) -> None:
    read_html(html.encode())


def test_table_in_a_table_is_read_row_by_row_and_the_outer_one_cell_by_cell() -> None:
    inner = "<table><tr><th>Xã</th><th>Hội viên</th></tr><tr><td>Gò Sen</td><td>31</td></tr></table>"
    read = read_html(f"<html><body><table><tr><td>Mục lục</td><td>{inner}</td></tr></table></body></html>".encode())
    assert [line for line in read.pages[0].text.split("\n") if line] == ["Mục lục", "Gò Sen — Hội viên: 31"]
