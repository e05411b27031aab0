from assistant.ui.documents_html import (
    PAGE_ROWS,
    DocumentRow,
    Notice,
    UploadLine,
    list_html,
    page_count,
    upload_html,
    with_line,
)
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


def test_row_shows_card_and_offers_deletion() -> None:
    html = list_html([row(flags=frozenset({Flag.SAMPLE}))], total=1)
    for expected in ("Tin số 1", "tin-1.txt", "02/01/2024", "Hội LHPN xã Đồi Mây", "Đã nạp", "tài liệu mẫu"):
        assert expected in html
    assert 'data-action="remove" data-id="0000000000000001"' in html


def test_names_are_never_markup() -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    html = list_html(
        [row(source=hostile, metadata=Metadata(title=hostile, unit=hostile, type=hostile), reason=hostile)],
        total=1,
        notice=Notice(hostile, undo_id=hostile),
    )
    assert "<img" not in html
    assert upload_html({"a": UploadLine(hostile, "refused", hostile)}).count("<img") == 0


def test_refused_file_shows_its_reason_and_no_buttons() -> None:
    html = list_html([row(document_id=None, state="refused", reason="Tệp rỗng.")], total=1)
    assert "Không nhận" in html
    assert "Tệp rỗng." in html
    assert "data-action" not in html
    assert "/nguon/" not in html


def test_long_list_is_paged() -> None:
    rows = [row(number) for number in range(2 * PAGE_ROWS + 1)]
    html = list_html(rows, total=len(rows), page=2)
    assert html.count("<tr>") == PAGE_ROWS + 1
    assert f"Tin số {PAGE_ROWS}<" in html
    assert "Tin số 0<" not in html
    assert "Trang 2/3" in html


def test_a_page_outside_is_the_last_one() -> None:
    rows = [row(number) for number in range(PAGE_ROWS + 1)]
    assert "Trang 2/2" in list_html(rows, total=len(rows), page=99)
    assert page_count(0) == page_count(PAGE_ROWS) == 1


def test_empty_list_says_what_to_do_and_a_failed_search_what_was_sought() -> None:
    assert "kéo thả tệp" in list_html([], total=0)
    html = list_html([], total=5, search="<b>")
    assert "“&lt;b&gt;”" in html
    assert "0 trong 5 tài liệu" in html


def test_deletion_offers_undo() -> None:
    html = list_html([], total=0, notice=Notice("Đã xóa.", undo_id="00112233aabbccdd"))
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


def test_reasons_of_several_bad_records_are_all_kept() -> None:
    lines = {"a": UploadLine("a.jsonl", "reading", "đã đọc 5 tài liệu")}
    lines = with_line(lines, "a", UploadLine("a.jsonl", "refused", "Dòng 7 không hợp lệ."))
    lines = with_line(lines, "a", UploadLine("a.jsonl", "indexed", "9 tài liệu"))
    assert lines["a"].detail == "Dòng 7 không hợp lệ. 9 tài liệu"
    assert lines["a"].status == "indexed"
