"""The pack that is being edited: a frozen value, and a history of the values before.

Every edit makes another pack, is one step to be undone, and is refused with a sentence where the pack that it
would make cannot be worked. What is wrong is never put in place.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from core.law.version import VersionError
from core.training.key import stamped
from core.training.model import Exercise, Notes, Pack, Plan, Step
from core.training.packfile import PackFile, write_pack
from core.training.stale import Standing, look
from core.training.work import ExerciseError, case_of, changed, work
from core.words import Words
from gui.document.edits import Edit, unnamed

LONGEST_ID = 60


class EditError(ValueError):
    """An edit that cannot be; the message is a sentence for the trainer."""


class PackDocument(QObject):
    """The open pack with its history. ``changed`` goes out once for each edit."""

    changed = Signal()

    def __init__(self, file: PackFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.pack = file.pack
        self.undo = QUndoStack(self)
        self.undo.indexChanged.connect(self._announce)
        self._looked: dict[str, tuple[object, Standing]] = {}

    @property
    def dirty(self) -> bool:
        """Whether there is something that has not been saved."""
        return not self.undo.isClean()

    def standing(self, name: str) -> Standing:
        """How the stored key of an exercise stands, computed when something of it changed."""
        pack, exercise = self.pack, self.pack.exercise(name)
        stored = pack.stored.exercises.get(name) if pack.stored else None
        rests_on = (exercise, stored, self.compared)
        known = self._looked.get(name)
        if known is None or known[0] != rests_on:
            one = pack.model_copy(update={"exercises": (exercise,)})
            known = self._looked[name] = (rests_on, look(one).exercises[0])
        return known[1]

    @property
    def compared(self) -> tuple[object, ...]:
        """The versions and choices of the pack, on which every exercise rests."""
        return self.pack.left, self.pack.right, self.pack.readings, self.pack.assumptions

    # --- the exercises ------------------------------------------------------------------------------
    def move(self, at: int, to: int) -> None:
        """Put an exercise at another place."""
        rows = list(self.pack.exercises)
        if 0 <= at < len(rows) and 0 <= to < len(rows) and at != to:
            rows.insert(to, rows.pop(at))
            self._edit(exercises=tuple(rows), plan=self._in_order([e.id for e in rows]))

    def _in_order(self, names: list[str]) -> Plan:
        """The plan with the cases of each step in the order of the exercises."""
        steps = tuple(
            step.model_copy(update={"exercises": tuple(sorted(step.exercises, key=names.index))})
            if step.kind == "cases"
            else step
            for step in self.pack.plan.steps
        )
        return self.pack.plan.model_copy(update={"steps": steps})

    def duplicate(self, name: str) -> str:
        """Put a copy behind an exercise, under an id of its own, and return that."""
        return self._insert_after(name, {})

    def vary(self, name: str, path: str, value: Any) -> str:
        """Put a copy behind an exercise in which one fact is another; return its id. Raises EditError."""
        exercise = self.pack.exercise(name)
        try:
            changed(case_of(exercise).case, {path: value})
        except ExerciseError as error:
            raise EditError(str(error)) from None
        return self._insert_after(name, {"change": {**exercise.change, path: value}})

    def add(self, case: str) -> str:
        """Put a case of the library at the end; return the id of its exercise. Raises EditError."""
        exercise = Exercise(id=self._free_id(case), case=case)
        cases = [n for n, step in enumerate(self.pack.plan.steps) if step.kind == "cases"]
        plan = self._planned(cases[-1:], exercise.id, "")
        self._edit(exercises=(*self.pack.exercises, exercise), plan=plan)
        return exercise.id

    def retire(self, name: str, *, retired: bool) -> None:
        """Leave an exercise out of sessions, or take it in again. Raises EditError for the last one."""
        left = [e for e in self.pack.active if e.id != name]
        if retired and not left:
            raise EditError("the last exercise of a pack cannot be retired; add another one first")
        self._change(name, {"retired": retired})

    def set_notes(self, name: str, part: str, lang: str, text: str) -> None:
        """Write what a case teaches, or its usual mistake, in one language."""
        notes = self.pack.exercise(name).notes
        told = _told(getattr(notes, part), lang, text)
        made = Notes.model_validate({**dict(notes), part: told})
        self._change(name, {"notes": made}, key=f"{name}/{part}/{lang}")

    # --- the plan, the versions ---------------------------------------------------------------------
    def set_versions(self, left: str, right: str) -> None:
        """Compare two other versions in every exercise that names none of its own. Raises EditError."""
        self._edit(left=left, right=right)

    def set_step(
        self, at: int, *, minutes: int | None = None, lang: str = "", title: str = ""
    ) -> None:
        """Give a step of the plan other minutes, or another title in a language."""
        step = self.pack.plan.steps[at]
        update: dict[str, Any] = {} if minutes is None else {"minutes": minutes}
        if title.strip():
            update["title"] = _told(step.title, lang, title)
        made = Step.model_validate({**dict(step), **update})
        steps = (*self.pack.plan.steps[:at], made, *self.pack.plan.steps[at + 1 :])
        self._edit(key=f"step/{at}/{lang}", plan=self.pack.plan.model_copy(update={"steps": steps}))

    def recompute(self) -> None:
        """Store the key anew, as the program's law gives it now. Raises EditError."""
        try:
            self._put_in_place(stamped(self.pack))
        except (ExerciseError, VersionError) as error:
            raise EditError(str(error)) from None

    # --- files --------------------------------------------------------------------------------------
    def save(self, path: Path) -> None:
        """Write the pack whole, with its key as it is stored now. Raises OSError."""
        self.file = write_pack(path, PackFile(self.pack, path))
        self.undo.setClean()
        self.changed.emit()

    # --- how an edit goes through -------------------------------------------------------------------
    def _insert_after(self, name: str, update: dict[str, Any]) -> str:
        rows = list(self.pack.exercises)
        at = next(n for n, e in enumerate(rows) if e.id == name)
        new = self._free_id(name)
        rows.insert(at + 1, rows[at].model_copy(update={"id": new, **update}))
        steps = enumerate(self.pack.plan.steps)
        where = [n for n, step in steps if step.kind == "cases" and name in step.exercises]
        self._edit(exercises=tuple(rows), plan=self._planned(where, new, name))
        return new

    def _planned(self, where: list[int], new: str, after: str) -> Plan:
        """The plan with a new exercise in some of its steps, behind another or at the end."""
        steps = list(self.pack.plan.steps)
        for n in where:
            names = list(steps[n].exercises)
            names.insert(names.index(after) + 1 if after in names else len(names), new)
            steps[n] = steps[n].model_copy(update={"exercises": tuple(names)})
        return self.pack.plan.model_copy(update={"steps": tuple(steps)})

    def _change(self, name: str, update: dict[str, Any], key: str = "") -> None:
        rows = [e.model_copy(update=update) if e.id == name else e for e in self.pack.exercises]
        self._edit(key=key, exercises=tuple(rows))

    def _edit(self, *, key: str = "", **update: Any) -> None:
        made = self.pack.model_copy(update=update)
        try:
            for exercise in made.exercises:
                if self._new_work(made, exercise):
                    work(made, exercise)
        except (ExerciseError, VersionError) as error:
            raise EditError(str(error)) from None
        self._put_in_place(made, key)

    def _new_work(self, made: Pack, exercise: Exercise) -> bool:
        """Whether an exercise would be worked otherwise than before."""
        if (made.left, made.right) != (self.pack.left, self.pack.right):
            return True
        return all(
            exercise.change != e.change or exercise.case != e.case for e in self.pack.exercises
        )

    def _put_in_place(self, made: Pack, key: str = "") -> None:
        if made != self.pack:
            self.undo.push(Edit(self._take, self.pack, made, unnamed, key))

    def _take(self, pack: Pack) -> None:
        self.pack = pack

    def _announce(self) -> None:
        if isValid(self.undo):
            self.changed.emit()

    def _free_id(self, name: str) -> str:
        taken = {e.id for e in self.pack.exercises}
        stem = name[: LONGEST_ID - 4]
        number = 2
        if name not in taken:
            return name
        while f"{stem}-{number}" in taken:
            number += 1
        return f"{stem}-{number}"


def _told(before: Words | None, lang: str, text: str) -> dict[str, str] | None:
    """A text in both languages with one of them written anew; None where nothing is left."""
    kept = {tongue: words for tongue, words in dict(before or {}).items() if tongue != lang}
    return {**kept, **({lang: text} if text.strip() else {})} or None
