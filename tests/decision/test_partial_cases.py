"""What is said of a case with unknown facts holds however the unknown turns out."""

from __future__ import annotations

import random

import pytest

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.settle import Settled, settle
from core.decision.situation import Situation, choices_of
from core.decision.split import settle_sharply
from core.law.version import Version, find_version
from tests.decision.forgetting import forget, partial, stated
from tests.oracle.draw import draw_case, draw_setup

VERSIONS = ["2005-06-01", "2018-05-01", "whole_border_2018", "2023-04-01", "2026-04-01"]
CHUNKS = range(6)
CASES = 400


def sharply(case: Case, version: Version, setup: Setup) -> Settled:
    """The outcome as decisions give it."""
    return settle_sharply(Situation(case, version, choices_of(version, setup)))[0]


def drawn(chunk: int, number: int = CASES) -> list[tuple[Case, Case, Setup]]:
    """Complete cases, the same made partial, and setups."""
    rng = random.Random(f"partial {chunk}")
    rows = []
    for _ in range(number):
        whole, part = partial(draw_case(rng), rng)
        readings, assumptions = draw_setup(rng)
        rows.append((whole, part, Setup(readings=readings, assumptions=assumptions)))
    return rows


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_outcome_of_the_whole_case_stays_possible_while_facts_are_unknown(chunk: int) -> None:
    for whole, part, setup in drawn(chunk):
        for name in VERSIONS:
            version = find_version(name)
            outcome = set(sharply(whole, version, setup).possible)
            assert outcome <= set(sharply(part, version, setup).possible), (name, part.data)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_stating_a_fact_never_opens_an_outcome_that_was_closed(chunk: int) -> None:
    rng = random.Random(f"stating {chunk}")
    for whole, part, setup in drawn(chunk, CASES // 2):
        bare = part
        version = find_version(rng.choice(VERSIONS))
        missing = [row for row in stated(whole.data) if row not in set(stated(bare.data))]
        if not missing:
            continue
        back = forget(whole, [row for row in missing if row != missing[0]])
        before, after = sharply(bare, version, setup), sharply(back, version, setup)
        assert set(after.possible) <= set(before.possible), (version.name, missing[0])


@pytest.mark.parametrize("chunk", CHUNKS)
def test_trying_shared_unknowns_both_ways_only_drops_outcomes(chunk: int) -> None:
    for _, part, setup in drawn(chunk, CASES // 2):
        for name in VERSIONS:
            version = find_version(name)
            situation = Situation(part, version, choices_of(version, setup))
            assert set(settle_sharply(situation)[0].possible) <= set(settle(situation).possible)


def test_an_undetermined_outcome_says_what_it_waits_for_and_a_determined_one_waits_for_nothing() -> (
    None
):
    for _, part, setup in drawn(-1, 300):
        decision = decide(part, find_version("2023-04-01"), setup)
        assert bool(decision.waits_for) is not decision.determined
        assert bool(decision.basis) is decision.determined


def test_what_an_outcome_waits_for_can_be_stated_or_chosen() -> None:
    for _, part, setup in drawn(-2, 300):
        for name in decide(part, find_version("2023-04-01"), setup).waits_for:
            kind, colon, _ = name.partition(":")
            if colon:
                assert kind in ("reading", "assume")
                continue
            fact = catalogue().fact(name.removesuffix("[+]"))
            assert not fact.computed, name


def test_answering_all_that_is_waited_for_settles_the_outcome() -> None:
    settled = 0
    for whole, part, setup in drawn(-3, 400):
        case = part
        version = find_version("2023-04-01")
        if sharply(whole, version, setup).outcome == "undetermined":
            continue
        for _ in range(6):
            decision = decide(case, version, setup)
            if decision.determined:
                break
            before = case
            for name in decision.waits_for:
                path = name.removesuffix("[+]")
                if ":" in name or "[+]" in path:
                    continue
                fact = catalogue().fact(path)
                if fact.is_list:
                    case = case.set_complete(path, whole.complete(path))
                elif whole.get(path) is not None:
                    case = case.replace(path, whole.get(path))
            if case == before:
                break
        settled += decide(case, version, setup).determined
    assert settled >= 380
