"""Both versions decided and compared with all reasons, beside the hand-written oracle.

The oracle knows the Agreement and no other ground, takes complete cases only and gives no reasons; it
is the floor that plain Python sets for the result alone. Every case is made anew for each round, so
that nothing is remembered from the round before.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from time import perf_counter
from typing import Any

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare
from core.decision.model import Comparison, Verdict
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.law.version import find_version
from core.report.reasons import because, reason_lines
from tests.benchmarks.figures import HEAD, line, times_as_long
from tests.oracle import north
from tests.oracle.draw import draw_case, draw_setup

SEED = 2018
Sample = tuple[dict[str, Any], Setup]


def report(drawn: int, rounds: int) -> Iterator[str]:
    """Measure and word the figures."""
    yield "Both versions decided and compared with full reasoning"
    yield f"  2018-05-01 beside whole_border_2018; {rounds} rounds in turn, after one unmeasured"
    yield HEAD
    yield from _measured("library", list(_library()), rounds)
    yield from _measured("drawn at random", list(_drawn(drawn)), rounds)


def _measured(name: str, samples: list[Sample], rounds: int) -> Iterator[str]:
    ours: list[list[float]] = []
    base: list[float] = []
    known = [_oracle_knows(sample) for sample in samples]
    for turn in range(rounds + 1):
        for sample, complete in zip(samples, known, strict=True):
            found, oracle = _ours(sample), _timed_oracle(sample) if complete else None
            if turn == 0:
                continue
            ours.append(found)
            if oracle is not None:
                base.append(oracle)
    steps = (
        "two outcomes",
        "compared, parting",
        "and every reason tree",
        "and every reason worded",
    )
    for step, times in zip(steps, zip(*ours, strict=True), strict=True):
        yield line(f"{name}: {step}", times)
    if not base:
        yield "  baseline: the oracle decides none of these"
        return
    left_out = f", {known.count(False)} left out" if False in known else ""
    yield line(f"baseline, hand-written oracle twice{left_out}", base)
    yield times_as_long([times[0] for times in ours], base, "two outcomes")
    yield times_as_long([times[-1] for times in ours], base, "every reason worded")


def _ours(sample: Sample) -> list[float]:
    """The outcomes alone; then, on a case made anew, the comparison, its trees, their words."""
    facts, setup = sample
    start = perf_counter()
    case = Case(facts)
    for name in (setup.left, setup.right):
        version = find_version(name)
        settle(Situation(case, version, choices_of(version, setup)))
    found = [perf_counter() - start]
    start = perf_counter()
    comparison = compare(Case(facts), setup)
    found.append(perf_counter() - start)
    trees(comparison)
    found.append(perf_counter() - start)
    words(comparison)
    found.append(perf_counter() - start)
    return found


def _timed_oracle(sample: Sample) -> float:
    start = perf_counter()
    _oracle(sample)
    return perf_counter() - start


def verdicts(comparison: Comparison) -> Iterator[Verdict]:
    """Every provision of both sides."""
    for side in (comparison.left, comparison.right):
        yield from side.verdicts.values()


def trees(comparison: Comparison) -> None:
    """Make the tree of reasons of every provision of both sides, and of its gate."""
    for verdict in verdicts(comparison):
        assert verdict.why is not None
        assert verdict.why_gate is not None


def words(comparison: Comparison) -> None:
    """Put every reason into words: the one sentence, and the whole list."""
    for verdict in verdicts(comparison):
        because(verdict, "en")
        reason_lines(verdict, "en")


def _oracle(sample: Sample) -> None:
    facts, setup = sample
    for name in (setup.left, setup.right):
        north.decide(facts, name, setup.readings, setup.assumptions)


def _oracle_knows(sample: Sample) -> bool:
    try:
        _oracle(sample)
    except (KeyError, TypeError, ValueError):  # a fact that the case does not state
        return False
    return True


def _library() -> Iterator[Sample]:
    for name in library().ids():
        yield library().load(name).case.data, Setup()


def _drawn(number: int) -> Iterator[Sample]:
    rng = random.Random(SEED)
    for _ in range(number):
        facts = draw_case(rng)
        readings, assumptions = draw_setup(rng)
        yield facts, Setup(readings=readings, assumptions=assumptions)
