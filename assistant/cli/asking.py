"""The verbs search and ask, for one question or a batch."""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.citation_text import reference_line
from assistant.cli.opening import BadYearError, filters, services
from assistant.cli.output import complain, emit, say
from assistant.contract import answer_json, search_json
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.messages_vi.sentences import warning_text
from assistant.model import Answer, SearchResult

WRONG_USE = 2


class _BatchLine(BaseModel):
    """One line of a batch file; other fields (answers, key facts) are ignored."""

    id: str
    question: str


def search(options: argparse.Namespace) -> int:
    """Print the hits of a question or of every question of a batch."""
    return _run(
        options,
        lambda opened, question, chosen: opened.search(question, top_k=options.top_k, filters=chosen),
        search_json,
        _say_hits,
    )


def ask(options: argparse.Namespace) -> int:
    """Print the answer to a question or to every question of a batch."""
    return _run(
        options, lambda opened, question, chosen: opened.ask(question, filters=chosen), answer_json, _say_answer
    )


def _run(
    options: argparse.Namespace,
    action: Callable[..., Any],  # search and ask return different results
    as_json: Callable[[Any], dict[str, Any]],
    speak: Callable[[Any], None],
) -> int:
    if (options.question is None) == (options.batch is None):
        complain(CLI_TEXT["no_question" if options.question is None else "both_questions"])
        return WRONG_USE
    try:
        chosen = filters(options)
    except BadYearError as error:
        complain(CLI_TEXT["bad_year"].format(value=error))
        return WRONG_USE
    failed = 0
    with services(options) as opened:
        if options.batch is None:
            result = action(opened, options.question, chosen)
            emit(as_json(result)) if options.json else speak(result)
            return 0
        for line in _batch(options.batch):
            if isinstance(line, str):
                complain(line)
                failed = 1
                continue
            emit({"id": line.id, **as_json(action(opened, line.question, chosen))})
    return failed


def _batch(path: Path) -> Iterator[_BatchLine | str]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _batch_line(path, number, line)
    except (OSError, UnicodeDecodeError) as error:
        yield CLI_TEXT["bad_batch_line"].format(line=0, path=path, problem=error)


def _batch_line(path: Path, number: int, line: str) -> _BatchLine | str:
    try:
        return _BatchLine.model_validate(json.loads(line))
    except (ValidationError, json.JSONDecodeError) as error:
        problem = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error.msg
        return CLI_TEXT["bad_batch_line"].format(line=number, path=path, problem=problem)


def _say_answer(answer: Answer) -> None:
    say(answer.text)
    for warning in answer.warnings:
        say(f"! {warning_text(warning)}")
    for heading, citations in (("sources", answer.citations), ("nearest", answer.nearest)):
        if citations:
            say("\n" + CLI_TEXT[heading])
            for citation in citations:
                say(reference_line(citation))


def _say_hits(result: SearchResult) -> None:
    if not result.hits:
        say(CLI_TEXT["no_hits"])
    for hit in result.hits:
        passage = hit.passage
        place = CLI_TEXT["page_short"].format(page=passage.page)
        say(f"{hit.rank}. {passage.title or passage.source}, {place} ({hit.score:.3f})\n   {passage.text[:200]}")
