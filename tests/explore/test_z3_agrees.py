"""z3, from an encoding of its own, comes to what the diagrams come to; its cases are decided by the program.

With `THRESHOLD_EXPLORE` above 1 lists have all the slots that they can need.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
import z3

from core.calendar import anniversary, years_of_age
from core.case.case import Case
from core.case.checks import broken_checks
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.model import Decision
from core.decision.situation import Situation
from core.explore.theorems import PROVED, REFUTED, SIDES, Claim, Theorem, judge, theorems
from core.law.version import Version, find_version
from core.logic import tree
from core.logic.run import compile_condition
from core.logic.tree import Condition
from core.logic.truth import TRUE, UNKNOWN
from tests.explore import z3facts
from tests.explore.laws import EVERY, LONGER, alone, rows_of
from tests.explore.test_witnesses import Wanted, is_so, questions
from tests.explore.z3case import case_of
from tests.explore.z3judge import MOST, Function, Judge, Law

ALL = 10**6
SLOTS = ALL if LONGER > 1 else MOST
PAIRS = 12 * LONGER


@cache
def of_one(name: str, most: int = SLOTS) -> tuple[Judge, Law]:
    """The judge of one version, and its law."""
    found = Judge([find_version(name)], most=most)
    return found, found.law(find_version(name))


def function(law: Law, wanted: Wanted) -> Function:
    """When what is wanted is so."""
    kind, *said = wanted
    if kind == "way":
        return law.ways().get((said[0], said[1]), z3.BoolVal(False))
    return law.counts(said[0]) if kind == "counts" else z3.Not(law.met(said[0]))


# --- every case gets one outcome ---------------------------------------------------------------------
@pytest.mark.parametrize("name", EVERY)
def test_every_complete_case_comes_to_exactly_one_outcome_in_one_way(name: str) -> None:
    found, law = of_one(name, ALL)
    ways = law.ways()
    assert found.find(z3.Not(z3.PbEq([(here, 1) for here in ways.values()], 1))) is None
    assert found.find() is not None


# --- verdicts ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", EVERY)
def test_z3_finds_a_case_for_verdicts_exactly_if_the_diagrams_do(name: str) -> None:
    version, model = find_version(name), alone(name)
    rng = random.Random(f"pairs, {name}")
    asked = list(questions(model, version))
    ways = [row for row in asked if row[0][0] == "way"]
    pairs = [tuple(rng.sample(asked, 2)) for _ in range(PAIRS)]
    singles = asked if LONGER > 1 else [*ways, *rng.sample(asked, 12)]
    wrong: list[tuple[Any, ...]] = []
    both_ways: set[bool] = set()
    for rows in [*((one,) for one in singles), *pairs, *_not_together(version)]:
        wanted = [row[0] for row in rows]
        d = model.diagrams
        where = d.every(row[1] for row in rows)
        possible = model.witness(where) is not None
        both_ways.add(possible)
        said = shown(name, wanted, SLOTS)
        if said == "none" and possible and SLOTS < ALL:
            said = shown(name, wanted, ALL)
        if said != ("right" if possible else "none"):
            wrong.append((wanted, said, possible))
    assert wrong == []
    assert both_ways == {True, False}


def _not_together(version: Version) -> Iterator[tuple[tuple[Wanted, int], ...]]:
    """A provision cannot both count and not be met."""
    model, name = alone(version.name), rows_of(version)[0]
    book = model.book(version)
    counts = ("counts", name), book.counts(name)
    yield counts, (("not met", name), model.diagrams.neither(book.met(name)))


def shown(name: str, wanted: list[Wanted], most: int) -> str:
    """``none``, ``right`` if the program decides z3's case as wanted, or what is wrong with it."""
    found, law = of_one(name, most)
    case_found = found.find(*(function(law, one) for one in wanted))
    if case_found is None:
        return "none"
    case, setup = case_of(found.facts, case_found)
    decision = decide(case, find_version(name), setup)
    if not all(is_so(decision, one) for one in wanted):
        return f"decided {decision.outcome}/{decision.how}: {case.data}"
    broken = [check.id for check in broken_checks(case, setup.readings)]
    return f"breaks {broken}: {case.data}" if broken else "right"


# --- claims ------------------------------------------------------------------------------------------
def swapped(theorem: Theorem) -> Theorem:
    """The claim with its versions exchanged: often false."""
    other = replace(theorem, left=theorem.right, right=theorem.left)
    return replace(other, id=f"{theorem.id}, swapped")


def stronger(theorem: Theorem) -> Iterator[Theorem]:
    """The claim with one thing left out of it at a time, and with every choice free."""
    if theorem.chosen:
        yield replace(theorem, chosen={}, id=f"{theorem.id}, any choice")
    for number, claim in enumerate(_with_less(theorem.claim)):
        yield replace(theorem, claim=claim, id=f"{theorem.id}, {number}")


