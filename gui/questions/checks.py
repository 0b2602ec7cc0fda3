"""At which stations a contradiction is shown: at those of the facts that it relates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from core.case.catalogue import catalogue
from core.logic.tree import Fact


@cache
def stations_of(check: str) -> frozenset[str]:
    """Return the stations of the facts that a check relates."""
    found = next(known for known in catalogue().checks if known.id == check)
    return frozenset(catalogue().fact(path).station for path in _paths(found.holds))


def _paths(node: object) -> Iterator[str]:
    """Yield the paths of facts at the root in a condition, whatever its shape."""
    if isinstance(node, Fact):
        if node.var is None:
            yield node.path
    elif isinstance(node, tuple):
        for part in node:
            yield from _paths(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _paths(getattr(node, field.name))
