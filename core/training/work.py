"""An exercise worked out: its case with the changes made, both versions, both decisions compared.

>>> from core.training.packfile import packs
>>> pack = packs()["debate-2018"].pack
>>> worked = work(pack, pack.active[0])
>>> worked.comparison.left.version.name, worked.comparison.right.version.name
('ca:2018-05-01', 'ca:whole_border_2018')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from core.case.case import Case, CaseError
from core.case.casefile import CaseFile, words_of
from core.case.casefile import Story as CaseStory
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, FactError
from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare_decisions
from core.decision.decide import decide
from core.decision.model import Comparison, Decision
from core.decision.which import version_for
from core.law.provisions import Law
from core.training.consulted import Trace, consulted
from core.training.model import Exercise, Notes, OwnCase, Pack, Side, Story


class ExerciseError(ValueError):
    """An exercise that cannot be worked; the message is a sentence for the user."""


@dataclass(frozen=True)
class Worked:
    """An exercise with everything that the law says of it. It holds the key: no trainee's screen gets it."""

    exercise: Exercise
    file: CaseFile
    setup: Setup
    comparison: Comparison

    @cached_property
    def traces(self) -> tuple[Trace, Trace]:
        """What either decision looked at, left and right."""
        return consulted(self.comparison.left), consulted(self.comparison.right)

    def decision(self, side: Side) -> Decision:
        """The decision of one column."""
        return self.comparison.left if side == "left" else self.comparison.right


def setup_of(pack: Pack, exercise: Exercise) -> Setup:
    """The versions and choices of an exercise: its own, else those of the pack."""
    return Setup(
        left=exercise.left or pack.left,
        right=exercise.right or pack.right,
        assumptions={**pack.assumptions, **exercise.assumptions},
        readings={**pack.readings, **exercise.readings},
    )


def case_of(exercise: Exercise) -> CaseFile:
    """The case of an exercise, with its changes and its story. Raises ExerciseError."""
    file = _base(exercise)
    try:
        case = changed(file.case, exercise.change)
    except ExerciseError as error:
        raise ExerciseError(f"{exercise.id}: change: {error}") from None
    story = _story(exercise.story) if exercise.story else file.story
    return replace(file, case=case, story=story, teaching={})


def notes_of(exercise: Exercise) -> Notes:
    """The trainer's notes of an exercise; what it teaches is taken from the library if they do not say.

    Raises ExerciseError.
    """
    notes = exercise.notes
    teaches = _base(exercise).teaching.get("teaches")
    if notes.teaches is not None or not teaches or exercise.change:
        return notes
    return notes.model_copy(update={"teaches": words_of(teaches)})


def changed(case: Case, changes: Mapping[str, Any]) -> Case:
    """The case with other facts in the place of some, by path; None takes one away.

    Raises ExerciseError for a path that does not exist or a value that does not fit.
    """
    for path, value in changes.items():
        try:
            fact = catalogue().fact(path)
            if fact.type in CODE_LISTS and (value is None or isinstance(value, dict)):
                case = case.replace(path, (value or {}).get("items", []))
                case = case.set_complete(path, (value or {}).get("complete"))
            else:
                case = case.replace(path, value)
        except KeyError:
            raise ExerciseError(
                f"{path}: this case has no such fact; expected a path such as claimant.age"
            ) from None
        except (FactError, CaseError, TypeError, AttributeError) as error:
            raise ExerciseError(f"{path}: {error}") from None
    return case


def work(pack: Pack, exercise: Exercise, law: Law | None = None) -> Worked:
    """The exercise decided under both versions, of the program's law or of another.

    Raises ExerciseError, or VersionError for a version that does not exist.
    """
    return work_case(exercise, case_of(exercise), setup_of(pack, exercise), law)


def work_case(exercise: Exercise, file: CaseFile, setup: Setup, law: Law | None = None) -> Worked:
    """The same with the case and the setup given. Raises VersionError."""
    case = file.case
    left = decide(case, version_for(case, setup.left, setup, law), setup)
    right = decide(case, version_for(case, setup.right, setup, law), setup)
    return Worked(exercise, file, setup, compare_decisions(case, left, right))


def _base(exercise: Exercise) -> CaseFile:
    if isinstance(exercise.case, OwnCase):
        try:
            case = Case.from_data(exercise.case.facts)
        except CaseError as error:
            raise ExerciseError(f"{exercise.id}: case.facts: {error}") from None
        return CaseFile(case=case, story=_story(exercise.case.story))
    try:
        return library().load(exercise.case)
    except KeyError:
        raise ExerciseError(
            f"{exercise.id}: case: there is no case {exercise.case!r} in the library; "
            "see: threshold list cases"
        ) from None


def _story(story: Story) -> CaseStory:
    return CaseStory(title=dict(story.title), text=dict(story.text))
