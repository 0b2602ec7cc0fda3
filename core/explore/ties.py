"""What the law ties a fact to: the dates and numbers beyond which some condition answers otherwise.

A day matters only as so many days from another, a birth only as so many years before a day. So the days
worth trying lie next to those of the case, shifted by the numbers that the law names; between them
nothing changes.

>>> from core.law.version import find_version
>>> ties = Ties((find_version("2018-05-01"), find_version("2023-04-01")))
>>> ties.days["claim.date"]["relatives[].birth_date"]
{Gap(number=18, years=True)}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from core.case.catalogue import catalogue
from core.case.facts import Fact as FactOfCase
from core.case.facts import pattern
from core.law.provisions import CONSEQUENCE
from core.law.version import Version
from core.logic.tree import (
    Call,
    Compare,
    Condition,
    Const,
    Expr,
    Fact,
    Pick,
    Some,
    Table,
    walk,
)

_AGE_ON = re.compile(r"([a-z_.]+)\.(?:age_on|born_by)\(([a-z_.]+)\)")


@dataclass(frozen=True, order=True)
class Gap:
    """So many days or years."""

    number: int
    years: bool = False


class Ties:
    """The numbers of some versions, of the checks and of the derived facts.

    ``days[one][other]`` are the gaps that are looked at between two dates, ``law[path]`` the dates of the
    law a date is compared with, ``numbers[path]`` and ``codes[path]`` the constants, ``tables[path]`` the
    tables a country is looked up in.
    """

    def __init__(self, versions: Iterable[Version]) -> None:
        self.versions = tuple(versions)
        self.days: dict[str, dict[str, set[Gap]]] = defaultdict(lambda: defaultdict(set))
        self.law: dict[str, set[date]] = defaultdict(set)
        self.numbers: dict[str, set[int]] = defaultdict(set)
        self.codes: dict[str, set[str]] = defaultdict(set)
        self.tables: dict[str, set[str]] = defaultdict(set)
        self.times: set[str] = set()
        for root, it in self._roots():
            self._read(root, {"it": it})
        self._ages()

    # --- reading conditions ------------------------------------------------------------------------
    def _roots(self) -> Iterator[tuple[Condition, str]]:
        """Every condition that decides, and the list that ``it`` is a member of."""
        for version in self.versions:
            for name, text in version.texts.items():
                provision = version.law.provisions[name]
                if provision.kind == CONSEQUENCE:
                    continue
                its = provision.over
                for root in (text.when, text.gate, text.applies):
                    yield root, its
                for limb in text.limbs.values():
                    yield limb.condition, its
        for check in catalogue().checks:
            yield check.holds, ""

    def _read(self, root: Condition, env: dict[str, str]) -> None:
        for node in walk(root):
            if isinstance(node, Some):
                env = {**env, node.var: _pattern(node.source, env)}
        for node in walk(root):
            if isinstance(node, Compare):
                self._compare(node, env)
            elif isinstance(node, Table):
                self.tables[_pattern(node.on, env)].add(node.name)

    def _compare(self, node: Compare, env: dict[str, str]) -> None:
        sides = [*_parts(node.left), *_parts(node.right)]
        facts = [_pattern(side, env) for side in sides if isinstance(side, Fact)]
        facts += [f"{side.source}[].{side.field}" for side in sides if isinstance(side, Pick)]
        facts = [path for path in facts if path]
        constants = [side.value for side in sides if isinstance(side, Const)]
        for path in facts:
            fact = catalogue().get(path)
            if fact is None:
                continue
            if fact.type == "date":
                self._dated(path, facts, constants, sides)
            elif fact.type == "time":
                self.times.update(facts)
            elif fact.type == "integer":
                self.numbers[path].update(
                    c for c in constants if isinstance(c, int) and _is_number(c)
                )
                for other in facts:
                    if other != path:
                        self.days[_birth(path)][_birth(other)].add(Gap(0))
            else:
                self.codes[path].update(c for c in constants if isinstance(c, str))

    def _dated(
        self, path: str, facts: list[str], constants: Sequence[object], sides: list[Expr]
    ) -> None:
        self.law[path].update(c for c in constants if isinstance(c, date))
        years = any(isinstance(s, Call) and s.name == "plus_years" for s in sides)
        numbers = [c for c in constants if isinstance(c, int) and _is_number(c)] or [0]
        for other in facts:
            if other != path:
                for number in numbers:
                    self.days[path][other].add(Gap(number, years))
                    self.days[other][path].add(Gap(-number, years))
        for side in sides:
            if isinstance(side, Pick) and side.after is not None:
                self.law[f"{side.source}[].{side.field}"].add(side.after)

    # --- what derived facts add --------------------------------------------------------------------
    def _ages(self) -> None:
        """An age is a gap of years between a birth and a day."""
        for fact in catalogue().facts.values():
            wanted = self.numbers.get(fact.path)
            if fact.type != "integer" or not wanted:
                continue
            for day in _days_behind(fact):
                birth = _birth(fact.path)
                for years in wanted:
                    self.days[birth][day].add(Gap(-years, years=True))
                    self.days[day][birth].add(Gap(years, years=True))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _parts(expr: Expr) -> list[Expr]:
    match expr:
        case Call(args=args):
            return [expr, *(inner for arg in args for inner in _parts(arg))]
        case _:
            return [expr]


def _pattern(fact: Fact, env: dict[str, str]) -> str:
    """The path in the catalogue; ``entry`` is a member of its list, a bound name of its own."""
    if fact.var is not None:
        listed = env.get(fact.var, "")
        return f"{listed}[].{fact.path}" if listed and fact.path else listed
    root, _, rest = fact.path.partition(".")
    singles = catalogue().singles
    if root in singles:
        return f"{singles[root]}[].{rest}"
    return fact.path


def _birth(path: str) -> str:
    """The birth date behind an age."""
    return f"{path.rsplit('.', 1)[0]}.birth_date"


def _days_behind(fact: FactOfCase) -> list[str]:
    """The days on which an age is counted, behind every step of its derivation."""
    found = []
    for _, day in _AGE_ON.findall(str(fact.derivation)):
        found.append(_pattern(Fact(day), {}))
    return found


__all__ = ["Gap", "Ties", "pattern"]
