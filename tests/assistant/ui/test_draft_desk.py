"""A report from a real store to its files, over the addresses of the tab."""

import io
import json
import re
import threading
import time
from collections.abc import Callable
from html import unescape

import docx
import openpyxl
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from assistant.services import Services
from assistant.ui import draft_texts_vi as texts
from assistant.ui.addresses import DRAFT_PATH
from assistant.ui.draft_desk import open_desk
from assistant.ui.draft_jobs import DraftJobs
from assistant.ui.draft_routes import add_draft_pages
from assistant.ui.draft_view import Working

REPORT = """HỘI LHPN TỈNH SƠN HÀ
BAN THƯỜNG VỤ
Số: 47/BC-BTV
Sơn Hà, ngày 20 tháng 6 năm 2024

BÁO CÁO
Sơ kết công tác Hội và phong trào phụ nữ 6 tháng đầu năm 2024

Sáu tháng đầu năm 2024, các cấp Hội tỉnh Sơn Hà kết nạp 3.562/5.000 hội viên mới, đạt 71% kế hoạch.

Các cấp Hội giúp 1.047 hộ nghèo có phụ nữ làm chủ hộ, trong đó 318 hộ thoát nghèo.

Hội vận động xây dựng 23 mái ấm tình thương, trị giá 1,84 tỷ đồng.
"""
FORM = {"template": "so-ket-6-thang", "unit": "Hội LHPN tỉnh Sơn Hà", "kind": "H1", "year": "2024", "profile": "HOI"}
WAIT_S = 60


@pytest.fixture
def client(services: Services, take_in: Callable[[str, str], str]) -> TestClient:
    take_in("so-ket.txt", REPORT)
    app, router = FastAPI(), APIRouter()
    add_draft_pages(router, open_desk(services))
    app.include_router(router)
    return TestClient(app)


class Tab:
    """What the tab's script does."""

    def __init__(self, client: TestClient) -> None:
        self.client, self.html, self.status = client, "", 0

    def send(self, address: str, **what: object) -> str:
        answer = self.client.post(address, content=json.dumps({"revision": self.number("revision"), **what}))
        return self._shown(answer.status_code, answer.text)

    def get(self, address: str) -> str:
        answer = self.client.get(address)
        return self._shown(answer.status_code, answer.text)

    def begin(self, **other: str) -> str:
        self.send(DRAFT_PATH, do="begin", changes={**FORM, **other})
        return self.settled()

    def do(self, do: str, **what: object) -> str:
        return self.send(self.address, do=do, **{"step": "text", **what})

    def settled(self) -> str:
        until = time.monotonic() + WAIT_S
        while "data-poll" in self.html and time.monotonic() < until:
            time.sleep(0.05)
            self.get(f"{self.address}?buoc=text")
        assert "data-poll" not in self.html
        return self.html

    @property
    def address(self) -> str:
        found = re.search(r'data-draft="(\w*)"', self.html)
        assert found is not None
        return f"{DRAFT_PATH}/{found[1]}"

    def number(self, name: str) -> int:
        found = re.search(rf'data-{name}="(\d+)"', self.html)
        return int(found[1]) if found else 0

    def place(self, text: str) -> str:
        """Of the sentence that holds a text."""
        for found in re.finditer(r'data-edit="sentence" data-place="([\d.]+)"[^>]*?data-text="([^"]*)"', self.html):
            if text in unescape(found[2]):
                return found[1]
        raise AssertionError(f"{text}: {self.html}")

    def fact(self, value: str) -> str:
        found = re.search(rf'data-do="tick" data-fact="(\w+)"[^>]*aria-label="[^"]*{re.escape(value)}', self.html)
        assert found is not None
        return found[1]

    def _shown(self, status: int, html: str) -> str:
        self.status, self.html = status, html
        return html


