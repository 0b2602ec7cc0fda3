"""Pairs of outcomes that two versions never give one complete case, whoever claims and whatever happened.

The law as diagrams answers that once for all cases (:mod:`core.explore.model`). It may miss a pair that
only the calendar or the lists rule out; what it gives is sure.

>>> from core.explore.steps import finish
>>> from core.law.version import find_version
>>> left, right = find_version("2018-05-01"), find_version("whole_border_2018")
>>> ("returned", "heard") in finish(never(left, right))
True
"""

from __future__ import annotations

from core.explore.diagram import NO
from core.explore.model import Model
from core.explore.steps import Search, Step
from core.explore.theorems import unlike
from core.law.version import OWN, Version

Pair = tuple[str, str]


def never(left: Version, right: Version) -> Search[frozenset[Pair]]:
    """The pairs that never come; nothing is said where a version picks its law by the case's days."""
    if OWN in (left.asked, right.asked):
        return frozenset()
    key = f"never beside {right.name}"
    found = left.kept.get(key)
    if not isinstance(found, frozenset):
        found = left.kept[key] = yield from _search(left, right)
    return found


def _search(left: Version, right: Version) -> Search[frozenset[Pair]]:
    yield Step(0)
    model = Model(unlike(left, right))
    yield Step(0)
    one = model.book(left).outcomes()
    yield Step(0)
    other = model.book(right).outcomes()
    both = {}
    for outcome, where in one.items():
        for beside, there in other.items():
            both[outcome, beside] = model.diagrams.both(where, there)
            yield Step(0)
    return frozenset(pair for pair, where in both.items() if where == NO)
