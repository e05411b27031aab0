"""Where something is: what in a sentence of an office tells a place, beside a name with capitals (linguistic table)."""

from collections.abc import Collection, Sequence

from assistant.answering.answer_spans import PROVINCE_NAMES
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked

_WHERE = frozenset({("dia", "diem", "nao"), ("noi", "nao"), ("cho", "nao")})
_AT = frozenset({"tại", "ở"})
_NOUNS = frozenset(
    ["tỉnh", "huyện", "xã", "phường", "quận", "thôn", "bản", "buôn", "ấp", "phố", "đường", "trụ", "trung", "trường"]
)
"""Behind one of these a place is named with a capital, or several are meant: "các xã biên giới"."""
_SEVERAL = frozenset({"các", "những", "hai", "ba"})
_REACH = 3


def where_missing(ask: Ask, sentence: Sentence, typed: Collection[str]) -> bool:
    """Whether "ở đâu" or "địa điểm nào" is asked and the sentence tells no place but those of the question."""
    if ask.kind is not Asked.PLACE or not (ask.words[-1:] == ("dau",) or ask.words in _WHERE):
        return False
    words = [sentence.text[start:end] for start, end in sentence.places]
    led = any(_leads(words, sentence.syllables, at, typed) for at in range(len(words) - 1))
    return not led and not _other_province(sentence, typed)


def _leads(words: Sequence[str], parts: Sequence[str], at: int, typed: Collection[str]) -> bool:
    """Whether a place that the question does not name follows the word."""
    word = words[at].lower()
    if word in _AT:
        return any(part not in typed for part in parts[at + 1 : at + 1 + _REACH])
    several = at > 0 and words[at - 1].lower() in _SEVERAL
    return word in _NOUNS and parts[at + 1] not in typed and (several or words[at + 1][0].isupper())


def _other_province(sentence: Sentence, typed: Collection[str]) -> bool:
    parts = sentence.syllables
    runs = {parts[at : at + size] for size in (2, 3) for at in range(len(parts) - size + 1)} & PROVINCE_NAMES
    return any(not set(run) <= set(typed) for run in runs)
