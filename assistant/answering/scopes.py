"""Whose doings a sentence tells that begins with "toàn Cụm" or "cả nước": not the province's (linguistic table)."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering.evidence import Evidence
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked, Question

_LEVELS: dict[tuple[str, ...], frozenset[str]] = {
    ("ca", "nuoc"): frozenset({"nuoc"}),
    ("toan", "quoc"): frozenset({"nuoc"}),
    ("toan", "cum"): frozenset({"cum"}),
    ("ca", "cum"): frozenset({"cum"}),
    ("toan", "vung"): frozenset({"vung"}),
    ("toan", "tinh"): frozenset({"tinh"}),
    ("toan", "huyen"): frozenset({"huyen"}),
    ("toan", "quan"): frozenset({"huyen"}),
    ("toan", "xa"): frozenset({"xa"}),
    ("toan", "phuong"): frozenset({"xa"}),
    ("toan", "thanh", "pho"): frozenset({"tinh", "huyen"}),
    ("toan", "thi", "xa"): frozenset({"huyen"}),
}
"""A whole that a sentence speaks of, and the levels it may be of."""
_ASKED: dict[tuple[str, ...], frozenset[str]] = {
    **_LEVELS,
    ("cum",): frozenset({"cum"}),
    ("vung",): frozenset({"vung"}),
    ("tinh",): frozenset({"tinh"}),
    ("huyen",): frozenset({"huyen"}),
    ("quan",): frozenset({"huyen"}),
    ("xa",): frozenset({"xa"}),
    ("phuong",): frozenset({"xa"}),
    ("thanh", "pho"): frozenset({"tinh", "huyen"}),
    ("thi", "xa"): frozenset({"huyen"}),
    ("trung", "uong"): frozenset({"nuoc"}),
}
"""Words of a question that say whose figure is asked for."""
_LONGEST = 3
_BEGINS = ",;:.–-"
"""What may stand before the whole where it is the subject: "đứng thứ 12 cả nước" only compares."""
_OPENING = 10
"""Syllables within which the subject comes: behind "năm 2023," but not in another clause of a long sentence."""
_OF_A_LEVEL = frozenset({"cap", "cac", "moi", "tung"})
"""Before a level's word they speak of all of that level: "cán bộ cấp huyện"."""
_KINDS = frozenset({Asked.NUMBER, Asked.THING, Asked.OTHER})


def of_the_asked(question: Question, ask: Ask, evidence: Evidence) -> Evidence:
    """The evidence without sentences about another whole than the one asked about; all of it where nothing is left.

    Only where the question names a level: the figure of a group of provinces is no answer for one of them, however
    alike the words.
    """
    if ask.kind not in _KINDS:
        return evidence
    asked = _levels([token.folded for token in question.tokens])
    asked |= {"tinh"} if question.provinces else frozenset()
    if not asked:
        return evidence
    kept = [at for at, one in enumerate(evidence.sentences) if not _is_elsewhere(one, asked)]
    if not kept or len(kept) == len(evidence.sentences):
        return evidence
    sentences = tuple(evidence.sentences[at] for at in kept)
    return replace(evidence, sentences=sentences, contexts=tuple(evidence.contexts[at] for at in kept))


def _is_elsewhere(sentence: Sentence, asked: frozenset[str]) -> bool:
    told = frozenset(itertools.chain.from_iterable(_subjects(sentence)))
    return bool(told) and not told & asked


def _subjects(sentence: Sentence) -> Iterator[frozenset[str]]:
    """Levels of the wholes that begin the sentence, a time before them or not."""
    for at, (start, _) in enumerate(sentence.places[:_OPENING]):
        before = sentence.text[:start].rstrip()
        if before and before[-1] not in _BEGINS:
            continue
        for size in range(2, _LONGEST + 1):
            yield _LEVELS.get(sentence.syllables[at : at + size], frozenset())


def _levels(syllables: Sequence[str]) -> frozenset[str]:
    """Of everything in the question that names a unit or a whole by its level."""
    stretches = (
        tuple(syllables[at : at + size])
        for size in range(1, _LONGEST + 1)
        for at in range(len(syllables) - size + 1)
        if not at or syllables[at - 1] not in _OF_A_LEVEL
    )
    return frozenset(itertools.chain.from_iterable(_ASKED.get(one, ()) for one in stretches))
