"""What the votes of a room say: the items before and after in mixed order, and which mistakes were made.

>>> from core.training.packfile import packs
>>> pack = packs()["debate-2018"].pack
>>> before, after = item_order(pack, 7, "before"), item_order(pack, 7, "after")
>>> sorted(before) == sorted(after), before != after
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.training.key import key_of
from core.training.model import COLUMNS, Key, Pack, Side
from core.training.quiz import mixed
from core.training.votes import WAYS, Round, Vote, tally, together
from core.training.work import work

EARLY: tuple[Round, ...] = ("before", "first")
LATE: tuple[Round, ...] = ("after", "second")


def item_order(pack: Pack, seed: int, when: Literal["before", "after"]) -> tuple[str, ...]:
    """The items of the quiz before or after, mixed; the same items, in two different orders."""
    items = [pack.exercise(name) for name in pack.quiz] or list(pack.active)
    first = mixed(items, seed)
    if when == "before" or len(items) < 2:
        return tuple(e.id for e in first)
    turn = 1
    while (second := mixed(items, seed + turn)) == first and len(items) > 2:
        turn += 1
    return tuple(e.id for e in (second if second != first else items))


def keys_of(pack: Pack) -> dict[str, Key]:
    """The key of every exercise that is not retired. Raises ExerciseError, VersionError."""
    return {e.id: key_of(work(pack, e)) for e in pack.active}


@dataclass(frozen=True)
class Misconception:
    """A wrong provision that was chosen under one version, how often before and how often after.

    None where too few answered to show it.
    """

    exercise: str
    side: Side
    provision: str
    before: int | None
    after: int | None


def misconceptions(votes: Iterable[Vote], keys: dict[str, Key]) -> tuple[Misconception, ...]:
    """Which wrong provisions were chosen, the most frequent at first first."""
    kept = tuple(votes)
    found = []
    for exercise, key in keys.items():
        for side in COLUMNS:
            early = _pooled(kept, exercise, side, EARLY)
            late = _pooled(kept, exercise, side, LATE)
            wrong = {*early.counts, *late.counts} - set(key.column(side).basis)
            found += [
                Misconception(exercise, side, name, early.shown(name), late.shown(name))
                for name in sorted(wrong)
            ]
    return tuple(sorted(found, key=lambda m: (-(m.before or 0), -(m.after or 0))))


@dataclass(frozen=True)
class _Pooled:
    """Counts by provision of the rounds that may be shown, and whether some round may not."""

    counts: dict[str, int]
    withheld: bool

    def shown(self, name: str) -> int | None:
        """How often a provision was chosen; None where all that is known is withheld."""
        return None if self.withheld and not self.counts else self.counts.get(name, 0)


def _pooled(
    votes: tuple[Vote, ...], exercise: str, side: Side, rounds: tuple[Round, ...]
) -> _Pooled:
    found = [tally(votes, exercise, side, r, way, "provision") for r in rounds for way in WAYS]
    return _Pooled(together(found), any(one.withheld for one in found))
