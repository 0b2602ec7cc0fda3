"""Compare values of which some are unknown and some only known to lie in a span.

>>> from core.calendar import Span
>>> compare("<", 13, 14) == 2, compare("<", Span(10, 20), 14) == 1, compare("==", None, 3) == 1
(True, True, True)
"""

from __future__ import annotations

from typing import Any, Protocol

from core.calendar import Span, highest, lowest
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth


class Members(Protocol):
    """A list of the case: its members and what is known of its completeness."""

    @property
    def members(self) -> tuple[Any, ...]:
        """Codes and choices, or member records."""

    @property
    def closed(self) -> bool:
        """Whether nothing can be missing from the list."""


def compare(op: str, left: Any, right: Any) -> Truth:
    """``left op right`` for two values; op is one of ``== < <= > >=``."""
    if left is None or right is None:
        return UNKNOWN
    if isinstance(left, Span) or isinstance(right, Span):
        return _compare_spans(op, left, right)
    if op == "==":
        return TRUE if left == right else FALSE
    if op == "<":
        return TRUE if left < right else FALSE
    if op == "<=":
        return TRUE if left <= right else FALSE
    if op == ">":
        return TRUE if left > right else FALSE
    return TRUE if left >= right else FALSE


def _compare_spans(op: str, left: Any, right: Any) -> Truth:
    low, high = lowest(left), highest(left)
    other_low, other_high = lowest(right), highest(right)
    if op == "==":
        if low == high == other_low == other_high:
            return TRUE
        return FALSE if high < other_low or low > other_high else UNKNOWN  # type: ignore[operator]
    if op in (">", ">="):
        low, high, other_low, other_high = other_low, other_high, low, high
        op = "<" if op == ">" else "<="
    if op == "<":
        if high < other_low:  # type: ignore[operator]
            return TRUE
        return FALSE if low >= other_high else UNKNOWN  # type: ignore[operator]
    if high <= other_low:  # type: ignore[operator]
        return TRUE
    return FALSE if low > other_high else UNKNOWN  # type: ignore[operator]


def one_of(value: Any, choices: tuple[Any, ...]) -> Truth:
    """Whether ``value`` is among ``choices``."""
    if value is None:
        return UNKNOWN
    return TRUE if value in choices else FALSE


def contains(members: Members | None, value: Any) -> Truth:
    """Whether a list of the case holds ``value``."""
    if members is None or value is None:
        return UNKNOWN
    if value in members.members:
        return TRUE
    return FALSE if members.closed else UNKNOWN
