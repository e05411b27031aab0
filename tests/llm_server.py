"""Stands in for a language model: a real HTTP server that speaks the OpenAI chat protocol and answers by script.

No model runs here. A script looks at the passages in the prompt and decides what the "model" says and how the
server misbehaves; everything between, client and protocol included, is real.
"""

import json
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PASSAGE = re.compile(r'<doan ma="(?P<id>\w+)"[^>]*>\n(?P<text>.*?)\n</doan>', re.DOTALL)
_PIECE = 7
"""Characters per streamed piece: cuts through words and markers."""


@dataclass(frozen=True)
class Asked:
    """What a request said."""

    body: dict[str, Any]
    authorization: str

    @property
    def prompt(self) -> str:
        return "\n".join(message["content"] for message in self.body["messages"])

    @property
    def passages(self) -> list[tuple[str, str]]:
        """Id and text of each passage, in order."""
        return [(found["id"], found["text"]) for found in _PASSAGE.finditer(self.prompt)]


@dataclass(frozen=True)
class Reply:
    """What the server does: an HTTP error, or a text in pieces with one possible misfortune."""

    text: str = ""
    status: int = 200
    hang_after: int | None = None
    """Pieces after which the connection stays open and silent; 0 is before the first."""
    break_after: int | None = None
    """Pieces after which the connection is cut."""
    end_after: int | None = None
    """Pieces after which the stream ends politely, but without having said so."""
    pause_s: float = 0.0
    """Before every piece."""
    finish_reason: str = "stop"
    piece_chars: int = _PIECE
    error: dict[str, Any] = field(default_factory=lambda: {"message": "scripted failure", "type": "server_error"})


Script = Callable[[Asked], Reply]


class ScriptedLlmServer(ThreadingHTTPServer):
    """A context manager; ``base_url`` is what goes into the settings, ``asked`` what arrived."""

    daemon_threads = False  # server_close waits for every handler, so that none outlives its test

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self._serving = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def __enter__(self) -> "ScriptedLlmServer":
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.shutdown()
        self._serving.join()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ScriptedLlmServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.close_connection = True
        if self.path != "/v1/chat/completions":
            self._json(404, {"error": {"message": f"no such path {self.path}"}})
            return
        asked = Asked(body, self.headers.get("Authorization", ""))
        self.server.asked.append(asked)
        try:
            self._reply(self.server.script(asked), stream=bool(body.get("stream")))
        except (BrokenPipeError, ConnectionResetError):
            return  # the client gave up first, as it should

    def _reply(self, reply: Reply, *, stream: bool) -> None:
        if reply.status != 200:
            self._json(reply.status, {"error": reply.error})
        elif stream:
            self._stream(reply)
        else:
            message = {"role": "assistant", "content": reply.text}
            choice = {"index": 0, "message": message, "finish_reason": reply.finish_reason}
            self._json(200, {**_frame("chat.completion"), "choices": [choice]})

    def _stream(self, reply: Reply) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        pieces = [reply.text[at : at + reply.piece_chars] for at in range(0, len(reply.text), reply.piece_chars)]
        for number, piece in enumerate([*pieces, None]):
            if number == reply.hang_after:
                self.server.closing.wait()
            if number in {reply.hang_after, reply.break_after} or self.server.closing.wait(reply.pause_s):
                return
            if number == reply.end_after:
                break
            delta = {} if piece is None else {"role": "assistant", "content": piece}
            reason = reply.finish_reason if piece is None else None
            self._event({"index": 0, "delta": delta, "finish_reason": reason})
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _event(self, choice: dict[str, Any]) -> None:
        data = {**_frame("chat.completion.chunk"), "choices": [choice]}
        self._chunk(f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode())

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _json(self, status: int, content: dict[str, Any]) -> None:
        data = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def _frame(kind: str) -> dict[str, Any]:
    return {"id": "scripted", "object": kind, "created": int(time.time()), "model": "scripted"}
