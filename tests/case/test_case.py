"""A case is immutable: an edit makes a new one, and what is put can be got, forgotten and named."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.case import Case, prune, steps_of
from core.case.catalogue import catalogue
from core.case.facts import FactError
from tests.case.drawn import ANSWERS, CASES

COMPUTED = [f.path for f in catalogue().facts.values() if f.computed and "[]" not in f.path]


def padded(value: Any) -> Any:
    """The same facts with empty values strewn in."""
    if isinstance(value, dict):
        return {"nothing": None, **{k: padded(v) for k, v in value.items()}, "empty": {}}
    return [padded(v) for v in value] if isinstance(value, list) else value


def reversed_keys(value: Any) -> Any:
    """The same facts with every mapping written backwards."""
    if isinstance(value, dict):
        return {k: reversed_keys(v) for k, v in reversed(value.items())}
    return [reversed_keys(v) for v in value] if isinstance(value, list) else value


@given(CASES, ANSWERS)
def test_what_is_put_can_be_got(case: Case, answer: tuple[str, Any]) -> None:
    path, value = answer
    assert case.replace(path, value).get(path) == value


@given(CASES, ANSWERS)
def test_putting_back_what_was_there_gives_the_same_case(
    case: Case, answer: tuple[str, Any]
) -> None:
    path, value = answer
    back = case.replace(path, value).replace(path, case.get(path))
    assert back == case
    assert back.digest == case.digest


@given(CASES, ANSWERS)
def test_an_answer_changes_nothing_beside_it(case: Case, answer: tuple[str, Any]) -> None:
    path, value = answer
    edited = case.replace(path, value)
    beside = [f.path for f in catalogue().facts.values() if "[]" not in f.path and f.path != path]
    assert [edited.get(other) for other in beside] == [case.get(other) for other in beside]


@given(CASES, ANSWERS)
def test_an_edit_leaves_the_old_case_as_it_was(case: Case, answer: tuple[str, Any]) -> None:
    before, digest = copy.deepcopy(case.data), case.digest
    edited = case.replace(*answer).set_complete("relatives", "all")
    edited, member = edited.add_item("relatives", {"relation": "sibling"})
    edited = edited.replace(f"relatives[{member}].age", 20).move_item("relatives", member, -9)
    edited.remove_item("relatives", member)
    assert case.data == before
    assert case.digest == digest


@given(CASES, CASES)
def test_two_cases_have_one_digest_exactly_if_they_state_the_same(one: Case, other: Case) -> None:
    assert (one.digest == other.digest) == (prune(one.data) == prune(other.data))
    assert (one == other) == (one.digest == other.digest)


@given(CASES, ANSWERS)
def test_another_answer_is_another_digest(case: Case, answer: tuple[str, Any]) -> None:
    path, value = answer
    edited = case.replace(path, value)
    assert (edited.digest == case.digest) == (case.get(path) == value)


@given(CASES)
def test_absent_and_null_are_the_same_case_and_the_order_of_keys_is_none(case: Case) -> None:
    for told in (padded(case.data), reversed_keys(case.data)):
        assert Case(told) == case
        assert Case(told).digest == case.digest
        assert hash(Case(told)) == hash(case)


def test_the_order_of_members_is_part_of_the_case() -> None:
    entries = [{"id": "a", "place": "airport"}, {"id": "b", "place": "land_port"}]
    one, other = (
        Case.from_data({"entries": {"items": items}}) for items in (entries, entries[::-1])
    )
    assert one.digest != other.digest
    assert one.move_item("entries", "a", 1) == other


@given(CASES)
def test_a_member_that_is_added_has_an_id_of_its_own_and_can_be_taken_away_again(
    case: Case,
) -> None:
    grown, member = case.add_item("relatives", {"relation": "child"})
    assert grown.items("relatives") == (*case.items("relatives"), member)
    assert member not in case.items("relatives")
    assert grown.remove_item("relatives", member).items("relatives") == case.items("relatives")


@given(CASES, st.sampled_from(["relatives", "claimant.nationalities", "claimant.documents"]))
def test_a_list_is_marked_complete_without_touching_its_members(case: Case, path: str) -> None:
    closed = case.set_complete(path, "all")
    assert (closed.complete(path), closed.get(path)) == ("all", case.get(path))
    assert closed.set_complete(path, case.complete(path)) == case


def test_a_list_that_loses_members_and_mark_is_gone() -> None:
    case = Case.empty().set_complete("claimant.nationalities", "all")
    assert case.set_complete("claimant.nationalities", None) == Case.empty()


@pytest.mark.parametrize("path", COMPUTED)
def test_what_is_always_computed_cannot_be_stated(path: str) -> None:
    with pytest.raises(FactError, match="computed"):
        Case.empty().replace(path, 20)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("claimant.age", "34"),
        ("claimant.age", True),
        ("claimant.age", 121),
        ("claimant.birth_date", "1990-02-30"),
        ("claimant.stateless", "no"),
        ("claimant.habitual_residence", "XX"),
        ("claim.channel", "post"),
        ("claimant.nationalities", ["CA", "CA"]),
        ("claimant.nationalities", ["Canada"]),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_the_case_stays(path: str, value: Any) -> None:
    case = Case.empty("ca")
    with pytest.raises(FactError):
        case.replace(path, value)
    assert case == Case.empty("ca")


def test_a_path_the_catalogue_has_not_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match=r"claimant\.shoe_size"):
        Case.empty().replace("claimant.shoe_size", 42)
    with pytest.raises(KeyError, match="ana"):
        Case.empty().replace("relatives[ana].age", 3)
    with pytest.raises(FactError, match="shoe_size"):
        Case.empty().add_item("relatives", {"shoe_size": 42})


@pytest.mark.parametrize("text", ["", ".", "a..b", "a[", "a]b", "[x].y"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(KeyError):
        steps_of(text)
