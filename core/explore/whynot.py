"""Why not: every ground and every exception of two versions, and what keeps each from helping or hurting.

An exception to an exception stays a row of its own, under the one that it takes back.

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> from core.decision.compare import compare
>>> rows = why_not(compare(library().load("an-empty-road").case, Setup()))
>>> cousin = next(row for row in rows if row.provision.id.endswith("159.5(a)"))
>>> cousin.left.state, cousin.left.blocked.paths
('not_reached', ('entries[roxham].place', 'entries[roxham].at_port'))
>>> cousin.right.state, cousin.right.blocked.paths
('fails', ('relatives[cousin].relation',))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.decision.decide import positions
from core.decision.model import Comparison, Decision, Row, Verdict
from core.decision.situation import Situation
from core.decision.waits import concrete, waits
from core.explore.blocking import Blocked, blocking
from core.explore.hanging import MORE, Hanging
from core.explore.needing import Points
from core.explore.steps import Search, Step, finish
from core.explore.under import depths
from core.law.provisions import Provision
from core.logic.explain import Why
from core.logic.tree import Term
from core.logic.truth import FALSE, TRUE, UNKNOWN

MET, FAILS, UNDECIDED = "met", "fails", "undecided"
NOT_REACHED, ABSENT = "not_reached", "absent"
STATES = (MET, FAILS, UNDECIDED, NOT_REACHED, ABSENT)
UNBLOCKED = Blocked()


@dataclass(frozen=True)
class Status:
    """How one provision stands in one version.

    ``blocked`` is what keeps it from being met, or, of one that is not reached, from being reached.
    ``needs`` are the facts, readings and assumptions that could settle it while it is undecided; where there
    are none, no answer can change it, though the reasons by themselves do not settle it.
    """

    state: str
    verdict: Verdict | None = None
    blocked: Blocked = UNBLOCKED
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class WhyNot:
    """One provision in both versions. ``depth`` says under how many others it stands."""

    row: Row
    left: Status
    right: Status
    depth: int
    exception: bool

    @property
    def provision(self) -> Provision:
        """The provision that names the row."""
        return self.row.provision


def why_not(comparison: Comparison) -> tuple[WhyNot, ...]:
    """The whole table: each ground with its exceptions under it, in the officer's order."""
    return finish(search_why_not(comparison))


def search_why_not(comparison: Comparison) -> Search[tuple[WhyNot, ...]]:
    """The same, a row at a step."""
    left, right = Statuses(comparison.left), Statuses(comparison.right)
    found = []
    for row, depth, exception in depths(comparison):
        found.append(WhyNot(row, left.of(row.left), right.of(row.right), depth, exception))
        yield Step(len(found), len(comparison.rows))
    return tuple(found)


class Statuses:
    """How the provisions of one version stand."""

    def __init__(self, decision: Decision) -> None:
        self._situation = Situation(decision.case, decision.version, decision.choices)
        self._hangs = Hanging(self._situation)
        self._gates: dict[str, Blocked] = {}

    def of(self, verdict: Verdict | None) -> Status:
        """How one provision stands; of a chapeau, whether its parts can be used."""
        if verdict is None:
            return Status(ABSENT)
        if verdict.provision.parts:
            return self._chapeau(verdict)
        if verdict.reached == FALSE:
            return Status(NOT_REACHED, verdict, self._gate(verdict))
        if verdict.met == FALSE:
            return Status(FAILS, verdict, blocking(verdict.why, self._hangs))
        if verdict.met == verdict.reached == TRUE:
            return Status(MET, verdict)
        return Status(UNDECIDED, verdict, needs=self._needs(verdict.why_gate, verdict.why))

    def _chapeau(self, verdict: Verdict) -> Status:
        if verdict.reached == FALSE:
            return Status(FAILS, verdict, self._gate(verdict))
        if verdict.reached == TRUE:
            return Status(MET, verdict)
        return Status(UNDECIDED, verdict, needs=self._needs(verdict.why_gate))

    def _gate(self, verdict: Verdict) -> Blocked:
        """What keeps a provision from being reached: the same for all parts of a chapeau."""
        name = verdict.provision.of or verdict.provision.id
        if name not in self._gates:
            self._gates[name] = blocking(verdict.why_gate, self._hangs)
        return self._gates[name]

    def _needs(self, *whys: Why) -> tuple[str, ...]:
        """What can make the difference, in the order of the text."""
        asked = dict.fromkeys(name for why in whys for name in self._asked(why))
        found = Points(self._hangs, self._asked, self._positions).mattering(whys)
        return tuple(name for name in asked if name in found)

    def _positions(self, kind: str, name: str) -> tuple[str, ...]:
        return positions(self._situation.version, kind, name)

    def _asked(self, why: Why) -> Iterator[str]:
        yield from waits(why, self._situation)
        yield from self._nobody(why)

    def _nobody(self, why: Why) -> Iterator[str]:
        """The list in which the one is missing that a term speaks of, such as the entry relied on."""
        if why.truth != UNKNOWN:
            return
        if isinstance(why.node, Term) and not why.parts:
            place = concrete(why.node.of, self._situation)
            yield place if place.endswith(MORE) else f"{place}{MORE}"
        for part in why.parts:
            yield from self._nobody(part)
