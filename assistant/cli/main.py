"""Entry point: parse, configure logging, run one verb, turn our errors into a sentence and an exit code."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence

from assistant.cli import (
    asking,
    checking,
    documents,
    drafting,
    evaluating,
    feedback,
    ingesting,
    maintenance,
    serving,
    watching,
)
from assistant.cli.output import complain
from assistant.cli.parser import build_parser
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.messages_vi.sentences import error_text, message_of
from ingest.errors import TrolyError

logger = logging.getLogger(__name__)

OK, FAILED, WRONG_USE = 0, 1, 2

_VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": serving.serve,
    "ingest": ingesting.ingest,
    "watch": watching.watch,
    "search": asking.search,
    "ask": asking.ask,
    "check": checking.check,
    "draft": drafting.draft,
    "text": documents.text,
    "documents": documents.documents,
    "remove": documents.remove,
    "restore": documents.restore,
    "reindex": maintenance.reindex,
    "feedback": feedback.feedback,
    "config": maintenance.config,
    "doctor": maintenance.doctor,
    "eval": evaluating.evaluate,
}

_OFFLINE = {
    "HF_HUB_OFFLINE": "1",  # a wrong model path costs 70 s of retries otherwise
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "ANONYMIZED_TELEMETRY": "False",
    "TOKENIZERS_PARALLELISM": "false",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; 0 fine, 1 something was refused or failed, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = build_parser()
    options = parser.parse_args(_with_default_verb(given))
    for name, value in _OFFLINE.items():
        os.environ.setdefault(name, value)
    _configure_logging(verbose=options.verbose)
    try:
        return _VERBS[options.verb](options)
    except TrolyError as error:
        logger.debug("verb %s ended", options.verb, exc_info=True)
        complain(error_text(error))
        return FAILED
    except KeyboardInterrupt:
        complain(CLI_TEXT["interrupted"])
        return FAILED
    except BrokenPipeError:
        # the reader of our output went away (head, less): not our failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:  # the outermost rim: log with traceback, answer with a sentence
        logger.exception("verb %s failed", options.verb)
        complain(str(message_of("internal_error", {"problem": type(error).__name__})))
        return FAILED


def _with_default_verb(given: list[str]) -> list[str]:
    wants_help = any(item in {"-h", "--help"} for item in given)
    if not given or (given[0].startswith("-") and not wants_help):
        return ["serve", *given]
    return given


def _configure_logging(*, verbose: bool) -> None:
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    for package in ("assistant", "ingest", "vectorstore", "prompts"):
        logging.getLogger(package).setLevel(logging.DEBUG if verbose else logging.INFO)
