"""The values of a fact that are worth trying in a case: enough to give every answer there is.

Of dates and numbers, those on and beside each edge that the law and the other facts of the case draw; of
countries, one for each way in which the law looks at them; of everything else, all there are.

>>> from core.case.case import Case
>>> from core.law.version import find_version
>>> case = Case.from_data({"journey": {"into": "ca"}, "claimant": {"age": 30}})
>>> Trying((find_version("2018-05-01"),)).values(case, "claimant.age")
[16, 17, 18, 19]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Any

from core.calendar import anniversary
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact, pattern
from core.case.tables import any_listed, tables
from core.case.view import View
from core.explore.ties import Gap, Ties
from core.explore.variants import ADDED, plain_at
from core.law.version import OWN, Version
from core.logic.truth import TRUE

FEW_CODES = 5
"""So many countries, at most, are also tried two at a time."""
OLDEST = 120
CALENDAR = frozenset({"date", "time", "integer"})
"""Types of facts that the calendar ties to others."""


class Trying:
    """Values worth trying under some versions."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self.versions = tuple(versions)
        self.ties = Ties(self.versions)
        self._countries: dict[str, tuple[str, ...]] = {}

    def values(self, case: Case, path: str) -> list[Any]:
        """Plain values at a concrete path, as a column has them; not what the case says already."""
        if path.endswith(ADDED):
            found: list[Any] = ["all"]
        elif path.endswith("]"):
            found = [False]
        else:
            found = list(self._of(case, catalogue().fact(path), path))
        own = plain_at(case, path)
        return [value for value in found if value != own]

    def _of(self, case: Case, fact: Fact, path: str) -> Iterator[Any]:
        into = case.get("journey.into")
        if fact.type == "boolean":
            yield from (True, False)
        elif fact.type == "choice":
            yield from (c for c in fact.choices if fact.only_choices.get(c, into) in (into, None))
        elif fact.type == "choices":
            codes = [c for c in fact.choices if fact.only_choices.get(c, into) in (into, None)]
            yield from _closed([[], *([c] for c in codes)])
        elif fact.type == "country":
            yield from self.countries(fact, into)
        elif fact.type == "countries":
            codes = list(self.countries(fact, into))
            pairs = [list(p) for p in combinations(codes, 2)] if len(codes) <= FEW_CODES else []
            yield from _closed([[], *([c] for c in codes), *pairs])
        elif fact.type == "integer":
            yield from self._numbers(case, fact, path)
        elif fact.type == "date":
            yield from self._days(case, path)
        elif fact.type == "time":
            yield from self._times(case, path)

    # --- countries ---------------------------------------------------------------------------------
    def countries(self, fact: Fact, into: str | None) -> tuple[str, ...]:
        """One country for each way in which the versions look at it."""
        key = f"{fact.path} {into}"
        found = self._countries.get(key)
        if found is None:
            named = self.ties.codes.get(fact.path, set()) | _two()
            seen: dict[tuple[Any, ...], str] = {}
            for code in (*sorted(named), *sorted(fact.codes)):
                seen.setdefault(self._looks(fact, code, named, into), code)
            found = self._countries[key] = tuple(seen.values())
        return found

    def _looks(self, fact: Fact, code: str, named: set[str], into: str | None) -> tuple[Any, ...]:
        listed = tuple(
            any_listed(tables()[name], _Only(code), version.day) == TRUE
            for version in self.versions
            for name in sorted(self.ties.tables.get(fact.path, ()))
        )
        visas = self._visas(code, into) if fact.type == "countries" else ()
        return (code if code in named else "", listed, visas)

    def _visas(self, code: str, into: str | None) -> tuple[Any, ...]:
        return tuple(_visa_needed(code, into, version.day) for version in self.versions)

    # --- numbers and days --------------------------------------------------------------------------
    def _numbers(self, case: Case, fact: Fact, path: str) -> Iterator[int]:
        wanted = set(self.ties.numbers.get(fact.path, ()))
        stem = fact.path.rsplit(".", 1)[0]
        for other in self.ties.numbers:  # ages on other days have the same edges
            if other.startswith(f"{stem}."):
                wanted |= self.ties.numbers[other]
        if fact.name == "age":
            wanted |= {age for age in _ages(case) if age != case.get(path)}
        near = {n + step for n in wanted for step in (-2, -1, 0, 1)}
        low, high = fact.minimum or 0, fact.maximum if fact.maximum is not None else OLDEST
        yield from sorted(n for n in near if low <= n <= high)

    def _days(self, case: Case, path: str) -> Iterator[str]:
        shape = shape_of(path)
        view = View(case)
        tied = self.ties.days.get(shape, {})
        ages = [case.get(d) for d in _derived_beside(path) if catalogue().fact(d).type == "integer"]
        found: set[date] = set()
        for other, day in known_days(case, view):
            if other == path:
                continue
            gaps = tied.get(shape_of(other), ())
            for gap in (*gaps, *(_of_age(ages) if gaps else ())):
                found.update(_beside(day, gap))
        found.update(self._of_law(shape, view))
        own = case.get(path)
        if own is not None and not found:
            found.add(date.fromisoformat(own)) if len(own) == 10 else None
        yield from (day.isoformat() for day in sorted(found))

    def _of_law(self, shape: str, view: View) -> Iterator[date]:
        """The days on which a date of the law falls, under each version."""
        entry = view.value("entry.date")
        for version in self.versions:
            for day in self.ties.law.get(shape, ()):
                if version.asked == OWN:
                    yield from _around(day)
                elif isinstance(entry, date):
                    yield from _beside(entry, Gap((day - version.day).days))

    def _times(self, case: Case, path: str) -> Iterator[str]:
        found = {time(12)}
        for other in _paths_of(case, "time"):
            said = case.get(other)
            if other != path and said is not None:
                at = datetime.combine(date.min + timedelta(1), time.fromisoformat(said))
                found |= {(at + timedelta(minutes=step)).time() for step in (-1, 0, 1)}
        yield from (at.strftime("%H:%M") for at in sorted(found))


