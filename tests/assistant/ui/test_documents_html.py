from assistant.services import RunProgress
from assistant.ui.documents_html import (
    PAGE_ROWS,
    DocumentRow,
    Listed,
    Notice,
    RejectedFile,
    list_html,
    page_count,
)
from assistant.ui.upload_html import PROBLEMS_SHOWN, UploadLine, upload_html
from ingest.documents import Flag, Metadata


def row(number: int = 1, **changes: object) -> DocumentRow:
    values: dict[str, object] = {
        "document_id": f"{number:016x}",
        "source": f"tin-{number}.txt",
        "state": "indexed",
        "metadata": Metadata(title=f"Tin số {number}", date="2024-01-02", unit="Hội LHPN xã Đồi Mây", type="Tin"),
        "pages": 1,
    }
    return DocumentRow(**{**values, **changes})  # type: ignore[arg-type]


def listed(*rows: DocumentRow, **changes: object) -> Listed:
    values: dict[str, object] = {"rows": rows, "found": len(rows), "total": len(rows)}
    return Listed(**{**values, **changes})  # type: ignore[arg-type]


def test_row_shows_card_and_offers_deletion() -> None:
    html = list_html(listed(row(flags=frozenset({Flag.SAMPLE}))))
    for expected in ("Tin số 1", "tin-1.txt", "02/01/2024", "Hội LHPN xã Đồi Mây", "Đã nạp", "tài liệu mẫu"):
        assert expected in html
    assert 'data-action="remove" data-id="0000000000000001"' in html


def test_row_tells_an_old_encoding_its_sureness_and_the_notes() -> None:
    html = list_html(listed(row(encoding="tcvn3+unicode", encoding_confidence=0.934, notes=("Đã đọc theo nội dung.",))))
    assert "Phông chữ cũ: TCVN3 (ABC) (độ chắc chắn 93 %)" in html
    assert "Đã đọc theo nội dung." in html
    assert "Phông chữ" not in list_html(listed(row(encoding="utf-8", encoding_confidence=1.0)))


def test_names_are_never_markup() -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    shown = row(source=hostile, metadata=Metadata(title=hostile, unit=hostile, type=hostile))
    html = list_html(
        listed(shown, rejected=[RejectedFile(hostile, hostile, hostile)]), notice=Notice(hostile, undo_id=hostile)
    )
    assert "<img" not in html
    assert "<img" not in upload_html({"a": UploadLine(hostile, "refused", hostile, (hostile,))})


def test_files_not_taken_are_listed_with_their_reason() -> None:
    html = list_html(listed(rejected=[RejectedFile("trong.txt", "21/11/2026", "Tệp rỗng.")]))
    for expected in ("Tệp không nhận gần đây (1)", "trong.txt", "21/11/2026", "Tệp rỗng."):
        assert expected in html


def test_long_list_is_paged() -> None:
    html = list_html(listed(row(), found=2 * PAGE_ROWS + 1), page=2)
    assert "Trang 2/3" in html
    assert 'data-action="page" data-id="1"' in html
    assert 'data-action="page" data-id="3"' in html
    assert page_count(0) == page_count(PAGE_ROWS) == 1


def test_one_page_needs_no_pager() -> None:
    assert "tl-pager" not in list_html(listed(row()))


def test_empty_list_says_what_to_do_and_a_failed_search_what_was_sought() -> None:
    assert "kéo thả tệp" in list_html(listed())
    html = list_html(listed(total=5, search="<b>"))
    assert "“&lt;b&gt;”" in html
    assert "0 trong 5 tài liệu" in html


def test_deletion_offers_undo() -> None:
    html = list_html(listed(), notice=Notice("Đã xóa.", undo_id="00112233aabbccdd"))
    assert 'data-action="restore" data-id="00112233aabbccdd"' in html
    assert "Hoàn tác" in html


def test_upload_counts_outcomes_when_all_are_done() -> None:
    lines = {"a": UploadLine("a.txt", "indexed"), "b": UploadLine("b.txt", "refused", "Tệp rỗng.")}
    html = upload_html(lines)
    assert "Đã xử lý xong 2 tệp: 1 tệp đã nạp, 1 tệp không nhận." in html


def test_upload_shows_progress_while_files_wait() -> None:
    html = upload_html({"a": UploadLine("a.txt", "reading"), "b": UploadLine("b.txt")})
    assert "Đang nạp tệp 1/2" in html
    assert "chờ đến lượt" in html
    assert upload_html({}) == ""


def test_many_bad_records_are_named_up_to_a_point() -> None:
    problems = tuple(f"Dòng {number} không hợp lệ." for number in range(PROBLEMS_SHOWN + 3))
    html = upload_html({"a": UploadLine("a.jsonl", "indexed", "9 tài liệu", problems, len(problems))})
    assert "Dòng 0 không hợp lệ." in html
    assert f"Dòng {PROBLEMS_SHOWN} không" not in html
    assert "và 3 dòng khác" in html


def test_upload_of_many_files_shows_what_needs_attention_and_counts_the_rest() -> None:
    lines = {str(n): UploadLine(f"{n}.pdf", "indexed") for n in range(500)}
    lines |= {"bad": UploadLine("hỏng.pdf", "refused", "Tệp bị hỏng."), "now": UploadLine("đang.pdf", "reading")}
    html = upload_html(lines)
    assert html.count("<li") < 100
    assert html.index("đang.pdf") < html.index("hỏng.pdf") < html.index("0.pdf")
    assert "tệp khác" in html


def test_upload_tells_rate_and_time_left_while_it_runs() -> None:
    html = upload_html({"a": UploadLine("a.pdf", "reading")}, RunProgress(30, 100, 28, 600, 60.0, 300.0))
    assert "30 tệp/phút, 600 trang/phút, còn khoảng 5 phút" in html
    assert "đóng trang" in html
