"""The conversation as HTML: questions, answers, warnings, sources."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape

from assistant.citation_text import document_name
from assistant.conversations.formatting import struck_in
from assistant.conversations.records import Feedback
from assistant.messages_vi.sentences import warning_text
from assistant.model import AbstainReason, Answer, Mode, Turn, Understanding, WarningCode
from assistant.ui.check_html import with_badges, with_places
from assistant.ui.chips_html import chips_html
from assistant.ui.citation_html import answer_html, copy_text, places_html
from assistant.ui.completed_html import completed_html
from assistant.ui.feedback_html import feedback_html
from assistant.ui_texts_vi import chat as texts
from vectorstore.hits import Filters

_MODES = {
    Mode.EXTRACTIVE: (texts.MODE_EXTRACTIVE, texts.MODE_EXTRACTIVE_HINT),
    Mode.MODEL: (texts.MODE_MODEL, texts.MODE_MODEL_HINT),
}

_SAID_FIRST = frozenset({WarningCode.LLM_FALLBACK, WarningCode.QUESTION_SHORTENED, WarningCode.FOREIGN_QUESTION})
"""Warnings about the answer as a whole stand above it, those about its sources between the two."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question with its answer, or with the sentence that says why there is none."""

    question: str
    answer: Answer | None = None
    problem: str = ""
    filters: str = ""
    """What the search was restricted to, in words."""
    asked: Filters | None = None
    """The same as it was searched with, to ask again."""
    ignored: tuple[Understanding, ...] = ()
    """Readings of the question that the asker took away."""
    turn_id: int | None = None
    """Of the kept turn; None as long as it is not kept."""
    feedback: Feedback | None = None


def turns_of(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """The past exchanges as the answerer wants them; exchanges without an answer are left out."""
    return tuple(_turn(item.question, item.answer) for item in exchanges if item.answer is not None)


def _turn(question: str, answer: Answer) -> Turn:
    names = dict.fromkeys(map(document_name, answer.citations))
    return Turn(answer.completed_question or question, answer.text, tuple(names))


def conversation_html(exchanges: Sequence[Exchange], first: int = 0) -> str:
    """Every finished exchange, oldest first; ``first`` is the place of the first one in the whole conversation."""
    return "".join(exchange_html(item, turn) for turn, item in enumerate(exchanges, first))


def exchange_html(exchange: Exchange, turn: int = 0) -> str:
    """One finished exchange; ``turn`` is its place in the conversation."""
    answer = exchange.answer
    body = _problem(exchange.problem) if answer is None else _answer(answer, feedback_html(turn, exchange.feedback))
    understood = exchange.answer.understood if exchange.answer else ()
    read = (answer and answer.completed_question) or exchange.question
    chips = completed_html(answer) + chips_html(read, turn, understood, exchange.ignored)
    return f'<article class="tl-turn">{_question(exchange.question, exchange.filters)}{chips}{body}</article>'


def live_html(question: str, filters: str, text: str, note: str, struck: Collection[str] = ()) -> str:
    """An exchange that is being written: the text so far (markers not yet links) and what happens now."""
    return (
        f'<article class="tl-turn" aria-busy="true">{_question(question, filters)}<div class="tl-answer">'
        f'<div class="tl-answer-text">{answer_html(text, (), struck)}</div>'
        f'<p class="tl-working"><span class="tl-dots" aria-hidden="true"><i></i><i></i><i></i></span>{escape(note)}</p>'
        "</div></article>"
    )


def _question(question: str, filters: str) -> str:
    shown = f'<p class="tl-question-filters">{escape(texts.FILTERED.format(what=filters))}</p>' if filters else ""
    return (
        f'<div class="tl-question"><h3 class="tl-hidden">{texts.YOU}</h3>'
        f'<p class="tl-question-text">{escape(question)}</p>{shown}</div>'
    )


def _problem(problem: str) -> str:
    return (
        f'<div class="tl-answer tl-problem" role="alert"><p class="tl-answer-head">{texts.ERROR_TITLE}</p>'
        f"<p>{escape(problem)}</p></div>"
    )


def _answer(answer: Answer, feedback: str) -> str:
    if answer.reason is AbstainReason.SMALL_TALK:
        return f'<div class="tl-answer"><div class="tl-answer-text">{answer_html(answer.text, ())}</div></div>'
    refused = " tl-refused" if answer.abstained else ""
    head = f'<p class="tl-answer-head">{texts.REFUSED}</p>' if answer.abstained else ""
    placed = answer_html(with_places(answer.text, answer.checks), answer.citations, struck_in(answer))
    shown = with_badges(placed, answer.checks, answer.mode)
    return (
        f'<div class="tl-answer{refused}"><h3 class="tl-hidden">{texts.ASSISTANT}</h3>{head}'
        f"{_warnings(answer, first=True)}"
        f'<div class="tl-answer-text">{shown}</div>'
        f"{_warnings(answer, first=False)}{_sources(answer)}{_foot(answer)}{feedback}</div>"
    )


def _warnings(answer: Answer, *, first: bool) -> str:
    chosen = [
        warning
        for warning in answer.warnings
        if (warning.code in _SAID_FIRST) == first and warning.code is not WarningCode.REFUSAL_THRESHOLD
    ]
    return "".join(f'<p class="tl-warning" role="note">{escape(warning_text(warning))}</p>' for warning in chosen)


def _sources(answer: Answer) -> str:
    if answer.citations:
        return f'<h4 class="tl-places-title">{texts.SOURCES}</h4>{places_html(answer.citations, numbered=True)}'
    if answer.nearest:
        return (
            f'<h4 class="tl-places-title">{texts.NEAREST}</h4><p class="tl-hint">{texts.NEAREST_HINT}</p>'
            f"{places_html(answer.nearest, numbered=False)}"
        )
    return ""


def _foot(answer: Answer) -> str:
    label, hint = _MODES[answer.mode]
    mode = "" if answer.abstained else f'<span class="tl-mode" title="{escape(hint)}">{label}</span>'
    set_otherwise = [one for one in answer.warnings if one.code is WarningCode.REFUSAL_THRESHOLD]
    mode += "".join(f'<span class="tl-mode">{escape(warning_text(one))}</span>' for one in set_otherwise)
    return (
        f'<div class="tl-answer-foot">{mode}{_seconds(answer)}'
        f'<button type="button" class="tl-button tl-copy" data-copy="{escape(copy_text(answer))}">'
        f"{texts.COPY_ANSWER}</button></div>"
    )


def _seconds(answer: Answer) -> str:
    total = answer.timings_ms.get("total")
    if total is None:
        return ""
    shown = f"{max(total / 1000, 0.1):.1f}".replace(".", ",")
    return f'<span class="tl-muted">{texts.SECONDS.format(seconds=shown)}</span>'
