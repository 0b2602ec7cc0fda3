"""Many completions of a partial case at once: every open question answered at random.

Lists that may grow get one more member, which is there in half of the variants. Days that nobody knows
are taken near those that are known; where none is, near the day of the version.

>>> from core.case.case import Case
>>> from core.law.version import find_version
>>> trying = Trying((find_version("2018-05-01"),))
>>> found = sample(Case.from_data({"journey": {"into": "ca"}}), trying, 64, Random(1))
>>> found.count, "relatives[r1]" in found.columns
(64, True)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact
from core.case.view import View
from core.explore.trying import Trying, is_open
from core.explore.variants import Column, Variants

USUAL = 0.8
"""The share of variants in which a fact is as in most journeys: else hardly anyone would be heard."""


def sample(case: Case, trying: Trying, count: int, rng: Random) -> Variants:
    """``count`` variants that answer whatever a case leaves open."""
    filled, present = _filled(case)
    columns: dict[str, Column] = {
        path: _column(path, (True, False), count, rng) for path in present
    }
    filled = _dated(filled, trying)
    asked = [*open_paths(case, filled), *(p for p in _days_open(case, filled))]
    for path in dict.fromkeys(asked):
        values = _kept(case, path, trying.values(filled, path))
        if case.get(path) is None and filled.get(path) not in (None, []):
            values = [filled.get(path), *values]
        if values:
            columns[path] = _column(path, values, count, rng)
    for path in _lists(filled):
        if not path.endswith("entries") and filled.complete(path) != "all":
            filled = filled.set_complete(path, "all")
    return Variants(filled, count, columns)


def _column(path: str, values: Sequence[Any], count: int, rng: Random) -> Column:
    """A column whose values are dealt at random, the usual one in most variants."""
    masks = [0] * len(values)
    usual = _usual(path, values)
    for variant in range(count):
        plain = usual is not None and rng.random() < USUAL
        masks[usual if usual is not None and plain else rng.randrange(len(values))] |= 1 << variant
    return Column(path, values, masks)


def _kept(case: Case, path: str, values: list[Any]) -> list[Any]:
    """The values with whatever the case says already: a list that is open holds what it holds."""
    if catalogue().fact(path).type not in CODE_LISTS or not case.get(path):
        return values
    own = case.get(path)
    more = [{**v, "items": [*own, *(c for c in v["items"] if c not in own)]} for v in values]
    return [v for n, v in enumerate(more) if v not in more[:n]]


def _usual(path: str, values: Sequence[Any]) -> int | None:
    """The number of the value that "none of the rest applies" gives, or of a member that is not there."""
    rest = False if path.endswith("]") else catalogue().fact(path).rest
    return next((n for n, value in enumerate(values) if value is rest or value == rest), None)


# --- lists -----------------------------------------------------------------------------------------
def _filled(case: Case) -> tuple[Case, list[str]]:
    """A case with one more member in each list that may grow, and the paths of those that may be gone."""
    present: list[str] = []
    singles = set(catalogue().singles.values())
    for path in list(_lists(case)):
        if catalogue().fact(path).type != "records" or case.complete(path) == "all":
            continue
        sure = path in singles and not case.items(path)
        if path in singles and not sure:
            continue  # the last one is relied on; one more would change which
        case, member = case.add_item(path)
        if not sure:
            present.append(f"{path}[{member}]")
        for inner in catalogue().fact(path).fields:
            if inner.type == "records":
                nested = f"{path}[{member}].{inner.name}"
                case, deeper = case.add_item(nested)
                present.append(f"{nested}[{deeper}]")
    for path in _lists(case):
        case = case.set_complete(path, "all") if catalogue().fact(path).type == "records" else case
    return case, present


def _lists(case: Case) -> Iterator[str]:
    """The concrete paths of every list."""
    for fact in catalogue().facts.values():
        if fact.is_list:
            yield from concrete(case, fact)


def concrete(case: Case, fact: Fact) -> Iterator[str]:
    """The concrete paths of a fact, one for each member of the lists around it."""
    head, inside, rest = fact.path.partition("[].")
    if not inside:
        yield fact.path
        return
    middle, deeper, last = rest.partition("[].")
    for member in case.items(head):
        where = f"{head}[{member}].{middle}"
        if not deeper:
            yield where
        else:
            yield from (f"{where}[{inner}].{last}" for inner in case.items(where))


# --- facts -----------------------------------------------------------------------------------------
def open_paths(case: Case, filled: Case) -> Iterator[str]:
    """The facts that a filled case leaves unknown, and the lists of codes that ``case`` leaves open."""
    view = View(filled)
    for fact in catalogue().facts.values():
        if fact.computed or fact.type in ("records", "text") or fact.cls == "granted":
            continue
        for path in concrete(filled, fact):
            if fact.type in CODE_LISTS:
                if filled.complete(path) != "all":
                    yield path
            elif is_open(filled, view, path):
                yield path


def _dated(case: Case, trying: Trying) -> Case:
    """The case with a first guess for each unknown day, so that others can lie near it."""
    for fact in catalogue().facts.values():
        if fact.type != "date" or fact.computed or fact.name == "birth_date":
            continue
        for path in concrete(case, fact):
            if is_open(case, View(case), path):
                near = trying.values(case, path)
                guess = near[len(near) // 2] if near else trying.versions[0].day.isoformat()
                case = case.replace(path, guess)
    return case


def _days_open(case: Case, filled: Case) -> Iterator[str]:
    """The days that were guessed."""
    for fact in catalogue().facts.values():
        if fact.type == "date" and not fact.computed:
            for path in concrete(filled, fact):
                if filled.get(path) is not None and case.get(path) is None:
                    yield path
