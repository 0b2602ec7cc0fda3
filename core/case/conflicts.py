"""Stated facts that contradict what follows from other stated facts: a warning, for what is stated counts.

A contradiction that a broken check tells already is not told again.

>>> case = Case.from_data({
...     "journey": {"into": "ca"},
...     "claimant": {"nationalities": {"items": ["FR"]}, "visa_needed": {"destination": True}},
...     "entries": {"items": [{"id": "e1", "date": "2018-05-02"}]},
... })
>>> conflicts(case)
(Conflict(path='claimant.visa_needed.destination', stated=True, derived=False),)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from core.calendar import Span, highest, lowest
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.view import View
from core.logic.tree import Call, Compare, Expr, Fact, walk
from core.logic.truth import FALSE


class Conflict(NamedTuple):
    """A stated fact, its value, and the value that follows from other facts."""

    path: str
    stated: Any
    derived: Any


def conflicts(case: Case, readings: Mapping[str, str] | None = None) -> tuple[Conflict, ...]:
    """The stated facts of ``case`` that other facts contradict, in the order of the catalogue."""
    view = View(case, {("reading", name): at for name, at in (readings or {}).items()})
    found = [Conflict(path, view.at(path), view.firmly(path)) for path in _stated(case, view)]
    apart = [conflict for conflict in found if _apart(conflict.stated, conflict.derived)]
    told = set(_told(case, readings, view)) if apart else set()
    return tuple(conflict for conflict in apart if conflict.path not in told)


def _stated(case: Case, view: View) -> Iterator[str]:
    """The stated paths of facts that could also be derived."""
    for fact in catalogue().facts.values():
        if fact.derivation is None or fact.computed:
            continue
        for path in _places(case, fact.path):
            if case.get(path) is not None and view.applies(path) != FALSE:
                yield path


def _places(case: Case, pattern: str) -> Iterator[str]:
    """The concrete paths of a pattern in a case."""
    head, mark, rest = pattern.partition("[]")
    if not mark:
        yield head
        return
    for member in case.items(head):
        yield from _places(case, f"{head}[{member}]{rest}")


def _apart(stated: Any, derived: Any) -> bool:
    """Whether two values cannot both be right; two spans that meet can."""
    if stated is None or derived is None:
        return False
    if isinstance(stated, Span) or isinstance(derived, Span):
        return bool(
            lowest(stated) > highest(derived)  # type: ignore[operator]
            or lowest(derived) > highest(stated)  # type: ignore[operator]
        )
    return bool(stated != derived)


def _told(case: Case, readings: Mapping[str, str] | None, view: View) -> Iterator[str]:
    """The concrete paths of the facts that broken checks relate."""
    for check in broken_checks(case, readings):
        for node in walk(check.holds):
            if isinstance(node, Compare):
                for side in (node.left, node.right):
                    yield from (_concrete(path, view) for path in _paths(side))


def _paths(expr: Expr) -> Iterator[str]:
    """The facts at the root that an expression reads."""
    if isinstance(expr, Fact) and expr.var is None:
        yield expr.path
    elif isinstance(expr, Call):
        for argument in expr.args:
            yield from _paths(argument)


def _concrete(path: str, view: View) -> str:
    """``entry.at_port`` as the path of the entry relied on."""
    root, _, rest = path.partition(".")
    member = view.value(root) if root in catalogue().singles else None
    return f"{member.path}.{rest}" if member is not None else path
