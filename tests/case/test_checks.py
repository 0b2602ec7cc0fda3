"""Each check warns of the contradiction it is for, of nothing else, and never of what is unknown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.words import LANGUAGES
from tests.case.drawn import CASES
from tests.decision.forgetting import forget, stated


def relative(relation: str, **more: Any) -> dict[str, Any]:
    """A case with one relative."""
    return {"relatives": {"items": [{"id": "r1", "relation": relation, **more}]}}


ENTRY = {"items": [{"id": "e1", "date": "2018-05-02"}]}
BREAKING: dict[str, dict[str, Any]] = {
    "claim_not_before_entry": {"entries": ENTRY, "claim": {"date": "2018-05-01"}},
    "decision_not_before_claim": {
        "claim": {"date": "2018-05-02", "decision_date": "2018-05-01"},
    },
    "born_before_claim": {
        "claimant": {"birth_date": "2018-05-03"},
        "claim": {"date": "2018-05-02"},
    },
    "age_fits_birth_date": {
        "claimant": {"birth_date": "2000-05-03", "age": 18},
        "claim": {"date": "2018-05-02"},
    },
    "stateless_without_nationality": {
        "claimant": {"stateless": True, "nationalities": {"items": ["SY"]}}
    },
    "parent_older_than_claimant": {
        "claimant": {"age": 20},
        **relative("parent", tie="blood", age=20),
    },
    "child_younger_than_claimant": {
        "claimant": {"age": 20},
        **relative("grandchild", tie="blood", age=20),
    },
    "transit_needs_removal": {"route": {"in_transit": True, "ordered_removed": False}},
    "wilderness_is_no_port": {
        "entries": {"items": [{"id": "e1", "place": "between_land", "at_port": True}]}
    },
    "companion_at_hand": {
        "relatives": {"items": [{"id": "r1", "travels_with": True, "whereabouts": "elsewhere"}]}
    },
    "port_claim_not_inland": {"claim": {"inland": True}, "route": {"in_transit": True}},
}


def broken(data: dict[str, Any]) -> set[str]:
    """The ids of the checks that a case breaks."""
    return {check.id for check in broken_checks(Case.from_data(data))}


def test_every_check_has_an_example() -> None:
    assert set(BREAKING) == {check.id for check in catalogue().checks}


@pytest.mark.parametrize("name", BREAKING)
def test_a_contradiction_breaks_its_own_check_only(name: str) -> None:
    assert broken(BREAKING[name]) == {name}


@pytest.mark.parametrize("name", BREAKING)
def test_without_any_one_of_its_facts_a_contradiction_is_gone(name: str) -> None:
    case = Case.from_data(BREAKING[name])
    for one in stated(case.data):
        assert name not in {check.id for check in broken_checks(forget(case, [one]))}, one


def test_an_empty_case_contradicts_nothing() -> None:
    assert broken({}) == set()


@pytest.mark.parametrize("day", ["2018-05", "2018"])
def test_days_that_may_still_fit_are_no_contradiction(day: str) -> None:
    assert broken({"entries": ENTRY, "claim": {"date": day}}) == set()
    assert broken({"claimant": {"birth_date": day}, "claim": {"date": "2018-05-02"}}) == set()


@given(CASES)
def test_a_broken_check_is_told_once_in_both_languages(case: Case) -> None:
    found = broken_checks(case)
    assert len({check.id for check in found}) == len(found)
    assert all(check.warning[lang] for check in found for lang in LANGUAGES)
