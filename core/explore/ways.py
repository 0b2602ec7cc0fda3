"""The ways of a smallest change as few changes that can be read: values that lie together become regions.

Of days and numbers, neighbours among the values worth trying become a range, open where nothing more was
worth trying; days are counted from the day that the law counts them from. Ways are put together only where
each value of one change goes with each value of the others; else they stay apart.

>>> from core.case.library import library
>>> from core.explore.flips import flips
>>> from core.explore.goals import Goal
>>> from core.explore.steps import finish
>>> case = library().load("the-formal-crossing").case
>>> found = finish(flips(case, Setup(), Goal.turn("left", "returned"), most=1))
>>> told = contrasts(case, Setup(), found.flips)
>>> [(c.low, c.high) for one in told for change in one.changes
...  for c in change.regions if change.path == "claimant.age"]
[(None, 17)]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.case.setup import Setup
from core.case.view import View
from core.explore.answering import trying_of
from core.explore.axes import counted_from
from core.explore.changing import changeable, class_of
from core.explore.flips import Flip
from core.explore.rows import Row, case_with
from core.explore.trying import CALENDAR, Trying
from core.explore.variants import ADDED, plain_at

CLASSES = ("chosen", "shown", "fixed", "granted")
"""The order of telling: what a person does, what must be shown, what is so, what is a favour."""
SET, JOINS, GOES = "set", "joins", "goes"
MOST_ORDERS = 6
"""So many orders of putting ways together are tried."""


@dataclass(frozen=True)
class Region:
    """Values that do the same: one (``low`` is ``high``) or all from ``low`` to ``high``.

    None at one end is open. Days are also counted from ``since``, the path of a day, in ``days``.
    """

    low: Any
    high: Any
    since: str = ""
    days: tuple[int | None, int | None] = (None, None)

    @property
    def single(self) -> bool:
        """Whether it is one value."""
        return bool(self.low == self.high)


@dataclass(frozen=True)
class Change:
    """One change: a fact takes a value of some regions, a member joins (with ``fields``) or goes."""

    path: str
    kind: str
    regions: tuple[Region, ...] = ()
    fields: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Contrast:
    """Changes that together bring the goal about, what then comes, and one way of making them."""

    changes: tuple[Change, ...]
    outcomes: tuple[str, str]
    cls: str
    row: Row

    @property
    def size(self) -> int:
        """How many changes it takes."""
        return len(self.changes)

    def case(self, case: Case) -> Case:
        """The case with the changes made."""
        return case_with(case, self.row)


def contrasts(case: Case, setup: Setup, found: Iterable[Flip]) -> list[Contrast]:
    """All smallest changes, folded: few before many, then by class, then as the catalogue has them."""
    folder = _Folder(case, trying_of(case, setup))
    made = [contrast for flip in found for contrast in folder.fold(flip)]
    place = {path: at for at, path in enumerate(changeable(case))}
    return sorted(
        made,
        key=lambda c: (
            c.size,
            CLASSES.index(c.cls),
            tuple(place.get(change.path, 0) for change in c.changes),
        ),
    )


Token = Any
"""A plain value that can be compared: of a code list, its codes; None is what is not needed."""
Box = tuple[frozenset[Token], ...]


class _Folder:
    """Folds ways of changing one case; what a value's neighbours are is asked once."""

    def __init__(self, case: Case, trying: Trying) -> None:
        self._case, self._trying = case, trying
        self._since: dict[str, str] = {}

    def fold(self, flip: Flip) -> list[Contrast]:
        """The ways of one flip, by outcome, as few contrasts."""
        groups: dict[tuple[str, str], list[Row]] = {}
        for row, outcomes in zip(flip.ways, flip.outcomes, strict=True):
            groups.setdefault(outcomes, []).append(row)
        found = []
        for outcomes, rows in groups.items():
            axes = self._axes(flip, rows)
            kept = {self._point(row, axes): row for row in reversed(rows)}
            for box in boxes(list(kept), len(axes)):
                changes = self._changes(flip, axes, box)
                row = self._nearest([r for p, r in kept.items() if _within(p, box)])
                found.append(Contrast(changes, outcomes, self._class(flip), row))
        return found

    def _class(self, flip: Flip) -> str:
        return max((class_of(path) for path in flip.paths), key=CLASSES.index)

    # --- axes ------------------------------------------------------------------------------------
    def _axes(self, flip: Flip, rows: list[Row]) -> list[tuple[str, str]]:
        """Every path, and every field of members that join that some way needs."""
        axes = []
        for path in flip.paths:
            if not path.endswith(ADDED):
                axes.append((path, ""))
                continue
            fields = catalogue().fact(path.removesuffix(ADDED)).fields
            needed = {name for row in rows for name in row[path]}
            axes += [(path, inner.name) for inner in fields if inner.name in needed] or [(path, "")]
        return axes

    def _point(self, row: Row, axes: Sequence[tuple[str, str]]) -> tuple[Token, ...]:
        return tuple(_token(row[path].get(name) if name else row[path]) for path, name in axes)

    def _changes(self, flip: Flip, axes: Sequence[tuple[str, str]], box: Box) -> tuple[Change, ...]:
        found = []
        for path in flip.paths:
            if path.endswith(ADDED):
                fields = [
                    Change(f"{path}.{name}", SET, self._regions(f"{path}.{name}", values))
                    for (of, name), values in zip(axes, box, strict=True)
                    if of == path and name and None not in values
                ]
                found.append(Change(path, JOINS, (), tuple(fields)))
            elif path.endswith("]"):
                found.append(Change(path, GOES))
            else:
                values = next(v for (of, _), v in zip(axes, box, strict=True) if of == path)
                found.append(Change(path, SET, self._regions(path, values)))
        return tuple(found)

    # --- regions ---------------------------------------------------------------------------------
    def _regions(self, path: str, values: frozenset[Token]) -> tuple[Region, ...]:
        fact = catalogue().fact(path.replace(ADDED, "[]"))
        if fact.type not in CALENDAR:
            order = _order(fact)
            plain = sorted(values, key=lambda v: (order(v), str(v)))
            return tuple(Region(v, v) for v in plain)
        known = [] if ADDED in path else self._known(path)
        steps = sorted({*known, *values})
        return tuple(self._ranged(path, steps, run) for run in _runs(steps, values))

    def _known(self, path: str) -> list[Token]:
        """The values worth trying and the one that stands, as points on the line."""
        own = plain_at(self._case, path)
        return [*self._trying.values(self._case, path), *([own] if own is not None else [])]

    def _ranged(self, path: str, steps: list[Token], run: list[Token]) -> Region:
        low, high = run[0], run[-1]
        if len(steps) > 1 and len(run) > 1:  # nothing beyond is worth trying: it does the same
            low = None if low == steps[0] else low
            high = None if high == steps[-1] else high
        since = self._counted(path) if catalogue().fact(_shape(path)).type == "date" else ""
        start = View(self._case).at(since) if since else None
        if not isinstance(start, date):
            return Region(low, high)
        days = tuple(None if end is None else (_day(end) - start).days for end in (low, high))
        return Region(low, high, since, (days[0], days[1]))

    def _counted(self, path: str) -> str:
        if ADDED in path:
            return ""
        if path not in self._since:
            self._since[path] = counted_from(self._case, self._trying, path)
        return self._since[path]

    def _nearest(self, rows: list[Row]) -> Row:
        """The way whose days and numbers lie nearest to what the case says; else the first."""
        return min(rows, key=lambda row: sum(self._distance(path, v) for path, v in row.items()))

    def _distance(self, path: str, value: Any) -> int:
        own = None if path.endswith("]") else plain_at(self._case, path)
        if isinstance(own, bool) or own is None or isinstance(value, (bool, dict)):
            return 0
        if isinstance(own, int):
            return abs(int(value) - own)
        if catalogue().fact(path).type == "date" and len(own) == 10:
            return abs((_day(value) - _day(own)).days)
        return 0


