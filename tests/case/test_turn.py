"""A journey turned round keeps what both countries know and says what it loses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, NOTHING
from core.case.turn import INTO, turned
from tests.case.drawn import CASES
from tests.decision.forgetting import stated

WAYS = st.sampled_from(["ca", "us"])
OTHER = {"ca": "us", "us": "ca"}


def foreign(case: Case, path: str, into: str) -> bool:
    """Whether a stated value means nothing on a journey into a country."""
    fact, value = catalogue().fact(path), case.get(path)
    if fact.only not in (None, into) and (fact.rest is NOTHING or value != fact.rest):
        return True
    values = value if isinstance(value, list) else [value]
    return any(fact.only_choices.get(one, into) != into for one in values)


def going(case: Case, into: str) -> Case:
    """The case on its way into a country, with nothing stated that means something in the other only."""
    return turned(case.replace(INTO, OTHER[into]), into).case


def codes(case: Case) -> set[str]:
    """The paths of the lists of choices and countries that have entries."""
    found = set()
    for fact in catalogue().facts.values():
        head, mark, rest = fact.path.partition("[]")
        if fact.type in CODE_LISTS and "[]" not in rest:
            places = [f"{head}[{m}]{rest}" for m in case.items(head)] if mark else [head]
            found |= {place for place in places if case.get(place)}
    return found


@given(CASES, WAYS)
def test_turned_twice_a_case_keeps_all_but_what_was_lost(case: Case, into: str) -> None:
    case = going(case, into)
    there = turned(case, OTHER[into])
    back = turned(there.case, into)
    assert back.lost == ()
    assert back.case.get(INTO) == into
    for path, kind in stated(case.data):
        if path in there.lost:
            continue
        if kind == "value":
            assert back.case.get(path) == case.get(path)
        else:
            assert back.case.complete(path) == case.complete(path)
    for path in codes(case) - set(there.lost):
        assert back.case.get(path) == case.get(path)


@given(CASES, WAYS)
def test_what_is_lost_is_what_means_nothing_there_and_it_is_unknown(case: Case, into: str) -> None:
    case = going(case, into)
    there = turned(case, OTHER[into])
    told = {path for path, kind in stated(case.data) if kind == "value"} | codes(case)
    assert set(there.lost) == {p for p in told if p != INTO and foreign(case, p, OTHER[into])}
    for path in there.lost:
        if catalogue().fact(path).is_list:
            only = catalogue().fact(path).only_choices
            kept = [one for one in case.get(path) if only.get(one, OTHER[into]) == OTHER[into]]
            assert there.case.get(path) == kept
            assert there.case.complete(path) is None
        else:
            assert there.case.get(path) is None


@given(CASES, WAYS)
def test_a_case_that_goes_there_already_stays_itself(case: Case, into: str) -> None:
    case = case.replace(INTO, into)
    assert turned(case, into) == (case, ())
    assert turned(case.replace(INTO, None), into).case.get(INTO) is None


@given(CASES)
def test_turning_leaves_the_case_as_it_was(case: Case) -> None:
    digest = case.digest
    turned(case, OTHER[case.get(INTO)])
    assert case.digest == digest