_PATHS = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")


@lru_cache(maxsize=1024)
def bases(path: str) -> tuple[str, ...]:
    """The stated facts from which the fact at a concrete path may be found, those of its record too."""
    return tuple(p for p in _behind(path) if not catalogue().fact(p).is_list)


@lru_cache(maxsize=1024)
def listed_bases(path: str) -> tuple[str, ...]:
    """The lists from which the fact at a concrete path may be found."""
    return tuple(p for p in _behind(path) if catalogue().fact(p).is_list)


def _behind(path: str) -> tuple[str, ...]:
    fact = catalogue().fact(path)
    record = path.rsplit(".", 1)[0]
    found = []
    for name in _PATHS.findall(str(fact.derivation or "")):
        whole = f"{record}.{name[3:]}" if name.startswith("it.") else name
        for told in (whole, whole.rpartition(".")[0]):  # the last word may be a function
            behind = catalogue().get(pattern(told))
            if behind is not None:
                if not behind.derived:
                    found.append(told)
                break
    return tuple(dict.fromkeys(found))


def is_open(case: Case, view: View, path: str) -> bool:
    """Whether the fact at a path is unknown and is itself what to ask for.

    A fact that is found from others is asked for only while none of those is stated; then they are not.
    """
    fact = catalogue().fact(path)
    if fact.computed or fact.type == "text" or case.get(path) is not None:
        return False
    if fact.derived:
        own = [base for base in bases(path) if catalogue().fact(base).station == fact.station]
        return view.at(path) is None and all(case.get(base) is None for base in own)
    return not any(path in bases(d) and case.get(d) is not None for d in _derived_beside(path))


def is_unanswered(case: Case, view: View, path: str) -> bool:
    """Whether the fact at a path is unknown, also where what is found from it is stated already."""
    fact = catalogue().fact(path)
    if fact.derived or fact.computed or fact.type == "text" or case.get(path) is not None:
        return is_open(case, view, path)
    return True


