"""An office's own .docx, made here with python-docx, filled and read back."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import WordTemplateError
from assistant.messages_vi.sentences import error_text
from assistant.reports.model import ReportDraft
from assistant.reports.word.exporting import export
from assistant.reports.word.office_template import FilledTemplate, fill_template
from assistant.reports.word.options import ExportOptions, NoteStyle
from assistant.reports.word.profile_files import load_profile
from assistant.reports.word.template_problems import TemplateFault, problem_text
from tests.assistant.reports.word.made_draft import small_draft
from tests.assistant.reports.word.reading_back import note_texts, noted_texts, opened, part

HOI = load_profile("HOI")


def saved(document: object) -> bytes:
    written = io.BytesIO()
    document.save(written)  # type: ignore[attr-defined]
    return written.getvalue()


def of_lines(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def office_template() -> bytes:
    """With a split title, an own font for the text, a table and a header."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Văn phòng Hội – {{ky}}"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece, bold in (("Về: {{ti", True), ("eu_", False), ("de}}", True), (" (dự thảo)", False)):
        title.add_run(piece).bold = bold
    document.add_paragraph("Đơn vị: {{ Đơn vị }}, Số:{{so}}, {{dia_danh}}, {{ngay}}")
    body = document.add_paragraph()
    body.paragraph_format.left_indent = Pt(20)
    run = body.add_run("{{noi_dung}}")
    run.font.name, run.font.size = "Arial", Pt(11)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "{{bang_chi_tieu}}"
    table.rows[0].cells[1].text = "Người ký: {{nguoi_ky}}"
    document.add_paragraph("Nguồn:")
    document.add_paragraph("{{nguon}}")
    document.add_paragraph("Hết.")
    return saved(document)


def filled(template: bytes, **changed: object) -> FilledTemplate:
    return fill_template(small_draft(**changed), template, HOI)


def texts(data: bytes) -> list[str]:
    return [one.text for one in opened(data).paragraphs]


def faults(result: FilledTemplate) -> list[tuple[TemplateFault, str]]:
    return [(one.fault, one.name) for one in result.problems]


def test_a_placeholder_split_over_runs_is_filled_in_the_format_of_its_first_letter() -> None:
    result = filled(office_template())
    title = next(one for one in opened(result.data).paragraphs if one.text.startswith("Về: "))
    assert title.text == f"Về: {small_draft().title} (dự thảo)"
    assert [run.bold for run in title.runs if run.text] == [True, False]
    assert title.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_words_are_filled_with_or_without_accents_and_number_and_day_stay_open() -> None:
    line = next(one for one in texts(filled(office_template()).data) if one.startswith("Đơn vị:"))
    assert line == "Đơn vị: Hội LHPN tỉnh Sông Thao, Số:      /BC-BTV, Sông Thao, ngày … tháng … năm 20…"


def test_the_text_takes_the_format_of_its_place() -> None:
    document = opened(filled(office_template()).data)
    paragraph = next(one for one in document.paragraphs if one.text.startswith("Toàn tỉnh kết nạp"))
    assert paragraph.paragraph_format.left_indent == Pt(20)
    assert {(run.font.name, run.font.size) for run in paragraph.runs} == {("Arial", Pt(11))}
    heading = next(one for one in document.paragraphs if one.text == "II. KẾT QUẢ CÔNG TÁC HỘI")
    assert heading.runs[0].bold
    assert heading.runs[0].font.size == Pt(11)
    assert heading.paragraph_format.left_indent == Pt(20)
    assert "{{" not in "".join(texts(filled(office_template()).data))


def test_figures_keep_their_notes_in_a_filled_template() -> None:
    data = filled(office_template()).data
    for one in noted_texts(data):
        quotes = " ".join(one.notes)
        assert [figure for figure in re.findall(r"\d+(?:[.,/]\d+)*", one.text) if figure not in quotes] == []
    assert len(noted_texts(data)) == 8
    assert {"FootnoteText", "FootnoteReference"} <= {style.style_id for style in opened(data).styles}


def test_tables_stand_in_their_places() -> None:
    document = opened(filled(office_template()).data)
    outer = document.tables[0]
    inner = outer.rows[0].cells[0].tables[0]
    assert [cell.text for cell in inner.rows[1].cells][1:5] == ["Hội viên mới", "người", "5.000", "3.562"]
    assert outer.rows[0].cells[0]._tc[-1].tag == qn("w:p")
    assert outer.rows[0].cells[1].text == "Người ký: "
    sources = document.tables[1]
    assert [cell.text for cell in sources.rows[0].cells] == ["Số", "Nguồn", "Trích nguyên văn"]
    assert len(sources.rows) == 8
    assert [row.cells[1].text.split("/")[0] for row in sources.rows[1:4]] == [
        "Báo cáo số 1",
        "Báo cáo số 9",
        "Báo cáo số 2",
    ]
    following = [one.text for one in document.paragraphs][-2:]
    assert following == ["", "Hết."]


