"""A judge of partings that knows nothing of the search: it tries all subsets of the differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

from core.case.case import Case
from core.case.tables import tables
from core.decision.conclude import conclude
from core.decision.model import Comparison, Decision, Unit
from core.decision.settle import Settled
from core.decision.situation import Choices, Situation
from core.law.version import Version
from core.logic.truth import Truth


class Mixed(Situation):
    """A situation in which each table may be read on a day of its own."""

    def __init__(
        self,
        case: Case,
        version: Version,
        choices: Choices,
        days: Mapping[str, date | None],
        supposed: Mapping[str, Truth] | None = None,
    ) -> None:
        """Take over the days."""
        super().__init__(case, version, choices, supposed)
        self.days = days

    def as_if(self, table: str) -> date | None:
        """The day on which a table is read."""
        return self.days[table]

    def _again(self, case: Case, supposed: Mapping[str, Truth]) -> Situation:
        return Mixed(case, self.version, dict(self._choices), self.days, supposed)


def day_of(version: Version) -> date | None:
    """The day as if on which a version is asked."""
    return None if version.asked == "own" else version.day


def in_what_they_differ(left: Decision, right: Decision) -> list[tuple[str, str]]:
    """Kind and id of every difference, found without the program's list of them."""
    law = {**left.version.law.provisions, **right.version.law.provisions}
    old, new = left.version.texts, right.version.texts
    found = []
    for name in sorted(old.keys() | new.keys()):
        kind, both = law[name].kind, name in old and name in new
        if kind == "consequence" or (kind == "term" and not both):
            continue
        if not both or old[name] != new[name]:
            found.append(("text", name))
    one, other = day_of(left.version), day_of(right.version)
    if one != other:
        found += [("table", name) for name in tables() if reads_otherwise(name, one, other)]
        found.append(("moment", right.version.name))
    shared = left.choices.keys() & right.choices.keys()
    found += [key for key in shared if left.choices[key] != right.choices[key]]
    return found


def reads_otherwise(table: str, one: date | None, other: date | None) -> bool:
    """Whether some country's row of a table says something else on the other day."""
    if one is None or other is None:
        return True
    rows = [row for rows in tables()[table].periods.values() for row in rows]
    return any(row.truth(one) != row.truth(other) for row in rows)


def given(left: Decision, right: Decision, units: tuple[Unit, ...]) -> Settled:
    """What the left version decides when it is given these units from the right, done by hand."""
    old, new = left.version, right.version
    law = new.law if len(new.law.provisions) > len(old.law.provisions) else old.law
    alone = [name for name in new.texts if name not in old.texts]
    texts = {name: new.texts[name] for name in alone if law.provisions[name].kind == "term"}
    texts |= old.texts
    asks = old
    days: dict[str, date | None] = dict.fromkeys(tables(), day_of(old))
    choices = {**right.choices, **left.choices}
    for unit in units:
        if unit.kind == "moment":
            asks = new
        elif unit.kind == "table":
            days[unit.id] = day_of(new)
        elif unit.kind != "text":
            choices[unit.kind, unit.id] = right.choices[unit.kind, unit.id]
        elif unit.id in new.texts:
            texts[unit.id] = new.texts[unit.id]
        else:
            del texts[unit.id]
    version = replace(old, texts=texts, day=asks.day, asked=asks.asked, law=law, kept={})
    return conclude(Mixed(left.case, version, choices, days)).settled


def assert_exact(comparison: Comparison, units: tuple[Unit, ...]) -> None:
    """The parting makes the left like the right, and nothing smaller or earlier does."""
    left, right = comparison.left, comparison.right
    same = (left.outcome, left.how, left.possible) == (right.outcome, right.how, right.possible)
    assert (comparison.parting is None) is same
    if comparison.parting is None:
        return
    by_outcome = left.possible != right.possible
    goal = right.possible if by_outcome else (right.outcome, right.how)

    def reached(chosen: tuple[Unit, ...]) -> bool:
        found = given(left, right, chosen)
        return (found.possible if by_outcome else (found.outcome, found.how)) == goal

    assert sorted((unit.kind, unit.id) for unit in units) == sorted(
        in_what_they_differ(left, right)
    )
    parting = comparison.parting
    assert parting.exact
    assert reached(parting.all)
    for size in range(len(parting.all)):
        assert not any(reached(chosen) for chosen in combinations(units, size))
    of_this_size = combinations(units, len(parting.all))
    assert parting.all == next(chosen for chosen in of_this_size if reached(chosen))
