"""The values worth trying: on and beside every edge, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from core.case.case import Case
from core.case.view import View
from core.explore.axes import AxisError, axis
from core.explore.trying import Trying
from core.law.version import find_version

VERSIONS = (find_version("2018-05-01"), find_version("2023-04-01"))


def journey(entered: str, claimed: str) -> Case:
    return Case.from_data(
        {
            "journey": {"into": "ca"},
            "entries": {"complete": "all", "items": [{"id": "e1", "date": entered}]},
            "claim": {"date": claimed},
        }
    )


def test_the_days_of_a_claim_lie_on_and_beside_the_limit_of_the_law():
    days = Trying(VERSIONS).values(journey("2023-04-01", "2023-04-02"), "claim.date")
    gaps = {(date.fromisoformat(day) - date(2023, 4, 1)).days for day in days}
    assert {13, 14, 15} <= gaps


def test_a_journey_at_either_end_of_the_calendar_has_values_worth_trying():
    for day in ("9999-12-31", "0001-01-01", "9999-12-20", "0001-01-09"):
        case = journey(day, day)
        trying = Trying(VERSIONS)
        for path in ("claim.date", "entries[e1].date", "claimant.birth_date"):
            assert isinstance(trying.values(case, path), list)
        assert View(case).value("claim.date") == date.fromisoformat(day)


def test_an_age_is_tried_on_both_sides_of_its_edge():
    case = Case.from_data({"journey": {"into": "ca"}, "claimant": {"age": 30}})
    assert {17, 18} <= set(Trying(VERSIONS).values(case, "claimant.age"))


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "0004-02-29"])
@pytest.mark.parametrize("path", ["claim.date", "claimant.birth_date"])
def test_an_axis_of_days_at_an_end_of_the_calendar_stops_there_or_says_so(day: str, path: str):
    case = journey(day, day).replace("claimant.birth_date", day)
    try:
        assert axis(case, Trying(VERSIONS), path, "").values
    except AxisError as error:
        assert path in str(error)