def test_a_running_head_is_filled_and_marked_as_a_draft() -> None:
    head = opened(filled(office_template()).data).sections[0].header
    assert [one.text for one in head.paragraphs] == ["DỰ THẢO do trợ lý AI tạo", "Văn phòng Hội – 6 tháng đầu năm 2023"]


def test_filling_twice_keeps_one_mark_and_the_notes_of_the_first() -> None:
    first = filled(of_lines("{{muc:II.1}}", "{{muc:III}}")).data
    second = filled(_with_line(first, "{{muc:II.2}}")).data
    notes = note_texts(second)
    assert list(notes) == [str(number) for number in range(1, len(notes) + 1)]
    assert len(notes) == len(note_texts(first)) + 2
    head = opened(second).sections[0].header
    assert [one.text for one in head.paragraphs].count("DỰ THẢO do trợ lý AI tạo") == 1


def _with_line(data: bytes, line: str) -> bytes:
    document = opened(data)
    document.add_paragraph(line)
    return saved(document)


def test_sections_are_found_by_their_path_with_those_below_them() -> None:
    result = filled(of_lines("A", "{{muc:II.2}}", "B", "{{mục: 2.1}}", "C"))
    assert texts(result.data) == [
        "A",
        "2.1. Hỗ trợ phụ nữ phát triển toàn diện",
        "Tổ chức 607 buổi tuyên truyền cho 95.230 lượt phụ nữ.",
        "2.2. Tham gia xây dựng Đảng",
        "Giới thiệu 184 phụ nữ ưu tú cho Đảng. Số được kết nạp: [CẦN BỔ SUNG: XD01].",
        "B",
        *[one for one in texts(export(small_draft(), HOI)) if one.startswith(("Toàn tỉnh", "- "))],
        "C",
    ]


def test_troubles_are_named_with_their_places_and_the_rest_is_filled() -> None:
    document = Document()
    document.add_paragraph("Kỳ: {{ky}}")
    document.add_paragraph("{{khong_co}} và {{tieu_de")
    document.add_paragraph("{{muc:IX.4}}")
    table = document.add_table(rows=2, cols=2)
    table.rows[1].cells[0].text = "ten_don_vi}}"
    document.sections[0].footer.paragraphs[0].text = "{{noi_dung}}"
    document.add_paragraph("{{muc:II}}")
    result = filled(saved(document), rows=())
    assert faults(result) == [
        (TemplateFault.BROKEN, "{{tieu_de"),
        (TemplateFault.UNKNOWN, "khong_co"),
        (TemplateFault.NO_SECTION, "muc:IX.4"),
        (TemplateFault.BROKEN, "ten_don_vi}}"),
        (TemplateFault.NOT_HERE, "noi_dung"),
        (TemplateFault.LEFT_OUT, "Ban Thường vụ Hội LHPN tỉnh Sông Thao bá"),
        (TemplateFault.LEFT_OUT, "Đặc điểm tình hình"),
        (TemplateFault.LEFT_OUT, "Nhiệm vụ trọng tâm 6 tháng cuối năm"),
    ]
    where = [one.where for one in result.problems]
    assert where[0] == "đoạn 2: “{{khong_co}} và {{tieu_de”"
    assert where[3] == "bảng 1, dòng 2, ô 1: “ten_don_vi}}”"
    assert where[4] == "chân trang: “{{noi_dung}}”"
    assert texts(result.data)[:2] == ["Kỳ: 6 tháng đầu năm 2023", "{{khong_co}} và {{tieu_de"]
    assert all(problem_text(one)[-1] == "." for one in result.problems)
    assert problem_text(result.problems[1]).startswith("Không có ô điền tên “{{khong_co}}” (đoạn 2")


def test_words_beside_a_block_stay_in_front_of_it() -> None:
    shown = texts(filled(of_lines("Kết quả: {{muc:III}} (hết)")).data)
    assert shown == ["Kết quả:  (hết)", "Phấn đấu hoàn thành 17 nội dung trọng tâm của năm."]


def test_sources_as_a_table_are_put_at_the_end_where_the_template_has_no_place_for_them() -> None:
    result = fill_template(small_draft(), of_lines("{{noi_dung}}"), HOI, ExportOptions(NoteStyle.APPENDIX))
    assert opened(result.data).tables[-1].rows[1].cells[0].text == "[1]"
    document = part(result.data, "word/document.xml")
    anchors = {one.get(qn("w:anchor")) for one in document.iter(qn("w:hyperlink"))} - {None}
    assert anchors == {one.get(qn("w:name")) for one in document.iter(qn("w:bookmarkStart"))}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=12))
