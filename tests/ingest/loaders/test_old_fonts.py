import io

import docx
import pytest

from ingest.documents import RawDocument
from ingest.loaders.registry import parse
from tests.ingest.legacy_writing import written

LINE = "Hội Liên hiệp Phụ nữ huyện vận động được nhiều nguồn lực giúp đỡ hội viên nghèo, phụ nữ khó khăn."


def text_of(raw: RawDocument) -> str:
    return raw.pages[0].text


def test_docx_in_old_fonts_is_decoded_by_run_style_and_table() -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph(written(LINE, "tcvn3"))
    mixed = document.add_paragraph()
    mixed.add_run(written("kế hoạch ", "tcvn3")).font.name = ".VnTimeH"
    mixed.add_run(written("vận động", "vni")).font.name = "VNI-Times"
    mixed.add_run(" hội viên ®").font.name = "Arial"
    table = document.add_table(2, 2)
    for row, cells in enumerate([("Đơn vị", "Hội viên mới"), ("Huyện Tân Sơn", "312")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = written(text, "tcvn3")
    buffer = io.BytesIO()
    document.save(buffer)
    raw = parse(buffer.getvalue(), "a.docx", ".docx")
    assert text_of(raw) == f"{LINE}\n\nKẾ HOẠCH vận động hội viên ®\n\nHuyện Tân Sơn — Hội viên mới: 312"
    assert set((raw.encoding or "").split("+")) == {"tcvn3", "vni", "unicode"}
    assert raw.encoding_confidence == 1.0


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("entities", [False, True])
def test_html_in_an_old_encoding_is_decoded(encoding: str, entities: bool) -> None:
    shown = written(LINE, encoding)
    if entities:
        shown = "".join(f"&#{ord(char)};" if ord(char) > 160 else char for char in shown)
    head = '<html><head><meta charset="x-user-defined"></head>'
    page = f'{head}<body><p><font face=".VnTime">{shown}</font></p></body></html>'
    raw = parse(page.encode("latin-1"), "a.html", ".html")
    assert (text_of(raw), raw.encoding) == (LINE, encoding)


def test_html_in_unicode_with_entities_stays_right() -> None:
    page = (
        "<html><body><p>Hội nghị tổng kết c&ocirc;ng t&aacute;c năm, &lt;b&gt; v&agrave; 8&nbsp;người</p></body></html>"
    )
    assert text_of(parse(page.encode(), "a.html", ".html")) == "Hội nghị tổng kết công tác năm, <b> và 8\u00a0người"
