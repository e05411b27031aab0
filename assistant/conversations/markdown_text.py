"""Text written into Markdown so that every program shows it as it is."""

import re

from assistant.answer_marks import released

_MEANT = re.compile(r"[\\`*_<>#|~$^\[\]]|&(?=#?\w{1,31};)|(?<==)=")
"""Signs that mean something wherever they stand, to CommonMark or to programs that know a little more."""
_OPENING = re.compile(r"[-+]|\(?(?:\d{1,9}|[A-Za-z]{1,4})(?=[.)](?:\s|$))")
"""What would begin a list or a rule: a sign, or the number or letter before a full stop or a bracket."""
_CITED = re.compile(r"\\\[(\d{1,4})\\\](?![(:])")


def literal(text: str, *, opens: bool = False) -> str:
    r"""The text with a backslash where a sign would mean something; the numbers [n] of citations stay as they are.

    :param opens: Whether it stands at the start of its line, where "1. " and "- " mean something too.
    """
    opening = _OPENING.match(text) if opens else None
    at = opening.end() if opening else 0
    begun = text[:at]
    if begun:
        begun = f"\\{begun}" if begun in "-+" else f"{begun}\\"
    escaped = _MEANT.sub(r"\\\g<0>", text[at:])
    return begun + released(_CITED.sub(r"[\1]", escaped))
