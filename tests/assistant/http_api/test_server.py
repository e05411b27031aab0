"""The server stops though somebody still holds a connection."""

import threading
import time
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

from assistant.http_api.server import server

WAIT_S = 60


def endless(closing: threading.Event) -> Iterator[str]:
    while not closing.wait(0.02):
        yield "data: {}\n\n"


def test_an_open_page_does_not_keep_a_stopped_server_running(capfd: pytest.CaptureFixture[str]) -> None:
    app, closing = FastAPI(), threading.Event()
    app.add_api_route("/", lambda: StreamingResponse(endless(closing), media_type="text/event-stream"))
    running = server(app, "127.0.0.1", 0, leave_s=1)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        while not running.started:
            assert thread.is_alive()
            time.sleep(0.01)
        port = running.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(timeout=WAIT_S) as client, client.stream("GET", f"http://127.0.0.1:{port}/") as held:
            assert held.status_code == 200
            running.should_exit = True
            thread.join(WAIT_S)
            assert not thread.is_alive()
    finally:
        running.force_exit = True
        closing.set()
        thread.join(WAIT_S)
    assert capfd.readouterr().err == ""
