"""What can be wrong with a pack whose form is right: names that mean nothing, and whatever hangs on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.files.yamlfile import Document
from core.law.load import law
from core.law.version import VersionError
from core.training.model import Exercise, Pack
from core.training.work import ExerciseError, Worked, changed, work


def mistakes(pack: Pack, document: Document) -> Iterator[str]:
    """Every mistake as a sentence with its line."""
    yield from _twice(pack, document)
    yield from _unknown_names(pack, document)
    yield from _choices(pack, document)
    for at, exercise in enumerate(pack.exercises):
        yield from _of_exercise(pack, exercise, document, at)


def _twice(pack: Pack, document: Document) -> Iterator[str]:
    counts = Counter(exercise.id for exercise in pack.exercises)
    for at, exercise in enumerate(pack.exercises):
        if counts.pop(exercise.id, 1) > 1:
            yield (
                f"{document.place('exercises', at, 'id')}: the id {exercise.id!r} stands more than "
                "once; expected one exercise of each id; rename the others."
            )


def _unknown_names(pack: Pack, document: Document) -> Iterator[str]:
    known = {exercise.id for exercise in pack.exercises}
    used: list[tuple[tuple[str | int, ...], str]] = [
        (("quiz", n), name) for n, name in enumerate(pack.quiz)
    ]
    for at, step in enumerate(pack.plan.steps):
        used += [(("plan", "steps", at, "exercises", n), s) for n, s in enumerate(step.exercises)]
    for steps, name in used:
        if name not in known:
            yield (
                f"{document.place(*steps)}: found {name!r}, expected the id of an exercise of this "
                f"pack: {', '.join(sorted(known))}."
            )


def _choices(pack: Pack, document: Document) -> Iterator[str]:
    readings = {name: tuple(r.positions) for name, r in law().readings.items()}
    found: list[tuple[tuple[str | int, ...], dict[str, str]]] = [((), pack.readings)]
    found += [(("exercises", n), e.readings) for n, e in enumerate(pack.exercises)]
    for steps, chosen in found:
        for name, position in chosen.items():
            place = document.place(*steps, "readings", name)
            if name not in readings:
                yield f"{place}: there is no reading {name!r}; see docs/law-files.md."
            elif position not in readings[name]:
                expected = ", ".join(readings[name])
                yield f"{place}: {name}: found {position!r}; expected one of {expected}."


def _of_exercise(pack: Pack, exercise: Exercise, document: Document, at: int) -> Iterator[str]:
    try:
        worked = work(pack, exercise)
    except (ExerciseError, VersionError) as error:
        yield f"{document.place('exercises', at)}: {error}."
        return
    yield from _assumptions(exercise, worked, document, at)
    for n, flip in enumerate(exercise.notes.flips):
        try:
            changed(worked.file.case, flip.change)
        except ExerciseError as error:
            place = document.place("exercises", at, "notes", "flips", n)
            yield f"{place}: {exercise.id}: notes.flips: {error}."


def _assumptions(exercise: Exercise, worked: Worked, document: Document, at: int) -> Iterator[str]:
    comparison = worked.comparison
    known = {**comparison.left.version.assumes, **comparison.right.version.assumes}
    for name, position in worked.setup.assumptions.items():
        own = name in exercise.assumptions
        steps = ("exercises", at, "assumptions", name) if own else ("assumptions", name)
        if name in known and position not in known[name].positions:
            expected = ", ".join(known[name].positions)
            yield f"{document.place(*steps)}: {name}: found {position!r}; expected one of {expected}."
        elif own and name not in known:
            there = ", ".join(sorted(known)) or "none in these versions"
            yield f"{document.place(*steps)}: there is no assumption {name!r}; there are: {there}."
