"""The program and the independent oracle say the same of complete cases, drawn and worked.

`THRESHOLD_ORACLE_CASES` sets how many cases are drawn for each version; before a release, 100000.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from core.case.case import Case
from core.case.setup import Setup
from core.decision.compare import compare
from core.decision.decide import decide
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.law.version import Version, VersionError, find_version
from core.logic.truth import TRUE
from tests.decision.met import PROVISIONS, verdicts_that_differ
from tests.oracle import north
from tests.oracle.draw import VERSIONS, draw_case, draw_setup
from tests.oracle.vectors import TURNING_DAYS, VECTORS

CASES = int(os.environ.get("THRESHOLD_ORACLE_CASES", "30000"))
CHUNK = 1500
CHUNKS = range(-(-CASES // CHUNK))
SUSPENDED = "2018-05-01+suspended"
COMPARED = [*VERSIONS, SUSPENDED]
DECIDED_WHOLE = 20
"""Of so many cases one is also decided with all its reasons, which takes longer."""

ALWAYS_MET = {"ca.irpr.159.3"}
"""That the United States is designated depends on no fact."""


def drawn(chunk: int, size: int = CHUNK) -> Iterator[tuple[dict[str, Any], Setup]]:
    """Draw the cases of a chunk with their setups."""
    rng = random.Random(f"agrees {chunk}")
    for _ in range(size):
        case = draw_case(rng)
        readings, assumptions = draw_setup(rng)
        yield case, Setup(readings=readings, assumptions=assumptions)


def situation_of(case: Case, version: Version, setup: Setup) -> Situation:
    """The case as the version sees it."""
    return Situation(case, version, choices_of(version, setup))


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_program_agrees_with_the_oracle_on_drawn_cases(chunk: int) -> None:
    versions = [(name, find_version(name)) for name in COMPARED]
    differences: list[tuple[Any, ...]] = []
    for number, (facts, setup) in enumerate(drawn(chunk)):
        case = Case(facts)
        for name, version in versions:
            where = (number, name, setup.readings, setup.assumptions)
            situation = situation_of(case, version, setup)
            found = settle(situation)
            wanted = north.decide(facts, name, setup.readings, setup.assumptions)
            if (found.outcome, found.how) != wanted:
                differences.append((*where, found, wanted))
            oracle = north.exceptions_met(facts, name, setup.readings)
            different = verdicts_that_differ(situation, name, oracle)
            differences.extend((*where, said) for said in different)
            if number % DECIDED_WHOLE == 0:
                whole = decide(case, version, setup)
                if (whole.outcome, whole.how, whole.possible) != found or whole.waits_for:
                    differences.append((*where, whole.outcome, whole.how, whole.waits_for))
    assert differences == []


OF_THE_AGREEMENT = re.compile(r"ca\.irpr\.159\.[2-7]|ca\.irpa\.101\(1\)\(e\)|ca\.case")
"""The provisions that the oracle knows; the other grounds have worked examples of their own."""


@pytest.mark.parametrize("name", VERSIONS)
def test_the_draws_meet_and_miss_every_provision_in_one_case_of_a_hundred(name: str) -> None:
    version = find_version(name)
    rows = [p.id for p in version.ordered if p.is_row and OF_THE_AGREEMENT.match(p.id)]
    rows = [name for name in rows if name not in ALWAYS_MET]
    counts: Counter[str] = Counter()
    total = 5000
    for facts, setup in drawn(-1, total):
        situation = situation_of(Case(facts), version, setup)
        counts.update(id_ for id_ in rows if situation.provision(id_) == TRUE)
    rare = {id_: counts[id_] for id_ in rows if not 0.01 <= counts[id_] / total <= 0.99}
    assert rare == {}
    assert len(rows) >= 20


# --- the worked examples -----------------------------------------------------------------------------
WORKED = [vector for vector in [*VECTORS, *TURNING_DAYS] if vector["number"] != "36"]
BEFORE_THE_AGREEMENT = "2004-12-28"
ROWS = [
    (vector, name)
    for vector in WORKED
    for name in vector["expected"]
    if name != BEFORE_THE_AGREEMENT
]


@pytest.mark.parametrize(
    ("vector", "name"), ROWS, ids=[f"{vector['number']}-{name}" for vector, name in ROWS]
)
def test_the_program_gives_the_outcome_of_the_note(vector: dict[str, Any], name: str) -> None:
    decision = decide(
        Case.from_data(vector["case"]), find_version(name), Setup(readings=vector["readings"])
    )
    assert f"{decision.outcome}/{decision.how}" == vector["expected"][name], vector["facts"]
    for said in vector["met"].get(name, ()):
        verdicts = [decision.verdicts[id_] for id_ in PROVISIONS[said]]
        assert TRUE in [verdict.met for verdict in verdicts], (said, vector["facts"])


@pytest.mark.parametrize(
    "vector",
    [vector for vector in WORKED if len(vector["expected"]) == 2],
    ids=lambda vector: vector["number"],
)
def test_both_outcomes_of_the_note_stand_side_by_side(vector: dict[str, Any]) -> None:
    left, right = sorted(vector["expected"])
    if left == BEFORE_THE_AGREEMENT:
        left = right
    found = compare(
        Case.from_data(vector["case"]),
        Setup(left=left, right=right, readings=vector["readings"]),
    )
    wanted = [vector["expected"][name] for name in (left, right)]
    assert [f"{side.outcome}/{side.how}" for side in (found.left, found.right)] == wanted
    assert (found.parting is None) is (wanted[0] == wanted[1])
    outcomes = {text.partition("/")[0] for text in wanted}
    assert found.agree is (len(outcomes) == 1)


def test_most_examples_need_no_reading_to_be_set() -> None:
    assert {vector["number"] for vector in WORKED if vector["readings"]} == {"permits", "hours"}
    assert len({vector["number"] for vector in WORKED if not vector["readings"]}) >= 22


MARRIED_AT_17 = [vector for vector in VECTORS if vector["number"] == "36"]


@pytest.mark.parametrize("name", ["2018-05-01", "2023-04-01"])
def test_a_husband_at_seventeen_is_open_until_a_reading_is_set(name: str) -> None:
    version = find_version(name)
    case = Case.from_data(MARRIED_AT_17[0]["case"])
    open_ = decide(case, version)
    assert (open_.outcome, open_.how) == ("undetermined", None)
    assert open_.possible == ("heard", "returned")
    assert open_.waits_for == ("reading:n.minor_married",)
    assert "reading:n.minor_married" in open_.depends_on
    settled = set()
    for vector in MARRIED_AT_17:
        assert vector["case"] == MARRIED_AT_17[0]["case"]
        decision = decide(case, version, Setup(readings=vector["readings"]))
        assert f"{decision.outcome}/{decision.how}" == vector["expected"][name]
        settled.add(decision.outcome)
    assert settled == set(open_.possible)


def test_before_the_agreement_no_country_was_designated() -> None:
    for facts, setup in drawn(-2, 50):
        decision = decide(Case(facts), find_version(BEFORE_THE_AGREEMENT), setup)
        assert (decision.outcome, decision.how) == ("heard", "not_covered")


def test_the_program_holds_no_law_from_before_the_act() -> None:
    with pytest.raises(VersionError, match="begins on 2002-06-28"):
        find_version("2002-06-27")
