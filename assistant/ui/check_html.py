"""The verdict on a sentence, shown beside it."""

import re
from collections.abc import Sequence
from html import escape

from assistant.messages_vi.differences import VERDICTS, difference_text
from assistant.model import Mode
from assistant.verdicts import SentenceCheck, Verdict

_FIRST, _LAST = 0xE000, 0xF8FF
_PLACE = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
"""Private-use characters stand for badges while the answer is made into HTML: escaping leaves them alone."""


def with_places(text: str, checks: Sequence[SentenceCheck]) -> str:
    """The answer's text with a place for a badge after every checked sentence that it shows."""
    shown = [(check.char_end, number) for number, check in enumerate(checks) if check.char_end > check.char_start]
    pieces: list[str] = []
    at = 0
    for end, number in sorted(shown)[: _LAST - _FIRST]:
        pieces.append(_PLACE.sub("", text[at:end]) + chr(_FIRST + number))
        at = end
    return "".join(pieces) + _PLACE.sub("", text[at:])


def with_badges(html: str, checks: Sequence[SentenceCheck], mode: Mode) -> str:
    """The HTML of such a text with the badges in their places."""
    return _PLACE.sub(lambda place: badge_html(checks[ord(place.group()) - _FIRST], mode), html)


def badge_html(check: SentenceCheck, mode: Mode = Mode.MODEL) -> str:
    """What was found about a sentence: the verdict, and what disagrees.

    A quotation is supported by itself: saying so beside each would only hide the one that is not.
    """
    reasons = "; ".join(difference_text(one) for one in check.differences)
    if check.verdict is Verdict.SUPPORTED and mode is Mode.EXTRACTIVE:
        return ""
    if check.verdict is Verdict.SUPPORTED:
        return f'<span class="tl-check tl-check-ok">✓ {VERDICTS[check.verdict]}</span>'
    because = f": {reasons}" if reasons else ""
    return f'<span class="tl-check tl-check-bad" role="note">✗ {escape(VERDICTS[check.verdict] + because)}</span>'
