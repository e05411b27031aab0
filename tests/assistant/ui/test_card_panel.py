"""The panel of an identity card, over the real application."""

import asyncio
import re
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.http_api import create_app
from assistant.services import Services
from assistant.ui.card_changes import save, view_of
from assistant.ui.card_html import card_html

REPORT = (
    "HỘI LHPN TỈNH SƠN HÀ\nHỘI LHPN XÃ AN KHÊ\nSố: 09/BC-HPN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nAn Khê, ngày 15 tháng 6 năm 2023\nBÁO CÁO\nKết quả 6 tháng đầu năm 2023\n"
    "I. KẾT QUẢ\nVận động 87 hội viên mới.\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nHoàng Thị Mai\n"
)


@pytest.fixture
def client(services: Services) -> TestClient:
    async def made() -> FastAPI:
        return create_app(services)

    # outside a running loop Gradio opens loops of its own and never closes them
    return TestClient(asyncio.run(made()), base_url="http://127.0.0.1:7860")


def test_every_value_links_to_its_place(services: Services, take_in: Callable[[str, str], str]) -> None:
    document_id = take_in("bao-cao.txt", REPORT)
    html = card_html(view_of(services, document_id))
    assert 'value="09/BC-HPN"' in html
    assert 'value="15/06/2023"' in html
    assert 'value="01/01/2023 - 30/06/2023"' in html
    text = services.pages(document_id)[0].text
    places = re.findall(r"/nguon/\w+\?trang=1&amp;tu=(\d+)&amp;den=(\d+)", html)
    assert "09/BC-HPN" in [text[int(start) : int(end)] for start, end in places]
    assert html.count("<label for=") == html.count(' id="tl-card-')


def test_values_of_a_document_are_escaped(services: Services, take_in: Callable[[str, str], str]) -> None:
    document_id = take_in("a.txt", REPORT)
    view = save(services, document_id, {"title": '"><script>alert(1)</script>'})
    assert "<script>" not in card_html(view)


def test_form_is_saved_undone_and_refused_over_http(client: TestClient, take_in: Callable[[str, str], str]) -> None:
    document_id = take_in("bao-cao.txt", REPORT)
    address = f"/the/{document_id}"
    assert client.get(address).text.startswith("<!doctype html>")
    saved = client.post(f"{address}?manh=1", data={"signer": "Trần Thị Bé", "number": "09/BC-HPN"})
    assert saved.status_code == 200
    assert saved.headers["X-Troly-Manh"] == "1"
    assert "Đã lưu 1 thay đổi" in saved.text
    assert 'value="Trần Thị Bé"' in saved.text
    refused = client.post(address, data={"signer": "Lý Thị Sen", "date": "31/02/2024"})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert 'value="31/02/2024"' in refused.text
    undone = client.post(address, data={"hoan-tac": "1"})
    assert "Đã trả lại giá trị cũ" in undone.text
    assert 'value="Hoàng Thị Mai"' in undone.text


def test_unknown_document_has_no_card(client: TestClient) -> None:
    assert client.get("/the/" + "0" * 16).status_code == 404
    assert client.post("/the/" + "0" * 16, data={"title": "A"}).status_code == 404


def test_other_sites_cannot_change_a_card(client: TestClient, take_in: Callable[[str, str], str]) -> None:
    document_id = take_in("bao-cao.txt", REPORT)
    answer = client.post(f"/the/{document_id}", data={"title": "A"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_body_that_is_too_large_changes_nothing(
    services: Services, client: TestClient, take_in: Callable[[str, str], str]
) -> None:
    document_id = take_in("bao-cao.txt", REPORT)
    client.post(f"/the/{document_id}", content=b"title=" + b"a" * 70_000)
    assert services.store.card_edits(document_id) == []
