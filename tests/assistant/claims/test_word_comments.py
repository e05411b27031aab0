"""Comments in the Word file a draft came in: at exactly its sentences, and nothing else changed."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.claims.model import CheckedDraft, ClaimKind, ClaimVerdict
from assistant.claims.word_comments import comment_on_word, comment_text
from assistant.claims.word_drafts import commented_text, commented_word
from ingest.errors import DamagedFileError, FileTooLargeError
from ingest.loaders.docx import read_docx
from tests.assistant.claims.made_checks import check, checked, differing, draft_of, row_part
from tests.libreoffice import converted

FIRST = "Năm 2023, các cấp Hội giúp 12.262 hộ thoát nghèo."
SECOND = "Toàn tỉnh kết nạp 3.562/5.000 hội viên (đạt 75 %)."
THIRD = "Hội nghị do đồng chí Trần Thị Mẫu chủ trì."
ROW = "Xã Tân Lộc — Hội viên mới: 312; Đạt: 95%"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
OPEN_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def saved(document: object) -> bytes:
    written = io.BytesIO()
    document.save(written)  # type: ignore[attr-defined]
    return written.getvalue()


def office_draft() -> bytes:
    """Two sentences in one paragraph cut into runs of different fonts, one below, a table, an automatic number."""
    document = Document()
    document.add_heading("KẾT QUẢ", 1)
    paragraph = document.add_paragraph()
    for text, bold in (("Năm 2023, các cấp Hội ", None), ("giúp 12.262 hộ", True), (" thoát nghèo. Toàn ", None)):
        paragraph.add_run(text).bold = bold
    paragraph.add_run("tỉnh kết nạp 3.562/5.000 hội viên (đạt 75 %).").font.size = Pt(15)
    document.add_paragraph(THIRD, style="List Number")
    table = document.add_table(rows=2, cols=3)
    for row, cells in enumerate((("Đơn vị", "Hội viên mới", "Đạt"), ("Xã Tân Lộc", "312", "95%"))):
        for column, text in enumerate(cells):
            table.rows[row].cells[column].text = text
    return saved(document)


def office_checks(data: bytes) -> CheckedDraft:
    draft = draft_of(read_docx(data).pages[0].text)
    return checked(
        row_part(draft),
        differing(draft, 1, FIRST, "12.262 hộ", "12.226 hộ"),
        check(draft, 2, SECOND, ClaimVerdict.SUPPORTED),
        check(draft, 3, f"1. {THIRD}", ClaimVerdict.NOT_FOUND),
        check(draft, 4, ROW, ClaimVerdict.CONTRADICTED, kind=ClaimKind.TABLE_ROW),
    )


def anchored(data: bytes) -> dict[str, str]:
    """The text each comment stands over, by the first line of the comment."""
    document = Document(io.BytesIO(data))
    names = {str(one.comment_id): one.paragraphs[0].text for one in document.comments}
    found: dict[str, str] = {}
    running: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            running.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            running.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in running:
                found[names[number]] = found.get(names[number], "") + element.text
    return found


def paragraphs(data: bytes) -> Iterator[Paragraph]:
    document = Document(io.BytesIO(data))
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def formatted_letters(data: bytes) -> list[tuple[str, bool | None, object, str]]:
    return [
        (letter, run.bold, run.font.size, paragraph.style.name)
        for paragraph in paragraphs(data)
        for run in paragraph.runs
        for letter in run.text
    ]


def test_every_comment_stands_over_exactly_its_sentence() -> None:
    data = office_draft()
    result = comment_on_word(office_checks(data), data)
    assert anchored(result.data) == {
        "SAI KHÁC": FIRST,
        "CÓ CĂN CỨ": SECOND,
        "KHÔNG TÌM THẤY": THIRD,
        "TRÁI NGƯỢC": "Xã Tân Lộc31295%",
    }
    assert result.not_found == ()


def test_formatting_stays_letter_by_letter() -> None:
    data = office_draft()
    assert formatted_letters(comment_on_word(office_checks(data), data).data) == formatted_letters(data)


def test_a_comment_gives_verdict_values_remarks_reference_and_decision() -> None:
    draft = draft_of(FIRST)
    assert comment_text(differing(draft, 1, FIRST, "12.262 hộ", "12.226 hộ")).split("\n") == [
        "SAI KHÁC",
        "12.262 hộ ↔ 12.226 hộ",
        "Tính lại từ “3.562/5.000” được 71,2 %, bản nháp ghi “75 %”.",
        "[1] Báo cáo số 45/BC-BTV ngày 05/12/2023, tr. 3: “Năm 2023, Hội giúp 12.226 hộ thoát nghèo.”",
        "Sẽ sửa",
    ]


def test_only_wanted_verdicts_and_claims_with_remarks_get_comments() -> None:
    data = office_draft()
    result = comment_on_word(office_checks(data), data, frozenset({ClaimVerdict.CONTRADICTED}))
    assert set(anchored(result.data)) == {"SAI KHÁC", "TRÁI NGƯỢC"}


def test_a_sentence_that_stands_twice_is_marked_where_its_turn_is() -> None:
    document = Document()
    for line in (SECOND, THIRD, SECOND):
        document.add_paragraph(line)
    draft = draft_of("\n".join((SECOND, THIRD, SECOND)))
    last = draft.text.rindex(SECOND)
    third = check(draft, 3, SECOND, ClaimVerdict.NOT_FOUND)
    claim = type(third.claim)(3, SECOND, last, last + len(SECOND), third.claim.kind, third.claim.where)
    checks = checked(draft, check(draft, 2, THIRD, ClaimVerdict.SUPPORTED), type(third)(claim, ClaimVerdict.NOT_FOUND))
    result = Document(io.BytesIO(comment_on_word(checks, saved(document)).data))
    marked = [one._p.find(qn("w:commentRangeStart")) is not None for one in result.paragraphs]
    assert marked == [False, True, True]


def test_sentences_of_one_run_keep_their_own_signs() -> None:
    texts = ("Hội có 12 cơ sở.", "“Một mô hình” (mới) ra mắt!", "Còn 3 xã?")
    document = Document()
    document.add_paragraph(" ".join(texts))
    draft = draft_of(" ".join(texts))
    verdicts = (ClaimVerdict.SUPPORTED, ClaimVerdict.NOT_FOUND, ClaimVerdict.DIFFERS)
    checks = [check(draft, n, text, verdict) for n, (text, verdict) in enumerate(zip(texts, verdicts, strict=True), 1)]
    result = comment_on_word(checked(draft, *checks), saved(document))
    assert tuple(anchored(result.data).values()) == texts


def test_a_sentence_that_is_not_in_the_file_is_told_at_its_end() -> None:
    document = Document()
    document.add_paragraph(THIRD)
    draft = draft_of(f"{THIRD}\n{SECOND}")
    checks = checked(draft, check(draft, 1, SECOND, ClaimVerdict.SUPPORTED))
    result = comment_on_word(checks, saved(document))
    assert result.not_found == (1,)
    assert anchored(result.data) == {"CÓ CĂN CỨ": SECOND}


def test_deleted_words_tabs_and_other_marks_do_not_disturb_the_place() -> None:
    document = Document()
    paragraph = document.add_paragraph("Năm 2023,\t")
    deleted = etree.fromstring(
        f'<w:del xmlns:w="{paragraph._p.nsmap["w"]}" w:id="7" w:author="a"><w:r><w:delText>ba</w:delText></w:r></w:del>'
    )
    paragraph._p.append(deleted)
    paragraph.add_run("các cấp Hội\ngiúp 12.262 hộ thoát ngh\u00e8o.\tHết.")
    draft = draft_of(f"{FIRST} Hết.")
    result = comment_on_word(checked(draft, check(draft, 1, FIRST, ClaimVerdict.SUPPORTED)), saved(document))
    assert anchored(result.data) == {"CÓ CĂN CỨ": "Năm 2023,các cấp Hộigiúp 12.262 hộ thoát nghèo."}


def test_letters_written_apart_from_their_marks_are_the_same_letters() -> None:
    document = Document()
    document.add_paragraph("Hội nghị do đồng chí Trần Thị Mẫu chủ trì.")
    draft = draft_of(THIRD)
    result = comment_on_word(checked(draft, check(draft, 1, THIRD, ClaimVerdict.SUPPORTED)), saved(document))
    assert result.not_found == ()


def test_a_file_in_an_old_encoding_keeps_its_letters_and_gets_its_comments() -> None:
    legacy = "N¨m 2023, c¸c cÊp Héi gióp 12.262 hé tho¸t nghÌo. Toµn tØnh kÕt n¹p thªm nhiÒu héi viªn míi."
    document = Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph(legacy)
    data = saved(document)
    extracted = read_docx(data)
    draft = draft_of(extracted.pages[0].text)
    draft = type(draft)(draft.text, draft.parts, encoding=extracted.encoding)
    result = comment_on_word(checked(draft, check(draft, 1, FIRST, ClaimVerdict.SUPPORTED)), data)
    assert anchored(result.data) == {"CÓ CĂN CỨ": "N¨m 2023, c¸c cÊp Héi gióp 12.262 hé tho¸t nghÌo."}


def test_a_claim_in_a_text_box_is_commented_where_the_box_hangs() -> None:
    document = Document()
    paragraph = document.add_paragraph("Trước khung. ")
    w = paragraph._p.nsmap["w"]
    paragraph._p.append(
        etree.fromstring(
            f'<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
            f"<w:p><w:r><w:t>{THIRD}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    draft = draft_of(THIRD)
    result = comment_on_word(checked(draft, check(draft, 1, THIRD, ClaimVerdict.SUPPORTED)), saved(document))
    body = Document(io.BytesIO(result.data)).element.body
    start = next(body.iter(qn("w:commentRangeStart")))
    assert start.getnext().find(qn("w:pict")) is not None
    assert next(start.iterancestors(qn("w:txbxContent")), None) is None


def test_pasted_text_becomes_a_file_with_comments_over_exactly_its_claims() -> None:
    draft = row_part(draft_of(f"KẾT QUẢ\n{FIRST} {SECOND}\n{ROW}"))
    checks = checked(
        draft,
        differing(draft, 1, FIRST, "12.262 hộ", "12.226 hộ"),
        check(draft, 2, SECOND, ClaimVerdict.NOT_FOUND),
        check(draft, 3, ROW, ClaimVerdict.SUPPORTED, kind=ClaimKind.TABLE_ROW),
    )
    result = commented_text(checks)
    assert anchored(result.data) == {"SAI KHÁC": FIRST, "KHÔNG TÌM THẤY": SECOND, "CÓ CĂN CỨ": ROW}
    assert [one.text for one in paragraphs(result.data)] == draft.text.split("\n")


def test_a_word_file_is_commented_itself_and_anything_else_as_its_text() -> None:
    data = office_draft()
    assert formatted_letters(commented_word(office_checks(data), data).data) == formatted_letters(data)
    draft = draft_of(FIRST)
    checks = checked(draft, check(draft, 1, FIRST, ClaimVerdict.SUPPORTED))
    for other in (None, b"%PDF-1.7", FIRST.encode()):
        assert anchored(commented_word(checks, other).data) == {"CÓ CĂN CỨ": FIRST}


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (lambda: b"khong phai Word", DamagedFileError),
        (lambda: office_draft()[:900], DamagedFileError),
        (lambda: _with_part(office_draft(), "word/media/bomb.bin", bytes(210 * 2**20)), FileTooLargeError),
    ],
)
def test_a_damaged_or_swollen_file_is_refused(made: object, error: type[Exception]) -> None:
    draft = draft_of(FIRST)
    with pytest.raises(error, match=r"damaged_file|file_too_large"):
        comment_on_word(checked(draft), made())  # type: ignore[operator]


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


WORDS = st.lists(
    st.sampled_from(["Hội", "có", "3.562", "hộ", "Toà", "đạt", "71%", "–", "“mới”"]), min_size=1, max_size=6
)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_wherever_runs_are_cut_no_letter_changes_and_comments_cover_their_claims(
    sentences: list[list[str]], chance: object
) -> None:
    texts = [f"Câu {number} " + " ".join(words) + "." for number, words in enumerate(sentences)]
    line = " ".join(texts)
    document = Document()
    paragraph = document.add_paragraph()
    at = 0
    while at < len(line):
        size = chance.randint(1, 9)  # type: ignore[attr-defined]
        paragraph.add_run(line[at : at + size]).bold = chance.random() < 0.5  # type: ignore[attr-defined]
        at += size
    data = saved(document)
    draft = draft_of(line)
    checks = [check(draft, number, text, ClaimVerdict.SUPPORTED) for number, text in enumerate(texts, start=1)]
    result = comment_on_word(checked(draft, *checks), data)
    assert formatted_letters(result.data) == formatted_letters(data)
    body = Document(io.BytesIO(result.data)).element.body
    covered = re.sub(r"\W", "", "".join(_covered(body)))
    assert covered == re.sub(r"\W", "", line)
    assert len(list(body.iter(qn("w:commentReference")))) == len(texts)


def _covered(body: etree._Element) -> Iterator[str]:
    inside = 0
    for element in body.iter():
        inside += element.tag == qn("w:commentRangeStart")
        inside -= element.tag == qn("w:commentRangeEnd")
        if inside and element.tag == qn("w:t"):
            yield element.text or ""


def test_libreoffice_finds_the_comments_at_the_right_sentences(tmp_path: Path) -> None:
    data = office_draft()
    own = tmp_path / "ban-nhap.docx"
    own.write_bytes(comment_on_word(office_checks(data), data).data)
    draft = draft_of(f"{FIRST} {SECOND}")
    pasted = tmp_path / "dan-vao.docx"
    pasted.write_bytes(commented_text(checked(draft, check(draft, 1, SECOND, ClaimVerdict.NOT_FOUND))).data)
    first, second = (open_document_comments(file) for file in converted([own, pasted], "odt", tmp_path))
    assert first == {
        "SAI KHÁC": FIRST,
        "CÓ CĂN CỨ": SECOND,
        "KHÔNG TÌM THẤY": THIRD,
        "TRÁI NGƯỢC": "Xã Tân Lộc31295%",
    }
    assert second == {"KHÔNG TÌM THẤY": SECOND}


def open_document_comments(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    found: dict[str, str] = {}
    running: dict[str, str] = {}
    _walk(root, found, running)
    return found


def _walk(element: etree._Element, found: dict[str, str], running: dict[str, str]) -> None:
    """Text in order; comments begin at office:annotation and end at office:annotation-end."""
    if element.tag == f"{OFFICE}annotation":
        title = next("".join(one.itertext()) for one in element.iter(f"{OPEN_TEXT}p"))
        running[element.get(f"{OFFICE}name")] = title
        found[title] = ""
    elif element.tag == f"{OFFICE}annotation-end":
        running.pop(element.get(f"{OFFICE}name"), None)
    else:
        _say(" " if element.tag == f"{OPEN_TEXT}s" else element.text, found, running)
        for child in element:
            _walk(child, found, running)
    _say(element.tail, found, running)


def _say(text: str | None, found: dict[str, str], running: dict[str, str]) -> None:
    for title in running.values():
        found[title] += text or ""
