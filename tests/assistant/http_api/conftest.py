"""The application behind a real server, over a store of made documents."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from assistant.http_api import create_app
from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from tests.llm_server import Asked, Reply, ScriptedLlmServer

LETTERS = {
    "bao-cao-suoi-hoa.txt": (
        "HỘI LHPN HUYỆN SUỐI HOA\nSố: 12/BC-BTV\nSuối Hoa, ngày 15 tháng 12 năm 2021\nBÁO CÁO\nTổng kết năm 2021\n\n"
        "Năm 2021, Hội LHPN huyện Suối Hoa giúp 215 hộ nghèo phát triển kinh tế.\n\n"
        "Hội LHPN huyện Suối Hoa thành lập 9 mô hình thu gom rác thải tại các thôn.\n"
    ),
    "tin-bai-may.txt": (
        "Hội LHPN xã Bãi Mây ra mắt câu lạc bộ\n\n"
        "Ngày 03/4/2023, Hội LHPN xã Bãi Mây ra mắt câu lạc bộ “Gia đình hạnh phúc” với 45 thành viên.\n"
    ),
}


@contextmanager
def served(services: Services) -> Iterator[str]:
    """The address of the application while it is served by a thread."""

    async def run() -> None:
        # made inside the loop: Gradio opens loops of its own otherwise and never closes them
        config = uvicorn.Config(create_app(services), port=0, log_level="error", access_log=False, lifespan="off")
        server.append(uvicorn.Server(config))
        await server[0].serve()

    server: list[uvicorn.Server] = []
    thread = threading.Thread(target=lambda: asyncio.run(run()), name="uvicorn")
    thread.start()
    try:
        while not (server and server[0].started):
            assert thread.is_alive(), "the server did not start"
            thread.join(0.02)
        port = server[0].servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server[0].should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("api")
    with open_services(load_settings(folder / "data", environment={})) as opened:
        take_in(opened, folder)
        yield opened


def take_in(services: Services, folder: Path) -> None:
    for name, text in LETTERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    reports = [
        one.report for one in services.ingest([folder / name for name in LETTERS]) if isinstance(one, FileFinished)
    ]
    assert {report.status for report in reports} == {"indexed"}


@pytest.fixture(scope="module")
def address(services: Services) -> Iterator[str]:
    with served(services) as url:
        yield url


@pytest.fixture
def api(address: str) -> Iterator[httpx.Client]:
    """A program on the same machine: no Origin."""
    with httpx.Client(base_url=address, timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def model_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application with a language model that breaks in the middle of its second sentence."""
    folder = tmp_path_factory.mktemp("model")
    with ScriptedLlmServer(_breaks_off) as model:
        settings = {"ASSISTANT_LLM": "openai:scripted", "ASSISTANT_LLM_BASE_URL": model.base_url}
        with open_services(load_settings(folder / "data", environment=settings)) as opened:
            take_in(opened, folder)
            with served(opened) as url:
                yield url


def _breaks_off(asked: Asked) -> Reply:
    found = next((name for name, text in asked.passages if "215 hộ nghèo" in text), "")
    said = f"Năm 2021, Hội LHPN huyện Suối Hoa giúp 215 hộ nghèo phát triển kinh tế [{found}]. "
    return Reply(said + "Hội LHPN huyện Suối Hoa thành lập", break_after=len(said) // 7 + 2)
