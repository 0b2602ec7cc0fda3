"""A stated fact that others contradict is told, once; what is presumed or unknown contradicts nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.conflicts import conflicts
from core.case.library import library
from core.case.view import View
from tests.case.drawn import CASES, entered

NIGHT = {"port": "Del Bonita", "date": "2025-02-01", "time": "03:00"}
NOON = {**NIGHT, "time": "12:00"}


def told(case: Case, **readings: str) -> list[tuple[Any, ...]]:
    """Path, stated and derived value of every conflict."""
    return [tuple(found) for found in conflicts(case, {f"n.{k}": v for k, v in readings.items()})]


def french(**stated_: bool) -> Case:
    """A French national, with what is stated of visas."""
    return Case.from_data(
        {
            "journey": {"into": "ca"},
            "claimant": {"nationalities": {"items": ["FR"]}, "visa_needed": stated_},
            "entries": {"items": [{"id": "e1", "date": "2018-05-02"}]},
        }
    )


def test_an_empty_case_and_one_that_fits_have_no_conflict() -> None:
    assert told(Case.empty()) == []
    assert told(french(destination=False, origin=False)) == []


def test_a_visa_that_the_table_does_not_ask_for_is_told_on_either_side() -> None:
    assert told(french(destination=True, origin=True)) == [
        ("claimant.visa_needed.destination", True, False),
        ("claimant.visa_needed.origin", True, False),
    ]


def test_residence_may_free_a_stateless_person_from_a_visa() -> None:
    case = entered(date="2018-05-02").set_complete("claimant.nationalities", "all")
    assert View(case).value("claimant.visa_needed.origin") is True
    assert told(case.replace("claimant.visa_needed.origin", False)) == []


@pytest.mark.parametrize(
    ("place", "hours", "at_port", "conflict"),
    [
        ("land_port", NIGHT, True, True),
        ("land_port", NIGHT, False, False),
        ("land_port", NOON, False, True),
        ("land_port", NOON, True, False),
        ("land_port", {}, False, False),
        ("land_port", {**NIGHT, "date": "2018-02-01"}, False, False),
        ("land_port", {"port": "Del Bonita", "date": "2025-02-01"}, False, False),
        ("train", NOON, False, False),
    ],
)
def test_hours_contradict_what_is_stated_of_a_port_only_where_they_are_known(
    place: str, hours: dict[str, str], at_port: bool, conflict: bool
) -> None:
    found = told(entered(place, at_port=at_port, **hours))
    assert found == ([("entries[e1].at_port", at_port, not at_port)] if conflict else [])


def test_a_contradiction_that_a_check_tells_is_not_told_twice() -> None:
    wild = entered("between_land", at_port=True)
    assert [check.id for check in broken_checks(wild)] == ["wilderness_is_no_port"]
    assert told(wild) == []
    aged = Case.from_data(
        {"claimant": {"birth_date": "2000-05-03", "age": 30}, "claim": {"date": "2018-05-02"}}
    )
    assert [check.id for check in broken_checks(aged)] == ["age_fits_birth_date"]
    assert told(aged) == []


def test_a_check_of_the_last_entry_does_not_hide_an_earlier_one() -> None:
    case, _ = entered("between_land", at_port=True).add_item(
        "entries", {"id": "e2", "place": "between_land", "at_port": True}
    )
    assert told(case) == [("entries[e1].at_port", True, False)]


def test_the_age_of_a_relative_is_held_against_the_birth_date() -> None:
    person = {"id": "ana", "relation": "sibling", "birth_date": "2000-05-03", "age": 30}
    case = Case.from_data({"relatives": {"items": [person]}, "claim": {"date": "2018-05-02"}})
    assert told(case) == [("relatives[ana].age", 30, 17)]
    assert told(case.replace("relatives[ana].birth_date", "2000")) == [
        ("relatives[ana].age", 30, (17, 18))
    ]
    for age in (17, 18):
        fits = case.replace("relatives[ana].birth_date", "2000").replace("relatives[ana].age", age)
        assert told(fits) == []


def test_the_legs_say_where_the_journey_came_from() -> None:
    case, _ = Case.empty("ca").add_item("route.legs", {"country": "US", "territory": "main"})
    case = case.replace("route.from_designated", False)
    assert told(case) == [("route.from_designated", False, True)]
    other = Case.empty("ca").replace("route.from_designated", True)
    assert told(other) == []
    assert told(other.set_complete("route.legs", "all")) == [("route.from_designated", True, False)]


def test_the_day_of_the_claim_is_held_against_the_days_of_its_steps_as_they_are_read() -> None:
    days = {"received": "2018-05-02", "in_person": "2018-05-20"}
    case = Case.from_data({"journey": {"into": "ca"}, "claim": {**days, "through_portal": True}})
    first = case.replace("claim.date", "2018-05-02")
    assert told(first) == []
    assert told(first, claim_made="portal_receipt") == []
    assert told(first, claim_made="in_person") == [
        ("claim.date", date(2018, 5, 2), date(2018, 5, 20))
    ]
    assert len(told(case.replace("claim.date", "2018-06-02"))) == 1
    assert told(case.replace("claim.date", "2018-05")) == []


@given(CASES)
def test_a_conflict_is_between_what_is_stated_and_what_other_facts_say(case: Case) -> None:
    for found in conflicts(case):
        assert catalogue().fact(found.path).read(case.get(found.path)) == found.stated
        without = View(case.replace(found.path, None))
        assert without.at(found.path) == found.derived


@given(CASES)
def test_what_is_taken_back_conflicts_with_nothing(case: Case) -> None:
    for found in conflicts(case):
        assert found.path not in {f.path for f in conflicts(case.replace(found.path, None))}


@pytest.mark.parametrize("name", library().ids())
def test_no_case_of_the_library_contradicts_what_follows_from_its_own_facts(name: str) -> None:
    file = library().load(name)
    assert conflicts(file.case, file.setup.readings) == ()
