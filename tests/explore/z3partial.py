"""What a partial case says, as conditions that z3 has to keep: every known fact, member and choice.

What the case leaves open stays free; a list that is open keeps free slots. What a case states although it
follows from other facts is kept as stated, beside the expression that z3 has for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import z3

from core.calendar import Span
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.case.setup import Setup
from core.case.view import View
from core.decision.situation import choices_of
from core.law.version import Version
from tests.explore import z3facts
from tests.explore.z3facts import Facts, Member, codes


class TooMany(Exception):
    """The case has more members than there are slots."""


def said(facts: Facts, case: Case, setup: Setup, versions: tuple[Version, ...]) -> list[Any]:
    """Everything that a case and its setup say. Raises TooMany."""
    return [*Said(facts, case).all(), *_choices(facts, setup, versions)]


def _choices(facts: Facts, setup: Setup, versions: tuple[Version, ...]) -> Iterator[Any]:
    for version in versions:
        for (kind, name), position in choices_of(version, setup).items():
            if position is not None and (kind, name) in facts.choices:
                yield facts.choices[kind, name][position]


class Said:
    """One case beside the facts of z3; ``places`` says which member stands in which slot."""

    def __init__(self, facts: Facts, case: Case) -> None:
        self.facts, self.case, self.view = facts, case, View(case)
        self.places: dict[str, str] = {"entry": f"entries[{case.items('entries')[-1]}]"}

    def all(self) -> Iterator[Any]:
        """Lists first, then what is said of their members and of the rest."""
        for path in [path for path in self.facts.lists if "[" not in path]:
            yield from self._list(path, path)
        yield from self._nested("entry", self.places["entry"])
        for path, value in list(self.facts.values.items()):
            yield from self._fact(path, value)
        yield from self._followed()

    # --- lists -------------------------------------------------------------------------------------
    def _list(self, path: str, of: str) -> Iterator[Any]:
        items, slots = list(self.case.items(of)), list(self.facts.lists[path])
        if path in catalogue().singles.values():
            items, slots = items[:-1], slots[:-1]
        if len(items) > len(slots):
            raise TooMany(of)
        complete = self.case.complete(of)
        if path in catalogue().singles.values():
            complete = "all"
        fact = catalogue().fact(of)
        for number, slot in enumerate(slots):
            if number < len(items):
                yield slot.taken
                self.places[slot.path] = f"{of}[{items[number]}]"
                yield from self._nested(slot.path, self.places[slot.path])
            elif complete == "all":
                yield z3.Not(slot.taken)
            elif isinstance(complete, list):
                yield from self._not_of(slot, fact, complete)

    def _nested(self, path: str, of: str) -> Iterator[Any]:
        for inner in [p for p in self.facts.lists if p.rpartition(".")[0] == path]:
            yield from self._list(inner, f"{of}.{inner.rpartition('.')[2]}")

    def _not_of(self, slot: Member, fact: Fact, complete: list[str]) -> Iterator[Any]:
        kind = fact.field(str(fact.kind))
        at, members = slot.value(str(fact.kind)), self.facts.sort_of(kind)
        yield z3.Implies(slot.taken, z3.Not(z3.Or([at == members[name] for name in complete])))

    # --- facts -------------------------------------------------------------------------------------
    def _fact(self, path: str, value: Any) -> Iterator[Any]:
        name, slash, code = path.partition("/")
        where = self._where(name)
        if where is None:
            return
        if slash:
            items = self.case.items(where)
            if code in items or self.case.complete(where) == "all":
                yield value if code in items else z3.Not(value)
            return
        known, fact = self.view.at(where), catalogue().fact(where)
        if known is None and fact.cls == "granted":
            yield z3.Not(value)
        elif known is not None and not isinstance(known, Span):
            yield value == self._plain(fact, known)

    def _where(self, path: str) -> str | None:
        """The concrete path of a fact of z3; None in a slot that holds no member of the case."""
        owner, _, name = path.rpartition(".")
        if owner in self.places:
            return f"{self.places[owner]}.{name}"
        return None if "[" in path or owner == "entry" else path

    def _plain(self, fact: Fact, known: Any) -> Any:
        if fact.type == "choice":
            return self.facts.sort_of(fact)[known]
        if fact.type == "country":
            return z3.IntVal(codes().index(known))
        if isinstance(known, bool):
            return z3.BoolVal(known)
        if isinstance(known, date):
            return z3.IntVal(z3facts.day(known))
        return z3.IntVal(known.hour * 60 + known.minute if isinstance(known, time) else known)

    def _followed(self) -> Iterator[Any]:
        """Ages that are stated, beside the births from which z3 counts them."""
        age = self.case.get("claimant.age")
        if age is not None:
            yield self.facts.value("claimant.age") == age
        for slot in self.facts.lists.get("relatives", ()):
            where = self.places.get(slot.path)
            age = self.case.get(f"{where}.age") if where else None
            if age is not None:
                yield slot.value("age") == age
