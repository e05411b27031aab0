"""What a request to the API must satisfy before anything of it is read: who may ask, and how much.

The application has no accounts yet, so whoever reaches the port may ask; only programs and people of this machine do
(loopback). What must be kept out are pages of other sites, open in a browser on the same machine:

- a name that is not ours (DNS rebinding), and a change with the Origin of another site: refused by ``ui.guard``;
- any request that the browser itself says comes from another site (``Sec-Fetch-Site``), reading included, unless a
  person follows a link: refused here;
- a change without an Origin, as curl and other programs send it: only with a content type that no page can send
  without asking first (``application/json``), or with the header ``X-Requested-With``. A browser asks permission for
  either with an OPTIONS request, which is answered to nobody, so even one that leaves the Origin out cannot do it.

No CORS header is ever sent: pages of other sites can read no answer either.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.types import Message, Receive

from assistant.http_api.errors import ForeignRequestError, RequestTooLargeError

JSON_LIMIT = 1024 * 1024
"""Bytes of a JSON body: a conversation of a hundred long turns."""
UPLOAD_LIMIT = 512 * 1024 * 1024
"""Bytes of a request with files; more files go into several requests."""
_KB = 1024
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OTHER_SITES = frozenset({"cross-site", "same-site"})
"""Same site is not same origin: another port of this machine is another program."""
_MULTIPART = "multipart/form-data"


class ApiRoute(APIRoute):
    """A route that looks at the headers first and never reads more than the limit."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """The handler behind the checks."""
        handler: Any = super().get_route_handler()  # Any: its type promises a coroutine of its own kind

        async def checked(request: Request) -> Response:
            if not may_ask(request.method, request.headers):
                raise ForeignRequestError
            limit = UPLOAD_LIMIT if _content_type(request.headers) == _MULTIPART else JSON_LIMIT
            if _announced(request.headers) > limit:
                raise RequestTooLargeError(limit_kb=limit // _KB)
            body = _Body(request.receive, limit)
            try:
                response: Response = await handler(Request(request.scope, body.receive))
            except Exception:
                # what reads the body makes any error in it an error of its own
                if body.too_large:
                    raise RequestTooLargeError(limit_kb=limit // _KB) from None
                raise
            return response

        return checked


def may_ask(method: str, headers: Mapping[str, str]) -> bool:
    """Whether the headers show that no page of another site asks; the Origin itself was compared by the guard."""
    by_link = headers.get("sec-fetch-mode") == "navigate" and method in _READING
    if headers.get("sec-fetch-site") in _OTHER_SITES and not by_link:
        return False
    if method in _READING or "origin" in headers:
        return True
    return _content_type(headers) == "application/json" or "x-requested-with" in headers


def _content_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _announced(headers: Mapping[str, str]) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() else 0


class _Body:
    """A body that is counted as it comes: sent in pieces it announces no length."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit

    @property
    def too_large(self) -> bool:
        """Whether more came than may."""
        return self._left < 0

    async def receive(self) -> Message:
        """The next message of it.

        :raises OverflowError: it is too large.
        """
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self.too_large:
            raise OverflowError
        return message
