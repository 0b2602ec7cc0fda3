"""Which facts of a case can be an axis of a grid, and the values on it.

Days run from the day they are counted from (the claim from the entry), ages around the ages that matter;
of everything else there are all the values that the country of destination has. The edges beyond which the
law or the other facts decide otherwise (:mod:`core.explore.trying`) are always among them, and so is what
the case says now.

>>> from core.case.library import library
>>> from core.law.version import find_version
>>> case = library().load("an-empty-road").case
>>> found = axis(case, Trying((find_version("2018-05-01"),)), "claim.date")
>>> found.since, found.days[:3], found.days[-1] >= 20, found.own
('entries[roxham].date', (0, 1, 2), True, 0)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.calendar import add_days
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.facts import CODE_LISTS, Fact, pattern
from core.case.turn import INTO
from core.case.view import View
from core.explore.sampling import concrete
from core.explore.trying import Trying, anniversary_of, is_open, known_days, shape_of
from core.explore.variants import plain_at
from core.logic.truth import FALSE

RUN = 20
"""Days that are shown one by one, whatever the law makes of them."""
AROUND = 2
"""Ages shown before the first and after the last that matters."""
YEARS = 4
"""Years before and after a day from which no days are counted, such as a birth."""
MOST = 40
"""So many values, at most, stand on an axis."""


@dataclass(frozen=True)
class Axis:
    """A fact and its plain values, as a case has them; None is unknown.

    ``own`` is the number of the value that the case has. Of dates, ``since`` is the path of the day they
    are counted from, or empty, and ``days`` the number of days; None for what is no whole day. ``loose``
    are the numbers of values that are worth showing only where something turns with them.
    """

    path: str
    values: tuple[Any, ...]
    own: int
    since: str = ""
    days: tuple[int | None, ...] = ()
    loose: frozenset[int] = frozenset()

    def without(self, numbers: frozenset[int]) -> Axis:
        """The axis without some of its values."""
        kept = [n for n in range(len(self.values)) if n not in numbers]
        return Axis(
            self.path,
            tuple(self.values[n] for n in kept),
            kept.index(self.own),
            self.since,
            tuple(self.days[n] for n in kept) if self.days else (),
        )


class AxisError(ValueError):
    """A fact that cannot be an axis of a case; the message says why."""


def axis_paths(case: Case) -> list[str]:
    """Every fact of a case that can be an axis, in the order of the catalogue."""
    view = View(case)
    return [
        path
        for fact in catalogue().facts.values()
        if can_be_axis(fact)
        for path in concrete(case, fact)
        if view.applies(path) != FALSE and _is_told(case, view, fact, path)
    ]


def can_be_axis(fact: Fact) -> bool:
    """Whether a fact has values that can be put side by side. The direction is turned, not changed."""
    return fact.path != INTO and not fact.computed and fact.type not in ("records", "text")


def _is_told(case: Case, view: View, fact: Fact, path: str) -> bool:
    return fact.type in CODE_LISTS or case.get(path) is not None or is_open(case, view, path)


def axis(case: Case, trying: Trying, path: str, beside: str = "") -> Axis:
    """The axis of a fact; ``beside`` is the path of the other axis. Raises AxisError."""
    fact = catalogue().fact(path)
    if not can_be_axis(fact):
        raise AxisError(f"{path} cannot be an axis: it is computed, a text or a list of records")
    if fact.type == "date":
        run, far = _days(case, trying, path, beside)
        found = dated(case, trying, path, beside, [*run, *far])
        loose = (n for n, v in enumerate(found.values) if v in far and v not in run)
        return replace(found, loose=frozenset(loose) - {found.own})
    return of_values(case, path, _values(case, trying, fact, path))


def of_values(case: Case, path: str, values: Iterable[Any]) -> Axis:
    """An axis of given values, each once, with what the case says among them."""
    given = list(values)
    found = [value for at, value in enumerate(given) if value not in given[:at]]
    own = plain_at(case, path)
    if own not in found:
        found.append(own)
    if own is not None and catalogue().fact(path).type in ("integer", "date", "time"):
        found = [*sorted(v for v in found if v is not None), *([None] if None in found else [])]
    if len(found) < 2:
        raise AxisError(f"{path} cannot be an axis: only one value is known for it in this case")
    return Axis(path, tuple(found), found.index(own))


# --- dates -----------------------------------------------------------------------------------------
def dated(case: Case, trying: Trying, path: str, beside: str, values: Iterable[str | None]) -> Axis:
    """An axis of given days, counted from the day that the law counts them from."""
    found = of_values(case, path, values)
    since = counted_from(case, trying, path, beside)
    start = View(case).at(since) if since else None
    if not isinstance(start, date):
        return found
    whole = [_day(value) for value in found.values]
    days = tuple(None if day is None else (day - start).days for day in whole)
    return Axis(path, found.values, found.own, since, days)


def counted_from(case: Case, trying: Trying, path: str, beside: str = "") -> str:
    """The known day from which the law counts days to a date, or "" where it counts none."""
    if age_of(path):
        return ""
    tied = trying.ties.days.get(shape_of(path), {})
    best, found = -1, ""
    for other, _ in known_days(case, View(case)):
        if other in (path, beside) or shape_of(path) == shape_of(other):
            continue
        gaps = [abs(gap.number) for gap in tied.get(shape_of(other), ()) if not gap.years]
        if gaps and max(gaps) > best and not age_of(other):
            best, found = max(gaps), other
    return found


def age_of(path: str) -> str:
    """The path of the age that is counted from a day of birth; "" of any other fact."""
    record, _, name = path.rpartition(".")
    fact = catalogue().get(pattern(f"{record}.age"))
    counted = fact is not None and f".{name}.age_on(" in str(fact.derivation)
    return f"{record}.age" if counted else ""


def _days(case: Case, trying: Trying, path: str, beside: str) -> tuple[list[str], list[str]]:
    """A run of days from the day they are counted from, and the edges beyond; else years and edges."""
    own, edges = case.get(path), trying.values(case, path)
    since = counted_from(case, trying, path, beside)
    start = View(case).at(since) if since else None
    if not isinstance(start, date):
        day = _day(own)
        return [] if day is None else _years(day), _near(edges, own)
    back = _backwards(case, path, start)
    run = [_moved(start, -n if back else n) for n in range(RUN + 1)]
    run = list(dict.fromkeys(run))  # at an end of the calendar there are fewer
    far = [edge for edge in edges if (edge < run[-1] if back else edge > run[-1])]
    return run, sorted(far, reverse=back)[: MOST - RUN - 2]


def _years(day: date) -> list[str]:
    """The same day in the years around."""
    years = (anniversary_of(day, n).isoformat() for n in range(-YEARS, YEARS + 1))
    return list(dict.fromkeys(years))


def _moved(day: date, number: int) -> str:
    """So many days on, or back; beyond an end of the calendar it is that end."""
    return str(add_days(day, number))


def _near(edges: list[str], own: str | None) -> list[str]:
    """The edges, no more than an axis takes: those nearest to what the case says."""
    most = MOST - 2 * YEARS - 2
    if len(edges) <= most or own is None:
        return list(edges[:most])
    after = sum(edge <= own for edge in edges)
    first = max(0, min(after - most // 2, len(edges) - most))
    return list(edges[first : first + most])


def _backwards(case: Case, path: str, start: date) -> bool:
    """Whether a day lies before the one it is counted from: what the checks say, else what the case says."""
    before, after = (
        len(broken_checks(case.replace(path, _moved(start, step)))) for step in (-1, 1)
    )
    own = _day(case.get(path))
    return after > before if after != before else own is not None and own < start


def _day(value: str | None) -> date | None:
    """A whole day; None for a month or a year alone."""
    return date.fromisoformat(value) if value is not None and len(value) == 10 else None


# --- everything else -------------------------------------------------------------------------------
def _values(case: Case, trying: Trying, fact: Fact, path: str) -> list[Any]:
    own, into = plain_at(case, path), case.get(INTO)
    if fact.type == "boolean":
        return [True, False, None]
    if fact.type == "integer":
        return _run(fact, [*trying.values(case, path), *([own] if own is not None else [])])
    here = [c for c in fact.choices if fact.only_choices.get(c, into) in (into, None)]
    if fact.type == "choice":
        return here if len(here) > 1 else [*here, None]
    if fact.type == "choices":
        return [{"items": items, "complete": "all"} for items in ([], *([code] for code in here))]
    if fact.type == "country":
        return list(trying.countries(fact, into))[:MOST]
    return list(trying.values(case, path))[:MOST]


def _run(fact: Fact, edges: list[int]) -> list[int]:
    """Every number around the edges; where that is too many, those beside each edge."""
    if not edges:
        return []
    low, high = min(edges) - AROUND, max(edges) + AROUND
    if high - low >= MOST:
        near = {edge + step for edge in edges for step in (-1, 0, 1)}
    else:
        near = set(range(low, high + 1))
    least = fact.minimum or 0
    most = fact.maximum if fact.maximum is not None else high
    return [number for number in sorted(near) if least <= number <= most][:MOST]
