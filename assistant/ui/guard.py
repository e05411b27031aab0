"""What stands between the network and the application: foreign names, foreign sites, protective headers."""

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from starlette.responses import Response

from assistant.ui.addresses import CARD_PATH, ORIGINAL_PATH, SOURCE_PATH, STATIC_PATH
from assistant.ui.index_page import adapt_index
from assistant.ui_texts_vi import page as texts

Scope: TypeAlias = MutableMapping[str, Any]  # Any: ASGI's own definition
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
PAGE_POLICY = (
    # Gradio evaluates its components' scripts; nothing may come from or go to another host
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; worker-src 'self' blob:; "
    "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


class Guard:
    """Refuses foreign names and foreign sites, adds protective headers, makes the index page ours."""

    def __init__(
        self,
        app: App,
        allowed_hosts: Collection[str] | None,
        head: str,
        refused: Callable[[str, str], Response] | None = None,
    ) -> None:
        """:param refused: Path and sentence to the refusal; without it plain text."""
        self._app = app
        self._refused = refused or _refused
        self._hosts = None if allowed_hosts is None else frozenset(allowed_hosts)
        self._head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One ASGI call."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if problem := refusal(scope["method"], headers.get("host", ""), headers.get("origin"), self._hosts):
            await self._refused(scope["path"], problem)(scope, receive, send)
            return
        if scope["path"] == "/":
            # the page is rewritten below, so it must not arrive compressed
            scope["headers"] = [item for item in scope["headers"] if item[0] != b"accept-encoding"]
            await self._app(scope, receive, _IndexSender(send, self._head))
            return
        await self._app(scope, receive, lambda message: send(_protected(message, scope["path"])))


def _refused(path: str, problem: str) -> Response:
    del path
    return Response(problem, 403, media_type="text/plain; charset=utf-8")


def refusal(method: str, host: str, origin: str | None, allowed: frozenset[str] | None) -> str:
    """Why a request is refused; empty when it is not.

    A name that is not ours means DNS rebinding; a change asked for by another site means request forgery.
    """
    if allowed is not None and _host_name(host) not in allowed:
        return texts.FOREIGN_HOST
    if method not in ("GET", "HEAD", "OPTIONS") and origin is not None and urlsplit(origin).netloc != host:
        return texts.FOREIGN_SITE
    return ""


def _host_name(host: str) -> str:
    return host.rpartition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


def _protected(message: Message, path: str) -> Message:
    if message["type"] == "http.response.start":
        headers = list(message.get("headers", []))
        present = {name.lower() for name, _ in headers}
        wanted = {
            b"x-content-type-options": b"nosniff",
            b"referrer-policy": b"same-origin",
            b"content-security-policy": PAGE_POLICY.encode(),
        }
        if path.startswith((STATIC_PATH, SOURCE_PATH, ORIGINAL_PATH, CARD_PATH)):
            wanted[b"cache-control"] = b"no-cache"
        message["headers"] = headers + [(name, value) for name, value in wanted.items() if name not in present]
    return message


class _IndexSender:
    """Collects the index page, rewrites it and sends it in one piece."""

    def __init__(self, send: Send, head: str) -> None:
        self._send = send
        self._head = head
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = self._body
        kept = [item for item in self._start["headers"] if item[0].lower() != b"content-length"]
        if any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in kept):
            body = adapt_index(body.decode("utf-8"), self._head).encode()
        self._start["headers"] = [*kept, (b"content-length", str(len(body)).encode())]
        await self._send(_protected(self._start, "/"))
        await self._send({"type": "http.response.body", "body": body})
