"""Two phrases beside each other that begin alike: "chủ tịch tỉnh A và chủ tịch tỉnh B là ai" (linguistic table).

What they differ in is what the two parts of the question are about; what stands behind both belongs to both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.query.names import province_spans
from assistant.query.question import Asked, Question
from assistant.query.tokens import Token, find_phrases, has_accents
from assistant.query.wording import (
    ASKS_DATE,
    ASKS_MANNER,
    ASKS_NUMBER,
    ASKS_PERSON,
    ASKS_PLACE,
    ASKS_REASON,
    ASKS_THING,
)

_ASKING = (*ASKS_DATE, *ASKS_MANNER, *ASKS_NUMBER, *ASKS_PERSON, *ASKS_PLACE, *ASKS_REASON, *ASKS_THING)
_HEADS_OF_ONE = frozenset({"nam", "so"})
"""Words that make a phrase alike by themselves: "năm 2019 và năm 2020", "số hộ … và số chị …"."""
_LONGEST_HEAD = 4
_LONGEST = 18
_FRAME = re.compile(
    r"\b(?:lần lượt|lan luot|tương ứng|tuong ung|so sánh|so sanh"
    r"|(?:mỗi|moi) (?:nơi|noi|bên|ben|hội nghị|hoi nghi)"
    r"|(?:khác|khac|giống|giong) nhau(?=\s))\b[\s,:]*",
    re.IGNORECASE,
)
_COMPARING = ("so sánh", "khác nhau", "giống nhau", "đối chiếu", "hơn kém")
"""Only with one of these "với" joins."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAPERS = frozenset({"bài", "tin", "bai"})
_WHERE = frozenset({"trong", "ở", "tại", "theo", "của", "tai", "cua"})
_FRAMES = frozenset(str.split("bài bai tin năm tỉnh huyện xã phường thôn cụm"))
"""Words for a paper, a time, a place: what bears them tells two things apart, not they."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """One of the two phrases."""

    label: str
    """As typed."""
    text: str
    """The question about it alone."""
    about: tuple[str, ...]
    """What the other does not say, in folded syllables, or its year."""


def parallels(question: Question) -> tuple[Parallel, ...]:
    """The two phrases; nothing where no two begin alike or differ in nothing that can be looked for."""
    tokens = question.tokens
    accented = has_accents(question.text)
    if any(ask.kind is Asked.DOCUMENTS for ask in question.asks):
        return ()
    joining = {"và", "va"}
    if any(True for _ in find_phrases(tokens, _COMPARING, accented=accented)):
        joining |= {"với", "voi"}
    for at, token in enumerate(tokens):
        begins = _beginning(tokens, at) if token.text.lower() in joining else None
        found = _both(question, (begins, at), accented) if begins is not None else ()
        if found:
            return found
    return ()


def _beginning(tokens: Sequence[Token], at: int) -> int | None:
    """Where the phrase before the joining word begins, whose first words are those behind it.

    Before a paper ("và trong bài …") that is where another paper is named, or else a place: "ở tỉnh A và trong bài B".
    """
    for size in range(_LONGEST_HEAD, 0, -1):
        head = [one.folded for one in tokens[at + 1 : at + 1 + size]]
        if len(head) < size or (size == 1 and not _is_head(tokens, at + 1)):
            continue
        for first in range(at - size, max(-1, at - _LONGEST), -1):
            if [one.folded for one in tokens[first : first + size]] == head and (size > 1 or _is_head(tokens, first)):
                return first
    return _beside_a_paper(tokens, at)


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word makes phrases alike by itself: "năm", "số", or a preposition before a name ("của Hội A")."""
    follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
    named = follows[:1].isupper() and not tokens[at].text[0].isupper()
    return tokens[at].folded in _HEADS_OF_ONE or (tokens[at].text.lower() in _WHERE and named)


def _beside_a_paper(tokens: Sequence[Token], at: int) -> int | None:
    words = [one.text.lower() for one in tokens]
    behind = next((word for word in words[at + 1 : at + 3] if word not in _WHERE), "")
    if behind not in _PAPERS:
        return None
    reach = range(at - 2, max(-1, at - _LONGEST), -1)
    papers = [first for first in reach if words[first] in _PAPERS]
    places = [first for first in reach if words[first] in _WHERE and tokens[first + 1].text[0].isupper()]
    first = next(iter(papers or places), None)
    return first - 1 if papers and first and words[first - 1] in _WHERE else first


def _both(question: Question, left: tuple[int, int], accented: bool) -> tuple[Parallel, ...]:
    tokens = question.tokens
    asking = [match.first for match in find_phrases(tokens, _ASKING, accented=accented)]
    inside = any(left[0] <= place < left[1] for place in asking)
    behind = [place for place in asking if place > left[1]]
    if inside and not behind:
        return ()
    colon = _colon(question, left[1])
    end = colon or (len(tokens) if inside else _end(tokens, left, behind[0] if behind else len(tokens)))
    right = left[1] + 1, end
    if right[1] - right[0] > _LONGEST:
        return ()
    about = [_about(question, mine, other, accented) for mine, other in ((left, right), (right, left))]
    if not all(about) or about[0] == about[1]:
        return ()
    if not (any(_is_named(question, one) for one in about) or all(_has_name(question, one) for one in (left, right))):
        return ()
    texts = _texts(question, left, right, asked_behind=colon is not None)
    labels = [_label(question, *span) for span in (left, right)]
    return tuple(Parallel(*item) for item in zip(labels, texts, about, strict=True))


