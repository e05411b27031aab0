"""Lines that only name what follows, or frame a paper: nobody quotes them as an answer (linguistic table)."""

import re

from assistant.answering.answer_spans import ORDINAL_QUESTIONS, answer_spans
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked
from vectorstore.terms import syllables

OPEN = frozenset({Asked.THING, Asked.MANNER, Asked.REASON, Asked.OTHER})
"""Questions without a form of answer: a day or a number may well stand in a line of the letterhead."""
_FRAME = re.compile(
    r"(?:[-–+*•]\s*)?(?:nơi nhận|lưu\s*:|như trên|như kính gửi|kính gửi|số\s*:|tm\.|kt\.|tl\.|tuq\.|độc lập\s*[-–]"
    r"|trên đây là\b|(?:xin )?trân trọng (?:cảm ơn|kính|báo cáo|đề nghị)\b)"
    r"|[^\d.;:!?]{2,40},\s*ngày[\s\d.…]*tháng\b",
    re.IGNORECASE,
)
_GROUND = re.compile(r"(?:[-–+*•]\s*)?(?:căn cứ|trên đây là)\b", re.IGNORECASE)
"""What a paper rests on, and how it closes: its terms and numbers count nothing."""
_ENUMERATOR = re.compile(r"(?:(?:[IVXLC]{1,7}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)]\s*)+")
_ARTICLE = re.compile(r"^\W*Điều\s+\d", re.MULTILINE | re.IGNORECASE)
"""The heading of an article of law is part of what it says: it names the crime, the right, the body."""
_BULLETS = "-–—+*•"
_ENDS = ".;:!?…”\"')"
_TITLE_SYLLABLES = 4
_LONGEST = 100
"""Characters of a heading that is no line of capitals."""


def only_names(sentence: Sentence, ask: Ask) -> bool:
    """Whether the sentence is a heading, a caption or a line of a paper's form, and so answers no open question.

    Nor does it answer one for a day, a number, a person or a place, unless it has one.
    """
    if ask.kind is Asked.NUMBER and ask.words not in ORDINAL_QUESTIONS and _GROUND.match(sentence.text.strip()):
        return True
    if is_of_an_article(sentence) or (ask.kind not in OPEN and answer_spans(sentence, ask)):
        return False
    text = sentence.text.strip()
    body = _ENUMERATOR.sub("", text, count=1).strip()
    if _FRAME.match(text) or body.isupper():
        return True
    if ask.kind in OPEN and _is_the_title(sentence):
        return True
    plain = not any(mark.isdigit() for mark in body) and body[-1:] not in _ENDS and text[:1] not in _BULLETS
    return plain and len(text) <= _LONGEST and _is_a_line(sentence)


def under(heading: Sentence, sentences: list[Sentence], ask: Ask) -> list[Sentence]:
    """What the heading names: the sentences behind it in its passage, in reading order, up to the next such line."""
    passage = heading.hit.passage.chunk_id
    behind = [one for one in sentences if one.hit.passage.chunk_id == passage and one.start >= heading.end]
    found: list[Sentence] = []
    for one in sorted(behind, key=lambda sentence: sentence.start):
        if only_names(one, ask):
            if found:
                break
            continue
        found.append(one)
    return found


def frames_a_paper(text: str) -> bool:
    """Whether a line belongs to a paper's form: who gets it, its number, who signs."""
    return bool(_FRAME.match(text))


def is_of_an_article(sentence: Sentence) -> bool:
    """Whether the sentence stands in an article of law."""
    passage = sentence.hit.passage
    return any(_ARTICLE.search(text) for text in (passage.text, passage.title or "", *passage.heading_path))


def _is_the_title(sentence: Sentence) -> bool:
    """Whether it is the document's title, or the title without the kind of paper in front."""
    title = tuple(syllables(sentence.hit.passage.title or ""))
    return len(sentence.syllables) >= _TITLE_SYLLABLES and title[-len(sentence.syllables) :] == sentence.syllables


def _is_a_line(sentence: Sentence) -> bool:
    text = sentence.hit.passage.text
    before, after = text[: sentence.start].rstrip(" \t"), text[sentence.end :].lstrip(" \t")
    return (not before or before.endswith("\n")) and (not after or after.startswith("\n"))
