"""Pairs of outcomes that two versions never give, whatever is still answered: shown by the law as diagrams.

Lists that may grow are where trying every answer does not end. In the diagrams (:mod:`core.explore.model`)
"some relative is such" is one variable, the same in both versions. What a case says rules out regions of
facts and settles some variables; a pair that holds nowhere in what is left never comes. It may miss a
pair that only the calendar or two members together rule out; what it gives is sure.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> from core.explore.steps import finish
>>> case = Case.from_data({"journey": {"into": "ca"}})
>>> ("returned", "heard") in finish(never(case, Setup("2018-05-01", "whole_border_2018")))
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.calendar import Span
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.case.tables import any_listed, tables
from core.case.turn import turned
from core.decision.situation import Situation, choices_of
from core.explore.atoms import MEMBER, Granted, Listed, Question, facts_of
from core.explore.diagram import NO, YES
from core.explore.encode import Exists
from core.explore.lists import outer_slot
from core.explore.locate import Facts
from core.explore.model import Model
from core.explore.reached import Pair
from core.explore.regions import Region, answer
from core.explore.sides import versions_of
from core.explore.space import Group
from core.explore.steps import Search, Step
from core.explore.theorems import unlike
from core.law.version import OWN, Version
from core.logic.tree import Fact
from core.logic.truth import to_bool


@dataclass(frozen=True)
class Laws:
    """Two versions as diagrams: where each pair of outcomes comes about."""

    model: Model
    pairs: dict[Pair, int]


def never(case: Case, setup: Setup) -> Search[frozenset[Pair]]:
    """The pairs that never come; nothing is said where a version picks its law by the case's days."""
    left, right = versions_of(case, setup)
    if OWN in (left.asked, right.asked):
        return frozenset()
    laws = yield from _laws(left, right)
    model = laws.model
    where = YES
    if left.country == right.country:
        asked = Situation(turned(case, left.country).case, left, choices_of(left, setup))
        where = Known(model, asked).everything()
        yield Step(0)
    both = model.diagrams.both
    return frozenset(pair for pair, node in laws.pairs.items() if both(node, where) == NO)


def _laws(left: Version, right: Version) -> Search[Laws]:
    key = f"diagrams beside {right.name}"
    found = left.kept.get(key)
    if not isinstance(found, Laws):
        yield Step(0)
        model = Model(unlike(left, right))
        yield Step(0)
        one = model.book(left).outcomes()
        yield Step(0)
        other = model.book(right).outcomes()
        pairs: dict[Pair, int] = {}
        for outcome, where in one.items():
            for beside, there in other.items():
                pairs[outcome, beside] = model.diagrams.both(where, there)
                yield Step(0)
        found = left.kept[key] = Laws(model, pairs)
    return found


class Known:
    """What a partial case says among the variables of the diagrams."""

    def __init__(self, model: Model, situation: Situation) -> None:
        self.model, self.situation = model, situation
        self._d = model.diagrams

    def everything(self) -> int:
        """Where the facts, choices and lists of the case can stand."""
        where = self._d.both(self._choices(), self._placed("", {}))
        for exists in self.model.encoder.exists.values():
            if not outer_slot(exists.slot):
                where = self._d.both(where, self._settled(exists, where, {}))
        return where

    def _choices(self) -> int:
        where = YES
        for (kind, name), codes in self.model.space.choices.items():
            position = self.situation.choice(kind, name)
            if position is not None:
                where = self._d.both(where, codes[position])
        return where

    def _placed(self, slot: str, around: dict[str, Any]) -> int:
        """The regions of each group of facts that fit what is known of them."""
        facts, where = Facts(self.situation, around), YES
        for group in self.model.space.groups.values():
            if group.slot == slot:
                fits = (code for code, region in _regions(group) if _fits(group, region, facts))
                where = self._d.both(where, self._d.any(fits))
        return where

    def _settled(self, exists: Exists, journey: int, around: dict[str, Any]) -> int:
        """The variable of "some member is such", where the members that are there settle it."""
        d, listed = self._d, self._list(exists, around)
        members = listed.members
        if exists.slot.removesuffix(MEMBER) in catalogue().singles.values():
            members = members[:-1]
        open_to = not listed.closed
        for member in members:
            bound = {**around, exists.slot: member}
            here = d.both(journey, self._placed(exists.slot, bound))
            for nested in self.model.encoder.exists.values():
                if outer_slot(nested.slot) == exists.slot:
                    here = d.both(here, self._settled(nested, here, bound))
            if d.both(here, d.neither(exists.body)) == NO:
                return exists.variable
            open_to = open_to or d.both(here, exists.body) != NO
        return YES if open_to else d.neither(exists.variable)

    def _list(self, exists: Exists, around: dict[str, Any]) -> Any:
        source, holder = exists.slot.removesuffix(MEMBER), outer_slot(exists.slot)
        if holder:
            return around[holder].value(source[len(holder) + 1 :])
        return self.situation.value(source)


def _regions(group: Group) -> Iterator[tuple[int, Region]]:
    return zip(group.codes, group.regions, strict=True)


def _fits(group: Group, region: Region, facts: Facts) -> bool:
    rows = zip(group.questions, region.answers, strict=True)
    return all(known_answer(question, facts) in (None, expected) for question, expected in rows)


def known_answer(question: Question, facts: Facts) -> bool | None:
    """The answer that a partial case gives to a question; None where it gives none."""
    if isinstance(question, Granted):
        return facts[question.on.path] is True  # what nobody states was not granted
    values = [facts[path] for path in facts_of(question)]
    if any(value is None or isinstance(value, Span) for value in values):
        return None
    if isinstance(question, Listed):
        return to_bool(any_listed(tables()[question.table], values[0], question.day))
    if isinstance(question.right, Fact) and question.op == "in":
        if answer(question, facts):
            return True
        return False if values[-1].closed else None
    if question.day is not None and not isinstance(facts["entry.date"], date):
        return None
    return answer(question, facts)
