"""Rows of two countries: met beside met, every provision of the left in a row of its own."""

from __future__ import annotations

import random

import pytest

from core.case.library import library
from core.case.setup import Setup
from core.decision.across import level
from core.decision.compare import compare
from core.decision.model import Verdict
from core.logic.truth import TRUE

SETUP = Setup(left="ca:2023-04-01", right="us:2023-04-01")


def holds(verdict: Verdict | None) -> bool:
    """Whether a provision is met and counts."""
    return verdict is not None and min(verdict.met, verdict.reached) == TRUE


@pytest.fixture(scope="module")
def comparisons():
    """Every case of the library under the laws of both countries."""
    return [compare(library().load(name).case, SETUP) for name in library().ids()]


def test_a_met_provision_stands_beside_a_met_one_wherever_there_is_one_left(comparisons) -> None:
    both = 0
    for comparison in comparisons:
        points: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
        for row in comparison.rows:
            key = row.provision.node, row.provision.kind
            points.setdefault(key, []).append((holds(row.left), holds(row.right)))
        for pairs in points.values():
            together = sum(left and right for left, right in pairs)
            left, right = (sum(side) for side in zip(*pairs, strict=True))
            assert together == min(left, right)
            both += len(pairs) > 1 and together > 0
    assert both


def test_every_provision_stands_in_one_row_and_the_rows_of_the_left_stay(comparisons) -> None:
    rows = set()
    for comparison in comparisons:
        for side in ("left", "right"):
            found = [v.provision.id for row in comparison.rows if (v := getattr(row, side))]
            assert sorted(found) == sorted(getattr(comparison, side).verdicts)
        lefts = [row.left.provision.id for row in comparison.rows if row.left]
        assert [row.provision.id for row in comparison.rows if row.left] == lefts
        rows.add((tuple(lefts), len(comparison.rows)))
    assert len(rows) == 1


def test_met_stands_beside_met_in_whatever_order_the_two_laws_have_them(comparisons) -> None:
    rng = random.Random("level")
    for comparison in comparisons:
        ones = rng.sample(list(comparison.left.verdicts.values()), 5)
        others = rng.sample(list(comparison.right.verdicts.values()), 3)
        pairs = list(level(ones, others))
        assert [one for one, _ in pairs if one] == ones
        assert {id(other) for _, other in pairs if other} == {id(other) for other in others}
        met = [other for one, other in pairs if holds(one) and holds(other)]
        assert len(met) == min(sum(map(holds, ones)), sum(map(holds, others)))
        assert met == sorted(met, key=others.index)
