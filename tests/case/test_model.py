"""What a case file may hold: every fact, nothing unknown, and each fault by its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from core.case.case import Case, CaseError, prune
from core.case.catalogue import catalogue
from core.case.model import validated
from tests.case.drawn import CASES


def problems(data: Any) -> dict[str, str]:
    """The faults of a case by their places."""
    with pytest.raises(CaseError) as refused:
        Case.from_data(data)
    return {".".join(map(str, path)): text for path, text in refused.value.problems}


@given(CASES)
def test_a_case_reads_its_own_data_back_unchanged(case: Case) -> None:
    assert Case.from_data(case.data) == case
    assert prune(validated(case.data)) == prune(case.data)


def test_reading_adds_nothing_to_an_empty_case() -> None:
    assert Case.from_data({}).data == {}
    assert Case.from_data({"claimant": {"age": None}, "relatives": {}}).data == {}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"claimants": {}}, "claimants"),
        ({"claimant": {"shoe_size": 42}}, "claimant.shoe_size"),
        ({"relatives": {"items": [{"id": "a", "name": "Ana"}]}}, "relatives.items.0.name"),
        ({"relatives": {"members": []}}, "relatives.members"),
        ({"claimant": {"visa_needed": {"elsewhere": True}}}, "claimant.visa_needed.elsewhere"),
    ],
)
def test_an_unknown_key_is_refused_where_it_stands(data: Any, place: str) -> None:
    found = problems(data)
    assert list(found) == [place]
    assert "unknown key" in found[place]


COMPUTED = [fact.path for fact in catalogue().facts.values() if fact.computed]


@pytest.mark.parametrize("path", COMPUTED)
def test_a_file_cannot_state_what_is_always_computed(path: str) -> None:
    root, name = path.rsplit(".", 1)
    if root.endswith("[]"):
        data: Any = {root[:-2]: {"items": [{"id": "a", name: 3}]}}
    else:
        data = {root: {name: 3}}
    assert "unknown key" in next(iter(problems(data).values()))


def test_every_fault_of_a_file_is_told_at_once() -> None:
    found = problems(
        {
            "journey": {"into": "mx"},
            "claimant": {"age": "34", "birth_date": "yesterday", "nationalities": {"items": ["X"]}},
            "entries": {"items": [{"place": "land_port"}]},
        }
    )
    assert set(found) == {
        "journey.into",
        "claimant.age",
        "claimant.birth_date",
        "claimant.nationalities.items.0",
        "entries.items.0.id",
    }


def test_one_id_twice_in_a_list_is_refused_and_in_two_lists_is_not() -> None:
    twin = [{"id": "a", "relation": "child"}, {"id": "a", "relation": "sibling"}]
    assert "stands twice" in problems({"relatives": {"items": twin}})["relatives.items.1.id"]
    Case.from_data({"relatives": {"items": twin[:1]}, "entries": {"items": [{"id": "a"}]}})


@pytest.mark.parametrize(
    ("written", "meant"), [("yes", True), ("no", False), ("unknown", None), (True, True)]
)
def test_yes_no_and_unknown_are_answers(written: Any, meant: bool | None) -> None:
    case = Case.from_data({"claimant": {"stateless": written}})
    assert case.get("claimant.stateless") is meant


@pytest.mark.parametrize("written", [0, 1, "true", "maybe"])
def test_nothing_else_is_taken_for_a_yes_or_a_no(written: Any) -> None:
    assert list(problems({"claimant": {"stateless": written}})) == ["claimant.stateless"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("all", "all"), (True, "all"), (False, None), ([], None), (["child"], ["child"])],
)
def test_a_list_may_be_complete_not_at_all_or_for_some_kinds(written: Any, meant: Any) -> None:
    case = Case.from_data({"relatives": {"complete": written, "items": []}})
    assert case.complete("relatives") == meant


def test_a_list_is_not_complete_for_a_kind_there_is_not() -> None:
    problems({"relatives": {"complete": ["neighbour"]}})
    problems({"claimant": {"nationalities": {"complete": ["CA"]}}})
