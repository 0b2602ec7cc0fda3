"""The smallest changes that bring a goal about: all of them, up to so many facts, none larger than needed.

A set of facts can only matter if the goal is possible while just those are unknown; that is asked of all
sets of a size at once. What is left is tried out: every combination of values worth trying, within the
checks. A set that works is not looked for inside larger ones.

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> from core.explore.steps import finish
>>> case = library().load("the-formal-crossing").case
>>> found = finish(flips(case, Setup(), Goal.turn("left", "returned"), most=1))
>>> found.exhausted, ("claimant.age",) in [flip.paths for flip in found.flips]
(True, True)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.explore import answering
from core.explore.adding import Adding, Way
from core.explore.bench import Bench, outcomes_of
from core.explore.changing import GRANTED, changeable, class_of
from core.explore.goals import Goal
from core.explore.keeping import Keeping
from core.explore.rows import Row, case_with, rows_for
from core.explore.steps import Search, Step
from core.explore.subsets import bits, members
from core.explore.variants import ADDED, Column, plain_at, without
from core.law.version import Version

LARGEST = 4
MOST_SETS = 20_000
"""So many sets of facts, at most, are tried out; after that the search says that it gave up."""
AT_ONCE = 60
"""So many sets are tried in one go."""


@dataclass(frozen=True)
class Flip:
    """One smallest set of changes: ``paths`` in the catalogue's order, and every way to change them.

    Each way gives a plain value for each path; for a list that a member joins, the member. ``outcomes``
    are those of the two versions for each way.
    """

    paths: tuple[str, ...]
    ways: tuple[Row, ...]
    outcomes: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """How many changes it takes."""
        return len(self.paths)

    def case(self, case: Case, way: int = 0) -> Case:
        """The case with the changes made."""
        return case_with(case, self.ways[way])


@dataclass(frozen=True)
class Flips:
    """What was found. ``largest`` is the size up to which every set was looked at."""

    flips: tuple[Flip, ...]
    exhausted: bool
    largest: int


def flips(
    case: Case, setup: Setup, goal: Goal, locks: Iterable[str] = (), most: int = LARGEST
) -> Search[Flips]:
    """All smallest sets of up to ``most`` changes that bring ``goal`` about; ``locks`` stay as they are."""
    found = yield from flips_by_size(case, setup, goal, locks, most)
    return found


def flips_by_size(
    case: Case,
    setup: Setup,
    goal: Goal,
    locks: Iterable[str] = (),
    most: int = LARGEST,
    told: Callable[[Flips], None] | None = None,
) -> Search[Flips]:
    """The same; ``told`` is given what was found after each size that was looked through."""
    yield Step(0)
    search = _Flipping(case, setup, goal, frozenset(locks))
    yield Step(0)
    yield from search.begin()
    found = Flips((), most < 1, 0)
    for size in range(1, most + 1):
        yield from search.of_size(size)
        if search.tried > MOST_SETS:
            return Flips(tuple(search.found), False, size - 1)
        whole = search.exhausted(size)
        reached = size if whole else found.largest
        found = Flips(tuple(search.found), whole and size == most, reached)
        if told is not None:
            told(found)
    return found


class _Flipping:
    """One search; ``found`` prunes what is still to be tried."""

    def __init__(self, case: Case, setup: Setup, goal: Goal, locks: frozenset[str]) -> None:
        self.case, self.setup, self.goal = case, setup, goal
        self.found: list[Flip] = []
        self.tried = 0
        self.trying = answering.trying_of(case, setup)
        self._free = [path for path in changeable(case) if not locked(path, locks)]
        self._bench = Bench(case, setup, self._free)
        self._adding = Adding(case, setup, goal, self.trying)
        self._keeping = Keeping(case, setup)
        self._moving = self._keeping.moving(self._free)
        self._failed: list[tuple[str, ...]] = []
        """Sets that leave the goal possible while they are unknown, of which no value reaches it."""

    def begin(self) -> Search[None]:
        """Find the paths that are looked at by anyone: while all are unknown, the rest changes nothing."""
        sides = self._bench.as_it_is_and_unknown()
        assert sides.outcomes
        yield Step(0)
        assert sides.checks
        self._wanting = sides.wanting()
        seen = set().union(self._moving, *(planes.variants.ever for planes in sides.planes))
        self.paths = [path for path in self._free if path in seen]
        self._changed = {path: self._only_change(path) for path in self.paths}
        self._others = [
            Bench(self.case, other, self._free)
            for other in _each_position(self._wanting, self.setup, self.trying.versions)
        ]

    def exhausted(self, size: int) -> bool:
        """Whether every set of up to so many facts was looked at; where the law may move, single ones are."""
        return not self._adding.gave_up and (size == 1 or not self._moving)

    def of_size(self, size: int) -> Search[None]:
        """Every set of a size that holds no smaller one that works."""
        if size > len(self.paths):
            return
        todo = yield from self._possible(size)
        yield Step(0, len(todo))
        for at in range(0, len(todo), AT_ONCE):
            yield from self._try(todo[at : at + AT_ONCE])
            yield Step(min(at + AT_ONCE, len(todo)), len(todo))
        found = {flip.paths for flip in self.found}
        self._failed += [chosen for chosen in todo if chosen not in found]

    def _only_change(self, path: str) -> Any:
        """What a changed fact must be, where there is one other value only; else unknown."""
        if path.endswith(ADDED):
            return None
        if class_of(path) == GRANTED:  # a favour not granted is as if nobody had asked
            return True
        values = self.trying.values(self.case, path)
        return values[0] if len(values) == 1 else None

    def _possible(self, size: int) -> Search[list[tuple[str, ...]]]:
        """The sets that may reach the goal surely, as far as can be told while they are unknown.

        What is open besides must not matter: so each answer to it is looked at by itself. Of a set that
        holds a smaller one that failed, the smaller one takes each of its values in turn.
        """
        free = without(self.case, self.paths, size)
        masks = {path: free.columns[path].masks[1] for path in self.paths}
        columns = {path: self._freed(free.columns[path]) for path in self.paths}
        may = yield from self._may(free.count, columns, masks)
        if size == 1:  # under another law anything may follow
            for path in self._moving:
                may |= masks[path]
        todo = self._new(may, masks)
        yield Step(0)
        for core in self._failed:
            inside = todo
            for path in core:
                inside &= masks[path]
            if not inside or any(path.endswith((ADDED, "]")) for path in core):
                continue
            found, mending = 0, 0
            for path in self.paths:
                if path not in core and self._keeping.ties(path):
                    mending |= masks[path]
            for row in rows_for(self.case, self.trying, core):
                within = inside if self._keeping.keeps(row) else inside & mending
                if not within & ~found:
                    continue
                fixed = {p: Column(p, (v,), (free.full,)) for p, v in row.items()}
                may = yield from self._may(free.count, {**columns, **fixed}, masks)
                found |= may & within
                if found == inside:
                    break
            todo &= ~inside | found
        return self._named(todo, size)

    def _freed(self, column: Column) -> Column:
        changed = self._changed[column.path]
        if changed is None:
            return column
        return Column(column.path, (column.plain[0], changed), column.masks)

    def _may(self, count: int, columns: dict[str, Column], masks: dict[str, int]) -> Search[int]:
        """The variants in which the goal may be reached surely, within the checks."""
        full = (1 << count) - 1
        found = full
        for bench in (self._bench, *self._others):
            sides = bench.ask(count, columns)
            found &= self.goal.plane(sides)[1] & sides.checks[1]
            yield Step(0)
        for path in self._unstated:
            for value in self.trying.values(self.case, path):
                kept = full & ~masks[path]
                asked = Column(path, (value, None), (kept, masks[path]))
                sides = self._bench.ask(count, {**columns, path: asked})
                found &= self.goal.plane(sides)[1]
                yield Step(0)
        return found

    @cached_property
    def _unstated(self) -> list[str]:
        """Facts of few answers that nobody stated, and that are looked for once something is unknown."""
        return [
            path
            for path in self.paths
            if not path.endswith("]")
            and plain_at(self.case, path) is None
            and self._wanting[path]
            and catalogue().fact(path).type in ("boolean", "choice")
        ]

    def _named(self, todo: int, size: int) -> list[tuple[str, ...]]:
        count = len(self.paths)
        return [
            tuple(self.paths[at] for at in members(number, count, size)) for number in bits(todo)
        ]

    def _new(self, todo: int, masks: dict[str, int]) -> int:
        """The sets that hold none that works."""
        for flip in self.found:
            holds = todo
            for path in flip.paths:
                holds &= masks[path]
            todo &= ~holds
        return todo

    def _try(self, sets: list[tuple[str, ...]]) -> Search[None]:
        """Try every way of changing each of some sets; those that work are kept."""
        rows: list[tuple[tuple[str, ...], Row]] = []
        ways: dict[tuple[str, ...], list[Way]] = {}
        for chosen in sets:
            self.tried += 1
            if any(path.endswith(ADDED) for path in chosen):
                found = yield from self._adding.rows(chosen)
                ways.setdefault(chosen, []).extend(found)
            else:
                for row in rows_for(self.case, self.trying, chosen):
                    if self._moving and self._keeping.moves(row):
                        self._alone(row, ways.setdefault(chosen, []))
                    else:
                        rows.append((chosen, row))
        if rows:
            sides = self._bench.rows([row for _, row in rows])
            sure = self.goal.plane(sides)[0] & sides.checks[1]
            yield Step(0)
            for number in bits(sure):
                chosen, row = rows[number]
                way = row, outcomes_of(sides, number, self.setup)
                ways.setdefault(chosen, []).append(way)
        for chosen in sets:
            self._keep(chosen, ways.get(chosen, []))

    def _alone(self, row: Row, ways: list[Way]) -> None:
        """Decide a change that picks another law by itself."""
        outcomes = self._keeping.decided(row)
        if outcomes is not None and self.goal.reached(outcomes):
            ways.append((row, outcomes))

    def _keep(self, chosen: tuple[str, ...], ways: list[Way]) -> None:
        whole = [(row, outcomes) for row, outcomes in ways if self._keeping.keeps(row)]
        if whole:
            rows, outcomes = zip(*whole, strict=True)
            self.found.append(Flip(chosen, tuple(rows), tuple(outcomes)))


def _each_position(wanting: Counter[str], setup: Setup, versions: Sequence[Version]) -> list[Setup]:
    """The setup with each position of each open reading and assumption that is looked for."""
    return [
        answering.chosen(setup, name, position)
        for name in wanting
        if ":" in name
        for position in answering.positions(name, versions)
    ]


def locked(path: str, locks: frozenset[str]) -> bool:
    """Whether a path, or a list or member around it, stays as it is."""
    return any(path == lock or path.startswith((f"{lock}.", f"{lock}[")) for lock in locks)
