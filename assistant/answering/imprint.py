"""What a news item says of itself: who wrote it, when it was put up (linguistic table).

Such lines are no sentences, so nothing else finds them; they are quoted as they stand.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from assistant.answering.quoting import Line, Quoted
from assistant.messages_vi.answering import ANSWERING
from assistant.model import Hit
from assistant.query.question import Question
from assistant.query.tokens import find_phrases, has_accents
from vectorstore.hits import Passage

_ASKS_WHO: tuple[str, ...] = (
    "tác giả", "ai viết", "người viết bài", "người viết tin", "ai là người viết", "ai đưa tin", "bút danh",
)  # fmt: skip
_ASKS_WHEN: tuple[str, ...] = (
    "đăng ngày nào", "đăng khi nào", "đăng vào ngày nào", "đăng lúc nào", "ngày đăng", "đăng tải ngày nào",
    "đưa tin ngày nào", "đăng ngày mấy", "đăng ngày bao nhiêu", "đăng hôm nào", "đăng tải khi nào",
)  # fmt: skip
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


def imprint(question: Question, hits: Sequence[Hit], document_id: str) -> Line | None:
    """The line that answers a question about the item itself; None where that is not asked, or not said there."""
    accented = has_accents(question.text)
    if not any(find_phrases(question.tokens, _ABOUT_AN_ITEM, accented=accented)):
        return None
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
