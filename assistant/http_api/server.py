"""The server the application runs in; told to stop, it does not wait for pages that are still open."""

import asyncio
import logging

import uvicorn
from fastapi import FastAPI

LEAVE_S = 3
"""For answers under way; an open page holds a connection that never ends by itself."""


def server(app: FastAPI, host: str, port: int, leave_s: int = LEAVE_S) -> uvicorn.Server:
    """A server that stops on SIGINT and SIGTERM, within ``leave_s`` seconds.

    Its log says nothing of the connections it then cuts: each would be a traceback on the terminal of a person who
    pressed Ctrl+C.
    """
    config = uvicorn.Config(
        app, host=host, port=port, log_level="warning", access_log=False, timeout_graceful_shutdown=leave_s
    )
    logging.getLogger("uvicorn.error").addFilter(_says_no_farewell)
    return uvicorn.Server(config)


def _says_no_farewell(record: logging.LogRecord) -> bool:
    cut = record.exc_info is not None and isinstance(record.exc_info[1], asyncio.CancelledError)
    return not cut and not str(record.msg).startswith("Cancel %s running task")
