"""What the conversation shows before its first question: a first-start card, or a greeting with examples."""

from html import escape

from assistant.ui_texts_vi import chat as texts
from assistant.ui_texts_vi import page as page_texts


def welcome_html(documents: int, *, has_samples: bool, problem: str = "") -> str:
    """The card of an empty conversation.

    :param documents: searchable documents in the store; none offers the samples.
    :param has_samples: whether example questions about the samples make sense.
    :param problem: a sentence about a failed attempt, shown above.
    """
    warning = f'<p class="tl-warning" role="alert">{escape(problem)}</p>' if problem else ""
    return warning + (_greeting(documents, has_samples) if documents else _first_start())


def loading_html(done: int, total: int) -> str:
    """Progress of taking in the samples."""
    note = texts.LOADING_SAMPLES.format(done=done, total=total)
    return (
        f'<p class="tl-working" role="status"><span class="tl-dots" aria-hidden="true"><i></i><i></i><i></i></span>'
        f"{note}</p>"
    )


def _first_start() -> str:
    return (
        f'<section class="tl-welcome"><h2>{texts.FIRST_START_TITLE}</h2><p>{texts.FIRST_START_TEXT}</p>'
        f'<div class="tl-welcome-actions"><button type="button" class="tl-button tl-primary" data-event="load_samples">'
        f'{texts.LOAD_SAMPLES}</button><button type="button" class="tl-button" data-tab="{page_texts.TAB_DOCUMENTS}">'
        f"{texts.GO_UPLOAD}</button></div></section>"
    )


def _greeting(documents: int, has_samples: bool) -> str:
    marker = '<span class="tl-cite">1</span>'
    text = escape(texts.WELCOME_TEXT).format(count=documents, marker=marker)
    return (
        f'<section class="tl-welcome"><h2>{texts.WELCOME_TITLE}</h2><p>{text}</p>'
        f"{_examples() if has_samples else ''}</section>"
    )


def _examples() -> str:
    buttons = "".join(
        f'<li><button type="button" class="tl-example" data-event="ask_example" data-text="{escape(question)}">'
        f"{escape(question)}</button></li>"
        for question in texts.EXAMPLE_QUESTIONS
    )
    return f'<h3>{texts.EXAMPLES_TITLE}</h3><ul class="tl-examples">{buttons}</ul>' if buttons else ""
