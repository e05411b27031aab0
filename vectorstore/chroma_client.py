"""Opening a Chroma client: in the process over a folder, or a server that must answer; never an in-memory fallback."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.config import Settings
from chromadb.errors import ChromaError

from vectorstore.errors import IndexDamagedError, VectorServerError

Answer = TypeVar("Answer")

_HTTPS_PORT, _HTTP_PORT = 443, 8000
_REQUEST_TIMEOUT_S = 120.0
"""chromadb waits for ever by default; adding 2,000 vectors to a busy server takes a few seconds."""


def connect_embedded(folder: Path) -> ClientAPI:
    """A client over a folder that this process owns.

    :raises IndexDamagedError: the folder cannot be opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
    except (ChromaError, ValueError, RuntimeError) as error:
        raise IndexDamagedError(index=str(folder), problem=str(error)) from error


def connect_server(url: str, retry_delays_s: tuple[float, ...]) -> ClientAPI:
    """A client of a running server; its heartbeat was heard.

    :raises VectorServerError: the address is not one, or nobody answers after the retries.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise VectorServerError(url=url, problem="not an http(s) address")
    secure = parts.scheme == "https"
    host, port = parts.hostname, parts.port or (_HTTPS_PORT if secure else _HTTP_PORT)

    def open_client() -> ClientAPI:
        client = chromadb.HttpClient(host, port, ssl=secure, settings=Settings(anonymized_telemetry=False))
        client.heartbeat()
        for session in _http_sessions(client):
            session.timeout = httpx.Timeout(_REQUEST_TIMEOUT_S, connect=10.0)
        return client

    return patiently(open_client, url, retry_delays_s)


def close_client(client: ClientAPI) -> None:
    """Free the folder or the connections; chromadb's own close leaves the latter open."""
    sessions = _http_sessions(client)
    if isinstance(client, Client):
        client.close()
    for session in sessions:
        session.close()


def _http_sessions(client: ClientAPI) -> list[httpx.Client]:
    """The connection pools of a server's client and of the admin client inside it; no setting reaches them."""
    found = []
    for owner in (client, getattr(client, "_admin_client", None)):
        session = getattr(getattr(owner, "_server", None), "_session", None)
        if isinstance(session, httpx.Client):
            found.append(session)
    return found


def patiently(call: Callable[[], Answer], url: str, retry_delays_s: tuple[float, ...]) -> Answer:
    """Call again while the server is away; every call made through here must be idempotent.

    :raises VectorServerError: still away after the last delay, or it answered with an error.
    """
    for delay_s in (*retry_delays_s, None):
        try:
            return call()
        except (httpx.HTTPError, ChromaError, ValueError) as error:
            if delay_s is None or not _is_passing(error):
                raise VectorServerError(url=url, problem=f"{type(error).__name__}: {error}") from error
        time.sleep(delay_s)
    raise AssertionError("unreachable: the last turn returns or raises")


def _is_passing(error: Exception) -> bool:
    """Whether trying again may help: no connection, or the server was starting or stopping."""
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
    # chromadb words an absent server as ValueError when the client is made
    return isinstance(error, httpx.TransportError) or "could not connect" in str(error).lower()
