import asyncio
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.http_api import create_app
from assistant.http_api.originals import served_as
from assistant.services import Services

TakeIn = Callable[[str, str], str]
HOSTILE_PAGE = """<!doctype html><html><head><title>Tin xã Đồi Mây</title><script>alert(1)</script></head>
<body><p>Hội LHPN xã Đồi Mây trao 12 con bò giống cho hộ nghèo trong ngày 05/3/2024.</p>
<img src="https://example.org/theo-doi.png" onerror="alert(2)"></body></html>"""


@pytest.fixture
def client(services: Services) -> TestClient:
    async def made() -> FastAPI:
        return create_app(services)

    # outside a running loop Gradio opens loops of its own and never closes them
    return TestClient(asyncio.run(made()), base_url="http://127.0.0.1:7860")


def test_screen_is_vietnamese_and_without_gradios_pages(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert re.search(r'<html\s+lang="vi"', page.text)
    assert "<title>Trợ lý Hội</title>" in page.text
    assert "raw.githubusercontent.com" not in page.text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_no_api_pages_are_served(client: TestClient, path: str) -> None:
    assert "swagger" not in client.get(path).text.lower()
    assert client.get(path).status_code == 404


def test_health_answers(client: TestClient) -> None:
    assert client.get("/api/health").json() == {"status": "ok"}


@pytest.mark.parametrize("name", ["app.css", "app.js", "favicon.png", "fonts/be-vietnam-pro-latin-400-normal.woff2"])
def test_own_files_are_served(client: TestClient, name: str) -> None:
    assert client.get(f"/giao-dien/{name}").status_code == 200


def test_source_marks_the_asked_characters(client: TestClient, services: Services, take_in: TakeIn) -> None:
    document_id = take_in("tin.txt", "Tin xã Đồi Mây\n\nHội trao 12 con bò giống cho hộ nghèo.\n")
    (page,) = services.pages(document_id)
    start = page.text.index("12 con bò")
    address = f"/nguon/{document_id}?trang=1&tu={start}&den={start + 9}"
    fragment = client.get(address + "&manh=1")
    assert "<mark>12 con bò</mark>" in fragment.text
    assert fragment.headers["x-troly-manh"] == "1"
    assert "<html" not in fragment.text
    whole = client.get(address)
    assert "<mark>12 con bò</mark>" in whole.text
    assert '<html lang="vi">' in whole.text


@pytest.mark.parametrize("query", ["trang=x", "trang=1&tu=a&den=b", "trang=-1", "trang=1&tu=-5&den=2", "trang=1&tu=²"])
def test_a_wrong_place_is_a_sentence(client: TestClient, query: str) -> None:
    answer = client.get(f"/nguon/0011223344556677?{query}")
    assert answer.status_code in {400, 404}
    assert "tl-warning" in answer.text


@pytest.mark.parametrize(
    "path", ["/nguon/0011223344556677", "/tep/0011223344556677", "/tep/..%2f..%2fcatalogue.sqlite3"]
)
def test_an_unknown_document_is_a_sentence(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404


def test_text_original_is_shown_byte_for_byte(client: TestClient, take_in: TakeIn) -> None:
    content = "Tin xã Đồi Mây\n\nHội trao 12 con bò giống.\n"
    document_id = take_in("tin số 1.txt", content)
    answer = client.get(f"/tep/{document_id}")
    assert answer.content == content.encode()
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_html_original_can_run_nothing_and_fetch_nothing(client: TestClient, take_in: TakeIn) -> None:
    document_id = take_in("tin.html", HOSTILE_PAGE)
    answer = client.get(f"/tep/{document_id}")
    assert answer.content == HOSTILE_PAGE.encode()
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox;")
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy


def test_sample_pdf_and_word_originals_are_served(client: TestClient, services: Services) -> None:
    for _ in services.load_samples():
        pass
    by_suffix = {Path(record.source).suffix: record.document_id for record in services.documents()}
    pdf, word = (client.get(f"/tep/{by_suffix[suffix]}") for suffix in (".pdf", ".docx"))
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.headers["content-disposition"].startswith("inline")
    assert "sandbox" not in pdf.headers["content-security-policy"]
    assert pdf.content.startswith(b"%PDF")
    assert word.headers["content-disposition"].startswith("attachment")


def test_ranges_of_an_original_are_served(client: TestClient, take_in: TakeIn) -> None:
    document_id = take_in("tin.txt", "Tin\n\nHội trao 12 con bò giống cho hộ nghèo.\n")
    answer = client.get(f"/tep/{document_id}", headers={"range": "bytes=0-2"})
    assert answer.status_code == 206
    assert answer.content == b"Tin"


def test_a_removed_document_still_opens_from_old_references(
    client: TestClient, services: Services, take_in: TakeIn
) -> None:
    document_id = take_in("tin.txt", "Tin\n\nHội trao 12 con bò giống cho hộ nghèo.\n")
    services.remove(document_id)
    assert client.get(f"/nguon/{document_id}?trang=1").status_code == 200


@pytest.mark.parametrize(
    ("media_type", "encoding", "expected"),
    [
        ("text/plain", "utf-8-sig", "text/plain; charset=utf-8"),
        ("text/plain", "cp1258", "text/plain; charset=windows-1258"),
        ("text/markdown", None, "text/plain; charset=utf-8"),
        ("application/pdf", None, "application/pdf"),
        ("image/svg+xml", None, "image/svg+xml"),
    ],
)
def test_media_types_are_chosen_for_safety(media_type: str, encoding: str | None, expected: str) -> None:
    chosen, policy = served_as(media_type, encoding)
    assert chosen == expected
    assert (policy == "") == (media_type == "image/svg+xml")


def test_gradio_asks_no_other_host_for_anything(client: TestClient) -> None:
    config = client.get("/config").json()
    assert config["analytics_enabled"] is False
    assert "fonts.googleapis.com" not in client.get("/theme.css").text


def asked_by_the_page(**fields: object) -> dict[str, object]:
    return {
        "token": "0" * 32,
        "session": "abc",
        "question": "Hội trao bao nhiêu con bò?",
        "filters": [0, 0, [], []],
    } | fields


def test_the_page_asks_by_itself_only_with_an_open_session(client: TestClient) -> None:
    answer = client.post("/hoi", json=asked_by_the_page())
    assert answer.status_code == 204
    assert answer.content == b""


@pytest.mark.parametrize(
    "fields",
    [
        {"token": "x"},
        {"question": ""},
        {"question": "ò" * 4001},
        {"filters": [0, 0, []]},
        {"session": "s" * 65},
        {"more": 1},
    ],
    ids=["token", "no question", "long", "filters", "session", "unknown field"],
)
def test_what_no_page_of_ours_sends_is_refused(client: TestClient, fields: dict[str, object]) -> None:
    assert client.post("/hoi", json=asked_by_the_page(**fields)).status_code == 422


def test_a_page_of_another_site_cannot_ask(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/hoi", json=asked_by_the_page(), headers=headers).status_code == 403
    assert client.post("/hoi", content=b"{}", headers={"Content-Type": "text/plain"}).status_code == 403
