"""Contrast pairs: two cases that differ in one fact and fall on either side of a provision.

The first case is one that the provision decides; the second is the same with the one change that takes
the provision away and turns the outcome.

>>> from core.case.setup import Setup
>>> from core.explore.steps import finish
>>> pairs = finish(contrasts("ca.irpr.159.5(e)", Setup(left="2018-05-01", right="2018-05-01"), "ca", most=1))
>>> len(pairs), pairs[0].outcomes[0] != pairs[0].outcomes[1]
(1, True)
"""

from __future__ import annotations

from dataclasses import dataclass

from core.case.case import Case
from core.case.setup import Setup
from core.explore.find import Found, find
from core.explore.flips import flips
from core.explore.goals import Goal
from core.explore.rows import Row
from core.explore.sides import Sides
from core.explore.steps import Search
from core.explore.variants import product
from core.explore.wanted import Wanted, decides

CLASSES = ("chosen", "shown", "fixed", "granted")


@dataclass(frozen=True)
class Contrast:
    """Two cases, what was changed between them, and the outcome of each on one side."""

    first: Case
    second: Case
    change: Row
    outcomes: tuple[str, str]
    source: str
    """The case of the library that the first one is, or "" if it was made."""


def contrasts(
    provision: str, setup: Setup, into: str, near: Case | None = None, most: int = 3
) -> Search[list[Contrast]]:
    """Up to ``most`` pairs around a provision of the left version of ``setup``. Raises VersionError."""
    wanted = Wanted((None, None), provision)
    one = setup.with_version("right", setup.left)
    found: list[Contrast] = []
    cases = yield from find(one, wanted, into, near, most * 4)
    for case in cases:
        pair = yield from _pair(case, provision, one)
        if pair is not None:
            found.append(pair)
        if len(found) == most:
            break
    return found


def _pair(found: Found, provision: str, setup: Setup) -> Search[Contrast | None]:
    """The least change that takes the provision away, and with it the outcome."""
    now = found.outcomes[0]
    turned = yield from flips(found.case, setup, Goal.turn("left", now), most=1)
    for flip in turned.flips:
        for way, row in enumerate(flip.ways):
            case = flip.case(found.case, way)
            sides = Sides.of(product(case, {}), setup)
            if not decides(sides.planes[0], provision):
                outcome = flip.outcomes[way][0]
                return Contrast(found.case, case, row, (now, outcome), found.source)
    return None
