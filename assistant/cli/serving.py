"""The verb serve: the application on the loopback address."""

import argparse
import gc
import ipaddress
import logging
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.cli.opening import loaded
from assistant.cli.output import complain, say
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.services import open_services
from ingest.errors import TrolyError

logger = logging.getLogger(__name__)

FAILED, WRONG_USE = 1, 2
_UP_AFTER_S = 2.0
_IDLE_AFTER_S = 15.0


def serve(options: argparse.Namespace) -> int:
    """Serve until interrupted; refuses any address but loopback, for there are no users yet."""
    settings = loaded(options, {"server.port": options.port, "server.host": options.host})
    host, port = settings.values.server.host, settings.values.server.port
    if not _is_loopback(host):
        complain(CLI_TEXT["host_refused"].format(host=host))
        return WRONG_USE
    if not _is_free(host, port):
        complain(CLI_TEXT["port_busy"].format(port=port, other=port + 1))
        return FAILED
    uploads = _upload_folder(settings.data_dir)
    # gradio takes 3 s to import and only this verb needs it
    from assistant.http_api import create_app  # noqa: PLC0415
    from assistant.http_api.server import server  # noqa: PLC0415

    with open_services(settings) as opened:
        _empty(uploads)
        say(CLI_TEXT["serving"].format(host=host, port=port))
        running = server(create_app(opened), host, port)
        processes = (opened.viewing.get_ready, opened.claims.get_ready)
        with (
            opened.watcher.running(),
            _soon(_UP_AFTER_S, opened.get_ready, _keep_what_stands),
            _soon(_IDLE_AFTER_S, *processes),
            suppress(KeyboardInterrupt),  # raised again once everything is closed
        ):
            running.run()
    return 0 if running.started else FAILED


def _keep_what_stands() -> None:
    """Spare later collections of garbage what was made at the start, which stays to the end.

    A full one took 90 ms of CPU time over its objects, in the middle of every fortieth question.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def _soon(after_s: float, *tasks: Callable[[], None]) -> Iterator[None]:
    """Do them once the application has come up and nobody waits for it."""
    timer = threading.Timer(after_s, _one_by_one, [tasks])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _one_by_one(tasks: Sequence[Callable[[], None]]) -> None:
    for task in tasks:
        try:
            task()
        except TrolyError as error:  # whoever needs it is told then
            logger.warning("not ready yet: %s", error)


def _upload_folder(data_dir: Path) -> Path:
    """Uploads wait on the data folder's disk, not the system's: they move there anyway, and so stay private."""
    folder = data_dir / "tmp"
    os.environ["GRADIO_TEMP_DIR"] = str(folder.resolve())
    return folder


def _empty(folder: Path) -> None:
    """Clear what a killed process left; called with the data folder's lock held."""
    if folder.is_dir():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, mode=0o700)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
