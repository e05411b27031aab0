"""Sums of money and counted things: whether a number is one that was asked for (linguistic table)."""

import bisect
import re

from assistant.answering.answer_spans import (
    Span,
    answer_spans,
    says_nothing_new,
    tells_share,
)
from assistant.answering.counted_kinds import counts_kind
from assistant.answering.evidence import pairs
from assistant.answering.question_terms import Terms, share
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Question

_MONEY_ASKED = frozenset(
    {"kinh_phi", "so_tien", "nhieu_tien", "muc_luong", "luong_toi", "tri_gia", "ngan_sach", "bao_tien", "gia_vang",
     "muc_phat", "phat_tien", "hoc_phi", "le_phi", "phu_cap", "tro_cap", "von_vay", "gia_tri", "thu_nhap"}
)  # fmt: skip
_MONEY = frozenset({"dong", "trieu", "ty", "ti", "usd", "euro", "la", "bang", "nghin", "ngan", "vnd", "lan", "luong"})
_SUMS = frozenset({"ty_dong", "ti_dong", "trieu_dong", "nghin_dong", "ngan_dong"})
"""Without a figure before: "hàng chục tỷ đồng"."""
_MONEY_REACH = 3
_ITEM_ENDS = re.compile(r";\s")
_HALF = 0.5
_MUCH = 0.4
_PART_OF_IT = 3
_UNIT_REACH = 10


def asks_for_money(question: Question) -> bool:
    """Whether a word for a sum is in the question."""
    return not _MONEY_ASKED.isdisjoint(pairs([token.folded for token in question.tokens]))


def has_money(sentence: Sentence) -> bool:
    """Whether the sentence has a sum of money."""
    parts = sentence.syllables
    return any(
        part[0].isdigit() and not _MONEY.isdisjoint(parts[at + 1 : at + 1 + _MONEY_REACH])
        for at, part in enumerate(parts)
    ) or not (_SUMS.isdisjoint(pairs(parts)) and set("$€£¥").isdisjoint(sentence.text))


def counted_share(ask: Ask, terms: Terms, sentence: Sentence) -> float:
    """The most of the noun counted that stands behind (or before, where it was asked so) one number."""
    return max((phrase for _, phrase in counted_shares(ask, terms, sentence)), default=0.0)


def counted_shares(ask: Ask, terms: Terms, sentence: Sentence) -> list[tuple[Span, float]]:
    """Numbers that the question does not name, with how much of the noun counted stands by them."""
    weights = {part: terms.unigrams.get(part, 1.0) for part in ask.focus}
    mass = sum(weights.values()) or 1.0
    found = []
    for first, last in answer_spans(sentence, ask):
        if not says_nothing_new(sentence, (first, last), terms.typed):
            begin = last if ask.focus_follows else max(0, first - _UNIT_REACH)
            by = set(sentence.syllables[begin : last + _UNIT_REACH])
            phrase = sum(weights[part] for part in weights if part in by) / mass
            if counts_kind(ask.focus, sentence.syllables[first:last], sentence.syllables[last:]):
                phrase = 1.0
            told = tells_share(ask, sentence, (first, last))
            found.append(((first, last), phrase if told is None else float(told)))
    return found


def counted_elsewhere(ask: Ask, terms: Terms, sentence: Sentence) -> bool:
    """Whether the numbers that count it stand in another item of the sentence's list than what the question is about.

    "Vận động đóng góp Quỹ A; xây 38 nhà với gần 2 tỷ đồng" tells no sum of the fund: the items between semicolons
    that have such a number say less than a third of what one without says. Of 152 numbers asked of five papers that
    were so, all seven had no answer; of those of XQuAD-vi and ALQAC none was.
    """
    ends = [match.end() for match in _ITEM_ENDS.finditer(sentence.text)]
    counting = [span for span, phrase in counted_shares(ask, terms, sentence) if phrase >= _HALF] if ends else []
    if not counting:
        return False
    item = [bisect.bisect_right(ends, start) for start, _ in sentence.places]
    parts = [
        {part for part, at in zip(sentence.syllables, item, strict=True) if at == one} for one in range(len(ends) + 1)
    ]
    said = [share(terms.unigrams, terms.unigram_mass, own) for own in parts]
    most = max(said)
    return most >= _MUCH and _PART_OF_IT * max(said[item[first]] for first, _ in counting) < most
