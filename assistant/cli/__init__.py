"""The command line: one skin over the services; see README, Command line."""

from assistant.cli.main import main

__all__ = ["main"]
