"""Facts that say the same made one; facts of different sources that disagree linked."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.grounding.conflicts import Told, conflicts
from assistant.reports.model import Fact
from vectorstore.terms import syllables

_ALIKE = 0.6
"""Share of the words of the shorter name that the other must hold."""


def merged(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without repeats; the first stays and keeps the places of the others."""
    kept: list[Fact] = []
    by_key: dict[object, list[int]] = {}
    for fact in facts:
        key = _key(fact)
        twin = next((at for at in by_key.get(key, ()) if _same(kept[at], fact)), None)
        if twin is None:
            by_key.setdefault(key, []).append(len(kept))
            kept.append(fact)
        elif fact.citation is not None:
            held = kept[twin]
            places = (*held.duplicates, fact.citation, *fact.duplicates)
            kept[twin] = replace(
                held, duplicates=tuple(dict.fromkeys(places)), plan=held.plan or fact.plan, rate=held.rate or fact.rate
            )
    return tuple(kept)


def _key(fact: Fact) -> object:
    if not fact.value:
        return "", " ".join(syllables(fact.statement))
    return (
        fact.number if fact.number is not None else fact.value,
        fact.unit_of_measure,
        fact.period,
        fact.span,
        fact.kind,
    )


def _same(one: Fact, other: Fact) -> bool:
    if not one.value:
        return True
    if (one.plan or other.plan) and one.plan and other.plan and one.plan != other.plan:
        return False
    if one.citation and other.citation and one.citation.quote == other.citation.quote:
        return one.value_start == other.value_start or one.citation.document_id != other.citation.document_id
    if one.indicator or other.indicator:
        return one.indicator == other.indicator and _overlap(one, other) > 0
    return _overlap(one, other) >= _ALIKE


def _overlap(one: Fact, other: Fact) -> float:
    """Share of the shorter name's words that the longer one holds."""
    left, right = (set(syllables(fact.label or fact.statement)) for fact in (one, other))
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 1.0


def linked(facts: Sequence[Fact], idf: Callable[[str], float] | None = None) -> tuple[Fact, ...]:
    """The facts, those of different documents that give another value for the same thing naming each other."""
    groups: dict[tuple[str, str], list[int]] = {}
    for at, fact in enumerate(facts):
        if fact.value and fact.citation is not None:
            groups.setdefault((fact.indicator or "", fact.unit_of_measure), []).append(at)
    rivals: dict[int, set[int]] = {}
    for members in groups.values():
        for left, right in itertools.combinations(members, 2):
            if _may_disagree(facts[left], facts[right]) and _disagree(facts[left], facts[right], idf):
                rivals.setdefault(left, set()).add(right)
                rivals.setdefault(right, set()).add(left)
    return tuple(
        replace(fact, conflicts=tuple(facts[there].fact_id for there in sorted(rivals[at]))) if at in rivals else fact
        for at, fact in enumerate(facts)
    )


def _document(fact: Fact) -> str:
    return fact.citation.document_id if fact.citation else ""


def _may_disagree(left: Fact, right: Fact) -> bool:
    """Whether two facts of different documents count things of like names in the same time with other values."""
    if _document(left) == _document(right) or left.number is None or right.number is None:
        return False
    same_time = left.period == right.period and left.span == right.span and left.kind == right.kind
    return same_time and left.number != right.number and _overlap(left, right) >= _ALIKE


def _disagree(left: Fact, right: Fact, idf: Callable[[str], float] | None) -> bool:
    """Whether they cannot both hold: the same indicator by the same name, or sentences about the same thing."""
    names = [" ".join(syllables(fact.label)) for fact in (left, right)]
    if left.indicator is not None and names[0] and names[0] == names[1] and not (left.approximate or right.approximate):
        return True
    told = [
        Told(fact.statement, _document(fact), fact.citation.date if fact.citation else None) for fact in (left, right)
    ]
    return bool(conflicts(told, idf))
