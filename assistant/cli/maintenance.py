"""The verbs reindex, config and doctor."""

import argparse

from assistant.cli.ingesting import ingest
from assistant.cli.opening import loaded, services
from assistant.cli.output import emit, say
from assistant.health import Level, examine
from assistant.messages_vi.checkup import DOCTOR
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.services import reindex as rebuild
from assistant.settings import save_setting


def reindex(options: argparse.Namespace) -> int:
    """Build both indexes again from the catalogue, with another model if one is named; --retry: files, not indexes."""
    if options.retry:
        return ingest(options)

    def tell(done: int, total: int) -> None:
        if not options.json:
            say(CLI_TEXT["reindexing"].format(done=done, total=total))

    settings = loaded(options, {"embedding.model": options.model})
    model = rebuild(settings, tell)
    if options.model:
        save_setting(options.data, "embedding.model", options.model)
    if options.json:
        emit({"model": model.model_id, "dim": model.dim})
    else:
        say(CLI_TEXT["reindexed"].format(model=model.model_id, dim=model.dim))
    return 0


def config(options: argparse.Namespace) -> int:
    """Print every setting with its origin, or write one."""
    if options.action == "set":
        save_setting(options.data, options.name, options.value)
        say(CLI_TEXT["saved"].format(name=options.name))
        return 0
    for origin in loaded(options).origins:
        if options.json:
            emit({"name": origin.name, "value": origin.value, "origin": origin.origin})
        else:
            say(f"{origin.name} = {'' if origin.value is None else origin.value}  ({origin.origin})")
    return 0


def doctor(options: argparse.Namespace) -> int:
    """Print what was found; 1 if anything needs mending."""
    marks = {Level.OK: "✓", Level.NOTE: "-", Level.PROBLEM: "✗"}
    worst = 0
    with services(options) as opened:
        for finding in examine(opened, deep=options.deep):
            worst = max(worst, int(finding.level is Level.PROBLEM))
            if options.json:
                emit({"name": finding.name, "level": finding.level.value, "value": finding.value})
            else:
                say(f"{marks[finding.level]} {DOCTOR[finding.name].format(value=finding.value)}")
    if not worst and not options.json:
        say(CLI_TEXT["healthy"])
    return worst