def test_wherever_word_splits_a_line_it_is_filled_alike(sizes: list[int]) -> None:
    line, document = "Kỳ {{ky}}: {{ tiêu đề }}; {{so}}.", Document()
    paragraph, at = document.add_paragraph(), 0
    for size in [*sizes, len(line)]:
        paragraph.add_run(line[at : at + size])
        at += size
    assert texts(filled(saved(document)).data) == [f"Kỳ 6 tháng đầu năm 2023: {small_draft().title};       /BC-BTV."]


def test_recipients_are_listed_line_by_line() -> None:
    (shown,) = texts(filled(of_lines("{{noi_nhan}}"), recipients=("Như trên;", "- Lưu: VT")).data)
    assert shown == "- Như trên;\n- Lưu: VT."


def test_braces_of_the_draft_are_not_placeholders() -> None:
    shown = texts(filled(of_lines("{{tieu_de}}", "{{don_vi}}"), title="Kết quả {{don_vi}}").data)
    assert shown == ["Kết quả {{don_vi}}", "Hội LHPN tỉnh Sông Thao"]


def changed_parts(data: bytes, **parts: bytes) -> bytes:
    """``data`` with parts replaced or added; underscores of a name stand for slashes."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        named = {name.replace("__", "/"): content for name, content in parts.items()}
        for member in old.namelist():
            if member not in named:
                new.writestr(member, old.read(member))
        for name, content in named.items():
            new.writestr(name, content)
    return written.getvalue()


def with_relation(kind: str, target: str) -> bytes:
    data = of_lines("{{tieu_de}}")
    relation = (
        f'<Relationship Id="rId99" TargetMode="External" Target="{target}" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rels = archive.read("word/_rels/document.xml.rels")
    return changed_parts(
        data, **{"word___rels__document.xml.rels": rels.replace(b"</Relationships>", relation.encode())}
    )


def with_body(xml: str) -> bytes:
    data = of_lines("{{tieu_de}}")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
    return changed_parts(data, **{"word__document.xml": body.replace(b"<w:body>", b"<w:body>" + xml.encode())})


FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>'
    '<w:r><w:instrText>PICTURE "http://x/y.png"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: b"khong phai Word", "not_word"),
        (lambda: b"PK\x03\x04 cut off", "damaged"),
        (lambda: changed_parts(of_lines("x"), **{"[Content_Types].xml": b"<Types/>"}), "not_word"),
        (lambda: changed_parts(of_lines("x"), **{"word__document.xml": b"<w:document"}), "damaged"),
        (lambda: changed_parts(of_lines("x"), **{"word__media__bomb.bin": bytes(210 * 2**20)}), "unpacks_too_large"),
        (lambda: changed_parts(of_lines("x"), **{"word__theme__theme1.xml": b" " * (50 * 2**20)}), "unpacks_too_large"),
        (
            lambda: changed_parts(of_lines("x"), **{"word__theme__theme1.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
            "entities",
        ),
        (lambda: with_relation("attachedTemplate", "http://kẻ-xấu/mau.dotm"), "external_relation"),
        (lambda: with_relation("image", "http://x/anh.png"), "external_relation"),
        (lambda: with_relation("hyperlink", "file:///C:/a.exe"), "external_relation"),
        (lambda: with_relation("oleObject", "x.bin"), "macro"),
        (lambda: with_body(FIELD), "external_relation"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_hostile_or_damaged_file_is_refused(made: Callable[[], bytes], problem: str) -> None:
    with pytest.raises(WordTemplateError, match=problem) as caught:
        fill_template(small_draft(), made(), HOI)
    assert error_text(caught.value).startswith("Không dùng được mẫu Word này: ")


def test_links_a_reader_may_follow_and_fields_that_fetch_nothing_are_no_danger() -> None:
    filled(with_relation("hyperlink", "https://hoi.example.vn/link"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    link = f'<w:p>{begin}<w:r><w:instrText>HYPERLINK "http://x/ link"</w:instrText></w:r></w:p>'
    filled(with_body(link))


def test_a_word_template_becomes_a_document() -> None:
    data = of_lines("{{tieu_de}}")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    dotx = changed_parts(data, **{"[Content_Types].xml": types.replace(b"document.main+xml", b"template.main+xml")})
    assert texts(filled(dotx).data) == [small_draft().title]


def test_an_exported_file_can_serve_as_a_template(tmp_path: Path) -> None:
    draft: ReportDraft = small_draft(title="{{tieu_de}}", rows=())
    result = filled(export(draft, HOI))
    assert small_draft().title in texts(result.data)
