"""A conversation as Markdown that any program shows: questions, answers, one list of references."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from assistant.citation_text import reference_line
from assistant.conversations.formatting import Line, Run, lines_of
from assistant.conversations.markdown_text import literal
from assistant.conversations.records import Conversation, KeptTurn
from assistant.conversations.references import NumberedTurn, numbered
from assistant.messages_vi.conversations import EXPORTED
from assistant.messages_vi.differences import VERDICTS, difference_text
from assistant.messages_vi.names import AI_NOTICE
from assistant.messages_vi.sentences import warning_text
from assistant.verdicts import SentenceCheck, Verdict


def as_markdown(conversation: Conversation, turns: Sequence[KeptTurn]) -> str:
    """The whole conversation; text of documents cannot become formatting."""
    whole = numbered(turns)
    blocks = [f"# {_plain(conversation.title)}", f"*{exported_line(conversation)}*"]
    for turn in whole.turns:
        blocks += _turn(turn)
    if whole.references:
        blocks.append(f"## {EXPORTED['references']}")
        blocks += [_plain(reference_line(citation)) for citation in whole.references]
    return "\n\n".join(blocks) + "\n"


def exported_line(conversation: Conversation) -> str:
    """When it was held, and that a machine wrote it."""
    return f"{EXPORTED['held'].format(when=moment(conversation.created_at))} {AI_NOTICE}"


def moment(iso: str) -> str:
    """A stored moment in this computer's time, e.g. 14:05 21/11/2026."""
    return datetime.fromisoformat(iso).astimezone().strftime("%H:%M %d/%m/%Y")


def remarks(turn: NumberedTurn) -> Iterator[str]:
    """What was searched instead of the question as typed, what it was restricted to, and every warning."""
    kept = turn.turn
    if kept.answer is not None and kept.answer.completed_question:
        yield EXPORTED["completed"].format(question=kept.answer.completed_question)
    if kept.filters_text:
        yield EXPORTED["filters"].format(filters=kept.filters_text)
    if kept.answer is not None:
        yield from map(warning_text, kept.answer.warnings)
        yield from (_doubt(check) for check in kept.answer.checks if _is_doubtful(check))


def _is_doubtful(check: SentenceCheck) -> bool:
    """Whether the answer shows the sentence although its sources do not say it so."""
    return check.verdict is not Verdict.SUPPORTED and check.char_end > check.char_start


def _doubt(check: SentenceCheck) -> str:
    reasons = "; ".join(map(difference_text, check.differences)) or VERDICTS[check.verdict]
    return EXPORTED["doubt"].format(sentence=check.text, reasons=reasons)


def _turn(turn: NumberedTurn) -> Iterator[str]:
    yield f"## {_plain(turn.turn.question)}"
    for remark in remarks(turn):
        yield f"> {_plain(remark)}"
    yield from map(_line, lines_of(turn.text, turn.struck))
    if turn.nearest:
        yield f"{EXPORTED['nearest']}"
        yield "\n".join(f"- {_plain(reference_line(one).partition('] ')[2])}" for one in turn.nearest)


def _line(line: Line) -> str:
    first, *rest = line.runs
    return "".join([_run(first, opens=True), *(_run(run) for run in rest)])


def _run(run: Run, *, opens: bool = False) -> str:
    return f"~~{literal(run.text)}~~" if run.struck else literal(run.text, opens=opens)


def _plain(text: str) -> str:
    """A line of text that Markdown shows as it is."""
    return literal(" ".join(text.split()), opens=True)
