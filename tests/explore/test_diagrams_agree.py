"""On complete cases the diagrams say what the program decides: outcome, way, and every verdict.

`THRESHOLD_EXPLORE` draws so many times as many cases. Each case is placed once and asked of all
versions of its country.
"""

from __future__ import annotations

from functools import cache

import pytest

from core.decision.settle import applies, settle
from core.decision.situation import Situation
from core.explore.locate import Assigned, Unplaced, locate
from core.explore.model import Model
from core.law.version import Version, find_version
from core.logic.truth import FALSE, TRUE
from tests.explore.laws import LONGER, NAMES, Placed, drawn, joint, rows_of

CASES = {"ca": 250, "us": 450}
CHUNKS = {"ca": range(6 * LONGER), "us": range(2 * LONGER)}
ALL_CHUNKS = [(country, chunk) for country, chunks in CHUNKS.items() for chunk in chunks]
DIFFERENCES_SHOWN = 3
OUTCOMES = ("returned", "barred", "heard")


def test_more_than_twenty_thousand_comparisons_are_made() -> None:
    made = {c: len(CHUNKS[c]) * CASES[c] * len(NAMES[c]) for c in NAMES}
    assert sum(made.values()) >= 20_000


@pytest.mark.parametrize(("country", "chunk"), ALL_CHUNKS)
def test_the_diagrams_agree_with_the_decision_on_drawn_complete_cases(
    country: str, chunk: int
) -> None:
    model = joint(country)
    found = [
        f"{version.name}: {said}\n  {placed}"
        for placed in drawn(country, f"agree {chunk}", CASES[country])
        for version, said in differences(model, placed)
    ]
    shown = "\n".join(sorted(found, key=len)[:DIFFERENCES_SHOWN])
    assert not found, f"{len(found)} differences\n{shown}"


def differences(model: Model, placed: Placed) -> list[tuple[Version, str]]:
    """In what a drawn case is told otherwise by the diagrams, by version."""
    laws = model.versions
    try:
        where = locate(model, placed.under(laws[0]))
    except Unplaced as error:
        return [(laws[0], f"not placed: {error}")]
    found = [] if inside(model, where) else [(laws[0], "outside the space of cases")]
    return found + [
        (version, said) for version in laws for said in unlike(model, version, placed, where)
    ]


def inside(model: Model, where: Assigned) -> bool:
    """Whether the values belong to a case that there can be, so far as the journey goes."""
    return model.diagrams.holds(model.space.domain(), where)


def unlike(model: Model, version: Version, placed: Placed, where: Assigned) -> list[str]:
    """In what the diagrams and the program differ about one case under one version."""
    situation = placed.under(version)
    settled = settle(situation)
    holds = model.diagrams.holds
    here = [way for way, function in model.book(version).ways().items() if holds(function, where)]
    found = []
    if here != [(settled.outcome, settled.how)]:
        found.append(f"{here}, and not {settled.outcome}/{settled.how}")
    found += results_unlike(model, version, situation, where)
    return found + verdicts_unlike(model, version, situation, where)


def results_unlike(
    model: Model, version: Version, situation: Situation, where: Assigned
) -> list[str]:
    """What a claim can ask of a decision and the two answer differently."""
    settled = settle(situation)
    applying = {g.id for g in version.grounds if applies(situation, g) == TRUE}
    said = {
        "outcome": lambda name: name == settled.outcome,
        "how": lambda name: name == settled.how,
        "ground": lambda name: name in applying,
        "only_ground": lambda name: applying == {name},
    }
    return [
        f"the diagrams say otherwise of {kind} {name}"
        for (kind, name), function in results(version.name).items()
        if model.diagrams.holds(function, where) != said[kind](name)
    ]


@cache
def results(name: str) -> dict[tuple[str, str], int]:
    """Where the decision under a version comes to each thing that can be asked of it."""
    version = find_version(name)
    book, grounds = joint(version.country).book(version), version.grounds
    asked = [("outcome", outcome) for outcome in OUTCOMES]
    asked += [("how", how) for how in {way for _, way in book.ways()}]
    asked += [(kind, ground.id) for kind in ("ground", "only_ground") for ground in grounds]
    return {row: book.result(*row) for row in asked}


def verdicts_unlike(
    model: Model, version: Version, situation: Situation, where: Assigned
) -> list[str]:
    """The provisions of whose verdict the two think differently."""
    book, holds = model.book(version), model.diagrams.holds
    found = []
    for name in rows_of(version):
        met, reached = situation.provision(name), situation.reached(name)
        if met != (TRUE if holds(book.met(name), where) else FALSE):
            found.append(f"{name} is met: {met}")
        if min(met, reached) != (TRUE if holds(book.counts(name), where) else FALSE):
            found.append(f"{name} counts: {min(met, reached)}")
    return found
