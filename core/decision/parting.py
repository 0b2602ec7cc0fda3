"""Where two versions part: the smallest set of differences that makes the left decide like the right.

A difference is the text of a provision (present, absent or amended), or the position of an assumption
that both versions make. The left version is given some of them from the right, smallest sets first, in
the officer's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from core.case.case import Case
from core.decision.model import Decision, Parting, Unit
from core.decision.settle import Settled
from core.decision.situation import Choices, Situation
from core.decision.split import settle_sharply
from core.law.version import Version

AFTER_ALL_ROWS = 10**6
"""The place of a term: what a word means is told after the rules that use it."""

LARGEST = 4
"""Sets larger than this are not searched; then one is given from which nothing can be left out."""


def find_parting(case: Case, left: Decision, right: Decision) -> Parting | None:
    """The parting of two decisions, or None if outcome and how are the same."""
    goal = Settled(right.outcome, right.how, right.possible)
    if Settled(left.outcome, left.how, left.possible) == goal:
        return None
    by_outcome = left.outcome != right.outcome or left.possible != right.possible
    units = list(differences(left, right))
    for size in range(1, min(LARGEST, len(units)) + 1):
        for chosen in combinations(units, size):
            if _same(_hybrid(case, left, right, chosen), goal, by_outcome=by_outcome):
                return Parting(tuple(chosen))
    return (
        Parting(_pruned(case, left, right, units, goal, by_outcome=by_outcome)) if units else None
    )


def _pruned(
    case: Case,
    left: Decision,
    right: Decision,
    units: list[Unit],
    goal: Settled,
    *,
    by_outcome: bool,
) -> tuple[Unit, ...]:
    """The differences without those that can be left out one after another, the last first."""
    kept = tuple(units)
    for unit in reversed(units):
        fewer = tuple(other for other in kept if other != unit)
        if _same(_hybrid(case, left, right, fewer), goal, by_outcome=by_outcome):
            kept = fewer
    return kept


def _same(found: Settled, goal: Settled, *, by_outcome: bool) -> bool:
    if by_outcome:
        return found.possible == goal.possible
    return found == goal


def differences(left: Decision, right: Decision) -> Iterator[Unit]:
    """What differs between the two versions, in the officer's order."""
    old, new = left.version, right.version
    units = [
        Unit("text", name, _order(old, new, name))
        for name in {**old.texts, **new.texts}
        if changed(old, new, name) and not _lacks_term(old, new, name)
    ]
    yield from sorted(units, key=lambda u: (u.order, u.id))
    for key in left.choices.keys() & right.choices.keys():
        if left.choices[key] != right.choices[key]:
            yield Unit(key[0], key[1], 0)
    if old.day != new.day:
        yield Unit("moment", new.name, 0)


def _lacks_term(left: Version, right: Version, name: str) -> bool:
    """Whether a term stands in one version only: it comes and goes with the rules that use it."""
    law = left.law if name in left.law.provisions else right.law
    one_sided = (name in left.texts) != (name in right.texts)
    return one_sided and law.provisions[name].kind == "term"


def changed(left: Version, right: Version, name: str) -> bool:
    """Whether the text of a provision differs between two versions."""
    return left.texts.get(name) != right.texts.get(name)


def _order(left: Version, right: Version, name: str) -> int:
    law = left.law if name in left.law.provisions else right.law
    provision = law.provisions[name]
    return provision.order if provision.is_row else AFTER_ALL_ROWS


def _hybrid(case: Case, left: Decision, right: Decision, chosen: tuple[Unit, ...]) -> Settled:
    """What the left version decides with the chosen differences taken from the right."""
    terms = {
        n: t for n, t in right.version.texts.items() if _lacks_term(left.version, right.version, n)
    }
    texts = {**terms, **left.version.texts}
    choices: Choices = {**right.choices, **left.choices}
    day = left.version.day
    for unit in chosen:
        if unit.kind == "moment":
            day = right.version.day
        elif unit.kind != "text":
            choices[unit.kind, unit.id] = right.choices[unit.kind, unit.id]
        elif unit.id in right.version.texts:
            texts[unit.id] = right.version.texts[unit.id]
        else:
            texts.pop(unit.id, None)
    law = (
        right.version.law
        if len(right.version.law.provisions) > len(left.version.law.provisions)
        else left.version.law
    )
    version = replace(left.version, texts=texts, day=day, law=law, kept={})
    return settle_sharply(Situation(case, version, choices))[0]
