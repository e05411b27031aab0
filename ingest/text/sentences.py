"""Sentences of Vietnamese text: a linguistic table of where a full stop does not end one."""

import re

from ingest.text.abbreviations import BEFORE_A_NAME, TITLES
from ingest.text.letters import LOWER, UPPER
from ingest.text.lines import continues, wrap_width
from ingest.text.syllables import is_syllable

_CANDIDATE = re.compile(
    r"""[.!?…\n](?:
      (?<=\n)\s*
    | (?P<more>[.!?…/]*) (?P<closers>[\])}”"’'»]*) (?=\s|$)
    | (?P<glued>)(?=["""
    + UPPER
    + r"""]["""
    + LOWER
    + r"""])
    )""",
    re.VERBOSE,
)
_WORD_AFTER = re.compile(r"[\s“\"‘'«(\[*_\-–—]*([^\W_]*)")
_ENUMERATOR = re.compile(
    r"[\W_]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Za-zĐđ]"
    r"|(?i:[đð]iều|chương|mục|tiểu mục|phần|phụ lục|khoản|bảng|hình|biểu|câu|bài|bước)\s+(?:thứ\s+)?[\w.]{1,6})\.?\Z"
)
_OPENERS = "“\"‘'«([{*_-–—"
_ENUMERATOR_REACH = 24
_TOKEN_REACH = 24
_PAREN_REACH = 600
"""Characters within which a bracket must close for the stops inside it not to count."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` (NFC) as [start, end) offsets of ``text``, without outer spaces.

    They are ordered, disjoint and hold every character that is not white space. A line end separates sentences
    unless the line was only wrapped.
    """
    end = len(text) if end is None else end
    width = _width(text, start, end)
    sentences: list[tuple[int, int]] = []
    begin = _skip_spaces(text, start, end)
    for match in _CANDIDATE.finditer(text, start, end):
        at, stop = match.span()
        if at < begin:
            continue
        if text[at] == "\n":
            if _wrapped(text, (begin, at), (stop, end), width):
                continue
            stop = at
        elif not _ends_sentence(text, begin, match, end):
            continue
        sentences.append((begin, begin + len(text[begin:stop].rstrip())))
        begin = _skip_spaces(text, stop, end)
    last = start + len(text[start:end].rstrip())
    if begin < last:
        sentences.append((begin, last))
    return sentences


def _width(text: str, start: int, end: int) -> int | None:
    if text.find("\n", start, end) < 0:
        return None
    return wrap_width([len(line.strip()) for line in text[start:end].split("\n")])


def _skip_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _wrapped(text: str, sentence: tuple[int, int], rest: tuple[int, int], width: int | None) -> bool:
    """Whether the line end between the open sentence and the rest is only a wrapped line."""
    begin, at = sentence
    previous = text[max(begin, text.rfind("\n", begin, at) + 1) : at].strip()
    stop, end = rest
    line_end = text.find("\n", stop, end)
    following = text[stop : end if line_end < 0 else line_end].strip()
    return continues(previous, following, gap=text.count("\n", at, stop), width=width)


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    at = match.start()
    after = _WORD_AFTER.match(text, match.end(), end)
    word = after.group(1) if after else ""
    if match.group("glued") is not None:
        return _glued_words_are_two_sentences(text, begin, at, word)
    if not word:
        return True
    if word[0].islower():
        return False
    if text[at] == "." and not match.group("more") and _belongs_to_its_word(text, begin, at, word):
        return False
    return not _inside_brackets(text, begin, match.end(), end)


def _token_before(text: str, begin: int, at: int) -> str:
    before = text[max(begin, at - _TOKEN_REACH) : at].rsplit(None, 1)
    return before[-1].lstrip(_OPENERS) if before else ""


def _belongs_to_its_word(text: str, begin: int, at: int, word: str) -> bool:
    """Whether the full stop at ``at`` is part of an abbreviation, an initial or an enumerator."""
    if at - begin <= _ENUMERATOR_REACH and _ENUMERATOR.match(text[begin:at]):
        return True
    token = _token_before(text, begin, at)
    if token in BEFORE_A_NAME or token.rpartition(".")[2] in BEFORE_A_NAME:
        return True
    if len(token) == 1 or (len(token) > 1 and token[-2] == "."):
        return token[-1].isupper() and _is_initial(text[begin : at - len(token)], token, word)
    return False


def _is_initial(before: str, token: str, word: str) -> bool:
    """J. K. Rowling and John F. Kennedy, but not "vitamin C. Tuy nhiên"."""
    if not is_syllable(word) or (len(word) == 1 and word.isupper()):
        return True
    if len(token) > 1:
        return False
    words = before.split()
    return bool(words) and (words[-1] in TITLES or (len(words[-1]) == 2 and words[-1][1] == "."))  # noqa: PLR2004


def _glued_words_are_two_sentences(text: str, begin: int, at: int, word: str) -> bool:
    """A missing space after the stop ("cấp.Hội viên"): both neighbours must be whole syllables."""
    token = _token_before(text, begin, at)
    return (
        token.islower() and token.isalpha() and is_syllable(token) and is_syllable(word) and token not in BEFORE_A_NAME
    )


def _inside_brackets(text: str, begin: int, stop: int, end: int) -> bool:
    if text.count("(", begin, stop) <= text.count(")", begin, stop):
        return False
    limit = min(end, stop + _PAREN_REACH)
    closing = text.find(")", stop, limit)
    if closing < 0:
        return False
    opening = text.find("(", stop, limit)
    return (opening < 0 or closing < opening) and "\n" not in text[stop:closing]
