"""One case under the left version with some differences from the right, and what the outcome hangs on.

A mixture that has been decided tells which differences it looked at. Another mixture that has the same
of those comes out the same, whatever else it has. That is what makes the search for the parting exact
and short: to come out otherwise, one of the differences looked at must change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.decision.conclude import conclude
from core.decision.model import Decision, Unit
from core.decision.pair import MOMENT, TABLE, TEXT, as_if, pair_of
from core.decision.settle import UNDETERMINED, Settled
from core.decision.situation import Choices, Situation
from core.decision.split import points_of
from core.law.provisions import Provision, Text
from core.law.version import Version
from core.logic.truth import FALSE, UNKNOWN, Truth

Key = tuple[str, str]
"""Kind and id of a difference that is no text; the moment is the same whatever it is called."""

DAY: Key = (MOMENT, "")


class Noted(dict[str, Text]):
    """The texts of a version; each that is looked for is noted."""

    def __init__(self, texts: Mapping[str, Text], read: set[str]) -> None:
        super().__init__(texts)
        self._read = read

    def get(self, name: str, default: Any = None) -> Any:
        """The text, if it stands."""
        self._read.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> Text:
        self._read.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self._read.add(str(name))
        return super().__contains__(name)


@dataclass(slots=True)
class Found:
    """What is the same of a case in all mixtures of the same days and choices, once it was found.

    That is every fact, for no text changes one, and every provision that no changed text is a part of.
    ``read`` says which days and choices were looked at for it.
    """

    case: Case
    facts: dict[str, Any] = field(default_factory=dict)
    met: dict[str, Truth] = field(default_factory=dict)
    gates: dict[str, Truth] = field(default_factory=dict)
    limbs: dict[str, Truth] = field(default_factory=dict)
    read: set[Key] = field(default_factory=set)


class Watched(Situation):
    """A situation that notes which texts, choices, tables and days were looked at."""

    def __init__(
        self,
        case: Case,
        version: Version,
        choices: Choices,
        days: Mapping[str, date | None],
        found: Found,
        supposed: Mapping[str, Truth] | None = None,
        read: set[str] | None = None,
        hidden: tuple[str, ...] = (),
    ) -> None:
        self._days = days
        self._mixed = choices
        self.found = found
        super().__init__(case, version, choices, supposed)
        self.read: set[str] = set() if read is None else read
        self._texts = Noted(version.texts, self.read)
        if found.case is case and supposed is None:
            self._known = found.facts
            self._met, self._gates = found.met.copy(), found.gates.copy()
            self._limbs = found.limbs.copy()
        self._hidden = hidden
        for path in hidden:
            self.forget(path)

    @property
    def day(self) -> date | None:
        """The day as if on which the entry falls."""
        self.found.read.add(DAY)
        return self._as_if

    @day.setter
    def day(self, value: date | None) -> None:
        self._as_if = value

    def as_if(self, table: str) -> date | None:
        """The day as if on which a table is read."""
        self.found.read.add((TABLE, table))
        return self._days.get(table, self._as_if)

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a choice."""
        self.found.read.add((kind, name))
        return super().choice(kind, name)

    def _again(self, case: Case, supposed: Mapping[str, Truth]) -> Situation:
        return self._over(case, supposed, self._hidden)

    def _over(self, case: Case, supposed: Mapping[str, Truth], hidden: tuple[str, ...]) -> Watched:
        return Watched(
            case, self.version, self._mixed, self._days, self.found, supposed, self.read, hidden
        )

    def forgetting(self, paths: Iterable[str]) -> Watched:
        """This situation without some facts of the case, stated or derived, by concrete paths."""
        case = self.case
        hidden = tuple(paths)
        for path in hidden:
            fact = catalogue().fact(path)
            if fact.is_list:
                case = case.replace(path, None)
                if case.complete(path):
                    case = case.set_complete(path, None)
            elif case.get(path) is not None:
                case = case.replace(path, None)
        told = tuple(path for path in hidden if not catalogue().fact(path).is_list)
        return self._over(case, {}, told)

    def keep(self, touched: frozenset[str]) -> None:
        """Keep what no changed text is a part of, for the other mixtures."""
        found = self.found
        found.met.update((n, t) for n, t in self._met.items() if n not in touched)
        found.gates.update((n, t) for n, t in self._gates.items() if n not in touched)
        found.limbs.update(
            (n, t) for n, t in self._limbs.items() if n.rpartition("#")[0] not in touched
        )

    def same_in(self, other: Watched, provision: Provision) -> bool:
        """Whether what was looked at of a provision is the same in another mixture.

        Of a term nothing is remembered, and a chapeau lets its parts count: these may not be.
        """
        name = provision.id
        if provision.kind == "term" or provision.parts:
            return False
        met = self.provision(name)
        if met != other.provision(name):
            return False
        if met != FALSE and self.reached(name) != other.reached(name):
            return False
        own = f"{name}#"
        limbs = [(limb, truth) for limb, truth in self._limbs.items() if limb.startswith(own)]
        return all(other.limb(limb) == truth for limb, truth in limbs)


