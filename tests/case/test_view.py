"""What rules see of a case: stated before derived, unknown never a default, lists that may lack members."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import Span
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.case.view import View
from core.logic.truth import FALSE, TRUE, UNKNOWN
from tests.case.drawn import ANSWERS, CASES, SCALARS, entered
from tests.robustness.drawing import draw_value

DERIVABLE = [f for f in catalogue().facts.values() if f.derivation and not f.computed]
AT_ROOT = [f for f in catalogue().facts.values() if "[]" not in f.path]


def place_of(case: Case, fact: Fact) -> tuple[Case, str]:
    """A case that has a place for the fact, and the place."""
    head, mark, rest = fact.path.partition("[]")
    if not mark:
        return case, fact.path
    case, member = case.add_item(head)
    return case, f"{head}[{member}]{rest}"


# --- stated and derived -----------------------------------------------------------------------------
@pytest.mark.parametrize("fact", DERIVABLE, ids=lambda f: f.path)
@given(CASES, st.integers(0, 10**6))
def test_a_stated_fact_beats_what_follows_from_others(fact: Fact, case: Case, seed: int) -> None:
    case, path = place_of(case, fact)
    value = draw_value(fact, random.Random(seed))
    view = View(case.replace(path, value))
    assert view.at(path) == fact.read(value)
    if view.applies(path) != FALSE:
        assert view.source(path) == "stated"


@given(CASES, ANSWERS)
def test_every_stated_fact_is_seen_as_it_stands(case: Case, answer: tuple[str, Any]) -> None:
    path, value = answer
    assert View(case.replace(path, value)).value(path) == catalogue().fact(path).read(value)


def test_a_derived_fact_follows_an_edit_of_what_it_is_found_from() -> None:
    case = Case.empty("ca").replace("claim.date", "2018-05-02")
    young, old = (case.replace("claimant.birth_date", day) for day in ("2001-05-02", "1990-05-03"))
    assert [View(c).value("claimant.age") for c in (young, old)] == [17, 27]
    assert View(young).source("claimant.age") == "derived"
    assert View(young.replace("claimant.age", 18)).source("claimant.age") == "stated"
    month = young.replace("claimant.birth_date", "2001-05")
    assert View(month).value("claimant.age") == Span(16, 17)
    assert View(month).source("claimant.age") == "unknown"


# --- unknown ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("fact", AT_ROOT, ids=lambda f: f.path)
@pytest.mark.parametrize("into", [None, "ca", "us"])
def test_nothing_is_known_of_an_empty_case(fact: Fact, into: str | None) -> None:
    view = View(Case.empty(into))
    if fact.path == "journey.into":
        assert view.value(fact.path) == into
    elif fact.is_list:
        listed = view.value(fact.path)
        assert not listed.closed
        assert listed.members == ()
        assert listed.possible
    else:
        assert view.value(fact.path) is None


@pytest.mark.parametrize("fact", AT_ROOT, ids=lambda f: f.path)
def test_what_is_denied_is_not_what_is_unknown(fact: Fact) -> None:
    if fact.type == "boolean" and fact in SCALARS:
        assert View(Case.empty().replace(fact.path, False)).value(fact.path) is False
    elif fact.is_list:
        listed = View(Case.empty().set_complete(fact.path, "all")).value(fact.path)
        assert (listed.closed, listed.members, listed.possible) == (True, (), ())


def test_a_member_of_whom_nothing_is_stated_is_unknown_in_every_field() -> None:
    for path in ("relatives", "entries", "route.legs", "claimant.documents", "claimant.charges"):
        case, member = Case.empty("ca").add_item(path)
        record = View(case).record(f"{path}[{member}].x")
        assert record is not None
        for field in catalogue().fact(path).fields:
            found = record.value(field.name)
            assert not found.closed if field.is_list else found is None


# --- lists ------------------------------------------------------------------------------------------
def test_a_list_may_lack_one_of_each_kind_for_which_it_is_not_complete() -> None:
    kinds = list(catalogue().fact("relatives[].relation").choices)
    case = Case.empty("ca").set_complete("relatives", kinds[:3])
    missing = View(case).value("relatives").possible
    assert [member.value("relation") for member in missing] == kinds[3:]
    assert all(member.value("age") is None and member.id == "+" for member in missing)


def test_a_list_of_which_nothing_is_said_may_lack_one_member_of_any_kind() -> None:
    (missing,) = View(Case.empty("ca")).value("relatives").possible
    assert missing.value("relation") is None


def test_the_entry_relied_on_is_the_last() -> None:
    entries = [{"id": "a", "place": "airport"}, {"id": "b", "place": "land_port"}]
    case = Case.from_data({"entries": {"items": entries}})
    assert View(case).value("entry.place") == "land_port"
    assert View(case.move_item("entries", "b", -1)).value("entry.place") == "airport"
    assert View(case.replace("entries", {"complete": "all"})).value("entry.place") is None


# --- questions --------------------------------------------------------------------------------------
def test_a_question_is_asked_unless_it_is_known_that_it_does_not_apply() -> None:
    path = "claimant.documents[d1].passport_condition"
    case, _ = Case.empty("ca").add_item("claimant.documents", {"id": "d1"})
    kind = "claimant.documents[d1].kind"
    assert View(case).applies(path) == UNKNOWN
    assert View(case.replace(kind, "passport")).applies(path) == TRUE
    assert View(case.replace(kind, "work_permit")).applies(path) == FALSE
    assert View(case.replace(kind, "work_permit")).source(path) == "not_applicable"


def test_a_question_of_one_country_is_not_asked_on_the_way_into_the_other() -> None:
    assert View(Case.empty("us")).applies("claimant.lawful_status") == TRUE
    assert View(Case.empty("ca")).applies("claimant.lawful_status") == FALSE
    assert View(Case.empty()).applies("claimant.lawful_status") == TRUE


# --- as if entered on another day -------------------------------------------------------------------
def test_days_move_with_the_entry_and_the_case_keeps_its_own() -> None:
    case = entered(date="2018-05-02").replace("claim.date", "2018-05-12")
    view = View(case, day=date(2023, 4, 1))
    assert view.absolute("entry.date") == date(2023, 4, 1)
    assert view.absolute("claim.date") == date(2023, 4, 11)
    assert view.value("claim.date") == date(2018, 5, 12)
    assert View(case).absolute("claim.date") == date(2018, 5, 12)


def test_a_day_cannot_move_with_an_entry_that_has_none() -> None:
    case = entered().replace("claim.date", "2018-05-12")
    assert View(case, day=date(2023, 4, 1)).absolute("claim.date") is None


def test_tables_are_read_on_the_day_of_the_version_or_of_the_entry() -> None:
    case = entered(date="2024-02-01").replace("claimant.nationalities", ["MX"])
    case = case.set_complete("claimant.nationalities", "all")
    needed = "claimant.visa_needed.destination"
    assert View(case).value(needed) is False
    assert View(case, day=date(2024, 3, 1)).value(needed) is True
    assert View(case.replace("entries[e1].date", None)).value(needed) is None
    assert View(case, day=date(1999, 1, 1)).value(needed) is None
