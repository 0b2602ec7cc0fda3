"""Three values of truth: false, unknown, true, in that order.

Kleene's strong logic: *and* is the smaller, *or* the greater, *not* turns the scale round. What is
unknown stays unknown unless the rest settles the matter.

>>> conjunction([TRUE, UNKNOWN]) == UNKNOWN, conjunction([FALSE, UNKNOWN]) == FALSE
(True, True)
>>> negation(UNKNOWN) == UNKNOWN
True
"""

from __future__ import annotations

from collections.abc import Iterable

Truth = int
FALSE: Truth = 0
UNKNOWN: Truth = 1
TRUE: Truth = 2


def of_bool(value: bool | None) -> Truth:
    """The truth of a Python bool; None is unknown."""
    if value is None:
        return UNKNOWN
    return TRUE if value else FALSE


def to_bool(truth: Truth) -> bool | None:
    """True, False, or None for unknown."""
    return None if truth == UNKNOWN else truth == TRUE


def negation(truth: Truth) -> Truth:
    """Not."""
    return TRUE - truth


def conjunction(truths: Iterable[Truth]) -> Truth:
    """And; true of nothing at all."""
    return min(truths, default=TRUE)


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Or; false of nothing at all."""
    return max(truths, default=FALSE)
