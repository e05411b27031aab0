"""Joining two printed lines of a paragraph: a space, or nothing where a hyphen ended the first."""

from ingest.text.syllables import is_syllable

_HYPHENS = "-\u2010\u2011"
_SOFT_HYPHEN = "\u00ad"


def ends_in_hyphen(line: str) -> bool:
    """Whether a hyphen stands directly behind a letter or digit at the end of the line."""
    return len(line) > 1 and (line[-1] in _HYPHENS or line[-1] == _SOFT_HYPHEN) and line[-2].isalnum()


def join_lines(line: str, following: str) -> str:
    """Both as one line.

    A syllable cut in two is put together. Every other hyphen belongs to the word ("NĐ-CP", "2021-2026", "Covid-19"),
    and the line end behind it stands for nothing.
    """
    if not ends_in_hyphen(line) or not following[:1].isalnum():
        return f"{line} {following}"
    if line[-1] == _SOFT_HYPHEN or _cuts_syllable(line, following):
        return line[:-1] + following
    return line + following


def _cuts_syllable(line: str, following: str) -> bool:
    left, right = _letters_at_end(line[:-1]), _letters_at_start(following)
    return bool(left and right) and is_syllable(left + right) and not (is_syllable(left) and is_syllable(right))


def _letters_at_end(text: str) -> str:
    word = text.rsplit(None, 1)[-1]
    return word if word.isalpha() else ""


def _letters_at_start(text: str) -> str:
    word = text.split(None, 1)[0].rstrip(".,;:!?")
    return word if word.isalpha() else ""
