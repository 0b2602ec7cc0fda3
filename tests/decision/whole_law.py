"""The program and the oracle asked the same of one drawn case, in both directions, on all grounds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any, NamedTuple

from core.case.case import Case
from core.case.setup import Setup
from core.decision.settle import applies, settle
from core.decision.situation import Situation, choices_of
from core.decision.which import version_for
from core.law.version import VersionError
from core.logic.truth import FALSE, TRUE, UNKNOWN
from tests.decision.met import verdicts_that_differ
from tests.oracle import draw_south, draw_whole, grounds, north, south
from tests.oracle.basis import DEFAULT_READINGS, law_for

NORTH = {
    "orders": "ca.order.covid-2020",
    **{
        name: f"ca.irpa.{name}"
        for name in (
            "99(3)",
            "100(2)",
            "101(1)(e)",
            *(f"101(1)({letter})" for letter in ("a", "b", "b.1", "b.2", "c", "c.1", "d", "f")),
        )
    },
}
"""The oracle's northbound grounds, and the program's ids of them."""

MEANT_ALIKE = {
    **{name: id_ for name, id_ in NORTH.items() if name not in ("101(1)(c)", "101(1)(e)")},
    "orders exempted": "ca.order.covid-2020#exempted",
    "policy": "ca.policy.tpp-um",
}
"""Of which both mean the same by "met". R159.01 the program reads inside 101(1)(c)."""


WORDS = {TRUE: "true", FALSE: "false", UNKNOWN: "unknown"}


class Drawn(NamedTuple):
    """A drawn case with its choices."""

    facts: dict[str, Any]
    readings: dict[str, str]
    assumptions: dict[str, str]

    def __str__(self) -> str:
        """Everything needed to ask again."""
        return json.dumps(self._asdict(), sort_keys=True)


def drawn_north(seed: str, size: int) -> Iterator[Drawn]:
    """Draw northbound cases."""
    rng = random.Random(f"whole law, north, {seed}")
    for _ in range(size):
        facts = draw_whole.draw_northbound(rng)
        readings, assumptions = draw_whole.draw_setup(rng)
        if readings.get("n.age_moment") != "decision" and rng.random() < 0.1:
            del facts["claim"]["decision_date"]
        yield Drawn(facts, readings, assumptions)


def drawn_south(seed: str, size: int) -> Iterator[Drawn]:
    """Draw southbound cases."""
    rng = random.Random(f"whole law, south, {seed}")
    for _ in range(size):
        facts = draw_south.draw_southbound(rng)
        yield Drawn(facts, draw_south.draw_setup(rng), {})


class Asked:
    """A drawn case as the program knows it, to be put to version after version."""

    def __init__(self, drawn: Drawn) -> None:
        """Take over the facts once."""
        self.drawn = drawn
        self.case = Case.from_data(drawn.facts)
        self.setup = Setup(readings=drawn.readings, assumptions=drawn.assumptions)
        self.into_canada = drawn.facts["journey"]["into"] == "ca"

    def under(self, version: str) -> Situation:
        """The case as the version sees it."""
        law = version_for(self.case, version, self.setup)
        return Situation(self.case, law, choices_of(law, self.setup))

    def wanted(self, version: str) -> tuple[str, str, set[str]]:
        """What the oracle says: outcome, how, and the grounds by the program's ids."""
        facts, readings, assumptions = self.drawn
        if self.into_canada:
            outcome, how, names = grounds.decide(facts, version, readings, assumptions)
            return outcome, how, {NORTH[name] for name in names}
        outcome, how, names = south.decide(facts, version, readings)
        return outcome, how, set(names)

    def differences(self, version: str, *, provisions: bool) -> Iterator[str]:
        """Say in what the two differ: outcome and how, grounds, and also provisions met."""
        try:
            situation = self.under(version)
        except VersionError as error:
            yield f"no version: {error}"
            return
        found = settle(situation)
        outcome, how, expected = self.wanted(version)
        if (found.outcome, found.how) != (outcome, how):
            yield f"{found.outcome}/{found.how}, and not {outcome}/{how}"
        for ground in situation.version.grounds:
            applied = applies(situation, ground)
            if applied != (TRUE if ground.id in expected else FALSE):
                yield f"the ground {ground.id} applies: {WORDS[applied]}"
        if provisions and self.into_canada:
            yield from self.met_differently_north(situation, version)
        elif provisions:
            yield from self.met_differently_south(situation, version)

    def met_differently_south(self, situation: Situation, version: str) -> Iterator[str]:
        """Name the southbound provisions of whose own elements the two think differently."""
        names = south.provisions_met(self.drawn.facts, version, self.drawn.readings)
        day = south.law_for(self.drawn.facts, version).day
        for name in SOUTHBOUND:
            if day < SOUTHBOUND_FROM.get(name, ""):
                continue
            truth = situation.provision(name)
            if truth != (TRUE if name in names else FALSE):
                yield f"{name} is met: {WORDS[truth]}"

    def met_differently_north(self, situation: Situation, version: str) -> Iterator[str]:
        """Name the northbound provisions of whose own elements the two think differently."""
        facts, readings, _ = self.drawn
        reading = {**DEFAULT_READINGS, **readings}
        law = law_for(facts, version, reading)
        names = grounds.own_elements(facts, law, reading)
        in_version = {provision.id for provision in situation.version.ordered}
        for name, id_ in MEANT_ALIKE.items():
            truth = situation.provision(id_) if id_ in in_version else FALSE
            if truth != (TRUE if name in names else FALSE):
                yield f"{id_} is met: {WORDS[truth]}"
        if not law.proposal:  # a proposal rewrites what the oracle names by its old elements
            oracle = north.exceptions_met(facts, version, readings)
            for said in verdicts_that_differ(situation, version, oracle):
                yield f"{said} is met in one only"


SOUTHBOUND = (
    south.BAR,
    south.CHILD,
    south.SCOPE,
    *(f"{south.SCOPE}#{limb}" for limb in ("port", "transit", "between")),
    *(f"{south.PART}({part})" for part in "ABCDF"),
    f"{south.PART}(E)#document",
    f"{south.PART}(E)#visa",
)
"""The southbound provisions; both use the same ids."""

SOUTHBOUND_FROM = {
    south.CHILD: south.CHILDREN_LET_IN,
    f"{south.SCOPE}#between": south.PROTOCOL_STARTS,
}
"""Before that day there is no such provision to be met."""
