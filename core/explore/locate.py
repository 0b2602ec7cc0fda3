"""Where one complete case stands in the space of all cases: the values of its variables."""

from __future__ import annotations

from typing import Any

from core.case.catalogue import catalogue
from core.decision.situation import Situation
from core.explore.atoms import MEMBER, facts_of
from core.explore.encode import Exists
from core.explore.lists import outer_slot
from core.explore.model import Model
from core.explore.regions import Values, answer
from core.explore.space import Group

Assigned = dict[str, bool]


class Unplaced(ValueError):
    """A case that leaves a fact unknown that the diagrams ask for."""


class Facts(dict[str, Any]):
    """The facts of a situation by located path; members stand under the slots they are bound to."""

    def __init__(self, situation: Situation, members: dict[str, Any]) -> None:
        super().__init__()
        self._situation = situation
        self._members = members

    def __missing__(self, path: str) -> Any:
        for slot, member in sorted(self._members.items(), key=lambda row: -len(row[0])):
            if path.startswith(f"{slot}."):
                return member.value(path[len(slot) + 1 :])
        return self._situation.value(path)


def locate(model: Model, situation: Situation) -> Assigned:
    """The values of the model's variables in a situation. Raises Unplaced for one not complete."""
    found: Assigned = {}
    for (kind, name), codes in model.space.choices.items():
        position = situation.choice(kind, name)
        if position is None:
            raise Unplaced(f"{kind}:{name} is open")
        found.update(_coded(model, codes[position]))
    _place(model, "", Facts(situation, {}), found)
    for exists in model.encoder.exists.values():
        if not outer_slot(exists.slot):
            found[exists.name] = _has(model, situation, exists, found, {})
    return found


def _coded(model: Model, code: int) -> Assigned:
    return model.diagrams.some_way(code) or {}


def _place(model: Model, slot: str, facts: Values, found: Assigned) -> None:
    for group in model.space.groups.values():
        if group.slot == slot:
            found.update(_coded(model, group.codes[_region(group, facts)]))


def _region(group: Group, facts: Values) -> int:
    answers = tuple(answer(question, facts) for question in group.questions)
    for number, region in enumerate(group.regions):
        if region.answers == answers:
            return number
    if any(facts[path] is None for question in group.questions for path in facts_of(question)):
        return 0  # a fact that does not apply is asked for behind its guard alone
    raise Unplaced(f"no region of {group.name} has these answers")


def _has(
    model: Model, situation: Situation, exists: Exists, journey: Assigned, around: dict[str, Any]
) -> bool:
    """Whether some member of the list fulfils what the variable stands for."""
    source = exists.slot.removesuffix(MEMBER)
    holder = outer_slot(exists.slot)
    if holder:
        listed = around[holder].value(source[len(holder) + 1 :])
    else:
        listed = situation.value(source)
    members = listed.members
    if source in catalogue().singles.values():
        members = members[:-1]
    for member in members:
        bound = {**around, exists.slot: member}
        found = dict(journey)
        _place(model, exists.slot, Facts(situation, bound), found)
        for nested in model.encoder.exists.values():
            if outer_slot(nested.slot) == exists.slot:
                found[nested.name] = _has(model, situation, nested, found, bound)
        if model.diagrams.holds(exists.body, found):
            return True
    return False
