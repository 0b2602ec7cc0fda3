"""Two facts of a case against each other: what both versions make of every pair of values.

>>> from core.case.library import library
>>> file = library().load("an-empty-road")
>>> found = grid(file.case, file.setup, "claim.date", "entries[roxham].place")
>>> [found.at(day, 2).left for day in (13, 14)]
[('heard',), ('heard',)]
>>> here = found.at(*found.here)
>>> here.left, here.right, here.agree, here.consistent
(('heard',), ('returned',), False, True)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.decision.situation import Choices
from core.decision.which import version_for
from core.explore.answering import trying_of
from core.explore.axes import Axis, axis
from core.explore.keeping import picking
from core.explore.planes import Planes
from core.explore.settling import Asked, Possible, settled_each
from core.explore.steps import Search, Step, finish
from core.explore.variants import put
from core.law.version import OWN, Version, VersionError, is_own
from core.logic.tree import Compare, Condition, facts_in

AxisOrPath = Axis | str


@dataclass(frozen=True)
class Cell:
    """What is possible under the left and the right version; nothing where a version cannot be picked.

    ``consistent`` is whether the cell may keep the checks.
    """

    left: Possible
    right: Possible
    consistent: bool

    @property
    def agree(self) -> bool | None:
        """Whether both come out alike; None while that is not known."""
        if len(self.left) == len(self.right) == 1:
            return self.left == self.right
        if not self.left or not self.right or set(self.left) & set(self.right):
            return None
        return False


@dataclass(frozen=True)
class Grid:
    """Cells in rows from above, each from the left."""

    case: Case
    setup: Setup
    across: Axis
    down: Axis
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def here(self) -> tuple[int, int]:
        """The cell that is the case as it stands: column and row."""
        return self.across.own, self.down.own

    def at(self, column: int, row: int) -> Cell:
        """One cell."""
        return self.rows[row][column]

    def case_of(self, column: int, row: int) -> Case:
        """The case that a cell stands for: both facts set, all others as they are."""
        case = put(self.case, self.across.path, self.across.values[column])
        return put(case, self.down.path, self.down.values[row])

    def borders(self) -> Iterator[tuple[int, int, bool]]:
        """Where neighbours come out otherwise: column, row, and whether the border is on the right.

        Otherwise it is below the cell.
        """
        for y, row in enumerate(self.rows):
            for x, cell in enumerate(row):
                if x + 1 < len(row) and _parted(cell, row[x + 1]):
                    yield x, y, True
                if y + 1 < len(self.rows) and _parted(cell, self.rows[y + 1][x]):
                    yield x, y, False


def _parted(one: Cell, other: Cell) -> bool:
    return (one.left, one.right) != (other.left, other.right)


def grid(case: Case, setup: Setup, across: AxisOrPath, down: AxisOrPath) -> Grid:
    """The grid of two facts, by concrete paths or as axes. Raises AxisError, VersionError."""
    return finish(search_grid(case, setup, across, down))


def search_grid(case: Case, setup: Setup, across: AxisOrPath, down: AxisOrPath) -> Search[Grid]:
    """The same as a search that can be left on the way."""
    trying = trying_of(case, setup)
    names = [one if isinstance(one, str) else one.path for one in (across, down)]
    axes = [
        axis(case, trying, one, beside) if isinstance(one, str) else one
        for one, beside in zip((across, down), reversed(names), strict=True)
    ]
    yield Step(0)
    asked = _asked(case, *axes)
    left = yield from _side(asked, setup.left, setup)
    right = left if setup.left == setup.right else (yield from _side(asked, setup.right, setup))
    kept = yield from _consistent(asked, trying.versions[0], setup)
    cells = [
        Cell(one, other, bool(kept >> number & 1))
        for number, (one, other) in enumerate(zip(left, right, strict=True))
    ]
    wide = len(axes[0].values)
    rows = tuple(tuple(cells[at : at + wide]) for at in range(0, len(cells), wide))
    return without_idle(Grid(case, setup, axes[0], axes[1], rows))


def without_idle(whole: Grid) -> Grid:
    """A grid without the loose values of its axes with which nothing turns."""
    columns = list(zip(*whole.rows, strict=True))
    across, down = _idle(whole.across, columns), _idle(whole.down, whole.rows)
    rows = tuple(
        tuple(cell for x, cell in enumerate(row) if x not in across)
        for y, row in enumerate(whole.rows)
        if y not in down
    )
    return Grid(
        whole.case, whole.setup, whole.across.without(across), whole.down.without(down), rows
    )


def _idle(axis: Axis, lines: Sequence[tuple[Cell, ...]]) -> frozenset[int]:
    """The loose values whose cells are like those of both neighbours."""
    last = len(lines) - 1
    return frozenset(
        n
        for n in axis.loose
        if lines[n] == lines[max(n - 1, 0)] and lines[n] == lines[min(n + 1, last)]
    )


def _asked(case: Case, across: Axis, down: Axis) -> Asked:
    values = {across.path: across.values, down.path: down.values}
    columns, rows = range(len(across.values)), range(len(down.values))
    if across.path == down.path:
        raise ValueError(f"{across.path}: a grid needs two facts; this is twice the same")
    return Asked(case, values, tuple((x, y) for y in rows for x in columns))


# --- one version -----------------------------------------------------------------------------------
def _side(asked: Asked, name: str, setup: Setup) -> Search[list[Possible]]:
    """What one version leaves possible in every cell."""
    found: list[Possible] = [()] * len(asked.rows)
    for version, numbers in _versions(asked, name, setup):
        part = asked if len(numbers) == len(asked.rows) else asked.of(numbers)
        settled = yield from settled_each(part, version, setup)
        for number, possible in zip(numbers, settled, strict=True):
            found[number] = possible
    return found


def _versions(asked: Asked, name: str, setup: Setup) -> list[tuple[Version, list[int]]]:
    """The versions that a name means in the cells, each with its cells; the same law once."""
    everywhere = list(range(len(asked.rows)))
    telling = [at for at, path in enumerate(asked.values) if path in picking()]
    if not is_own(name) or not telling:
        return [(version_for(asked.case, name, setup), everywhere)]
    paths = [list(asked.values)[at] for at in telling]
    known: dict[tuple[int, ...], Version | None] = {}
    groups: list[tuple[Version, list[int]]] = []
    for number in everywhere:
        key = tuple(asked.rows[number][at] for at in telling)
        if key not in known:
            case = asked.case
            for path, at in zip(paths, key, strict=True):
                case = put(case, path, asked.values[path][at])
            known[key] = _version(case, name, setup)
        version = known[key]
        if version is not None:
            _group(groups, version).append(number)
    return groups


def _version(case: Case, name: str, setup: Setup) -> Version | None:
    try:
        return version_for(case, name, setup)
    except VersionError:  # the day that picks it is not known there
        return None


def _group(groups: list[tuple[Version, list[int]]], version: Version) -> list[int]:
    """The cells of a version; under the case's own law it is the texts alone that matter."""
    for known, numbers in groups:
        if known is version or known.texts == version.texts:
            return numbers
    groups.append((version, []))
    return groups[-1][1]


# --- checks ----------------------------------------------------------------------------------------
def _consistent(asked: Asked, version: Version, setup: Setup) -> Search[int]:
    """The cells that may keep the checks, which look at the case's own days under any version."""
    choices: Choices = {("reading", name): at for name, at in setup.readings.items()}
    planes = Planes(asked.variants(), replace(version, asked=OWN, kept={}), choices)
    may = planes.full
    for check in catalogue().checks:
        if not _is_moot(check.holds, asked):
            may &= planes.condition(check.holds, {})[1]
            yield Step(may.bit_count(), planes.full.bit_count())
    return may


def _is_moot(holds: Condition, asked: Asked) -> bool:
    """Whether a check compares something with a fact that no cell knows: then it is broken nowhere."""
    if not isinstance(holds, Compare):
        return False
    return any(
        fact.var is None
        and fact.path in catalogue().facts
        and not catalogue().facts[fact.path].derived
        and fact.path not in asked.values
        and asked.case.get(fact.path) is None
        for fact in (*facts_in(holds.left), *facts_in(holds.right))
    )
