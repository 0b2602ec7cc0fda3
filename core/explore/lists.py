"""Which "there is a member such that" can be true together.

One member makes some of them true at once (a sister who is a citizen is also a relative). A list makes
true whatever its members do. So a set of them can be true together if each that is true is so by a
member that makes nothing true that is not in the set. What a member can be is the domain of its slot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.explore.atoms import MEMBER
from core.explore.diagram import YES
from core.explore.encode import Exists

if TYPE_CHECKING:
    from core.explore.model import Model


def together(model: Model, functions: tuple[int, ...]) -> int:
    """The combinations of list variables that lists can bring about, for those in ``functions``."""
    found = YES
    for slot, used in _used(model, functions).items():
        if not outer_slot(slot):
            found = model.diagrams.both(found, realisable(model, slot, used))
    return found


def _used(model: Model, functions: tuple[int, ...]) -> dict[str, list[Exists]]:
    """The list variables on which the functions depend, also through each other, by slot."""
    by_name = {exists.name: exists for exists in model.encoder.exists.values()}
    todo = list(functions)
    seen: dict[str, Exists] = {}
    while todo:
        for name in sorted(model.diagrams.support(todo.pop()) & by_name.keys()):
            if name not in seen:
                seen[name] = by_name[name]
                todo.append(by_name[name].body)
    slots: dict[str, list[Exists]] = {}
    for exists in sorted(seen.values(), key=lambda e: e.variable):
        slots.setdefault(exists.slot, []).append(exists)
    return slots


def outer_slot(slot: str) -> str:
    """The slot around a slot: ``relatives*`` of ``relatives*.claims*``."""
    head, _, _ = slot.removesuffix(MEMBER).rpartition(MEMBER)
    return head + MEMBER if head else ""


def realisable(model: Model, slot: str, used: list[Exists]) -> int:
    """The combinations of ``used`` that the members of one list can bring about."""
    d = model.diagrams
    member, bits = _member(model, slot, used)
    for exists in used:  # a member that makes nothing true that is not true of the list
        member = d.both(member, d.either(d.neither(exists.body), exists.variable))
    found = YES
    for exists in used:
        by_some = d.without(d.both(member, exists.body), bits)
        found = d.both(found, d.either(d.neither(exists.variable), by_some))
    return found


def _member(model: Model, slot: str, used: list[Exists]) -> tuple[int, list[str]]:
    """What a member of a list can be, its own lists with it, and the variables that say so."""
    found, bits = model.space.domain(slot), model.space.bits(slot)
    for within, nested in _inner(model, slot, used).items():
        found = model.diagrams.both(found, realisable(model, within, nested))
        bits += [exists.name for exists in nested]
    return found, bits


def _inner(model: Model, slot: str, used: list[Exists]) -> dict[str, list[Exists]]:
    """The variables of lists inside a member, by slot."""
    functions = tuple(exists.body for exists in used)
    slots = _used(model, functions)
    return {name: found for name, found in slots.items() if outer_slot(name) == slot}
