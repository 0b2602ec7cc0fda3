"""Members that could join a list so that a goal is reached, with no more said of them than is needed.

A member is begun with nothing known of it. What the law looks for in it is filled in, a field at a time,
for all attempts at once; an attempt ends where the goal is sure whatever else the member is, or where it
cannot be reached any more. Then every field that is not needed is taken out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.explore.bench import Bench, outcomes_of
from core.explore.changing import changeable
from core.explore.goals import Goal
from core.explore.rows import Row, rows_for
from core.explore.steps import Search, Step
from core.explore.trying import Trying
from core.explore.variants import ADDED

MOST_ATTEMPTS = 4000
"""So many attempts are followed at once; more would be another law than this one."""
Way = tuple[Row, tuple[str, str]]


class Adding:
    """Looks for new members; what was built for a list is kept for the next question about it."""

    def __init__(self, case: Case, setup: Setup, goal: Goal, trying: Trying) -> None:
        self._case, self._setup, self._goal, self._trying = case, setup, goal, trying
        self.gave_up = False
        """Whether some attempt was left because there were too many."""
        self._begun: dict[tuple[str, ...], tuple[Bench, dict[str, list[str]]]] = {}

    def rows(self, chosen: Sequence[str]) -> Search[list[Way]]:
        """The ways to reach the goal by changing just these, of which some let a member join a list."""
        added = tuple(path for path in chosen if path.endswith(ADDED))
        others = [path for path in chosen if not path.endswith(ADDED)]
        bench, fields = self._bench(added)
        rows = rows_for(self._case, self._trying, others)
        every = [field for group in fields.values() for field in group]
        filled = yield from self._filled(bench, rows, every)
        found = yield from self._trimmed(bench, filled, every)
        return [(self._told(row, fields), outcomes) for row, outcomes in found]

    def _bench(self, added: tuple[str, ...]) -> tuple[Bench, dict[str, list[str]]]:
        """The case with a member begun in each list, and the fields of each."""
        kept = self._begun.get(added)
        if kept is None:
            case, fields = self._case, {}
            for path in added:
                listed = path.removesuffix(ADDED)
                case, name = case.add_item(listed)
                fields[path] = _fields(listed, name)
            every = [field for group in fields.values() for field in group]
            paths = list(dict.fromkeys([*changeable(case), *every]))
            kept = self._begun[added] = Bench(case, self._setup, paths), fields
        return kept

    def _filled(self, bench: Bench, rows: list[Row], every: list[str]) -> Search[list[Row]]:
        """Rows that surely reach the goal."""
        todo, found, left = rows, [], list(every)
        while todo:
            if len(todo) > MOST_ATTEMPTS:
                self.gave_up = True
                break
            yield Step(0)
            sides = bench.rows(todo)
            sure, may = self._goal.plane(sides)
            sure &= sides.checks[1]
            may &= sides.checks[1] & ~sure
            found += [row for at, row in enumerate(todo) if sure >> at & 1]
            wanted = sides.wanting()
            if not left or not may:
                break
            field = max(left, key=lambda name: wanted[name])
            if not wanted[field]:
                break
            left.remove(field)
            values = self._trying.values(bench.case, field)
            open_ones = [row for at, row in enumerate(todo) if may >> at & 1]
            todo = [{**row, field: value} for row in open_ones for value in values]
        return found

    def _trimmed(self, bench: Bench, found: list[Row], every: list[str]) -> Search[list[Way]]:
        """The rows without the fields that are not needed, each once, with the outcomes."""
        if not found:
            return []
        for field in every:
            less = [{k: v for k, v in row.items() if k != field} for row in found]
            sides = bench.rows(less)
            sure = self._goal.plane(sides)[0] & sides.checks[1]
            found = [less[at] if sure >> at & 1 else row for at, row in enumerate(found)]
            yield Step(0)
        kept = [row for at, row in enumerate(found) if row not in found[:at]]
        sides = bench.rows(kept)
        return [(row, outcomes_of(sides, at, self._setup)) for at, row in enumerate(kept)]

    def _told(self, row: Row, fields: dict[str, list[str]]) -> Row:
        """A row with the new members as records, in place of their fields."""
        inner = {name for group in fields.values() for name in group}
        told: Row = {path: value for path, value in row.items() if path not in inner}
        for path, names in fields.items():
            told[path] = {name.rsplit(".", 1)[1]: row[name] for name in names if name in row}
        return told


def _fields(listed: str, name: str) -> list[str]:
    """The fields of a new member, deeper lists and what is only told in words left out."""
    fact: Any = catalogue().fact(listed)
    return [
        f"{listed}[{name}].{inner.name}"
        for inner in fact.fields
        if not inner.computed and inner.type not in ("records", "text", "date")
    ]
