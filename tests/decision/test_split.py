"""Outcomes that are the same whichever way a shared unknown falls are not left undetermined."""

from __future__ import annotations

import pytest

from core.case.case import Case
from core.case.setup import Setup
from core.decision.decide import decide
from core.law.version import find_version
from tests.oracle.cases import case, relative

SISTER = relative("sibling", 30, "destination", "citizen")


def forgotten(made: dict[str, object], *paths: str) -> Case:
    """The case with some facts unknown."""
    found = Case.from_data(made)
    for path in paths:
        found = found.replace(path, None)
    return found


def test_a_citizen_sister_is_heard_whenever_the_claim_was_made() -> None:
    made = forgotten(
        case("between_land", relatives=(SISTER,)), "claim.date", "claim.in_person", "claim.received"
    )
    decision = decide(made, find_version("2023-04-01"))
    assert (decision.outcome, decision.how, decision.waits_for) == ("heard", None, ())
    assert decision.basis == ("ca.irpr.159.5(a)", "ca.irpr.159.4(1)(a)")


def test_without_the_sister_the_day_of_the_claim_decides() -> None:
    made = forgotten(case("between_land"), "claim.date", "claim.in_person", "claim.received")
    decision = decide(made, find_version("2023-04-01"))
    assert decision.outcome == "undetermined"
    assert decision.waits_for[0] == "claim.date"


@pytest.mark.parametrize("waters", ["covered", "not_covered"])
def test_a_sister_settles_a_claim_of_unknown_place_inland_or_not(waters: str) -> None:
    made = forgotten(case("between_land", relatives=(SISTER,)), "claim.inland")
    setup = Setup(assumptions={"waters": waters, "inland_claims": "not_covered"})
    decision = decide(made, find_version("whole_border_2018"), setup)
    assert (decision.outcome, decision.waits_for) == ("heard", ())
