"""Facts found from other facts, the readings and the tables behind them, and what stays unknown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.calendar import Span
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.view import View
from core.logic.truth import FALSE
from tests.case.drawn import entered

AT_NIGHT = {"port": "Del Bonita", "date": "2025-02-01", "time": "03:00"}
PORTS = ("land_port", "train", "harbour_or_ferry", "airport")


def at_port(case: Case, **as_if: Any) -> Any:
    """Whether the place of entry was an open port."""
    return View(case, **as_if).value("entry.at_port")


# --- ports and their hours --------------------------------------------------------------------------
@pytest.mark.parametrize("place", catalogue().fact("entries[].place").choices)
def test_where_no_port_is_named_the_place_decides(place: str) -> None:
    assert at_port(entered(place)) is (place in PORTS)


def test_a_named_port_is_none_outside_its_hours() -> None:
    assert at_port(entered(**AT_NIGHT)) is False
    assert at_port(entered(**{**AT_NIGHT, "time": "12:00"})) is True


@pytest.mark.parametrize("forgotten", ["port", "date", "time"])
def test_without_port_day_or_hour_the_place_decides(forgotten: str) -> None:
    case = entered(**AT_NIGHT).replace(f"entries[e1].{forgotten}", None)
    assert at_port(case) is True


def test_hours_known_from_a_later_day_on_say_nothing_of_an_earlier_one() -> None:
    assert at_port(entered(**{**AT_NIGHT, "date": "2018-02-01"})) is True


@pytest.mark.parametrize("place", ["between_land", "between_water", "coast"])
def test_the_nearest_port_being_open_makes_no_port_of_a_place_between(place: str) -> None:
    assert at_port(entered(place, **{**AT_NIGHT, "time": "12:00"})) is False


def test_the_hours_of_the_bridge_are_not_those_of_the_station() -> None:
    night = {"port": "Rouses Point, NY", "date": "2025-02-01", "time": "23:00"}
    assert at_port(entered("land_port", "us", **night)) is False
    assert at_port(entered("train", "us", **night)) is True


def test_a_closed_port_is_known_without_the_kind_of_place() -> None:
    case = entered(**AT_NIGHT).replace("entries[e1].place", None)
    assert at_port(case) is False
    assert at_port(case.replace("entries[e1].time", "12:00")) is None


def test_without_a_direction_the_place_decides() -> None:
    assert at_port(entered(**AT_NIGHT).replace("journey.into", None)) is True


def test_what_is_stated_of_a_port_beats_its_hours() -> None:
    assert at_port(entered(at_port=True, **AT_NIGHT)) is True


def test_hours_are_those_of_the_journey_under_every_version() -> None:
    for day in (date(2018, 5, 1), date(2026, 4, 1)):
        assert at_port(entered(**AT_NIGHT), day=day) is False
        early = entered(**{**AT_NIGHT, "date": "2018-02-01"})
        assert at_port(early, day=day) is True


def test_each_entry_is_judged_by_its_own_port_and_hour() -> None:
    case, _ = entered(**AT_NIGHT).add_item(
        "entries", {"id": "e2", "place": "land_port", **AT_NIGHT, "time": "12:00"}
    )
    view = View(case)
    assert (view.at("entries[e1].at_port"), view.at("entries[e2].at_port")) == (False, True)


# --- visas ------------------------------------------------------------------------------------------
def needs(nationalities: list[str], complete: str | None = "all", day: str = "2018-05-02") -> Any:
    """Whether a visa for the destination is needed, then one for the country just left."""
    view = View(
        entered(date=day)
        .replace("claimant.nationalities", nationalities)
        .set_complete("claimant.nationalities", complete)
    )
    return tuple(view.value(f"claimant.visa_needed.{side}") for side in ("destination", "origin"))


def test_visas_follow_from_nationality_and_day_on_both_sides() -> None:
    assert needs(["FR"]) == (False, False)
    assert needs(["NG"]) == (True, True)
    assert needs(["MX"]) == (False, True)
    assert needs(["MX"], day="2024-06-01") == (True, True)
    assert needs(["MX"], day="2024-02-29") == (None, True)


def test_one_nationality_without_need_is_enough_and_a_missing_one_could_be_it() -> None:
    assert needs(["NG", "FR"]) == (False, False)
    assert needs(["FR"], complete=None) == (False, False)
    assert needs(["NG"], complete=None) == (None, None)
    assert needs([], complete=None) == (None, None)


def test_a_person_of_no_nationality_is_on_no_list() -> None:
    assert needs([]) == (True, True)


def test_a_special_passport_counts_once_it_is_stated() -> None:
    case = entered(date="2018-08-02").replace("claimant.nationalities", ["RO"])
    case = case.set_complete("claimant.nationalities", "all")
    needed = "claimant.visa_needed.destination"
    assert View(case).value(needed) is None
    for condition, answer in (("chip", False), ("none", True)):
        paper = {"kind": "passport", "issuer": "RO", "passport_condition": condition}
        with_paper, _ = case.add_item("claimant.documents", paper)
        assert View(with_paper).value(needed) is answer


# --- ages -------------------------------------------------------------------------------------------
def test_ages_are_counted_on_the_day_that_counts() -> None:
    case = entered(date="2018-05-01").replace("claimant.birth_date", "2000-05-02")
    case = case.replace("claim.date", "2018-05-02").replace("claim.decision_date", "2019-05-02")
    view = View(case)
    named = ("age_at_entry", "age", "age_at_decision")
    assert [view.value(f"claimant.{name}") for name in named] == [17, 18, 19]


def test_an_age_alone_bounds_the_ages_on_other_days() -> None:
    case = entered(date="2018-05-01").replace("claimant.age", 18)
    assert View(case).value("claimant.age_at_entry") == Span(0, 18)
    dated = case.replace("claim.date", "2018-05-02")
    assert View(dated).value("claimant.age_at_entry") == Span(17, 18)


# --- the day of the claim ---------------------------------------------------------------------------
def test_the_day_of_the_claim_depends_on_a_reading_only_where_the_days_differ() -> None:
    case = Case.from_data(
        {
            "journey": {"into": "ca"},
            "claim": {"through_portal": True, "received": "2018-05-02", "in_person": "2018-05-20"},
        }
    )
    days = {"portal_receipt": date(2018, 5, 2), "in_person": date(2018, 5, 20)}
    for position, day in days.items():
        assert View(case, {("reading", "n.claim_made"): position}).value("claim.date") == day
    assert View(case).value("claim.date") == Span(*days.values())
    same = case.replace("claim.received", "2018-05-20")
    assert View(same).value("claim.date") == date(2018, 5, 20)
    assert View(case.replace("claim.in_person", None)).value("claim.date") is None


# --- from where -------------------------------------------------------------------------------------
def test_one_leg_through_the_other_country_is_enough_and_none_is_known_only_of_all_legs() -> None:
    case, _ = Case.empty("ca").add_item("route.legs", {"country": "MX", "territory": "main"})
    came = "route.from_designated"
    assert View(case).value(came) is None
    assert View(case.set_complete("route.legs", "all")).value(came) is False
    through, _ = case.add_item("route.legs", {"country": "US", "territory": "main"})
    assert View(through).value(came) is True


def test_every_recipe_answers_an_empty_case_with_nothing() -> None:
    for into in (None, "ca", "us"):
        view = View(Case.empty(into))
        for fact in catalogue().facts.values():
            if fact.derivation and "[]" not in fact.path and view.applies(fact.path) != FALSE:
                assert view.derived(fact, None) is None, fact.path
