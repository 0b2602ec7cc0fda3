"""What a partial case can still come to, by side and together, is exactly what its completions come to.

Three judges: the completions that the search gives are decided; the complete case that was made partial,
and every way worth trying to fill its gaps, come to nothing that the search calls impossible; and z3, from
an encoding of its own, finds no complete case with an outcome that the search calls impossible.

`THRESHOLD_COMPLETIONS=N` draws N times as many.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
import z3

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.setup import Setup
from core.case.view import View
from core.decision.compare import compare
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.explore.completing import Reached, finish, reachable, versions_of
from core.explore.contradicting import contradictions
from core.explore.trying import bases, listed_bases
from core.law.version import find_version
from tests.decision.completing import consistent
from tests.decision.forgetting import forget, partial, stated
from tests.decision.test_partial_cases import drawn
from tests.decision.whole_law import drawn_north, drawn_south
from tests.explore.z3judge import Judge
from tests.explore.z3partial import TooMany, said

TIMES = int(os.environ.get("THRESHOLD_COMPLETIONS", "1"))
pytestmark = pytest.mark.timeout(120 * TIMES)
PAIRS = (
    ("2018-05-01", "whole_border_2018"),
    ("2018-05-01", "2026-04-01"),
    ("ca:2026-06-01", "us:2024-09-01"),
    ("own", "2023-04-01"),
)
OF_CANADA = (("2018-05-01", "whole_border_2018"), ("2018-05-01", "2026-04-01"))
OF_THE_STATES = ("us:2018-05-01", "us:2024-09-01")


def partial_cases(seed: str, number: int, most: int = 4) -> Iterator[tuple[Case, Case, Setup]]:
    """Complete cases, the same with up to ``most`` things forgotten, and a setup; in both directions."""
    rng = random.Random(f"completions {seed}")
    draws = (*drawn_north(seed, number), *drawn_south(seed, number))
    for at, row in enumerate(draws):
        whole, part = partial(row.facts, rng, most)
        left, right = PAIRS[at % len(PAIRS)]
        setup = Setup(left, right, row.assumptions, row.readings)
        if _has_law(whole, setup) and _has_law(part, setup):
            yield whole, part, setup


def _has_law(case: Case, setup: Setup) -> bool:
    """Whether the days of a case pick a law, and pick it in both countries."""
    if "own" not in (setup.left, setup.right):
        return True
    return View(case).at("claim.date") is not None and case.get("claim.decision_date") is not None


def kept(part: Case, whole: Case) -> bool:
    """Whether everything that a case states is in another too."""
    return all(
        whole.complete(path) in (part.complete(path), "all")
        if kind == "complete"
        else whole.get(path) == part.get(path)
        for path, kind in stated(part.data)
    )


def broken_ids(case: Case) -> set[str]:
    """The checks that a case breaks."""
    return {check.id for check in broken_checks(case)}


# --- what is said to be possible, is ------------------------------------------------------------------
def test_each_outcome_comes_with_a_case_that_keeps_what_was_stated_and_has_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong, seen = [], Counter[str]()
    for _, part, setup in partial_cases("sound", 50 * TIMES):
        found = finish(reachable(part, setup))
        before = contradictions(part, setup)
        for pair, (case, chosen) in found.pairs.items():
            told = compare(case, chosen)
            seen["pairs"] += 1
            had = (told.left.possible, told.right.possible) == ((pair[0],), (pair[1],))
            lost = any(not d.determined for d in (told.left, told.right)) and (
                told.left.lost or told.right.lost or not found.exhausted
            )
            both = pair[0] in told.left.possible and pair[1] in told.right.possible
            more = contradictions(case, chosen) - before
            fits = kept(part, case) and (found.contradicts or not more)
            checks = broken_ids(case) <= broken_ids(part)
            if not (had or (lost and both)) or not fits or not checks:
                wrong.append((pair, had, fits, checks, case.data))
    with capsys.disabled():
        print(f"\npairs of outcomes decided again: {seen['pairs']}")
    assert wrong == []
    assert seen["pairs"] >= 100


# --- what is said to be impossible, is ----------------------------------------------------------------
def misses(found: Reached, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether what a complete case comes to was said to be impossible."""
    return found.exhausted and len(left) == len(right) == 1 and found.adds((left[0], right[0]))


def test_the_complete_case_that_was_made_partial_is_never_missed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong, seen = [], Counter[str]()
    for whole, part, setup in partial_cases("missed", 100 * TIMES):
        if contradictions(whole, setup) or broken_checks(whole, setup.readings):
            continue
        found, told = finish(reachable(part, setup)), compare(whole, setup)
        seen["asked"] += 1
        seen["open"] += len(found.pairs) > 1
        seen["given up"] += not found.exhausted
        if misses(found, told.left.possible, told.right.possible) and not _granted(whole, part):
            wrong.append((found.pairs.keys(), told.left.outcome, told.right.outcome, part.data))
    with capsys.disabled():
        print(f"\ncompletions of drawn cases: {dict(seen)}")
    assert wrong == []
    assert seen["open"] >= seen["asked"] // 20
    assert seen["given up"] <= seen["asked"] // 20


def _granted(whole: Case, part: Case) -> bool:
    """Whether a favour was forgotten: where none is stated, none was granted."""
    return any(
        whole.get(fact.path) != part.get(fact.path)
        for fact in catalogue().facts.values()
        if fact.cls == "granted" and "[]" not in fact.path
    )


