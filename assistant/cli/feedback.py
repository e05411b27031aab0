"""The verb feedback: what people thought of answers, for review."""

import argparse
from typing import Any

from assistant.cli.opening import services
from assistant.cli.output import emit, say
from assistant.conversations.records import JudgedTurn
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.messages_vi.conversations import FEEDBACK_REASONS

_ANSWER_CHARS = 200


def feedback(options: argparse.Namespace) -> int:
    """Print a line per judgement, newest first."""
    with services(options) as opened:
        judged = opened.conversations.judged()
    if not judged and not options.json:
        say(CLI_TEXT["no_feedback"])
    for one in judged:
        emit(judged_json(one)) if options.json else say(_line(one))
    return 0


def judged_json(one: JudgedTurn) -> dict[str, Any]:
    """A judgement with what it judges."""
    return {
        "turn_id": one.turn_id,
        "conversation_id": one.conversation_id,
        "title": one.title,
        "at": one.at,
        "good": one.feedback.good,
        "reasons": [reason.value for reason in one.feedback.reasons],
        "note": one.feedback.note,
        "question": one.question,
        "completed": one.completed or None,
        "answer": one.answer,
        "mode": one.mode or None,
        "sources": list(one.sources),
    }


def _line(one: JudgedTurn) -> str:
    reasons = "; ".join(FEEDBACK_REASONS[reason] for reason in one.feedback.reasons)
    return CLI_TEXT["feedback_line"].format(
        mark="+" if one.feedback.good else "-",
        when=one.at[:16].replace("T", " "),
        question=one.question,
        answer=" ".join(one.answer.split())[:_ANSWER_CHARS],
        reasons=f"\n   → {reasons}" if reasons else "",
        note=f"\n   “{one.feedback.note}”" if one.feedback.note else "",
    )
