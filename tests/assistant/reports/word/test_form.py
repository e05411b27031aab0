"""The form of decree 30/2020/NĐ-CP, appendix I, measured in the XML of exported files."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from assistant.reports.word.exporting import export
from assistant.reports.word.measuring import width_pt
from assistant.reports.word.profile_files import load_profile, profile_names
from tests.assistant.reports.word.made_draft import small_draft
from tests.assistant.reports.word.reading_back import bold, italic, opened, part, size_pt

PROFILES = profile_names()
WITH_STATE = ("HOI", "MTTQ", "ND30")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: export(small_draft(), load_profile(name)) for name in PROFILES}


def cell_paragraphs(data: bytes, table: int, row: int, column: int) -> list[Paragraph]:
    return opened(data).tables[table].rows[row].cells[column].paragraphs


def found(data: bytes, start: str) -> Paragraph:
    return next(one for one in opened(data).paragraphs if one.text.startswith(start))


def rule_pt(paragraph: Paragraph, room_twips: int) -> float:
    """Length of the border of an empty paragraph."""
    assert paragraph._p.pPr.find(qn("w:pBdr")) is not None
    indent = paragraph._p.pPr.find(qn("w:ind"))
    return (room_twips - int(indent.get(qn("w:left"))) - int(indent.get(qn("w:right")))) / 20


@pytest.mark.parametrize("name", PROFILES)
def test_sheet_and_margins_are_those_of_the_decree(files: dict[str, bytes], name: str) -> None:
    for section in opened(files[name]).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert 19.9 <= section.top_margin.mm <= 25.1
        assert 19.9 <= section.bottom_margin.mm <= 25.1
        assert 29.9 <= section.left_margin.mm <= 35.1
        assert 14.9 <= section.right_margin.mm <= 20.1


@pytest.mark.parametrize("name", PROFILES)
def test_every_script_is_set_in_times_new_roman(files: dict[str, bytes], name: str) -> None:
    styles = part(files[name], "word/styles.xml")
    every = [styles, part(files[name], "word/document.xml"), part(files[name], "word/footnotes.xml")]
    fonts = [one for root in every for one in root.iter(qn("w:rFonts"))]
    assert styles.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}") in fonts
    for one in fonts:
        values = {one.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")}
        assert values == {"Times New Roman"}


@pytest.mark.parametrize("name", PROFILES)
def test_the_page_number_stands_in_the_middle_of_the_top_margin_from_page_two(
    files: dict[str, bytes], name: str
) -> None:
    section = opened(files[name]).sections[0]
    assert section.different_first_page_header_footer
    assert section.header_distance < section.top_margin
    codes = {
        which: [code.text.strip() for code in header._element.iter(qn("w:instrText"))]
        for which, header in (("first", section.first_page_header), ("other", section.header))
    }
    assert codes == {"first": [], "other": ["PAGE"]}
    number = next(one for one in section.header.paragraphs if one._p.find(f".//{qn('w:instrText')}") is not None)
    assert number.style.paragraph_format.alignment == 1
    assert 13 <= number.style.font.size.pt <= 14
    lines = sum(one.style.font.size.pt * 1.2 for one in section.header.paragraphs)
    assert section.header_distance.pt + lines <= section.top_margin.pt


@pytest.mark.parametrize("name", WITH_STATE)
def test_the_letterhead_is_a_table_without_borders_with_state_on_the_right(files: dict[str, bytes], name: str) -> None:
    table = opened(files[name]).tables[0]
    assert len(table.columns) == 2
    assert {side.get(qn("w:val")) for side in table._tbl.tblPr.find(qn("w:tblBorders"))} == {"none"}
    assert sum(column.width for column in table.columns) <= Mm(165) + 1000
    state, motto, *_ = cell_paragraphs(files[name], 0, 0, 1)
    assert state.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    for paragraph, low, high in ((state, 12, 13), (motto, 13, 14)):
        assert low <= size_pt(paragraph, paragraph.runs[0]) <= high
        assert bold(paragraph, paragraph.runs[0])
        assert not italic(paragraph, paragraph.runs[0])
        assert paragraph.style.paragraph_format.alignment == 1


@pytest.mark.parametrize("name", WITH_STATE)
def test_rules_are_as_long_as_the_decree_says(files: dict[str, bytes], name: str) -> None:
    document = opened(files[name])
    left, right = (int(column._gridCol.get(qn("w:w"))) for column in document.tables[0].columns)
    _, motto, motto_rule = cell_paragraphs(files[name], 0, 0, 1)
    assert rule_pt(motto_rule, right) == pytest.approx(width_pt(motto.text, 14, bold=True), rel=0.02)
    *_, issuer, issuer_rule = cell_paragraphs(files[name], 0, 0, 0)
    last_line = issuer.text.split("\n")[-1]
    assert 1 / 3 <= rule_pt(issuer_rule, left) / width_pt(last_line, 13, bold=True) <= 1 / 2
    paragraphs = document.paragraphs
    place = next(index for index, one in enumerate(paragraphs) if one.text.startswith("Kết quả công tác Hội"))
    rule = rule_pt(paragraphs[place + 1], left + right)
    indent = paragraphs[place]._p.pPr.find(qn("w:ind"))
    room = (left + right - 2 * int(indent.get(qn("w:left")))) / 20
    assert 0.28 <= rule / room <= 0.5


def test_the_issuer_is_made_of_the_unit_and_breaks_where_the_office_breaks_it(files: dict[str, bytes]) -> None:
    parent, issuer, _ = cell_paragraphs(files["HOI"], 0, 0, 0)
    assert parent.text == "HỘI LHPN VIỆT NAM"
    assert not bold(parent, parent.runs[0])
    assert issuer.text == "BAN THƯỜNG VỤ\nHỘI LHPN TỈNH SÔNG THAO"
    assert bold(issuer, issuer.runs[0])


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("HOI", "Số:      /BC-BTV"),
        ("ND30", "Số:      /BC-BTV"),
        ("MTTQ", "Số:      /BC-MTTQ-BTT"),
        ("DANG", "Số      -BC/ĐU"),
    ],
)
def test_number_and_day_are_left_open(files: dict[str, bytes], name: str, number: str) -> None:
    (line,) = cell_paragraphs(files[name], 0, 1, 0)
    (date,) = cell_paragraphs(files[name], 0, 1, 1)
    assert line.text == number
    assert 13 <= size_pt(line, line.runs[0]) <= 14
    assert date.text == "Sông Thao, ngày … tháng … năm 20…"
    assert italic(date, date.runs[0])
    assert 13 <= size_pt(date, date.runs[0]) <= 14


def test_what_a_person_typed_is_printed() -> None:
    fields = {"number": "45", "date": "2023-02-05", "signer": "Trần Thị Mẫu", "place": "Hồng Lĩnh", "signing": "deputy"}
    data = export(small_draft(fields=fields), load_profile("ND30"))
    assert cell_paragraphs(data, 0, 1, 0)[0].text == "Số: 45/BC-BTV"
    assert cell_paragraphs(data, 0, 1, 1)[0].text == "Hồng Lĩnh, ngày 05 tháng 02 năm 2023"
    signed = [one.text for one in cell_paragraphs(data, 1, 0, 1)]
    assert signed == ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Mẫu"]


@pytest.mark.parametrize("name", PROFILES)
def test_type_and_abstract_stand_in_the_middle_in_bold(files: dict[str, bytes], name: str) -> None:
    for start, low, high in (("BÁO CÁO", 13, 16), ("Kết quả công tác Hội", 13, 14)):
        paragraph = found(files[name], start)
        assert paragraph.style.paragraph_format.alignment == 1
        assert bold(paragraph, paragraph.runs[0])
        assert low <= size_pt(paragraph, paragraph.runs[0]) <= high


@pytest.mark.parametrize("name", PROFILES)
def test_the_body_is_justified_indented_and_spaced(files: dict[str, bytes], name: str) -> None:
    layout = found(files[name], "Toàn tỉnh kết nạp").style.paragraph_format
    assert layout.alignment == 3
    assert layout.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    assert layout.space_after.pt >= 6
    if name == "DANG":
        assert layout.line_spacing.pt in (18, 19, 20)
    else:
        assert 1 <= layout.line_spacing <= 1.5
    assert found(files[name], "Toàn tỉnh kết nạp").style.font.size.pt in (13, 14)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("HOI", ["I. ĐẶC", "II. KẾT", "1. Phong", "2. Ba", "2.1. Hỗ", "2.2. Tham", "III. NHIỆM"]),
        ("ND30", ["I. ĐẶC", "II. KẾT", "1. Phong", "2. Ba", "a) Hỗ", "b) Tham", "III. NHIỆM"]),
        ("DANG", ["I- ĐẶC", "II- KẾT", "1- Phong", "2- Ba", "2.1- Hỗ", "2.2- Tham", "III- NHIỆM"]),
    ],
)
def test_headings_are_numbered_as_the_profile_does(files: dict[str, bytes], name: str, expected: list[str]) -> None:
    headings = [one.text for one in opened(files[name]).paragraphs if one.style.name.startswith("Heading")]
    assert [" ".join(one.split()[:2]) for one in headings] == expected


@pytest.mark.parametrize("name", PROFILES)
def test_recipients_stand_beside_the_signature_without_a_name(files: dict[str, bytes], name: str) -> None:
    label, *items = cell_paragraphs(files[name], 1, 0, 0)
    assert label.text == "Nơi nhận:"
    assert label.style.font.size.pt == (14 if name == "DANG" else 12)
    assert {one.style.font.size.pt for one in items} == {12 if name == "DANG" else 11}
    assert all(one.text.startswith("- ") and one.text.endswith(";") for one in items[:-1])
    assert items[-1].text.endswith(".")
    authority, position, signer = cell_paragraphs(files[name], 1, 0, 1)
    assert authority.text.startswith("T/M" if name == "DANG" else "TM.")
    assert bold(authority, authority.runs[0])
    assert bold(position, position.runs[0]) == (name != "DANG")
    assert signer.text == ""
    assert signer.style.font.bold


@pytest.mark.parametrize("name", PROFILES)
def test_the_text_ends_with_the_mark_of_the_end_except_in_papers_of_the_party(
    files: dict[str, bytes], name: str
) -> None:
    last = found(files[name], "Phấn đấu hoàn thành").text
    assert last.endswith("của năm." if name == "DANG" else "của năm./.")


def test_a_letter_has_its_abstract_below_the_number() -> None:
    draft = small_draft(type_name="CÔNG VĂN", type_code="CV", title="Cung cấp số liệu 6 tháng đầu năm 2023")
    data = export(draft, load_profile("HOI"))
    number, abstract = cell_paragraphs(data, 0, 1, 0)
    assert number.text == "Số:      /BTV"
    assert abstract.text.replace("\n", " ") == "V/v cung cấp số liệu 6 tháng đầu năm 2023"
    assert 12 <= abstract.style.font.size.pt <= 13
    assert "CÔNG VĂN" not in [one.text for one in opened(data).paragraphs]


def test_a_speech_has_neither_number_nor_signature() -> None:
    draft = small_draft(type_name="BÀI PHÁT BIỂU", type_code="", rows=())
    data = export(draft, load_profile("HOI"))
    assert opened(data).tables == []
    assert "Số:" not in "\n".join(one.text for one in opened(data).paragraphs)


@pytest.mark.parametrize("names", [("Đoàn Chủ tịch Hội",), ("Đoàn Chủ tịch Hội", "Thường trực Tỉnh ủy")])
def test_addressees_are_one_line_or_a_list(names: tuple[str, ...]) -> None:
    texts = [one.text for one in opened(export(small_draft(addressees=names), load_profile("HOI"))).paragraphs]
    if len(names) == 1:
        assert "Kính gửi: Đoàn Chủ tịch Hội" in texts
    else:
        place = texts.index("Kính gửi:")
        assert texts[place + 1 : place + 3] == ["- Đoàn Chủ tịch Hội;", "- Thường trực Tỉnh ủy."]


@pytest.mark.parametrize("name", PROFILES)
def test_the_body_ends_with_a_paragraph(files: dict[str, bytes], name: str) -> None:
    blocks = [one.tag for one in opened(files[name]).element.body]
    assert blocks[-2:] == [qn("w:p"), qn("w:sectPr")]
