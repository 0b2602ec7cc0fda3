"""The oracle against the worked examples of the note, and the drawing against its own aims."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.oracle.checks import respects_the_checks
from tests.oracle.draw import PROVISIONS, VERSIONS, census, draw_case, draw_setup
from tests.oracle.draw_south import draw_southbound
from tests.oracle.draw_whole import draw_northbound
from tests.oracle.north import decide, exceptions_met
from tests.oracle.vectors import TURNING_DAYS, VECTORS

ONLY_IN = {"159.4(1.1)": "2023-04-01", "159.6(c)": "2005-06-01"}
ROWS = [(vector, version) for vector in [*VECTORS, *TURNING_DAYS] for version in vector["expected"]]


@pytest.mark.parametrize(
    ("vector", "version"), ROWS, ids=[f"{vector['number']}-{version}" for vector, version in ROWS]
)
def test_the_oracle_gives_the_outcome_of_the_note(vector: dict[str, Any], version: str) -> None:
    outcome = decide(vector["case"], version, vector["readings"])
    assert "/".join(outcome) == vector["expected"][version], vector["facts"]
    met = exceptions_met(vector["case"], version, vector["readings"])
    assert met.issuperset(vector["met"].get(version, ())), vector["facts"]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["number"] for vector in VECTORS])
def test_nothing_is_returned_while_the_agreement_is_suspended(vector: dict[str, Any]) -> None:
    for version in vector["expected"]:
        suspended = f"{version}+suspended"
        assert decide(vector["case"], suspended) == ("heard", "not_covered")
        assert exceptions_met(vector["case"], suspended) == set()


def test_the_examples_named_are_all_there() -> None:
    wanted = [str(number) for number in (*range(1, 20), 24, 31, 35, 36)]
    assert sorted({vector["number"] for vector in VECTORS}, key=int) == wanted


@pytest.mark.parametrize("drawer", [draw_case, draw_northbound, draw_southbound])
def test_a_draw_respects_the_checks_of_the_catalogue(drawer: Any) -> None:
    rng = random.Random(20)
    for _ in range(3000):
        respects_the_checks(drawer(rng))


@pytest.mark.slow
def test_the_draws_meet_and_miss_every_provision() -> None:
    shares = census(20_000, seed=159)
    for version in VERSIONS:
        for name in PROVISIONS:
            share = shares[version][name]
            if version != ONLY_IN.get(name, version):
                assert share == 0, (version, name)
            else:
                assert 0.01 <= share <= 0.99, (version, name, share)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_draws_reach_every_outcome(version: str) -> None:
    rng = random.Random(14)
    found = [decide(draw_case(rng), version, *draw_setup(rng)) for _ in range(4000)]
    for outcome in ("returned", "agreement"), ("heard", "not_covered"), ("heard", "exempt"):
        assert found.count(outcome) >= 400, outcome
