"""Makes plain text of what a model wrote: no HTML, images, links or Markdown survive. The text is data."""

import re

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL | re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"<(script|style|iframe|object|svg)\b.*?(?:</\1\s*>|\Z)", ""),
        (r"<!--.*?(?:-->|\Z)", ""),
        (r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?", ""),  # image
        (r"\[([^\]]*)\]\([^)]*\)", r"\1"),  # link
        (r"\(\s*(?:https?:|www\.|data:|javascript:|file:|mailto:)[^)]*\)", ""),
        (r"</?[a-z][^<>]*(?:>|\Z)", ""),
        (r"\b(?:https?|ftp|file|data|javascript)\s*:(?://)?[^\s\uE000-\uF8FF]*[^\s.,;:!?\uE000-\uF8FF]", ""),
        (r"^[ \t]{0,3}#{1,6}[ \t]+", ""),  # heading
        (r"^[ \t]*>[ \t]?", ""),  # block quote
        (r"^([ \t]*)[*+•][ \t]+", r"\1- "),  # bullet
        (r"\*\*|__|~~|`", ""),
        (r"(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", ""),
        (r"[<>](?=[a-z/!])|\u0000|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", ""),
    )
)


def plain_text(text: str) -> str:
    """The words of a stretch of model output, characters in the private-use area untouched."""
    before = None
    while text != before:  # taking one tag out can put another together
        before = text
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
    return text
