"""None of the rest applies: denies what has a plain no, once, and touches nothing that was stated."""

from __future__ import annotations

import pytest
from hypothesis import given

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import NOTHING
from core.case.rest import none_of_the_rest
from core.case.view import View
from core.logic.truth import FALSE
from tests.case.drawn import CASES
from tests.decision.forgetting import stated

STATIONS = [station.id for station in catalogue().stations]


@pytest.mark.parametrize("station", STATIONS)
@given(CASES)
def test_asked_twice_it_does_nothing_more(station: str, case: Case) -> None:
    denied, _ = none_of_the_rest(case, station)
    again, paths = none_of_the_rest(denied, station)
    assert paths == ()
    assert again == denied


@pytest.mark.parametrize("station", STATIONS)
@given(CASES)
def test_it_keeps_everything_that_was_stated(station: str, case: Case) -> None:
    denied, _ = none_of_the_rest(case, station)
    for path, kind in stated(case.data):
        if kind == "value":
            assert denied.get(path) == case.get(path)
        elif case.complete(path) == "all":
            assert denied.complete(path) == "all"


@pytest.mark.parametrize("station", STATIONS)
@given(CASES)
def test_it_says_exactly_what_it_stated(station: str, case: Case) -> None:
    denied, paths = none_of_the_rest(case, station)
    back = denied
    for path in paths:
        fact = catalogue().fact(path)
        back = (
            back.set_complete(path, case.complete(path))
            if fact.is_list
            else back.replace(path, None)
        )
    assert back == case
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("station", STATIONS)
@given(CASES)
def test_it_never_answers_a_favour_nor_whether_something_can_be_shown(
    station: str, case: Case
) -> None:
    _, paths = none_of_the_rest(case, station)
    for path in paths:
        fact = catalogue().fact(path)
        assert fact.is_list or (fact.rest is not NOTHING and fact.cls not in ("granted", "shown"))


@pytest.mark.parametrize("station", STATIONS)
@pytest.mark.parametrize("into", ["ca", "us"])
def test_it_answers_no_question_that_is_not_asked(station: str, into: str) -> None:
    denied, paths = none_of_the_rest(Case.empty(into), station)
    assert paths
    for path in paths:
        assert View(denied).applies(path) != FALSE


def test_it_closes_the_lists_of_every_member() -> None:
    case, member = Case.empty("ca").add_item("relatives", {"relation": "sibling"})
    denied, _ = none_of_the_rest(case, catalogue().fact("relatives").station)
    assert denied.complete("relatives") == "all"
    assert denied.complete(f"relatives[{member}].statuses") == "all"
    assert denied.get(f"relatives[{member}].travels_with") is False
    assert denied.get(f"relatives[{member}].shown") is None
