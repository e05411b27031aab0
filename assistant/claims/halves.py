"""Two statements made one sentence: where they may be parted again (linguistic table)."""

import re

_JOINT = re.compile(r",\s+(?:còn|trong đó(?: có)?|đồng thời|ngoài ra|riêng)?\s*|\s+và\s+(?=[^\W\d])")
_DIGIT = re.compile(r"\d")
_LEAST_WORDS = 6


def halves_of(statement: str) -> list[str]:
    """Two statements that a semicolon, or the only comma or "và" with figures on both sides, joins; nothing for one."""
    halves = statement.split(";")
    if len(halves) == 1:
        joints = [one for one in _JOINT.finditer(statement) if _may_part(statement, one)]
        if len(joints) == 1:
            halves = [statement[: joints[0].start()], statement[joints[0].end() :]]
    whole = len(halves) == 2 and min(len(one.split()) for one in halves) >= _LEAST_WORDS  # noqa: PLR2004
    return halves if whole else []


def _may_part(statement: str, joint: re.Match[str]) -> bool:
    return bool(_DIGIT.search(statement[: joint.start()]) and _DIGIT.search(statement[joint.end() :]))
