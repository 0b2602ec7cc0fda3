"""Results come from compiled functions, reasons from an interpreter; both read one tree and must agree."""

from __future__ import annotations

import random

import pytest

from core.case.library import library
from core.case.setup import Setup
from core.decision.decide import decide
from core.law.version import find_version
from core.logic.explain import walk_why
from core.logic.tree import All, Any, Not
from core.logic.truth import conjunction, disjunction, negation
from tests.decision.forgetting import partial
from tests.oracle.draw import draw_case, draw_setup

VERSIONS = ["2005-06-01", "2018-05-01", "whole_border_2018", "2023-04-01", "2026-04-01"]


@pytest.mark.parametrize("name", VERSIONS)
def test_every_verdict_and_its_reasons_say_the_same(name: str) -> None:
    rng = random.Random(f"agree {name}")
    version = find_version(name)
    for _ in range(150):
        readings, assumptions = draw_setup(rng)
        setup = Setup(readings=readings if rng.random() < 0.7 else {}, assumptions=assumptions)
        for case in partial(draw_case(rng), rng, most=6):
            for verdict in decide(case, version, setup).verdicts.values():
                assert verdict.why.truth == verdict.met, verdict.provision.id
                if verdict.text.gated:
                    assert verdict.why_gate.truth == verdict.reached, verdict.provision.id


def test_the_truth_of_a_group_is_made_of_the_truths_below_it() -> None:
    for name in library().ids():
        for verdict in decide(
            library().load(name).case, find_version("2023-04-01")
        ).verdicts.values():
            for why in walk_why(verdict.why):
                below = [part.truth for part in why.parts]
                match why.node:
                    case All():
                        assert why.truth == conjunction(below)
                    case Any():
                        assert why.truth == disjunction(below)
                    case Not():
                        assert why.truth == negation(below[0])