def _colon(question: Question, after: int) -> int | None:
    """The token before which a colon ends what is compared: "So sánh A và B: ai dự?"."""
    tokens = question.tokens
    gaps = ((at, question.text[tokens[at - 1].end : tokens[at].start]) for at in range(after + 2, len(tokens)))
    return next((at for at, gap in gaps if ":" in gap), None)


def _is_named(question: Question, about: Sequence[str]) -> bool:
    """Whether it is a year, or stands in the question with a capital: common words make no two things."""
    if _YEAR.fullmatch(about[0]) or about in question.provinces:
        return True
    return any(one.folded == about[0] and one.text[0].isupper() for one in question.tokens[1:])


def _has_name(question: Question, span: tuple[int, int]) -> bool:
    """Whether a phrase has a capital behind its first word, or a year."""
    tokens = question.tokens[span[0] + 1 : span[1]]
    return any(one.text[0].isupper() or _YEAR.fullmatch(one.text) for one in tokens)


def _end(tokens: Sequence[Token], left: tuple[int, int], asking: int) -> int:
    """Where the second phrase ends: behind its last name or figure, as long as the first where it has none."""
    first = left[1] + 1
    marked = [at for at in range(first, asking) if tokens[at].text[0].isupper() or tokens[at].text.isdigit()]
    if tokens[first].folded == "nam" and marked and marked[0] == first + 1:
        return first + 2
    if marked and marked[-1] > first:
        return marked[-1] + 1
    return min(asking, first + left[1] - left[0])


def _texts(question: Question, left: tuple[int, int], right: tuple[int, int], *, asked_behind: bool) -> list[str]:
    """What stands before and behind belongs to both; what is asked behind a colon is asked first."""
    tokens, text = question.tokens, question.text
    before = text[: tokens[left[0]].start]
    after = text[tokens[right[1] - 1].end :]
    if asked_behind:
        asked = _tidy(after).rstrip(" ?.!")
        return [f"{asked} {_typed(question, *span)}?" for span in (left, right)]
    return [_tidy(before + _typed(question, *span) + after) for span in (left, right)]


def _tidy(text: str) -> str:
    flat = " ".join(_FRAME.sub("", text).split()).strip(" ,;:")
    return flat[:1].upper() + flat[1:]


def _label(question: Question, first: int, last: int) -> str:
    """As typed, without the preposition of a place or paper."""
    return _typed(question, first + (question.tokens[first].text.lower() in _WHERE), last)


def _typed(question: Question, first: int, last: int) -> str:
    start, end = question.tokens[first].start, question.tokens[last - 1].end
    typed = question.text[start:end]
    closing = typed.count("(") > typed.count(")") and question.text[end : end + 1] == ")"
    return question.text[start : end + closing]


def _about(question: Question, own: tuple[int, int], other: tuple[int, int], accented: bool) -> tuple[str, ...]:
    """What only this phrase says: a province, else the longest run of words, else its year."""
    tokens = question.tokens
    common = {one.text.lower() for one in tokens[other[0] : other[1]]}
    for first, last in province_spans(tokens, accented=accented):
        name = tuple(one.folded for one in tokens[first:last])
        if own[0] <= first and last <= own[1] and name not in _pieces(tokens[other[0] : other[1]], len(name)):
            return name
    runs = list(_runs(question, own, common))
    if runs:
        return max(runs, key=len)
    years = [one.text for one in tokens[own[0] : own[1]] if _YEAR.fullmatch(one.text) and one.text not in common]
    return (years[0],) if len(years) == 1 else ()


def _pieces(tokens: Sequence[Token], size: int) -> set[tuple[str, ...]]:
    return {tuple(one.folded for one in tokens[at : at + size]) for at in range(len(tokens) - size + 1)}


def _runs(question: Question, own: tuple[int, int], common: set[str]) -> Iterator[tuple[str, ...]]:
    """Stretches of at least two words that the other phrase lacks."""
    run: list[str] = []
    for at in range(own[0], own[1] + 1):
        token = question.tokens[at] if at < own[1] else None
        tells = token is not None and _tells_apart(token, common, says=question.content[at])
        if not tells or _after_comma(question, at):
            if len(run) > 1:
                yield tuple(run)
            run = []
        if tells and token is not None:
            run.append(token.folded)


def _after_comma(question: Question, at: int) -> bool:
    return at > 0 and "," in question.text[question.tokens[at - 1].end : question.tokens[at].start]


def _tells_apart(token: Token, common: set[str], *, says: bool) -> bool:
    """Whether the other phrase lacks the word, and it is no figure, frame or function word but in a name."""
    lower = token.text.lower()
    return lower not in common | _FRAMES and not token.text.isdigit() and (says or token.text[0].isupper())