@dataclass(frozen=True, slots=True)
class Tried:
    """What a mixture comes to, and the differences that this hangs on."""

    settled: Settled
    read: int


class Mixtures:
    """Every mixture of two decisions of one case; of those that come out the same, one is decided."""

    def __init__(self, left: Decision, right: Decision) -> None:
        self.left = left
        self.right = right
        self.pair = pair_of(left.version, right.version)
        choices = [
            Unit(*key, 0)
            for key, position in left.choices.items()
            if right.choices.get(key, position) != position
        ]
        self.units = (*self.pair.units, *choices)
        self.decided = 0
        """How many mixtures were decided; those like one decided before are not counted."""
        self._tried: dict[int, dict[int, Tried]] = {}
        self._found: dict[int, Found] = {}
        self._bits = {
            DAY if unit.kind == MOMENT else (unit.kind, unit.id): 1 << at
            for at, unit in enumerate(self.units)
            if unit.kind != TEXT
        }
        self._always = 0 if left.version.asked == right.version.asked else self.pair.day

    def units_of(self, mask: int) -> tuple[Unit, ...]:
        """The differences of a set, in the officer's order."""
        return tuple(unit for at, unit in enumerate(self.units) if mask >> at & 1)

    def what(self, mask: int) -> Tried:
        """What the left version comes to, given these differences from the right."""
        for read, alike in self._tried.items():
            known = alike.get(mask & read)
            if known is not None:
                return known
        situation = self.situation(mask)
        settled, branches, _ = conclude(situation)
        situation.keep(self.pair.touched)
        split = settled.outcome == UNDETERMINED or bool(branches)
        found = Tried(settled, self._read_of(mask, situation, split=split))
        self._tried.setdefault(found.read, {})[mask & found.read] = found
        self.decided += 1
        return found

    def mask_of(self, units: Iterable[Unit]) -> int:
        """The set of these differences."""
        return sum(1 << self.units.index(unit) for unit in units)

    def situation(self, mask: int) -> Watched:
        """The left version with these differences from the right."""
        days: dict[str, date | None] = {}
        choices = self.left.choices
        other = mask & ~self.pair.texts
        if self.pair.day or len(self.units) > len(self.pair.units):
            days, choices = self._days_and_choices(other)
        found = self._found.get(other)
        if found is None:
            found = self._found[other] = Found(self.left.case)
        choices = {**self.right.choices, **choices}
        return Watched(self.left.case, self.pair.version(mask), choices, days, found)

    def _days_and_choices(self, mask: int) -> tuple[dict[str, date | None], Choices]:
        """The day of each table that may have another, and the left version's choices, mixed."""
        days, choices = {}, {**self.left.choices}
        sides = as_if(self.left.version), as_if(self.right.version)
        for key, bit in self._bits.items():
            kind, name = key
            if kind == TABLE:
                days[name] = sides[bool(mask & bit)]
            elif kind != MOMENT and mask & bit:
                choices[key] = self.right.choices[key]
        return days, choices

    # --- what was looked at ------------------------------------------------------------------------
    def _read_of(self, mask: int, situation: Watched, *, split: bool) -> int:
        """The differences on which a mixture's outcome hangs.

        A provision that was looked at does not count if its other text would have given the same; what
        that other text reads counts in its place.
        """
        noted = self._noted(situation)
        counts, instead = self._always, 0
        for provision, bit in self.pair.provisions:
            if not (
                bit & noted
                or self._missed(provision, situation)
                or (split and self._may_split(provision.id, situation))
            ):
                continue
            other = None if split or bit & mask else self.situation(mask ^ bit)
            if other is not None and situation.same_in(other, provision):
                instead |= self._noted(other) & ~bit
            else:
                counts |= bit
        asked = situation.found.read
        return counts | instead | sum(bit for key, bit in self._bits.items() if key in asked)

    def _noted(self, situation: Watched) -> int:
        """The changed texts that were looked for; a chapeau is looked for with all its parts."""
        read = situation.read
        return sum(bit for p, bit in self.pair.provisions if p.id in read or p.of in read)

    @staticmethod
    def _missed(provision: Provision, situation: Watched) -> bool:
        """Whether a provision that does not stand would be looked at, if it did."""
        if provision.id in situation.version.texts:
            return False
        exempted = any(situation.provision(ground) != FALSE for ground in provision.exempts)
        return exempted or provision.kind == "ground"

    def _may_split(self, name: str, situation: Watched) -> bool:
        """Whether a text could make a point shared that is still unknown."""
        points = (point for text in self.pair.either(name) for point in points_of(text))
        return any(situation.point(point) == UNKNOWN for point in points)
