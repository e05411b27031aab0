"""Signs that begin a line of a list: "-", "•", "1.", "a)"."""

import re

_LIST_SIGN = re.compile(r"^\s*(?:[-–—•*+▪●]\s*|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/]\s+)+")


def without_list_sign(text: str) -> str:
    """The text without the signs it begins with."""
    return _LIST_SIGN.sub("", text)
