"""The versions that these tests ask about, their diagrams, and complete cases drawn for them."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from core.case.case import Case
from core.case.setup import Setup
from core.decision.situation import Situation
from core.explore.model import Model
from core.law.load import law
from core.law.version import Version, find_version
from tests.decision.whole_law import Drawn, drawn_north, drawn_south
from tests.oracle.draw import draw_case

NAMES = {
    "ca": (
        "2005-01-10",
        "2009-07-22",
        "2018-05-01",
        "2020-04-01",
        "2020-06-01",
        "2023-04-01",
        "2026-04-01",
        "2026-06-01",
        "2018-05-01+suspended",
        "2026-06-01+suspended",
        "whole_border_2018",
        "biometrics_2018",
        "evidence_2019",
        "port_transfer_2019",
    ),
    "us": ("2005-01-10", "2018-05-01", "2023-04-01", "2026-04-01"),
}
EVERY = [f"{country}:{name}" for country, names in NAMES.items() for name in names]

LONGER = int(os.environ.get("THRESHOLD_EXPLORE", "1"))
"""So many times as much is drawn and asked as in an ordinary run."""

Choices = dict[tuple[str, str], str]


def versions(country: str) -> tuple[Version, ...]:
    """The versions of one country."""
    return tuple(find_version(f"{country}:{name}") for name in NAMES[country])


@cache
def joint(country: str) -> Model:
    """All versions of a country in one store."""
    return encoded(Model(versions(country)))


@cache
def alone(name: str) -> Model:
    """One version in a store of its own."""
    return encoded(Model((find_version(name),)))


def encoded(model: Model) -> Model:
    """The model with all that these tests ask for in it: a case placed earlier would lack the rest."""
    for version in model.versions:
        book = model.book(version)
        book.ways()
        for name in rows_of(version):
            book.counts(name)
    return model


def rows_of(version: Version) -> list[str]:
    """The provisions that have a verdict."""
    return [provision.id for provision in version.ordered if provision.is_row]


class Placed(NamedTuple):
    """A drawn case with a position for every choice there is."""

    facts: dict[str, Any]
    case: Case
    choices: Choices

    def under(self, version: Version) -> Situation:
        """The case as the version sees it."""
        return Situation(self.case, version, self.choices)

    def __str__(self) -> str:
        """Everything needed to ask again."""
        chosen = {":".join(key): position for key, position in sorted(self.choices.items())}
        return json.dumps({"facts": self.facts, "choices": chosen}, sort_keys=True)


def drawn(country: str, seed: str, size: int) -> Iterator[Placed]:
    """Draw cases into a country: half with the choices of the oracle's draws, half with any."""
    rng = random.Random(f"explore, {country}, {seed}")
    found = drawn_north(seed, size) if country == "ca" else drawn_south(seed, size)
    for number, one in enumerate(found):
        facts = one.facts
        if country == "ca" and number % 5 == 0:
            facts = draw_case(rng)
        claim = facts["claim"]
        claim.setdefault("decision_date", max(claim["in_person"], claim.get("date", "")))
        yield Placed(facts, Case.from_data(facts), positions(rng, one if number % 2 else None))


def positions(rng: random.Random, one: Drawn | None) -> Choices:
    """A position for every choice: that of the draw, else its default, else any."""
    found: Choices = {}
    for kind, name, default, offered in _offered():
        stated = default
        if one is not None:
            stated = (one.readings if kind == "reading" else one.assumptions).get(name, default)
        open_ = one is None and rng.random() < 0.5
        found[kind, name] = rng.choice(offered) if open_ or stated is None else stated
    return found


@cache
def _offered() -> list[tuple[str, str, str | None, list[str]]]:
    rows = [("reading", r.id, r.default, sorted(r.positions)) for r in law().readings.values()]
    left_open = [a for proposal in law().proposals.values() for a in proposal.assumes.values()]
    return rows + [("assume", a.name, a.default, sorted(a.positions)) for a in left_open]


def setup(choices: Choices) -> Setup:
    """The choices as a setup."""
    return Setup(
        readings={name: at for (kind, name), at in choices.items() if kind == "reading"},
        assumptions={name: at for (kind, name), at in choices.items() if kind == "assume"},
    )
