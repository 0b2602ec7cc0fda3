"""What stands on the timeline beside its stretches: both versions, and the journey's own days.

A dated version stands at its day or minute; a proposal hangs at the day of its base, and the case's own
law at the day of its claim. Moving a pin asks for the law of another day.

>>> from core.case.library import library
>>> from core.decision.compare import compare
>>> file = library().load("an-empty-road")
>>> pin = pins(compare(file.case, file.setup))[0]
>>> pin.side, pin.base, pin.kind
('left', '2018-05-01', 'dated')
>>> [(day.path, day.day.isoformat()) for day in journey_days(file.case, file.setup)]
[('entries[roxham].date', '2017-08-14'), ('claim.date', '2017-08-14')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.calendar import lowest
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.case.turn import INTO
from core.case.view import View
from core.decision.model import Comparison
from core.explore.lawdays import ENTRY_DATE, texts_in
from core.law.cut import reading_day
from core.law.version import OWN, SUSPENDED, Version

SIDES = ("left", "right")
DATED, PROPOSAL = "dated", "proposal"
CLAIM_DATE = "claim.date"
NO_MEMBER = "[+]"


@dataclass(frozen=True)
class Pin:
    """Where the version of a column stands; ``kind`` is ``dated``, ``proposal`` or ``own``."""

    side: str
    country: str
    base: str
    kind: str
    suspended: bool

    @property
    def day(self) -> date:
        """The day at which it stands."""
        return reading_day(self.base)


@dataclass(frozen=True)
class JourneyDay:
    """A day of the journey itself: its entry relied on or its claim.

    ``path`` is where moving it states a day; ``of`` is the fact it stands for.
    """

    of: str
    path: str
    day: date


def pins(comparison: Comparison) -> tuple[Pin, ...]:
    """The pins of both columns, left before right."""
    both = (comparison.left.version, comparison.right.version)
    return tuple(_pin(side, version) for side, version in zip(SIDES, both, strict=True))


def _pin(side: str, version: Version) -> Pin:
    bare = version.name.partition(":")[2].removesuffix(SUSPENDED)
    kind = PROPOSAL if version.proposal else OWN if version.asked == OWN else DATED
    base = bare if kind == DATED else version.day.isoformat()
    if version.proposal is not None:
        base = version.proposal.base
    return Pin(side, version.country, base, kind, version.suspended)


def moved_pin(pin: Pin, base: str, case: Case) -> str:
    """The name of the version that ``pin`` asks for once it stands at ``base``."""
    own = case.get(INTO) or catalogue().opening["into"]
    name = base if pin.country == own else f"{pin.country}:{base}"
    return f"{name}{SUSPENDED}" if pin.suspended else name


def moved_base(base: str, days: int) -> str:
    """The day so many days after that of ``base``; the ends of the calendar hold it."""
    day = reading_day(base)
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return day.isoformat()


def journey_days(case: Case, setup: Setup | None = None) -> tuple[JourneyDay, ...]:
    """The entry relied on and the claim, as far as they are known; a month or a year by its first day."""
    readings = (setup or Setup()).readings
    view = View(case, {("reading", name): position for name, position in readings.items()})
    return tuple(_days(view))


def _days(view: View) -> Iterator[JourneyDay]:
    entry, _, field = ENTRY_DATE.partition(".")
    member = view.value(entry)
    if member is not None and NO_MEMBER not in member.path:
        yield from _day(ENTRY_DATE, f"{member.path}.{field}", member.value(field))
    made = view.value(CLAIM_DATE)
    yield from _day(CLAIM_DATE, _where_stated(view, CLAIM_DATE, made), made)


def _day(of: str, path: str, value: Any) -> Iterator[JourneyDay]:
    day = lowest(value) if value is not None else None
    if isinstance(day, date):
        yield JourneyDay(of, path, day)


def _where_stated(view: View, path: str, value: Any) -> str:
    """Where the value of a fact is stated: at the fact itself, or at one that it was found from."""
    if view.case.get(path) is not None:
        return path
    recipe = catalogue().fact(path).derivation or {}
    named = (name for name in texts_in(recipe) if name in catalogue().facts)
    same = (name for name in named if view.case.get(name) is not None and view.value(name) == value)
    return next(same, path)
