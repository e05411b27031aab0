"""Between the exchanges on the screen and the turns that are kept; no Gradio here."""

from dataclasses import replace

from assistant.conversations.records import Feedback, FeedbackReason, KeptTurn, NewTurn
from assistant.services import Services
from assistant.ui.asking import Exchanges
from assistant.ui.conversation_html import Exchange
from vectorstore.hits import Filters


def kept(services: Services, conversation_id: str, exchanges: Exchanges) -> tuple[str, Exchanges]:
    """Keep what is not kept yet, each at its place; returns the conversation's id and the exchanges with theirs."""
    new = [(place, _turn(one)) for place, one in enumerate(exchanges) if one.turn_id is None]
    if not new:
        return conversation_id, exchanges
    conversation_id, ids = services.conversations.keep(conversation_id, new)
    numbers = dict(zip((place for place, _ in new), ids, strict=True))
    return conversation_id, tuple(
        replace(one, turn_id=numbers.get(place, one.turn_id)) for place, one in enumerate(exchanges)
    )


def opened(services: Services, conversation_id: str) -> Exchanges:
    """The exchanges of a kept conversation; none for an unknown one."""
    return tuple(map(_exchange, services.conversations.turns(conversation_id)))


def judged(services: Services, exchanges: Exchanges, turn: int, feedback: Feedback | None) -> Exchanges:
    """The exchanges with a judgement kept; a turn that is not there changes nothing."""
    if not 0 <= turn < len(exchanges) or (turn_id := exchanges[turn].turn_id) is None:
        return exchanges
    services.conversations.judge(turn_id, feedback)
    return (*exchanges[:turn], replace(exchanges[turn], feedback=feedback), *exchanges[turn + 1 :])


def feedback_of(good: bool, reasons: object, note: object) -> Feedback:
    """What the page sent; reasons nobody knows are left out."""
    known = {reason.value for reason in FeedbackReason}
    chosen = [str(one) for one in reasons] if isinstance(reasons, list) else []
    return Feedback(good, tuple(FeedbackReason(one) for one in chosen if one in known), _well_formed(str(note or "")))


def _turn(one: Exchange) -> NewTurn:
    return NewTurn(
        _well_formed(one.question), one.answer, one.problem, one.filters, one.asked or Filters(), one.ignored
    )


def _exchange(turn: KeptTurn) -> Exchange:
    return Exchange(
        turn.question,
        turn.answer,
        turn.problem,
        turn.filters_text,
        turn.asked,
        turn.ignored,
        turn_id=turn.turn_id,
        feedback=turn.feedback,
    )


def _well_formed(text: str) -> str:
    """Lone surrogates replaced: neither SQLite nor JSON could carry them."""
    return text.encode("utf-8", "replace").decode("utf-8")
