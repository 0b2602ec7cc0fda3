"""The case's own law: every provision by the dates it looks at, with its transitional rules."""

from __future__ import annotations

from typing import Any

import pytest

from core.case.case import Case
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.model import Decision
from core.decision.which import version_for
from core.law.version import VersionError
from tests.oracle.cases import Facts, case, listed

ONE_YEAR, FOURTEEN_DAYS = "ca.irpa.101(1)(b.1)", "ca.irpa.101(1)(b.2)"
ORDERS = "ca.order.covid-2020"


def dated(place: str, entered: str, claimed: str, **more: Any) -> Facts:
    """A case with its own days; not yet decided by the Board."""
    made = case(place, 0, **more)
    made["entries"]["items"][0]["date"] = entered
    made["claim"] = {
        "date": claimed,
        "decision_date": claimed,
        "inland": place not in ("land_port", "train"),
        "under_removal_order": False,
        "decided_by_board": False,
    }
    return made


def under(made: Facts, version: str, **readings: str) -> Decision:
    """The decision under the case's own law."""
    known = Case.from_data(made)
    setup = Setup(readings=readings)
    return decide(known, version_for(known, version, setup), setup)


@pytest.mark.parametrize(
    ("number", "place", "entered", "claimed", "version", "outcome", "grounds"),
    [
        ("25", "airport", "2022-09-01", "2026-03-01", "own@2026-04-01", "barred", (ONE_YEAR,)),
        ("25, before assent", "airport", "2022-09-01", "2026-03-01", "own", "heard", ()),
        ("26", "airport", "2022-09-01", "2025-06-02", "own@2026-04-01", "heard", ()),
        (
            "27",
            "between_land",
            "2019-05-01",
            "2025-07-10",
            "own@2026-04-01",
            "barred",
            (FOURTEEN_DAYS,),
        ),
        ("29", "between_land", "2023-03-24", "2023-03-25", "own", "heard", ()),
        ("29, a day later", "between_land", "2023-03-25", "2023-03-26", "own", "returned", None),
        ("30", "between_land", "2020-04-01", "2020-04-01", "own", "returned", (ORDERS,)),
        ("33", "airport", "2024-06-30", "2025-06-30", "own@2026-04-01", "heard", ()),
        (
            "33, late",
            "airport",
            "2024-06-30",
            "2025-07-01",
            "own@2026-04-01",
            "barred",
            (ONE_YEAR,),
        ),
        ("1", "between_land", "2018-04-01", "2018-04-01", "own", "heard", ()),
        ("2", "land_port", "2018-04-01", "2018-04-01", "own", "returned", None),
    ],
)
def test_the_worked_examples_that_turn_on_the_days_of_the_case(
    number: str,
    place: str,
    entered: str,
    claimed: str,
    version: str,
    outcome: str,
    grounds: tuple[str, ...] | None,
) -> None:
    decision = under(dated(place, entered, claimed), version)
    assert decision.outcome == outcome, number
    assert decision.version.asked == "own"
    if grounds is not None:
        assert decision.grounds == grounds, number


def test_an_entry_before_the_protocol_is_a_reading_under_the_case_s_own_law_only() -> None:
    made = dated("between_land", "2023-03-24", "2023-03-25")
    assert under(made, "own").depends_on == ("reading:n.entry_before_protocol",)
    covered = under(made, "own", **{"n.entry_before_protocol": "covered"})
    assert covered.outcome == "returned"
    assert under(made, "2023-04-01").depends_on == ()


def test_the_reach_back_spares_a_claim_that_the_board_had_decided() -> None:
    made = dated("airport", "2022-09-01", "2025-09-01")
    made["claim"]["decided_by_board"] = True
    assert under(made, "own@2026-04-01").outcome == "heard"


def test_lists_are_read_on_the_day_of_entry_under_the_case_s_own_law() -> None:
    mexican = {"nationalities": listed("MX")}
    for entered, outcome in (("2020-01-01", "heard"), ("2024-04-01", "returned")):
        made = dated("land_port", entered, entered, claimant=mexican)
        del made["claimant"]["visa_needed"]
        assert under(made, "own").outcome == outcome


def test_without_the_day_of_the_claim_there_is_no_law_of_the_case() -> None:
    made = Case.from_data(case("land_port")).replace("claim.in_person", None)
    with pytest.raises(VersionError, match="state that day first"):
        version_for(made.replace("claim.date", None), "own")
