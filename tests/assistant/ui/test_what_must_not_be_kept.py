import asyncio
import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.contract import document_json
from assistant.http_api import create_app
from assistant.intake import FileFinished, FileReport
from assistant.services import Services
from assistant.ui import listing
from assistant.ui.listing import View
from assistant.ui.uploading import Uploads
from ingest.documents import Flag
from vectorstore.audit import AuditAction

TakeIn = Callable[[str, str], str]
HEAD = "HỘI LHPN TỈNH SÔNG LAM\nSố: 12-BC/ĐĐ\n{}\nBÁO CÁO\nCông tác nhân sự đại hội, mã chuyện ongbuomhoa.\n"
SECRET, DOUBTFUL = HEAD.format("MẬT"), HEAD.format("Mật")
PERSONAL = (
    "Tin xã Đồi Mây\n\nHội LHPN xã Đồi Mây giúp chị Lò Thị Mai, sinh năm 1985, CCCD 038199012345, vay 50 triệu đồng.\n"
    "Liên hệ 0912 345 678.\n"
)


@pytest.fixture
def client(services: Services) -> TestClient:
    async def made() -> FastAPI:
        return create_app(services)

    return TestClient(asyncio.run(made()), base_url="http://127.0.0.1:7860")


def taken(services: Services, *paths: Path, accept_review: bool = False) -> list[FileReport]:
    events = services.ingest(paths, accept_review=accept_review)
    return [event.report for event in events if isinstance(event, FileFinished)]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def holds(folder: Path, text: str) -> list[str]:
    """Names of files under the folder that contain the text, in UTF-8 or UTF-16."""
    needles = [text.encode(), text.encode("utf-16-le")]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_a_secret_leaves_a_hash_and_a_reason_and_nothing_else(services: Services, folder: Path) -> None:
    (report,) = taken(services, written(folder / "nhan-su.txt", SECRET))
    assert (report.status, report.code) == ("refused", "state_secret")
    assert "MẬT" in (report.reason or "")
    (kept,) = services.store.run_files()
    assert len(str(kept.outcome.details["sha256"])) == 64
    assert holds(services.settings.data_dir, "ongbuomhoa") == []
    assert list((services.settings.data_dir / "originals").iterdir()) == []
    assert services.documents(include_removed=True) == []


def test_nobody_can_vouch_for_a_stamp(services: Services, folder: Path) -> None:
    (report,) = taken(services, written(folder / "nhan-su.txt", SECRET), accept_review=True)
    assert report.code == "state_secret"


def test_a_doubtful_file_is_taken_once_somebody_vouches_for_it(services: Services, folder: Path) -> None:
    path = written(folder / "nhan-su.txt", DOUBTFUL)
    (report,) = taken(services, path)
    assert (report.status, report.code) == ("refused", "needs_review")
    assert "--accept-review" in (report.reason or "")
    assert holds(services.settings.data_dir, "ongbuomhoa") == []
    (vouched,) = taken(services, path, accept_review=True)
    assert vouched.status == "indexed"
    (entry,) = services.store.audit.entries()
    assert (entry.action, entry.details["name"], entry.who) == (AuditAction.REVIEW_ACCEPTED, "nhan-su.txt", "local")


def test_the_button_vouches_and_the_next_upload_is_taken(services: Services, folder: Path) -> None:
    path = written(folder / "nhan-su.txt", DOUBTFUL)
    taken(services, path)
    sha256 = str(services.store.run_files()[0].outcome.details["sha256"])
    assert f'data-action="accept" data-id="{sha256}"' in listing.show(services, View())
    after = listing.accept_review(services, View(), sha256, "nhan-su.txt")
    assert "Đã ghi nhận xác nhận cho “nhan-su.txt”" in after
    assert 'data-action="accept"' not in after
    assert [report.status for report in taken(services, path)] == ["indexed"]


def test_a_secret_record_is_refused_and_the_file_it_came_in_is_not_kept(services: Services, folder: Path) -> None:
    records = [{"id": "a", "title": None, "text": "Hội tặng 5 con bò."}, {"id": "b", "title": None, "text": SECRET}]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in [*records, {**records[0], "id": "c"}])
    reports = taken(services, written(folder / "xuat.jsonl", lines))
    assert sorted((report.status, report.code) for report in reports) == [
        ("indexed", "original_not_kept"),
        ("refused", "state_secret"),
    ]
    assert len(services.documents()) == 2
    assert holds(services.settings.data_dir, "ongbuomhoa") == []
    assert all(services.original(record.document_id) is None for record in services.documents())


