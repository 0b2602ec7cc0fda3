"""Every combination of new values for some facts of a case, each fact changed.

Days are taken one after the other, because the days worth trying lie beside those that are known.

>>> from core.case.case import Case
>>> from core.explore.trying import Trying
>>> from core.law.version import find_version
>>> case = Case.from_data({"journey": {"into": "ca"}, "claimant": {"stateless": False}})
>>> rows_for(case, Trying((find_version("2018-05-01"),)), ("claimant.stateless",))
[{'claimant.stateless': True}]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product as combined
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.explore.trying import CALENDAR, Trying
from core.explore.variants import ADDED, put

Row = dict[str, Any]


def rows_for(case: Case, trying: Trying, paths: Sequence[str]) -> list[Row]:
    """Every combination of values for some paths, each path changed."""
    bound = [path for path in paths if _of_calendar(path)]
    rows: list[Row] = []
    for before, fixed in _days(case, trying, bound[:-1], {}):
        rest = [path for path in paths if path not in fixed]
        options = [trying.values(before, path) for path in rest]
        rows += [{**fixed, **dict(zip(rest, found, strict=True))} for found in combined(*options)]
    return rows


def _days(
    case: Case, trying: Trying, paths: Sequence[str], fixed: Row
) -> Iterator[tuple[Case, Row]]:
    """Every change of some days and numbers, one after the other."""
    if not paths:
        yield case, fixed
        return
    first, *rest = paths
    for value in trying.values(case, first):
        yield from _days(put(case, first, value), trying, rest, {**fixed, first: value})


def _of_calendar(path: str) -> bool:
    if path.endswith((ADDED, "]")):
        return False
    return catalogue().fact(path).type in CALENDAR


def case_with(case: Case, row: Row) -> Case:
    """A case with every change of a row made; a member that joins a list is given as it is."""
    for path in sorted(row, key=lambda p: (p.endswith("]"), -len(p))):
        value = row[path]
        if path.endswith(ADDED) and isinstance(value, dict):
            case, _ = case.add_item(path.removesuffix(ADDED), value)
        else:
            case = put(case, path, value)
    return case
