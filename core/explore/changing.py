"""What can be changed in a case: its facts, the members of its lists, and what each can become.

A change is of one path, as columns have them (:mod:`core.explore.variants`): a fact takes another value,
``relatives[ana]`` goes, ``relatives[+]`` comes.

>>> from core.case.case import Case
>>> stated = {"journey": {"into": "ca"}, "claimant": {"age": 16}, "relatives": {"complete": "all"}}
>>> case = Case.from_data(stated)
>>> found = changeable(case)
>>> "claimant.age" in found, "relatives[+]" in found, "journey.into" in found
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Iterator

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact
from core.case.view import View
from core.explore.sampling import concrete
from core.explore.trying import is_open
from core.explore.variants import ADDED

FIXED = "journey.into"
"""The direction of the journey is turned, not changed (see :mod:`core.case.turn`)."""

GRANTED = "granted"


def changeable(case: Case) -> list[str]:
    """Every path of a case that can be changed, in the order of the catalogue."""
    view = View(case)
    found: list[str] = []
    singles = set(catalogue().singles.values())
    for fact in catalogue().facts.values():
        if fact.path == FIXED or fact.computed or fact.type == "text":
            continue
        for path in concrete(case, fact):
            found += _of(case, view, fact, path, singles)
    return found


def _of(case: Case, view: View, fact: Fact, path: str, singles: set[str]) -> Iterator[str]:
    if fact.type == "records":
        relied_on = path in singles
        for member in case.items(path)[: -1 if relied_on else None]:
            yield f"{path}[{member}]"
        if not relied_on and case.complete(path) == "all":
            yield path + ADDED
    elif fact.type in CODE_LISTS or case.get(path) is not None or is_open(case, view, path):
        yield path


def class_of(path: str) -> str:
    """The class of what changes: ``fixed``, ``chosen``, ``shown`` (to be proved) or ``granted``.

    A member that joins or goes is of the class of its kind: nobody chooses to have an aunt.

    >>> class_of("relatives[+]"), class_of("claimant.documents[+]"), class_of("relatives[ana].shown")
    ('fixed', 'chosen', 'shown')
    """
    if not path.endswith("]"):
        return catalogue().fact(path).cls
    listed = catalogue().fact(path.rpartition("[")[0])
    if not listed.fields:
        return listed.cls
    kinds = [inner for inner in listed.fields if inner.name == listed.kind]
    return (kinds or listed.fields)[0].cls