def _with_less(claim: Claim) -> Iterator[Claim]:
    for at, part in enumerate(claim.parts):
        before, after = claim.parts[:at], claim.parts[at + 1 :]
        if before or after:
            yield replace(claim, parts=(*before, *after))
        for less in _with_less(part):
            yield replace(claim, parts=(*before, less, *after))


CLAIMS = [*theorems(), *map(swapped, theorems())]
if LONGER > 1:
    CLAIMS += [other for theorem in theorems() for other in stronger(theorem)]


@pytest.mark.parametrize("theorem", CLAIMS, ids=lambda theorem: theorem.id)
def test_z3_and_the_diagrams_prove_and_refute_the_same_claims(theorem: Theorem) -> None:
    found, against = against_claim(theorem)
    case_found = found.find(*against)
    judged = judge(theorem)
    said = PROVED if case_found is None else REFUTED
    assert judged.found == said
    assert said == theorem.expect or theorem not in theorems()
    if case_found is None:
        return
    assert judged.case is not None
    assert judged.setup is not None
    for case, setup in (case_of(found.facts, case_found), (judged.case, judged.setup)):
        assert not broken_checks(case, setup.readings)
        assert is_true(theorem, case, setup) is False, case.data


def against_claim(theorem: Theorem) -> tuple[Judge, list[Function]]:
    """The judge of a theorem's versions, and what a case against it must fulfil."""
    sides = {side: find_version(getattr(theorem, side)) for side in SIDES}
    found = Judge(list(sides.values()), theorem.claim.conditions(), ALL)
    laws = {side: found.law(version) for side, version in sides.items()}
    claimed = _claimed(theorem.claim, laws)
    fixed = [
        found.facts.choices[kind, name][position]
        for kind, chosen in theorem.chosen.items()
        for name, position in chosen.items()
        if (kind, name) in found.facts.choices
    ]
    return found, [z3.Not(claimed), *fixed]


def _claimed(claim: Claim, laws: dict[str, Law]) -> Function:
    if claim.condition is None:
        parts = [_claimed(part, laws) for part in claim.parts]
        joined = {"all": z3.And, "any": z3.Or}.get(claim.kind)
        return joined(parts) if joined else z3.Not(parts[0])
    if claim.kind in SIDES:
        return laws[claim.kind].condition(claim.condition, {})
    left, right = (laws[side].condition(claim.condition, {}) for side in SIDES)
    return left == right


def is_true(theorem: Theorem, case: Case, setup: Setup) -> bool:
    """Whether a claim is true of one case, by what the program decides and runs."""
    sides = {side: decide(case, find_version(getattr(theorem, side)), setup) for side in SIDES}

    def true(claim: Claim) -> bool:
        if claim.condition is None:
            parts = [true(part) for part in claim.parts]
            return {"all": all, "any": any}.get(claim.kind, lambda p: not p[0])(parts)
        said = {side: fulfils(decision, claim.condition) for side, decision in sides.items()}
        return said[claim.kind] if claim.kind in said else said["left"] == said["right"]

    return true(theorem.claim)


def fulfils(decision: Decision, node: Condition) -> bool:
    """Whether a condition holds where a case was decided."""
    match node:
        case tree.All(parts):
            return all(fulfils(decision, part) for part in parts)
        case tree.Any(parts):
            return any(fulfils(decision, part) for part in parts)
        case tree.Not(part):
            return not fulfils(decision, part)
        case tree.Result("outcome", name):
            return decision.outcome == name
        case tree.Result("how", name):
            return decision.how == name
        case tree.Result("ground", name):
            return name in decision.grounds
    situation = Situation(decision.case, decision.version, decision.choices)
    truth = compile_condition(node)(situation)
    assert truth != UNKNOWN, node
    return truth == TRUE


# --- z3's calendar -----------------------------------------------------------------------------------
def test_the_calendar_of_z3_is_that_of_the_program() -> None:
    rng = random.Random("calendar")
    leap = [date(year, 2, 29) for year in (1904, 1996, 2000, 2004, 2024)]
    days = leap + [d + timedelta(step) for d in leap for step in (-1, 1)]
    days += [z3facts.EPOCH + timedelta(rng.randrange(60_000)) for _ in range(60)]
    for born in days:
        at = z3.IntVal(z3facts.day(born))
        for years in (1, 4, 18):
            later = anniversary(born, years)
            assert _number(z3facts.anniversary(at, years)) == z3facts.day(later)
            for step in (-1, 0, 1):
                on = later + timedelta(step)
                said = _number(z3facts.age(at, z3.IntVal(z3facts.day(on))))
                assert said == years_of_age(born, on), (born, on)


def _number(value: Any) -> int:
    return int(z3.simplify(value).as_long())
