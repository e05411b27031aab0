"""What a question for documents wants mentioned: each way to say it, short forms written out (linguistic table)."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from assistant.answering.sentences import Sentence
from assistant.query.question import Asked, Question
from assistant.query.short_forms import abbreviation_readings
from assistant.query.tokens import find_phrases, has_accents
from assistant.query.wording import MENTION_WORDS
from vectorstore.terms import syllables

Subject: TypeAlias = tuple[tuple[str, ...], ...]
"""Runs of folded syllables that stand beside each other."""

_OR = frozenset({"hoặc", "hoac"})
_LONGEST_ALTERNATIVE = 3
_LEAST_LEFT = 2


def subjects(question: Question) -> tuple[Subject, ...]:
    """Ways to say what is to be mentioned, any of which will do: "trao hoặc xét tặng kỷ niệm chương" is said by one."""
    tokens = _said(question)
    joined = [at for at, token in enumerate(question.tokens) if token.text.lower() in _OR]
    ways = [tokens, *(way for at in joined for way in _without_one_side(tokens, at))]
    return tuple(dict.fromkeys(_runs(question, way) for way in ways if way))


def with_short_forms(sentence: Sentence) -> list[str]:
    """The syllables of a sentence, and behind a short form of one meaning what it stands for."""
    found: list[str] = []
    for part, (start, end) in zip(sentence.syllables, sentence.places, strict=True):
        word = sentence.text[start:end]
        found += [part, *(_written_out(part) if len(word) > 1 and word.isupper() else ())]
    return found


def _said(question: Question) -> list[int]:
    """Tokens that say what is to be mentioned: without the interrogative and the words for mentioning."""
    accented = any(has_accents(token.text) for token in question.tokens)
    said = find_phrases(question.tokens, MENTION_WORDS, accented=accented)
    left_out = {index for match in said for index in range(match.first, match.last)}
    ask = next(ask for ask in question.asks if ask.kind is Asked.DOCUMENTS)
    return [index for index in range(ask.first, ask.last) if question.content[index] and index not in left_out]


def _without_one_side(tokens: Sequence[int], joined: int) -> Iterator[list[int]]:
    """Without one of the two things that "hoặc" joins; how many words each has is not told."""
    before = [at for at in tokens if at < joined][-_LONGEST_ALTERNATIVE:]
    behind = [at for at in tokens if at > joined][:_LONGEST_ALTERNATIVE]
    for size in range(1, _LONGEST_ALTERNATIVE + 1):
        for side in (set(before[-size:]), set(behind[:size])):
            left = [at for at in tokens if at not in side]
            if len(left) >= _LEAST_LEFT:
                yield left


def _runs(question: Question, tokens: Sequence[int]) -> Subject:
    runs: list[list[str]] = []
    last = None
    said = {question.tokens[at].folded for at in tokens}
    for at in tokens:
        folded = question.tokens[at].folded
        written = _written_out(folded) if not said.issuperset(_written_out(folded) or (folded,)) else ()
        if _written_out(folded) and not written:
            continue  # "hợp tác xã (HTX)" says it twice
        if last is None or at != last + 1:
            runs.append([])
        runs[-1] += written or (folded,)
        last = at
    return tuple(tuple(run) for run in runs if run)


def _written_out(folded: str) -> tuple[str, ...]:
    """What a short form of one meaning stands for, folded; nothing for any other word."""
    readings = abbreviation_readings(folded)
    return tuple(syllables(readings[0])) if len(readings) == 1 else ()