def boxes(points: list[tuple[Token, ...]], width: int) -> list[Box]:
    """Some points as few boxes that hold them and nothing else, each point once.

    >>> len(boxes([(1, "a"), (2, "a"), (1, "b"), (2, "b"), (3, "b")], 2))
    2
    """
    best: list[Box] = []
    for count, order in enumerate(permutations(range(width))):
        if count == MOST_ORDERS:
            break
        found = _merged([tuple(frozenset((v,)) for v in point) for point in points], order)
        if not best or len(found) < len(best):
            best = found
    return best


def _merged(found: list[Box], order: Sequence[int]) -> list[Box]:
    """Boxes that differ along one axis alone become one, axis after axis, until nothing changes."""
    count = len(found) + 1
    while len(found) < count:
        count = len(found)
        for at in order:
            groups: dict[Box, frozenset[Token]] = {}
            for box in found:
                rest = (*box[:at], frozenset(), *box[at + 1 :])
                groups[rest] = groups.get(rest, frozenset()) | box[at]
            found = [(*rest[:at], values, *rest[at + 1 :]) for rest, values in groups.items()]
    return found


def _within(point: tuple[Token, ...], box: Box) -> bool:
    return all(value in values for value, values in zip(point, box, strict=True))


def _runs(steps: list[Token], values: frozenset[Token]) -> list[list[Token]]:
    """The values in runs of neighbours."""
    runs: list[list[Token]] = []
    before: Token = None
    for step in steps:
        if step in values:
            if before in values:
                runs[-1].append(step)
            else:
                runs.append([step])
        before = step
    return runs


def _token(value: Any) -> Token:
    return tuple(value["items"] or ()) if isinstance(value, dict) and "items" in value else value


def _order(fact: Fact) -> Any:
    codes = [*fact.choices]
    places = {code: at for at, code in enumerate(codes)}
    if fact.type == "boolean":
        return lambda value: value is not True
    return lambda value: places.get(value[0] if isinstance(value, tuple) and value else value, 0)


def _shape(path: str) -> str:
    return path.replace(ADDED, "[]")


def _day(text: str) -> date:
    return date.fromisoformat(text)
