"""What something is called, and that something was not done: a paper tells them in one form (linguistic table)."""

import re
from collections.abc import Sequence

from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked, Question
from assistant.query.tokens import find_phrases, has_accents
from ingest.text.folding import fold

_CALLED: tuple[str, ...] = ("chủ đề", "khẩu hiệu", "phương châm", "thông điệp", "tên đầy đủ", "tên gọi", "có tên")
_TITLE = r"[^.;“”\"]{0,60}?(?:[“\"]|:\s|\blà\s)"
_NUMBERED = re.compile(r"\b(?:de an|chuong trinh|ke hoach|nghi quyet|chi thi|quyet dinh)\s+(?:so\s+)?(\d+)")
_NAME_BEHIND = r"(?!\d)[^.;,“”\"]{0,40}?(?:[“\"]|\bvề\b|:\s|\()"
_NOT_DONE: tuple[str, ...] = ("chưa đạt", "không đạt", "chưa hoàn thành", "không hoàn thành", "chưa được", "chưa có",
                              "chưa thực hiện", "không thực hiện", "chưa tổ chức")  # fmt: skip
_NEGATION = re.compile(r"\b(?:chưa|không|chẳng)\b(?!\s*(?:chỉ|những|ngừng|khí|gian))", re.IGNORECASE)


def title_missing(question: Question, ask: Ask, sentences: Sequence[Sentence]) -> bool:
    """Whether it is asked what something is called ("chủ đề … là gì") and no sentence has it with a name behind."""
    if ask.kind is not Asked.THING:
        return False
    tokens = question.tokens[ask.first : ask.last]
    asked = [one.phrase for one in find_phrases(tokens, _CALLED, accented=has_accents(question.text))]
    if not asked:
        return False
    if asked[0] in _CALLED[:4]:
        form = re.compile(rf"\b{asked[0]}\b{_TITLE}", re.IGNORECASE)
        return not any(form.search(one.text) for one in sentences)
    number = _NUMBERED.search(fold(question.text))
    if number is None:
        return False
    form = re.compile(rf"(?<!\d){number.group(1)}{_NAME_BEHIND}")
    return not any(form.search(one.text) for one in sentences)


def failure_missing(question: Question, ask: Ask, sentence: Sentence) -> bool:
    """Whether what was not done is asked for, and the sentence denies nothing."""
    tokens = question.tokens[ask.first : ask.last]
    denied = any(True for _ in find_phrases(tokens, _NOT_DONE, accented=has_accents(question.text)))
    return denied and not _NEGATION.search(sentence.text)
