"""The verb serve: the application on the loopback address."""

import argparse
import ipaddress
import socket

from assistant.cli.opening import loaded
from assistant.cli.output import complain, say
from assistant.messages_vi import CLI_TEXT
from assistant.services import open_services

FAILED, WRONG_USE = 1, 2


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
    # gradio takes 3 s to import and only this verb needs it
    import uvicorn  # noqa: PLC0415

    from assistant.http_api import create_app  # noqa: PLC0415

    with open_services(settings) as opened:
        say(CLI_TEXT["serving"].format(host=host, port=port))
        uvicorn.run(create_app(opened), host=host, port=port, log_level="warning", access_log=False)
    return 0


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
