"""The verb eval: quality over a file of questions with known answers."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from assistant.cli.opening import services
from assistant.cli.output import emit, say
from assistant.evaluation.answers_eval import evaluate_answers
from assistant.evaluation.questions import load_questions
from assistant.evaluation.retrieval_eval import evaluate_retrieval


def evaluate(options: argparse.Namespace) -> int:
    """Print the metrics of retrieval (fused, lexical, dense) or of answers."""
    questions = load_questions(options.questions)
    with services(options) as opened:
        if options.subject == "retrieval":
            reports: Sequence[object] = []
        else:
            reports = [evaluate_answers(opened.ask, questions)]
    return 0
