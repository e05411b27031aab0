"""What in a draft states nothing a source could confirm: letterheads, addressees, greetings (linguistic table)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.claims.model import NotChecked
from assistant.claims.plans import is_plan
from assistant.grounding.reading import Kind, read
from ingest.text.folding import fold

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam$"
    r"|so\s*:?\s*[\d.…_ ]*\s*[/-]\s*\S+$|v/v\b|^\W*\*+\W*$"
    r"|(?:\w+\s){0,4}\w+,? ngay\s*[\d.…_]*\s*thang\s*[\d.…_]*\s*nam\s*[\d.…_]*$"
    r"|(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)\b\.?\s.{3,60}$|\(?da ky\)?$|\(?ky,? (?:ghi ro ho ten|dong dau)"
)
_OFFICES = re.compile(r"(?:pho )?(?:chu tich|bi thu|giam doc|chanh van phong|truong ban|hieu truong|thu truong)")
_ADDRESSEES = re.compile(r"(?:kinh gui|noi nhan)\b")
_RECIPIENT = re.compile(
    r"(?:[-–+•*]\s*)?(?:nhu tren|nhu kinh gui|luu\s*:|luu vt|bao cao\)|.{2,80}(?:\(b/?c\)|;|vt\.?|,\s*\w{2,6}\.))"
)
_GREETING = re.compile(
    r"kinh thua|thua (?:cac|toan|quy|dong chi|ong|ba|hoi nghi)|xin (?:chao|cam on|tran trong|kinh)|tran trong"
    r"|kinh (?:chuc|mong|moi)|chuc (?:cac|quy|toan|hoi nghi|dai hoi|dong chi|chi em)|tren day la|than ai"
    r"|rat mong (?:nhan|duoc|su)|cam on\b|nhiet liet"
)
_OF_ITSELF = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:thong tu|nghi dinh|luat|bo luat|phap lenh|quyet dinh|nghi quyet|quy che|quy dinh|chi thi"
    r"|dieu le)(?: lien tich)? nay co hieu luc\b"
)
_CLOSING = "tren day la"
_FIGURE = re.compile(r"(?<![\w/])\d")
_ENUMERATOR = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ivxIVX]{1,5}[.)-]|[a-zđA-ZĐ][.)])\s+")
_FRAME_END = re.compile(r"(?:nhu sau|sau day)\W*:$")
_SHORT, _NAME_WORDS, _SLOGAN_WORDS = 3, 5, 14
HARD = frozenset(
    {
        NotChecked.HEADING,
        NotChecked.LETTERHEAD,
        NotChecked.ADDRESSEES,
        NotChecked.GREETING,
        NotChecked.FRAME,
        NotChecked.SLOGAN,
    }
)
"""Never looked up; plans and questions are, and count as checked where a source says just that."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    key: str
    """Folded, single spaces."""
    words: tuple[str, ...]
    heading: bool
    figure: bool


def has_figure(text: str) -> bool:
    """Whether a digit stands in it beside its own enumerator."""
    return _FIGURE.search(_ENUMERATOR.sub("", text, count=1)) is not None


def opens_addressees(text: str) -> bool:
    """Kính gửi: and Nơi nhận: begin a list of addressees."""
    return _ADDRESSEES.match(fold(text).strip()) is not None


def is_recipient(text: str) -> bool:
    """A line of such a list."""
    return _RECIPIENT.match(fold(text).strip()) is not None


def is_of_itself(sentence: str) -> bool:
    """Whether a sentence tells when the paper it stands in takes effect: other papers say nothing about that."""
    return _OF_ITSELF.match(fold(sentence)) is not None


def why_not_checked(sentence: str, *, heading: bool = False) -> NotChecked | None:
    """The reason to leave a sentence alone; None for one that states something.

    :param heading: It is set as one.
    """
    text = sentence.strip()
    read = _Sentence(text, " ".join(fold(text).split()), tuple(text.split()), heading, has_figure(text))
    return next((reason for reason, applies in _REASONS if applies(read)), None)


def _is_letterhead(one: _Sentence) -> bool:
    if _LETTERHEAD.match(one.key) or _OFFICES.fullmatch(one.key):
        return True
    signed = len(one.words) <= _NAME_WORDS and not one.text.endswith((".", ";", ":")) and not one.figure
    return signed and not one.text.isupper() and all(word[:1].isupper() for word in one.words)


def _is_heading(one: _Sentence) -> bool:
    if one.heading and not one.text.endswith("."):
        # the time a report is about is no figure of it
        return not any(token.kind is Kind.NUMBER for token in read(_ENUMERATOR.sub("", one.text, count=1)).tokens)
    return (one.heading or len(one.words) < _SHORT or one.text.isupper()) and not one.figure


def _is_greeting(one: _Sentence) -> bool:
    if one.key.startswith(_CLOSING):
        return True
    return _GREETING.match(one.key) is not None and not one.figure


def _is_frame(one: _Sentence) -> bool:
    return one.text.endswith(":") and (not one.figure or _FRAME_END.search(one.key) is not None)


def _is_slogan(one: _Sentence) -> bool:
    return one.text.endswith("!") and len(one.words) <= _SLOGAN_WORDS and not one.figure


_REASONS: tuple[tuple[NotChecked, Callable[[_Sentence], bool]], ...] = (
    (NotChecked.ADDRESSEES, lambda one: _ADDRESSEES.match(one.key) is not None),
    (NotChecked.LETTERHEAD, _is_letterhead),
    (NotChecked.HEADING, _is_heading),
    (NotChecked.GREETING, _is_greeting),
    (NotChecked.FRAME, _is_frame),
    (NotChecked.QUESTION, lambda one: one.text.endswith("?")),
    (NotChecked.SLOGAN, _is_slogan),
    (NotChecked.PLAN, lambda one: is_plan(one.text)),
)
"""The first that applies."""
