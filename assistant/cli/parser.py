"""Verbs and options of the command line."""

import argparse
import os
from pathlib import Path

from assistant.messages_vi.command_line import CLI_HELP
from assistant.reports.word.options import NoteStyle

DEFAULT_DATA = "data"


def build_parser() -> argparse.ArgumentParser:
    """Every verb with its options; no verb means serve."""
    parser = argparse.ArgumentParser(prog="app.py", description=CLI_HELP["app"])
    common = _common()
    verbs = parser.add_subparsers(dest="verb", metavar="verb")

    serve = verbs.add_parser("serve", parents=[common], help=CLI_HELP["serve"])
    serve.add_argument("--port", type=int, help=CLI_HELP["port"])
    serve.add_argument("--host", help=CLI_HELP["host"])

    ingest = verbs.add_parser("ingest", parents=[common], help=CLI_HELP["ingest"])
    ingest.add_argument("paths", nargs="*", type=Path, help=CLI_HELP["paths"])
    ingest.add_argument("--collection", default="", help=CLI_HELP["collection"])
    ingest.add_argument("--accept-review", action="store_true", help=CLI_HELP["accept_review"])
    ingest.add_argument("--samples", action="store_true", help=CLI_HELP["samples"])
    ingest.add_argument("--retry", action="store_true", help=CLI_HELP["retry"])

    _add_watch(verbs, common)

    for verb in ("search", "ask"):
        asking = verbs.add_parser(verb, parents=[common, _filters()], help=CLI_HELP[verb])
        asking.add_argument("question", nargs="?", help=CLI_HELP["question"])
        asking.add_argument("--batch", type=Path, metavar="FILE.jsonl", help=CLI_HELP["batch"])
        if verb == "search":
            asking.add_argument("-k", "--top-k", type=_positive, default=10, help=CLI_HELP["top_k"])

    check = verbs.add_parser("check", parents=[common], help=CLI_HELP["check"])
    check.add_argument("draft", metavar="FILE|-", help=CLI_HELP["draft_file"])
    check.add_argument("--keep", action="store_true", help=CLI_HELP["keep_check"])
    check.add_argument("--word", type=Path, metavar="FILE.docx", help=CLI_HELP["check_word"])
    check.add_argument("--excel", type=Path, metavar="FILE.xlsx", help=CLI_HELP["check_excel"])

    _add_draft(verbs, common)

    for verb in ("text", "remove", "restore"):
        one = verbs.add_parser(verb, parents=[common], help=CLI_HELP[verb])
        one.add_argument("document_id", help=CLI_HELP["document_id"])

    documents = verbs.add_parser("documents", parents=[common], help=CLI_HELP["documents"])
    documents.add_argument("--all", action="store_true", help=CLI_HELP["states"])
    documents.add_argument("--quality", action="store_true", help=CLI_HELP["quality"])

    reindex = verbs.add_parser("reindex", parents=[common], help=CLI_HELP["reindex"])
    reindex.add_argument("--model", help=CLI_HELP["model"])
    reindex.add_argument("--retry", action="store_true", help=CLI_HELP["retry"])
    reindex.set_defaults(paths=[], samples=False)

    verbs.add_parser("feedback", parents=[common], help=CLI_HELP["feedback"])

    _add_config(verbs, common)
    doctor = verbs.add_parser("doctor", parents=[common], help=CLI_HELP["doctor"])
    doctor.add_argument("--deep", action="store_true", help=CLI_HELP["deep"])
    _add_eval(verbs, common)
    return parser


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data", type=Path, default=Path(os.environ.get("TROLY_DATA") or DEFAULT_DATA), help=CLI_HELP["data"]
    )
    common.add_argument("--json", action="store_true", help=CLI_HELP["json"])
    common.add_argument("-v", "--verbose", action="store_true", help=CLI_HELP["verbose"])
    return common


def _filters() -> argparse.ArgumentParser:
    filters = argparse.ArgumentParser(add_help=False)
    filters.add_argument("--year", help=CLI_HELP["year"])
    filters.add_argument("--unit", action="append", default=[], help=CLI_HELP["unit"])
    filters.add_argument("--type", action="append", default=[], help=CLI_HELP["type"])
    filters.add_argument("--collection", action="append", default=[], help=CLI_HELP["collection"])
    return filters


def _add_watch(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    watch = verbs.add_parser("watch", parents=[common], help=CLI_HELP["watch"])
    watch.add_argument("paths", nargs="*", type=Path, metavar="FOLDER", help=CLI_HELP["folders"])
    watch.add_argument("--collection", default="", help=CLI_HELP["collection"])
    watch.add_argument("--once", action="store_true", help=CLI_HELP["once"])
    watch.add_argument("--interval", type=_positive, help=CLI_HELP["interval"])
    action = watch.add_mutually_exclusive_group()
    for name in ("list", "pause", "resume", "forget"):
        action.add_argument(f"--{name}", action="store_true", help=CLI_HELP[f"watch_{name}"])


def _add_draft(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    draft = verbs.add_parser("draft", parents=[common], help=CLI_HELP["draft"])
    draft.add_argument("template", nargs="?", metavar="TEMPLATE", help=CLI_HELP["template"])
    for name in ("unit", "period", "scope"):
        draft.add_argument(f"--{name}", default="", help=CLI_HELP[f"draft_{name}"])
    draft.add_argument("-o", "--output", type=Path, metavar="FILE.docx", help=CLI_HELP["draft_output"])
    draft.add_argument("--facts", type=Path, metavar="FILE.xlsx", help=CLI_HELP["draft_facts"])
    draft.add_argument("--profile", default="HOI", help=CLI_HELP["draft_profile"])
    draft.add_argument(
        "--notes", default="footnotes", choices=[one.value for one in NoteStyle], help=CLI_HELP["draft_notes"]
    )
    draft.add_argument("--form", type=Path, metavar="FILE.docx", help=CLI_HELP["draft_form"])
    draft.add_argument("--link", default="", metavar="URL", help=CLI_HELP["draft_link"])
    draft.add_argument("--no-model", action="store_true", help=CLI_HELP["no_model"])
    draft.add_argument("--list", action="store_true", help=CLI_HELP["draft_list"])


def _add_config(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    config = verbs.add_parser("config", help=CLI_HELP["config"])
    actions = config.add_subparsers(dest="action", metavar="action", required=True)
    actions.add_parser("show", parents=[common], help=CLI_HELP["config_show"])
    change = actions.add_parser("set", parents=[common], help=CLI_HELP["config_set"])
    change.add_argument("name", help=CLI_HELP["name"])
    change.add_argument("value", help=CLI_HELP["value"])


def _add_eval(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    evaluate = verbs.add_parser("eval", help=CLI_HELP["eval"])
    subjects = evaluate.add_subparsers(dest="subject", metavar="subject", required=True)
    for subject in ("retrieval", "answers"):
        one = subjects.add_parser(subject, parents=[common], help=CLI_HELP[f"eval_{subject}"])
        one.add_argument("questions", type=Path, help=CLI_HELP["questions"])


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(text)
    return value
