"""Edits of a pack, each from a pack to a pack, so that undoing one is putting the old pack back.

>>> from core.training.packfile import packs
>>> pack = packs()["debate-2018"].pack
>>> twice = duplicate(pack, "empty-road")
>>> [e.id for e in twice.exercises][1:3], twice.exercise("empty-road-2").case
(['empty-road', 'empty-road-2'], 'an-empty-road')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from core.training.model import Exercise, Notes, Pack, Step
from core.training.work import ExerciseError, case_of, changed

_NUMBERED = re.compile(r"^(.*?)(?:-\d+)?$")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
LONGEST = 50
"""Characters of an id that is made; a number may follow."""


def add_case(pack: Pack, case: str, at: int | None = None) -> Pack:
    """The pack with a case of the library as one more exercise, at a place or at the end.

    Raises ExerciseError where the library has no such case.
    """
    exercise = Exercise(id=free_id(pack, case), case=case)
    case_of(exercise)
    return _placed(pack, exercise, len(pack.exercises) if at is None else at)


def duplicate(pack: Pack, name: str) -> Pack:
    """The pack with a copy of an exercise right after it. Raises KeyError."""
    found = pack.exercise(name)
    copy = found.model_copy(update={"id": free_id(pack, name)})
    return _placed(pack, copy, pack.exercises.index(found) + 1)


def vary(pack: Pack, name: str, path: str, value: Any) -> Pack:
    """The pack with one fact of an exercise changed; the library's own value takes the change away.

    Raises KeyError for the exercise, ExerciseError for a path or a value that does not fit.
    """
    found = pack.exercise(name)
    plain = case_of(found.model_copy(update={"change": {}})).case
    change = {key: other for key, other in found.change.items() if key != path}
    if changed(plain, {path: value}) != plain:
        change[path] = value
    return replace_exercise(pack, found.model_copy(update={"change": change}))


def move(pack: Pack, name: str, to: int) -> Pack:
    """The pack with an exercise at another place, counted without it. Raises KeyError."""
    found = pack.exercise(name)
    others = [e for e in pack.exercises if e.id != name]
    at = max(0, min(to, len(others)))
    return _with(pack, (*others[:at], found, *others[at:]))


def retire(pack: Pack, name: str, *, retired: bool = True) -> Pack:
    """The pack with an exercise left out of sessions, or back in them. Raises KeyError."""
    return replace_exercise(pack, pack.exercise(name).model_copy(update={"retired": retired}))


def remove(pack: Pack, name: str) -> Pack:
    """The pack without an exercise, in plan and quiz too.

    Raises KeyError, or ExerciseError for the last one: a pack needs an exercise.
    """
    pack.exercise(name)
    left = tuple(e for e in pack.exercises if e.id != name)
    if not left:
        raise ExerciseError(f"{name}: a pack needs at least one exercise; add another one first")
    steps = tuple(_without(step, name) for step in pack.plan.steps)
    return _with(pack, left).model_copy(
        update={
            "plan": pack.plan.model_copy(update={"steps": steps}),
            "quiz": tuple(item for item in pack.quiz if item != name),
        }
    )


def note(pack: Pack, name: str, notes: Notes) -> Pack:
    """The pack with other trainer's notes on an exercise. Raises KeyError."""
    return replace_exercise(pack, pack.exercise(name).model_copy(update={"notes": notes}))


def replace_exercise(pack: Pack, exercise: Exercise) -> Pack:
    """The pack with another exercise in the place of the one of the same id. Raises KeyError."""
    pack.exercise(exercise.id)
    return _with(pack, (exercise if e.id == exercise.id else e for e in pack.exercises))


def free_id(pack: Pack, like: str) -> str:
    """An id that the pack does not have yet: ``like``, or with a number."""
    found = _NUMBERED.match(like)
    stem = _NOT_IN_ID.sub("-", (found[1] if found else like).lower()).strip("-")[:LONGEST] or "case"
    taken = {e.id for e in pack.exercises}
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _placed(pack: Pack, exercise: Exercise, at: int) -> Pack:
    return _with(pack, (*pack.exercises[:at], exercise, *pack.exercises[at:]))


def _with(pack: Pack, exercises: Iterable[Exercise]) -> Pack:
    return pack.model_copy(update={"exercises": tuple(exercises)})


def _without(step: Step, name: str) -> Step:
    return step.model_copy(update={"exercises": tuple(e for e in step.exercises if e != name)})
