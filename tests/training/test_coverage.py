"""Which law a pack touches: what decides, what is only looked at, what is left out, and what closes gaps."""

from __future__ import annotations

import pytest

from core.training.coverage import coverage
from core.training.model import Exercise
from core.training.packfile import packs
from core.training.suggest import suggestions

PACK = packs()["debate-2018"].pack


def test_what_carries_an_outcome_decides_and_what_is_asked_on_the_way_is_looked_at():
    found = coverage(PACK)
    assert "empty-road" in found.row("ca.irpr.159.4(1)(a)").decisive
    assert found.row("ca.irpr.159.5(a)").touched == "checked"
    assert "sister-age" in found.row("ca.irpr.159.5(c)").decisive, "it leaves the outcome open"
    with pytest.raises(KeyError):
        found.row("ca.irpa.101(1)(b.1)")


def test_what_no_exercise_even_looks_at_is_left_out():
    by_land = PACK.model_copy(update={"exercises": (PACK.exercise("empty-road"),)})
    assert coverage(by_land).row("ca.irpr.159.4(2)").touched == "left_out"
    assert coverage(PACK).row("ca.irpr.159.4(2)").touched != "left_out"


def test_differences_are_the_texts_that_are_not_the_same_in_both_versions():
    names = {row.provision.id for row in coverage(packs()["change-2026"].pack).differences}
    assert {"ca.irpa.101(1)(b.1)", "ca.irpa.101(1)(b.2)"} <= names
    assert "ca.irpr.159.5(a)" not in names


def test_a_provision_that_decides_nearly_always_is_over_drilled():
    same = tuple(
        PACK.exercise("empty-road").model_copy(update={"id": f"again-{n}"}) for n in range(5)
    )
    found = coverage(PACK.model_copy(update={"exercises": same}))
    assert found.row("ca.irpr.159.4(1)(a)").over_drilled
    few = coverage(PACK.model_copy(update={"exercises": same[:3]}))
    assert not few.row("ca.irpr.159.4(1)(a)").over_drilled


def test_retired_exercises_count_for_nothing():
    retired = tuple(e.model_copy(update={"retired": e.id != "item-ferry"}) for e in PACK.exercises)
    found = coverage(PACK.model_copy(update={"exercises": retired}))
    assert found.exercises == ("item-ferry",)
    assert not found.row("ca.irpr.159.4(1)(a)").decisive


def test_a_broken_exercise_is_named_and_the_rest_is_covered():
    broken = PACK.exercises[0].model_copy(update={"case": "no-such-case"})
    found = coverage(PACK.model_copy(update={"exercises": (broken, *PACK.exercises[1:])}))
    assert found.broken == (broken.id,)
    assert found.row("ca.irpr.159.4(1)(a)").decisive


def test_each_suggestion_closes_gaps_and_none_closes_fewer_than_the_next():
    gaps = {row.provision.id for row in coverage(PACK).left_out}
    found = suggestions(PACK, most=4)
    assert len(found) == 4
    closed: set[str] = set()
    for row in found:
        assert set(row.closes) <= gaps - closed
        closed |= set(row.closes)
    sizes = [len(row.closes) for row in found]
    assert sizes == sorted(sizes, reverse=True)
    assert not {row.case for row in found} & {e.case for e in PACK.exercises}


def test_a_suggestion_taken_up_closes_what_it_says():
    (first,) = suggestions(PACK, most=1)
    more = Exercise(id="more", case=first.case, left=first.left, right=first.right)
    grown = coverage(PACK.model_copy(update={"exercises": (*PACK.exercises, more)}))
    assert all(grown.row(name).decisive == ("more",) for name in first.closes)