def test_a_report_goes_from_request_to_word_file(client: TestClient, services: Services) -> None:
    tab = Tab(client)
    assert texts.FACTS_TITLE in tab.begin()
    assert "3.562" in tab.html
    for value in ("23", "1,84 tỷ"):
        tab.do("tick", fact=tab.fact(value), ticked=False, step="facts")
    assert tab.number("revision") > 1
    tab.do("compose")
    tab.settled()
    assert "tl-paper" in tab.html
    assert "1.047 hộ" in tab.html
    assert "23 mái ấm" not in tab.html

    tab.do("text", edit="title", text="Sơ kết công tác Hội")
    tab.do("gather")
    tab.settled()
    assert "Sơ kết công tác Hội</span>" in tab.html
    assert "1.047 hộ" in tab.html
    assert "data-off" in tab.get(f"{tab.address}?buoc=facts")
    tab.get(f"{tab.address}?buoc=text")

    place = tab.place("3.562")
    tab.do("text", edit="sentence", place=place, text="Các cấp Hội kết nạp 3.652 hội viên mới.")
    assert "tl-s-person" in tab.html
    stale = tab.number("revision") - 1
    tab.client.post(tab.address, content=json.dumps({"do": "undo", "revision": 0}))
    tab.send(tab.address, do="text", edit="sentence", place=place, text="Khác.", revision=stale)
    assert "vừa được sửa ở một cửa sổ khác" in tab.html
    assert "tl-s-person" not in tab.html
    tab.do("redo")
    assert "tl-s-person" in tab.html

    tab.do("section", section="khong-co")
    assert texts.FAILED.partition("{")[0] in tab.settled()
    tab.get(f"{tab.address}?buoc=export")
    tab.do("head", step="export", changes={"signer": "Nguyễn Thị Mận", "place": "Sơn Hà", "evil": "x"})
    assert 'value="Nguyễn Thị Mận"' in tab.html
    word = tab.client.get(f"{tab.address}.docx")
    written = docx.Document(io.BytesIO(word.content))
    text = "\n".join(one.text for one in written.paragraphs)
    assert "3.652" in text
    assert "chưa có nguồn" in text
    assert "filename*=UTF-8''" in word.headers["content-disposition"]
    book = openpyxl.load_workbook(io.BytesIO(tab.client.get(f"{tab.address}.xlsx").content))
    assert "3.562" in {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert tab.client.get(f"{tab.address}.pdf").status_code == 404
    assert services.drafts.listed()[0].title.startswith("Báo cáo sơ kết 6 tháng")


def test_what_cannot_be_used_is_said_and_the_rest_is_made(client: TestClient) -> None:
    tab = Tab(client)
    tab.begin(unit=" ")
    assert texts.NO_UNIT in tab.html
    tab.begin(year="20x4")
    assert "Năm “20x4” chưa đúng" in tab.html
    assert 'value="Hội LHPN tỉnh Sơn Hà"' in tab.html
    tab.begin(kind="range", year="2024", year_to="2020")
    assert "từ năm 2024 đến năm 2020" in tab.html
    tab.begin(kind="H9")
    assert "Không hiểu kỳ báo cáo" in tab.html
    tab.begin(unit="Hội LHPN xã Kim Thượng")
    assert texts.FACTS_NONE in tab.html
    assert "Hội LHPN tỉnh Sơn Hà" in tab.html
    tab.do("compose")
    assert "[CẦN BỔ SUNG" in tab.settled()
    tab.do("retarget", unit="Hội LHPN tỉnh Sơn Hà")
    tab.settled()
    assert "3.562" in tab.get(f"{tab.address}?buoc=facts")
    tab.begin(template="khong-co")
    assert "Không có đề cương" in tab.html


def test_the_list_of_drafts_and_foreign_input(client: TestClient) -> None:
    tab = Tab(client)
    tab.begin()
    draft_id = tab.address.rpartition("/")[2]
    assert "Bản gửi" in tab.send(DRAFT_PATH, do="rename", id=draft_id, title="Bản gửi Ban Thường vụ")
    assert "Đã xóa bản nháp" in tab.send(DRAFT_PATH, do="delete", id=draft_id)
    assert tab.client.get(f"{DRAFT_PATH}/{draft_id}").status_code == 404
    assert "Đã khôi phục" in tab.send(DRAFT_PATH, do="restore", id=draft_id)
    assert "Không tìm thấy bản nháp" in tab.send(DRAFT_PATH, do="delete", id="none")
    assert tab.client.post(f"{DRAFT_PATH}/{draft_id}", content=b"\xff{").status_code == 400
    assert tab.client.post(f"{DRAFT_PATH}/{draft_id}", content=b"x" * 400_000).status_code == 400
    assert tab.client.get(f"{DRAFT_PATH}/none.docx").status_code == 404

    form = docx.Document()
    form.add_paragraph("{{tieu_de}} {{khong_biet}}")
    written = io.BytesIO()
    form.save(written)
    tab.get(f"{DRAFT_PATH}/{draft_id}")
    tab.do("compose")
    tab.settled()
    named = {"x-ten-tep": "M%E1%BA%ABu.docx"}
    shown = tab.client.post(f"{tab.address}/mau", content=written.getvalue(), headers=named).text
    assert "Đã nhận mẫu “Mẫu.docx”" in shown
    assert "khong_biet" in shown
    filled = docx.Document(io.BytesIO(tab.client.get(f"{tab.address}.docx").content))
    assert "6 tháng đầu năm 2024" in filled.paragraphs[0].text
    assert "không phải tệp Word" in tab.client.post(f"{tab.address}/mau", content=b"PK", headers=named).text


def test_a_draft_is_worked_on_once_and_the_problem_is_told_once() -> None:
    jobs, go = DraftJobs(), threading.Event()

    def fail(_: object) -> None:
        go.wait(WAIT_S)
        raise ValueError("broken")

    assert jobs.begin("a", Working("gather"), fail)
    assert not jobs.begin("a", Working("compose"), fail)
    assert jobs.working("a") == Working("gather")
    go.set()
    until = time.monotonic() + WAIT_S
    while jobs.working("a") is not None and time.monotonic() < until:
        time.sleep(0.01)
    assert jobs.working("a") is None
    assert jobs.take_problem("a")
    assert jobs.take_problem("a") == ""
