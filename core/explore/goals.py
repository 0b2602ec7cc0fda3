"""What a change shall bring about: another outcome of one version, agreement, or difference.

>>> from core.explore.goals import Goal
>>> Goal.turn("left", "heard").outcomes
('barred', 'returned')
"""

from __future__ import annotations

from dataclasses import dataclass

from core.decision.settle import HEARD, ORDER
from core.explore.planes import Plane
from core.explore.sides import Sides

OUTCOMES = tuple(sorted((*ORDER, HEARD)))
AGREE, DIFFER = "agree", "differ"


@dataclass(frozen=True)
class Goal:
    """``kind`` is ``left``, ``right``, ``agree`` or ``differ``; a side's goal is one of ``outcomes``."""

    kind: str
    outcomes: tuple[str, ...] = ()

    @staticmethod
    def turn(side: str, now: str) -> Goal:
        """Another outcome of one side than that of now."""
        return Goal(side, tuple(outcome for outcome in OUTCOMES if outcome != now))

    def reached(self, outcomes: tuple[str, str]) -> bool:
        """Whether the outcomes of both sides, each settled or ``undetermined``, are what is wanted.

        >>> Goal.turn("left", "heard").reached(("barred", "heard")), Goal(AGREE).reached(("heard", "barred"))
        (True, False)
        """
        if self.kind in ("left", "right"):
            return outcomes[self.kind == "right"] in self.outcomes
        settled = all(outcome in OUTCOMES for outcome in outcomes)
        return settled and (outcomes[0] == outcomes[1]) == (self.kind == AGREE)

    def plane(self, sides: Sides) -> Plane:
        """Where the goal is surely reached, and where it may be."""
        first, last = sides.outcomes[0], sides.outcomes[-1]
        if self.kind in ("left", "right"):
            found = first if self.kind == "left" else last
            sure = may = 0
            for outcome in self.outcomes:
                may |= found[outcome]
                sure |= only(found, outcome)
            return sure, may
        same = differ = 0
        sure_same = sure_differ = 0
        for one in OUTCOMES:
            for other in OUTCOMES:
                may = first[one] & last[other]
                sure = only(first, one) & only(last, other)
                if one == other:
                    same, sure_same = same | may, sure_same | sure
                else:
                    differ, sure_differ = differ | may, sure_differ | sure
        return (sure_same, same) if self.kind == AGREE else (sure_differ, differ)


def only(found: dict[str, int], outcome: str) -> int:
    """The variants where an outcome is possible and no other is."""
    mask = found[outcome]
    for other, possible in found.items():
        if other != outcome:
            mask &= ~possible
    return mask
