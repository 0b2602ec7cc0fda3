"""Does a pack still say what the law says? Its key is computed again and laid beside the stored one.

>>> from core.training.packfile import packs
>>> look(packs()["debate-2018"].pack).moved
()
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.law.provisions import Law
from core.law.version import VersionError
from core.training.digest import digest
from core.training.key import pack_words, stored_of
from core.training.model import COLUMNS, Exercise, Pack, StoredExercise
from core.training.work import ExerciseError, work

State = Literal["same", "reworded", "stale", "moved", "new", "broken"]
"""``reworded``: only words differ, papers are printed anew; ``stale``: the case or the law that was
consulted differs, the answers do not; ``moved``: an answer differs; ``new``: no key was stored."""


@dataclass(frozen=True)
class Move:
    """One answer that differs: the column, what of it, and the values then and now."""

    column: str
    what: str
    then: object
    now: object


@dataclass(frozen=True)
class Standing:
    """How one exercise stands."""

    id: str
    state: State
    moves: tuple[Move, ...] = ()
    why: str = ""
    """For a broken exercise, a sentence that says why it cannot be worked."""
    now: StoredExercise | None = None

    @property
    def fresh(self) -> bool:
        """Whether the stored answers still stand on the same law."""
        return self.state in ("same", "reworded")


@dataclass(frozen=True)
class Look:
    """How a pack stands, exercise by exercise, in the pack's order."""

    exercises: tuple[Standing, ...]
    reworded: bool
    """Whether some words on the papers differ from those of the stored stamp."""

    @property
    def matches(self) -> bool:
        """Whether every stored key still stands on the same law."""
        return all(standing.fresh for standing in self.exercises)

    @property
    def moved(self) -> tuple[Standing, ...]:
        """The exercises whose answer differs from what was stored."""
        return tuple(s for s in self.exercises if s.state == "moved")

    @property
    def stale(self) -> tuple[Standing, ...]:
        """The exercises that rest on another law or case than when they were stored."""
        return tuple(s for s in self.exercises if not s.fresh)


def look(pack: Pack, law: Law | None = None) -> Look:
    """Compute the key anew, by the program's law or another, and compare."""
    found = tuple(_standing(pack, exercise, law) for exercise in pack.exercises)
    stored = pack.stored
    words = digest([pack_words(pack), [s.now.words for s in found if s.now is not None]])
    return Look(found, stored is not None and stored.words != words)


def _standing(pack: Pack, exercise: Exercise, law: Law | None) -> Standing:
    try:
        now = stored_of(work(pack, exercise, law))
    except (ExerciseError, VersionError) as error:
        return Standing(exercise.id, "broken", why=str(error))
    then = pack.stored.exercises.get(exercise.id) if pack.stored else None
    if then is None:
        return Standing(exercise.id, "new", now=now)
    moves = tuple(_moves(then, now))
    if moves:
        return Standing(exercise.id, "moved", moves, now=now)
    if (then.law, then.case) != (now.law, now.case):
        return Standing(exercise.id, "stale", now=now)
    return Standing(exercise.id, "same" if then.words == now.words else "reworded", now=now)


def _moves(then: StoredExercise, now: StoredExercise) -> Iterator[Move]:
    for side in COLUMNS:
        old, new = getattr(then, side), getattr(now, side)
        for what in type(old).model_fields:
            before, after = getattr(old, what), getattr(new, what)
            if before != after:
                yield Move(side, what, before, after)
