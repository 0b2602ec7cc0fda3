"""Which clause of a proposal changes the outcome of a case: alone, or only together with others.

Switches are thrown from where the base of the proposal stands (:mod:`core.explore.switches`): an
amendment that is thrown is on, an assumption that is thrown is not made. A clause changes the outcome
*alone* if throwing it, and nothing else, does. It does so *together* with others if it does once these are
thrown, and not with fewer of them. What the outcome is compared by is the set of those that are possible;
a clause that leaves it as it is may still change the *way* to it.

>>> from core.case.library import library
>>> from core.law.version import find_version
>>> board = Switchboard(find_version("whole_border_2018"))
>>> found = finish(case_effects(board, library().load("a-sister-in-laval").case))
>>> [(e.clause, e.kind, e.partners) for e in found.effects][:2]
[('scope', 'alone', ()), ('exceptions', 'together', (('scope',),))]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.decision.settle import Settled
from core.explore.steps import Search, Step, finish
from core.explore.switches import Box, Switchboard, TooMany

ALONE, TOGETHER, WAY, NONE = "alone", "together", "way", "none"


@dataclass(frozen=True)
class Effect:
    """What one clause does to the outcome of a case.

    ``kind`` is ``alone``, ``together``, ``way`` (only how the outcome comes about changes) or ``none``.
    ``alone`` is the outcome with this thrown and nothing else; ``without`` that of the whole proposal but
    for this. ``partners`` has the smallest sets of switches with which it changes something; an
    assumption in such a set is not made.
    """

    clause: str
    kind: str
    alone: Settled
    without: Settled
    partners: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class CaseEffects:
    """What every clause does to one case. ``changing``: the smallest sets that change the base's outcome.

    Where ``exact`` is false, too many settings would have had to be decided, and there is no more than
    the outcome of the base and of the whole.
    """

    base: Settled
    whole: Settled
    effects: tuple[Effect, ...]
    changing: tuple[tuple[str, ...], ...]
    exact: bool = True


def case_effects(board: Switchboard, case: Case, setup: Setup | None = None) -> Search[CaseEffects]:
    """What every clause does to the outcome of a case, exactly."""
    try:
        boxes = yield from board.boxes(case, setup)
    except TooMany:
        base, whole = board.ends(case, setup)
        return CaseEffects(base, whole, (), (), exact=False)
    return (yield from effects_of(board, boxes))


def effects_of(board: Switchboard, boxes: Sequence[Box]) -> Search[CaseEffects]:
    """The same, from the boxes into which all settings fall."""
    base, whole = _at(boxes, 0), _at(boxes, board.all_on)
    by_outcome, by_way = yield from _pivots(boxes)
    effects = []
    for name in board.names:
        bit = board.bit(name)
        outcome, way = by_outcome.get(bit, ()), by_way.get(bit, ())
        kind = ALONE if 0 in outcome else TOGETHER if outcome else WAY if way else NONE
        partners = tuple(board.names_of(mask) for mask in outcome or way if mask)
        effects.append(
            Effect(name, kind, _at(boxes, bit), _at(boxes, board.all_on ^ bit), partners)
        )
    changed = (box.thrown for box in boxes if box.settled.possible != base.possible)
    changing = tuple(board.names_of(mask) for mask in smallest(changed))
    return CaseEffects(base, whole, tuple(effects), changing)


def smallest(masks: Iterable[int]) -> tuple[int, ...]:
    """The sets of which no part is among them, those of fewest members first."""
    found: list[int] = []
    for mask in sorted(set(masks), key=lambda m: (m.bit_count(), m)):
        if not any(other & mask == other for other in found):
            found.append(mask)
    return tuple(found)


def _at(boxes: Sequence[Box], thrown: int) -> Settled:
    return next(box.settled for box in boxes if thrown & box.read == box.thrown)


Pivots = dict[int, tuple[int, ...]]
"""For each switch that can change something, the smallest sets thrown with which it does."""


def _pivots(boxes: Sequence[Box]) -> Search[tuple[Pivots, Pivots]]:
    """What each switch needs to change the outcome, and to change the outcome or the way to it.

    Two boxes that differ at one switch alone, and come out differently, hold two settings of which one
    is the other with that switch thrown. The smallest of these throws what either box asks for.
    """
    outcome: dict[int, set[int]] = {}
    way: dict[int, set[int]] = {}
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = (one.thrown ^ other.thrown) & one.read & other.read
            if apart & (apart - 1) or not apart or one.settled == other.settled:
                continue
            with_these = (one.thrown | other.thrown) & ~apart
            way.setdefault(apart, set()).add(with_these)
            if one.settled.possible != other.settled.possible:
                outcome.setdefault(apart, set()).add(with_these)
        yield Step(len(boxes) + at)
    return _smallest_of(outcome), _smallest_of(way)


def _smallest_of(found: dict[int, set[int]]) -> Pivots:
    return {bit: smallest(masks) for bit, masks in found.items()}


# --- many cases ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class MatrixRow:
    """One case of a matrix."""

    id: str
    found: CaseEffects


def library_into(country: str) -> tuple[tuple[str, Case], ...]:
    """The cases of the library that go into a country: those that its law is asked of as they are."""
    cases = ((name, library().load(name).case) for name in library().ids())
    return tuple((name, case) for name, case in cases if case.get("journey.into") == country)


def matrix(
    board: Switchboard, cases: Sequence[tuple[str, Case]], setup: Setup | None = None
) -> Search[tuple[MatrixRow, ...]]:
    """Clause by case: what every clause does to each case; a step for each that is done."""
    rows = []
    for at, (name, case) in enumerate(cases):
        yield Step(at, len(cases))
        search = case_effects(board, case, setup)
        while True:
            try:
                next(search)
            except StopIteration as end:
                rows.append(MatrixRow(name, end.value))
                break
            yield Step(at, len(cases))
    return tuple(rows)


__all__ = [
    "ALONE",
    "NONE",
    "TOGETHER",
    "WAY",
    "CaseEffects",
    "Effect",
    "MatrixRow",
    "case_effects",
    "effects_of",
    "finish",
    "library_into",
    "matrix",
]
