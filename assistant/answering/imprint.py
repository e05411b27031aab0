"""What a news item says of itself: who wrote it, when it was put up (linguistic table).

Such lines are no sentences, so nothing else finds them; they are quoted as they stand.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from assistant.answering.evidence import DocumentEvidence, speaks_of
from assistant.answering.quoting import Line, Quoted
from assistant.answering.ranking import Ranked
from assistant.messages_vi.answering import ANSWERING
from assistant.model import Hit
from assistant.query.parts import named
from assistant.query.question import Question
from assistant.query.tokens import find_phrases, has_accents
from vectorstore.hits import Passage

_ASKS_WHO: tuple[str, ...] = (
    "tác giả", "ai viết", "người viết bài", "người viết tin", "ai là người viết", "ai đưa tin", "bút danh",
    "ai là tác giả", "do ai viết", "đơn vị nào viết", "cơ quan nào viết", "người nào viết", "do ai đưa tin",
    "đơn vị nào đưa tin", "đơn vị nào đăng", "của tác giả nào", "ai đăng",
)  # fmt: skip
_ASKS_WHEN: tuple[str, ...] = (
    "đăng ngày nào", "đăng khi nào", "đăng vào ngày nào", "đăng lúc nào", "ngày đăng", "đăng tải ngày nào",
    "đưa tin ngày nào", "đăng ngày mấy", "đăng ngày bao nhiêu", "đăng hôm nào", "đăng tải khi nào",
    "đăng ngày tháng năm nào", "đăng ngày tháng nào", "đăng vào lúc nào", "đăng năm nào", "đăng tháng nào",
    "đăng vào ngày tháng năm nào", "đăng tải vào ngày nào", "đưa tin khi nào", "đăng bao giờ",
)  # fmt: skip
_ALSO_ASKED: tuple[str, ...] = ("thuộc đơn vị nào", "ở đơn vị nào", "đơn vị nào", "thuộc cơ quan nào")
"""Beside who wrote it: the line tells both."""
_OF_THE_WRITER: tuple[str, ...] = ("chức vụ", "chức danh", "cương vị", "quê ở", "sinh năm", "bao nhiêu tuổi")
"""The line does not tell them."""
_ABOUT_AN_ITEM: tuple[str, ...] = ("bài viết", "bài báo", "bài", "tin", "bản tin", "văn bản")
_DAY = re.compile(
    r"(?:\d{1,2}[:hg]\d{0,2}['’]?\s*[,-]?\s*)?(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s+\d{1,2}:\d{2})?"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST_LINES = 6
_LONGEST = 70
_PARAGRAPH = 80
_ENDS = (".", "…", "!", "?", "”", '"')
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_CAPITALS = 0.5
_MEANT = 0.8
"""Of the words that say which item; what an item is called by those who ask need not stand in it."""


def imprint(question: Question, hits: Sequence[Hit], best: Ranked) -> Line | None:
    """The line that answers a question about the item itself, that of the best sentence.

    None where that is not asked, not said there, or the item is not about what the question names: the best of a store
    without the item meant is another one.
    """
    accented = has_accents(question.text)
    if not any(find_phrases(question.tokens, _ABOUT_AN_ITEM, accented=accented)):
        return None
    if any(find_phrases(question.tokens, _OF_THE_WRITER, accented=accented)):
        return None
    if not _is_meant(question, best.context.document, accented=accented):
        return None
    document_id = best.sentence.hit.passage.document_id
    passages = sorted(
        {hit.passage.chunk_id: hit.passage for hit in hits if hit.passage.document_id == document_id}.values(),
        key=lambda passage: (passage.page, passage.char_start),
    )
    lines = [line for passage in passages for line in _lines(passage)]
    if any(find_phrases(question.tokens, _ASKS_WHEN, accented=accented)):
        found = next((line for line in lines[:_FIRST_LINES] if _DAY.fullmatch(line.words)), None)
        return None if found is None else (ANSWERING["put_up"], found)
    if any(find_phrases(question.tokens, _ASKS_WHO, accented=accented)):
        written = [own for before, own in itertools.pairwise(lines) if _is_byline(before.words, own.words)]
        return (ANSWERING["written_by"], written[-1]) if written else None
    return None


def _is_meant(question: Question, document: DocumentEvidence, *, accented: bool) -> bool:
    """Whether the document has every name of the question and nearly every other word that says which item."""
    phrases = (*_ABOUT_AN_ITEM, *_ASKS_WHO, *_ASKS_WHEN, *_ALSO_ASKED)
    found = find_phrases(question.tokens, phrases, accented=accented)
    asking = {at for match in found for at in range(match.first, match.last)}
    said = (token.folded for at, token in enumerate(question.tokens) if question.content[at] and at not in asking)
    words = {question.tokens[at].folded for at in asking}
    # "Tin Hội LHPN …" begins with a capital that is no name's
    names = (tuple(itertools.dropwhile(words.__contains__, name)) for name in named(question))
    wanted = set(said)
    held = len(wanted & document.syllables) >= _MEANT * len(wanted)
    return held and speaks_of(document, filter(None, names))


def _lines(passage: Passage) -> Iterator[Quoted]:
    for match in _LINE.finditer(passage.text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield Quoted(passage, start, match.start() + len(match.group().rstrip()))


def _is_byline(before: str, line: str) -> bool:
    """A short line of names behind a paragraph, without an end of its own."""
    words = _WORDS.findall(line)
    if len(words) < 2 or len(line) > _LONGEST or line.isupper() or line[-1] in ".:;,!?…" or any(map(str.isdigit, line)):  # noqa: PLR2004
        return False
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= _LEAST_CAPITALS * len(words) and len(before) >= _PARAGRAPH and before.endswith(_ENDS)
