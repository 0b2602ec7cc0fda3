"""Edits give another pack and leave the old one as it was."""

from __future__ import annotations

import pytest

from core.training.edit import add_case, duplicate, free_id, move, note, remove, retire, vary
from core.training.model import Notes
from core.training.packfile import packs
from core.training.work import ExerciseError, work
from core.words import Words

PACK = packs()["debate-2018"].pack


def ids(pack) -> list[str]:
    return [e.id for e in pack.exercises]


def test_a_case_of_the_library_is_added_where_it_is_dropped():
    assert ids(add_case(PACK, "day-thirteen", 1))[:3] == [
        "formal-crossing",
        "day-thirteen",
        "empty-road",
    ]
    assert ids(add_case(PACK, "day-thirteen"))[-1] == "day-thirteen"
    with pytest.raises(ExerciseError, match="no case 'nowhere'"):
        add_case(PACK, "nowhere")


def test_ids_that_are_made_are_free():
    once = duplicate(PACK, "empty-road")
    twice = duplicate(once, "empty-road-2")
    assert ids(twice)[1:4] == ["empty-road", "empty-road-2", "empty-road-3"]
    assert free_id(PACK, "Ünïque Name!") == "n-que-name"


def test_one_fact_is_varied_and_varied_back():
    other = vary(PACK, "empty-road", "relatives[cousin].relation", "spouse")
    assert work(other, other.exercise("empty-road")).comparison.right.outcome == "heard"
    assert vary(other, "empty-road", "relatives[cousin].relation", "cousin") == PACK
    with pytest.raises(ExerciseError, match="no such fact"):
        vary(PACK, "empty-road", "claimant.shoe_size", 3)
    with pytest.raises(ExerciseError, match="expected one of"):
        vary(PACK, "empty-road", "relatives[cousin].relation", "neighbour")


def test_an_exercise_is_moved():
    assert ids(move(PACK, "way-of-toronto", 0))[:2] == ["way-of-toronto", "formal-crossing"]
    assert ids(move(PACK, "formal-crossing", 99))[-1] == "formal-crossing"


def test_a_retired_exercise_stays_in_the_pack_and_out_of_sessions():
    less = retire(PACK, "item-ferry")
    assert "item-ferry" not in [e.id for e in less.active]
    assert retire(less, "item-ferry", retired=False) == PACK


def test_a_removed_exercise_leaves_plan_and_quiz():
    less = remove(PACK, "item-ferry")
    assert "item-ferry" not in ids(less)
    assert "item-ferry" not in less.quiz
    assert all("item-ferry" not in step.exercises for step in less.plan.steps)
    for name in ids(less)[1:]:
        less = remove(less, name)
    with pytest.raises(ExerciseError, match="at least one exercise"):
        remove(less, ids(less)[0])


def test_notes_are_replaced():
    notes = Notes(teaches=Words(en="a", fr="b"))
    assert note(PACK, "empty-road", notes).exercise("empty-road").notes == notes
