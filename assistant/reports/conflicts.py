"""Facts of several sources that give different values for the same thing, together."""

from collections.abc import Sequence

from assistant.reports.model import Fact


def conflict_groups(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts that contradict each other, directly or through a third, in the order they are told."""
    known = {one.fact_id: one for one in facts}
    seen: set[str] = set()
    groups = []
    for fact in facts:
        if fact.fact_id in seen or not fact.conflicts:
            continue
        group = _around(fact, known, seen)
        if len(group) > 1:
            groups.append(group)
    return groups


def unsettled_groups(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Those of which more than one is ticked: the draft tells them side by side."""
    return [group for group in conflict_groups(facts) if sum(one.ticked for one in group) > 1]


def _around(fact: Fact, known: dict[str, Fact], seen: set[str]) -> list[Fact]:
    todo, group = [fact.fact_id], list[Fact]()
    while todo:
        id_ = todo.pop(0)
        if id_ in seen or id_ not in known:
            continue
        seen.add(id_)
        group.append(known[id_])
        todo.extend(known[id_].conflicts)
    return group
