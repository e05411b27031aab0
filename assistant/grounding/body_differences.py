"""Institutions of a sentence against those of its sources: the council where the source has the committee."""

from collections.abc import Iterator

from assistant.grounding.bodies import Body, bodies
from assistant.grounding.compared import MARGIN, Compared
from assistant.verdicts import Difference, DifferenceKind

_LEAST_FIT = 0.5
"""How well the place of another body must fit before it is taken for the one meant."""


def body_differences(compared: Compared) -> Iterator[Difference]:
    """A body that no source names where it names another, and one that stands in another's place."""
    stated, held = list(bodies(compared.stated.tokens)), list(bodies(compared.source.tokens))
    known = {one.name for one in bodies(compared.card.tokens)}
    said = {one.name for one in stated}
    rivals = [one for one in held if one.name not in said]
    for body in stated:
        others = [one for one in rivals if not body.is_kin(one.name)]
        equal = [one for one in held if body.is_kin(one.name)]
        if not others or (not equal and body.name in known):
            continue
        best = max(others, key=lambda one: (_place(compared, body, one), -one.first))
        fit = _place(compared, body, best)
        good = max((_place(compared, body, one) for one in equal), default=0.0)
        joined = compared.joins(body.first, body.last, best.first, best.last) > 0
        if fit >= _LEAST_FIT and joined and (not equal or fit > good + MARGIN):
            span, there = (body.first, body.last), (best.first, best.last)
            yield compared.difference(DifferenceKind.NAME, span, there)


def _place(compared: Compared, body: Body, there: Body) -> float:
    return compared.place(body.first, body.last, there.first, there.last)