def told_by(case: Case, path: str) -> bool:
    """Whether a fact is stated that is found from the one at a path and from nothing of another kind."""
    kind = catalogue().fact(path).type
    return any(
        bases(beside) == (path,) or catalogue().fact(beside).type == kind
        for beside in _derived_beside(path)
        if case.get(beside) is not None and path in bases(beside)
    )


def _derived_beside(path: str) -> Iterator[str]:
    """The facts of the same record that may be found from others."""
    record = path.rsplit(".", 1)[0]
    shape = pattern(record)
    for fact in catalogue().facts.values():
        if fact.derived and not fact.computed and fact.path.rsplit(".", 1)[0] == shape:
            yield f"{record}.{fact.name}"


class _Only:
    """A list of one code, complete."""

    closed = True

    def __init__(self, code: str) -> None:
        self.members = (code,)


def _closed(lists: Iterable[list[str]]) -> Iterator[dict[str, Any]]:
    return ({"items": items, "complete": "all"} for items in lists)


def _two() -> set[str]:
    """The codes of the two countries."""
    return {name.upper() for name in catalogue().facts["journey.into"].choices}


@lru_cache(maxsize=4096)
def _visa_needed(code: str, into: str | None, day: date) -> tuple[Any, ...]:
    data = {
        "journey": {"into": into},
        "claimant": {
            "nationalities": {"items": [code], "complete": "all"},
            "stateless": False,
            "documents": {"complete": "all"},
        },
    }
    view = View(Case(data), None, day)
    return tuple(view.value(f"claimant.visa_needed.{side}") for side in ("destination", "origin"))


def shape_of(path: str) -> str:
    """The pattern under which ties know a date: what the day of the claim is found from counts as it."""
    shape = pattern(path)
    return "claim.date" if shape in ("claim.received", "claim.in_person") else shape


def known_days(case: Case, view: View) -> Iterator[tuple[str, date]]:
    """Every known day of a case, by concrete path; births too."""
    for path in (*_paths_of(case, "date"), "claim.date"):
        day = view.at(path)
        if isinstance(day, date):
            yield path, day


def _paths_of(case: Case, kind: str) -> Iterator[str]:
    """The concrete paths of all facts of a type that a case could state."""
    for fact in catalogue().facts.values():
        if fact.type != kind or fact.computed:
            continue
        listed, inside, rest = fact.path.partition("[].")
        if not inside:
            yield fact.path
        elif "[]" not in rest:
            yield from (f"{listed}[{member}].{rest}" for member in case.items(listed))


def _ages(case: Case) -> set[int]:
    """The ages of everyone in a case."""
    view = View(case)
    people = ["claimant", *(f"relatives[{member}]" for member in case.items("relatives"))]
    ages = (view.at(f"{who}.age") for who in people)
    return {age for age in ages if isinstance(age, int)}


def _of_age(ages: Iterable[int | None]) -> Iterator[Gap]:
    """How long before a day someone of a stated age was born."""
    for age in ages:
        if age is not None:
            yield from (Gap(-age, years=True), Gap(-age - 1, years=True))


def _beside(day: date, gap: Gap) -> Iterator[date]:
    try:
        to = anniversary_of(day, gap.number) if gap.years else day + timedelta(gap.number)
    except (OverflowError, ValueError):
        return
    yield from _around(to, 2 if gap.years else 1)


def anniversary_of(day: date, years: int) -> date:
    """The same day so many years on, or back; beyond an end of the calendar it is that end."""
    if years >= 0 or day.year + years < date.min.year:
        return anniversary(day, years)
    back = day - timedelta(day.month == 2 and day.day == 29)
    return back.replace(year=back.year + years)


def _around(day: date, steps: int = 1) -> Iterator[date]:
    for step in range(-steps, steps + 1):
        with suppress(OverflowError):  # the calendar ends
            yield day + timedelta(step)
