"""Changes of a case, made one by one and decided one by one: what the search of flips is judged by.

Values are taken from the catalogue and the calendar alone, not from what the search thinks worth trying.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.facts import Fact
from core.case.setup import Setup
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.decision.which import version_for
from core.explore.changing import changeable
from core.explore.contradicting import contradictions
from core.explore.goals import Goal
from core.explore.variants import ADDED, put
from core.law.version import VersionError

AGES = (0, 1, 4, 5, 6, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 30, 64, 65, 66, 120)
COUNTRIES = ("AD", "AU", "CA", "CN", "GB", "GL", "MX", "NG", "SY", "US", "VE")
DAYS = (-400, -30, -2, -1, 0, 1, 2, 12, 13, 14, 15, 16, 29, 30, 31, 364, 365, 366, 367, 730, 3650)
HOURS = ("00:00", "00:01", "06:30", "12:00", "23:59")
Pair = tuple[str, str]


def comes_to(case: Case, setup: Setup) -> Pair:
    """Both outcomes of a case; ``undetermined`` where nobody can tell."""
    found = []
    for name in (setup.left, setup.right):
        version = version_for(case, name, setup)
        found.append(settle(Situation(case, version, choices_of(version, setup))).outcome)
    return found[0], found[1]


def reached(goal: Goal, pair: Pair) -> bool:
    """Whether two outcomes are what was wanted."""
    if "undetermined" in pair and goal.kind in ("agree", "differ"):
        return False
    if goal.kind in ("left", "right"):
        return pair[goal.kind == "right"] in goal.outcomes
    return (pair[0] == pair[1]) == (goal.kind == "agree")


def works(case: Case, setup: Setup, goal: Goal, before: frozenset[object] = frozenset()) -> bool:
    """Whether a changed case reaches the goal and contradicts nothing that ``before`` does not hold."""
    try:
        pair = comes_to(case, setup)
    except VersionError:
        return False
    if not reached(goal, pair) or broken_checks(case, setup.readings):
        return False
    return not contradictions(case, setup) - before


# --- single changes ----------------------------------------------------------------------------------
def values(case: Case, path: str) -> Iterator[Any]:
    """Every value that a change of this path is tried with, as columns have them."""
    own = said(case, path)
    yield from (value for value in _values(case, path) if value != own)


def said(case: Case, path: str) -> Any:
    fact = catalogue().get(_shape(path))
    if path.endswith("]") or fact is None:
        return None
    if fact.type in ("choices", "countries"):
        return {"items": case.get(path) or [], "complete": case.complete(path)}
    return case.get(path)


def _shape(path: str) -> str:
    return "".join(
        part.partition("]")[2] if at else part for at, part in enumerate(path.split("["))
    )


def _values(case: Case, path: str) -> Iterator[Any]:
    if path.endswith("]"):
        yield False
        return
    fact = catalogue().fact(path)
    into = case.get("journey.into")
    if fact.type == "boolean":
        yield from (True, False) if fact.cls != "granted" else (True,)
    elif fact.type == "choice":
        yield from _choices(fact, into)
    elif fact.type == "choices":
        yield from (
            {"items": items, "complete": "all"}
            for items in ([], *([c] for c in _choices(fact, into)))
        )
    elif fact.type == "country":
        yield from COUNTRIES
    elif fact.type == "countries":
        yield from (
            {"items": list(items), "complete": "all"} for items in ((), *((c,) for c in COUNTRIES))
        )
    elif fact.type == "integer":
        yield from (n for n in AGES if n >= (fact.minimum or 0) and n <= (fact.maximum or 120))
    elif fact.type == "date":
        yield from sorted({day.isoformat() for day in _days(case)})
    elif fact.type == "time":
        yield from HOURS


def _choices(fact: Fact, into: str | None) -> list[str]:
    return [c for c in fact.choices if fact.only_choices.get(c, into) in (into, None)]


def _days(case: Case) -> Iterator[date]:
    for path in ("entries", "claim"):
        said = (
            [case.get(f"entries[{member}].date") for member in case.items("entries")]
            if path == "entries"
            else [case.get("claim.date"), case.get("claim.in_person")]
        )
        for text in said:
            if text is not None and len(text) == 10:
                day = date.fromisoformat(text)
                yield from (day + timedelta(n) for n in DAYS if 1 < day.year < 9990)
                for years in (14, 15, 17, 18, 19, 20, 21, 40):
                    if day.year > 100:
                        born = day.replace(year=day.year - years, day=min(day.day, 28))
                        yield from (born + timedelta(n) for n in (-1, 0, 1, 2, 3))


def sets_that_work(
    case: Case, setup: Setup, goal: Goal, paths: Sequence[str], size: int
) -> Iterator[tuple[str, ...]]:
    """The sets of so many of the paths of which some values reach the goal."""
    options = {path: list(values(case, path)) for path in paths}
    before = frozenset(contradictions(case, setup))
    for chosen in combinations(paths, size):
        for row in product(*(options[path] for path in chosen)):
            if works(changed(case, dict(zip(chosen, row, strict=True))), setup, goal, before):
                yield chosen
                break


def changed(case: Case, row: dict[str, Any]) -> Case:
    """The case with some values put; members go last."""
    for path in sorted(row, key=lambda p: (p.endswith("]"), -len(p))):
        case = put(case, path, row[path])
    return case


def kept_paths(case: Case) -> list[str]:
    """What can be changed, but for members that join."""
    return [path for path in changeable(case) if not path.endswith(ADDED)]


# --- members ---------------------------------------------------------------------------------------
def members(case: Case, listed: str, rng: random.Random, count: int) -> Iterator[dict[str, Any]]:
    """Complete members that could join a list, drawn at random."""
    fact = catalogue().fact(listed)
    into = case.get("journey.into")
    for _ in range(count):
        yield {
            inner.name: _drawn(case, inner, into, rng)
            for inner in fact.fields
            if not inner.computed and inner.type not in ("records", "text", "date")
        }


def _drawn(case: Case, fact: Fact, into: str | None, rng: random.Random) -> Any:
    if fact.type == "boolean":
        return rng.random() < 0.5
    if fact.type == "choice":
        return rng.choice(_choices(fact, into))
    if fact.type == "choices":
        return {"items": [rng.choice(_choices(fact, into))], "complete": "all"}
    if fact.type == "country":
        return rng.choice(COUNTRIES)
    return rng.choice(AGES) if fact.name == "age" else rng.randint(1, 30)


def subsets_of(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every part of some changes but the whole; the empty one too."""
    for size in range(len(row)):
        for part in combinations(row.items(), size):
            yield dict(part)


def one_line(found: Iterable[object]) -> str:
    """Some things, each on a line of its own."""
    return "\n".join(str(one) for one in found)
