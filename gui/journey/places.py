"""Which stations stand on the way, which stand aside, and where the border is crossed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.case.catalogue import catalogue

ASIDE = ("family", "history")
"""What is no place on the way: who the relatives are, and what came before."""

BORDER = "crossing"
"""The station at which the border is drawn."""


def on_the_way() -> tuple[str, ...]:
    """Return the stations on the line, in the order of travel."""
    return tuple(s.id for s in catalogue().stations if s.id not in ASIDE)


def in_order() -> tuple[str, ...]:
    """Return all stations as they stand from left to right."""
    return (*on_the_way(), *(s.id for s in catalogue().stations if s.id in ASIDE))


def count(paths: Iterable[str]) -> Counter[str]:
    """Count open questions by their station.

    >>> count(["relatives[ana].age", "relatives[+]", "claim.date"])["family"]
    2
    """
    return Counter(catalogue().fact(path.removesuffix("[+]")).station for path in paths)
