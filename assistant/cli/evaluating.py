"""The verb eval: quality over a file of questions with known answers."""

import argparse
from dataclasses import asdict
from functools import partial
from typing import Any

from assistant.cli.opening import services
from assistant.cli.output import emit, say
from assistant.evaluation.answers_eval import evaluate_answers
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.evaluation.retrieval_eval import evaluate_retrieval
from assistant.retrieval.hybrid import Legs
from assistant.services import Services


def evaluate(options: argparse.Namespace) -> int:
    """Print the metrics of retrieval (fused, then each leg alone) or of answers; ``--json`` adds the details."""
    questions = load_questions(options.questions)
    measure = {"retrieval": _retrieval, "answers": _answers}[options.subject]
    with services(options) as opened:
        for report in measure(opened, questions):
            if options.json:
                emit(report)
            else:
                say("  ".join(f"{name} {_shown(value)}" for name, value in report.items() if _is_brief(value)))
    return 0


def _retrieval(opened: Services, questions: tuple[EvalQuestion, ...]) -> list[dict[str, Any]]:
    reports = []
    for legs in Legs:
        report = asdict(evaluate_retrieval(partial(opened.search, legs=legs), questions))
        recall = {f"recall@{k}": value for k, value in report.pop("recall").items()}
        reports.append({"legs": legs.value, "ndcg@10": report.pop("ndcg"), **recall, **report})
    return reports


def _answers(opened: Services, questions: tuple[EvalQuestion, ...]) -> list[dict[str, Any]]:
    return [asdict(evaluate_answers(opened.ask, questions))]


def _is_brief(value: object) -> bool:
    return isinstance(value, str | int | float)


def _shown(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)
