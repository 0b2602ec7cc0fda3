"""What a decision looked at on its way: provisions, gates, limbs, terms, rows of tables, choices, recipes.

The case is decided once more in a situation that takes notes. Of a ground that fails, no more is noted than
what was asked until it failed; of a ground that may apply, every exception is looked at, since each is part
of the answer. Whatever is not noted here can change without changing the decision.

>>> from core.case.library import library
>>> from core.decision.compare import compare
>>> decision = compare(library().load("an-empty-road").case).left
>>> trace = consulted(decision)
>>> 0 < len(trace.provisions) < len(decision.version.texts)
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from core.case.case import Case
from core.case.derive import PortHours, VisaNeeded, derive, recipe_of
from core.case.facts import Fact
from core.case.ports import ports
from core.case.tables import tables
from core.case.view import RecordView, View
from core.decision.decide import positions
from core.decision.model import Decision
from core.decision.settle import UNDETERMINED, settle
from core.decision.situation import Situation
from core.decision.split import settle_by_values, settle_sharply
from core.law.version import Version
from core.logic.tree import Fact as FactRef
from core.logic.truth import FALSE, Truth


class Trace:
    """What was looked at, by kind and name.

    The kinds are ``when``, ``gate``, ``limb`` and ``term`` of provisions, ``choice``, ``table`` (its rows),
    ``recipe`` and ``port``.
    """

    def __init__(self) -> None:
        self.seen: set[tuple[str, Any]] = set()

    def note(self, kind: str, name: Any) -> None:
        """Something was looked at."""
        self.seen.add((kind, name))

    def names(self, kind: str) -> tuple[Any, ...]:
        """What of a kind was looked at, sorted."""
        return tuple(sorted((name for found, name in self.seen if found == kind), key=str))

    @property
    def provisions(self) -> frozenset[str]:
        """The ids of all provisions, terms and owners of limbs that were looked at."""
        found = {name for kind, name in self.seen if kind in ("when", "gate", "term")}
        return frozenset(found | {name.rpartition("#")[0] for name in self.names("limb")})


class Noting(Situation):
    """A situation that notes what it is asked."""

    def __init__(
        self,
        case: Case,
        version: Version,
        choices: Mapping[tuple[str, str], str | None],
        supposed: Mapping[str, Truth] | None = None,
        trace: Trace | None = None,
    ) -> None:
        self.trace = trace or Trace()
        super().__init__(case, version, choices, supposed)

    def _again(self, case: Case, supposed: Mapping[str, Truth]) -> Noting:
        """The same over another case, or with other points fixed; its notes go to the same place."""
        return Noting(case, self.version, self._choices, supposed, self.trace)

    def choosing(self, kind: str, name: str, position: str) -> Noting:
        """This situation with one choice at another position; its notes go to the same place."""
        choices = {**self._choices, (kind, name): position}
        return Noting(self.case, self.version, choices, self._supposed, self.trace)

    def provision(self, name: str) -> Truth:
        """Whether a provision is met."""
        self.trace.note("when", name)
        return super().provision(name)

    def reached(self, name: str) -> Truth:
        """Whether the gate of a provision lets it count."""
        self.trace.note("gate", name)
        return super().reached(name)

    def limb(self, name: str) -> Truth:
        """Whether a limb holds."""
        self.trace.note("limb", name)
        return super().limb(name)

    def term(self, name: str, member: Any) -> Truth:
        """Whether a term holds of a member."""
        self.trace.note("term", name)
        return super().term(name, member)

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a choice."""
        self.trace.note("choice", (kind, name))
        return super().choice(kind, name)

    def listed(self, table: str, codes: Any, at: FactRef | None = None) -> Truth:
        """Whether a table lists one of the countries."""
        day = self.table_day(table, at)
        for code in codes_of(codes):
            self.trace.note("table", (table, (code,), day))
        return super().listed(table, codes, at)

    def derived(
        self, fact: Fact, record: RecordView | None, by: Callable[[Fact, View], Any] = derive
    ) -> Any:
        """The value of a fact found from others, and which rows that looks up."""
        self.trace.note("recipe", fact.path)
        recipe = recipe_of(fact)
        if isinstance(recipe, VisaNeeded):
            self._note_visa(recipe, fact)
        elif isinstance(recipe, PortHours) and record is not None:
            self._note_port(record, fact)
        return super().derived(fact, record, by)

    def _note_visa(self, recipe: VisaNeeded, fact: Fact) -> None:
        into, name = recipe.into(self), recipe.table().name
        for code in codes_of(self.value((fact.derivation or {})["on"])):
            self.trace.note("table", (name, (code, into or ""), self.table_day(name)))

    def _note_port(self, record: RecordView, fact: Fact) -> None:
        field = (fact.derivation or {})["port"].rpartition(".")[2]
        name = record.value(field)
        if name is not None:
            self.trace.note("port", (str(name), self.value("journey.into") or ""))


def codes_of(codes: Any) -> tuple[str, ...]:
    """The countries that a table is asked about."""
    if codes is None:
        return ()
    return (codes,) if isinstance(codes, str) else tuple(codes.members)


def consulted(decision: Decision) -> Trace:
    """What a decision looked at."""
    found = Noting(decision.case, decision.version, decision.choices)
    settled, _ = settle_sharply(found)
    _look_at_exemptions(found)
    if settled.outcome == UNDETERMINED:
        settle_by_values(found, settled, decision.waits_for)
    for kind, name in found.trace.names("choice"):
        for position in positions(decision.version, kind, name):
            settle(found.choosing(kind, name, position))
    return found.trace


def _look_at_exemptions(found: Noting) -> None:
    """Every exception from a ground that may apply, with its parts."""
    version = found.version
    for ground in version.grounds:
        if found.provision(ground.id) == FALSE:
            continue
        for exemption in version.exemptions[ground.id]:
            for provision in (exemption, *version.parts.get(exemption.id, ())):
                found.provision(provision.id)
                found.reached(provision.id)


def rows_of_table(name: str, key: tuple[str, ...], day: Any) -> tuple[Any, ...]:
    """The periods that a table has for a country on a day, and what it says of the rest, for digests."""
    table = tables()[name]
    if not isinstance(day, date):
        return (table.otherwise, table.begins)
    periods = table.periods.get(key, ())
    return (table.otherwise, table.begins, [p for p in periods if p.truth(day) is not None])


def hours_of_port(name: str, side: str) -> tuple[Any, ...]:
    """What is known of the hours of a port, for digests."""
    meant = ports().named(name, side)
    return tuple((port.name, port.kind, port.hours) for port in meant)
