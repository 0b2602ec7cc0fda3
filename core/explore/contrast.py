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
from core.explore.changing import GRANTED, changeable, class_of
from core.explore.find import Found, find
from core.explore.flips import flips
from core.explore.goals import Goal
from core.explore.rows import Row, case_with
from core.explore.sides import Sides
from core.explore.steps import Search
from core.explore.variants import product
from core.explore.wanted import Wanted, counts


@dataclass(frozen=True)
class Contrast:
    """Two cases, what was changed between them, and the outcome of each on one side."""

    first: Case
    second: Case
    change: Row
    outcomes: tuple[str, str]
    source: str
    """The case of the library that the first one is, or "" if it was made."""
    near: str
    """The case of the library near which the first one was made, or ""."""
    setup: Setup
    """What both were decided with: the version on both sides, and the readings of a library case."""


def contrasts(
    provision: str, setup: Setup, into: str, near: Case | None = None, most: int = 3
) -> Search[list[Contrast]]:
    """Up to ``most`` pairs around a provision of the left version of ``setup``. Raises VersionError."""
    wanted = Wanted((None, None), provision)
    one = setup.with_version("right", setup.left)
    found: list[Contrast] = []
    cases = yield from find(one, wanted, into, near, most * 4)
    for case in cases:
        pair = yield from _pair(case, provision)
        if pair is not None:
            found.append(pair)
        if len(found) == most:
            break
    return found


def _pair(found: Found, provision: str) -> Search[Contrast | None]:
    """The first change that takes the provision away, and with it the outcome."""
    setup, now = found.setup, found.outcomes[0]
    turned = yield from flips(found.case, setup, Goal.turn("left", now), most=1)
    rows = [row for flip in turned.flips for row in flip.ways]
    for row in (*rows, *_refused(found.case)):
        case = case_with(found.case, row)
        sides = Sides.of(product(case, {}), setup)
        after = sides.possible(0, 0)
        if len(after) == 1 and now not in after and not counts(sides.planes[0], provision)[1]:
            outcomes = now, after.pop()
            return Contrast(found.case, case, row, outcomes, found.source, found.near, setup)
    return None


def _refused(case: Case) -> list[Row]:
    """Each favour of a case as one that is not granted."""
    return [
        {path: False}
        for path in changeable(case)
        if class_of(path) == GRANTED and case.get(path) is True
    ]
