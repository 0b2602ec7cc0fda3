"""The facts of a complete case as z3 has them: numbers, truths, members of finite sets, slots of lists.

Nothing here comes from `core.explore`. A day is a number of days since 1 March 1900. Years are counted
from 1 March, so that 29 February is the last day of its year: an anniversary is then the same number
of days into the later year, and one of 29 February falls on 1 March in a common year by itself. That
holds from 1900 to 2099, where every fourth year is a leap year, and days are kept in that range.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import z3

from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact
from core.logic.leaf import expression
from core.logic.tree import Expr

EPOCH = date(1900, 3, 1)
LAST = date(2099, 3, 1)
MINUTES = 24 * 60


# --- the calendar ------------------------------------------------------------------------------------
def day(of: date) -> int:
    """A day as a number."""
    return (of - EPOCH).days


def march_year(at: Any) -> Any:
    """Years that began with a 1 March since the epoch."""
    return (4 * at + 3) / 1461


def first_of(year: Any) -> Any:
    """The first day of such a year."""
    return 365 * year + year / 4


def anniversary(at: Any, years: int) -> Any:
    """The same day years later."""
    year = march_year(at)
    return first_of(year + years) + at - first_of(year)


def age(born: Any, on: Any) -> Any:
    """Completed years; never below 0."""
    years = march_year(on) - march_year(born)
    into, into_born = on - first_of(march_year(on)), born - first_of(march_year(born))
    found = years - z3.If(into < into_born, 1, 0)
    return z3.If(found < 0, 0, found)


# --- finite sets ---------------------------------------------------------------------------------------
@cache
def _sort(names: tuple[str, ...]) -> dict[str, Any]:
    label = f"set {len(_SORTS)}"
    _SORTS.append(label)
    _, members = z3.EnumSort(label, [f"{label} {name}" for name in names])
    return dict(zip(names, members, strict=True))


_SORTS: list[str] = []


class Member:
    """A slot of a list of records: whether it is taken, and its fields."""

    def __init__(self, facts: Facts, path: str, pattern: str, taken: Any) -> None:
        self._facts = facts
        self.path = path
        self.pattern = pattern
        self.taken = taken

    def value(self, name: str) -> Any:
        """A field."""
        return self._facts.scalar(f"{self.path}.{name}", f"{self.pattern}.{name}", self)

    def members(self, name: str) -> list[Member]:
        """The slots of a list inside the record."""
        return self._facts.slots(f"{self.path}.{name}", f"{self.pattern}.{name}")


class Facts:
    """Every fact of a case into a country, made when it is first asked for."""

    def __init__(self, into: str, slots: dict[str, int]) -> None:
        self.into = into
        self._slots = slots
        self._values: dict[str, Any] = {}
        self._choices: dict[tuple[str, str], dict[str, Any]] = {}
        self.limits: list[Any] = []
        """What any value must keep to."""
        self.lists: dict[str, list[Member]] = {}
        self.entry = Member(self, "entry", "entries[]", z3.BoolVal(True))
        self.deriving: Any = None
        """Evaluates the expression of a derived fact."""

    @property
    def values(self) -> dict[str, Any]:
        """The stated facts that were asked for."""
        return self._values

    # --- facts -----------------------------------------------------------------------------------------
    def scalar(self, path: str, pattern: str, record: Member | None = None) -> Any:
        """A fact at a path; one that follows from others by an expression is that expression."""
        fact = catalogue().fact(pattern)
        recipe = _recipe(fact.path)
        if recipe is not None:
            return self.deriving(recipe, {"it": record} if record is not None else {})
        found = self._values.get(path)
        if found is None:
            found = self._values[path] = self._made(path, fact)
        return found

    def value(self, path: str) -> Any:
        """A fact at the root, or of the entry relied on."""
        if path.startswith("entry."):
            return self.entry.value(path.removeprefix("entry."))
        return self.scalar(path, path)

    def _made(self, path: str, fact: Fact) -> Any:
        if fact.type == "boolean":
            return z3.Bool(path)
        if fact.type == "choice":
            members = self.sort_of(fact)
            found = z3.Const(path, next(iter(members.values())).sort())
            allowed = [members[name] for name in self._allowed(fact)]
            self.limits.append(z3.Or([found == member for member in allowed]))
            return found
        found = z3.Int(path)
        low, high = self._range(fact)
        self.limits += [found >= low, found <= high]
        return found

    def sort_of(self, fact: Fact) -> dict[str, Any]:
        """The members of the set of a fact that is a choice."""
        return _sort(tuple(fact.choices))

    def _allowed(self, fact: Fact) -> Iterator[str]:
        for name in fact.choices:
            if fact.only_choices.get(name) in (None, self.into):
                yield name

    @staticmethod
    def _range(fact: Fact) -> tuple[int, int]:
        if fact.type == "date":
            return 0, day(LAST)
        if fact.type == "time":
            return 0, MINUTES - 1
        if fact.type == "country":
            return 0, len(codes()) - 1
        return fact.minimum or 0, fact.maximum or 10**6

    # --- lists -----------------------------------------------------------------------------------------
    def holds(self, path: str, pattern: str, code: str) -> Any:
        """Whether a list of codes or choices has a member."""
        fact = catalogue().fact(pattern)
        if fact.only_choices.get(code) not in (None, self.into):
            return z3.BoolVal(False)
        return self._values.setdefault(f"{path}/{code}", z3.Bool(f"{path}/{code}"))

    def slots(self, path: str, pattern: str) -> list[Member]:
        """The slots of a list of records; the entry relied on is the last of its list."""
        found = self.lists.get(path)
        if found is None:
            many = self._slots.get(pattern, 0)
            names = [f"{path}[{number}]" for number in range(many)]
            found = [Member(self, name, f"{pattern}[]", z3.Bool(name)) for name in names]
            self.lists[path] = found
            for single, listed in catalogue().singles.items():
                if listed == path:
                    self.limits += [
                        z3.Implies(slot.taken, slot.value("date") <= self.value(f"{single}.date"))
                        for slot in found
                    ]
                    found.append(self.entry)
        return found

    def members_of(self, fact: Fact) -> tuple[str, ...]:
        """The codes or choices that a list of them can have."""
        assert fact.type in CODE_LISTS
        return codes() if fact.type == "countries" else tuple(self._allowed(fact))

    # --- choices ---------------------------------------------------------------------------------------
    def choice(self, kind: str, name: str, positions: tuple[str, ...]) -> dict[str, Any]:
        """Where a reading or assumption stands at each of its positions."""
        found = self._choices.get((kind, name))
        if found is None:
            members = _sort(positions)
            at = z3.Const(f"{kind}:{name}", next(iter(members.values())).sort())
            found = self._choices[kind, name] = {p: at == member for p, member in members.items()}
        return found

    @property
    def choices(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The choices that were asked for."""
        return self._choices


@cache
def codes() -> tuple[str, ...]:
    """Every country, in an order of its own."""
    return tuple(sorted(catalogue().countries))


@cache
def _recipe(pattern: str) -> Expr | None:
    """The expression by which a fact follows from others in a case that states birthdays."""
    fact = catalogue().fact(pattern)
    recipe = fact.derivation or {}
    text = recipe.get("value")
    if text is None and fact.computed:
        text = recipe["first_known"][0]
    return expression(text, {"it"}) if text is not None else None
