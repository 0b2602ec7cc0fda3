"""A grid of 40 × 40 cells, both versions in each, beside the hand-written oracle asked cell by cell.

The oracle knows the Agreement and no other ground, takes complete cases only and no checks; asked of
every cell under both versions it is what plain Python takes without thinking of many cells at once. Below
stands what the program itself takes to decide every cell alone, as the tests do. The grids are two: of a
complete case, and of the same with one fact unknown, where most of the cells stay open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from time import perf_counter
from typing import Any

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.which import version_for
from core.explore.axes import Axis, of_values
from core.explore.grid import grid, search_grid
from core.explore.steps import Step
from tests.benchmarks.figures import HEAD, line, times_as_long
from tests.oracle import north

CASE = "the-boy-and-his-cousin"
SETUP = Setup("2018-05-01", "2023-04-01")
SIDE = 40


def report(rounds: int, side: int = SIDE) -> Iterator[str]:
    """Measure and word the figures."""
    case = library().load(CASE).case.replace("claimant.birth_date", None)
    yield f"A grid of {side} × {side}: days since the entry against the age of the claimant"
    yield f"  {CASE}, {SETUP.left} beside {SETUP.right}; {rounds} rounds, after one unmeasured"
    yield HEAD
    whole = _times(case, side, rounds)
    yield line("every fact known", whole)
    entry = case.replace(f"entries[{case.items('entries')[-1]}].place", None)
    yield line("place of entry unknown", _times(entry, side, rounds))
    yield line("longest wait between two steps of these", _waits(entry, side))
    base = [_oracle(case, side) for _ in range(max(1, rounds // 5))]
    yield line("baseline, hand-written oracle, cell by cell", base)
    alone = _alone(case, side)
    yield line("each cell decided alone, with its reasons", [alone])
    yield times_as_long(whole, base, "every fact known")


def axes(case: Case, side: int) -> tuple[Axis, Axis]:
    """So many days of the claim, and so many ages."""
    entered = date.fromisoformat(case.get(f"entries[{case.items('entries')[-1]}].date"))
    days = [(entered + timedelta(n)).isoformat() for n in range(side)]
    ages = list(range(case.get("claimant.age") - 1, case.get("claimant.age") - 1 + side))
    return of_values(case, "claim.date", days), of_values(case, "claimant.age", ages)


def _times(case: Case, side: int, rounds: int) -> list[float]:
    found = []
    for _ in range(rounds + 1):
        anew = Case(case.data)
        start = perf_counter()
        grid(anew, SETUP, *axes(anew, side))
        found.append(perf_counter() - start)
    return found[1:]


def _waits(case: Case, side: int) -> list[float]:
    """The time from each step of the search to the next."""
    anew, found = Case(case.data), []
    search = search_grid(anew, SETUP, *axes(anew, side))
    start = perf_counter()
    for step in search:
        assert isinstance(step, Step)
        found.append(perf_counter() - start)
        start = perf_counter()
    return [max(found)]


def _cells(case: Case, side: int) -> Iterator[Case]:
    across, down = axes(case, side)
    for day, age in product(across.values, down.values):
        yield case.replace(across.path, day).replace(down.path, age)


def _oracle(case: Case, side: int) -> float:
    facts: list[dict[str, Any]] = [cell.data for cell in _cells(case, side)]
    start = perf_counter()
    for one in facts:
        for name in (SETUP.left, SETUP.right):
            north.decide(one, name, {}, {})
    return perf_counter() - start


def _alone(case: Case, side: int) -> float:
    cells = list(_cells(case, side))
    start = perf_counter()
    for cell in cells:
        for name in (SETUP.left, SETUP.right):
            decide(cell, version_for(cell, name, SETUP), SETUP)
    return perf_counter() - start
