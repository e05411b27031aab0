"""Telephone numbers and addresses: only what has their form answers a question for one (linguistic table)."""

import re
from collections.abc import Sequence

from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked, Question
from assistant.query.tokens import find_phrases, has_accents

_PHONE = re.compile(r"(?<!\d)(?:\+?84|0\d|1[89]00)(?:[\s.\-()]{0,2}\d){4,}")
_LINE = re.compile(rf"{_PHONE.pattern}|(?<!\d)1\d\d(?!\d)")
_ACCOUNT = re.compile(r"(?<![\d/.-])\d(?:[ .]?\d){7,}")
_AT = re.compile(r"\S@\S")
_SITE = re.compile(r"https?:|www\.|\w\.(?:vn|com|org|net)\b")
_FORMS: dict[str, re.Pattern[str]] = {
    "số điện thoại": _PHONE,
    "điện thoại liên hệ": _PHONE,
    "sđt": _PHONE,
    "sdt": _PHONE,
    "đường dây nóng": _LINE,
    "hotline": _LINE,
    "số fax": _PHONE,
    "số tài khoản": _ACCOUNT,
    "email": _AT,
    "thư điện tử": _AT,
    "hộp thư điện tử": _AT,
    "website": _SITE,
    "trang web": _SITE,
}
"""What is asked for to the form of what answers."""
_OTHERWISE = frozenset({Asked.PERSON, Asked.REASON, Asked.MANNER, Asked.DATE})
_FROM_THE_START = 3
"""Syllables before it where it is what the question is for."""


def contact_missing(question: Question, ask: Ask, sentences: Sequence[Sentence]) -> bool:
    """Whether a telephone number or an address is asked for and none of the sentences has one."""
    if ask.kind in _OTHERWISE:
        return False
    tokens = question.tokens[ask.first : ask.last]
    for match in find_phrases(tokens, _FORMS, accented=has_accents(question.text)):
        if match.first <= _FROM_THE_START:
            form = _FORMS[match.phrase]
            return not any(form.search(one.text) for one in sentences)
    return False