def test_a_secret_in_an_archive_is_refused_and_the_archive_is_not_kept(services: Services, folder: Path) -> None:
    with zipfile.ZipFile(folder / "ho-so.zip", "w") as archive:
        archive.writestr("1-tin.txt", "Hội LHPN xã tặng 5 con bò cho hội viên nghèo.")
        archive.writestr("2-nhan-su.txt", SECRET)
    reports = taken(services, folder / "ho-so.zip")
    assert {report.code for report in reports} == {"state_secret", "original_not_kept"}
    assert "gốc không được giữ" in next(one.reason or "" for one in reports if one.status == "indexed")
    assert [record.source for record in services.documents()] == ["ho-so.zip/1-tin.txt"]
    assert list((services.settings.data_dir / "originals").glob("*.zip")) == []


def test_a_stamp_in_the_running_head_of_a_word_file_is_seen(services: Services, folder: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    document.add_paragraph("Báo cáo công tác nhân sự.")
    document.save(str(folder / "bao-cao.docx"))
    assert [report.code for report in taken(services, folder / "bao-cao.docx")] == ["state_secret"]


def test_internal_papers_are_taken_and_marked(services: Services, folder: Path) -> None:
    taken(services, written(folder / "tai-lieu.txt", HEAD.format("LƯU HÀNH NỘI BỘ")))
    (record,) = services.documents()
    assert Flag.INTERNAL in record.flags
    answer = services.ask("báo cáo về công tác gì")
    shown = [*answer.citations, *answer.nearest]
    assert shown
    assert all(Flag.INTERNAL in citation.flags for citation in shown)


def test_identifiers_are_covered_wherever_the_text_goes(services: Services, folder: Path) -> None:
    (report,) = taken(services, written(folder / "tin.txt", PERSONAL))
    document_id = report.document_id or ""
    assert "038199012345" not in services.pages(document_id)[0].text
    assert (
        not services.search("038199012345").hits
        or "038199012345" not in services.search("Lò Thị Mai").hits[0].passage.text
    )
    assert holds(services.settings.data_dir, "038199012345") == [services.original(document_id).name]  # type: ignore[union-attr]
    (record,) = services.documents()
    assert Flag.MASKED in record.flags
    assert document_json(record)["masked"] == {"birth_date": 1, "national_id": 1, "phone": 1}
    assert "số CCCD, CMND (1)" in listing.show(services, View())


def test_an_original_with_identifiers_asks_first_and_is_written_down(
    client: TestClient, services: Services, take_in: TakeIn
) -> None:
    document_id = take_in("tin.txt", PERSONAL)
    asked = client.get(f"/tep/{document_id}")
    assert "038199012345" not in asked.text
    assert 'method="post"' in asked.text
    assert services.store.audit.entries() == []
    opened = client.post(f"/tep/{document_id}", headers={"origin": "http://127.0.0.1:7860"})
    assert "038199012345" in opened.text
    (entry,) = services.store.audit.entries()
    assert (entry.action, entry.subject, entry.details["source"]) == (
        AuditAction.ORIGINAL_OPENED,
        document_id,
        "tin.txt",
    )
    assert client.post(f"/tep/{document_id}", headers={"origin": "http://example.org"}).status_code == 403


def test_an_original_without_identifiers_opens_at_once(client: TestClient, services: Services, take_in: TakeIn) -> None:
    document_id = take_in("tin.txt", "Tin xã Đồi Mây\n\nHội trao 12 con bò giống cho hộ nghèo.\n")
    assert "12 con bò" in client.get(f"/tep/{document_id}").text
    assert services.store.audit.entries() == []


def test_a_record_without_identifiers_does_not_open_the_file_of_one_that_has(
    client: TestClient, services: Services, folder: Path
) -> None:
    records = [{"id": "a", "title": None, "text": "Hội tặng 5 con bò."}, {"id": "b", "title": None, "text": PERSONAL}]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    taken(services, written(folder / "xuat.jsonl", lines))
    plain = next(record.document_id for record in services.documents() if record.source == "a")
    assert "038199012345" not in client.get(f"/tep/{plain}").text


def test_a_refused_upload_does_not_wait_for_the_others(services: Services, folder: Path) -> None:
    secret, good = written(folder / "a.txt", SECRET), written(folder / "b.txt", "Hội tặng 5 con bò cho hội viên.")
    uploads = Uploads(services, threading.Lock())
    uploads.begin([str(secret), str(good)])
    *_, last = uploads.watch()
    assert [line.status for line in last.lines.values()] == ["refused", "indexed"]
    assert list(folder.iterdir()) == []
