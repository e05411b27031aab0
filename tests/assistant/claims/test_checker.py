"""Drafts against a store of invented reports: verdicts, references, arithmetic, what is left alone."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from assistant.claims.model import (
    CheckFinished,
    CheckStarted,
    ClaimCheck,
    ClaimVerdict,
    Decision,
    NotChecked,
    NoteCode,
)
from assistant.errors import SecretDraftError, UnknownCheckError
from assistant.messages_vi.sentences import message_of
from assistant.services import Services
from ingest.errors import EmptyFileError
from ingest.text.folding import fold
from tests.benchmarks.seed_forms import as_tcvn3

Check = Callable[[str | Path], list[ClaimCheck]]
TRUE = "Năm 2020, Hội LHPN tỉnh Thanh Hóa đã giúp 12.226 hộ nghèo."
WRONG = "Năm 2020, Hội LHPN tỉnh Thanh Hóa đã giúp 12.262 hộ nghèo bằng nhiều hình thức."


def codes(check: ClaimCheck) -> set[NoteCode]:
    return {note.code for note in check.notes}


def pairs(check: ClaimCheck) -> list[tuple[str, str]]:
    return [(one.stated, one.source) for one in check.differences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TRUE, ClaimVerdict.SUPPORTED),
        (WRONG, ClaimVerdict.DIFFERS),
        ("Trong năm 2020, Hội Liên hiệp Phụ nữ tỉnh Thanh Hóa giúp đỡ 12226 hộ nghèo.", ClaimVerdict.SUPPORTED),
        ("Các cơ sở Hội để xảy ra vi phạm trong quản lý vốn vay.", ClaimVerdict.CONTRADICTED),
        ("Hội đã khánh thành 4 cây cầu dân sinh ở vùng lũ Cẩm Thủy.", ClaimVerdict.NOT_FOUND),
        ("Đồng chí Trịnh Thị Mẫn, Chủ tịch Hội LHPN tỉnh, trao 15 mái ấm tình thương.", ClaimVerdict.DIFFERS),
        ("Năm 2020, Hội LHPN tỉnh Nghệ An đã giúp 9.480 hộ nghèo bằng nhiều hình thức.", ClaimVerdict.SUPPORTED),
    ],
)  # fmt: skip
def test_a_claim_gets_its_verdict_typed_with_and_without_accents(
    verdict: Callable[[str], ClaimVerdict], text: str, expected: ClaimVerdict
) -> None:
    assert verdict(text) is expected
    assert verdict("".join(fold(char).upper() if char.isupper() else fold(char) for char in text)) is expected


def test_a_wrong_figure_stands_beside_that_of_the_source(check: Check, services: Services) -> None:
    (found,) = check(WRONG)
    assert pairs(found) == [("12.262", "12.226")]
    (difference,) = found.differences
    assert found.claim.said[difference.start : difference.end] == "12.262"
    citation = found.evidence[0]
    page = services.pages(citation.document_id)[citation.page - 1]
    assert page.text[citation.char_start : citation.char_end] == citation.quote
    assert "12.226" in citation.quote


def test_another_place_with_another_figure_does_not_make_a_claim_wrong(check: Check) -> None:
    head = "HỘI LHPN TỈNH HÀ TĨNH\n\nBÁO CÁO\nKết quả công tác Hội năm 2020\n\n"
    draft = f"{head}Hội đã giúp 8.115 hộ nghèo bằng nhiều hình thức."
    assert check(draft)[-1].verdict is ClaimVerdict.NOT_FOUND


def test_the_document_a_claim_names_is_searched_first(check: Check) -> None:
    (found,) = check(
        "Theo Báo cáo số 45/BC-BTV ngày 10/12/2020, các cấp Hội đã phát triển được 3.562/5.000 hội viên mới."
    )
    assert found.verdict is ClaimVerdict.SUPPORTED
    assert NoteCode.OWN_REFERENCE in codes(found)
    assert found.evidence[0].source == "thanh-hoa.txt"


@pytest.mark.parametrize(
    ("text", "code", "difference"),
    [
        (
            "Theo Báo cáo số 45/BC-BTV ngày 11/12/2020, các cấp Hội đã phát triển được 3.562/5.000 hội viên mới.",
            NoteCode.OTHER_DATE,
            ("11/12/2020", "10/12/2020"),
        ),
        (
            "Theo Báo cáo số 54/BC-BTV, các cấp Hội đã phát triển được 3.562/5.000 hội viên mới.",
            NoteCode.UNKNOWN_NUMBER,
            ("54/BC-BTV", "45/BC-BTV"),
        ),
        (
            "Hội LHPN tỉnh Thanh Hóa ban hành Báo cáo số 45/BC-BTV ngày 10/12/2020 về phòng, chống dịch tả lợn.",
            NoteCode.OTHER_TITLE,
            ("về phòng, chống dịch tả lợn", "Báo cáo Kết quả công tác Hội và phong trào phụ nữ năm 2020"),
        ),
    ],
)  # fmt: skip
def test_a_document_named_wrongly_is_flagged(
    check: Check, text: str, code: NoteCode, difference: tuple[str, str]
) -> None:
    (found,) = check(text)
    assert found.verdict is ClaimVerdict.DIFFERS
    assert code in codes(found)
    assert difference in pairs(found)


def test_a_reference_to_a_replaced_document_names_the_newer_one(check: Check) -> None:
    (found,) = check("Căn cứ Báo cáo số 07/BC-BTV ngày 02/3/2019, Hội đã triển khai nhiều hoạt động tại cơ sở.")
    (note,) = [note for note in found.notes if note.code is NoteCode.REPLACED_DOCUMENT]
    assert "18/BC-BTV" in str(note.details["newer"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kính thưa các đồng chí!", NotChecked.GREETING),
        ("Năm 2021, Hội phấn đấu giúp 13.000 hộ nghèo.", NotChecked.PLAN),
        ("Đề nghị Ủy ban nhân dân tỉnh hỗ trợ kinh phí 500 triệu đồng.", NotChecked.PLAN),
        ("Các cấp Hội sẽ kết nạp 2.000 hội viên mới.", NotChecked.PLAN),
        ("Kính gửi: Ban Thường vụ Tỉnh ủy", NotChecked.ADDRESSEES),
        ("Hội xin báo cáo kết quả như sau:", NotChecked.FRAME),
        ("Trong 6 tháng cuối năm, các cấp Hội phấn đấu kết nạp 1.690 hội viên mới.", NotChecked.PLAN),
        ("Trên đây là báo cáo 6 tháng đầu năm 2024 của Hội LHPN tỉnh./.", NotChecked.GREETING),
        ("II. KẾT QUẢ HOẠT ĐỘNG", NotChecked.HEADING),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", NotChecked.LETTERHEAD),
    ],
)
def test_greetings_plans_and_form_are_left_alone(check: Check, text: str, reason: NotChecked) -> None:
    (found,) = check(text)
    assert (found.verdict, found.claim.not_checked) == (ClaimVerdict.NOT_CHECKABLE, reason)


def test_a_title_with_its_period_is_a_heading_but_a_lone_line_is_a_claim(check: Check) -> None:
    title, claim = check(f"Kết quả công tác Hội năm 2020\n\n{TRUE}")
    assert (title.claim.not_checked, claim.verdict) == (NotChecked.HEADING, ClaimVerdict.SUPPORTED)
    (alone,) = check(TRUE.removesuffix("."))
    assert alone.verdict is ClaimVerdict.SUPPORTED


def test_figures_that_differ_between_two_places_are_noted_on_both(check: Check) -> None:
    first, second = check(
        "Toàn huyện giúp 312 hộ nghèo làm nhà ở.\n\nTrong năm, toàn huyện giúp 321 hộ nghèo làm nhà ở kiên cố."
    )
    assert [note.details for note in first.notes] == [{"stated": "312", "other": "321", "n": second.claim.n}]
    assert [note.details for note in second.notes] == [{"stated": "321", "other": "312", "n": first.claim.n}]


def test_a_percentage_its_own_figures_do_not_give_differs_without_any_source(check: Check) -> None:
    (found,) = check("Toàn huyện có 150/200 hộ đạt chuẩn (đạt 85%).")
    assert (found.verdict, pairs(found), found.evidence) == (ClaimVerdict.DIFFERS, [("85%", "75,0%")], ())
    assert NoteCode.ARITHMETIC in codes(found)


def test_the_claims_of_a_draft_are_slices_of_its_text_in_order(services: Services) -> None:
    draft = services.claims.read(f"BÁO CÁO\n\n{TRUE} {WRONG}\n\n- Kính gửi: các chi hội;\n")
    claims = [check.claim for check in services.claims.check(draft)]
    assert [claim.n for claim in claims] == list(range(1, len(claims) + 1))
    assert all(draft.text[one.char_start : one.char_end] == one.text for one in claims)
    assert [one.char_start for one in claims] == sorted(one.char_start for one in claims)


def test_a_word_file_and_an_old_encoding_get_the_same_verdicts(check: Check, tmp_path: Path) -> None:
    lines = [TRUE, WRONG, "Hội đã khánh thành 4 cây cầu dân sinh ở vùng lũ Cẩm Thủy."]
    expected = [found.verdict for found in check("\n".join(lines))]
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / "nhap.docx"))
    (tmp_path / "nhap.txt").write_bytes(as_tcvn3("\n".join(lines)))
    assert [found.verdict for found in check(tmp_path / "nhap.docx")] == expected
    assert [found.verdict for found in check(tmp_path / "nhap.txt")] == expected


def test_a_checked_draft_is_not_in_the_store(check: Check, services: Services) -> None:
    before = services.store.counts()
    check(WRONG)
    assert services.store.counts() == before


def test_an_empty_draft_and_a_secret_one_are_refused(services: Services) -> None:
    with pytest.raises(EmptyFileError, match="empty_file"):
        services.claims.read(" \n")
    with pytest.raises(SecretDraftError, match="secret_draft") as refused:
        services.claims.read(f"TUYỆT MẬT\n\nSố: 12/BC-BTV\n\n{TRUE}")
    assert "“TUYỆT MẬT” (trang 1)" in message_of(refused.value.code, refused.value.details).what


def test_a_check_is_kept_with_its_decisions(services: Services) -> None:
    events = list(services.claims.stream(f"{TRUE}\n\n{WRONG}"))
    started, *checks, finished = events
    assert isinstance(started, CheckStarted)
    assert isinstance(finished, CheckFinished)
    assert list(started.claims) == [one.claim for one in checks if isinstance(one, ClaimCheck)]
    kept = services.claims.kept
    kept.decide(started.check_id, 2, Decision.FIX)
    assert kept.decisions(started.check_id) == {2: Decision.FIX}
    loaded = kept.load(started.check_id)
    assert [one.decision for one in loaded.checks] == [None, Decision.FIX]
    assert (loaded.draft, loaded.summary.decided) == (started.draft, 1)
    assert loaded.summary.verdicts == finished.summary.verdicts
    assert kept.listed()[0].check_id == started.check_id
    assert kept.delete(started.check_id) == kept.restore(started.check_id)
    assert kept.listed()[0].check_id == started.check_id
    kept.delete(started.check_id)
    assert kept.listed() == []
    with pytest.raises(UnknownCheckError, match="unknown_check"):
        kept.restore("gone")


def test_a_word_draft_goes_back_as_it_came_with_comments(services: Services, tmp_path: Path) -> None:
    draft = docx.Document()
    draft.add_paragraph().add_run(f"{TRUE} {WRONG}").bold = True
    draft.save(str(tmp_path / "nhap.docx"))
    started, *_ = services.claims.stream(tmp_path / "nhap.docx")
    assert isinstance(started, CheckStarted)
    checked = services.claims.kept.load(started.check_id)
    written = docx.Document(io.BytesIO(services.claims.as_word(checked)))
    assert [comment.text.split("\n")[0] for comment in written.comments] == ["CÓ CĂN CỨ", "SAI KHÁC"]
    assert all(run.bold for run in written.paragraphs[0].runs if run.text)
    listed = openpyxl.load_workbook(io.BytesIO(services.claims.as_excel(checked))).active
    assert listed is not None
    assert listed.max_row == 3


def test_a_check_that_is_cut_short_keeps_what_was_done(services: Services) -> None:
    events = services.claims.stream(f"{TRUE}\n\n{WRONG}")
    started = next(events)
    assert isinstance(started, CheckStarted)
    next(events)
    events.close()  # type: ignore[attr-defined]  # a generator
    loaded = services.claims.kept.load(started.check_id)
    assert (len(loaded.checks), loaded.claims) == (1, 2)