def test_no_way_worth_trying_to_fill_the_gaps_comes_to_what_is_called_impossible(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong, tried = [], 0
    for gapped, versions, rng in drawn("completions", 25 * TIMES):
        setup = Setup(
            versions[0].name, versions[1].name, gapped.setup.assumptions, gapped.setup.readings
        )
        part = Case(gapped.facts)
        found = finish(reachable(part, setup))
        for facts, chosen in gapped.completions(60, rng):
            case = Case(facts)
            if not consistent(facts, chosen.readings) or contradictions(case, setup):
                continue
            left, right = (settle(Situation(case, v, choices_of(v, chosen))) for v in versions)
            tried += 1
            if misses(found, left.possible, right.possible):
                wrong.append((list(found.pairs), left.outcome, right.outcome, gapped.gaps, facts))
    with capsys.disabled():
        print(f"\nways to fill gaps tried: {tried}")
    assert wrong == []
    assert tried >= 200


# --- z3 -----------------------------------------------------------------------------------------------
@cache
def judge_of(left: str, right: str) -> tuple[Judge, Any, list[Any]]:
    """The judge of two versions, a solver, and when each outcome of each of them comes about."""
    versions = [find_version(left), find_version(right)]
    judge = Judge(versions, most=4)
    rows = []
    for version in versions:
        ways = judge.law(version).ways()
        names = sorted({outcome for outcome, _ in ways})
        rows.append({o: z3.Or([w for (name, _), w in ways.items() if name == o]) for o in names})
    solver = z3.Solver()
    solver.set("timeout", 20_000)
    return judge, solver, rows


def forgettable(case: Case) -> list[tuple[str, str]]:
    """What can be forgotten without z3 and the program differing in what follows from what.

    z3 looks nothing up: what is found in tables of ports and visas stays as it follows.
    """
    known = catalogue()
    found = set()
    for path in (path for path, _ in stated(case.data)):
        fact = known.fact(path)
        if fact.derived and fact.type != "integer":
            found |= {*bases(path), *listed_bases(path), path}
    return [
        (path, kind)
        for path, kind in stated(case.data)
        if path not in found
        and path != "journey.into"
        and known.fact(path).cls != "granted"
        and not path.startswith(("route.legs", "claimant.nationalities", "claimant.documents"))
    ]


def stated_whole(facts: dict[str, Any]) -> Case:
    """The case with what follows from tables, legs and the portal stated beside."""
    case = Case(facts)
    view = View(case)
    entries = [f"entries[{entry}].at_port" for entry in case.items("entries")]
    visas = [f"claimant.visa_needed.{side}" for side in ("destination", "origin")]
    for path in ("route.from_designated", "claim.date", *entries, *visas):
        known = view.at(path)
        if isinstance(known, bool | date) and case.get(path) is None:
            case = case.replace(path, known if isinstance(known, bool) else known.isoformat())
    return case


def test_z3_finds_complete_cases_for_just_what_is_called_possible(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rng, seen, wrong = random.Random("z3 completions"), Counter[str](), []
    rows = [(row, OF_CANADA[n % 2]) for n, row in enumerate(drawn_north("z3", 60 * TIMES))]
    rows += [(row, OF_THE_STATES) for row in drawn_south("z3", 60 * TIMES)]
    for row, (left, right) in rows:
        whole = stated_whole(row.facts)
        setup = Setup(left, right, row.assumptions, row.readings)
        if contradictions(whole, setup) or broken_checks(whole, setup.readings):
            continue
        ways = forgettable(whole)
        part = forget(whole, rng.sample(ways, min(len(ways), rng.randint(1, 4))))
        found = finish(reachable(part, setup))
        if not found.exhausted:
            seen["given up"] += 1
            continue
        answer = asked(part, setup, found)
        seen[answer] += 1
        seen["open"] += len(found.pairs) > 1
        if answer.startswith("more"):
            wrong.append((list(found.pairs), setup, part.data))
    with capsys.disabled():
        print(f"\nz3 on completions: {dict(seen)}")
    assert wrong == []
    assert seen["same"] >= 30 * TIMES
    assert seen["open"] >= 3 * TIMES


def asked(part: Case, setup: Setup, found: Reached) -> str:
    """Whether z3 finds a completion for each pair that was found, and none that would add something."""
    judge, solver, (left, right) = judge_of(setup.left, setup.right)
    try:
        keeps = said(judge.facts, part, setup, versions_of(part, setup))
    except TooMany:
        return "too many"
    pairs = {
        (first, last): z3.And(one, other)
        for first, one in left.items()
        for last, other in right.items()
    }
    news = [where for pair, where in pairs.items() if found.adds(pair)]
    solver.push()
    solver.add(*judge.checks, *judge.facts.limits, *keeps)
    more = str(solver.check(z3.Or(news)))
    there = [str(solver.check(pairs[pair])) for pair in found.pairs]
    solver.pop()
    if more == "sat" or "unsat" in there:
        return f"more {more}, there {there}"
    return "unknown" if "unknown" in (more, *there) else "same"


@pytest.mark.parametrize("into", ["ca", "us"])
def test_a_blank_case_shows_everything_that_is_open_at_once(into: str) -> None:
    setup = Setup("2018-05-01", "2026-04-01") if into == "ca" else Setup(*OF_THE_STATES)
    found = finish(reachable(Case.from_data({"journey": {"into": into}}), setup))
    assert found.exhausted
    assert set(found.left) >= {"heard", "returned"}
    assert found.agree is None
