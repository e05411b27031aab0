"""Lists of related articles, as codes of laws write them behind an article (linguistic table)."""

import re

_LIST = re.compile(r"\s*\(\s*Điều này có nội dung liên quan đến")


def without_related(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence [start, end) without such a list behind it: the titles of other articles state nothing."""
    found = _LIST.search(text, start + 1, end)
    return start, found.start() if found else end
