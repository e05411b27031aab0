"""Who did it, and why: a news item tells a person by name, a reason by a word that gives one (linguistic table)."""

import itertools
import re

from assistant.answering.evidence import pairs
from assistant.answering.sentences import Sentence
from assistant.query.person_names import FAMILY_NAMES
from assistant.query.question import Ask, Asked, Question
from assistant.query.tokens import find_phrases, has_accents

_OFFICE = re.compile(
    r"chủ tịch|bí thư|trưởng|\bphó\b|giám đốc|ủy viên|uỷ viên|chuyên viên|cán bộ|chủ nhiệm|thư ký|\b(?:tuv|uv\w*)\b",
    re.IGNORECASE,
)
_ROLE: tuple[str, ...] = ("chức vụ gì", "chức vụ nào", "chức danh gì", "chức danh nào", "cương vị gì", "cương vị nào")
_REASON = re.compile(
    r"\b(?:vì|do|bởi|nhằm|để|nguyên nhân|lý do|lí do|xuất phát|nhờ|nên|khiến|dẫn đến|giúp|trước)\b", re.IGNORECASE
)


def person_missing_by_name(question: Question, ask: Ask, sentence: Sentence) -> bool:
    """Whether it is "ai làm …" or "… là ai", and the sentence names nobody; "tặng cho ai" may be a group."""
    if ask.kind is not Asked.PERSON or ask.words != ("ai",):
        return False
    folded = [token.folded for token in question.tokens[ask.first : ask.last]]
    at = folded.index("ai")
    subject = at == 0 or folded[at - 1] == "la"
    named = any(
        sentence.text[slice(*own)] in FAMILY_NAMES and _goes_on(sentence.text, own[1], after[0])
        for own, after in itertools.pairwise(sentence.places)
    )
    return subject and not named


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a capital follows behind nothing but a space."""
    return text[end:start].isspace() and text[start].isupper()


def role_of_another(question: Question, sentence: Sentence) -> bool:
    """Whether the office of somebody named is asked for, and the sentence names none, or somebody else's."""
    if not any(find_phrases(question.tokens, _ROLE, accented=has_accents(question.text))) or not question.names:
        return False
    held = pairs(sentence.syllables)
    named = any(set(pairs(name)) <= set(held) for name in question.names if len(name) > 1)
    return not (named and _OFFICE.search(sentence.text))


def reason_missing(ask: Ask, sentence: Sentence) -> bool:
    """Whether a reason is asked for and the sentence has no word that gives one."""
    return ask.kind is Asked.REASON and not _REASON.search(sentence.text)
