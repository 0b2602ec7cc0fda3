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
from core.explore.trying import Trying, bases, is_open, is_unanswered, listed_bases, told_by
from core.explore.variants import Column, Variants

USUAL = (0.5, 0.8, 0.95)
"""How often a fact is as in most journeys, in one variant and the next: else hardly anyone would be heard."""


def sample(case: Case, trying: Trying, count: int, rng: Random) -> Variants:
    """``count`` variants that answer whatever a case leaves open."""
    told = {path for path in _lists(case) if _told_elsewhere(case, path)}
    filled, present = _filled(case)
    columns: dict[str, Column] = {
        path: _column(path, (True, False), count, rng, 1) for path in present
    }
    filled = _dated(filled, trying)
    asked = dict.fromkeys([*open_paths(filled), *_days_open(case, filled)])
    for path in asked:
        listed = listed_bases(path)
        if any(base in asked for base in (*bases(path), *listed)) or any(
            case.items(name) for name in listed
        ):
            continue  # it is found from what is drawn, or listed
        values = _missing_kinds(case, path, kept_codes(case, path, trying.values(filled, path)))
        guessed = case.get(path) is None and filled.get(path) not in (None, [])
        if guessed:
            values = [filled.get(path), *values]
        if values:
            usual = 0 if guessed else _usual(path, values)
            columns[path] = _column(path, values, count, rng, usual)
    for path in _lists(filled):
        if filled.complete(path) != "all" and path not in told:
            filled = filled.set_complete(path, "all")
    return Variants(filled, count, columns)


def _column(path: str, values: Sequence[Any], count: int, rng: Random, usual: int | None) -> Column:
    """A column whose values are dealt at random, the ``usual`` one in most variants."""
    masks = [0] * len(values)
    many, deal = len(values), rng.random
    for variant in range(count):
        plain = usual is not None and deal() < USUAL[variant % len(USUAL)]
        masks[usual if usual is not None and plain else int(deal() * many)] |= 1 << variant
    return Column(path, values, masks)


def kept_codes(case: Case, path: str, values: list[Any]) -> list[Any]:
    """The values with whatever the case says already: a list that is open holds what it holds."""
    if catalogue().fact(path).type not in CODE_LISTS or not case.get(path):
        return values
    own = case.get(path)
    more = [{**v, "items": [*own, *(c for c in v["items"] if c not in own)]} for v in values]
    return [v for n, v in enumerate(more) if v not in more[:n]]


def _missing_kinds(case: Case, path: str, values: list[Any]) -> list[Any]:
    """Of the kinds of a member that is thought up, those for which its list is not complete."""
    listed, _, rest = path.rpartition("[")
    member, _, name = rest.partition("].")
    if not listed or catalogue().fact(listed).kind != name or member in case.items(listed):
        return values
    complete = case.complete(listed)
    return [v for v in values if v not in complete] if isinstance(complete, list) else values


def _usual(path: str, values: Sequence[Any]) -> int | None:
    """The number of the value that "none of the rest applies" gives; of a list of choices, none more."""
    fact = catalogue().fact(path)
    if fact.type == "choices":
        return 0 if values else None
    rest = fact.rest
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
        if (path in singles and not sure) or _told_elsewhere(case, path):
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
        if catalogue().fact(path).type == "records" and not _told_elsewhere(case, path):
            case = case.set_complete(path, "all")
    return case, present


def _told_elsewhere(case: Case, path: str) -> bool:
    """Whether a list says nothing yet, and what is found from it can be stated in its place."""
    if case.items(path) or case.complete(path):
        return False
    view = View(case)
    return any(
        path in listed_bases(fact.path) and is_open(case, view, fact.path)
        for fact in catalogue().facts.values()
        if fact.derived and "[]" not in fact.path and fact.station == catalogue().fact(path).station
    )


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
def open_paths(filled: Case) -> Iterator[str]:
    """The facts that a filled case leaves unknown, and the lists of codes that it leaves open."""
    view = View(filled)
    for fact in catalogue().facts.values():
        if fact.computed or fact.type in ("records", "text") or fact.cls == "granted":
            continue
        for path in concrete(filled, fact):
            if fact.type in CODE_LISTS:
                if filled.complete(path) != "all":
                    yield path
            elif is_unanswered(filled, view, path) and not told_by(filled, path):
                yield path


def _dated(case: Case, trying: Trying) -> Case:
    """The case with a first guess for each unknown day, so that others can lie near it."""
    for fact in catalogue().facts.values():
        if fact.type != "date" or fact.computed or fact.name == "birth_date":
            continue
        for path in concrete(case, fact):
            if is_unanswered(case, View(case), path) and not told_by(case, path):
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
