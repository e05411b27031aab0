"""Sums of money and counted things: whether a number is one that was asked for (linguistic table)."""

from assistant.answering.answer_spans import (
    Span,
    answer_spans,
    asks_for_share,
    is_percentage,
    is_ratio,
    says_nothing_new,
)
from assistant.answering.counted_kinds import counts_kind
from assistant.answering.evidence import pairs
from assistant.answering.features import Terms
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
            share = counts_kind(ask.focus, sentence.syllables[first:last], sentence.syllables[last:]) or (
                asks_for_share(ask) and (is_ratio(sentence, (first, last)) or is_percentage(sentence, (first, last)))
            )
            found.append(((first, last), 1.0 if share else sum(weights[part] for part in weights if part in by) / mass))
    return found
