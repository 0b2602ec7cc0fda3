"""The words of a grid: its axes, their values, and one sentence about each cell.

>>> from core.case.library import library
>>> from core.explore.grid import grid
>>> file = library().load("an-empty-road")
>>> found = grid(file.case, file.setup, "claim.date", "entries[roxham].place")
>>> words = GridWords(found, "en")
>>> words.title(found.across)
'Day of the claim · days since: day of entry'
>>> words.short(found.across, 14), words.short(found.down, 0)
('14', 'at a land port of entry')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any

from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.facts import CODE_LISTS
from core.case.view import View
from core.decision.settle import UNDETERMINED
from core.explore.axes import Axis, age_of
from core.explore.grid import Grid
from core.explore.settling import Possible
from core.law.version import Version, find_version, is_own
from core.report.dates import day_words
from core.report.facts import capital, fact_words, join, lower, put
from core.report.outcome import outcome_name, version_title
from core.words import say


@dataclass(frozen=True)
class GridWords:
    """The words of one grid in one language."""

    grid: Grid
    lang: str

    # --- axes --------------------------------------------------------------------------------------
    def title(self, axis: Axis) -> str:
        """What an axis shows; of counted days, from when they are counted."""
        fact = fact_words(self.grid.case, axis.path, self.lang)
        if not axis.since:
            return fact
        since = lower(fact_words(self.grid.case, axis.since, self.lang))
        return say(self.lang, "{fact} · days since: {since}", fact=fact, since=since)

    def short(self, axis: Axis, number: int) -> str:
        """A value in few words, for the margin: the number of the day, or the value itself."""
        day = axis.days[number] if axis.days else None
        return self.value(axis, number) if day is None else str(day).replace("-", "−")

    def long(self, axis: Axis, number: int) -> str:
        """A value as a sentence names it: ``day 14, 28 August 2017``."""
        day = axis.days[number] if axis.days else None
        words = self.value(axis, number)
        if day is None:
            return words
        if day < 0:
            return say(self.lang, "{n} days before, {day}", n=-day, day=words)
        return say(self.lang, "day {n}, {day}", n=day, day=words)

    def value(self, axis: Axis, number: int) -> str:
        """The value alone in words."""
        plain, fact = axis.values[number], catalogue().fact(axis.path)
        if plain is None:
            return self._unknown(axis)
        if fact.type in CODE_LISTS:
            return self._listed(axis, plain)
        read = fact.read(plain)
        if isinstance(read, date):
            return self._day(axis, read)
        return plain if isinstance(read, time) else put(fact, read, self.lang)

    def _day(self, axis: Axis, day: date) -> str:
        """A day; of a birth, with the age that comes of it."""
        words, aged = day_words(day, self.lang), age_of(axis.path)
        if not aged:
            return words
        age = View(self.grid.case.replace(axis.path, day.isoformat())).firmly(aged)
        if age is None:
            return words
        years = put(catalogue().fact(aged), age, self.lang)
        return say(self.lang, "{day} (aged {n})", day=words, n=years)

    def _listed(self, axis: Axis, plain: dict[str, Any]) -> str:
        fact, items = catalogue().fact(axis.path), plain.get("items") or []
        closed = plain.get("complete") == "all"
        if not items:
            return say(self.lang, "none") if closed else say(self.lang, "none listed yet")
        names = join([put(fact, code, self.lang) for code in items], say(self.lang, "and"))
        return names if closed else say(self.lang, "{names}, perhaps more", names=names)

    def _unknown(self, axis: Axis) -> str:
        """What is not stated: unknown, or what other facts say of it."""
        fact = catalogue().fact(axis.path)
        found = (
            View(self.grid.case.replace(axis.path, None)).at(axis.path) if fact.derived else None
        )
        if found is None:
            return say(self.lang, "not known")
        return say(self.lang, "not stated: {value}", value=put(fact, found, self.lang))

    # --- cells -------------------------------------------------------------------------------------
    @cached_property
    def versions(self) -> tuple[str, str]:
        """What the two versions are called; where they are of two countries, with the country's law."""
        one, other = self._named(self.grid.setup.left), self._named(self.grid.setup.right)
        if self.country(0) == self.country(1):
            return one, other
        laws = catalogue().laws
        return (
            f"{one} ({laws[self.country(0)][self.lang]})",
            f"{other} ({laws[self.country(1)][self.lang]})",
        )

    @property
    def sides(self) -> tuple[str, str]:
        """Both versions with their sides: ``Left: Law of 1 May 2018``."""
        labels = (say(self.lang, "Left"), say(self.lang, "Right"))
        one, other = (
            say(self.lang, "{label}: {value}", label=label, value=version)
            for label, version in zip(labels, self.versions, strict=True)
        )
        return one, other

    def _named(self, name: str) -> str:
        if is_own(name):
            return say(self.lang, "The case's own law")
        return version_title(self._version(name), self.lang)

    def _version(self, name: str) -> Version:
        return find_version(name, self.grid.case.get("journey.into"))

    def country(self, side: int) -> str:
        """The country whose law decides on a side (0 left, 1 right)."""
        name = self.grid.setup.right if side else self.grid.setup.left
        if not is_own(name):
            return self._version(name).country
        named = name.partition(":")[0]
        into = self.grid.case.get("journey.into") or catalogue().opening["into"]
        return named if named in catalogue().laws else str(into)

    def outcome(self, side: int, possible: Possible) -> str:
        """What a version makes of a cell, in words."""
        if not possible:
            return say(self.lang, "no law, for the day of the claim is not known")
        names = [outcome_name(one, self.country(side), self.lang) for one in possible]
        if len(names) == 1:
            return names[0]
        either = join([lower(name) for name in names], say(self.lang, "or"))
        return say(self.lang, "not determined: {either}", either=either)

    def place(self, column: int, row: int) -> str:
        """Which cell it is: both facts with their values."""
        pairs = ((self.grid.across, column), (self.grid.down, row))
        return "; ".join(self._told(axis, number) for axis, number in pairs)

    def _told(self, axis: Axis, number: int) -> str:
        label = lower(fact_words(self.grid.case, axis.path, self.lang))
        return say(self.lang, "{label}: {value}", label=label, value=self.long(axis, number))

    def outcomes(self, column: int, row: int) -> str:
        """What both versions make of a cell, in one sentence."""
        cell = self.grid.at(column, row)
        one, other = (self.outcome(side, p) for side, p in enumerate((cell.left, cell.right)))
        if cell.left == cell.right and one == other:
            return say(self.lang, "Left and right: {outcome}.", outcome=lower(one))
        return say(self.lang, "Left: {one}. Right: {other}.", one=lower(one), other=lower(other))

    def notes(self, column: int, row: int) -> list[str]:
        """What else is to be said of a cell: that it is the case, that facts contradict each other."""
        found = []
        if (column, row) == self.grid.here:
            found.append(say(self.lang, "This is the case as it stands."))
        if not self.grid.at(column, row).consistent:
            case = self.grid.case_of(column, row)
            broken = broken_checks(case, self.grid.setup.readings)
            found += [check.warning[self.lang] for check in broken]
        return found

    def sentence(self, column: int, row: int) -> str:
        """Everything about a cell."""
        first = capital(self.place(column, row))
        parts = [f"{first}.", self.outcomes(column, row), *self.notes(column, row)]
        return " ".join(parts)


def mark(possible: Possible) -> str:
    """The outcome that a cell shows: of several that are possible, that it is not determined."""
    return possible[0] if len(possible) == 1 else UNDETERMINED
