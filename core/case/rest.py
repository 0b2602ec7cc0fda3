"""The answer "none of the rest applies": states at one stroke, undoably, what remains of a station.

Only facts that have a plain "no" are touched (``rest`` in the catalogue): booleans become false, lists
become complete as they stand. Favours, and whether something can be shown, are never assumed.
"""

from __future__ import annotations

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import NOTHING, Fact
from core.case.view import View
from core.logic.truth import FALSE


def none_of_the_rest(case: Case, station: str) -> tuple[Case, tuple[str, ...]]:
    """The case with the rest of ``station`` denied, and the paths that were stated."""
    stated: list[str] = []
    for fact in catalogue().of_station(station):
        case = _deny(case, fact, fact.path, stated)
    return case, tuple(stated)


def _deny(case: Case, fact: Fact, path: str, stated: list[str]) -> Case:
    if fact.computed or View(case).applies(path) == FALSE:
        return case
    if fact.is_list:
        return _close(case, fact, path, stated)
    if fact.rest is not NOTHING and case.get(path) is None:
        stated.append(path)
        return case.replace(path, fact.rest)
    return case


def _close(case: Case, fact: Fact, path: str, stated: list[str]) -> Case:
    if case.complete(path) != "all":
        stated.append(path)
        case = case.set_complete(path, "all")
    if fact.type == "records":
        for member in case.items(path):
            for inner in fact.fields:
                case = _deny(case, inner, f"{path}[{member}].{inner.name}", stated)
    return case
