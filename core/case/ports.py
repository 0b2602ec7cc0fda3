"""Ports of entry by name, and whether a port is known to have been open at an hour.

Which names a port has on which side, and what is known of its hours, stands in ``resources/data``. Nothing
is said of a day that no row covers, nor of an hour on which the rows of a day differ.

>>> from datetime import date, time
>>> ports().asked("del bonita, AB", "ca", None, date(2025, 2, 1), time(3, 0)).truth == FALSE
True
>>> ports().asked("Del Bonita", "ca", None, date(2018, 2, 1), time(3, 0)).truth == UNKNOWN
True
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any

from core.calendar import Day, Span
from core.files.resources import load_folder
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = ("first", "second", "third", "fourth")
ALL_DAY = 24 * 60
_FLOATING = re.compile(rf"({'|'.join((*NUMBERS, 'last'))}) ({'|'.join(WEEKDAYS)}) of (\d\d)")


@dataclass(frozen=True)
class Hours:
    """What is known of a port on one side, on the days on which the row holds."""

    side: str
    since: date
    until: date | None
    season: tuple[str, str] | None
    within: bool
    """Whether it holds in the season, or on the other days of the year."""
    days: frozenset[int]
    opens: int
    closes: int
    """Minutes of the day; both nought where it was closed all day."""
    source: str

    def holds(self, day: date) -> bool:
        """Whether the row says something of ``day``."""
        if day < self.since or (self.until is not None and day >= self.until):
            return False
        if day.weekday() not in self.days:
            return False
        return self.season is None or in_season(day, *self.season) == self.within

    def truth(self, clock: time | None) -> Truth:
        """Whether the port was open at an hour, on a day on which the row holds."""
        if self.opens == self.closes:
            return FALSE
        if (self.opens, self.closes) == (0, ALL_DAY):
            return TRUE
        if clock is None:
            return UNKNOWN
        return TRUE if self.opens <= clock.hour * 60 + clock.minute < self.closes else FALSE


@dataclass(frozen=True)
class Port:
    """A port, or a well-known place that is none, with its hours on either side."""

    name: str
    kind: str
    hours: tuple[Hours, ...]

    def rows(self, side: str, day: date) -> tuple[Hours, ...]:
        """The rows that hold on a day."""
        return tuple(row for row in self.hours if row.side == side and row.holds(day))


@dataclass(frozen=True)
class Finding:
    """Whether a port was open, with the port and the rows that say so (none where nothing is known)."""

    truth: Truth
    port: Port | None = None
    rows: tuple[Hours, ...] = ()


NOTHING_KNOWN = Finding(UNKNOWN)


@dataclass(frozen=True)
class Source:
    """Where a row was read."""

    title: str
    address: str


class Ports:
    """All ports by the names they have on each side."""

    def __init__(self, found: dict[tuple[str, str], tuple[Port, ...]], sources: dict[str, Source]):
        self._found = found
        self.sources = sources

    def named(self, name: str, side: str, kinds: Iterable[str] | None = None) -> tuple[Port, ...]:
        """The ports of some kinds (of any, if None) that a name means on a journey into ``side``."""
        meant = self._found.get((side, folded(name)), ())
        return meant if kinds is None else tuple(port for port in meant if port.kind in kinds)

    def asked(
        self,
        name: str | None,
        side: str | None,
        kinds: Iterable[str] | None,
        day: Day | None,
        clock: time | None,
    ) -> Finding:
        """Whether the port of that name was open on a day at an hour, in the local time of the side.

        Of a day that is known as a month or a year, all days must agree; of a name that fits several
        ports, all ports.
        """
        if name is None or side is None or day is None:
            return NOTHING_KNOWN
        meant = self.named(name, side, kinds)
        truths, rows = set(), []
        for port in meant:
            for one in _each(day):
                known = port.rows(side, one)
                truths |= {row.truth(clock) for row in known} or {UNKNOWN}
                rows += [row for row in known if row not in rows]
        if len(truths) != 1 or UNKNOWN in truths:
            return NOTHING_KNOWN
        return Finding(truths.pop(), meant[0], tuple(rows))


@lru_cache(maxsize=1)
def ports() -> Ports:
    """The ports of ``resources/data``."""
    data = {d.data["list"]: d.data for d in load_folder("data") if "list" in (d.data or {})}
    return build_ports(data["ports"], data["port_hours"])


def build_ports(places: dict[str, Any], hours: dict[str, Any]) -> Ports:
    """The ports from the plain data of the two files."""
    kept: dict[str, list[Hours]] = {}
    for row in hours["rows"]:
        kept.setdefault(row["port"], []).append(_hours(row))
    found: dict[tuple[str, str], list[Port]] = {}
    for row in places["rows"]:
        port = Port(row["name"], row["kind"], tuple(kept.get(row["name"], ())))
        for side, spellings in places["sides"].items():
            for name in {folded(n) for form in spellings for n in _names(row, form)}:
                found.setdefault((side, name), []).append(port)
    sources = {row["id"]: Source(row["title"], row["address"]) for row in hours["sources"]}
    return Ports({key: tuple(meant) for key, meant in found.items()}, sources)


def _names(row: dict[str, Any], form: dict[str, str]) -> Iterator[str]:
    """A port's name in one form: alone, and with its province or state."""
    if form["name"] in row:
        yield row[form["name"]]
        yield f"{row[form['name']]}, {row[form['region']]}"


def _hours(row: dict[str, Any]) -> Hours:
    opens, closes = (0, 0) if row["open"] == "closed" else map(_minutes, row["open"].split("-"))
    season = row.get("season", row.get("outside"))
    until = row.get("until")
    return Hours(
        side=row["side"],
        since=date.fromisoformat(row["from"]),
        until=date.fromisoformat(until) if until else None,
        season=(season[0], season[1]) if season else None,
        within="outside" not in row,
        days=frozenset(DAYS.index(name) for name in row.get("days", DAYS)),
        opens=opens,
        closes=closes,
        source=row["source"],
    )


def _minutes(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def folded(name: str) -> str:
    """A name without what people spell differently: case, accents, dashes, spaces.

    >>> folded("  Ste-Aurélie ") == folded("STE–AURELIE")
    True
    """
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)
    )
    return " ".join(re.sub(r"[\u2010-\u2015]", "-", plain).casefold().split())


def in_season(day: date, first: str, last: str) -> bool:
    """Whether a day lies in a part of the year, both ends included; it may run over the new year.

    >>> in_season(date(2024, 1, 5), "10-01", "05-14")
    True
    >>> in_season(date(2024, 9, 3), "06-01", "first monday of 09")
    False
    """
    start, end = _day_of(first, day.year), _day_of(last, day.year)
    return start <= day <= end if start <= end else day >= start or day <= end


def _day_of(text: str, year: int) -> date:
    """``05-15``, ``second sunday of 03`` or ``last monday of 05`` in a year. Raises ValueError."""
    floating = _FLOATING.fullmatch(text)
    if floating is None:
        return date.fromisoformat(f"{year:04d}-{text}")
    number, weekday, month = floating.groups()
    first = date(year, int(month), 1)
    at = first + timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7)
    weeks = 4 if number == "last" else NUMBERS.index(number)
    found = at + timedelta(weeks=weeks)
    return found if found.month == first.month else found - timedelta(weeks=1)


def _each(day: Day) -> Iterator[date]:
    """Every day that a day may be."""
    if not isinstance(day, Span):
        yield day
        return
    assert isinstance(day.lo, date)
    assert isinstance(day.hi, date)
    for number in range((day.hi - day.lo).days + 1):
        yield day.lo + timedelta(days=number)
